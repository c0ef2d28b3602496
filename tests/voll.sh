#!/usr/bin/env bash
# Long suite: The long part of make test-voll: valgrind, a kill storm, and fuzzing of sources, templates, data and pictures under the sanitizers.
# MINUTEN=3 sets how long the fuzzing runs.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh out
S=out/san/bin/ratssatz
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1

# valgrind: no invalid access, nothing lost
for x in tests/golden/*.xml content/*/*/{konzept,bericht,praesentation}.xml; do
	pruefe "valgrind $x" valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
		"$R" setzen -q --inhalt "$([[ $x == tests/* ]] && echo tests/inhalt || echo content)" -o "$WERK/v.pdf" "$x"
done
n=0
for x in tests/eingabe/*.xml tests/pruefung/*.xml; do
	n=$((n + 1))
	[ $((n % 4)) -eq 0 ] || continue
	valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite "$R" pruefen -q --inhalt tests/inhalt "$x" >"$WERK/letzte" 2>&1
	[ $? -eq 99 ] && { schlecht "valgrind $x"; tail -n 20 "$WERK/letzte"; } || gut
done

# kill storm: at any moment the target is the old or the new file, never half
"$R" setzen -q --inhalt tests/inhalt -o "$WERK/k.pdf" tests/golden/bausteine.xml
cp "$WERK/k.pdf" "$WERK/k.alt"
bad=0
for i in $(seq 200); do
	"$R" setzen -q --inhalt tests/inhalt -o "$WERK/k.pdf" tests/golden/bausteine.xml 2>/dev/null &
	pid=$!
	sleep "0.0$((RANDOM % 3))$((RANDOM % 10))"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	cmp -s "$WERK/k.pdf" "$WERK/k.alt" || bad=$((bad + 1))
done
pruefe "200 Abbrüche: das PDF bleibt ganz" test $bad -eq 0

# other compilers: clang's sanitizers see what gcc's do not; link-time optimisation sees across files
if command -v clang >/dev/null; then
	pruefe "clang: builds" make -s O=out/clang-san CC=clang LDFLAGS= \
		CFLAGS="-O1 -g -fsanitize=undefined,address -fno-sanitize-recover=all -fno-omit-frame-pointer" all
	for suite in einheiten golden pruefung vorlesen; do
		pruefe "clang: $suite" env CC=clang "tests/$suite.sh" out/clang-san
	done
else
	aus "clang: not installed"
fi
pruefe "LTO: builds" make O=out/lto CFLAGS="-O2 -flto" LDFLAGS="-flto -Wall -Werror" all
pruefe "LTO: golden" tests/golden.sh out/lto

# fuzzing
python3 tests/fuzz.py "$S" "$((${MINUTEN:-3} * 60))" "$WERK/fuzz" >"$WERK/fuzz.log" 2>&1
rc=$?
tail -n 3 "$WERK/fuzz.log"
pruefe "Fuzzing: kein Absturz" test $rc -eq 0
schluss
