# A server that runs for weeks: periods of deletion are kept, roles read again, both without a new start.
printf 'schreiberin schreiben\n' >rollen
desk --anmeldung X-Remote-User --rollen rollen --aufheben 30
verdicts python3 "$DESK/periods.py" "$port" "$pid" rollen
check "it ends when it is told to" ends TERM
