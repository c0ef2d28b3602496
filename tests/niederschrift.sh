#!/usr/bin/env bash
# Suite: minutes of a session: begun, filled in, set, signed, approved; results, OParl, tasks; what each check refuses.
. "$(dirname "$0")/lib.sh"
run_cases
finish
