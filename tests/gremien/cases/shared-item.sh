# Papers under one item: numbered below it, and kept there once announced.
cp taken.db r.db
agenda ''
# below ITEMS: the session with an item that has these below it
below() { agenda "s|<vorlagen/>|<top id=\"hof\"><titel>Gemeinsames</titel>$1</top><vorlagen/>|"; }
one='<top id="g1" vorlage="2023/0125"/>' two='<top id="g2" vorlage="2023/0121"/>'
below "$one$two"
check "taken in with its papers" status 0 rs aufnehmen -q $SESSION
not_released="$(grep -n 'id="hof"' $SESSION | cut -d: -f1): Fehler: Die Vorlage 2023/0125 ist für dieses Gremium und \
diesen Tag nicht freigegeben"
check "papers that are not released" says "$not_released" rs tagesordnung -q --json $SESSION
check "released" status 0 rs freigeben -q $MAY/*.xml
check "items below the item" equal "$(items r.db | sed -n 4,7p)" "4 - Gemeinsames" "4.1 2023/0125 Regelmäßiger" \
	"4.2 2023/0121 Planung" "5 2023/0122 Aufbau"
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "in the calendar" bash -c "tr -d '\r\n' <sitzung/sitzung.ics | sed 's/ //g' |
	grep -q '4Gemeinsames.n4.1RegelmäßigerAustausch'"
check "in the Mappe" bash -c "pdftotext sitzung/mappe.pdf - | grep '^4\.2 *'"
check "in the announcement" bash -c "pdftotext sitzung/bekanntmachung.pdf - | grep '^4\.1 *'"
below "$two<top id=\"g3\" vorlage=\"2023/0124\"/>"
check "none is moved in" says "ist als TOP 7 bekannt gemacht" rs tagesordnung -q --json $SESSION
below "$two<top id=\"g4\"><titel>Nachtrag</titel></top>"
check "none is moved out" says "ist als TOP 4.1 bekannt gemacht" rs tagesordnung -q --json $SESSION
off='entfallen="ja" grund="Krank"'
below "$two<top id=\"g4\"><titel>Nachtrag</titel></top><top id=\"g1\" vorlage=\"2023/0125\" $off/>"
check "numbers stay, new ones follow" equal "$(items r.db | sed -n 4,8p)" "4 - Gemeinsames" \
	"4.1 2023/0125 entfallen" "4.2 2023/0121 Planung" "4.3 - Nachtrag" "5 2023/0122 Aufbau"
agenda "s|<vorlagen/>|<top id=\"hof\" $off><titel>Gemeinsames</titel>$one$two</top><vorlagen/>|"
check "all of it is taken off" equal "$(items r.db | sed -n 4,7p)" "4 - entfallen" "4.1 2023/0125 entfallen" \
	"4.2 2023/0121 entfallen" "5 2023/0122 Aufbau"
secret='<top id="ny"><titel>GEHEIMWORT</titel><neutral>Markt</neutral></top>'
secret='<top id="nx"><titel>GEHEIMWORT</titel><neutral>Grundstücke</neutral>'$secret'</top>'
below "$one$two"
sed -i "s|</teil>|</teil><teil art=\"nichtoeffentlich\">$secret</teil>|" $SESSION
check "in the non-public part" equal "$(items r.db | tail -n 2)" "1 - Grundstücke" "1.1 - Markt"

below "$one$two"
at 2023-06-01T10:00:00Z
check "a result" status 0 rs ergebnis -q --gremium integrationsrat --datum 2023-05-31 2023/0125 beschlossen
check "names the item below" grep -q 'top="4.1" ergebnis="beschlossen"' $MAY/vorlage-austausch.xml
check "exported" status 0 rs oparl exportieren -q -o oparl
check "OParl has the items below" py "
import json, glob
t = [a for f in glob.glob('oparl/meeting/*.json') for a in json.load(open(f)).get('agendaItem', [])
     if a['number'][0] == '4']
assert [a['number'] for a in t] == ['4', '4.1', '4.2'] and 'consultation' not in t[0]
assert t[1]['consultation'] != t[2]['consultation'] and t[1]['result'] == 'beschlossen'
assert all(json.load(open('oparl' + a['consultation'][21:]))['agendaItem'] == a['id'] for a in t[1:])"
