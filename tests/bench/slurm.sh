#!/usr/bin/env bash
# Runs the jobs of a plan on four nodes of Slurm on this machine; prints seconds, and seconds of the processors that the
# program took in all nodes. usage: tests/bench/slurm.sh out FOLDER PLAN SHELF      PLAN and SHELF: as named in FOLDER
here=$(cd "$(dirname "$0")" && pwd)
build=$1 folder=$(realpath "$2") plan=$3 shelf=$4
set -- "$build"
cd "$here/.." && . ./lib.sh
. "$TOP/tests/stapel/slurm.sh"
trap 'for p in "${ends[@]}"; do kill "$p" 2>/dev/null; done; wait 2>/dev/null' EXIT
chmod 755 "$WORK"
cd "$WORK" && slurm_up >&2 || exit 1
cat >timed <<-X
	#!/bin/bash
	TIMEFORMAT='%U %S'
	{ time "$R" "\$@" 2>&3; } 3>&2 2>>"$WORK/cpu"
X
chmod +x timed
cd "$folder" || exit 1
"$R" stapel skript -q slurm --ablage "$shelf" -o "$WORK/jobs.sh" "$plan" || exit 1
begun=$EPOCHREALTIME
RATSSATZ=$WORK/timed STUECK=100 HOME=$WORK sbatch --quiet --wait --array 1-4 --output "$WORK/said-%a" "$WORK/jobs.sh" ||
	{ cat "$WORK"/said-* >&2; exit 1; }
ended=$EPOCHREALTIME
awk -v from="$begun" -v to="$ended" '{ cpu += $1 + $2 } END { print to - from, cpu }' "$WORK/cpu"
