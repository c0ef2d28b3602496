#!/usr/bin/env bash
# Suite: a third town: ort-anlegen, and the handbook's tutorial followed step by step in an empty folder.
. "$(dirname "$0")/lib.sh"
run_cases
finish
