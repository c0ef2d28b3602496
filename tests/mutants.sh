#!/usr/bin/env bash
# Long suite: small wrong changes to the program (tests/mutants/*.txt), each of which a suite must catch. Works in
# copies of the tree below out/mutants, one for each of JOBS (default: processors). Which suite kills which is in
# out/mutants/report. The case that killed a mutant last (tests/mutants/killers.txt) is tried first.
# usage: [NEAR=1] tests/mutants.sh [--neu MUTANT] [out] [MUTANT]
# MUTANT: ROOM/NAME, may be patterns: 'compose/* text/*'; with --neu who kills them is written down.
# NEAR=1: of all suites only those that stand beside the room in tests/mutants/suites.txt.
. "$(dirname "$0")/lib.sh"
export CASE found=1
verdicts python3 tests/mutants/mutants.py "$TOP/out/mutants" "${record:-${CASE:-*}}" "${JOBS:-$(nproc)}" \
	${NEAR:+near} ${record:+neu}
sed -n '/^$/,$p' "$TOP/out/mutants/report"
finish
