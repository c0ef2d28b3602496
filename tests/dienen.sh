#!/usr/bin/env bash
# Suite: oparl dienen: the same bytes as the export, filters, conditions, ranges, refusals; HTTP to the letter; nothing
# non-public; a register that others write, damage or replace meanwhile; a clean end.
. "$(dirname "$0")/lib.sh"
run_cases
finish
