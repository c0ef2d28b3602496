#!/usr/bin/env bash
# Suite: stories that went wrong once, and their right end; inputs are the contents here or those of ../shared/faelle.
. "$(dirname "$0")/lib.sh"
run_cases
finish
