#!/usr/bin/env bash
# Suite: what each stage prints of tests/golden/NAME.xml is NAME.blocks, NAME.tags, NAME.vorlesen, and NAME.pages and
<<<<<<< HEAD
# NAME.lines where there are such; no text stands on another; the PDF paints in the order of its tags.
=======
# NAME.lines where there are such; no text stands on another.
# A town of tests/vorlagen has its look there.
>>>>>>> w-suites
. "$(dirname "$0")/lib.sh"
# look DOCUMENT: where its town's look is
look() {
	local town
	town=$(sed -n 's/.* ort="\([a-z]*\)".*/\1/p' "$1" | head -n 1)
	if [ -d "tests/vorlagen/$town" ]; then echo tests/vorlagen; else echo templates; fi
}
for x in tests/golden/*.xml; do
	name=$(basename "$x" .xml)
	wanted "$name" || continue
	with=(-q --inhalt tests/inhalt --vorlagen "$(look "$x")")
	for kind in blocks tags vorlesen pages lines; do
		want=${x%.xml}.$kind
		case $kind in pages | lines) [ -e "$want" ] || continue ;; esac
		if ! "$R" setzen "${with[@]}" --dump=$kind "$x" >"$WORK/is" 2>"$WORK/said"; then
			fail "$x is faulty"
			head -n 3 "$WORK/said"
			break
		fi
		recording "$want" "$WORK/is" && continue
		if ! [ -e "$want" ]; then
			fail "$want is missing"
		elif cmp -s "$want" "$WORK/is"; then
			pass
		else
			fail "$x --dump=$kind"
			diff "$want" "$WORK/is" | head -n 10
		fi
	done
	[ -z "$record" ] || continue
	"$R" setzen "${with[@]}" --dump=lines "$x" >"$WORK/is" 2>"$WORK/said"
	check "$name: no text on text" tests/overlap.py <"$WORK/is"
	"$R" setzen -q --inhalt tests/inhalt -o "$WORK/$name.pdf" "$x" >"$WORK/said" 2>&1
	check "$name: painted as it is read" tests/order.py "$WORK/$name.pdf"
done
printf 'Seite 1 ""\n  Text x 9 bis 20 y 9 Grad 9 "a"\n  Text x 15 bis 30 y 11 Grad 9 "b"\n' >"$WORK/is"
check "text on text is seen" status 1 tests/overlap.py <"$WORK/is"
finish
