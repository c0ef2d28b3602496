# What a killed predecessor left is gone after the next call that writes there; what a living process is writing stays.
# Until it is whole, nobody else may look into a folder or file that is being written.
. "$TOP/tests/clerk.sh"
cp -r "$TOP/content" content
check "taken in" status 0 rs aufnehmen -q $SESSIONS/*/*.xml
sleep 0 & dead=$!
wait $dead
left() { ls -A "$1" | grep -E '\.(tmp|neu-[0-9]+)$'; }
mkdir aus ".oparl.neu-$dead" "aus/.x.pdf.$dead-0.tmp"
rmdir "aus/.x.pdf.$dead-0.tmp"
echo half >"aus/.x.pdf.$dead-0.tmp"
echo half >"aus/.x.pdf.$dead-0.tmp.alt"
echo half >".oparl.neu-$dead/system.json"
echo half >"aus/.y.pdf.neu-$dead"
echo now >"aus/.z.pdf.$$-0.tmp"
echo mine >"aus/.notiz.tmp"
echo mine >"aus/12-1.tmp"
check "exported" status 0 rs oparl exportieren -q -o oparl
check "the folder of the one that was killed is gone" equal "$(left .)" ""
check "set" status 0 "$R" setzen -q -o aus $PAPER
check "its files are gone, others stay" equal "$(left aus)" .notiz.tmp ".z.pdf.$$-0.tmp" 12-1.tmp
if command -v strace >/dev/null; then
	strace -f -e trace=mkdir,mkdirat,open,openat -o trace "$R" oparl exportieren -q --register r.db -o oparl
	strace -f -e trace=open,openat -o trace2 "$R" setzen -q -o aus $PAPER
	check "the folder is private while it is written" grep -qE 'mkdir.*\.oparl\.neu-[0-9]+", 0700' trace
	check "so is a file" grep -qE '(O_WRONLY.*O_TMPFILE|\.tmp", O_WRONLY.*), 0600' trace2
else
	skip "private while written: strace is missing"
fi
check "then as the umask says" equal "$(stat -c %a oparl)" "$(printf %o $((0777 & ~$(umask))))"
check "the PDF too" equal "$(stat -c %a aus/*.pdf | sort -u)" "$(printf %o $((0666 & ~$(umask))))"

# A backup every night: a folder as target, named after the day; the same day again replaces it.
mkdir sicherung
check "backed up into a folder" status 0 rs register sichern -q sicherung
check "and again that day" status 0 rs register sichern -q sicherung
at 2023-05-17T01:20:00Z
check "and the day after" status 0 rs register sichern -q sicherung
check "one for each day" equal "$(ls sicherung)" r-2023-05-16.db r-2023-05-17.db
touch "sicherung/.r-2023-05-17.db.neu-$dead" "sicherung/.r-2023-05-17.db.neu-$dead-journal" \
	"sicherung/.r.db.neu-$$-journal"
check "a third name" status 0 rs register sichern -q sicherung/hand.db
check "what a killed one left of it is gone" equal "$(ls -A sicherung)" ".r.db.neu-$$-journal" hand.db \
	r-2023-05-16.db r-2023-05-17.db
rm sicherung/hand.db "sicherung/.r.db.neu-$$-journal"
echo other >sicherung/r-2023-05-18.db
at 2023-05-18T01:20:00Z
check "what is no backup is not replaced" status 3 rs register sichern -q sicherung
check "it stays" grep -q other sicherung/r-2023-05-18.db
check "a name is still never overwritten" status 3 rs register sichern -q sicherung/r-2023-05-16.db
check "a backup can be read" says "2023/0123" "$R" register liste --register sicherung/r-2023-05-17.db

# The units of the handbook do just that.
python3 - "$TOP/content/handbuch/10-gremien.xml" <<'P'
import re, sys
units = re.findall(r'<quelltext><!\[CDATA\[(\[Unit\].*?)\]\]></quelltext>', open(sys.argv[1]).read(), re.S)
service, timer = (next(u for u in units if key in u) for key in ('register sichern', 'OnCalendar'))
open('ratssatz-sicherung.service', 'w').write(service + '\n')
open('ratssatz-sicherung.timer', 'w').write(timer + '\n')
open('command', 'w').write(re.search(r'^ExecStart=((?:.*\\\n)*.*)', service, re.M)[1] + '\n')
P
sed -i "s|/usr/local/bin/ratssatz|\"$R\"|; s|/srv/ris/register.db|r.db|; s|/srv/sicherung|nachts|" command
mkdir nachts
check "the command of the unit" status 0 bash command
check "the command of the unit, once more" status 0 bash command
check "it made one backup" equal "$(ls nachts)" r-2023-05-18.db
if command -v systemd-analyze >/dev/null; then
	# the quotes: a path with a blank is one word for bash and for systemd
	sed -i "s|/usr/local/bin/ratssatz|\"$R\"|; s|^User=.*|User=root|" ratssatz-sicherung.service
	check "systemd takes the units" status 0 systemd-analyze verify --man=no ./ratssatz-sicherung.service \
		./ratssatz-sicherung.timer
else
	skip "the units: systemd-analyze is missing"
fi

# What a killed one began is taken back by who may write; who may only read is told so, and sees nothing half.
python3 - <<'P'
import shutil, sqlite3
shutil.copy('r.db', 'half.db')
half = sqlite3.connect('half.db', isolation_level=None)
half.execute('PRAGMA cache_size = 1')
half.execute('BEGIN EXCLUSIVE')
for n in range(2):
    half.execute('INSERT INTO volltext VALUES (?, "x", "y", ?, "t", ?)', (99998 + n, str(n), 'u' * 900000))
shutil.copy('half.db', 'hot.db')
shutil.copy('half.db-journal', 'hot.db-journal')
P
chmod 644 hot.db hot.db-journal
somebody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null && somebody test -r "$PWD/hot.db" -a -x "$R"; then
	check "only reading" status 3 somebody "$R" register liste --register hot.db
	check "told why" grep -q 'hot.db: Fehler: Ein Befehl ist hier abgebrochen' "$WORK/stderr"
else
	skip "a register of a killed command, only read: setpriv or root is missing, or a way in for others"
fi
check "by who may write it is put right" says "2023/0123" "$R" register liste --register hot.db
check "nothing of it stays" equal "$(ls hot.db*)" hot.db
