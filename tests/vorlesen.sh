#!/usr/bin/env bash
# Suite: what a screen reader finds in each PDF (poppler's view of the structure tree) is what --dump=vorlesen says,
# word for word.
. "$(dirname "$0")/lib.sh"
# compare NAME DOCUMENT OPTIONS…
compare() {
	local name=$1 input=$2
	shift 2
	wanted "$name" || return
	check "$name: set" status 0 "$R" setzen -q "$@" -o "$WORK/$name.pdf" "$input"
	check "$name: read out" status 0 "$R" setzen -q "$@" --dump=vorlesen "$input"
	mv "$WORK/stdout" "$WORK/$name.vorlesen"
	a_book "$WORK/$name.pdf" && return
	tests/structure.sh "$WORK/$name.pdf" >"$WORK/$name.struct" 2>/dev/null
	later vorlesen-vergleich.py "$name: the same words" "$WORK/$name.struct" "$WORK/$name.vorlesen"
}
if ! command -v pdfinfo >/dev/null; then
	skip "what a screen reader finds: pdfinfo is missing (poppler-utils)"
	CASE=
	finish
	exit
fi
# papers and sessions: the public excerpt has other words than the source
for x in $(documents 'vorlage|sitzung'); do
	compare "$(name_of "$x")" "$x"
done
for x in tests/golden/*.xml; do
	golden_with "$x"
	compare "golden-$(basename "$x" .xml)" "$x" "${with[@]}"
done
judged
finish
