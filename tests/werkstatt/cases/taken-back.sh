# What was taken back is for who may write, and said to be so; who may only read finds it nowhere, nor minutes of it. A
# register that cannot say so hides, too.
town=content/beckum/verzeichnis.xml
v=content/$(python3 -c 'import desk; print(desk.PAPER)') k=content/beckum/integrationskonzept-2018
printf '%s\n' '* lesen' 'schreiberin schreiben' >rollen
check "taken in" status 0 "$R" aufnehmen -q $town $k/konzept.xml $MAY/sitzung.xml "$v"
check "released" status 0 "$R" freigeben -q $k/konzept.xml "$v"
# a second town with a register of its own
other=content/hohenfeld/sitzungen/2026-03-19
check "another town" status 0 "$R" aufnehmen -q content/hohenfeld/verzeichnis.xml $other/*.xml
check "its papers released" status 0 "$R" freigeben -q $other/vorlage-*.xml
desk --anmeldung X-Remote-User --rollen rollen
verdicts python3 "$DESK/taken_back.py" "$port" before
check "the paper is taken back" status 0 "$R" zurueckziehen -q "$v" --grund "enthält Namen"
check "the edition" status 0 "$R" zurueckziehen -q $k/konzept.xml --grund "falsche Zahlen"
check "a paper of the other town" status 0 "$R" zurueckziehen -q $other/vorlage-radweg.xml --grund "falsche Karte"
verdicts python3 "$DESK/taken_back.py" "$port" after
check "the session" status 0 "$R" zurueckziehen -q $MAY/sitzung.xml --grund "falscher Tag"
verdicts python3 "$DESK/taken_back.py" "$port" session
verdicts python3 "$DESK/taken_back.py" "$port" held
mv content/beckum/register.db kept.db
head -c 5000 /dev/zero >content/beckum/register.db
verdicts python3 "$DESK/taken_back.py" "$port" damaged
# it opens, but what it says of papers is gone
python3 - kept.db content/beckum/register.db <<'HURT'
import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
schema = {p for p, in db.execute("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")}
size = db.execute('PRAGMA page_size').fetchone()[0]
with open(sys.argv[1], 'rb') as f:
    pages = f.read()
with open(sys.argv[2], 'wb') as f:
    for n in range(len(pages) // size):
        f.write(pages[n * size:(n + 1) * size] if n + 1 in schema else bytes(size))
HURT
check "the register is hurt" status 3 "$R" register pruefen --register content/beckum/register.db
verdicts python3 "$DESK/taken_back.py" "$port" damaged
mv kept.db content/beckum/register.db
check "public again" status 0 "$R" freigeben -q --wird-oeffentlich $k/konzept.xml "$v" $MAY/sitzung.xml
check "in the other town, too" status 0 "$R" freigeben -q --wird-oeffentlich $other/vorlage-radweg.xml
verdicts python3 "$DESK/taken_back.py" "$port" before
