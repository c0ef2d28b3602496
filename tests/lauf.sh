#!/usr/bin/env bash
# All suites against one build. usage: tests/lauf.sh [out]      Last line: N passed, N failed, N skipped
cd "$(dirname "$0")/.." || exit 1
export O=${1:-out}
export LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH=0
passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for suite in tests/haus.sh tests/einheiten.sh tests/eingabe.sh tests/pruefung.sh tests/rechtschreibung.sh tests/golden.sh tests/befehle.sh tests/ort.sh tests/ausgabe.sh tests/dokumente.sh tests/vorlesen.sh tests/html.sh tests/sprachen.sh tests/gremien.sh tests/vergleich.sh tests/fortschreibung.sh tests/jahr.sh tests/oparl.sh tests/abgabe.sh tests/dienen.sh tests/dienen-http.sh tests/abdeckung-zahlen.sh tests/abdeckung-papiere.sh tests/abdeckung-folien.sh tests/leck.sh; do
	if [ ! -x "$suite" ]; then
		echo "$suite: fehlt"
		failed=$((failed + 1))
		continue
	fi
	start=$(date +%s)
	"$suite" "$O" >"$log" 2>&1
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
	grep -vE '^[0-9]+ passed, [0-9]+ failed' "$log"
	if [ -z "$line" ]; then
		echo "$suite: endete ohne Ergebnis"
		failed=$((failed + 1))
		continue
	fi
	read -r p _ f _ s _ <<<"$line"
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
	printf '%-28s %s (%d s)\n' "$suite" "$line" $(($(date +%s) - start))
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
