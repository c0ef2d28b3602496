# Checking a page costs hardly more than setting it: the schema is not gone through twice. Work is counted, not time.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=callgrind.out "$R" "$@" 2>&1 >last |
		sed -n 's/.*Collected : //p'
}
if valgrind -q "$R" --version >/dev/null 2>&1; then
	page=$TOP/tests/golden/gemeinsam.xml
	setting=$(instructions setzen --inhalt "$TOP/content" --dump=pages "$page")
	check "the page is one" test "$(grep -c '^Seite' last)" -eq 1
	checking=$(instructions pruefen --inhalt "$TOP/content" "$page")
	check "pruefen: $checking instructions, setzen: $setting" \
		test $((checking * 10)) -gt 0 -a $((checking * 10)) -le $((setting * 11))
else
	skip "instructions are not counted: no valgrind, or a build it cannot run"
fi
