#!/usr/bin/env bash
# Suite: what each stage prints of tests/golden/NAME.xml is NAME.blocks, NAME.tags, NAME.vorlesen, and NAME.pages where there is one.
. "$(dirname "$0")/lib.sh"
for x in tests/golden/*.xml; do
	name=$(basename "$x" .xml)
	wanted "$name" || continue
	for kind in blocks tags vorlesen pages; do
		want=${x%.xml}.$kind
		[ $kind != pages ] || [ -e "$want" ] || continue
		"$R" setzen -q --inhalt tests/inhalt --dump=$kind "$x" >"$WORK/is" 2>"$WORK/said"
		recording "$want" "$WORK/is" && continue
		if ! [ -e "$want" ]; then
			fail "$want is missing"
		elif cmp -s "$want" "$WORK/is"; then
			pass
		else
			fail "$x --dump=$kind"
			diff "$want" "$WORK/is" | head -n 10
			head -n 3 "$WORK/said"
		fi
	done
done
finish
