# Sourced by the suites: counting, and the program under test. usage: . tests/gemeinsam.sh
O=${1:-${O:-out}}
R=$O/bin/ratssatz
WERK=${WERK:-$(pwd)/out}/pruefstand/$(basename "$0" .sh)
rm -rf "$WERK"
mkdir -p "$WERK"
passed=0 failed=0 skipped=0
gut() { passed=$((passed + 1)); }
schlecht() { failed=$((failed + 1)); echo "FEHLSCHLAG $*"; }
aus() { skipped=$((skipped + 1)); echo "AUSGELASSEN $*"; }
# pruefe NAME COMMAND…: passes when the command succeeds
pruefe() { local name=$1; shift; if "$@" >"$WERK/letzte" 2>&1; then gut; else schlecht "$name"; head -n 20 "$WERK/letzte"; fi; }
# dokumente [NOT]: every document below content/, by its outermost element; NOT: kinds to leave out, joined with "|"
wurzeln=$(sed -n 's/^KIND([A-Z_]*, *"\([a-z-]*\)", *ROOT).*/\1/p' src/model/kinds.def | grep -vx verzeichnis | paste -sd'|')
dokumente() {
	find content -name '*.xml' | sort | xargs awk -v ist="^<(${wurzeln})[ >]" -v nicht="^<(${1:-kein})[ >]" \
		'FNR == 1 {seen = 0} !seen && /^<[a-z]/ {seen = 1; if ($0 ~ ist && $0 !~ nicht) print FILENAME}'
}
# name_von FILE: its output's name, as setzen -o FOLDER gives it; a file named after its kind stands for its folder
name_von() {
	local rel=${1#content/} base
	base=$(basename "$1" .xml)
	[[ "|$wurzeln|" == *"|$base|"* ]] && rel=$(dirname "$rel")
	tr / - <<<"${rel%.xml}"
}
schluss() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
