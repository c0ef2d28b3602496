# What is taken back while another command that would make it public works is not public after it: the other waits for
# the register, sees it, and leaves nothing.
. "$TOP/tests/faelle/full-paper.sh"
full_paper_out "Verkauf für GEHEIMPREIS"
cat >meanwhile.py <<'P'
# usage: meanwhile.py THERE COMMAND…: holds the register until what COMMAND makes is there, then takes the paper back
import glob, os, sqlite3, subprocess, sys, time
there, command = sys.argv[1], sys.argv[2:]
db = sqlite3.connect('r.db', isolation_level=None)
db.execute('BEGIN IMMEDIATE')
p = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
while not glob.glob(there):
    assert p.poll() is None, p.stderr.read()
    time.sleep(0.01)
db.execute("INSERT INTO zurueckgezogen (lfd, ort, objekt, teil, grund, wann, freigabe) SELECT ifnull(max(lfd), 0) + 1,"
           " 'beckum', 'v', '', 'Namen', 4110163200, (SELECT max(lfd) FROM freigabe WHERE objekt = 'v')"
           " FROM zurueckgezogen")
db.execute('COMMIT')
said = p.communicate()[1]
sys.stderr.write(said)
sys.exit(p.returncode)
P
cp r.db public.db
check "issuing is refused" status 3 python3 meanwhile.py 'neu/tief/*.pdf' "$R" ausgeben -q --register r.db -o neu/tief \
	$V
recording "$TOP/tests/faelle/meanwhile.err" "$WORK"/stderr ||
	check "told why" diff "$TOP/tests/faelle/meanwhile.err" "$WORK"/stderr
check "neither file nor folder is left" test ! -e neu
cp public.db r.db
check "so is an export" status 3 python3 meanwhile.py '.oparl.neu-*/pruefsummen.sha256' "$R" oparl exportieren -q \
	--register r.db -o oparl
check "no folder is left" test ! -e oparl
