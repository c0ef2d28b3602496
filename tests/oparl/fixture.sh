# A register with all that occurs: an invented person, sessions on both sides of the change of clocks, a non-public
# part, a supplement, more than a hundred papers. Exported before the announcement (early), on its day (day) and after
# the session (oparl).
cp -r "$TOP/content" content
member='<mitgliedschaft gremium="rat" rolle="Mitglied" stimmrecht="ja" von="2020-11-01"/><mitgliedschaft '
member=$member'gremium="integrationsrat" rolle="Mitglied" stimmrecht="nein" von="2021-01-01" fuer="rat"/>'
member=$member'<mitgliedschaft gremium="vhs" rolle="Gast"/>'       # no body, not part of the administration: not listed
person='id="mustermann" name="Dr. Erika Mustermann" vorname="Erika" nachname="Mustermann" titel="Dr."'
person="<person $person mail=\"e.mustermann@example.org\">$member</person>"
sed -i "s|</verzeichnis>|$person</verzeichnis>|" content/beckum/verzeichnis.xml
for day in 2023-03-25 2023-03-27 2023-06-15 2023-10-27 2023-10-30; do
	mkdir -p $SESSIONS/$day
	sed "s/integrationsrat-2023-05-31/integrationsrat-$day/; s/datum=\"2023-05-31\"/datum=\"$day\"/
		s/ beginn=\"17:00\"/ beginn=\"17:00\" ende=\"19:30\"/
		/<bekanntmachung/d" $SESSION >$SESSIONS/$day/sitzung.xml
done
secret_item $SESSION
secret_paper $MAY/vorlage-personal.xml
sed 's/id="baumpflanzung"/id="nachtrag"/; s/ nummer="/ ergaenzung="1" nummer="/' $PAPER >$MAY/vorlage-nachtrag.xml
mkdir -p $JUNE
for i in $(seq 105); do
	another_paper "p$i" "$JUNE/vorlage-$i.xml"
	sed -i "s/2023-05-31/2023-06-15/; s/Beschluss über die Planung/Beschluss $i über die Planung/" \
		"$JUNE/vorlage-$i.xml"
done

at 2023-05-15T08:00:00Z
old="$SESSIONS/2018-01/*.xml" concept=content/beckum/integrationskonzept-2018
check "taken in" status 0 rs aufnehmen -q $SESSIONS/*/*.xml $concept
check "exported, nothing released" export_to none
check "taken in, not released: no paper" holds none 'n("Paper") == 0 and n("Meeting") == 8'
check "released" status 0 rs freigeben -q $MAY/*.xml $old $JUNE/*.xml $concept
check "issued" status 0 rs ausgeben -q -o ausgabe $MAY/*.xml $old $concept
check "exported before the announcement" export_to early
at 2023-05-16T08:00:00Z
check "taken in on the day of the announcement" status 0 rs aufnehmen -q $SESSION
check "exported on that day" export_to day
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
at 2023-06-02T08:00:00Z
check "a result" status 0 rs ergebnis -q --gremium integrationsrat --datum 2023-05-31 2023/0123 "einstimmig"
check "exported" export_to oparl
