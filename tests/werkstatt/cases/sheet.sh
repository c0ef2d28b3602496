# Sheets that offices filled in: what they would change is shown, then taken over, each file an edit in the history.
check "the next edition" status 0 "$R" fortschreiben -q --von content/beckum/integrationskonzept-2018 \
	--nach content/beckum/probe-2020
check "sheets" status 0 "$R" stand -q --gestaltung templates --inhalt content --boegen boegen --format docx \
	content/beckum/probe-2020
printf '%s\n' '* schreiben' 'teils lesen beckum/probe-2020/02-09-interkulturelle-kompetenz.xml' >rollen
desk --anmeldung X-Remote-User --rollen rollen
verdicts python3 "$DESK/sheet.py" "$port" boegen "$TOP/tests/fortschreibung/fill.py"
recording "$DESK/sheet.err" said || check "what is said" diff "$DESK/sheet.err" said
check "nothing is left beside the history" test -z "$(find content -name '.*')"
