#!/usr/bin/env bash
# Suite: OParl 1.1: the export of a register that has everything in it, against the specification; what may not be in
# it; what stays over time.
. "$(dirname "$0")/lib.sh"
run_cases
finish
