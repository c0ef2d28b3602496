# What may be meant in several ways, or is of another kind than expected.
. "$TOP/tests/faelle/papers.sh"
rm -f r.db
session rat 2026-05-07 17:00
paper eins "$(step 'gremium="rat" rolle="vorberatung" datum="2026-05-07"')" "$(step "$DECIDES")"
say aufnehmen --register r.db $S/sitzung-rat.xml $S/vorlage-eins.xml
say ergebnis --register r.db --gremium rat --datum 2026-05-07 eins einstimmig
say ergebnis --register r.db --gremium rat --datum 2026-05-07 $S/vorlage-eins.xml einstimmig
session abend 2026-05-07 19:00
say aufnehmen --register r.db $S/sitzung-abend.xml
say pruefen --register r.db $S/sitzung-abend.xml
say vergleiche -o aus.pdf "$TOP/content/beckum/integrationskonzept-2018" content/handbuch/handbuch.xml
mkdir -p leer
say register neu-aufbauen --inhalt leer
touch x.pdf
say nachweis x.pdf
cp released.db ohne.db
sqlite ohne.db 'PRAGMA foreign_keys = 0; DELETE FROM koerperschaft;'
say oparl exportieren --register ohne.db -o oparl
heard
