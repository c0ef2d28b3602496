#!/usr/bin/env bash
# Suite: what each stage prints of tests/golden/NAME.xml is NAME.blocks, NAME.tags, NAME.vorlesen, and NAME.pages and
# NAME.lines where there are such; no text stands on another; the PDF paints in the order of its tags.
# A town of tests/vorlagen has its look there.
. "$(dirname "$0")/lib.sh"
furniture() {
	qpdf --qdf "$1" "$WORK/plain.qdf"
	grep -aq '/Type/Pagination/Subtype/Header' "$WORK/plain.qdf" && grep -aq '/Subtype/Footer' "$WORK/plain.qdf"
}
for x in tests/golden/*.xml; do
	name=$(basename "$x" .xml)
	wanted "$name" || continue
	golden_with "$x"
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
	"$R" setzen "${with[@]}" --dump=lines "$x" >"$WORK/$name.lines" 2>"$WORK/said"
	later overlap.py "$name: no text on text" "<$WORK/$name.lines"
	if grep -q '<fussnote' "$x"; then
		"$R" setzen "${with[@]}" --dump=tags "$x" >"$WORK/$name.tags" 2>"$WORK/said"
		later noten.py "$name: notes at their mark" "<$WORK/$name.tags"
	fi
	"$R" setzen "${with[@]}" -o "$WORK/$name.pdf" "$x" >"$WORK/said" 2>&1
	later order.py "$name: painted as it is read" "$WORK/$name.pdf"
	[ "$name" != bericht ] || check "running heads and feet are told from the text" furniture "$WORK/$name.pdf"
	if command -v pdfinfo >/dev/null; then
		later figures.py "$name: words in figures are whole" "$x" "$WORK/$name.pdf"
	fi
done
judged
printf 'Seite 1 ""\n  Text x 9 bis 20 y 9 Grad 9 "a"\n  Text x 15 bis 30 y 11 Grad 9 "b"\n' >"$WORK/is"
check "text on text is seen" status 1 tests/overlap.py <"$WORK/is"
finish
