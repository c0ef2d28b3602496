#!/usr/bin/env bash
# Suite: names, headings and numbers of the real presentation are on our slides; its sentences are not. The original
# lies beside the repository.
. "$(dirname "$0")/lib.sh"
source=$SPEC/quellen/praesentation-integrationsrat-2024-02-22.txt
if [ ! -r "$source" ]; then
	skip "what the presentation says: ../shared/quellen/$(basename "$source") is missing"
else
	check "read out" status 0 "$R" setzen -q --dump=vorlesen content/beckum/praesentation-2024-02-22
	verdicts python3 tests/abdeckung-folien.py "$source" "$WORK/stdout"
	check "more than 60 statements are compared" test "$passed" -gt 60
fi
finish
