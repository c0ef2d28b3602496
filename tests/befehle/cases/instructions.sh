# Checking a page costs hardly more than setting it: the schema is not gone through twice. Taking over a Word file costs
# no more than setting what became of it, its reader's process counted. Work is counted, not time.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=callgrind.out.%p --zero-before=imp_office "$R" "$@" 2>&1 >last |
		awk -F ' : ' '/Collected : / { sum += $2 } END { print sum + 0 }'
}
if valgrind -q "$R" --version >/dev/null 2>&1; then
	page=$TOP/tests/golden/gemeinsam.xml
	setting=$(instructions setzen --inhalt "$TOP/content" --dump=pages "$page")
	check "the page is one" test "$(grep -c '^Seite' last)" -eq 1
	checking=$(instructions pruefen --inhalt "$TOP/content" "$page")
	check "pruefen: $checking instructions, setzen: $setting" \
		test $((checking * 10)) -gt 0 -a $((checking * 10)) -le $((setting * 11))
	taking=$(instructions uebernehmen -q --ort beckum --inhalt "$TOP/content" -o taken \
		"$TOP/tests/lesen/dateien/word.docx")
	setting=$(instructions setzen --inhalt "$TOP/content" -o taken.pdf taken/bericht.xml)
	check "uebernehmen: $taking instructions, setzen: $setting" test "$taking" -gt 0 -a "$taking" -le "$setting"
else
	skip "instructions are not counted: no valgrind, or a build it cannot run"
fi
