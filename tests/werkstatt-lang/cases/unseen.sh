# A session from its paper to the receipt of the council system, by somebody who does not see: roles, names and what is
# said by itself are all that is used, and the keyboard.
in_chromium || return 0
session_ahead 14
waiting_paper
desk -o aus
verdicts python3 "$DESK/unseen.py" "$port" "$axe" "$AHEAD/sitzung.xml"
number=$(sed -n 's/.* nummer="\([^"]*\)".*/\1/p' "content/$AHEAD/vorlage-radweg.xml" | head -n 1)
check "the receipt is in the register" says RIS- "$R" register zeige "$number" --register content/hohenfeld/register.db
