#!/usr/bin/env bash
# Long suite: the browser workspace: a clerk's day in Chromium, every view by axe-core, narrow and wide, light and dark;
# one by roles and names alone; what goes wrong while somebody writes; five tasks with their steps counted beside
# LibreOffice Writer; stored pictures of its look; killed while saves come; memory over many of them; malformed and slow
# requests under the sanitizers.
. "$(dirname "$0")/lib.sh"
run_cases
finish
