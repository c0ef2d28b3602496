# Papers under one item: not yet released; moved in and out after they are announced.
cp taken.db r.db
# below ITEMS: the session with an item that has these below it
below() {
	sed "s|<vorlagen/>|<top id=\"hof\"><titel>Gemeinsames</titel>$1</top><vorlagen/>|" "$TOP/$SESSION" >$SESSION
}
one='<top id="g1" vorlage="2023/0125"/>' two='<top id="g2" vorlage="2023/0121"/>'
below "$one$two"
say aufnehmen --register r.db $SESSION
say tagesordnung --register r.db -o sitzung $SESSION
say freigeben --register r.db $MAY/*.xml
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
below "$two<top id=\"g3\" vorlage=\"2023/0124\"/>"
say tagesordnung --register r.db -o sitzung $SESSION
below "$two<top id=\"g4\"><titel>Nachtrag</titel></top>"
say tagesordnung --register r.db -o sitzung $SESSION
heard
