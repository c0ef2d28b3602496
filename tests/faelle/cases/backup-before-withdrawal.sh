# A backup from before something was taken back: where the register that knew it is gone or cannot be read, that is
# told; where it can be read, the withdrawal is taken over.
. "$TOP/tests/faelle/full-paper.sh"
full_paper "Verkauf für GEHEIMPREIS" \
	"$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"')"
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
check "backed up" status 0 rs register sichern -q backup.db
check "taken back" status 0 rs zurueckziehen -q $V --grund x
cp r.db after.db
told="gilt wieder als öffentlich"
# restored WHAT: with the register as it is now
restored() { check "$1: restored" status 0 rs register wiederherstellen backup.db; }
rm r.db
restored gone
check "gone: told" grep -q "$told" "$WORK/stderr"
head -c 6000 after.db >r.db
restored "cut off"
check "cut off: told" grep -q "$told" "$WORK/stderr"
# the index is damaged, the ledger is not
cp after.db r.db
page=$(($(stat -c %s r.db) / 4096 - 1))
dd if=/dev/zero of=r.db bs=4096 seek=$page count=1 conv=notrunc status=none
restored damaged
check "damaged: nothing is forgotten" absent "$told" "$WORK/stderr"
check "damaged: the withdrawal is there" says '"grund":	"x"' rs register liste --draussen --json
