# Registers that are none, that are damaged, newer or someone else's; backups.
say register sichern sicherung.db --register r.db
say register sichern -q ausgabe --register r.db
say register sichern ./r.db --register r.db
say register wiederherstellen fehlt.db --register r.db
echo "kein Register" >text.db
say register wiederherstellen text.db --register r.db
say register wiederherstellen r.db --register r.db
say register liste --register text.db
sqlite fremd.db 'CREATE TABLE x (y);'
say register liste --register fremd.db
say register wiederherstellen fremd.db --register r.db
cp r.db neuer.db
sqlite neuer.db 'PRAGMA user_version = 99;'
say register liste --register neuer.db
say register wiederherstellen neuer.db --register r.db
cp r.db wal.db
sqlite wal.db 'PRAGMA journal_mode = WAL;'
say register liste --register wal.db
say register liste --register fehlt.db
say aufnehmen --register nirgends/r.db $PAPER
say aufnehmen --register ausgabe $PAPER
say register suche '-' --register r.db
check "a document without its register is told why, and no more" status 3 "$R" pruefen --register text.db $PAPER
check "not that one is to be named" absent REGISTERFEHLT "$WORK/stderr"
# the present register knows more than the backup
cp taken.db alt.db
say register wiederherstellen alt.db --register r.db
head -c 20000 r.db >halb.db
say register pruefen --register halb.db
say register wiederherstellen sicherung.db --register halb.db
heard
