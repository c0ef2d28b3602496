# After the invitation: page numbers of the first Mappe stay, supplements get letters, a page says what is new.
labels() {
	pdftotext -layout "$1" - | grep -oE 'Lindental( · www.example.org)? +[0-9]+[a-z]*$' |
		grep -oE '[0-9]+[a-z]*$' | xargs
}
news() { pdftotext -layout "$1" - | sed -n '/seit der Einladung neu/,/Sitzungsmappe/p' | tr -s ' \n' ' '; }
check "at first" equal "$(labels sitzung/mappe.pdf)" "1 2 3"
check "and nothing is new" equal "$(news sitzung/mappe.pdf)" ""
at 2024-02-26T09:30:00Z
sed 's/id="baum"/id="bank"/; s/ nummer="2024\/0008"//; s/Ein Baum vor dem Rathaus/Eine Bank am Bach/' \
	$DAY/vorlage-baum.xml >$DAY/vorlage-bank.xml
sed -i 's/Der alte Spielplatz/Der sehr alte Spielplatz/' $DAY/vorlage-spielplatz.xml
check "taken in" status 0 rs aufnehmen -q $DAY/vorlage-bank.xml $DAY/vorlage-spielplatz.xml
check "released" status 0 rs freigeben -q $DAY/vorlage-bank.xml $DAY/vorlage-spielplatz.xml
check "issued" status 0 rs ausgeben -q -o aus $DAY/vorlage-bank.xml $DAY/vorlage-spielplatz.xml
sed -i 's|<top id="anfragen" art="anfragen"/>|<top id="anfragen" art="anfragen" entfallen="ja" grund="keine"/>|' \
	$DAY/sitzung.xml
check "announced once more" status 0 rs tagesordnung -q --bekanntgeben -o neu $DAY/sitzung.xml
check "numbers stay, others get letters" equal "$(labels neu/mappe.pdf)" "1 1a 2 3 3a"
check "in the house's, too" equal "$(labels neu/mappe-intern.pdf)" "1 1a 2 3 3a 4"
for what in "Ein Spielplatz am Bach" "Eine Bank am Bach" 26.02.2024 ersetzt abgesetzt Prüfsumme; do
	check "$what is told" bash -c "grep -qF '$what' <<<'$(news neu/mappe.pdf)'"
done
sum=$(rs register liste ausgegeben --json | python3 -c '
import json, sys
print([a["sha256"] for a in json.load(sys.stdin) if a["objekt"] == "bank"][-1][:16])')
check "with the checksum of its file" bash -c "grep -qF '$sum' <<<'$(news neu/mappe.pdf)'"
check "the same again" status 0 rs tagesordnung -q --bekanntgeben -o neu $DAY/sitzung.xml
check "is the same file" test ! -e neu/mappe-2.pdf
