#!/usr/bin/env bash
# Long suite: the browser workspace: a clerk's day in Chromium, every view by axe-core, narrow and wide, light and dark.
. "$(dirname "$0")/lib.sh"
run_cases
finish
