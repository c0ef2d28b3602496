#!/usr/bin/env bash
# Suite: every date and number, the titles, roles and names of the real notice and papers are in what a screen reader
# gets of ours. The originals lie beside the repository.
. "$(dirname "$0")/lib.sh"
source=$SPEC/quellen/bekanntmachung-und-vorlagen-2023-05-31.txt
if [ ! -r "$source" ]; then
	skip "what the papers say: ../shared/quellen/$(basename "$source") is missing"
	finish
	exit
fi
cp -r content "$WORK/content"
folder=$WORK/content/beckum/sitzungen/2023-05-31
mkdir "$WORK/read"
for paper in "$folder"/vorlage-*.xml; do
	check "$(basename "$paper"): read out" status 0 "$R" setzen -q --dump=vorlesen "$paper"
	cp "$WORK/stdout" "$WORK/read/$(basename "$paper" .xml).txt"
done
with=(-q --register "$WORK/r.db")
check "taken in" status 0 "$R" aufnehmen "${with[@]}" "$folder"/../*/*.xml
check "released" status 0 "$R" freigeben "${with[@]}" "$folder"/vorlage-*.xml
check "an agenda" status 0 "$R" tagesordnung "${with[@]}" -o "$WORK/session" "$folder/sitzung.xml"
pdfinfo -struct-text "$WORK/session/bekanntmachung.pdf" | sed -nE 's/^ *"(.*)"$/\1/p' >"$WORK/read/bekanntmachung.txt"
verdicts python3 tests/abdeckung-papiere.py "$source" "$WORK/read"
check "more than 90 statements are compared" test "$passed" -gt 90
finish
