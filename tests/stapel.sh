#!/usr/bin/env bash
# Suite: many documents: several processes give what one gives; jobs for other machines, resumed and collected.
. "$(dirname "$0")/lib.sh"
run_cases
finish
