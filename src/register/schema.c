/* schema.c: the tables, as steps from version to version. A step that has been given out is never changed: a new one is added.
 *
 * Numbers, events, issued files and announced agendas cannot be recomputed: triggers let rows be added only, numbered 1, 2, 3 without a gap.
 * All other tables are the index of content/<ort>; rows in key order (WITHOUT ROWID), so that the same content gives the same dump. */
#include "register/reg.h"

#define ONLY_ADD(t) \
	"CREATE TRIGGER " t "_aendern BEFORE UPDATE ON " t " BEGIN SELECT RAISE(ABORT, '" t ": Zeilen werden nur angefügt, nie geändert'); END;" \
	"CREATE TRIGGER " t "_loeschen BEFORE DELETE ON " t " BEGIN SELECT RAISE(ABORT, '" t ": Zeilen werden nur angefügt, nie gelöscht'); END;" \
	"CREATE TRIGGER " t "_anfuegen BEFORE INSERT ON " t " WHEN NEW.lfd IS NOT (SELECT ifnull(max(lfd), 0) + 1 FROM " t ")" \
	" BEGIN SELECT RAISE(ABORT, '" t ": Zeilen werden nur hinten angefügt'); END;"

#define NUMMER \
	"CREATE TABLE nummer (lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, papier TEXT NOT NULL, nummer TEXT NOT NULL, jahr INTEGER NOT NULL," \
	" zaehler INTEGER, gezaehlt INTEGER NOT NULL CHECK (gezaehlt IN (0, 1))," \
	" UNIQUE (ort, papier), UNIQUE (ort, nummer), UNIQUE (ort, jahr, zaehler)) STRICT;" \
	ONLY_ADD("nummer") \
	/* INSERT OR REPLACE of a foreign program would pass the trigger on DELETE by */ \
	"CREATE TRIGGER nummer_ersetzen BEFORE INSERT ON nummer WHEN EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.papier = NEW.papier)" \
	" OR EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.nummer = NEW.nummer)" \
	" OR EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.jahr = NEW.jahr AND n.zaehler = NEW.zaehler)" \
	" BEGIN SELECT RAISE(ABORT, 'nummer: schon vergeben'); END;"

#define EREIGNIS \
	"CREATE TABLE ereignis (lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL," \
	" art TEXT NOT NULL CHECK (art IN ('aufgenommen', 'freigegeben', 'bekanntgemacht', 'ausgegeben', 'ergebnis'))," \
	" wann INTEGER NOT NULL, text TEXT) STRICT;" \
	"CREATE INDEX ereignis_objekt ON ereignis (ort, objekt, art);" \
	ONLY_ADD("ereignis")

#define AUSGEGEBEN \
	"CREATE TABLE ausgegeben (lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL, art TEXT NOT NULL, datei TEXT NOT NULL," \
	" sha256 BLOB NOT NULL CHECK (length(sha256) = 32), sha512 BLOB NOT NULL CHECK (length(sha512) = 64)," \
	" quelle_sha256 BLOB NOT NULL CHECK (length(quelle_sha256) = 32), auszug_sha256 BLOB NOT NULL CHECK (length(auszug_sha256) = 32)," \
	" vorlage_sha256 BLOB NOT NULL CHECK (length(vorlage_sha256) = 32), groesse INTEGER NOT NULL, seiten INTEGER NOT NULL," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), programm TEXT NOT NULL, wann INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX ausgegeben_objekt ON ausgegeben (ort, objekt, sha256);" \
	"CREATE INDEX ausgegeben_sha256 ON ausgegeben (sha256);" \
	"CREATE INDEX ausgegeben_datei ON ausgegeben (datei);" \
	"CREATE INDEX ausgegeben_quelle ON ausgegeben (quelle_sha256);" \
	ONLY_ADD("ausgegeben")

#define TAGESORDNUNG \
	"CREATE TABLE tagesordnung (lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, sitzung TEXT NOT NULL, wann INTEGER NOT NULL, pos INTEGER NOT NULL," \
	" id TEXT NOT NULL, nummer TEXT, titel TEXT, titel_intern TEXT, drucksache TEXT, papier TEXT, pfad TEXT, rolle TEXT NOT NULL," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), entfallen INTEGER NOT NULL CHECK (entfallen IN (0, 1)), grund TEXT) STRICT;" \
	"CREATE INDEX tagesordnung_sitzung ON tagesordnung (ort, sitzung, id);" \
	ONLY_ADD("tagesordnung")

#define VERZEICHNIS \
	"CREATE TABLE stelle (ort TEXT NOT NULL, id TEXT NOT NULL, gremium INTEGER NOT NULL CHECK (gremium IN (0, 1)), art TEXT, kurz TEXT, ueber TEXT," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE stellenname (ort TEXT NOT NULL, stelle TEXT NOT NULL, pos INTEGER NOT NULL, von TEXT, bis TEXT, name TEXT NOT NULL," \
	" PRIMARY KEY (ort, stelle, pos), FOREIGN KEY (ort, stelle) REFERENCES stelle (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;"

#define SITZUNG \
	"CREATE TABLE sitzung (ort TEXT NOT NULL, id TEXT NOT NULL, gremium TEXT NOT NULL, datum TEXT NOT NULL, beginn TEXT, ende TEXT, bekanntmachung TEXT," \
	" pfad TEXT NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX sitzung_tag ON sitzung (ort, gremium, datum);"

#define PAPIER \
	"CREATE TABLE papier (ort TEXT NOT NULL, id TEXT NOT NULL, art TEXT NOT NULL, nummer TEXT, datum TEXT, oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))," \
	" titel TEXT NOT NULL, neutral TEXT, federfuehrung TEXT, praesentiert TEXT, pfad TEXT NOT NULL, sha256 BLOB NOT NULL," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX papier_nummer ON papier (nummer);" \
	"CREATE TABLE beratung (ort TEXT NOT NULL, papier TEXT NOT NULL, pos INTEGER NOT NULL, gremium TEXT NOT NULL, datum TEXT, rolle TEXT NOT NULL," \
	" massgeblich INTEGER NOT NULL CHECK (massgeblich IN (0, 1)), oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), top TEXT, ergebnis TEXT," \
	" PRIMARY KEY (ort, papier, pos), FOREIGN KEY (ort, papier) REFERENCES papier (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX beratung_tag ON beratung (ort, gremium, datum);"

#define AUSGABE \
	"CREATE TABLE ausgabe (ort TEXT NOT NULL, id TEXT NOT NULL, art TEXT NOT NULL, edition TEXT, titel TEXT NOT NULL, stand TEXT, pfad TEXT NOT NULL," \
	" sha256 BLOB NOT NULL, PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE massnahme (ort TEXT NOT NULL, ausgabe TEXT NOT NULL, pos INTEGER NOT NULL, id TEXT, feld TEXT, ziel TEXT, einmalig INTEGER NOT NULL," \
	" jaehrlich INTEGER NOT NULL, davon INTEGER NOT NULL, jahre INTEGER NOT NULL, klasse TEXT," \
	" PRIMARY KEY (ort, ausgabe, pos), FOREIGN KEY (ort, ausgabe) REFERENCES ausgabe (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE posten (ort TEXT NOT NULL, ausgabe TEXT NOT NULL, massnahme INTEGER NOT NULL, pos INTEGER NOT NULL, text TEXT, zustand TEXT NOT NULL," \
	" betrag INTEGER, davon INTEGER, circa INTEGER NOT NULL, jaehrlich INTEGER NOT NULL, gefoerdert TEXT, erstattet TEXT," \
	" PRIMARY KEY (ort, ausgabe, massnahme, pos)," \
	" FOREIGN KEY (ort, ausgabe, massnahme) REFERENCES massnahme (ort, ausgabe, pos) ON DELETE CASCADE) STRICT, WITHOUT ROWID;"

/* The search index holds words only; the text itself stands once, in volltext. */
#define SUCHE \
	"CREATE TABLE volltext (nr INTEGER PRIMARY KEY, ort TEXT NOT NULL, art TEXT NOT NULL, id TEXT NOT NULL, titel TEXT NOT NULL, inhalt TEXT NOT NULL," \
	" UNIQUE (ort, art, id)) STRICT;" \
	"CREATE VIRTUAL TABLE suche USING fts5 (titel, inhalt, content='volltext', content_rowid='nr', tokenize='unicode61 remove_diacritics 2');" \
	"INSERT INTO suche (suche, rank) VALUES ('hashsize', 8388608);"

/* Figures, and finding a file by the excerpt attached to it. */
#define KENNZAHL \
	"CREATE TABLE kennzahl (ort TEXT NOT NULL, quelle TEXT NOT NULL, id TEXT NOT NULL, name TEXT, wert INTEGER NOT NULL, stellen INTEGER NOT NULL," \
	" einheit TEXT, stichtag TEXT, PRIMARY KEY (ort, quelle, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX ausgegeben_auszug ON ausgegeben (auszug_sha256);"

const char *const reg_steps[] = {
	/* 0 -> 1 */ NUMMER EREIGNIS AUSGEGEBEN TAGESORDNUNG VERZEICHNIS SITZUNG PAPIER AUSGABE SUCHE "PRAGMA application_id = 1380013139;",
	/* 1 -> 2 */ KENNZAHL,
};

int reg_version(void)
{
	return (int)(sizeof reg_steps / sizeof *reg_steps);
}

bool reg_step_up(struct reg *r, int to, struct diag *d)
{
	if (!reg_exec(r, d, "BEGIN IMMEDIATE"))
		return false;
	/* another process may have been faster */
	int64_t at = reg_int(r, d, "PRAGMA user_version", 0);
	for (; at < to; at++)
		if (!reg_exec(r, d, reg_steps[at]))
			goto fault;
	char set[48];
	sqlite3_snprintf(sizeof set, set, "PRAGMA user_version = %d", (int)at);
	if (reg_exec(r, d, set) && reg_exec(r, d, "COMMIT"))
		return true;
fault:
	sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}
