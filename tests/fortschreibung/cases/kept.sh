# Sheets made again: what an office filled in stays and is named, whatever it is; the others are written anew.
sheets() { "$R" stand "${with[@]}" --boegen boegen "$@" $NEW; }
check "sheets" status 0 sheets -q
one=boegen/bogen-fd-personal
two=boegen/bogen-fd-soziale-dienste
cp -r boegen made
# edited FILE: as somebody would leave it; a word processor packs anew
edited() {
	python3 - "$1" <<'P'
import sys, zipfile
name = sys.argv[1]
if name.endswith(('.docx', '.odt')):
    with zipfile.ZipFile(name) as z:
        all = [(i, z.read(i)) for i in z.infolist()]
    with zipfile.ZipFile(name, 'w') as z:
        for i, data in all:
            z.writestr(i, data.replace(b'noch offen', b'l\xc3\xa4uft'))
else:
    open(name, 'a', encoding='utf-8').write('\nDanke!\n')
P
}
for x in html csv docx odt eml; do edited $one.$x; done
rm $two.csv
cp -r boegen filled
check "again" status 0 sheets
grep Warnung: "$WORK/stderr" >told
check "each one that is somebody's work is named" diff "$TOP/tests/fortschreibung/kept.err" told
rm filled/.d -r
for x in html csv docx odt eml; do check "$x stays" cmp $one.$x filled/"$(basename $one)".$x; done
check "what was missing is there again" cmp $two.csv made/"$(basename $two)".csv
check "as a fault, if wanted" status 1 sheets --streng
sed -i 's/ziel>/ziel>Neu: /' $NEW/02-0*.xml
check "the text changed" status 0 sheets -q
check "filled ones stay" cmp $one.docx filled/"$(basename $one)".docx
check "others say what is new" status 1 cmp -s $two.docx made/"$(basename $two)".docx
check "replaced on request" status 0 sheets -q --ersetzen
check "nothing is left of it" absent 'Danke!' $one.html
check "nothing to tell then" says "Fachdienst Personal" sheets
check "no warning" absent Warnung "$WORK/stderr"
rm -r boegen/.d
echo x >>$one.eml
check "where nothing is known, nothing is replaced" says "$one.eml: Warnung" sheets
