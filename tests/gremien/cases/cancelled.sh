# A session that is moved or cancelled: the notice says why, calendars and OParl follow; nothing of it goes unsaid.
agenda ''
ics() { tr -d '\r' <"$1/sitzung.ics"; }
oparl_meeting() {
	rm -rf oparl
	rs oparl exportieren -q -o oparl
	py 'import glob, json
m = [json.load(open(f)) for f in glob.glob("oparl/meeting/*.json")]
m = [x for x in m if "31.05.2023" in x["name"]]
print(m[0]["name"], m[0]["start"], m[0]["cancelled"])'
}
check "a first look" status 0 rs tagesordnung -q -o zuerst $SESSION
check "it lasts as long as the town says" bash -c "tr -d '\r' <zuerst/sitzung.ics | grep -qx DTEND:20230531T170000Z"
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o s1 $SESSION
check "the first one" equal "$(ics s1 | grep -E 'SEQ|STATUS|LAST|METHOD')" METHOD:PUBLISH \
	LAST-MODIFIED:20230516T012000Z SEQUENCE:0 STATUS:CONFIRMED
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o s1b $SESSION
check "nothing new" equal "$(ics s1b)" "$(ics s1)"

# another day needs a word
at 2023-05-20T10:00:00Z
agenda 's|beginn="17:00"|beginn="18:00"|'
check "another time in silence" says '17:00 Uhr bekannt gemacht und soll jetzt zu einer anderen Zeit sein' \
	rs tagesordnung -q --bekanntgeben -o s2 $SESSION
agenda 's|beginn="17:00"|beginn="18:00" verlegt-von="2023-05-31"|'
check "a move without a reason" says 'Die Sitzung ist verlegt und sagt nicht, warum' \
	rs tagesordnung -q --bekanntgeben -o s2 $SESSION
agenda 's|beginn="17:00"|beginn="18:00" verlegt-von="2023-05-31" grund="Der Saal ist bis 18 Uhr belegt."|'
check "a move" status 0 rs tagesordnung -q --bekanntgeben -o s2 $SESSION
check "in the calendar" equal "$(ics s2 | grep -E 'SEQ|STATUS|LAST|METHOD|DTSTART|UID')" METHOD:PUBLISH \
	UID:integrationsrat-2023-05-31@beckum LAST-MODIFIED:20230520T100000Z SEQUENCE:1 STATUS:CONFIRMED \
	DTSTART:20230531T160000Z
check "in the notice" bash -c "pdftotext s2/bekanntmachung.pdf - | tr '\n' ' ' |
	grep -q 'Die Sitzung war angekündigt für den 31. Mai 2023. Der Saal ist bis 18 Uhr belegt.'"
check "in OParl" equal "$(oparl_meeting)" "Integrationsrat, Sitzung am 31.05.2023 2023-05-31T18:00:00+02:00 False"

# another body
agenda 's|gremium="integrationsrat"|gremium="rat"|'
for command in "aufnehmen" "freigeben" "tagesordnung --bekanntgeben -o s2"; do
	# shellcheck disable=SC2086
	check "another body: $command" status 1 rs $command -q $SESSION
	check "told" grep -q "Gremium „integrationsrat“ bekannt gemacht und wäre jetzt eine von „rat“" stderr
done
check "in OParl it is that of its body" equal "$(oparl_meeting)" \
	"Integrationsrat, Sitzung am 31.05.2023 2023-05-31T18:00:00+02:00 False"

# moved to another day without its papers
agenda 's|datum="2023-05-31" beginn|datum="2023-06-07" verlegt-von="2023-05-31" grund="Der Saal ist gesperrt." beginn|'
check "its papers would be left behind" says "Die Vorlage 2023/0123 nennt in ihrer Beratungsfolge noch den" \
	rs tagesordnung -q -o s2b $SESSION

cp -r content kept
cp r.db kept.db
sed -i '/<beratung/s|datum="2023-05-31"|datum="2023-06-07"|' $MAY/vorlage-*.xml
check "they follow" status 0 rs aufnehmen -q $MAY/*.xml
check "released for the new day" status 0 rs freigeben -q $MAY/vorlage-*.xml
check "announced for the new day" status 0 rs tagesordnung -q --bekanntgeben -o s2c $SESSION
check "no item is withdrawn" absent entfallen <(pdftotext s2c/bekanntmachung.pdf -)
check "the calendar moves it" equal "$(ics s2c | grep -E 'SEQ|DTSTART|UID')" \
	UID:integrationsrat-2023-05-31@beckum SEQUENCE:2 DTSTART:20230607T150000Z
rm -r content
mv kept content
mv kept.db r.db

# cancelled
at 2023-05-25T10:00:00Z
agenda 's|beginn="17:00"|beginn="18:00" abgesagt="ja" grund="Es liegen keine Vorlagen vor."|'
check "a cancellation" status 0 rs tagesordnung -q --bekanntgeben -o s3 $SESSION
check "cancelled in the calendar" equal "$(ics s3 | grep -E 'SEQ|STATUS|LAST|METHOD|SUMMARY|COMMENT')" \
	METHOD:CANCEL LAST-MODIFIED:20230525T100000Z SEQUENCE:2 STATUS:CANCELLED \
	"SUMMARY:Abgesagt: Sitzung: Integrationsrat\, Stadt Beckum" \
	"COMMENT:Es liegen keine Vorlagen vor."
check "cancelled in the notice" bash -c "pdftotext s3/bekanntmachung.pdf - | tr '\n' ' ' |
	grep -q 'Absage der Sitzung.*Die Sitzung fällt aus. Es liegen keine Vorlagen vor.'"
check "cancelled in OParl" equal "$(oparl_meeting)" \
	"Integrationsrat, Sitzung am 31.05.2023 2023-05-31T18:00:00+02:00 True"
check "a source goes out with it" detached weg s3/bekanntmachung.pdf
check "the reason is in it" grep -rq 'keine Vorlagen vor' weg
agenda 's|beginn="17:00"|beginn="18:00"|'
check "it takes place after all" status 0 rs tagesordnung -q --bekanntgeben -o s4 $SESSION
check "the calendar takes it back" equal "$(ics s4 | grep -E 'SEQ|STATUS')" SEQUENCE:3 STATUS:CONFIRMED
check "the register is sound after all that" status 0 rs register pruefen

# a paper that waits for a session which does not take place
agenda 's|beginn="17:00"|beginn="18:00" abgesagt="ja" grund="Es liegen keine Vorlagen vor."|'
check "cancelled again" status 0 rs tagesordnung -q --bekanntgeben -o s5 $SESSION
sed -i 's| ergebnis="[^"]*"||' $PAPER
check "its papers are told" says "[SITZUNGABGESAGT]" rs pruefen $PAPER
cp $PAPER before.xml
at 2023-06-05T10:00:00Z
check "and have no result" says "Sitzung dieser Beratung ist abgesagt" \
	rs ergebnis "$PAPER" "beschlossen" --gremium integrationsrat --datum 2023-05-31
check "nothing is entered" cmp before.xml $PAPER
