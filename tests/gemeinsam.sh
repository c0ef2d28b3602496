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
schluss() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
