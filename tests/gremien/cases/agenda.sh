# The order of the agenda before it is announced: the town's, unless the session says otherwise.
check "in the order of the town" equal "$(items r.db)" "1 - Anfragen" "2 - Niederschrift" "3 - Bericht" \
	"4 2023/0121 Planung" "5 2023/0122 Aufbau" "6 2023/0123 Beschluss" "7 2023/0124 Beschluss" \
	"8 2023/0125 Regelmäßiger" "9 - Anfragen"
agenda 's|<top id="bericht"|<top id="vor" vorlage="2023/0125" fest="ja"/><top id="bericht"|'
check "a paper in a place of its own" equal "$(items r.db)" "1 - Anfragen" "2 - Niederschrift" \
	"3 2023/0125 Regelmäßiger" "4 - Bericht" "5 2023/0121 Planung" "6 2023/0122 Aufbau" "7 2023/0123 Beschluss" \
	"8 2023/0124 Beschluss" "9 - Anfragen"
agenda 's|<vorlagen/>|<vorlagen/><top id="weg" vorlage="2023/0122" entfallen="ja" grund="Krankheit"/>|'
check "taken off before the announcement: no gap" equal "$(items r.db)" "1 - Anfragen" "2 - Niederschrift" \
	"3 - Bericht" "4 2023/0121 Planung" "5 2023/0123 Beschluss" "6 2023/0124 Beschluss" "7 2023/0125 Regelmäßiger" \
	"8 - Anfragen"
check "its files" status 0 rs tagesordnung -q -o sitzung $SESSION
check "its calendar has no item without a number" absent '\(null\)|entfällt' sitzung/sitzung.ics
for f in tagesordnung-intern bekanntmachung; do pdftotext sitzung/$f.pdf $f.txt; done
check "the house reads why" grep -q "Krankheit" tagesordnung-intern.txt
check "and what" grep -q "Aufbau" tagesordnung-intern.txt
check "the announcement does not have it" absent "Aufbau|Krankheit" bekanntmachung.txt
agenda 's|<vorlagen/>|<top id="eigen"><titel>Vortrag eines Vereins</titel></top><vorlagen/>|'
check "an item without a paper" equal "$(items r.db | sed -n 3,5p)" "3 - Bericht" "4 - Vortrag" "5 2023/0121 Planung"
agenda 's|<top id="bericht"|<top id="vor" vorlage="2023/0999"/><top id="bericht"|'
check "a paper that is not released" status 1 rs tagesordnung -q --json $SESSION
agenda 's|<vorlagen/>||'
check "released papers without a place" status 1 rs tagesordnung -q --json $SESSION
agenda '/<bekanntmachung/d'
check "no announcement without its date" status 1 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
