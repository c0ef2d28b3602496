#!/usr/bin/env bash
# Suite: What a screen reader finds in each PDF (poppler's view of the structure tree) is what --dump=vorlesen says, word for word.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
vergleiche() {
	local name=$1 input=$2
	shift 2
	if ! "$R" setzen -q "$@" -o "$WERK/$name.pdf" "$input" >"$WERK/$name.log" 2>&1 || ! "$R" setzen -q "$@" --dump=vorlesen "$input" >"$WERK/$name.vorlesen" 2>>"$WERK/$name.log"; then
		schlecht "$name: setzen"
		head -n 10 "$WERK/$name.log"
		return
	fi
	pdfinfo -struct-text "$WERK/$name.pdf" >"$WERK/$name.struct" 2>/dev/null
	pruefe "$name: dieselben Wörter" python3 tests/vorlesen-vergleich.py "$WERK/$name.struct" "$WERK/$name.vorlesen"
}
if ! command -v pdfinfo >/dev/null; then
	aus "vorlesen: pdfinfo fehlt (poppler-utils)"
	schluss
	exit
fi
for x in $(dokumente 'vorlage|sitzung'); do
	vergleiche "$(name_von "$x")" "$x"
done
for x in tests/golden/*.xml; do
	vergleiche "golden-$(basename "$x" .xml)" "$x" --inhalt tests/inhalt
done
schluss
