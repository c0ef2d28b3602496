#!/usr/bin/env bash
# Every byte that `make demo` writes, before and after a change: a commit that only moves code prints "no output
# changed".
# usage: tests/bytes.sh [REVISION]      default: HEAD when the tree has changes, else its parent
# A healing commit names the files listed here in its message. Exit status 1: outputs differ.
cd "$(dirname "$0")/.." || exit 1
base=${1:-$(git diff --quiet HEAD && echo HEAD~1 || echo HEAD)}
base=$(git rev-parse --verify "$base^{commit}") || exit 2
before=out/bytes/$base

# Registers hold times and .d files name folders: neither is compared.
sums() {
	(cd "$1" && find ./*.pdf ./*.html sitzung-* jahr -type f ! -name '*.db' ! -name '*.d' -print0 | sort -z |
		xargs -0 sha256sum)
}
demo() {
	rm -rf "$1"/out/*.pdf "$1"/out/*.html "$1"/out/*.d "$1"/out/.d "$1"/out/sitzung-* "$1"/out/jahr
	SOURCE_DATE_EPOCH=0 make -s -C "$1" demo >"$1/out/demo.log" 2>&1 || { tail -n 5 "$1/out/demo.log"; exit 1; }
	rm "$1/out/demo.log"
}

if [ ! -e "$before/sums" ]; then
	rm -rf out/bytes
	mkdir -p "$before/out"
	git archive "$base" | tar x -C "$before"
	demo "$before"
	sums "$before/out" >"$before/sums"
fi
mkdir -p out
demo .
sums out >out/bytes/sums
if diff "$before/sums" out/bytes/sums >out/bytes/difference; then
	echo "no output changed against ${base:0:10} ($(wc -l <"$before/sums") files)"
else
	echo "changed against ${base:0:10}:"
	awk '/^[<>]/ {print $3}' out/bytes/difference | sort -u
	exit 1
fi
