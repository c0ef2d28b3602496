#!/usr/bin/env bash
# Suite: every number, date and amount of the real Konzept and the real Bericht is in what a screen reader gets of ours,
# section by section, but for the exceptions listed. The original texts lie beside the repository.
. "$(dirname "$0")/lib.sh"
# numbers KIND SOURCE MASTER EXCEPTIONS LEAST
numbers() {
	local before=$passed source=$SPEC/quellen/$2
	if [ ! -r "$source" ]; then
		skip "numbers of the $1: ../shared/quellen/$2 is missing"
		return
	fi
	check "$1: read out" status 0 "$R" setzen -q --dump=vorlesen "$3"
	verdicts python3 tests/abdeckung.py "$1" "$source" "$WORK/stdout" "$4"
	check "$1: more than $5 numbers are compared" test $((passed - before)) -gt "$5"
}
numbers konzept konzept-beckum-2018.txt content/beckum/integrationskonzept-2018/konzept.xml \
	tests/abdeckung-ausnahmen.txt 100
numbers bericht bericht-integrationsmanagement-2023.txt \
	content/beckum/bericht-integrationsmanagement-2023/bericht.xml tests/abdeckung-ausnahmen-bericht.txt 30
finish
