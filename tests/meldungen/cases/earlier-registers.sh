# Registers of earlier versions, and such as may not be written.
sqlite alt.db "$(cat "$TOP/tests/unit/register/stand-3.sql")"
say register liste --register alt.db
sqlite leer.db ''
say register liste --register leer.db
cp taken.db r.db
# unguarded TABLE: the triggers that guard it go
unguarded() {
	python3 - "$1" <<-'P'
		import sqlite3, sys
		c = sqlite3.connect('r.db')
		triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
		names = c.execute(triggers, sys.argv[1:2])
		for name, in names.fetchall():
		    c.execute(f'DROP TRIGGER "{name}"')
	P
}
unguarded nummer
sqlite r.db "DELETE FROM nummer WHERE nummer = '2023/0122';"
say register pruefen --register r.db
cp taken.db r.db
unguarded ereignis
sqlite r.db "DELETE FROM ereignis WHERE rowid = 2;"
say register pruefen --register r.db
cp taken.db r.db
sqlite r.db "CREATE TRIGGER probe BEFORE INSERT ON ereignis BEGIN SELECT RAISE(ABORT, 'eine Probe'); END;"
say freigeben --register r.db $PAPER
cp taken.db r.db
sqlite r.db "INSERT INTO suche (suche, rank) VALUES ('delete-all', 0);"
say register pruefen --register r.db
cp taken.db r.db
mkdir r.db-journal
say register liste --register r.db
heard
