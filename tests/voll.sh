#!/usr/bin/env bash
# Long suite: valgrind, killed while writing, other compilers, and fuzzing of sources, templates, data and pictures
# under the sanitizers; MINUTEN=3 sets how long the fuzzing runs.
. "$(dirname "$0")/lib.sh"
SAN=$TOP/out/san/bin/ratssatz
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1

# valgrind: no invalid access, nothing lost
grind() {
	valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
		--soname-synonyms=somalloc=NONE "$@"
}
for x in tests/golden/*.xml content/*/*/{konzept,bericht,praesentation}.xml; do
	with=(-q)
	[[ $x != tests/* ]] || golden_with "$x"
	check "valgrind $x" grind "$R" setzen "${with[@]}" -o "$WORK/v.pdf" "$x"
done
n=0
for x in tests/eingabe/*.xml tests/pruefung/*.xml; do
	n=$((n + 1))
	[ $((n % 4)) -eq 0 ] || continue
	grind "$R" pruefen -q --inhalt tests/inhalt "$x" >"$WORK/last" 2>&1
	if [ $? -ne 99 ]; then pass; else fail "valgrind $x"; tail -n 20 "$WORK/last"; fi
done

# … and what suites of commands call, some cases of each kind: a whole one takes an hour. Accesses only: workers and
# readers of files of others are children that end without giving anything back; leaks are seen by the sanitizers.
mkdir -p "$WORK/grind/bin"
ln -s "$O/obj" "$O/share" "$WORK/grind"
for p in ratssatz ratssatz-ganz; do
	printf '#!/bin/sh\nexec %s -q --leak-check=no --soname-synonyms=somalloc=NONE --log-file="%s.%%p" "%s" "$@"\n' \
		"$(command -v valgrind)" "$WORK/grind/log" "$O/bin/$p" >"$WORK/grind/bin/$p"
	chmod +x "$WORK/grind/bin/$p"
done
for suite in 'niederschrift:@(begun|elected|seats|annex)' 'gremien:@(paper|results|late)' abgabe:package oparl:changes \
	vergleich 'uebernahme:@(bericht|konzept|massnahmen|pdf)' fortschreibung:sheets 'word:golden-b*' werkstatt:save \
	werkstatt:pages; do
	check "valgrind: $suite" "tests/${suite%%:*}.sh" "$WORK/grind" "$(expr "$suite" : '[^:]*:\(.*\)')"
done
check "valgrind: they ran under it" test "$(find "$WORK/grind" -name 'log.*' | wc -l)" -gt 200
check "valgrind: nothing in them" absent '^==[0-9]+== ' "$WORK"/grind/log.*

# killed at any moment, the target is the old or the new file, never half
sound=(-q --inhalt tests/inhalt -o "$WORK/k.pdf" tests/golden/bausteine.xml)
check "set" status 0 "$R" setzen "${sound[@]}"
cp "$WORK/k.pdf" "$WORK/k.old"
bad=0
for i in $(seq 200); do
	(timeout -s KILL "0.0$((RANDOM % 3))$((RANDOM % 10))" "$R" setzen "${sound[@]}"; true) >/dev/null 2>&1
	cmp -s "$WORK/k.pdf" "$WORK/k.old" || bad=$((bad + 1))
done
check "killed 200 times: the PDF stays whole" test $bad -eq 0

check "every call that fails" env WEITE=1 tests/ausfall.sh "$O"
for suite in html vorlesen dokumente leck; do
	check "$suite: a book, every look" env WEITE=1 "tests/$suite.sh" "$O"
done

# other compilers: clang's sanitizers see what gcc's do not; link-time optimisation sees across files
if command -v clang >/dev/null; then
	check "clang: builds" make -s O=out/clang-san CC=clang LDFLAGS= \
		CFLAGS="-O1 -g -fsanitize=undefined,address -fno-sanitize-recover=all -fno-omit-frame-pointer" all
	for suite in einheiten golden pruefung vorlesen uebernahme word niederschrift lesen vergleich werkstatt; do
		check "clang: $suite" env CC=clang "tests/$suite.sh" out/clang-san
	done
else
	skip "clang: not installed"
fi
check "LTO: builds" make O=out/lto CFLAGS="-O2 -flto" LDFLAGS="-flto -Wall -Werror" all
check "LTO: golden" tests/golden.sh out/lto

# fuzzing
check "fuzzing: no crash" python3 tests/fuzz.py "$SAN" "$((${MINUTEN:-3} * 60))" "$WORK/fuzz"
tail -n 3 "$WORK/last"
finish
