# The register under it is damaged, emptied, replaced.
check "the server starts" server "$R" log
cp r.db sound.db
head -c 300000 /dev/zero | tr '\0' x | dd of=r.db conv=notrunc status=none
check "damaged: 503" is body/beckum/paper.json?limit=3 503
check "an object: 503" is paper/00000000-0000-8000-8000-000000000000.json 503
check "as OParl's error" grep -q 'oparl.org/1.1/Error' answer
check "the reason is in the log" grep -qE 'Fehler: .*Register' log
cp sound.db r.db
check "sound again: 200" eventually is body/beckum/paper.json?limit=3 200
: >r.db
check "empty: 503" is body/beckum/paper.json?limit=4 503
cp sound.db r.db
check "and 200 again" eventually is body/beckum/paper.json?limit=4 200

cp r.db new.db
sed -i 's|<titel>Beschluss über die Planung|<titel>ERSETZT über die Planung|' $PAPER
check "taken into another register" status 0 "$R" aufnehmen -q --register new.db $PAPER
check "and released there" status 0 "$R" freigeben -q --register new.db $PAPER
check "the server does not know" eval '! holds body/beckum/paper.json ERSETZT'
mv new.db r.db
check "it takes the place of the first and is read" eventually holds body/beckum/paper.json ERSETZT
check "the log has it" grep -q 'wurde ersetzt' log
check "still without rights" grep -q 'NoNewPrivs:.1' "/proc/$(pgrep -P $pid)/status"
head -c 5000 /dev/urandom >broken.db
mv broken.db r.db
check "one that cannot be read in its place: 503" eventually is system.json 503
check "the log has it too" eventually grep -q 'nicht lesbar' log
check "and so it stays" is body.json 503
cp sound.db whole.db && mv whole.db r.db
check "one that can be read in its place: 200" eventually is system.json 200
mv r.db away.db
check "taken away: 503" eventually is body/beckum/paper.json?limit=4 503
check "the log says that, too" grep -q 'ersetzt oder entfernt' log
check "and so it stays" is system.json 503
mv away.db r.db
check "back in its place: 200" eventually is body/beckum/paper.json?limit=4 200
kill -KILL "$(pgrep -P $pid)"                        # SEGV would be a sanitizer's own matter
check "the worker crashes, another begins" eventually is system.json 200
check "SIGTERM: exit status 0" ends TERM
check "nothing is left" bash -c "! curl -s http://localhost:$port/system.json"
