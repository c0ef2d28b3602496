# One paper alone; calls that cannot work; files that are missing or changed.
check "one paper" status 0 rs abgeben -q --drucksache 2023/0123 -o one
check "one paper: without the others" holds one \
	'len(m["dokumente"]) == 1 and m["anlass"] == {"drucksache": "2023/0123"}'
check "no new row" test "$(open_ones)" -eq 5
check "an unknown number" status 1 rs abgeben -q --drucksache 1999/0001 -o x.zip
check "both at once" status 2 rs abgeben --drucksache 2023/0123 --sitzung $MAY -o x.zip
check "neither" status 2 rs abgeben -o x.zip
check "without -o" status 2 rs abgeben --drucksache 2023/0123
check "a paper is no session" status 3 rs abgeben --sitzung $PAPER -o x.zip
sed 's/id="integrationsrat-2023-05-31"/id="andere"/' $SESSION >$SESSIONS/other.xml
check "a session that is not in the register" says "NICHTAUFGENOMMEN" rs abgeben --sitzung $SESSIONS/other.xml -o x.zip
mv ausgabe/2023-0124-beschlussvorlage.pdf away.pdf
check "an issued file is missing" says "ABGABEDATEI" rs abgeben --sitzung $MAY -o x.zip
{ cat away.pdf; echo; } >ausgabe/2023-0124-beschlussvorlage.pdf
check "an issued file is changed" status 1 rs abgeben -q --sitzung $MAY -o x.zip
check "then there is no package" test ! -e x.zip
