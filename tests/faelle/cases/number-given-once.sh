# A register is destroyed and an older backup brought back. No number that was given since is given again.
. "$TOP/tests/faelle/papers.sh"
session rat 2026-05-07 17:00
for p in eins zwei entwurf drei; do paper $p "$(step "$DECIDES")"; done
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $S/sitzung-rat.xml $S/vorlage-eins.xml
check "backed up" status 0 rs register sichern backup.db
check "it goes on" status 0 rs aufnehmen -q $S/vorlage-zwei.xml
check "the number given since" test "$(number zwei)" = 2026/0002
destroyed() {
	head -c 5000 /dev/zero >r.db
	rm -f r.db-*
	rs register wiederherstellen -q backup.db
}

check "brought back" status 0 destroyed
check "no number before the sources were looked through" status 1 rs aufnehmen -q $S/vorlage-drei.xml
check "the way is told" grep -q 'register neu-aufbauen beckum' "$WORK/stderr"
check "nothing is written" absent 'nummer=' $S/vorlage-drei.xml
check "pruefen says so, too" says "gibt es für beckum erst, wenn" rs register pruefen
check "what has a number is taken in" status 0 rs aufnehmen -q $S/vorlage-eins.xml

check "made again" says "WIEDERAUFGENOMMEN" rs register neu-aufbauen beckum
check "with the number, the paper, its place" grep -q "vorlage-zwei.xml:2: Warnung: .*2026/0002" "$WORK/stderr"
check "what was never taken in stays out, told" grep -q "vorlage-entwurf.xml:2: Hinweis.*UEBERGANGEN" "$WORK/stderr"
check "the paper is there" says "Beschluss über zwei" rs register zeige 2026/0002
check "the next number" status 0 rs aufnehmen -q $S/vorlage-drei.xml
check "is a new one" test "$(number drei)" = 2026/0003
check "nothing more to say" says "in Ordnung" rs register pruefen
check "all numbers are different" test -z "$(grep -ho 'nummer="[^"]*"' $S/*.xml | sort | uniq -d)"
check "made once more: nothing to tell of numbers" bash -c "'$R' register neu-aufbauen beckum --register r.db 2>&1 |
	tee again | grep -c WIEDERAUFGENOMMEN | grep -qx 0"

# a source that cannot be read keeps the rebuild from its end, not the numbers from the register
sed -i 's/ nummer="[^"]*"//' $S/vorlage-drei.xml
cp $S/vorlage-eins.xml eins.xml
sed -i 's|</titel>|</titul>|' $S/vorlage-eins.xml
check "brought back again" status 0 destroyed
check "a broken source is told" status 1 rs register neu-aufbauen beckum
check "where it is" grep -q 'vorlage-eins.xml:3: Fehler' "$WORK/stderr"
check "the numbers of the others are secured" grep -q 'die in den Quellen stehen: 1 neue' "$WORK/stderr"
check "still no new number" status 1 rs aufnehmen -q $S/vorlage-drei.xml
cp eins.xml $S/vorlage-eins.xml
check "mended, made again" status 0 rs register neu-aufbauen -q beckum
check "then numbers go on" status 0 rs aufnehmen -q $S/vorlage-drei.xml
check "with a new one" test "$(number drei)" = 2026/0003

# one number in two sources: told, with both
sed 's/id="zwei"/id="doppelt"/' $S/vorlage-zwei.xml >$S/vorlage-doppelt.xml
check "brought back a third time" status 0 destroyed
check "two papers with one number" status 1 rs register neu-aufbauen beckum
check "are told" grep -q 'NUMMERVERGABE' "$WORK/stderr"

# the register is gone altogether: what it would count from the beginning stands in a source
rm -f $S/vorlage-doppelt.xml r.db*
paper vier "$(step "$DECIDES")"
all=(content/beckum/verzeichnis.xml $S/sitzung-rat.xml)
check "a new register counts nothing that a source bears" status 1 rs aufnehmen -q "${all[@]}" $S/vorlage-vier.xml
check "the paper that bears it is told" \
	grep -qE 'vier.xml:2: Fehler: .*2026/0001, .*/vorlage-eins.xml:2, .*\[NUMMERVERGABE\]' "$WORK/stderr"
check "nothing is written" absent 'nummer=' $S/vorlage-vier.xml
check "with all papers it goes on" status 0 rs aufnehmen -q "${all[@]}" $S/vorlage-{vier,eins,zwei,drei}.xml
check "behind them" test "$(number vier)" = 2026/0004
