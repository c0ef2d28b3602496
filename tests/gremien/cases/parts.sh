# Parts counted apart or through, with and without a prefix; the non-public part stays in the house.
mkdir look && cp -r "$RATSSATZ_GESTALTUNG"/. look/
sed -i 's/name="top-praefix" wert="keins"/name="top-praefix" wert="Ö\/N"/' look/grund/regeln.xml
agenda 's/id="integrationsrat-2023-05-31"/id="zweite"/'
secret_item $SESSION
check "a prefix, counted apart" equal "$(RATSSATZ_GESTALTUNG=look items r.db | sed -n '1p;$p')" "Ö 1 - Anfragen" \
	"N 1 - Grundstücksangelegenheit"
"$R" setzen -q --gestaltung look --dump=vorlesen $SESSION >read 2>stderr
check "a prefix in the draft" equal "$(grep -E '^  (Ö|N) [1-9…]' read)" \
	"  Ö 1 Anfragen von Einwohnerinnen und Einwohnern" \
	"  Ö 2 Niederschrift über die öffentliche Sitzung vom 23.02.2023" "  Ö 3 Bericht der Verwaltung" \
	"  Ö … Vorlagen aus dem Register" "  Ö … Anfragen von Integrationsratsmitgliedern"
sed -i 's/name="top-zaehlung" wert="getrennt"/name="top-zaehlung" wert="durchgehend"/' look/grund/regeln.xml
check "counted through" equal "$(RATSSATZ_GESTALTUNG=look items r.db | sed -n '1p;$p')" "Ö 1 - Anfragen" \
	"N 10 - Grundstücksangelegenheit"
check "an agenda" status 0 rs tagesordnung -q -o sitzung $SESSION
check "a Mappe for the house" test -e sitzung/mappe-intern.pdf
for f in bekanntmachung mappe; do
	pdftotext sitzung/$f.pdf $f.txt
	check "$f has a text" test -s $f.txt
done
check "both have their source attached" detached attached sitzung/{bekanntmachung,mappe}.pdf
check "no word of it in the public files" absent GEHEIM bekanntmachung.txt mappe.txt sitzung/sitzung.ics
check "nor in what is attached to them" nowhere GEHEIM attached
check "in the house it is there" bash -c "pdftotext sitzung/tagesordnung-intern.pdf - | grep -q GEHEIMVERMERK"
secret_paper $MAY/vorlage-personal.xml
check "a non-public paper is taken in" status 0 rs aufnehmen -q $MAY/vorlage-personal.xml
check "released" status 0 rs freigeben -q $MAY/vorlage-personal.xml
check "issued" status 0 rs ausgeben -q -o ausgabe $MAY/vorlage-personal.xml
check "it lies in intern/" bash -c "ls ausgabe/intern/*.pdf"
