# A body that never meets in public (the Magistrat): its steps stand in a public paper as "N", without what came of
# them; OParl and the notice have nothing of it, the agenda of its session takes the paper into its non-public part.
directory '<gremium id="magistrat" tagt="nichtoeffentlich"><name>Magistrat</name></gremium>'
P=content/heide/papiere
step='<beratung gremium="magistrat" datum="2026-02-12" rolle="vorberatung" ergebnis="GEHEIM1" top="GEHEIM2"'
step+=' dringlichkeit="GEHEIM3"/>'
paper a 2026-01-20 bauen 'nummer="2026/0001"'
sed -i "s|<beratung gremium=\"rat\"|$step<beratung gremium=\"rat\" datum=\"2026-02-20\"|" $P/vorlage-a.xml
cat >$P/sitzung.xml <<END
$HEAD
<sitzung $MARKS id="magistrat-1" gremium="magistrat" datum="2026-02-12" beginn="09:00">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Bürgermeisterin"/><bekanntmachung datum="2026-02-03"/></angaben>
  <tagesordnung><teil art="nichtoeffentlich"><vorlagen/></teil></tagesordnung>
</sitzung>
END
check "taken in" status 0 rs aufnehmen -q content/heide/verzeichnis.xml $P/vorlage-a.xml $P/sitzung.xml
check "released" status 0 rs freigeben -q $P/vorlage-a.xml
check "issued" status 0 rs ausgeben -q -o out $P/vorlage-a.xml
pdftotext -layout out/2026-0001-beschlussvorlage.pdf - | tr -s ' ' >text
check "listed as N" grep -q 'Magistrat 12.02.2026 Vorberatung N$' text
check "the next one as ever" grep -q 'Rat 20.02.2026 Entscheidung –$' text
check "and why" grep -q nichtöffentlich text
check "the source in it has the step" \
	bash -c "mkdir loose; pdfdetach -saveall -o loose out/*.pdf; grep -rq magistrat loose"
check "without what came of it" bash -c "! grep -rq GEHEIM loose text"
rs oparl exportieren -q -o net --basis-url https://example.org
check "OParl has the other step alone" equal "$(find net/consultation -name '*.json' | wc -l)" 1
check "and no secret" bash -c "! grep -rq GEHEIM net"
check "the public agenda tells nothing of it" status 0 rs tagesordnung -q --json $P/sitzung.xml
check "but that there is something" grep -q 'Nichtöffentliche Angelegenheit' "$WORK/stdout"
check "nor its number" absent 2026/0001 "$WORK/stdout"
check "into the part that is not public" status 0 rs tagesordnung -q -o mappe $P/sitzung.xml
check "of the house" bash -c "pdftotext mappe/tagesordnung-intern.pdf - | grep -q 'Ein neuer Weg'"
# what is left of its minutes for the public has no item; that enough were there is said nevertheless
cat >$P/niederschrift.xml <<END
$HEAD
<niederschrift $MARKS id="n" sitzung="magistrat-1" gremium="magistrat" datum="2026-02-12" beginn="09:00" ende="10:00">
  <angaben><sitzungsort name="Rathaus"/><leitung person="p-a"/><schriftfuehrung amt="Büro"/>
  </angaben>
  <anwesenheit><teilnahme person="p-a"/><teilnahme person="p-b"/></anwesenheit>
  <verlauf><sitzungsteil art="nichtoeffentlich"><top id="x" nummer="1" ergebnis="kenntnis"><titel>X</titel></top>
  </sitzungsteil></verlauf>
</niederschrift>
END
m='<mitgliedschaft gremium="magistrat"'
directory "<gremium id=\"magistrat\" tagt=\"nichtoeffentlich\" stimmberechtigte=\"3\"><name>Magistrat</name></gremium>
<person id=\"p-a\" name=\"Ada Ahorn\">$m rolle=\"Vorsitz\"/></person>
<person id=\"p-b\" name=\"Bert Buche\">$m rolle=\"Mitglied\"/></person>"
check "a quorum without items" says 'gegeben, 2 von 3' "$R" setzen --dump=vorlesen $P/niederschrift.xml
check "is no lack of one" absent 'nicht gegeben' "$WORK/stdout"
look '<wort name="beratung-intern">nö</wort>'
check "or the town's word" says nö "$R" setzen --dump=vorlesen $P/vorlage-a.xml
