# What minutes say of an item may be for the house alone: turned so it is gone with all that holds it, also after the
# approval; it comes back by the word for it. So does a name that its bearer does not want published any more.
cp first.xml $N
python3 - $N <<'P'
import sys
text = open(sys.argv[1]).read()
text = text.replace('<frage name="Rosa Ruhig">', '<frage name="Rosa Ruhig" veroeffentlicht="ja" oeffentlich="nein">')
open(sys.argv[1], 'w').write(text)
P
check "with a question for the house" status 0 rs niederschrift -q -o aus $N
words() { pdftotext "$1" - | tr '\n' ' '; }
check "which the public does not have" absent "Umbau dauert" <(words aus/niederschrift.pdf)
cp r.db inside.db
cp $N inside.xml
sed -i 's/ oeffentlich="nein"//' $N
for command in "aufnehmen" "niederschrift -o zwei"; do
	# shellcheck disable=SC2086
	check "open: not by ${command%% *}" status 1 rs $command -q $N
	check "told at its line" grep -q "xml:$(grep -n '<frage' $N | cut -d: -f1): Fehler: Die Frage war nichtöff" \
		"$WORK/stderr"
done
check "by the word for it" status 0 rs freigeben -q --wird-oeffentlich $N
check "issued" status 0 rs niederschrift -q -o zwei $N
check "the public has it" grep -q "Umbau dauert" <(words zwei/niederschrift.pdf)
check "and the name" grep -q "Rosa Ruhig" <(words zwei/niederschrift.pdf)

sed -i 's|</niederschrift>|<genehmigung datum="2024-04-16"/><nachtrag datum="2024-05-02"><absatz>\
Ein Wort zu viel.</absatz></nachtrag></niederschrift>|' $N
at 2024-05-20T10:00:00Z
check "approved and corrected" status 0 rs niederschrift -q -o drei $N
check "exported" status 0 rs oparl exportieren -q -o oparl
# hides WHAT SCRIPT: all that holds it is gone at once
hides() {
	cp r.db open.db
	cp $N open.xml
	sed -i "$2" $N
	check "$1: taken in" status 0 rs aufnehmen $N
	check "$1: told" grep -q "$1 war öffentlich und ist es nicht mehr" "$WORK/stderr"
	check "$1: where it lies" grep -q "^drei/niederschrift.pdf: Warnung: Die ausgegebene Datei liegt noch da" \
		"$WORK/stderr"
	rm -rf oparl
	check "$1: exported" status 0 rs oparl exportieren -q -o oparl
	check "$1: no file with it" nowhere "$3" oparl
	check "$1: issued without" status 0 rs niederschrift -q -o vier $N
	check "$1: not in there" absent "$3" <(words "$(ls -t vier/niederschrift*.pdf | head -n 1)")
	cp open.db r.db
	cp open.xml $N
	rm -r vier
}
hides "Die Frage" 's/<frage /&oeffentlich="nein" /' "Umbau dauert"
hides "Die Berichtigung" 's/<nachtrag /&oeffentlich="nein" /' "Wort zu viel"
hides "Der Auftrag" 's/<auftrag id="spielplatz-planen"/& oeffentlich="nein"/' "Den Spielplatz planen"
hides "Der Name" 's/ veroeffentlicht="ja"//' "Rosa Ruhig"
sed -i 's/Ein Wort zu viel/Zwei Worte zu viel/' $N
check "its wording stays all the same" says "[GENEHMIGT]" rs niederschrift -o fuenf $N
