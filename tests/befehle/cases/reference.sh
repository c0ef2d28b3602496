# What the program says of itself, and that the handbook says the same.
check "referenz bash" status 0 "$R" referenz bash
check "bash reads it" bash -n stdout
check "referenz man" status 0 "$R" referenz man
check "the man page has its parts" grep -q '^.SH "*R' stdout
for part in elemente meldungen befehle; do
	"$R" referenz $part >$part.xml
	check "content/handbuch/referenz-$part.xml is up to date: ratssatz referenz $part" \
		cmp $part.xml "$TOP/content/handbuch/referenz-$part.xml"
done
