# Deleting a source takes nothing back: a rebuild says so, and the paper can still be taken back by its number. The
# export of another town is not replaced.
. "$TOP/tests/faelle/full-paper.sh"
full_paper_out "Verkauf für GEHEIMPREIS"
check "exported" status 0 rs oparl exportieren -q -o oparl
NUMBER=$(number v)
rm $V
check "built anew" status 0 rs register neu-aufbauen
check "told which" grep -q "ohne Quelle unter den Inhalten: 1 Vorlage, zuerst $NUMBER; " "$WORK"/stderr
check "it was announced and is public still" test -n "$(rs oparl exportieren -q -o o1 && grep -rl GEHEIMPREIS o1)"
check "taken back by its number" status 1 rs zurueckziehen "$NUMBER" --grund x
for f in aus/2100-0001-beschlussvorlage.pdf sitz/mappe.pdf sitz/bekanntmachung.pdf oparl; do
	check "told: $f" grep -q "^$f: Fehler" "$WORK"/stderr
done
check "removed" status 0 rs zurueckziehen -q "$NUMBER" --grund x --entfernen
check "exported" status 0 rs oparl exportieren -q -o o2
check "no word of it" nowhere GEHEIMPREIS o2 oparl
check "built anew, nothing to tell" status 0 rs register neu-aufbauen
check "nothing is told" absent QUELLEFEHLT "$WORK"/stderr

# another town
check "another town" status 0 "$R" aufnehmen -q --register h.db content/hohenfeld/verzeichnis.xml \
	content/hohenfeld/sitzungen/*/*.xml
cp -r oparl before
check "its export is not put in the place of ours" status 1 "$R" oparl exportieren --register h.db -o oparl
check "told whose it is" grep -q "^oparl: Fehler: Hier liegt die OParl-Ausgabe einer anderen Kommune (beckum)" \
	"$WORK"/stderr
check "nothing changed" diff -r before oparl
check "both in one register" status 0 rs aufnehmen -q content/hohenfeld/verzeichnis.xml
check "are exported there" status 0 rs oparl exportieren -q -o oparl
check "so is the other alone no more" status 1 "$R" oparl exportieren -q --register h.db -o oparl
