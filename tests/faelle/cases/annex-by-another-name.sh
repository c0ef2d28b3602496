# An Anlage is known by its bytes, too: renamed, in a folder of another name or back after it was left out it is still
# the one that was not public or was taken back; it is taken back under every name it went out by.
. "$TOP/tests/faelle/full-paper.sh"
echo 'GEHEIMPLAN des Platzes.' >$S/plan.txt
full_paper_out "Spielplatz am Bach"
check "exported" status 0 rs oparl exportieren -q -o oparl
check "its words are out" grep -rq GEHEIMPLAN oparl
mkdir kept && cp -r r.db aus sitz $S kept
other=content/beckum/sitzungen/anders
back() {
	rm -rf r.db aus sitz oparl $S $other
	cp -r kept/neu $S
	cp -r kept/{r.db,aus,sitz} .
}
exported() { rm -rf oparl; check "$1: exported" status 0 rs oparl exportieren -q -o oparl; }
gone() { exported "$1"; check "$1: no word of it" nowhere GEHEIMPLAN oparl; }
renamed() { mv $S/plan.pdf $S/lage.pdf; sed -i 's|datei="plan.pdf"|datei="lage.pdf"|' $V; }
without() {
	sed -i 's|^<anlagen>.*</anlagen>|<!-- Anlagen -->|' $V
	sed -i 's/, wie Anlage 1 zeigt//' $S/mehr.xml
}
refused() {
	check "$1: not taken in" status 1 rs aufnehmen -q $V
	check "$1: told" grep -q "lage.pdf (derselbe Inhalt wie beckum/sitzungen/neu/plan.pdf) war" "$WORK"/stderr
	check "$1: not released" status 1 rs freigeben -q $V
	gone "$1"
	check "$1: with the word" status 0 rs freigeben -q --wird-oeffentlich $V
	check "$1: from then on without" status 0 rs freigeben -q $V
}

check "taken back" status 0 rs zurueckziehen -q $S/plan.pdf --grund x --entfernen
check "the calendar names no Anlage and stays" test -e sitz/sitzung.ics -a ! -e sitz/mappe.pdf
gone "taken back"
renamed
refused "another name"

back
check "taken back" status 0 rs zurueckziehen -q $S/plan.pdf --grund x --entfernen
cp $V with.xml
without
check "without it" status 0 rs aufnehmen -q $V
check "without it: released" status 0 rs freigeben -q $V
cp with.xml $V
check "back under its name" status 1 rs aufnehmen -q $V
check "told" grep -q "Die Anlage plan.pdf war nichtöffentlich und würde öffentlich" "$WORK"/stderr
renamed
refused "back under another one"

back
sed -i 's/ titel="Plan"/& oeffentlich="nein"/' $V
renamed
check "turns non-public under another name" status 0 rs aufnehmen $V
check "told" grep -q "Die Anlage lage.pdf war öffentlich und ist es nicht mehr" "$WORK"/stderr
check "what lies there, too" grep -q "^aus/2100-0001-beschlussvorlage.pdf: Warnung: " "$WORK"/stderr
gone "non-public"
check "released" status 0 rs freigeben -q $V
cp $S/lage.pdf $S/plan.pdf
sed -i 's/lage.pdf/plan.pdf/; s/ titel="Plan" oeffentlich="nein"/ titel="Plan"/' $V
check "public under the first name" status 1 rs aufnehmen -q $V

# the same form twice, one of them public: nothing is taken back
back
cp $S/plan.pdf $S/kopie.pdf
sed -i 's|</anlagen>|<anlage datei="kopie.pdf" titel="Kopie" seiten="1" oeffentlich="nein"/>&|' $V
check "a copy that is not public" status 0 rs aufnehmen $V
check "no word of it" absent ZURUECKGEZOGEN "$WORK"/stderr
exported "a copy"
check "the other one stays" grep -rq GEHEIMPLAN oparl

# the folder gets another name
back
mv $S $other
check "moved: built anew" status 0 rs register neu-aufbauen -q
check "moved: released" status 0 rs freigeben -q $other/vorlage-v.xml
check "moved: issued" status 0 rs ausgeben -q -o aus $other/vorlage-v.xml
exported moved
check "moved: it is out" grep -rq GEHEIMPLAN oparl
check "moved: taken back" status 1 rs zurueckziehen -q $other/plan.pdf --grund x
check "moved: what was issued before, too" grep -q "^sitz/mappe.pdf: Fehler: " "$WORK"/stderr
gone moved
mv $other $S
check "back in its folder: built anew" status 0 rs register neu-aufbauen -q
check "back in its folder: not released" status 1 rs freigeben -q $V
back
mv $S $other
check "taken back where nobody released it yet" status 1 rs zurueckziehen -q $other/plan.pdf --grund x
gone "taken back there"

# an item that was not public and was left out for a while
back
item='<top id="haus"><titel>GEHEIM</titel><neutral>Ein Haus</neutral></top>'
sed -i "s|</tagesordnung>|<teil art=\"nichtoeffentlich\">$item</teil>&|" $SESSION
check "an item" status 0 rs freigeben -q $SESSION
cp $SESSION with.xml
sed -i 's|<teil art="nichtoeffentlich">.*</teil>||' $SESSION
check "it is left out" status 0 rs freigeben -q $SESSION
sed -i 's|<vorlagen/>|&<top id="haus"><titel>GEHEIM</titel></top>|' $SESSION
check "it comes back as a public one: refused" status 1 rs freigeben -q $SESSION
check "told" grep -q "Der Punkt der Tagesordnung war nichtöffentlich" "$WORK"/stderr
