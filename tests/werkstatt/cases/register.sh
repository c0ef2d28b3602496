# A register that is damaged, replaced or gone is told, with 503 where nothing can be said or done without it: never
# as if nothing had been announced.
session_ahead 14
check "taken in" status 0 "$R" aufnehmen -q content/hohenfeld/verzeichnis.xml content/$AHEAD/sitzung.xml
desk -o aus
verdicts python3 "$DESK/register.py" "$port" "$AHEAD/sitzung.xml" content/hohenfeld/register.db
recording "$DESK/register.err" said || check "what is said" diff "$DESK/register.err" said
