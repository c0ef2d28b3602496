# What is open: sessions to come with the last day of their notice, tasks that are due, what was written last.
session_ahead 14
check "a town with decisions" status 0 "$R" aufnehmen -q content/hohenfeld/verzeichnis.xml \
	content/hohenfeld/sitzungen/2026-03-19/*.xml
printf '%s\n' '* lesen' 'schreiberin schreiben' >rollen
desk
verdicts python3 "$DESK/start.py" "$port" "$AHEAD/sitzung.xml" "$(in_days 14)" "$(in_days 3)"
ends TERM
desk --anmeldung X-Remote-User --rollen rollen
verdicts python3 "$DESK/start.py" "$port"
