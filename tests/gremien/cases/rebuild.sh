# What can be recomputed is: the index comes back as it was, numbers and ledger stay.
contents() {
	python3 - "$1" <<-'P'
		import sqlite3, sys
		db = sqlite3.connect(sys.argv[1])
		for t in ("nummer", "ereignis", "ausgegeben", "tagesordnung", "stelle", "stellenname", "sitzung",
		          "papier", "beratung", "ausgabe", "massnahme", "posten", "kennzahl"):
		    for row in db.execute(f"SELECT * FROM {t} ORDER BY 1, 2, 3"):
		        print(t, row)
		for row in db.execute("SELECT ort, art, id, titel, inhalt FROM volltext ORDER BY 1, 2, 3"):
		    print(row)
	P
}
check "an edition beside the papers" status 0 rs aufnehmen -q $CONCEPT
contents r.db >before
check "something is in it" test "$(wc -l <before)" -gt 50
check "rebuilt" status 0 rs register neu-aufbauen beckum
contents r.db >after
check "the same state" diff before after
py "
import sqlite3
d = sqlite3.connect('r.db')
d.execute('PRAGMA foreign_keys=OFF')
for t in ('papier', 'beratung', 'sitzung', 'stelle', 'volltext'):
    d.execute('DELETE FROM ' + t)
d.commit()"
check "rebuilt after a loss" status 0 rs register neu-aufbauen beckum
contents r.db >after
check "the same state after a loss" diff before after
check "rebuilt from nothing" status 0 "$R" register neu-aufbauen --register new.db
check "the papers are there" says 2023/0123 "$R" register liste --breit --register new.db
check "numbers cannot be deleted" bash -c "! python3 -c \"
import sqlite3
sqlite3.connect('r.db').execute('DELETE FROM nummer')\" 2>/dev/null"
