# Five tasks with their steps counted, here and in LibreOffice Writer: an amount corrected everywhere, a Massnahme more,
# an agenda of eight papers, their results, the Synopse.
in_chromium || return 0
"$TOP/.ci/ready" long >ready.log 2>&1
office=$(command -v soffice) && /usr/bin/python3 -c 'import uno' 2>/dev/null || {
	skip "steps in LibreOffice Writer: soffice or python3-uno is not there"
	return 0
}
session_ahead 14
for n in 2 3 4 5 6 7 8; do
	sed "s/2026-03-19/$(in_days 14)/g; s/ nummer=\"[^\"]*\"//; s/id=\"radweg\"/id=\"radweg-abschnitt-$n\"/
		s/ datum=\"2026-0[0-9]-[0-9]*\" oeff/ datum=\"$(in_days -3)\" oeff/
		s|an der Talstraße</titel>|an der Talstraße, Abschnitt $n</titel>|" \
		content/hohenfeld/sitzungen/2026-03-19/vorlage-radweg.xml >content/$AHEAD/vorlage-radweg-$n.xml
done
waiting_paper
sed -i 's/<beschluss id="[^"]*">/<beschluss>/' content/$AHEAD/vorlage-*.xml
desk -o aus
verdicts python3 "$DESK/steps.py" "$port" "$axe" "$R" "$AHEAD/sitzung.xml" /usr/bin/python3 "$office"
cat steps.txt
