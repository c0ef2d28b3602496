#!/usr/bin/env bash
# Suite: files of others as they are read: stored ones beside what a reader makes of them (NAME.fluss), their
# words counted by a second reader (zaehlen.py), and files that are broken or hostile.
. "$(dirname "$0")/lib.sh"
run_cases
finish
