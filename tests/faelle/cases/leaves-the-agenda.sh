# A paper that leaves an announced agenda is told at once, since what was announced stands until it is announced anew;
# then the item keeps its number and is dropped everywhere: notice, Mappe, calendar, OParl.
. "$TOP/tests/faelle/full-paper.sh"
full_paper_out "Spielplatz am Bach"
session t 2100-06-05 17:00
sed -i 's/2026-01-02/2100-05-01/' $S/sitzung-t.xml
check "another session" status 0 rs aufnehmen -q $S/sitzung-t.xml
cp r.db announced.db
cp $V announced.xml
at 2100-04-03T08:00:00Z
moved() { sed -i 's/datum="2100-05-05"/datum="2100-06-05"/' $V; }
undated() { sed -i 's/ datum="2100-05-05"//' $V; }
for how in moved undated; do
	cp announced.db r.db
	cp announced.xml $V
	rm -rf neu oparl
	$how
	check "$how: taken in" status 0 rs aufnehmen $V
	grep TOPENTFAELLT "$WORK"/stderr >told
	check "$how: told where it stands" grep -q "vorlage-v.xml:2: Warnung: Die Vorlage steht als TOP 2 .* „s“" told
	check "$how: released" status 0 rs freigeben -q $V
	check "$how: announced anew" status 0 rs tagesordnung -q --bekanntgeben -o neu $SESSION
	for f in bekanntmachung mappe; do
		pdftotext neu/$f.pdf - | tr '\n' ' ' >words
		check "$how: dropped in $f" grep -q "Spielplatz am Bach (entfallen)" words
	done
	check "$how: in the calendar" grep -q "(entfällt)" <(tr -d '\r' <neu/sitzung.ics | sed ':a;N;$!ba;s/\n //g')
	check "$how: which is a newer one" grep -q "^SEQUENCE:1" neu/sitzung.ics
	check "$how: exported" status 0 rs oparl exportieren -q -o oparl
	check "$how: in OParl" grep -rq '"number":"2",.*"result":"entfallen"' oparl/agendaitem
	check "$how: nothing is told again" absent TOPENTFAELLT <(rs aufnehmen $V 2>&1)
done
cp announced.db r.db
cp announced.xml $V
check "taken back" status 1 rs zurueckziehen $V --grund x
cp "$WORK"/stderr told
at 2100-04-04T08:00:00Z
for i in 1 2; do
	check "announced anew" status 0 rs tagesordnung -q --bekanntgeben -o back $SESSION
	check "$i: the calendar is a newer one, once" grep -q "^SEQUENCE:1" back/sitzung.ics
	check "$i: with its time" grep -q "^LAST-MODIFIED:21000404T" back/sitzung.ics
done
check "told that the agenda names it" grep -q "TOP 2 der Sitzung „s“ ist mit dem bisherigen Titel" told
