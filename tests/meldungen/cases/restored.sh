# A register that came from a backup: numbers wait until the sources are looked through.
. "$TOP/tests/faelle/papers.sh"
rm -f r.db
session rat 2026-05-07 17:00
for p in eins zwei drei; do paper $p "$(step "$DECIDES")"; done
say aufnehmen --register r.db $S/sitzung-rat.xml $S/vorlage-eins.xml
say register sichern alt.db --register r.db
say aufnehmen --register r.db $S/vorlage-zwei.xml
rm r.db
say register wiederherstellen alt.db --register r.db
say register pruefen --register r.db
say aufnehmen --register r.db $S/vorlage-drei.xml
say register neu-aufbauen --register r.db beckum
sed 's/id="zwei"/id="doppelt"/' $S/vorlage-zwei.xml >$S/vorlage-doppelt.xml
say register neu-aufbauen --register r.db beckum
rm $S/vorlage-doppelt.xml
sqlite r.db "UPDATE papier SET nummer = '2026/0001';"
say register pruefen --register r.db
heard
