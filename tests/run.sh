#!/usr/bin/env bash
# Every suite against one build, one more at once than there are processors (JOBS), since each waits for disks and
# browsers at times; the slowest of last time begin.
# usage: tests/run.sh [--long] [out]     --long: the suites of make test-voll instead
# Last line: N passed, N failed, N skipped
# A suite is a tests/*.sh whose second line begins with "# Suite: ", a long one with "# Long suite: ".
cd "$(dirname "$0")/.." || exit 2
kind=Suite
[ "${1:-}" = --long ] && { kind='Long suite'; shift; }
O=${1:-out}
jobs=${JOBS:-$(($(nproc) + 1))}
[ "$kind" = Suite ] || jobs=1
log=$O/test/log
mkdir -p "$log"
rm -rf "$log"/* "$O/test/structures"

# one SUITE: runs it, tells it whole when it is done
one() {
	local name start line seconds
	name=$(basename "$1" .sh)
	start=$(date +%s)
	JOBS=$((jobs > 1 ? 1 : 2)) bash "$1" "$O" >"$log/$name" 2>&1
	seconds=$(($(date +%s) - start))
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log/$name" | tail -n 1)
	echo "${line:-0 passed, 1 failed, 0 skipped}" >"$log/$name.count"
	echo "$seconds $1" >"$log/$name.seconds"
	{
		flock 9
		grep -vE '^[0-9]+ passed, [0-9]+ failed' "$log/$name"
		printf '%-28s %s (%d s)\n' "$1" "${line:-ended without a result: 1 failed}" "$seconds"
	} 9>"$log/lock"
}
# by_time: the suites, those of unknown time first, then the slowest; before a first run tests/seconds knows
by_time() {
	awk -v kind="# $kind: " 'FILENAME ~ /seconds$/ {s[$2] = $1; next}
		FNR == 2 && index($0, kind) == 1 {print (FILENAME in s) ? s[FILENAME] : 1e6, FILENAME}' \
		tests/seconds "$O/test/seconds" "${all[@]}" | sort -rn | cut -d' ' -f2
}
all=(tests/*.sh)
touch "$O/test/seconds"
for suite in $(by_time); do
	while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
	one "$suite" &
done
wait
[ "$kind" != Suite ] || cat "$log"/*.seconds >"$O/test/seconds"
awk '{p += $1; f += $3; s += $5}
	END {printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f > 0 || p == 0}' "$log"/*.count
