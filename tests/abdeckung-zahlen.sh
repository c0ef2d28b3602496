#!/usr/bin/env bash
# Suite: Every number, date and amount of the real Konzept and the real Bericht is in what a screen reader gets of ours, section by section,
# but for the exceptions listed. The original texts lie beside the repository and are no part of it.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
# zahlen KIND SOURCE MASTER EXCEPTIONS LEAST
zahlen() {
	local before=$passed
	if [ ! -r "$2" ]; then
		aus "Zahlen: $2 ist nicht da"
	elif ! "$R" setzen -q --dump=vorlesen "$3" >"$WERK/vorlesen" 2>"$WERK/meldungen"; then
		schlecht "$3 lässt sich nicht vorlesen"
		head -n 5 "$WERK/meldungen"
	else
		while IFS=$'\t' read -r wie was; do
			case $wie in gut) gut ;; *) schlecht "$was" ;; esac
		done < <(python3 tests/abdeckung.py "$1" "$2" "$WERK/vorlesen" "$4")
		[ $((passed - before)) -gt "$5" ] || schlecht "$1: nur $((passed - before)) Zahlen verglichen"
	fi
}
zahlen konzept ../shared/quellen/konzept-beckum-2018.txt content/beckum/integrationskonzept-2018/konzept.xml tests/abdeckung-ausnahmen.txt 100
zahlen bericht ../shared/quellen/bericht-integrationsmanagement-2023.txt content/beckum/bericht-integrationsmanagement-2023/bericht.xml tests/abdeckung-ausnahmen-bericht.txt 30
schluss
