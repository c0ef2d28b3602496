# It reads what others write meanwhile, and never writes; issued files that are gone or changed are not given out.
check "the server starts" server "$R" log
sed -i 's|<titel>Beschluss über die Planung|<titel>NEUER TITEL über die Planung|' $PAPER
check "taken in while it serves" status 0 rs aufnehmen -q $PAPER
check "what is not released is not told" eval "! holds body/beckum/paper.json 'NEUER TITEL'"
check "released while it serves" status 0 rs freigeben -q $PAPER
check "and read at once" holds body/beckum/paper.json 'NEUER TITEL'
file=2023-0123-beschlussvorlage.pdf
curl -s "http://localhost:$port/body/beckum/file.json" >files.json
path=$(grep -o "http[^\"]*/file/[^\"]*/$file" files.json | head -n 1 | cut -d/ -f4-)
check "a file" is "$path" 200
mv ausgabe/$file away.pdf
check "a file that is gone" is "$path" 500
{ cat away.pdf; echo x; } >ausgabe/$file
check "a file with other bytes" is "$path" 500
rm ausgabe/$file && ln -s ../away.pdf ausgabe/$file
check "a link in its place" is "$path" 500
check "the reason is in the log" grep -q 'OPARLDATEI' log
mv away.pdf ausgabe/$file
check "there again" is "$path" 200
check "no right it could still gain" grep -q 'NoNewPrivs:.1' /proc/$pid/status
if grep -q Landlock log && ! grep -q 'ohne Landlock' log; then pass; else skip "Landlock: this kernel has none"; fi
# a writer holds the register: no answer yet, then the right one
check "a short writer only makes it wait" python3 - "$port" <<'P'
import select, socket, sqlite3, sys
con = sqlite3.connect('r.db')
con.execute('BEGIN EXCLUSIVE')
with socket.create_connection(('127.0.0.1', int(sys.argv[1])), timeout=60) as s:
    s.sendall(b'GET /system.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    early = select.select([s], [], [], 0.3)[0]
    con.rollback()
    got = b''
    while part := s.recv(65536):
        got += part
assert not early and got.startswith(b'HTTP/1.1 200') and b'oparlVersion' in got, (early, got[:300])
P
# one that holds it longer than a reader waits
check "a long writer: 503, and 200 when it is done" python3 - "$port" <<'P'
import http.client, sqlite3, sys
def status():
    c = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]), timeout=60)
    c.request('GET', '/body/beckum/paper.json?limit=7')
    return c.getresponse().status
con = sqlite3.connect('r.db')
con.execute('BEGIN EXCLUSIVE')
held = status()
con.rollback()
assert (held, status()) == (503, 200), held
P
check "the log says how long it waited" grep -q 'nach 3 Sekunden Warten ist nichts gelesen worden' log
cp r.db after.db
check "its files are listed" is body/beckum/file.json 200
check "it has written nothing" cmp r.db after.db
check "and leaves nothing beside it" bash -c "! ls r.db-* 2>/dev/null"
check "SIGTERM: exit status 0" ends TERM
