#!/usr/bin/env bash
# Suite: the next edition: what fortschreiben makes, what it never touches, how far it is, and that it stays in the
# house until all is decided.
. "$(dirname "$0")/lib.sh"
run_cases
finish
