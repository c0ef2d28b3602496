#!/usr/bin/env bash
# Suite: oparl dienen as HTTP defines it, with raw sockets and with a client that keeps its connections; and a register
# that is damaged or replaced while it serves.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
. tests/oparl/gemeinsam.sh

am 2023-05-16T08:00:00Z
rs aufnehmen -q content/beckum/sitzungen/2023-*/*.xml >log 2>&1
rs freigeben -q $M/vorlage-*.xml >>log 2>&1
pruefe "ein Register mit Ausgegebenem" rc 0 rs ausgeben -q -o ausgabe $M/vorlage-*.xml
pruefe "der Server startet" server "$R" log

# ---- HTTP
while IFS=$'\t' read -r urteil name; do
	[ "$urteil" = gut ] && gut || schlecht "$name"
done < <(python3 "$HIER/tests/dienen-http.py" "$port" || echo "nicht	Prüfungen über HTTP liefen nicht durch")

# a client that keeps and shares its connections: a byte too many in one answer breaks the next
if command -v node >/dev/null; then
	pruefe "Node mit gehaltenen Verbindungen" node "$HIER/tests/dienen-node.js" "$port"
else
	aus "Node: nicht installiert"
fi

# ---- the register under it
frage() { curl -s -o antwort -w '%{http_code}' "http://localhost:$port/$1"; }
# wartet COMMAND…: until it succeeds, ten seconds at most
wartet() { for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done; return 1; }
ist() { [ "$(frage "$1")" = "$2" ]; }
cp r.db gut.db
head -c 300000 /dev/zero | tr '\0' x | dd of=r.db conv=notrunc status=none
pruefe "beschädigt: 503" ist body/beckum/paper.json?limit=3 503
pruefe "ein Objekt: 503" ist paper/00000000-0000-8000-8000-000000000000.json 503
pruefe "mit der Meldung eines OParl-Fehlers" grep -q 'oparl.org/1.1/Error' antwort
pruefe "der Grund steht im Protokoll" grep -qE 'Fehler: .*Register' log
cp gut.db r.db
pruefe "wieder heil: 200" wartet ist body/beckum/paper.json?limit=3 200
: >r.db
pruefe "leer: 503" ist body/beckum/paper.json?limit=4 503
cp gut.db r.db
pruefe "und wieder 200" wartet ist body/beckum/paper.json?limit=4 200

cp r.db neu.db
sed -i 's|<titel>Beschluss über die Planung|<titel>ERSETZT über die Planung|' $B
pruefe "in ein anderes Register aufgenommen" rc 0 "$R" aufnehmen -q --register neu.db $B
hat() { curl -s "http://localhost:$port/body/beckum/paper.json" | grep -q "$1"; }
pruefe "davon weiß der Server nichts" eval "! hat ERSETZT"
mv neu.db r.db
pruefe "es tritt an die Stelle des ersten und wird gelesen" wartet hat ERSETZT
pruefe "das steht im Protokoll" grep -q 'wurde ersetzt' log
pruefe "noch immer gehärtet" grep -q 'NoNewPrivs:.1' "/proc/$(pgrep -P $pid)/status"
head -c 5000 /dev/urandom >kaputt.db
mv kaputt.db r.db
pruefe "ein unlesbares an seiner Stelle: 503" wartet ist system.json 503
pruefe "es steht im Protokoll" grep -q 'nicht lesbar' log
pruefe "und es bleibt dabei" ist body.json 503
cp gut.db heil.db && mv heil.db r.db
pruefe "ein lesbares an seiner Stelle: 200" wartet ist system.json 200
kill -SEGV "$(pgrep -P $pid)"
pruefe "stürzt der Arbeitende ab, beginnt ein neuer" wartet ist system.json 200
pruefe "SIGTERM: Rückgabewert 0" endet TERM
pruefe "danach ist nichts mehr da" bash -c "! curl -s http://localhost:$port/system.json"
schluss
