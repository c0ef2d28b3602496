# Sourced by every suite: the program under test, counting, cases that run alone. How a suite looks: tests/README.md.
# usage of each: tests/NAME.sh [--neu NAME] [out] [CASE]     NAME and CASE may be patterns, 'sitzung-*'
#
# $TOP checkout, $O build, $R program, $WORK folder of this suite (of this case, where there are cases) to write to.
TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$TOP" || exit 2
SPEC=$TOP/../shared                        # beside the repository, not part of it: see tests/README.md
export LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=0
# the secret of each register that is made
export RATSSATZ_SCHLUESSEL=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
unset RATSSATZ_REGISTER RATSSATZ_INHALT RATSSATZ_GESTALTUNG
SUITE=$(basename "$0" .sh)
record=
if [ "${1:-}" = --neu ]; then
	record=${2:-}
	[ -n "$record" ] || echo "usage: $0 --neu NAME [out]     NAME: whose expected files are written, '*' all" >&2
	[ -n "$record" ] || exit 2
	shift 2
fi
[ -n "${1:-}" ] && [ -d "$1/bin" ] && { O=$1; shift; }
O=$(realpath "${O:-out}")
CASE=${1:-}
R=$O/bin/ratssatz
export STRUCTURES=$O/test/structures # see structure.sh
[ -x "$R" ] || { echo "$0: $R is missing: make all" >&2; exit 2; }
WORK=$O/test/$SUITE
rm -rf "$WORK"
mkdir -p "$WORK"

# What starts slower than most checks take: a python3 that is a script (pyenv) and looks for the true one, and what a
# machine has in site-packages, of which nothing is used here.
python=$O/test/python/python3
if [ ! -x "$python" ]; then
	mkdir -p "${python%/*}"
	printf '#!/bin/sh\nexec "%s" -S "$@"\n' "$(python3 -c 'import sys; print(sys.executable)')" >"$python.$$"
	chmod +x "$python.$$"
	mv "$python.$$" "$python"
fi
PATH=${python%/*}:$PATH

# the leak checker of a sanitized build cannot look at what strace looks at
if command -v strace >/dev/null; then
	strace() { ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 command strace "$@"; }
fi

passed=0 failed=0 skipped=0
pass() { passed=$((passed + 1)); }
# with FIRST=1 a suite ends there
fail() { failed=$((failed + 1)); echo "FAILED $*"; [ -z "${FIRST:-}" ] || exit 1; }
skip() { skipped=$((skipped + 1)); echo "SKIPPED $*"; }
# check WHAT COMMAND…: passes when the command succeeds, else prints what it said
check() {
	local what=$1
	shift
	if "$@" >"$WORK/last" 2>&1; then pass; else fail "$what"; head -n 20 "$WORK/last"; fi
}
# status WANTED COMMAND…: this exit status; both streams are kept in $WORK/stdout and $WORK/stderr
status() {
	local want=$1 got
	shift
	"$@" >"$WORK/stdout" 2>"$WORK/stderr"
	got=$?
	[ $got -eq "$want" ] && return
	echo "exit status $got, not $want: ${*:1:8}"
	cat "$WORK/stderr" "$WORK/stdout"
	return 1
}
# says TEXT COMMAND…: the text is in what it prints, on either stream
says() {
	local text=$1
	shift
	"$@" >"$WORK/stdout" 2>"$WORK/stderr"
	grep -qF -- "$text" "$WORK/stderr" "$WORK/stdout" && return
	echo "„$text“ is not in what is said by: ${*:1:8}"
	cat "$WORK/stderr" "$WORK/stdout"
	return 1
}
# equal ACTUAL LINE…: the text is these lines
equal() { diff <(printf '%s\n' "${@:2}") <(printf '%s\n' "$1"); }
# absent PATTERN FILE…: no line has it; a missing file is a failure. nowhere PATTERN FOLDER…: nor any file below it
absent() { grep -E -- "$@"; [ $? -eq 1 ]; }
nowhere() { grep -raE -- "$@"; [ $? -eq 1 ]; }
# detached FOLDER PDF…: what is attached to them, each under its number; by number, since -saveall ends at the first
# name that has a folder in it. Fails if nothing is attached.
detached() {
	local pdf no n=0
	mkdir -p "$1"
	for pdf in "${@:2}"; do
		for no in $(pdfdetach -list "$pdf" | grep -oE '^[0-9]+: ' | tr -d ': '); do
			pdfdetach -save "$no" -o "$1/${pdf//\//_}-$no" "$pdf" || return
			n=$((n + 1))
		done
	done
	[ $n -gt 0 ]
}
# eventually COMMAND…: until it succeeds; only a machine that stands still makes it fail
eventually() {
	local end=$((SECONDS + 120))
	until "$@" >/dev/null 2>&1; do
		[ $SECONDS -lt $end ] || { echo "not within two minutes: $*"; return 1; }
		sleep 0.02
	done
}

# verdicts COMMAND…: it prints a line for each thing it tried, "pass" or "fail", a tab, what it was
verdicts() {
	local verdict what
	while IFS=$'\t' read -r verdict what; do
		if [ "$verdict" = pass ]; then pass; else fail "${what:-$verdict}"; fi
	done < <("$@" 2>&1 || echo "fail	${*:1:3} did not come to its end")
}
# later PROGRAM.py WHAT ARGUMENT…: "judged" runs it, with all others of that program in one process (each.py)
later() {
	local IFS=$'\t'
	echo "${*:2}" >>"$WORK/later-${1//\//,}"
}
# judged: what was put off until now
judged() {
	local list what
	for list in "$WORK"/later-*; do
		[ -e "$list" ] || continue
		what=${list##*/later-}
		verdicts python3 "$TOP/tests/each.py" "$TOP/tests/${what//,//}" <"$list"
		rm "$list"
	done
}
# wanted NAME: is this one asked for, to be tried or to be recorded?
wanted() {
	# shellcheck disable=SC2053
	[[ $1 == ${record:-${CASE:-*}} ]] && found=1
}
# recording EXPECTED IS: with --neu the expected file becomes what is, and nothing is tested
recording() {
	[ -n "$record" ] || return 1
	cmp -s "$1" "$2" || { cp "$2" "$1"; echo "recorded $1"; }
}
# finish: the last line of every suite
finish() {
	[ -z "$CASE$record" ] || [ -n "${found:-}" ] || fail "$SUITE has no case $record$CASE"
	echo "$passed passed, $failed failed, $skipped skipped"
	[ "$failed" -eq 0 ]
}

# one_case NAME FILE: in a shell and a folder of its own; what it says and counts is kept beside it
one_case() (
	name=$1 file=$2
	WORK=$WORK/$name
	if [ "$name" != fixture ] && [ -d "${WORK%/*}/fixture" ]; then
		cp -a "${WORK%/*}/fixture" "$WORK"
	else
		mkdir "$WORK"
	fi
	cd "$WORK" || exit 1
	# shellcheck disable=SC1090
	{
		[ ! -e "$TOP/tests/$SUITE/setup.sh" ] || . "$TOP/tests/$SUITE/setup.sh"
		bash -n "$file" || fail "$name is no shell to its end"
		. "$file"
	} >"$WORK.log" 2>&1
	echo "$passed $failed $skipped" >"$WORK.count"
)
# tell_case NAME: prints and counts it
tell_case() {
	local p f s
	[ ! -s "$WORK/$1.log" ] || sed "1s|^|-- $SUITE $1\n|" "$WORK/$1.log"
	if read -r p f s 2>/dev/null <"$WORK/$1.count"; then
		passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
		[ "$f" -gt 0 ] || [ "$1" = fixture ] || rm -rf "${WORK:?}/$1"
	else
		fail "$SUITE $1 ended without a result"
	fi
}
# run_cases: builds once what the cases share (tests/NAME/fixture.sh), then runs each tests/NAME/cases/CASE.sh in a copy
# of it. tests/NAME/setup.sh, if there is one, is sourced before both. $JOBS cases at once (default: processors).
run_cases() {
	local file name names=()
	if [ -e "tests/$SUITE/fixture.sh" ]; then
		one_case fixture "$TOP/tests/$SUITE/fixture.sh"
		tell_case fixture
		[ $failed -eq 0 ] || { echo "-- $SUITE: no case is run without its fixture"; CASE=; return; }
	fi
	for file in "tests/$SUITE/cases"/*.sh; do
		name=$(basename "$file" .sh)
		wanted "$name" || continue
		names+=("$name")
		while [ "$(jobs -rp | wc -l)" -ge "${JOBS:-$(nproc)}" ]; do wait -n; done
		one_case "$name" "$TOP/$file" &
	done
	wait
	for name in "${names[@]}"; do tell_case "$name"; done
}

# golden_with DOCUMENT: the options with which one of tests/golden is set, in the array "with"
golden_with() {
	local town
	town=$(sed -n 's/.* ort="\([a-z]*\)".*/\1/p' "$1" | head -n 1)
	with=(-q --inhalt "$TOP/tests/inhalt" --gestaltung "$TOP/templates")
	[ ! -d "$TOP/tests/vorlagen/$town" ] ||
		with=(-q --inhalt "$TOP/tests/inhalt" --gestaltung "$TOP/tests/vorlagen")
}
# documents [NOT]: every document below content/, by its outermost element; NOT: kinds to leave out, joined with "|"
roots=$(sed -n 's/^KIND([A-Z_]*, *"\([a-z-]*\)", *ROOT).*/\1/p' src/model/kinds.def | grep -vx verzeichnis |
	paste -sd'|')
documents() {
	find content -name '*.xml' | sort | xargs awk -v is="^<(${roots})[ >]" -v not="^<(${1:-none})[ >]" \
		'FNR == 1 {seen = 0}
		!seen && /^<[a-z]/ {seen = 1; if ($0 ~ is && $0 !~ not) print FILENAME}'
}
# name_of FILE: its output's name, as setzen -o FOLDER gives it; a file named after its kind is its folder's
name_of() {
	local path=${1#content/} base
	base=$(basename "$1" .xml)
	[[ $base != niederschrift && "|$roots|" == *"|$base|"* ]] && path=$(dirname "$path")
	tr / - <<<"${path%.xml}"
}
# a_book PDF: poppler would need minutes for its words, page by page the square of what stands there; with WEITE (make
# test-voll) none is one. tests/golden/handbuch.xml has its kinds of elements.
a_book() { [ -z "${WEITE:-}" ] && [ "$(pdfinfo "$1" | awk '/^Pages:/ {print $2}')" -gt 150 ]; }
# judged_by_verapdf PDF…: all conform to PDF/UA-1 and PDF/A-3a; skipped where veraPDF cannot be had
judged_by_verapdf() {
	"$TOP/tests/verapdf.sh" "$@" >"$WORK/verapdf.log" 2>&1
	case $? in
	0) passed=$((passed + 2 * $#)) ;;
	77) skip "veraPDF: $(tail -n 1 "$WORK/verapdf.log")" ;;
	*) fail "veraPDF"; grep -v '^ok' "$WORK/verapdf.log" | head -n 30 ;;
	esac
}
