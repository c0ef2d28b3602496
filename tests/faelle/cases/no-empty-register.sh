# A command that enters nothing leaves no register behind; a register that was there stays.
. "$TOP/tests/faelle/papers.sh"
session rat 2026-05-07 17:00
paper eins "$(step "$DECIDES")"
cp $S/vorlage-eins.xml good.xml
sed -i 's/<titel>/<titul>/' $S/vorlage-eins.xml
none() { [ -z "$(ls r.db* 2>/dev/null)" ] || { ls r.db*; return 1; }; }
check "a faulty paper is not taken in" status 1 rs aufnehmen -q content/beckum/verzeichnis.xml $S/*.xml
check "aufnehmen leaves nothing" none
cp good.xml $S/vorlage-eins.xml
for command in "freigeben -q" "ausgeben -q -o aus" "ergebnis -q --gremium rat --datum 2026-05-07"; do
	# shellcheck disable=SC2086
	rs $command $S/vorlage-eins.xml ${command:+beschlossen} >/dev/null 2>&1
	check "${command%% *} leaves nothing" none
done
check "reading does not make one" status 3 rs register liste
check "and leaves nothing" none
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $S/*.xml
cp r.db before.db
sed -i 's/<titel>/<titul>/' $S/vorlage-eins.xml
check "faulty again" status 1 rs aufnehmen -q $S/vorlage-eins.xml
check "the register is as it was" cmp r.db before.db
