#!/usr/bin/env bash
# Every number, date and amount of the real Konzept is in what a screen reader gets of ours, section by section,
# but for tests/abdeckung-ausnahmen.txt. The original text lies beside the repository and is no part of it.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
quelle=../shared/quellen/konzept-beckum-2018.txt
konzept=content/beckum/integrationskonzept-2018/konzept.xml
if [ ! -r "$quelle" ]; then
	aus "Zahlen des Konzeptes: $quelle ist nicht da"
elif ! "$R" setzen -q --dump=vorlesen "$konzept" >"$WERK/vorlesen" 2>"$WERK/meldungen"; then
	schlecht "$konzept lässt sich nicht vorlesen"
	head -n 5 "$WERK/meldungen"
else
	while IFS=$'\t' read -r wie was; do
		case $wie in gut) gut ;; *) schlecht "$was" ;; esac
	done < <(python3 tests/abdeckung.py "$quelle" "$WERK/vorlesen" tests/abdeckung-ausnahmen.txt)
	[ "$passed" -gt 100 ] || schlecht "nur $passed Zahlen verglichen"
fi
schluss
