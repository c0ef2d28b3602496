# Who may come in; no way out of the contents.
desk
verdicts python3 "$DESK/doors.py" "$port"
check "still there" kill -0 "$pid"
recording "$DESK/doors.err" said || check "what is said" diff "$DESK/doors.err" said
# a register that is named is one
mkfifo pfeife.db
echo "kein Register" >text.db
for f in pfeife text; do
	check "$f.db is refused" status 3 timeout 60 "$R" werkstatt --inhalt content --port 0 --register $f.db
	check "and said" grep -q "^$f.db: Fehler: .*REGISTERDEFEKT" "$WORK/stderr"
done
