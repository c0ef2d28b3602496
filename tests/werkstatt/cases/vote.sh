# Minutes in Chromium: elections, roll calls, groups, secret votes, several votes on one item, made of the schema.
in_chromium || return 0
desk
verdicts python3 "$DESK/vote.py" "$port" "$axe"
"$R" pruefen content/hohenfeld/sitzungen/2026-03-19/niederschrift.xml >told 2>&1
check "the numbers that do not fit are told" says "Bei TOP N 1 zählen" cat told
check "nothing was entered that the schema does not allow" \
	absent '\[(ELEMENT|REIHENFOLGE|ANZAHL|PFLICHT|TEXT|ATTRIBUT|FORM)\]' told
