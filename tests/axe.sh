#!/bin/sh
# axe.sh: prints the path of axe-core's axe.min.js, which comes once through npm into out/werkzeug/axe; $AXE names
# another.
# Exit 0: there it is; 77: it cannot be had here (no npm, no network), the reason on stderr.
set -u
VERSION=4.14.1
home=$(cd "$(dirname "$0")/.." && pwd)/out/werkzeug/axe
js=${AXE:-$home/node_modules/axe-core/axe.min.js}

skip() {
	echo "axe.sh: NOT CHECKED: $*" >&2
	exit 77
}

fetch() {
	[ -e "$home/fertig-$VERSION" ] && return
	command -v npm >/dev/null || skip "npm is missing"
	npm install --prefix "$home" --no-save --ignore-scripts --no-audit --no-fund "axe-core@$VERSION" \
		>"$home/npm.log" 2>&1 ||
		skip "axe-core $VERSION cannot be had, see $home/npm.log"
	touch "$home/fertig-$VERSION"
}

if [ -z "${AXE:-}" ]; then
	mkdir -p "$home"
	(flock 9 && fetch) 9>"$home/lock" || exit          # suites run side by side
fi
[ -r "$js" ] || skip "$js cannot be read"
echo "$js"
