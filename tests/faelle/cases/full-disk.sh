# On a full disk, whatever little is free, a command leaves all as it was, ends with 3 and one message that names no
# temporary file; with room it does what it should. That the register could not be written is never passed over.
. "$TOP/tests/faelle/full-paper.sh"
. "$TOP/tests/full.sh"
disk 8 || return
cp -r content disk
cd disk || return
step=300 full "taken in" rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
step=45 full "issued" rs ausgeben -q -o aus $V
step=33 full "announced" rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "the register has it" says bekanntmachung rs register liste ausgegeben --breit
step=80 full "handed over" rs abgeben -q --sitzung $SESSION -o paket.zip
step=170 full "exported" rs oparl exportieren -q -o oparl
at 2100-05-06T08:00:00Z
step=28 full "a result" rs ergebnis -q $V einstimmig --gremium rat --datum 2100-05-05
cd ..
umount disk
