# An agenda as towns print it: number and code of the session, prefixes, headings, several papers at an item, roles,
# Anlagen, who reports; nothing of it moves when it was announced.
rules '<regel name="top-praefix" wert="Ö#/N#"/>'
for p in a b c; do paper $p 2026-01-20 bauen ''; done
sed -i 's|rolle="entscheidung"/>|datum="2026-02-20" rolle="entscheidung"/>|' content/heide/papiere/vorlage-*.xml
head -c 1 /dev/null >content/heide/papiere/leer
S=content/heide/papiere/sitzung.xml
cat >$S <<END
$HEAD
<sitzung $MARKS id="rat-1" gremium="rat" nummer="12" code="RAT/02/2026" datum="2026-02-20" beginn="18:00">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Bürgermeisterin"/><bekanntmachung datum="2026-02-06"/></angaben>
  <tagesordnung>
    <teil art="oeffentlich">
      <top id="zu-beginn" art="ueberschrift"><titel>Zu Beginn</titel></top>
      <top id="fragen" art="einwohnerfragen"/>
      <top id="sachen" art="ueberschrift"><titel>Sachentscheidungen</titel></top>
      <top id="zwei" vorlage="2026/0001"><drucksache nummer="2026/0002"/></top>
      <vorlagen/>
      <top id="gast" rolle="kenntnisnahme" gemischt="ja" berichterstatter="Frau Beispiel" presse="Fotos erlaubt">
        <titel>Der Jugendtreff stellt sich vor</titel>
      </top>
    </teil>
    <teil art="nichtoeffentlich"><top id="haus"><titel>Haus</titel><neutral>Grundstück</neutral></top></teil>
  </tagesordnung>
</sitzung>
END
check "papers" status 0 rs aufnehmen -q content/heide/papiere/vorlage-*.xml
check "taken in" status 0 rs aufnehmen -q content/heide/verzeichnis.xml $S
check "released" status 0 rs freigeben -q content/heide/papiere/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o out content/heide/papiere/vorlage-*.xml
items() {
	rs tagesordnung -q --json $S | py 'import json, sys
for t in json.load(sys.stdin): print(t["nummer"], t.get("drucksache", "-"), t.get("rolle", "-"))'
}
check "items are counted, headings are not" equal "$(items)" 'Ö1 - -' 'Ö2 2026/0001 Entscheidung' \
	'Ö2.1 2026/0002 Entscheidung' 'Ö3 2026/0003 Entscheidung' 'Ö4 - Kenntnisnahme' 'N1 - -'
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o out $S
pdftotext -layout out/bekanntmachung.pdf - | grep -v '^ *$' | sed 's/^ *//; s/   */ | /g' >notice.txt
check "as printed" diff "$TOP/tests/orte/agenda.text" notice.txt
paper d 2026-01-21 bauen ''
sed -i 's|rolle="entscheidung"/>|datum="2026-02-20" rolle="entscheidung"/>|' content/heide/papiere/vorlage-d.xml
check "one more" status 0 rs aufnehmen -q content/heide/papiere/vorlage-d.xml
check "released, too" status 0 rs freigeben -q content/heide/papiere/vorlage-d.xml
check "issued, too" status 0 rs ausgeben -q -o out content/heide/papiere/vorlage-d.xml
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o out $S
pdftotext -layout out/bekanntmachung-2.pdf - | grep -E 'Zu Beginn|Sachentsch|Ö[0-9]' | sed 's/^ *//; s/ .*//' >order.txt
check "headings stay before their items" equal "$(cat order.txt | tr '\n' ' ')" 'Zu Ö1 Sachentscheidungen Ö2 Ö3 Ö4 Ö5 '
check "the Mappe holds the further paper" bash -c 'pdftotext out/mappe.pdf - | grep -q "Vorlage 2026/0002"'
# what the chair reads out names a table as it is printed
sed -i 's|wird gebaut\.|&  Wie: <verweis ziel="tab"/>.|; s|</vorlage>|<erlaeuterungen><tabelle id="tab">\
<titel>Wege</titel><spalte art="zeilenkopf"/><spalte/><kopfzeile><zelle>Weg</zelle><zelle>m</zelle></kopfzeile>\
<zeile><zelle>Bach</zelle><zelle>9</zelle></zeile></tabelle></erlaeuterungen>&|' content/heide/papiere/vorlage-c.xml
check "a proposal with a reference" status 0 rs aufnehmen -q content/heide/papiere/vorlage-c.xml
check "released again" status 0 rs freigeben -q content/heide/papiere/vorlage-c.xml
check "issued again" status 0 rs ausgeben -q -o out content/heide/papiere/vorlage-c.xml
check "for the chair" status 0 rs tagesordnung -q --regiebuch -o chair $S
check "as it is printed" grep -q 'Wie: Tabelle' <(pdftotext chair/regiebuch.pdf - | sed 's/\xc2\xa0/ /g')
sed -i 's/rolle="kenntnisnahme"/rolle="kentnisnahme"/' $S
check "an unknown role" says "Die Rolle „kentnisnahme“ kennt die Gestaltung der Kommune nicht" "$R" pruefen $S
