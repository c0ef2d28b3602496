# Backup, damage, the way back; files that are no register of ours.
check "backed up" status 0 rs register sichern backup.db
check "a backup is not overwritten" status 3 rs register sichern backup.db
cp r.db damaged.db
py "
f = open('damaged.db', 'r+b')
f.seek(4096)
f.write(b'\xAA' * 8192)"
check "damage is told" status 3 "$R" register liste --breit --register damaged.db
check "and the way back" says "wiederherstellen" "$R" register pruefen --register damaged.db
check "restored" status 0 "$R" register wiederherstellen backup.db --register damaged.db
check "all is there" says 2023/0123 "$R" register liste --breit --register damaged.db
py "
import sqlite3
d = sqlite3.connect('r.db')
d.execute('PRAGMA user_version=99')
d.commit()"
check "a register of a newer program" status 3 rs register liste
check "a folder as register" status 3 "$R" aufnehmen -q --register content $PAPER
check "a text as register" status 3 "$R" aufnehmen -q --register $PAPER $PAPER
