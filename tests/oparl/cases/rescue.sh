# A damaged register: ids, times, deletions and texts come back, also those made after the backup.
sed -i 's|<titel>Beschluss über die Teilnahme|<titel>Neuer Beschluss über Teilnahme|' $NETWORK
non_public $JUNE/vorlage-7.xml
at 2023-07-01T08:00:00Z
check "taken in, changed" status 0 rs aufnehmen -q $NETWORK $JUNE/vorlage-7.xml
check "released" status 0 rs freigeben -q $NETWORK
check "exported" export_to then
check "backed up" status 0 rs register sichern backup.db
cp backup.db back.db
check "exported from the backup" "$R" oparl exportieren -q --register back.db -o back
check "the same" diff -r then back
sed -i 's|<titel>Neuer Beschluss über Teilnahme|<titel>Noch ein Beschluss über Teilnahme|' $NETWORK
non_public $JUNE/vorlage-8.xml
sed 's/ nummer="[^"]*"//; s/id="p9"/id="p999"/; s/Beschluss 9 /Beschluss 999 /' $JUNE/vorlage-9.xml \
	>$JUNE/vorlage-999.xml
at 2023-07-10T08:00:00Z
newer=($JUNE/vorlage-8.xml $JUNE/vorlage-999.xml $NETWORK)
check "it goes on: taken in" status 0 rs aufnehmen -q "${newer[@]}"
check "it goes on: released" status 0 rs freigeben -q "${newer[@]}"
check "it goes on: issued" status 0 rs ausgeben -q -o ausgabe "${newer[1]}"
check "exported again" export_to later
check "there is something to rescue" holds later \
	'sum("deleted" in x for x in every) == 4 and o("Paper", "Beschluss 999")["mainFile"]["text"] != ""'
check "two pages are destroyed" python3 - <<'P'
# the root of the full text, and the page on which the oldest public object stands
import sqlite3
d = sqlite3.connect('r.db')
page, = d.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'volltext'").fetchone()
d.close()
f = open('r.db', 'r+b')
f.seek((page - 1) * 4096)
f.write(b'\0' * 4096)
def number(b, i):
    n = 0
    while True:
        n = n << 7 | b[i] & 127
        i += 1
        if b[i - 1] < 128:
            return n, i
everything = open('r.db', 'rb').read()
for p in range(1, len(everything) // 4096):
    b = everything[p * 4096:(p + 1) * 4096]
    if b[0] == 13 and b'schema.oparl.org/1.1' in b and number(b, number(b, b[8] << 8 | b[9])[1])[0] == 1:
        f.seek(p * 4096)
        f.write(b'\xAA' * 4096)
        break
else:
    raise SystemExit('not found')
P
at 2023-07-11T08:00:00Z
check "restored" status 0 rs register wiederherstellen backup.db
check "told what is rescued" grep -q "öffentliche Objekte" stderr
check "rebuilt" status 0 rs register neu-aufbauen beckum
check "exported after all" export_to rescued
check "the same objects, ids, times and texts" diff -r later rescued
