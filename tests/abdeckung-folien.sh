#!/usr/bin/env bash
# Suite: Names, headings and numbers of the real presentation are on our slides; its sentences are not. The original lies beside the repository.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
quelle=../shared/quellen/praesentation-integrationsrat-2024-02-22.txt
folien=content/beckum/praesentation-2024-02-22/praesentation.xml
if [ ! -r "$quelle" ]; then
	aus "Angaben der Präsentation: $quelle ist nicht da"
elif ! "$R" setzen -q --dump=vorlesen "$folien" >"$WERK/vorlesen" 2>"$WERK/meldungen"; then
	schlecht "$folien lässt sich nicht vorlesen"
	head -n 5 "$WERK/meldungen"
else
	while IFS=$'\t' read -r wie was; do
		case $wie in gut) gut ;; *) schlecht "$was" ;; esac
	done < <(python3 tests/abdeckung-folien.py "$quelle" "$WERK/vorlesen")
	[ "$passed" -gt 60 ] || schlecht "nur $passed Angaben verglichen"
fi
schluss
