# One attribute less, and a secret would be public: a paper, an Anlage, a step, an item that was not public is taken in
# by nobody until it is released with a word that says so.
. "$TOP/tests/faelle/full-paper.sh"
STEP='gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"'
sed -i 's|</tagesordnung>|<teil art="nichtoeffentlich">@<vorlagen/></teil>&|' $SESSION
sed -i 's|@|<top id="haus"><titel>GEHEIMES Haus</titel><neutral>Ein Haus</neutral></top>|' $SESSION
sed -i 's/ titel="Plan"/& oeffentlich="nein"/' $V
full() { check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V &&
	check "released" status 0 rs freigeben -q $V; }
exported() { rs oparl exportieren -q -o oparl && grep -rq "$1" oparl; }
# refused WHAT AT FILE WORD: taken in, released, issued and announced by nobody; released with the word it is
refused() {
	local at
	at=$(basename "$3"):$2
	check "$1: not taken in" status 1 rs aufnehmen -q "$3"
	check "$1: told at its line" grep -q "$at: Fehler: .*würde öffentlich" "$WORK"/stderr
	check "$1: and how it may be" grep -q -- "--wird-oeffentlich $3" "$WORK"/stderr
	check "$1: not released" status 1 rs freigeben -q "$3"
	check "$1: not announced" status 1 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
	check "$1: no word of it" status 1 exported "$4"
	check "$1: with the word" status 0 rs freigeben -q --wird-oeffentlich "$3"
}
WORD="Plan der Stadt"
full
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "issued" status 0 rs ausgeben -q -o aus $V
sed -i 's/ titel="Plan" oeffentlich="nein"/ titel="Plan der Stadt"/' $V
refused "Anlage" "$(grep -n '<anlage ' $V | cut -d: -f1)" $V "$WORD"
check "issued" status 0 rs ausgeben -q -o aus $V
sed -i '6s|<top id="haus">.*</top>||; 5s|<vorlagen/>|<top id="haus"><titel>GEHEIMES Haus</titel></top>&|' $SESSION
refused "item" 5 $SESSION "GEHEIMES Haus"
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "now it is public" exported "GEHEIMES Haus"

# the paper itself, and a step of it
rm r.db
WORD='"role":"Entscheidung"'
full_paper "GEHEIMER Verkauf" "$(step "$STEP" 'oeffentlich="nein"')"
full
sed -i 's/ oeffentlich="nein"//' $V
cp r.db before.db
check "built anew from that" status 0 rs register neu-aufbauen -q
check "the step is none for programs" absent GEHEIMER <(rs tagesordnung -q --json $SESSION 2>/dev/null)
cp before.db r.db
refused "step" "$(grep -n '<beratung ' $V | cut -d: -f1)" $V "$WORD"
rm r.db
sed -i 's/ datum="2100-01-02"/& oeffentlich="nein"/' $V
full
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
sed -i 's/ datum="2100-01-02" oeffentlich="nein"/ datum="2100-01-02"/' $V
refused "paper" 2 $V "GEHEIMER Verkauf"
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "now it is public" exported "GEHEIMER Verkauf"

# a paper that was never released may still be either
rm r.db
full_paper "Verkauf" "$(step "$STEP")"
sed -i 's/ datum="2100-01-02"/& oeffentlich="nein"/' $V
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $V
sed -i 's/ datum="2100-01-02" oeffentlich="nein"/ datum="2100-01-02"/' $V
check "and public" status 0 rs aufnehmen -q $V
check "released" status 0 rs freigeben -q $V
