#!/usr/bin/env bash
# Suite: the commands as a person calls them: exit status, messages in three forms, skeletons, slides, help.
. "$(dirname "$0")/lib.sh"
run_cases
finish
