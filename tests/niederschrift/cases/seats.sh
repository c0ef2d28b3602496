# Seats of committees: worked out by three methods, held against what is written and against a second reckoning; the
# lot among equals; the method of the town; seats that were agreed upon.
# seats ELEMENTS: the last public item is about them
seats() {
	local top='<top id="anfragen" nummer="Ö 5" ergebnis="beschlossen"><titel>Besetzung der Ausschüsse</titel>'
	S="$top$1</top>" python3 -c 'import os, re, sys
print(re.sub("<top id=\"anfragen\".*", lambda m: os.environ["S"], sys.stdin.read()), end="")' <first.xml >$N
}
lists='<sitzliste gruppe="gruppe-gruen"/><sitzliste gruppe="gruppe-blau"/>'
lists+='<sitzliste liste="Einzelmitglieder" zahl="1" sitze="1" los="ja"/>'
seats "<sitzverteilung fuer=\"Bauausschuss\" plaetze=\"7\" verfahren=\"hare-niemeyer\">$lists</sitzverteilung>"
check "not among equals" says "kein Los zu ziehen" rs pruefen $N
lists=${lists/ los=\"ja\"/}
seats "<sitzverteilung fuer=\"Bauausschuss\" plaetze=\"7\" verfahren=\"hare-niemeyer\">$lists</sitzverteilung>"
check "right" status 0 rs pruefen $N
check "set" status 0 rs niederschrift -q -o aus $N
pdftotext -layout aus/niederschrift.pdf - | tr -s ' \n' ' ' >text
for line in "Sitzverteilung: Bauausschuss" "Verfahren: Hare/Niemeyer" "Fraktion, Gruppe, Liste Sitze im Gremium Sitze" \
	"Grüne Liste 3 3" "Blaue Liste 3 3" "Einzelmitglieder 1 1" "Summe 7 7"; do
	check "printed: $line" grep -qF -- "$line" text
done
pages=$(pdfinfo aus/niederschrift.pdf | sed -n 's/^Pages: *//p')
for ((p = 1; p <= pages; p++)); do
	pdftotext -layout -f $p -l $p aus/niederschrift.pdf - | tr -s ' \n' ' '
	echo
done >pages
check "the table stands below its line, on one page" grep -q "Sitzverteilung: Bauausschuss.*Grüne Liste 3 3" pages

# the method of the town, unless the minutes say another; 416, 338 and 246 votes, 10 seats
of_town() {
	printf '<sitzverteilung fuer="Rat" plaetze="10" nach="stimmen"%s>' "$1"
	printf '<sitzliste liste="%s" zahl="%d"/>' A 416 B 338 C 246
	echo '</sitzverteilung>'
}
cp -r "$RATSSATZ_GESTALTUNG" vorlagen
rule() {
	local own=$TOP/tests/niederschrift/vorlagen/lindental/regeln.xml
	sed "s|</regeln>|<regel name=\"sitzverfahren\" wert=\"$1\"/>&|" "$own" >vorlagen/lindental/regeln.xml
}
export RATSSATZ_GESTALTUNG=$PWD/vorlagen
seats "$(of_town '')"
check "no method" says "Nach welchem Verfahren" rs pruefen $N
for m in "dhondt:4 4 2" "hare-niemeyer:4 3 3" "sainte-lague:4 3 3"; do
	rule "${m%%:*}"
	check "the town's: $m" status 0 rs pruefen $N
	read -r a b c <<<"${m#*:}"
	rs niederschrift -q -o "aus-${m%%:*}" $N
	check "printed: $m" grep -q "A 416 $a B 338 $b C 246 $c Summe 1000 10" \
		<(pdftotext -layout "aus-${m%%:*}/niederschrift.pdf" - | tr -s ' \n' ' ')
done
rule dhondt
seats "$(of_town ' verfahren="sainte-lague"')"
check "another for once" says "Sainte-Laguë/Schepers" rs setzen --dump=vorlesen $N

# the lot, and an agreement
three='<sitzliste liste="A" zahl="4" los="ja"/><sitzliste liste="B" zahl="4"/><sitzliste liste="C" zahl="4"/>'
seats "<sitzverteilung fuer=\"Bauausschuss\" plaetze=\"4\">$three</sitzverteilung>"
check "the lot is told" says "Sitz durch Los: A" rs setzen --dump=vorlesen $N
seats '<sitzverteilung fuer="Rat" plaetze="4" abweichung="Einigung aller Fraktionen"><sitzliste liste="A" zahl="9"
	sitze="2"/><sitzliste liste="B" zahl="2" sitze="2" los="ja"/></sitzverteilung>'
check "an agreement" says "Abweichend vom Verfahren: Einigung aller Fraktionen" rs setzen --dump=vorlesen $N
check "which drew a lot" says "Sitz durch Los: B" rs setzen --dump=vorlesen $N

# against the second reckoning
seats "$(python3 "$TOP/tests/niederschrift/seats.py" 1 400)"
check "400 distributions are right" status 0 rs pruefen $N
seats "$(python3 "$TOP/tests/niederschrift/seats.py" 1 400 wrong)"
rs pruefen $N 2>wrong
check "of 400 wrong ones two lists each are told" test "$(grep -c 'nach dem Verfahren sind es' wrong)" = 800
