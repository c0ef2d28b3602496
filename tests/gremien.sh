#!/usr/bin/env bash
# Suite: papers and sessions as a clerk works with them: register, numbers, release, issue, agenda, results, proofs;
# and what goes wrong there. Each case works on a copy of content/; nothing of the repository is written.
. "$(dirname "$0")/lib.sh"
run_cases
finish
