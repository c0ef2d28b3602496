# Saves, two at once, the history and the way back.
desk
verdicts python3 "$DESK/save.py" "$port"
recording "$DESK/save.err" said || check "what is said" diff "$DESK/save.err" said
check "a register" status 0 "$R" aufnehmen -q content/beckum/verzeichnis.xml
check "its backup" status 0 "$R" register sichern -q --register content/beckum/register.db nacht.db
check "takes the history along" test -s nacht.db.werkstatt
check "the history is for its owner alone" equal "$(stat -c %a content/werkstatt.db)" 600
check "it ends when it is told to" ends TERM
