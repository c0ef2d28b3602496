# Once announced, numbers stay; what comes later is a supplement; no number is given twice.
agenda ''
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
before=$(issued_rows r.db)
agenda 's/id="integrationsrat-2023-05-31"/id="eine-andere"/'
cp r.db known.db
check "under another id it is not taken in" says "[NICHTAUFGENOMMEN]" rs tagesordnung --bekanntgeben -o andere $SESSION
check "nothing is written" test ! -e andere
check "nor entered" cmp r.db known.db
check "its draft can be seen" status 0 rs tagesordnung -q -o entwurf $SESSION
agenda ''
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "announced again: no new row" test "$(issued_rows r.db)" -eq "$before"
check "the Mappe is proved" status 0 rs nachweis sitzung/mappe.pdf
more='<top id="weg" vorlage="2023/0122" entfallen="ja" grund="Zurückgezogen"/>'
more+='<top id="eigen"><titel>Vortrag eines Vereins</titel></top>'
agenda "s|<vorlagen/>|<vorlagen/>$more|; s|<top id=\"bericht\" art=\"bericht\"/>||"
check "the numbers stay" equal "$(items r.db)" "1 - Anfragen" "2 - Niederschrift" "3 - entfallen" \
	"4 2023/0121 Planung" "5 2023/0122 entfallen" "6 2023/0123 Beschluss" "7 2023/0124 Beschluss" \
	"8 2023/0125 Regelmäßiger" "9 - Anfragen" "10 - Vortrag"
cp sitzung/bekanntmachung.pdf official.pdf
check "it is released" status 0 rs freigeben -q $SESSION
check "a supplement is announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "the first announcement stays" cmp sitzung/bekanntmachung.pdf official.pdf
check "the supplement stands beside it" test -e sitzung/bekanntmachung-2.pdf
agenda 's|<vorlagen/>|<vorlagen/><top id="noch"><titel>Noch ein Punkt</titel></top>|'
check "no number is given twice" equal "$(items r.db | tail -n 2)" "10 - entfallen" "11 - Noch"
check "the register is sound after all that" status 0 rs register pruefen
