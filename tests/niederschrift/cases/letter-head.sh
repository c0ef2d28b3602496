# A body that invites in its own name has a letter head of its own: in notice, Mappe, minutes and extracts; papers have
# the town's.
head='<briefkopf absender="Ortsrat am Bach" leitung="Die Ortsvorsteherin"><anschrift strasse="Bachweg 3" plz="99998" '
head+='ort="Bachtal"/><kontakt web="https://ortsrat.example.org"/></briefkopf>'
sed -i "s|\(<gremium id=\"rat\".*</name>\)|\1$head|" inhalt/lindental/verzeichnis.xml
cp first.xml $N
check "taken in" status 0 rs aufnehmen -q inhalt/lindental/verzeichnis.xml
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o neu $DAY/sitzung.xml
check "minutes" status 0 rs niederschrift -q -o aus $N
for f in neu/bekanntmachung.pdf aus/niederschrift.pdf aus/auszug-top-oe-3.pdf neu/mappe.pdf; do
	pdftotext -layout -l 1 $f page
	check "$f: its name" grep -q "Ortsrat am Bach *Die Ortsvorsteherin" <(tr -s ' \n' ' ' <page)
	check "$f: its address" grep -q "Ortsrat am Bach, Bachweg 3, 99998 Bachtal" page
	check "$f: not the town's" absent "Die Bürgermeisterin  \|Hauptstraße 1" page
done
check "its website" bash -c "pdftotext -layout neu/bekanntmachung.pdf - | grep -q ortsrat.example.org"
check "a paper has the town's" says "Gemeinde Lindental" "$R" setzen --dump=vorlesen $DAY/vorlage-baum.xml
check "which leads it" absent "Ortsvorsteherin" "$WORK/stdout"
sed -i 's| leitung="Die Ortsvorsteherin"||; s|<anschrift strasse="Bachweg.*example.org"/>||' \
	inhalt/lindental/verzeichnis.xml
check "what is not said is the town's" says "Die Bürgermeisterin" "$R" setzen --dump=vorlesen $N
check "but the name" grep -q "Ortsrat am Bach" "$WORK/stdout"
