# The machine is lost: contents, register and history come back on an empty one by the commands of the handbook.
desk -o aus
verdicts python3 "$DESK/drill.py" "$port" before
mkdir sicherung
check "the backup of the night" status 0 "$R" register sichern -q --register content/beckum/register.db sicherung
backup=$(cd sicherung && ls register-*.db)
check "takes the history along" test -s "sicherung/$backup.werkstatt"
ends TERM
cp -r content kept
find kept -name '*.db*' -delete
rm -r content aus
mv kept content
sed -n '/<quelltext id="werkstatt-zurueck">/,/<\/quelltext>/p' "$TOP/content/handbuch/17-werkstatt.xml" |
	sed 's/<[^>]*>//g; s/musterstadt/beckum/g; s/register-2026-03-05.db/'"$backup"'/g' >commands
check "the handbook has them" test "$(grep -c . commands)" -ge 4
check "its commands" status 0 env PATH="$(dirname "$R"):$PATH" bash -e commands
check "the register is sound" status 0 "$R" register pruefen -q --register content/beckum/register.db
check "the history is for its owner alone" equal "$(stat -c %a content/werkstatt.db)" 600
desk -o aus
verdicts python3 "$DESK/drill.py" "$port" after
