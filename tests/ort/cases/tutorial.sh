# The tutorial: its commands as they stand, its line of XML where it says.
mkdir -p course/bin
ln -s "$R" course/bin/ratssatz
python3 - "$TOP/content/handbuch/06-gestaltung.xml" >steps <<'P'
import sys
import xml.etree.ElementTree as E
N = "{urn:ratssatz:1}"
part = next(a for a in E.parse(sys.argv[1]).iter(N + "abschnitt") if a.get("id") == "neuer-ort")
for q in part.iter(N + "quelltext"):
    for line in q.text.splitlines():
        print(q.get("art"), line, sep="\t")
P
concept=course/content/musterstadt/konzept
add() {
	python3 - "$concept/konzept.xml" "$1" <<-'P'
		import sys
		s = open(sys.argv[1], encoding="utf-8").read()
		assert s.count("</handlungsfeld>") == 1
		s = s.replace("</handlungsfeld>", "</handlungsfeld>\n    " + sys.argv[2])
		open(sys.argv[1], "w", encoding="utf-8").write(s)
	P
}
run() { (cd course && PATH=$PWD/bin:$PATH && eval "$1"); }
check "the tutorial has steps" test "$(wc -l <steps)" -gt 5
while IFS=$'\t' read -r kind line <&3; do
	if [[ $line == *freigeben* ]]; then
		check "the draft is not released" status 1 "$R" freigeben -q $concept
		check "the draft is not released: told" grep -q ENTWURF stderr
		sed -i 's/entwurf="ja"/entwurf="nein"/' $concept/konzept.xml
	fi
	if [ "$kind" = xml ]; then check "$line" add "$line"; else check "$line" run "$line"; fi
done 3<steps
"$R" setzen -q --dump=vorlesen $concept >read 2>stderr
check "two Handlungsfelder" grep -q 'Überschrift 2: 2.2 Neues Handlungsfeld' read
check "issued" test -s course/ausgabe/musterstadt-konzept.pdf
judged_by_verapdf course/ausgabe/*.pdf
