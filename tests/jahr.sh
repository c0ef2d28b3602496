#!/usr/bin/env bash
# Suite: the year in one go: what an output depends on is recorded, whole; a second run sets nothing; one changed file
# sets exactly what depends on it; beobachten does so by itself.
. "$(dirname "$0")/lib.sh"
run_cases
finish
