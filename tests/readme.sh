#!/usr/bin/env bash
# Suite: README's commands as they stand there, each twice, in a copy: all succeed, and the sources stay as they were.
# `beobachten` waits for ever; tests/jahr.sh tries it.
. "$(dirname "$0")/lib.sh"

mkdir "$WORK/out"
cp -r README.md content templates "$WORK"
ln -s "$O/bin" "$O/share" "$WORK/out"
cd "$WORK" || exit 1
mapfile -t commands < <(sed -n 's/^    \(out\/bin\/ratssatz .*\)/\1/p' README.md | grep -v ' beobachten ')
for turn in first second; do
	for c in "${commands[@]}"; do
		check "the $turn time: $c" bash -c "$c"
	done
done
check "README shows at least ten commands" test ${#commands[@]} -ge 10
check "content/ is as it was" diff -r content "$TOP/content"
finish
