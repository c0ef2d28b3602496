# Somebody who may read but not write, in Chromium: the pages and the outline, nothing that would be refused.
in_chromium || return 0
printf '%s\n' 'leser lesen' 'schreiberin schreiben' >rollen
desk --anmeldung X-Remote-User --rollen rollen
verdicts python3 "$DESK/reader.py" "$port" "$axe"
