# A text that comes back after another one is what counts: issued again, it is the last that was issued, for OParl,
# packages and lists; and one that was issued to a new folder is found there when the old one is gone.
. "$TOP/tests/faelle/full-paper.sh"
PDF=2100-0001-beschlussvorlage.pdf
issue() {
	rs aufnehmen -q $V && rs freigeben -q $V && rs ausgeben -q -o "$1" $V
}
# main: the end of the proposal in OParl's main file, and the names of the others
main() {
	rs oparl exportieren -q -o oparl
	python3 - <<-'P'
		import glob, json
		p = next(json.load(open(f)) for f in glob.glob("oparl/paper/*.json"))
		print(p["mainFile"]["text"].split("Dem wird ")[1].split()[0], len(p.get("auxiliaryFile", [])))
	P
}
rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION
check "issued" status 0 issue aus
check "handed over" status 0 rs abgeben -q --drucksache 2100/0001 -o eins
cp $V first.xml
sed -i 's/zugestimmt/widersprochen/' $V
check "another text" status 0 issue aus
check "public" equal "$(main)" "widersprochen. 1"
check "handed over" status 0 rs abgeben -q --drucksache 2100/0001 -o zwei
cp first.xml $V
check "the first again" status 0 issue aus
check "public is the first" equal "$(main)" "zugestimmt. 1"
check "handed over" status 0 rs abgeben -q --drucksache 2100/0001 -o drei
check "it is the first" cmp -s eins/beschlussvorlage-2100-0001.pdf drei/beschlussvorlage-2100-0001.pdf
check "a Fassung of its own" grep -q '"fassung":	3' drei/manifest.json
rows() { rs register liste ausgegeben --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }
before=$(rows)
check "once more, nothing new" status 0 issue aus
check "no row more" equal "$(rows)" "$before"

rm -r aus
check "the old folder is gone" status 1 rs abgeben -q --drucksache 2100/0001 -o vier
check "issued to a new one" status 0 issue neu
check "handed over from there" status 0 rs abgeben -q --drucksache 2100/0001 -o vier
check "the same Fassung" grep -q '"fassung":	3' vier/manifest.json
rm -r neu
check "and back" status 0 issue aus
check "handed over" status 0 rs abgeben -q --drucksache 2100/0001 -o fuenf
