#!/usr/bin/env bash
# Suite: messages. What the commands of tests/meldungen/cases/NAME.sh say is NAME.err beside it, line for line; and each
# message of the program, each code stands in an expected file of some suite: a changed word is seen.
. "$(dirname "$0")/lib.sh"
[ "$CASE" = every-message ] || run_cases
[ -n "$record" ] || ! wanted every-message || check "every message and every code stands in an expected file" \
	python3 tests/meldungen/messages.py "$R-ganz"
finish
