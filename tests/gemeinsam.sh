# The old names of tests/lib.sh, until the last suite has the new ones.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
WERK=$WORK wurzeln=$roots
gut() { pass; }
schlecht() { fail "$@"; }
aus() { skip "$@"; }
pruefe() {
	local name=$1
	shift
	if "$@" >"$WERK/letzte" 2>&1; then gut; else schlecht "$name"; head -n 20 "$WERK/letzte"; fi
}
dokumente() { documents "$@"; }
name_von() { name_of "$@"; }
schluss() { finish; }
