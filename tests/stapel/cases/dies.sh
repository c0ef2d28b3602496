# A worker that dies costs the document it was at; the rest is done.
docs=(content/beckum/sitzungen/2023-05-31/*.xml)
mkdir out
killed() {
	strace -f -qq -o trace -P "$PWD/${docs[3]}" -P "${docs[3]}" -e trace=openat \
		-e inject=openat:signal=KILL:when=1 "$R" setzen --kerne 2 -o out "${docs[@]}"
}
check "the call says so" status 3 killed
check "with the document" grep -qE "^${docs[3]}: Fehler: .*Signal 9.*\[ABSTURZ\]" "$WORK/stderr"
check "no other is told" equal "$(grep -c ABSTURZ "$WORK/stderr")" 1
check "all others are there" equal "$(find out -name '*.pdf' | wc -l)" $((${#docs[@]} - 1))
mkdir whole
"$R" setzen -q --kerne 1 -o whole "${docs[@]}"
for f in out/*.pdf; do check "$f" cmp "$f" "whole/${f#out/}"; done
check "called again, it comes" status 0 "$R" setzen -q --kerne 2 -o out "${docs[@]}"
check "and nothing is left" diff -r out whole
# whichever it is, and however soon it dies
for k in 1 4; do
	rm -rf out
	mkdir out
	nth() {
		strace -f -qq -o trace -P "${docs[k]}" -e trace=openat -e inject=openat:signal=KILL:when=1 \
			"$R" setzen -q --kerne 2 -o out "${docs[@]}"
	}
	check "document $k" status 3 nth
	check "document $k alone" equal "$(grep -c Fehler "$WORK/stderr")" 1
	check "document $k: all others" equal "$(find out -name '*.pdf' | wc -l)" $((${#docs[@]} - 1))
done
