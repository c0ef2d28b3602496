# Ids of what is not public are made with the register's secret: no guess can be proved. Public ids stay as they are.
cat >plain.py <<'P'
# plain.py EXPORT WORDS…: which of the words is the plain digest of an item's id, living or gone
import hashlib, os, sys
ids = {f[:-5] for _, _, names in os.walk(sys.argv[1]) for f in names}
for w in sys.argv[2:]:
    key = f'ratssatz:oparl:beckum:AgendaItem:integrationsrat-2023-05-31/{w}'
    h = bytearray(hashlib.sha256(key.encode()).digest()[:16])
    h[6], h[8] = h[6] & 15 | 128, h[8] & 63 | 128
    x = h.hex()
    if '-'.join((x[:8], x[8:12], x[12:16], x[16:20], x[20:])) in ids:
        print(w)
P
proved() { python3 plain.py "$1" personal geheim baumpflanzung netzwerk-integration-mitglied '!personal' '!geheim'; }
hidden() { value "$1" 'sorted(x["id"] for x in of("AgendaItem") if x.get("public") is False)'; }
# as_before REGISTER: as a program before the secret left it
as_before() {
	python3 - "$1" <<-'P'
		import hashlib, sqlite3, sys
		d = sqlite3.connect(sys.argv[1])
		for lfd, key in d.execute("SELECT lfd, schluessel FROM oparl WHERE schluessel LIKE '!%'").fetchall():
		    x = hashlib.sha256(f'ratssatz:oparl:beckum:AgendaItem:{key[1:]}'.encode()).digest()[:16]
		    h = bytearray(x)
		    h[6], h[8] = h[6] & 15 | 128, h[8] & 63 | 128
		    x = h.hex()
		    new = '-'.join((x[:8], x[8:12], x[12:16], x[16:20], x[20:]))
		    old, = d.execute('SELECT kennung FROM oparl WHERE lfd = ?', (lfd,)).fetchone()
		    d.execute('UPDATE oparl SET schluessel = ?, kennung = ? WHERE lfd = ?', (key[1:], new, lfd))
		    d.execute('UPDATE oparl SET inhalt = replace(inhalt, ?, ?)', (old, new))
		    d.execute('UPDATE oparl SET eingebettet = replace(eingebettet, ?, ?)', (old, new))
		d.executescript("DELETE FROM geheimnis; INSERT OR IGNORE INTO oparl_offen"
		                " SELECT ort, 'sitzung', id FROM sitzung")
	P
}
public="baumpflanzung
netzwerk-integration-mitglied"
check "there are non-public items" holds oparl 'sum(x.get("public") is False for x in of("AgendaItem")) > 1'
check "only public words can be proved" equal "$(proved oparl)" "$public"
if [ -e "$SPEC/faelle/angriff/uuid-orakel.py" ]; then
	check "the oracle proves nothing" equal "$(python3 "$SPEC/faelle/angriff/uuid-orakel.py" oparl beckum \
		integrationsrat-2023-05-31 personal geheim baumpflanzung)" ""
else
	skip "the oracle: ../shared/faelle is missing"
fi
check "the secret is in no export" bash -c "! grep -rqi '$RATSSATZ_SCHLUESSEL' oparl"

# one and the same secret gives the same ids, another one others
items=$(hidden oparl)
check "backed up" status 0 rs register sichern backup.db
check "the backup has them" "$R" oparl exportieren -q --register backup.db -o of-backup
check "the same ids" equal "$(hidden of-backup)" "$items"
cp r.db before.db
check "rebuilt" status 0 rs register neu-aufbauen beckum
check "no id is told" absent OPARLKENNUNG stderr
export_to rebuilt
check "the same ids after a rebuild" equal "$(hidden rebuilt)" "$items"
python3 -c "import sqlite3; d = sqlite3.connect('r.db'); d.execute('DELETE FROM geheimnis'); d.commit()"
RATSSATZ_SCHLUESSEL=$(printf 'ab%.0s' {1..32}) \
	check "rebuilt without its secret" status 0 rs register neu-aufbauen --streng beckum
cp stderr told
check "each id that changes is told" equal "$(grep -c OPARLKENNUNG told)" "$(value oparl \
	'sum(x.get("public") is False for x in of("AgendaItem"))')"
export_to another
check "the ids are others" bash -c '[ "$1" != "$2" ]' - "$(hidden another)" "$items"
for id in $(hidden another | grep -oE '[0-9a-f-]{36}'); do
	check "$id is told" grep -q "hat jetzt $id" told
done
check "still nothing can be proved" equal "$(proved another)" "$public"
check "the secret is not told" absent 'abababab' told
rm r.db
RATSSATZ_SCHLUESSEL=0 check "no secret" status 3 rs register neu-aufbauen beckum
rm -f r.db
check "rebuilt from nothing" status 0 rs register neu-aufbauen beckum
check "what it had cannot be known" grep -q "Den Schlüssel eines früheren Registers" stderr

# a register of a program before the secret
cp before.db r.db
as_before r.db
check "the plain digest could be proved" python3 - <<'P'
import sqlite3
d = sqlite3.connect('r.db')
assert d.execute("SELECT count(*) FROM oparl WHERE schluessel GLOB '*/personal' AND typ = 'AgendaItem'").fetchone()[0]
P
check "taken over" says OPARLKENNUNG rs oparl exportieren -o taken-over
check "now nothing can be proved" equal "$(proved taken-over)" "$public"
check "with the same secret it has the same ids" equal "$(hidden taken-over)" "$items"
check "once" absent OPARLKENNUNG <(rs oparl exportieren -o taken-over 2>&1)

# what turns public gets its public id, what turns non-public leaves it as a tombstone
cp before.db r.db
at 2023-07-01T08:00:00Z
sed -i 's|oeffentlich="nein"|oeffentlich="ja"|; s|GEHEIMTITEL|Nun doch öffentlich|' $MAY/vorlage-personal.xml
non_public $NETWORK
check "released" status 0 rs freigeben -q --wird-oeffentlich $MAY/*.xml
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
export_to turned
check "one turned public, the other left its id" equal "$(proved turned)" "personal
$public"
check "the public item has the public id" holds turned 'any("Nun doch öffentlich" in x["name"] and x["public"]
	for x in of("AgendaItem") if "name" in x)'
check "the ids they had are gone, not lost" holds turned 'sum("deleted" in x for x in of("AgendaItem")) == 2'
check "the paper that turned is a tombstone" holds turned '["deleted" in x for x in of("Paper")].count(True) == 1'
