#!/usr/bin/env bash
# Long suite: oparl dienen: malformed requests under the sanitizers (ANFRAGEN=10000, SAAT), ten thousand connections,
# the times of refusals, and schemathesis from PyPI reading the server by tests/oparl/openapi.json (BEISPIELE=50).
. "$(dirname "$0")/lib.sh"
SAN=$TOP/out/san/bin/ratssatz
cd "$WORK" || exit 1
. "$TOP/tests/dienen/setup.sh"
. "$TOP/tests/dienen/fixture.sh"
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1

# ---- malformed requests
n=${ANFRAGEN:-10000}
check "the server under the sanitizers" server "$SAN" log-san
check "$n malformed requests" python3 "$SERVER/fuzz.py" "$port" "$pid" "$n" "${SAAT:-4711}" GEHEIM
cat last
check "no fault, no leak" ends TERM
check "it never crashed" absent abgestürzt log-san
check "nothing from the sanitizers" absent 'runtime error|Sanitizer' log-san

check "the server" server "$R" log
check "10 000 connections" python3 "$SERVER/many.py" "$port" "$pid" 10000
cat last
check "they end, too" ends TERM

# ---- the time of a refusal; on a busy machine a second and third try
check "the server" server "$R" log
unequal=1
for _ in 1 2 3; do
	python3 "$SERVER/times.py" "$port" r.db >times && unequal=0 && break
done
check "non-public and unknown: medians of 10 000 within 5 percent" test $unequal = 0
cat times

# ---- a reader from a package registry
venv=$TOP/out/werkzeug/schemathesis
have() { [ -x "$venv/bin/schemathesis" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q schemathesis; }; }
if have >pip.log 2>&1; then
	# with the id of a paper and of a file there is
	python3 - "$TOP/tests/oparl/openapi.json" "$port" >openapi.json <<'P'
import json, sys, urllib.request
def first(what):
    with urllib.request.urlopen(f'http://127.0.0.1:{sys.argv[2]}/body/beckum/{what}.json') as f:
        return json.load(f)['data'][0]
paper, file = first('paper')['id'].rsplit('/', 1)[1][:-5], first('file')['accessUrl'].split('/')
text = open(sys.argv[1]).read()
for name, value in ('PAPIER', paper), ('DATEI', file[-2]), ('NAME', file[-1]):
    text = text.replace(f'"{name}"', f'"{value}"')
print(text)
P
	check "schemathesis reads the server" "$venv/bin/schemathesis" run openapi.json --url "http://127.0.0.1:$port" \
		--checks all --max-examples "${BEISPIELE:-50}" --seed 1 --no-color
	tail -n 15 last
else
	skip "schemathesis: not to be had from PyPI ($(tail -n 1 pip.log))"
fi
check "a clean end" ends TERM
finish
