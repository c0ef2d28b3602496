# On a full disk what a batch made, a backup, the statement and a withdrawal are whole or not there, too.
. "$TOP/tests/faelle/full-paper.sh"
. "$TOP/tests/full.sh"
disk 12 || return
town='<barrierefreiheit datum="2100-03-01" mail="barriere@example.org"><pruefung name="veraPDF 1.28.2"'
town=$town' datum="2100-03-01" ergebnis="ohne Befund"/><durchsetzung name="Ombudsstelle" mail="o@example.org"/>'
sed -i "s|  </ort>|$town</barrierefreiheit>\n  </ort>|" content/beckum/verzeichnis.xml
cp -r content disk
rm -rf disk/content/beckum/integrationskonzept-* disk/content/beckum/[bp]*/
cd disk || return
directory=content/beckum/verzeichnis.xml
check "taken in" status 0 rs aufnehmen -q $directory $SESSION $V
check "released" status 0 rs freigeben -q $V
check "planned" status 0 rs stapel plan -q beckum -o s/jobs.ndjson
check "set" status 0 rs stapel lauf -q s/jobs.ndjson
step=60 full "collected" rs stapel sammeln -q s/jobs.ndjson
step=30 full "issued" rs ausgeben -q -o aus $V
step=30 full "announced" rs tagesordnung -q --bekanntgeben -o sitz $SESSION
step=70 full "a backup" rs register sichern -q sicher.db
step=40 full "the statement" rs barrierefreiheit -q -o web $directory
cp r.db before.db
step=70 full "exported" rs oparl exportieren -q -o oparl
at 2100-04-02T08:00:00Z
step=8 full "taken back" rs zurueckziehen -q $V --grund Namen --entfernen
check "it is gone" test -z "$(find aus -name '*beschlussvorlage*')"
check "the register is in order" status 0 rs register pruefen -q
cd ..
umount disk
