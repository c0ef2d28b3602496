#!/usr/bin/env bash
# Long suite: The long part of oparl dienen, in make test-voll: 10 000 malformed requests under the sanitizers (SAAT, ANFRAGEN), the times of refusals, and
# schemathesis from PyPI reading the server by tests/oparl/openapi.json.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh out
SAN=$(realpath out/san/bin/ratssatz)
. tests/oparl/gemeinsam.sh
export SOURCE_DATE_EPOCH=1684224000 ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
geheimes
rs aufnehmen -q content/beckum/sitzungen/2023-*/*.xml >log 2>&1
rs freigeben -q $M/vorlage-*.xml >>log 2>&1
rs ausgeben -q -o ausgabe $M/vorlage-*.xml >>log 2>&1
rs tagesordnung -q --bekanntgeben -o sitzung $M/sitzung.xml >>log 2>&1
pruefe "Register mit Öffentlichem und Nichtöffentlichem" bash -c "ls ausgabe/intern/*.pdf ausgabe/*.pdf"

# ---- malformed requests
pruefe "der Server unter ASan" server "$SAN" log-san
pruefe "${ANFRAGEN:-10000} fehlerhafte Anfragen" python3 "$HIER/tests/dienen-fuzz.py" "$port" "$pid" "${ANFRAGEN:-10000}" "${SAAT:-4711}" GEHEIM
cat letzte
pruefe "kein Fehler, kein Leck" endet TERM
pruefe "nie abgestürzt" bash -c "! grep abgestürzt log-san"
pruefe "nichts vom Sanitizer" bash -c "! grep -E 'runtime error|Sanitizer' log-san"

pruefe "der Server" server "$R" log
pruefe "10 000 Verbindungen" python3 "$HIER/tests/dienen-viele.py" "$port" "$pid" 10000
cat letzte
pruefe "auch sie enden" endet TERM

# ---- the time of a refusal; on a busy machine a second and third try
pruefe "der Server" server "$R" log
ungleich=1
for _ in 1 2 3; do
	python3 "$HIER/tests/dienen-zeiten.py" "$port" r.db >zeiten && ungleich=0 && break
done
pruefe "nichtöffentlich und unbekannt: Mediane von 10 000 innerhalb von 5 Prozent" test $ungleich = 0
cat zeiten

# ---- a reader from a package registry
venv=$HIER/out/werkzeug/schemathesis
if [ -x "$venv/bin/schemathesis" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q schemathesis; } >pip.log 2>&1; then
	python3 - "$HIER/tests/oparl/openapi.json" "$port" >openapi.json <<'P'
# With the id of a paper and of a file there is.
import json, sys, urllib.request
get = lambda what: json.load(urllib.request.urlopen(f'http://127.0.0.1:{sys.argv[2]}/body/beckum/{what}.json'))['data'][0]
paper, file = get('paper')['id'].rsplit('/', 1)[1][:-5], get('file')['accessUrl'].split('/')
print(open(sys.argv[1]).read().replace('"PAPIER"', f'"{paper}"').replace('"DATEI"', f'"{file[-2]}"').replace('"NAME"', f'"{file[-1]}"'))
P
	pruefe "schemathesis liest den Server" "$venv/bin/schemathesis" run openapi.json --url "http://127.0.0.1:$port" --checks all --max-examples "${BEISPIELE:-50}" --seed 1 --no-color
	tail -n 15 letzte
else
	aus "schemathesis: nicht aus PyPI zu bekommen ($(tail -n 1 pip.log))"
fi
pruefe "sauber beendet" endet TERM
schluss
