# Which misspelt words are found and which right ones are told all the same, of the list in words.txt: both rates.
words() { sed -n "s/^$1 //p" "$TOP/tests/orte/words.txt" | tr ' ' '\n'; }
# told SIGN: how many of those words are told
told() {
	for w in $(words "$1"); do echo "<absatz>Es geht um $w hier.</absatz>"; done >absaetze
	paper w 2026-01-20 bauen '' "<erlaeuterungen>$(cat absaetze)</erlaeuterungen>"
	"$R" pruefen --rechtschreibung content/heide/papiere/vorlage-w.xml 2>&1 | grep '\[RECHTSCHREIBUNG\]' |
		sed 's/.*: „\([^“]*\)“.*/\1/' >told.txt
	wc -l <told.txt
}
if [ ! -e "$O/share/rechtschreibung/de.dic" ]; then
	skip "spelling: the dictionary is missing"
else
	wrong=$(words - | wc -l) right=$(words + | wc -l)
	found=$(told -)
	words - | sed 's/[*:_]in.*//' | grep -vxFf told.txt >missed.txt
	alarms=$(told +)
	echo "spelling: $found of $wrong misspelt words found ($((100 - 100 * found / wrong)) % missed);" \
		"$alarms of $right right words told ($((100 * alarms / right)) %)"
	check "misspelt words are found, 9 of 10" test "$((10 * found))" -ge "$((9 * wrong))"
	check "right words are left alone, 39 of 40" test "$((40 * alarms))" -le "$right"
	directory '<person id="p-x" name="Xaver Qwarz" nachname="Qwarz"/>'
	paper w 2026-01-20 bauen '' '<erlaeuterungen><absatz>Herr Qwarz spricht.</absatz></erlaeuterungen>'
	check "names of the directory are known" status 0 bash -c \
		"! '$R' pruefen --rechtschreibung content/heide/papiere/vorlage-w.xml 2>&1 | grep Qwarz"
fi
