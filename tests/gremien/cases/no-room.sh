# A register that may only be read; a disk that is full.
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=65534 --clear-groups)
if "${as[@]}" test -x "$R"; then
	mkdir read-only && cp r.db read-only/ && chmod 555 read-only && chmod 444 read-only/r.db
	check "taking in says so" status 3 "${as[@]}" "$R" aufnehmen -q --register read-only/r.db $PAPER
	check "reading works" status 0 "${as[@]}" "$R" register liste --breit --register read-only/r.db
	chmod 755 read-only
else
	skip "a register that may only be read: another user cannot run $R"
fi
limited() { (ulimit -f 1; "$R" aufnehmen -q --register full.db $SESSIONS/*/*.xml); }
check "no room" status 3 limited
check "with room it works" status 0 "$R" aufnehmen -q --register full.db $SESSIONS/*/*.xml
check "all numbers in the sources are as they were" diff -r content "$TOP/content"
