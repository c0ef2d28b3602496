# Who may come in; no way out of the contents.
desk
verdicts python3 "$DESK/doors.py" "$port"
check "still there" kill -0 "$pid"
recording "$DESK/doors.err" said || check "what is said" diff "$DESK/doors.err" said
