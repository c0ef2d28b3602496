#!/usr/bin/env bash
# Long suite: small wrong changes to the program (tests/mutants/*.txt), each of which a suite must catch. Works in
# copies of the tree below out/mutants, one for each of JOBS (default: processors). Which suite kills which is in
# out/mutants/report.
# usage: [NEAR=1] tests/mutants.sh [out] [MUTANT]      MUTANT: ROOM/NAME, may be patterns: 'compose/* text/*'
# NEAR=1: only the suites that stand beside the room in tests/mutants/suites.txt, a third of the time.
. "$(dirname "$0")/lib.sh"
export CASE found=1
verdicts python3 tests/mutants/mutants.py "$TOP/out/mutants" "${CASE:-*}" "${JOBS:-$(nproc)}" ${NEAR:+near}
sed -n '/^$/,$p' "$TOP/out/mutants/report"
finish
