#!/usr/bin/env bash
# structure.sh PDF: the structure tree with its words, as pdfinfo -struct-text prints it on both streams. poppler's time
# grows with the square of the pages and several suites ask for the same file: what it said is kept by what the file
# holds, below $STRUCTURES, as long as a run of the suites.
kept=${STRUCTURES:-$(dirname "$0")/../out/test/structures}/$(sha256sum <"$1" | cut -d' ' -f1)
mkdir -p "${kept%/*}"
exec 7>"$kept.lock"
flock 7
if [ ! -e "$kept" ]; then
	pdfinfo -struct-text "$1" >"$kept.new" 2>"$kept.said" 7>&- || { cat "$kept.new"; cat "$kept.said" >&2; exit 1; }
	mv "$kept.new" "$kept"
fi
cat "$kept"
cat "$kept.said" >&2
