#!/usr/bin/env bash
# Suite: Every date and number, the titles, roles and names of the real notice and papers are in what a screen reader gets of ours.
# The originals lie beside the repository and are no part of it.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
quelle=../shared/quellen/bekanntmachung-und-vorlagen-2023-05-31.txt
cp -r content "$WERK/inhalt"
ordner=$WERK/inhalt/beckum/sitzungen/2023-05-31
mkdir "$WERK/vorlesen"
if [ ! -r "$quelle" ]; then
	aus "Zahlen der Vorlagen: $quelle ist nicht da"
	schluss
	exit
fi
for v in "$ordner"/vorlage-*.xml; do
	pruefe "$v lässt sich vorlesen" "$R" setzen -q --dump=vorlesen "$v"
	cp "$WERK/letzte" "$WERK/vorlesen/$(basename "$v" .xml).txt"
done
register=$WERK/r.db
pruefe "aufnehmen" "$R" aufnehmen -q --register "$register" "$ordner"/../*/*.xml
pruefe "freigeben" "$R" freigeben -q --register "$register" "$ordner"/vorlage-*.xml
pruefe "tagesordnung" "$R" tagesordnung -q --register "$register" -o "$WERK/sitzung" "$ordner/sitzung.xml"
pdfinfo -struct-text "$WERK/sitzung/bekanntmachung.pdf" | sed -nE 's/^ *"(.*)"$/\1/p' >"$WERK/vorlesen/bekanntmachung.txt"
while IFS=$'\t' read -r wie was; do
	case $wie in gut) gut ;; *) schlecht "$was" ;; esac
done < <(python3 tests/abdeckung-papiere.py "$quelle" "$WERK/vorlesen")
[ "$passed" -gt 90 ] || schlecht "nur $passed Angaben verglichen"
schluss
