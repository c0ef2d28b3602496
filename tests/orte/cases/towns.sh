# Three towns of different kinds, each the whole way: taken in, released, issued, announced, minutes, results, tasks,
# handed over; every PDF by veraPDF, every page by axe. No line of C knows them.
unset RATSSATZ_GESTALTUNG RATSSATZ_INHALT
rm -rf content templates
mkdir content
for t in hohenfeld dreistrom moorbach; do cp -r "$TOP/content/$t" content/; done
export RATSSATZ_GESTALTUNG=$TOP/templates

# way TOWN DAY BODY NUMBER RESULT ITEM OFFICE TASK: from the sources to the package
way() {
	local day=content/$1/sitzungen/$2
	clock "$2 -10 days"
	check "$1: taken in" status 0 \
		rs aufnehmen -q "content/$1/verzeichnis.xml" "$day"/vorlage-*.xml "$day/sitzung.xml"
	check "$1: released" status 0 rs freigeben -q "$day"/vorlage-*.xml
	check "$1: issued" status 0 rs ausgeben -q -o "$1" "$day"/vorlage-*.xml
	check "$1: announced" status 0 rs tagesordnung -q --bekanntgeben -o "$1" "$day/sitzung.xml"
	clock "$2 +1 day"
	check "$1: a result" status 0 rs ergebnis -q "$4" "$5" "${@:9}" --gremium "$3" --datum "$2"
	clock "$2 +14 days"
	check "$1: minutes" status 0 rs niederschrift -q -o "$1" "$day/niederschrift.xml"
	check "$1: with the item" says "$6" pdftotext -layout "$1/niederschrift.pdf" -
	check "$1: the result stands in the paper" grep -q 'ergebnis="' "$day"/vorlage-*.xml
	check "$1: tasks" says "$8" rs beschluesse --stelle "$7" --breit
	check "$1: handed over" status 0 rs abgeben -q --sitzung "$day/sitzung.xml" -o "$1.zip"
	check "$1: the register is sound" status 0 rs register pruefen
}
rs() { "$R" "$@" --register "$TOWN.db"; }
TOWN=hohenfeld way hohenfeld 2026-03-19 rat 'A 61/001/2026' einstimmig 'Radweg an der Talstraße' amt-bauen \
	'Den Radweg bauen' --ja 5 --nein 0 --enthaltung 0
TOWN=dreistrom way dreistrom 2026-04-14 bv-mitte 11948-26 einstimmig-enthaltung 'Bäume im Uferpark' fb-gruen \
	'Die Bäume pflanzen' --ja 2 --nein 0 --enthaltung 1
TOWN=moorbach way moorbach 2026-05-07 gemeinderat 7/2026 einstimmig 'Dorfteich' bauhof 'Den Teich entschlammen' \
	--ja 4 --nein 0 --enthaltung 0
check "the finance form is printed" says "96.000" pdftotext -layout hohenfeld/a-61-001-2026-beschlussvorlage.pdf -
check "a supplement in the town's way" says "11948-26-E1" \
	pdftotext -layout dreistrom/11948-26-1-mitteilungsvorlage.pdf -
check "the accent reaches what is tinted" bash -c "'$R' setzen -q --format html -o tint.html \
	content/hohenfeld/sitzungen/2026-03-19/vorlage-radweg.xml && ! grep -qi '#e8ecf5' tint.html"
check "no line of C knows them" nowhere '[Hh]ohenfeld|[Dd]reistrom|[Mm]oorbach' "$TOP/src"

mapfile -t pdfs < <(find hohenfeld dreistrom moorbach -name '*.pdf')
"$TOP/tests/verapdf.sh" "${pdfs[@]}" >vera.log 2>&1
case $? in
0) pass ;;
77) skip "veraPDF: $(tail -n 1 vera.log)" ;;
*) fail "veraPDF"; grep -A 4 FAULT vera.log | head -n 20 ;;
esac
for f in content/*/sitzungen/*/*.xml; do
	"$R" setzen -q --format html -o "$(echo "${f%.xml}" | tr / -).html" "$f" 2>>html.log
done
if ! command -v chromium chromium-browser google-chrome >/dev/null; then
	skip "axe-core: Chromium is missing"
elif ! axe=$("$TOP/tests/axe.sh" 2>axe.log); then
	skip "axe-core: $(tail -n 1 axe.log)"
else
	python3 "$TOP/tests/browser.py" "$axe" content-*.html >browser.log 2>&1
	check "nothing for axe-core" absent '^FAULT' browser.log
	check "all pages were looked at" equal "$(grep -c '^pass' browser.log)" "$(ls content-*.html | wc -l)"
fi
