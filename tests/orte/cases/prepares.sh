# A committee that prepares what the Kreistag decides: its minutes say what it recommends, in the town's word; the
# agenda is an item of its own; a motion is its group's; deputies are nobody who is missing.
rules '<regel name="top-praefix" wert="keins"/>'
look '<rolle name="empfehlung" wort="Empfehlung" bedeutet="vorberatung"/><farbe name="akzent" rgb="20 70 52"/>'
MEMBER='<mitgliedschaft gremium="bauausschuss" rolle="Mitglied" stimmrecht="ja" von="2025-11-01"/>'
DEPUTY=${MEMBER/Mitglied\" stimmrecht=\"ja/Stellvertretendes Mitglied}
directory "<person id=\"p-eins\" name=\"Eva Eins\">$MEMBER</person>
	<person id=\"p-zwei\" name=\"Udo Zwei\">$MEMBER</person>
	<person id=\"p-drei\" name=\"Ina Drei\">$DEPUTY</person>"
paper weg 2026-01-20 bauen ''
P=content/heide/papiere
BODY='gremium="bauausschuss" datum="2026-02-25" rolle="empfehlung"'
sed -i "s|<beratung |<beratung $BODY/>&|" $P/vorlage-weg.xml
sed 's|id="weg"|id="baum"|; s|art="beschlussvorlage"|art="antrag"|; s|id="bau"|id="pflanzen"|
	s|<federfuehrung[^>]*>|<verfasser name="Fraktion Linde"/>|; s|rolle="empfehlung"|rolle="vorberatung"|' \
	$P/vorlage-weg.xml >$P/vorlage-baum.xml
session() {
	cat >$P/sitzung.xml <<END
$HEAD
<sitzung $MARKS id="bau-1" gremium="bauausschuss" datum="2026-02-25" beginn="18:00">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Vorsitz"/><bekanntmachung datum="2026-02-10"/></angaben>
  <tagesordnung><teil art="oeffentlich">
    $1
    <top id="haupt" art="ueberschrift"><titel>Hauptteil</titel></top>
    <top id="kopf" art="ueberschrift"><titel>Vorlagen und Anträge</titel></top>
    <vorlagen/>
    <top id="haus" art="ueberschrift"><titel>Haushalt</titel></top>
    <top id="stellen" rolle="empfehlung"><titel>Stellenplan</titel></top>
    <top id="ende" art="ueberschrift"><titel>Am Ende</titel></top>
  </teil></tagesordnung>
</sitzung>
END
}
session '<top id="ordnung" art="verfahren"/>'
check "taken in" status 0 rs aufnehmen -q content/heide/verzeichnis.xml $P/*.xml
check "released" status 0 rs freigeben -q $P/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o out $P/vorlage-*.xml
pdftotext -layout out/*antrag.pdf - | sed -n '1s/   */|/gp' >head
check "the motion's head is its group's" equal "$(cat head)" 'Stadt Heide|Fraktion Linde|Antrag 2026/0001'
check "announced" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o out $P/sitzung.xml
pdftotext out/bekanntmachung.pdf - | tr -s ' \n' ' ' >notice
check "the standing title" grep -q 'Feststellung der Tagesordnung' notice
check "a heading that nothing follows is not printed" absent 'Am Ende' notice
check "one with another below it is" grep -q 'Hauptteil Vorlagen und Anträge 2 .* Haushalt 4 Stellenplan' notice
pdftotext out/regiebuch.pdf - | tr -s ' \n' ' ' >guide
check "the agenda is voted on once" equal "$(grep -o 'Gibt es Anträge zur Tagesordnung' guide | wc -l)" 1
check "at its item" grep -q 'TOP 1 Feststellung der Tagesordnung Gibt es Anträge' guide
check "who moves" grep -q 'Antrag: Fraktion Linde' guide
check "headings, too" grep -q 'Vorlagen und Anträge TOP 2' guide
N=$P/niederschrift.xml
check "begun" status 0 rs niederschrift -q $P/sitzung.xml
check "the agenda is voted on" grep -q '<top id="ordnung" nummer="1" art="verfahren">' $N
check "what prepares says so" equal "$(grep -o ' rolle="[a-z]*"' $N | sort | uniq -c | tr -s ' ')" \
	' 2 rolle="empfehlung"' ' 1 rolle="vorberatung"'
check "room for each vote" equal "$(grep -c '<!-- <abstimmung' $N)" 4
check "a deputy is not missing" grep -q '<!-- <teilnahme person="p-drei" vertritt="…"/> -->' $N
sed -i -E 's/ stand="abwesend"//; s/ entwurf="ja"/ ende="19:00"/; s|<(unterzeichnung [^/]*)/>|<\1 datum="2026-03-01"/>|
	s|<!-- (<abstimmung ergebnis=").*|\1einstimmig" ja="2" nein="0" enthaltung="0"/>|
	s|<leitung [^>]*>|<leitung person="p-eins"/>|
	s|Stellenplan</titel>|&<beschluss>Dem Stellenplan wird zugestimmt.</beschluss>|' $N
export SOURCE_DATE_EPOCH=$(date -u -d 2026-03-02T08:00:00Z +%s)
check "right" status 0 rs pruefen -q $N
check "set" status 0 rs niederschrift -q -o out $N
pdftotext out/niederschrift.pdf - | tr -s ' \n' ' ' >minutes
check "the town's word" grep -q 'Empfehlung Der Weg wird gebaut' minutes
check "without a paper, too" grep -q 'Empfehlung Dem Stellenplan wird zugestimmt' minutes
check "the ground's word for the ground's role" grep -q 'Beschlussempfehlung Der Weg wird gebaut' minutes
# what is only recommended has no number of a decision, unless the town numbers that, too
check "no number so far" absent beschlussnummer $N
numbered() {
	rules '<regel name="top-praefix" wert="keins"/><regel name="beschluss-muster" wert="###/JJJJ"/>' "$1"
	cp $N numbered.xml
	check "numbered: $2" status 0 rs niederschrift -q --berichtigen -o zahl content/heide/papiere/niederschrift.xml
	check "the numbers: $2" equal "$(grep -o 'beschlussnummer="[^"]*"' $N | tr '\n' ' ')" "$3"
	cp numbered.xml $N
}
numbered '' 'the town numbers decisions' ''
sed -i.roles '/<top id="stellen"/s/ rolle="empfehlung"//' $N
numbered '' 'what the committee decides by itself' 'beschlussnummer="001/2026" '
cp $N.roles $N
numbered '<regel name="beschluss-empfehlung" wert="ja"/>' 'recommendations, too' \
	'beschlussnummer="002/2026" beschlussnummer="003/2026" beschlussnummer="001/2026" '
rm $N.roles
rules '<regel name="top-praefix" wert="keins"/>'
sed 's/rolle="vorberatung"/rolle="vorbereitung"/' $N >other.xml
check "a role nobody knows" says 'Die Rolle „vorbereitung“ kennt' rs pruefen --inhalt content other.xml
# the next session goes on as this one
session '<top id="ordnung" art="verfahren"><titel>Zur Ordnung &amp; zum Beginn</titel></top>'
mkdir -p content/heide/sitzungen/2026-02-25
mv $P/sitzung.xml content/heide/sitzungen/2026-02-25
check "a new one" status 0 "$R" neu sitzung heide --gremium bauausschuss -o next.xml
check "what the clerk called an item stays" grep -q '<titel>Zur Ordnung &amp; zum Beginn</titel>' next.xml
check "headings have theirs" grep -q '<titel>Vorlagen und Anträge</titel>' next.xml
# a place for papers that has none this time
sed -i 's/2026-02-25/2026-04-22/g; s/bau-1/bau-2/' content/heide/sitzungen/2026-02-25/sitzung.xml
check "without papers" status 0 rs aufnehmen -q content/heide/sitzungen/2026-02-25/sitzung.xml
check "set without them" status 0 rs tagesordnung -q -o leer content/heide/sitzungen/2026-02-25/sitzung.xml
pdftotext leer/bekanntmachung.pdf - | tr -s ' \n' ' ' >notice
check "no heading above nothing" grep -q '1 Zur Ordnung & zum Beginn Haushalt 2 Stellenplan' notice
# of a colour too light what helps is told, once
look '<farbe name="akzent" rgb="20 80 60"/>'
"$R" pruefen $P/vorlage-weg.xml 2>told
check "one message for one colour" equal "$(grep -c 'KONTRAST' told)" 1
look "$(sed -n 's/.*zum Beispiel \(rgb="[0-9 ]*"\).*/<farbe name="akzent" \1\/>/p' told)"
"$R" pruefen $P/vorlage-weg.xml 2>told
check "which mends all" absent 'KONTRAST' told
