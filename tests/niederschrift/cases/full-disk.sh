# On a full disk minutes and tasks change nothing: no result in one paper and none in the next.
. "$TOP/tests/full.sh"
disk 8 || return
cp -r inhalt first.xml r.db disk
cd disk || return
cp first.xml $N
step=76 full "minutes" rs niederschrift -q -o aus $N
check "each result is there" grep -q ' ergebnis="' $DAY/vorlage-baum.xml
check "and in the other paper" grep -q ' ergebnis="' $DAY/vorlage-spielplatz.xml
step=40 full "how far a task is" rs beschluesse -q --auftrag spielplatz-planen --zustand in-arbeit
at 2024-07-10T10:00:00Z
step=4 full "a report" rs beschluesse -q --bericht 2024-1 --gremium rat --stelle hauptamt -o bericht
cd ..
umount disk
