#!/usr/bin/env bash
# Suite: taking over files of others: what becomes of them, and that every word is accounted for.
# tests/uebernahme/original holds invented originals, NAME.erwartet what they become; words are counted by a reader of
# its own (words.py).
. "$(dirname "$0")/lib.sh"
run_cases
finish
