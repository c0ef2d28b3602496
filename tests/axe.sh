#!/bin/sh
# axe.sh: prints the path of axe-core's axe.min.js, which comes once through npm into out/werkzeug/axe; $AXE names another.
# Exit 0: there it is; 77: it cannot be had here (no npm, no network), the reason on stderr.
set -u
VERSION=4.14.1
home=$(cd "$(dirname "$0")/.." && pwd)/out/werkzeug/axe
js=${AXE:-$home/node_modules/axe-core/axe.min.js}

skip() {
	echo "axe.sh: NICHT GEPRUEFT: $*" >&2
	exit 77
}

if [ -z "${AXE:-}" ] && ! [ -e "$home/fertig-$VERSION" ]; then
	command -v npm >/dev/null || skip "npm fehlt"
	mkdir -p "$home"
	npm install --prefix "$home" --no-save --ignore-scripts --no-audit --no-fund "axe-core@$VERSION" >"$home/npm.log" 2>&1 ||
		skip "axe-core $VERSION ist nicht zu holen, siehe $home/npm.log"
	touch "$home/fertig-$VERSION"
fi
[ -r "$js" ] || skip "$js ist nicht lesbar"
echo "$js"
