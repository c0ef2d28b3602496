#!/usr/bin/env bash
# Two editions compared: known pairs, word for word. tests/vergleich/NAME holds alt.xml, neu.xml and erwartet.txt. usage: tests/vergleich.sh [--neu] [out]
cd "$(dirname "$0")/.." || exit 1
neu=
[ "${1:-}" = --neu ] && { neu=1; shift; }
. tests/gemeinsam.sh
export RATSSATZ_VORLAGEN=$PWD/tests/vorlagen RATSSATZ_INHALT=$PWD/tests/inhalt

paar() { "$R" vergleiche "$1/alt.xml" "$1/neu.xml"; }
for p in tests/vergleich/*/; do
	p=${p%/}
	if [ -n "$neu" ]; then
		paar "$p" >"$p/erwartet.txt" || schlecht "$p"
		continue
	fi
	pruefe "$p" paar "$p"
	if diff -u "$p/erwartet.txt" "$WERK/letzte" >"$WERK/unterschied"; then gut; else schlecht "$p: anders als erwartet"; cat "$WERK/unterschied"; fi
	# the other way round and with itself: no crash, and nothing differs from itself
	pruefe "$p rückwärts" "$R" vergleiche "$p/neu.xml" "$p/alt.xml"
	pruefe "$p mit sich selbst" "$R" vergleiche "$p/alt.xml" "$p/alt.xml"
	if grep -q '^Kein Unterschied' "$WERK/letzte"; then gut; else schlecht "$p: unterscheidet sich von sich selbst"; fi
done
schluss
