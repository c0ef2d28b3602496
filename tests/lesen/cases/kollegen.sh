# What colleagues change in Word with tracking on: the same words twice, amounts, days, rows, whole paragraphs, titles.
export RATSSATZ_GESTALTUNG=$TOP/templates
mkdir content && cp -r "$TOP/content/hohenfeld" content/
paper=content/hohenfeld/sitzungen/2026-03-19/vorlage-radweg.xml
cp $paper before
check "it goes out" status 0 "$R" setzen -q --format docx -o v.docx $paper
check "they write into it" python3 "$TOP/tests/lesen/kollegen.py" v.docx .
# from NAME: what is told of an answer, and the paper with all of it
from() {
	cp before $paper && status 0 "$R" uebernehmen --kommentare "$1".docx --annehmen alle && cp "$WORK/stdout" told
}
check "runs cut by Word" from rita
check "are no change" says_all told '^0 Vorschläge, 0 Vermerke, 0 nicht zugeordnet$'
check "an amount and a day" from dora
check "are those of the attributes" says_all $paper \
	'datum="2026-02-23" oeff' 'name="Bau" ansatz="130000" fortgeschrieben="144000"'
check "no other line" test "$(diff before $paper | grep -c '^>')" = 2
check "a paragraph is taken out" from cem
check "with its line" test "$(diff before $paper | grep -c '^[<>]')" = 1
check "a title is written anew" from gerd
check "in its place" says_all $paper '^    <titel>Zwei Radwege an der Talstraße</titel>$'
check "a row is taken out" from fritz
check "it is one proposal" says_all told \
	': Fritz: Zeile streichen: „Zuschuss des Landes | 80.000 | 96.000 | – | – | –“ – eing'
check "and its element" absent 'Zuschuss des Landes' $paper
check "a row that is worked out is taken out" from otto
check "nothing goes with it" equal "$(grep -c finanzzeile $paper)" 3
cp told told.otto
check "a row is put in" from emil
check "it is one proposal, too, by hand" says_all told \
	'21: Emil: neue Zeile „Planung | 120.000 | .* – von Hand: bitte die Zeile in der Quelle ergänzen' \
	'^1 Vorschläge'
cat told.otto told >rows
recording "$TOP/tests/lesen/kollegen.err" rows || check "what is said" diff "$TOP/tests/lesen/kollegen.err" rows
check "a comment over two paragraphs and its answer" from ida
check "are two remarks, settled" says_all $paper \
	'<vermerk name="Ida" erledigt="ja"><absatz>Ist das so?</absatz></vermerk><vermerk name="Jan" erledigt="ja">'
cp before $paper
check "all of them" status 0 "$R" uebernehmen --kommentare ./*a.docx bodo.docx cem.docx emil.docx fritz.docx gerd.docx \
	--annehmen alle
check "who wants the same words otherwise is told" says_all "$WORK/stdout" \
	': Anna: .* – widerspricht' ': Bodo: .* – widerspricht'
check "neither is entered" says_all $paper 'Die Verwaltung berichtet im Herbst'
check "the source is sound" status 0 "$R" pruefen -q $paper
