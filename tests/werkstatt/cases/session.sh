# A session in Chromium: its agenda in order, a paper on it, announced, minutes while people talk.
in_chromium || return 0
session_ahead 14
sed "s/2026-03-19/$(in_days 14)/g; s/ nummer=\"[^\"]*\"//; s/id=\"radweg\"/id=\"radweg-zwei\"/
	s/ datum=\"2026-0[0-9]-[0-9]*\" oeff/ datum=\"$(in_days -3)\" oeff/" \
	content/hohenfeld/sitzungen/2026-03-19/vorlage-radweg.xml >content/$AHEAD/vorlage-radweg.xml
rm -r content/hohenfeld/sitzungen/2026-03-19
desk -o aus
verdicts python3 "$DESK/session.py" "$port" "$axe" "$AHEAD/sitzung.xml"
