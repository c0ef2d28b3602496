/* schema.c: the tables, as steps from version to version. A step that has been given out is never changed, not by a
 * byte (tests/unit/register_schema_test.c): a new one is added.
 *
 * Numbers, events, issued files and announced agendas cannot be recomputed: triggers let rows be added only, numbered
 * 1, 2, 3 without a gap. All other tables are the index of content/<ort>; rows in key order (WITHOUT ROWID), so that
 * the same content gives the same dump. */
#include "register/reg.h"
#include "register/steps.h"

#define ONLY_ADD(t) \
	"CREATE TRIGGER " t "_aendern BEFORE UPDATE ON " t \
	" BEGIN SELECT RAISE(ABORT, '" t ": Zeilen werden nur angefügt, nie geändert'); END;" \
	"CREATE TRIGGER " t "_loeschen BEFORE DELETE ON " t \
	" BEGIN SELECT RAISE(ABORT, '" t ": Zeilen werden nur angefügt, nie gelöscht'); END;" \
	"CREATE TRIGGER " t "_anfuegen BEFORE INSERT ON " t \
	" WHEN NEW.lfd IS NOT (SELECT ifnull(max(lfd), 0) + 1 FROM " t ")" \
	" BEGIN SELECT RAISE(ABORT, '" t ": Zeilen werden nur hinten angefügt'); END;"

#define NUMMER \
	"CREATE TABLE nummer (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, papier TEXT NOT NULL, nummer TEXT NOT NULL," \
	" jahr INTEGER NOT NULL, zaehler INTEGER, gezaehlt INTEGER NOT NULL CHECK (gezaehlt IN (0, 1))," \
	" UNIQUE (ort, papier)," \
	" UNIQUE (ort, nummer)," \
	" UNIQUE (ort, jahr, zaehler)) STRICT;" \
	ONLY_ADD("nummer") \
	/* INSERT OR REPLACE of a foreign program would pass the trigger on DELETE by */ \
	"CREATE TRIGGER nummer_ersetzen BEFORE INSERT ON nummer WHEN" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.papier = NEW.papier) OR" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.nummer = NEW.nummer) OR" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.jahr = NEW.jahr AND n.zaehler = NEW.zaehler)" \
	" BEGIN SELECT RAISE(ABORT, 'nummer: schon vergeben'); END;"

#define EREIGNIS \
	"CREATE TABLE ereignis (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL," \
	" art TEXT NOT NULL" \
	" CHECK (art IN ('aufgenommen', 'freigegeben', 'bekanntgemacht', 'ausgegeben', 'ergebnis'))," \
	" wann INTEGER NOT NULL, text TEXT) STRICT;" \
	"CREATE INDEX ereignis_objekt ON ereignis (ort, objekt, art);" \
	ONLY_ADD("ereignis")

#define AUSGEGEBEN \
	"CREATE TABLE ausgegeben (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL, art TEXT NOT NULL," \
	" datei TEXT NOT NULL, sha256 BLOB NOT NULL CHECK (length(sha256) = 32)," \
	" sha512 BLOB NOT NULL CHECK (length(sha512) = 64)," \
	" quelle_sha256 BLOB NOT NULL CHECK (length(quelle_sha256) = 32)," \
	" auszug_sha256 BLOB NOT NULL CHECK (length(auszug_sha256) = 32)," \
	" vorlage_sha256 BLOB NOT NULL CHECK (length(vorlage_sha256) = 32), groesse INTEGER NOT NULL," \
	" seiten INTEGER NOT NULL, oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))," \
	" programm TEXT NOT NULL, wann INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX ausgegeben_objekt ON ausgegeben (ort, objekt, sha256);" \
	"CREATE INDEX ausgegeben_sha256 ON ausgegeben (sha256);" \
	"CREATE INDEX ausgegeben_datei ON ausgegeben (datei);" \
	"CREATE INDEX ausgegeben_quelle ON ausgegeben (quelle_sha256);" \
	ONLY_ADD("ausgegeben")

#define TAGESORDNUNG \
	"CREATE TABLE tagesordnung (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, sitzung TEXT NOT NULL, wann INTEGER NOT NULL," \
	" pos INTEGER NOT NULL, id TEXT NOT NULL, nummer TEXT, titel TEXT, titel_intern TEXT," \
	" drucksache TEXT, papier TEXT, pfad TEXT, rolle TEXT NOT NULL," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))," \
	" entfallen INTEGER NOT NULL CHECK (entfallen IN (0, 1)), grund TEXT) STRICT;" \
	"CREATE INDEX tagesordnung_sitzung ON tagesordnung (ort, sitzung, id);" \
	ONLY_ADD("tagesordnung")

#define VERZEICHNIS \
	"CREATE TABLE stelle (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, gremium INTEGER NOT NULL CHECK (gremium IN (0, 1))," \
	" art TEXT, kurz TEXT, ueber TEXT," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE stellenname (" \
	"ort TEXT NOT NULL, stelle TEXT NOT NULL, pos INTEGER NOT NULL, von TEXT, bis TEXT," \
	" name TEXT NOT NULL," \
	" PRIMARY KEY (ort, stelle, pos)," \
	" FOREIGN KEY (ort, stelle) REFERENCES stelle (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;"

#define SITZUNG \
	"CREATE TABLE sitzung (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, gremium TEXT NOT NULL, datum TEXT NOT NULL, beginn TEXT," \
	" ende TEXT, bekanntmachung TEXT, pfad TEXT NOT NULL, sha256 BLOB NOT NULL," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX sitzung_tag ON sitzung (ort, gremium, datum);"

#define PAPIER \
	"CREATE TABLE papier (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, art TEXT NOT NULL, nummer TEXT, datum TEXT," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), titel TEXT NOT NULL, neutral TEXT," \
	" federfuehrung TEXT, praesentiert TEXT, pfad TEXT NOT NULL, sha256 BLOB NOT NULL," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX papier_nummer ON papier (nummer);" \
	"CREATE TABLE beratung (" \
	"ort TEXT NOT NULL, papier TEXT NOT NULL, pos INTEGER NOT NULL, gremium TEXT NOT NULL," \
	" datum TEXT, rolle TEXT NOT NULL, massgeblich INTEGER NOT NULL CHECK (massgeblich IN (0, 1))," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), top TEXT, ergebnis TEXT," \
	" PRIMARY KEY (ort, papier, pos)," \
	" FOREIGN KEY (ort, papier) REFERENCES papier (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX beratung_tag ON beratung (ort, gremium, datum);"

#define AUSGABE \
	"CREATE TABLE ausgabe (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, art TEXT NOT NULL, edition TEXT, titel TEXT NOT NULL," \
	" stand TEXT, pfad TEXT NOT NULL, sha256 BLOB NOT NULL," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE massnahme (" \
	"ort TEXT NOT NULL, ausgabe TEXT NOT NULL, pos INTEGER NOT NULL, id TEXT, feld TEXT, ziel TEXT," \
	" einmalig INTEGER NOT NULL, jaehrlich INTEGER NOT NULL, davon INTEGER NOT NULL," \
	" jahre INTEGER NOT NULL, klasse TEXT," \
	" PRIMARY KEY (ort, ausgabe, pos)," \
	" FOREIGN KEY (ort, ausgabe) REFERENCES ausgabe (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE posten (" \
	"ort TEXT NOT NULL, ausgabe TEXT NOT NULL, massnahme INTEGER NOT NULL, pos INTEGER NOT NULL," \
	" text TEXT, zustand TEXT NOT NULL, betrag INTEGER, davon INTEGER, circa INTEGER NOT NULL," \
	" jaehrlich INTEGER NOT NULL, gefoerdert TEXT, erstattet TEXT," \
	" PRIMARY KEY (ort, ausgabe, massnahme, pos)," \
	" FOREIGN KEY (ort, ausgabe, massnahme) REFERENCES massnahme (ort, ausgabe, pos)" \
	" ON DELETE CASCADE) STRICT, WITHOUT ROWID;"

/* The search index holds words only; the text itself stands once, in volltext. */
#define SUCHE \
	"CREATE TABLE volltext (" \
	"nr INTEGER PRIMARY KEY, ort TEXT NOT NULL, art TEXT NOT NULL, id TEXT NOT NULL," \
	" titel TEXT NOT NULL, inhalt TEXT NOT NULL," \
	" UNIQUE (ort, art, id)) STRICT;" \
	"CREATE VIRTUAL TABLE suche USING fts5 (titel, inhalt, content='volltext', content_rowid='nr'," \
	" tokenize='unicode61 remove_diacritics 2');" \
	"INSERT INTO suche (suche, rank) VALUES ('hashsize', 8388608);"

/* Figures, and finding a file by the excerpt attached to it. */
#define KENNZAHL \
	"CREATE TABLE kennzahl (" \
	"ort TEXT NOT NULL, quelle TEXT NOT NULL, id TEXT NOT NULL, name TEXT, wert INTEGER NOT NULL," \
	" stellen INTEGER NOT NULL, einheit TEXT, stichtag TEXT," \
	" PRIMARY KEY (ort, quelle, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX ausgegeben_auszug ON ausgegeben (auszug_sha256);"

/* What only OParl wants to know of directory, sessions and papers, and the text of issued files. */
#define OPARL_INDEX \
	"CREATE TABLE koerperschaft (" \
	"ort TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, ags TEXT, rgs TEXT, strasse TEXT, plz TEXT," \
	" wohnort TEXT, telefon TEXT, mail TEXT, web TEXT, basis TEXT, lizenz TEXT," \
	" kontakt TEXT) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE wahlperiode (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, von TEXT, bis TEXT," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE person (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, vorname TEXT, nachname TEXT," \
	" anrede TEXT, titel TEXT, amt TEXT, telefon TEXT, mail TEXT," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE mitgliedschaft (" \
	"ort TEXT NOT NULL, person TEXT NOT NULL, pos INTEGER NOT NULL, gremium TEXT NOT NULL," \
	" rolle TEXT, stimmrecht TEXT, von TEXT, bis TEXT, fuer TEXT," \
	" PRIMARY KEY (ort, person, pos)," \
	" FOREIGN KEY (ort, person) REFERENCES person (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE sitzungsort (" \
	"ort TEXT NOT NULL, sitzung TEXT NOT NULL, anschrift TEXT NOT NULL, name TEXT, strasse TEXT," \
	" plz TEXT, wohnort TEXT," \
	" PRIMARY KEY (ort, sitzung)," \
	" FOREIGN KEY (ort, sitzung) REFERENCES sitzung (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX sitzungsort_anschrift ON sitzungsort (ort, anschrift);" \
	"CREATE TABLE schlagwort (" \
	"ort TEXT NOT NULL, papier TEXT NOT NULL, pos INTEGER NOT NULL, name TEXT NOT NULL," \
	" PRIMARY KEY (ort, papier, pos)," \
	" FOREIGN KEY (ort, papier) REFERENCES papier (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX papier_praesentiert ON papier (ort, praesentiert) WHERE praesentiert IS NOT NULL;" \
	"CREATE INDEX tagesordnung_papier ON tagesordnung (ort, papier);" \
	"CREATE TABLE ausgabetext (" \
	"lfd INTEGER PRIMARY KEY REFERENCES ausgegeben (lfd), text TEXT NOT NULL) STRICT;" \
	"CREATE TRIGGER ausgabetext_aendern BEFORE UPDATE ON ausgabetext" \
	" BEGIN SELECT RAISE(ABORT, 'ausgabetext: Zeilen werden nur angefügt, nie geändert'); END;" \
	"CREATE TRIGGER ausgabetext_loeschen BEFORE DELETE ON ausgabetext" \
	" BEGIN SELECT RAISE(ABORT, 'ausgabetext: Zeilen werden nur angefügt, nie gelöscht'); END;"

/* The public objects as they are handed out: nothing non-public ever stands here. Rows are never removed: what is gone
 * keeps id and times (geloescht). oparl_zahl counts the living ones of a list. */
#define OPARL \
	"CREATE TABLE oparl (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, typ TEXT NOT NULL, schluessel TEXT NOT NULL," \
	" kennung TEXT NOT NULL, quelle TEXT NOT NULL, gremium TEXT, ausgegeben INTEGER," \
	" erstellt INTEGER NOT NULL, geaendert INTEGER NOT NULL, fassung INTEGER NOT NULL," \
	" geloescht INTEGER NOT NULL CHECK (geloescht IN (0, 1)), inhalt TEXT NOT NULL," \
	" eingebettet TEXT NOT NULL," \
	" UNIQUE (ort, typ, schluessel)," \
	" UNIQUE (typ, kennung)) STRICT;" \
	"CREATE INDEX oparl_liste ON oparl (ort, typ, lfd, geloescht, geaendert, erstellt);" \
	"CREATE INDEX oparl_geaendert ON oparl (ort, typ, geaendert);" \
	"CREATE INDEX oparl_gremium ON oparl (gremium, typ, lfd) WHERE gremium IS NOT NULL;" \
	"CREATE INDEX oparl_quelle ON oparl (ort, quelle);" \
	"CREATE TRIGGER oparl_loeschen BEFORE DELETE ON oparl" \
	" BEGIN SELECT RAISE(ABORT, 'oparl: Zeilen werden nie gelöscht'); END;" \
	"CREATE TABLE oparl_zahl (" \
	"ort TEXT NOT NULL, typ TEXT NOT NULL, anzahl INTEGER NOT NULL," \
	" PRIMARY KEY (ort, typ)) STRICT, WITHOUT ROWID;" \
	"CREATE TRIGGER oparl_neu AFTER INSERT ON oparl" \
	" BEGIN INSERT INTO oparl_zahl VALUES (NEW.ort, NEW.typ, 1 - NEW.geloescht)" \
	" ON CONFLICT (ort, typ) DO UPDATE SET anzahl = anzahl + excluded.anzahl; END;" \
	"CREATE TRIGGER oparl_anders AFTER UPDATE OF geloescht ON oparl" \
	" BEGIN UPDATE oparl_zahl SET anzahl = anzahl + OLD.geloescht - NEW.geloescht" \
	" WHERE ort = NEW.ort AND typ = NEW.typ; END;"

/* What has to be looked at again before the next commit; told by triggers, so that no writer can forget it. */
#define MERKE(name, when, ort, art, id) \
	"CREATE TRIGGER " name " AFTER " when \
	" BEGIN INSERT OR IGNORE INTO oparl_offen VALUES (" ort ", '" art "', " id "); END;"
#define OPARL_OFFEN \
	"CREATE TABLE oparl_offen (" \
	"ort TEXT NOT NULL, art TEXT NOT NULL, id TEXT NOT NULL," \
	" PRIMARY KEY (ort, art, id)) STRICT, WITHOUT ROWID;" \
	MERKE("koerperschaft_oparl", "INSERT ON koerperschaft", "NEW.ort", "verzeichnis", "''") \
	MERKE("koerperschaft_oparl_fort", "DELETE ON koerperschaft", "OLD.ort", "verzeichnis", "''") \
	MERKE("papier_oparl", "INSERT ON papier", "NEW.ort", "vorlage", "NEW.id") \
	MERKE("papier_oparl_fort", "DELETE ON papier", "OLD.ort", "vorlage", "OLD.id") \
	MERKE("sitzung_oparl", "INSERT ON sitzung", "NEW.ort", "sitzung", "NEW.id") \
	MERKE("sitzung_oparl_fort", "DELETE ON sitzung", "OLD.ort", "sitzung", "OLD.id") \
	MERKE("sitzungsort_oparl", "INSERT ON sitzungsort", "NEW.ort", "anschrift", "NEW.anschrift") \
	MERKE("sitzungsort_oparl_fort", "DELETE ON sitzungsort", "OLD.ort", "anschrift", "OLD.anschrift") \
	MERKE("ereignis_oparl", "INSERT ON ereignis WHEN NEW.art = 'freigegeben'", "NEW.ort", "vorlage", "NEW.objekt") \
	MERKE("tagesordnung_oparl", "INSERT ON tagesordnung", "NEW.ort", "sitzung", "NEW.sitzung") \
	MERKE("ausgegeben_oparl", "INSERT ON ausgegeben WHEN NEW.art = 'vorlage'", "NEW.ort", "vorlage", "NEW.objekt") \
	MERKE("ausgegeben_oparl_konzept", "INSERT ON ausgegeben WHEN NEW.art = 'konzept'", \
		"NEW.ort", "konzept", "NEW.objekt") \
	MERKE("ausgegeben_oparl_sitzung", "INSERT ON ausgegeben WHEN NEW.art NOT IN ('vorlage', 'konzept')", \
		"NEW.ort", "sitzung", "NEW.objekt") \
	"INSERT INTO oparl_offen SELECT ort, 'vorlage', id FROM papier" \
	" UNION SELECT ort, 'sitzung', id FROM sitzung" \
	" UNION SELECT ort, 'konzept', objekt FROM ausgegeben WHERE art = 'konzept';"

/* Agendas whose notice is due, until they are announced. */
#define PUNKT \
	"CREATE TABLE punkt (" \
	"ort TEXT NOT NULL, sitzung TEXT NOT NULL, pos INTEGER NOT NULL, id TEXT NOT NULL," \
	" nummer TEXT NOT NULL, titel TEXT, oeffentlich INTEGER NOT NULL, entfallen INTEGER NOT NULL," \
	" PRIMARY KEY (ort, sitzung, pos)," \
	" FOREIGN KEY (ort, sitzung) REFERENCES sitzung (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;"

/* Issued files handed over to the council system, and what came back. */
#define ABGABE \
	"CREATE TABLE abgabe (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL, art TEXT NOT NULL," \
	" datei TEXT NOT NULL, ausgegeben INTEGER NOT NULL UNIQUE REFERENCES ausgegeben (lfd)," \
	" fassung INTEGER NOT NULL, ersetzt INTEGER REFERENCES abgabe (lfd), ersetzt_kennung TEXT," \
	" ersetzt_adresse TEXT, wann INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX abgabe_objekt ON abgabe (ort, objekt, art);" \
	"CREATE INDEX abgabe_ersetzt ON abgabe (ersetzt) WHERE ersetzt IS NOT NULL;" \
	"CREATE TABLE quittung (" \
	"lfd INTEGER PRIMARY KEY, abgabe INTEGER NOT NULL REFERENCES abgabe (lfd), kennung TEXT," \
	" adresse TEXT, grund TEXT, wann INTEGER NOT NULL," \
	" CHECK ((kennung IS NULL) <> (grund IS NULL))) STRICT;" \
	"CREATE INDEX quittung_abgabe ON quittung (abgabe);" \
	"CREATE INDEX ausgegeben_sha512 ON ausgegeben (sha512);" \
	ONLY_ADD("abgabe") ONLY_ADD("quittung")

/* What the public may see, one view a kind of thing: what is handed out is read from nothing else (PUB in sql.def).
 * The titles of an announced agenda are those the public read, so are the numbers of its non-public items. */
#define FREI "EXISTS (SELECT 1 FROM ereignis e WHERE e.ort = p.ort AND e.objekt = p.id AND e.art = 'freigegeben')"
#define ANGEKUENDIGT \
	"FROM tagesordnung u WHERE u.ort = t.ort AND u.sitzung = t.sitzung AND u.id = t.id"
#define OEFFENTLICH \
	"CREATE INDEX papier_nummer_ort ON papier (ort, nummer);" \
	/* with all that a view asks for: else SQLite walks through all of the town instead */ \
	"DROP INDEX sitzungsort_anschrift;" \
	"CREATE INDEX sitzungsort_anschrift ON sitzungsort (ort, anschrift, sitzung, name, strasse, plz, wohnort);" \
	"DROP INDEX papier_praesentiert;" \
	"CREATE INDEX papier_praesentiert ON papier (ort, praesentiert, oeffentlich)" \
	" WHERE praesentiert IS NOT NULL;" \
	"CREATE VIEW papier_oeffentlich AS" \
	" SELECT p.ort, p.id, p.art, p.nummer, p.datum, p.titel, p.federfuehrung, p.praesentiert," \
	" (SELECT min(e.wann) FROM ereignis e" \
	" WHERE e.ort = p.ort AND e.objekt = p.id AND e.art = 'freigegeben') AS seit" \
	" FROM papier p WHERE p.oeffentlich = 1 AND " FREI ";" \
	"CREATE VIEW schlagwort_oeffentlich AS" \
	" SELECT k.ort, k.papier, k.pos, k.name FROM schlagwort k" \
	" WHERE EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = k.ort AND p.id = k.papier);" \
	"CREATE VIEW sitzung_oeffentlich AS" \
	" SELECT s.ort, s.id, s.gremium, s.datum, s.beginn, s.ende, s.bekanntmachung," \
	" (SELECT min(e.wann) FROM ereignis e" \
	" WHERE e.ort = s.ort AND e.objekt = s.id AND e.art = 'aufgenommen') AS seit," \
	" EXISTS (SELECT 1 FROM beratung b INDEXED BY beratung_tag" \
	" WHERE b.ort = s.ort AND b.gremium = s.gremium AND b.datum = s.datum" \
	" AND b.oeffentlich = 1 AND b.ergebnis IS NOT NULL) AS beraten" \
	" FROM sitzung s;" \
	"CREATE VIEW sitzungsort_oeffentlich AS" \
	" SELECT o.ort, o.sitzung, o.anschrift, o.name, o.strasse, o.plz, o.wohnort FROM sitzungsort o" \
	" WHERE EXISTS (SELECT 1 FROM sitzung_oeffentlich s WHERE s.ort = o.ort AND s.id = o.sitzung);" \
	/* schritt counts all steps before the same body: it is part of ids given out */ \
	"CREATE VIEW beratung_oeffentlich AS" \
	" SELECT b.ort, b.papier, b.pos, b.gremium, b.datum, b.rolle, b.massgeblich, b.ergebnis," \
	" (SELECT count(*) FROM beratung c WHERE c.ort = b.ort AND c.papier = b.papier" \
	" AND c.gremium = b.gremium AND c.pos < b.pos) AS schritt," \
	" (SELECT min(s.id) FROM sitzung_oeffentlich s" \
	" WHERE s.ort = b.ort AND s.gremium = b.gremium AND s.datum = b.datum) AS sitzung" \
	" FROM beratung b WHERE b.oeffentlich = 1" \
	" AND EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = b.ort AND p.id = b.papier);" \
	"CREATE VIEW punkt_oeffentlich AS" \
	" SELECT t.ort, t.sitzung, t.pos, t.lfd, t.id, t.nummer, t.titel, t.oeffentlich, t.entfallen," \
	" CASE WHEN t.oeffentlich = 1 THEN t.papier END AS papier," \
	" (SELECT min(u.wann) " ANGEKUENDIGT ") AS seit" \
	" FROM tagesordnung t WHERE t.lfd = (SELECT max(u.lfd) " ANGEKUENDIGT " AND u.nummer IS NOT NULL)" \
	" UNION ALL" \
	" SELECT k.ort, k.sitzung, k.pos, k.pos, k.id, k.nummer, k.titel, k.oeffentlich, k.entfallen," \
	" CASE WHEN k.oeffentlich = 1 THEN k.id END, NULL" \
	" FROM punkt k WHERE NOT EXISTS (SELECT 1 FROM tagesordnung t" \
	" WHERE t.ort = k.ort AND t.sitzung = k.sitzung AND t.nummer IS NOT NULL);" \
	"CREATE VIEW ausgegeben_oeffentlich AS" \
	" SELECT a.lfd, a.ort, a.objekt, a.art, a.datei, a.sha256, a.sha512, a.groesse, a.wann," \
	" (SELECT t.text FROM ausgabetext t WHERE t.lfd = a.lfd) AS text" \
	" FROM ausgegeben a WHERE a.oeffentlich = 1;" \
	"CREATE VIEW ausgabe_oeffentlich AS" \
	" SELECT k.ort, k.id, k.titel, k.stand FROM ausgabe k" \
	" WHERE EXISTS (SELECT 1 FROM ausgegeben_oeffentlich a" \
	" WHERE a.ort = k.ort AND a.objekt IN (k.id, k.ort || '/' || k.id));"

#define BERATUNG_OEFFENTLICH \
	"CREATE VIEW beratung_oeffentlich AS" \
	" SELECT b.ort, b.papier, b.pos, b.gremium, b.datum, b.rolle, b.massgeblich, b.ergebnis," \
	" (SELECT count(*) FROM beratung c WHERE c.ort = b.ort AND c.papier = b.papier" \
	" AND c.gremium = b.gremium AND c.pos < b.pos) AS schritt," \
	" (SELECT min(s.id) FROM sitzung_oeffentlich s WHERE s.ort = b.ort AND s.gremium = b.gremium" \
	" AND s.datum = b.datum AND ifnull(b.sitzung, s.id) = s.id) AS sitzung" \
	" FROM beratung b WHERE b.oeffentlich = 1" \
	" AND EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = b.ort AND p.id = b.papier);"

#define SITZUNG_OEFFENTLICH(which) \
	"CREATE VIEW sitzung_oeffentlich AS" \
	" SELECT s.ort, s.id, s.gremium, s.datum, s.beginn, s.ende, s.bekanntmachung," \
	" (SELECT min(e.wann) FROM ereignis e" \
	" WHERE e.ort = s.ort AND e.objekt = s.id AND e.art = 'aufgenommen') AS seit," \
	" EXISTS (SELECT 1 FROM beratung b INDEXED BY beratung_tag" \
	" WHERE b.ort = s.ort AND b.gremium = s.gremium AND b.datum = s.datum AND ifnull(b.sitzung, s.id) = s.id" \
	" AND b.oeffentlich = 1 AND b.ergebnis IS NOT NULL) AS beraten" \
	" FROM sitzung s" which ";"

/* A step says which session it means where a body has several on one day; and a register that was brought back from a
 * backup gives no new number until its sources were looked through: a row '' since then, and one for each town that
 * was. */
#define SITZUNGEN_EINES_TAGES \
	"ALTER TABLE beratung ADD COLUMN sitzung TEXT;" \
	"DROP VIEW sitzung_oeffentlich;" \
	SITZUNG_OEFFENTLICH("") "DROP VIEW beratung_oeffentlich;" BERATUNG_OEFFENTLICH \
	"CREATE TABLE zurueckgeholt (ort TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;"

/* The secret that OParl ids of what is not public are made with, and whether all such ids are: it leaves the register
 * only in a backup. */
#define GEHEIMNIS \
	"CREATE TABLE geheimnis (" \
	"nr INTEGER PRIMARY KEY CHECK (nr = 1), schluessel BLOB NOT NULL CHECK (length(schluessel) = 32)," \
	" angewandt INTEGER NOT NULL CHECK (angewandt IN (0, 1))) STRICT;" \
	"INSERT OR IGNORE INTO oparl_offen SELECT ort, 'sitzung', id FROM sitzung;"

/* Sessions that are cancelled, papers that come late, and how many sit in a body. */
#define ABSAGEN_UND_NACHTRAEGE \
	"ALTER TABLE sitzung ADD COLUMN abgesagt INTEGER NOT NULL DEFAULT 0 CHECK (abgesagt IN (0, 1));" \
	"ALTER TABLE beratung ADD COLUMN dringlichkeit TEXT;" \
	"ALTER TABLE stelle ADD COLUMN mitglieder INTEGER;" \
	"ALTER TABLE stelle ADD COLUMN stimmberechtigte INTEGER;" \
	"CREATE VIEW absage_oeffentlich AS SELECT s.ort, s.id FROM sitzung s WHERE s.abgesagt = 1" \
	" AND EXISTS (SELECT 1 FROM sitzung_oeffentlich o WHERE o.ort = s.ort AND o.id = s.id);"

/* The files of Anlagen as they were looked at: with what others made, the town's statement on accessibility is written.
 */
#define ANLAGE \
	"CREATE TABLE anlage (" \
	"ort TEXT NOT NULL, papier TEXT NOT NULL, nummer INTEGER NOT NULL, titel TEXT NOT NULL," \
	" datei TEXT NOT NULL, oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))," \
	" zustand TEXT NOT NULL, seiten INTEGER NOT NULL, mit_text INTEGER NOT NULL," \
	" ohne_text INTEGER NOT NULL, tags INTEGER NOT NULL CHECK (tags IN (0, 1)), sprache TEXT," \
	" betitelt INTEGER NOT NULL CHECK (betitelt IN (0, 1))," \
	" geschuetzt INTEGER NOT NULL CHECK (geschuetzt IN (0, 1)), alternative TEXT," \
	" PRIMARY KEY (ort, papier, nummer)," \
	" FOREIGN KEY (ort, papier) REFERENCES papier (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;"

/* What was released: of each release its files with a digest and one of each line, and its parts with whether they were
 * public; of a release that an earlier program entered (alt) the master file alone, as it was taken in. What was taken
 * back since (zurueckgezogen), the issued files that held it (enthaelt) and so went with it, and what was written
 * beside issued files (abgelegt): calendars, packages, exported folders. */
#define LETZTE_FREIGABE \
	"f.lfd = (SELECT max(g.lfd) FROM freigabe g WHERE g.ort = f.ort AND g.objekt = f.objekt)"
#define ZURUECKGEZOGEN \
	"EXISTS (SELECT 1 FROM zurueckgezogen z WHERE z.ort = f.ort AND z.objekt = f.objekt AND z.teil = ''" \
	" AND z.freigabe = f.lfd)"
#define IST_KONZEPT \
	" WHEN EXISTS (SELECT 1 FROM ausgegeben a" \
	" WHERE a.ort = NEW.ort AND a.objekt = NEW.objekt AND a.art = 'konzept')"
#define VON_P "FROM freigabe_oeffentlich f WHERE f.ort = p.ort AND f.objekt = p.id"
#define FREIGABEN \
	"CREATE TABLE freigabe (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL, wann INTEGER NOT NULL," \
	" titel TEXT, neutral TEXT, stand TEXT, tage TEXT NOT NULL," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), alt INTEGER NOT NULL CHECK (alt IN (0, 1))," \
	" ausgegeben INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX freigabe_objekt ON freigabe (ort, objekt, lfd);" \
	"CREATE TABLE freigabe_datei (" \
	"lfd INTEGER PRIMARY KEY, freigabe INTEGER NOT NULL REFERENCES freigabe (lfd), pfad TEXT NOT NULL," \
	" sha256 BLOB NOT NULL CHECK (length(sha256) = 32), zeilen BLOB) STRICT;" \
	"CREATE INDEX freigabe_datei_von ON freigabe_datei (freigabe);" \
	"CREATE TABLE freigabe_teil (" \
	"lfd INTEGER PRIMARY KEY, freigabe INTEGER NOT NULL REFERENCES freigabe (lfd), teil TEXT NOT NULL," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))) STRICT;" \
	"CREATE INDEX freigabe_teil_von ON freigabe_teil (freigabe);" \
	"CREATE TABLE zurueckgezogen (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL, teil TEXT NOT NULL," \
	" grund TEXT NOT NULL, wann INTEGER NOT NULL, freigabe INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX zurueckgezogen_objekt ON zurueckgezogen (ort, objekt, teil);" \
	"CREATE TABLE zurueckgezogen_datei (" \
	"lfd INTEGER PRIMARY KEY, zurueckgezogen INTEGER NOT NULL REFERENCES zurueckgezogen (lfd)," \
	" ausgegeben INTEGER NOT NULL REFERENCES ausgegeben (lfd)) STRICT;" \
	"CREATE INDEX zurueckgezogen_datei_ausgegeben ON zurueckgezogen_datei (ausgegeben);" \
	"CREATE TABLE enthaelt (" \
	"lfd INTEGER PRIMARY KEY, ausgegeben INTEGER NOT NULL REFERENCES ausgegeben (lfd)," \
	" objekt TEXT NOT NULL, teil TEXT NOT NULL) STRICT;" \
	"CREATE INDEX enthaelt_ausgegeben ON enthaelt (ausgegeben);" \
	"CREATE INDEX enthaelt_objekt ON enthaelt (objekt, teil);" \
	"CREATE TABLE abgelegt (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, objekt TEXT NOT NULL, art TEXT NOT NULL," \
	" datei TEXT NOT NULL, sha256 BLOB, wann INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX abgelegt_objekt ON abgelegt (ort, objekt);" \
	"ALTER TABLE papier ADD COLUMN abweichend INTEGER NOT NULL DEFAULT 0 CHECK (abweichend IN (0, 1));" \
	"INSERT INTO freigabe SELECT row_number() OVER (ORDER BY max(e.lfd)), e.ort, e.objekt, max(e.wann)," \
	" ifnull(p.titel, k.titel), p.neutral, k.stand, '', ifnull(p.oeffentlich, 1), 1, 0" \
	" FROM ereignis e LEFT JOIN papier p ON p.ort = e.ort AND p.id = e.objekt" \
	" LEFT JOIN ausgabe k ON k.ort = e.ort AND e.objekt IN (k.id, k.ort || '/' || k.id)" \
	" WHERE e.art = 'freigegeben' GROUP BY e.ort, e.objekt;" \
	"INSERT INTO freigabe_datei SELECT row_number() OVER (ORDER BY f.lfd), f.lfd," \
	" ifnull(p.pfad, k.pfad), ifnull(p.sha256, k.sha256), NULL" \
	" FROM freigabe f LEFT JOIN papier p ON p.ort = f.ort AND p.id = f.objekt" \
	" LEFT JOIN ausgabe k ON k.ort = f.ort AND f.objekt IN (k.id, k.ort || '/' || k.id)" \
	" WHERE ifnull(p.pfad, k.pfad) IS NOT NULL;" \
	/* '*': which Anlagen an earlier program put into a file nobody wrote down */ \
	"INSERT INTO enthaelt SELECT row_number() OVER (ORDER BY lfd, objekt), lfd, objekt, teil FROM" \
	" (SELECT lfd, objekt, '*' AS teil FROM ausgegeben WHERE art = 'vorlage'" \
	" UNION SELECT a.lfd, t.papier, '*' FROM ausgegeben a JOIN tagesordnung t ON t.ort = a.ort" \
	" AND t.sitzung = a.objekt AND t.papier IS NOT NULL AND t.oeffentlich = 1" \
	" UNION SELECT a.lfd, a.objekt, t.id FROM ausgegeben a JOIN tagesordnung t ON t.ort = a.ort" \
	" AND t.sitzung = a.objekt AND t.oeffentlich = 1);" \
	ONLY_ADD("freigabe") ONLY_ADD("freigabe_datei") ONLY_ADD("freigabe_teil") ONLY_ADD("zurueckgezogen") \
	ONLY_ADD("zurueckgezogen_datei") ONLY_ADD("enthaelt") ONLY_ADD("abgelegt") \
	MERKE("freigabe_oparl", "INSERT ON freigabe", "NEW.ort", "vorlage", "NEW.objekt") \
	MERKE("freigabe_oparl_konzept", "INSERT ON freigabe" IST_KONZEPT, "NEW.ort", "konzept", "NEW.objekt") \
	MERKE("zurueckgezogen_oparl", "INSERT ON zurueckgezogen", "NEW.ort", "vorlage", "NEW.objekt") \
	MERKE("zurueckgezogen_oparl_konzept", "INSERT ON zurueckgezogen" IST_KONZEPT, \
		"NEW.ort", "konzept", "NEW.objekt") \
	MERKE("zurueckgezogen_oparl_sitzung", "INSERT ON zurueckgezogen", "NEW.ort", "sitzung", "NEW.objekt") \
	"CREATE TRIGGER zurueckgezogen_datei_oparl AFTER INSERT ON zurueckgezogen_datei" \
	" BEGIN INSERT OR IGNORE INTO oparl_offen SELECT a.ort, CASE WHEN a.art IN ('vorlage', 'konzept') THEN a.art" \
	" ELSE 'sitzung' END, a.objekt FROM ausgegeben a WHERE a.lfd = NEW.ausgegeben; END;" \
	"DROP VIEW ausgabe_oeffentlich;" \
	"DROP VIEW beratung_oeffentlich;" \
	"DROP VIEW schlagwort_oeffentlich;" \
	"DROP VIEW ausgegeben_oeffentlich;" \
	"DROP VIEW papier_oeffentlich;" \
	"CREATE VIEW freigabe_oeffentlich AS" \
	" SELECT f.ort, f.objekt, f.titel, f.stand FROM freigabe f WHERE " LETZTE_FREIGABE \
	" AND f.oeffentlich = 1 AND NOT " ZURUECKGEZOGEN ";" \
	"CREATE VIEW papier_oeffentlich AS" \
	" SELECT p.ort, p.id, p.art, p.nummer, p.datum, (SELECT f.titel " VON_P ") AS titel," \
	" p.federfuehrung, p.praesentiert, p.abweichend," \
	" (SELECT min(e.wann) FROM ereignis e" \
	" WHERE e.ort = p.ort AND e.objekt = p.id AND e.art = 'freigegeben') AS seit" \
	" FROM papier p WHERE p.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_P ");" \
	"CREATE VIEW schlagwort_oeffentlich AS" \
	" SELECT k.ort, k.papier, k.pos, k.name FROM schlagwort k" \
	" WHERE EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = k.ort AND p.id = k.papier);" \
	BERATUNG_OEFFENTLICH \
	"CREATE VIEW ausgegeben_oeffentlich AS" \
	" SELECT a.lfd, a.ort, a.objekt, a.art, a.datei, a.sha256, a.sha512, a.groesse, a.wann," \
	" (SELECT t.text FROM ausgabetext t WHERE t.lfd = a.lfd) AS text" \
	" FROM ausgegeben a WHERE a.oeffentlich = 1" \
	" AND NOT EXISTS (SELECT 1 FROM zurueckgezogen_datei z WHERE z.ausgegeben = a.lfd);" \
	"CREATE VIEW ausgabe_oeffentlich AS" \
	" SELECT k.ort, k.id, f.titel, f.stand FROM ausgabe k CROSS JOIN freigabe_oeffentlich f" \
	" ON f.ort = k.ort AND f.objekt IN (k.id, k.ort || '/' || k.id)" \
	" WHERE EXISTS (SELECT 1 FROM ausgegeben_oeffentlich a" \
	" WHERE a.ort = k.ort AND a.objekt IN (k.id, k.ort || '/' || k.id));"

/* A session that is still a draft is not published. */
#define SITZUNG_ENTWURF \
	"ALTER TABLE sitzung ADD COLUMN entwurf INTEGER NOT NULL DEFAULT 0 CHECK (entwurf IN (0, 1));" \
	/* with all that the view asks for: else SQLite walks through all of the town */ \
	"DROP INDEX sitzung_tag;" \
	"CREATE INDEX sitzung_tag ON sitzung (ort, gremium, datum, entwurf);" \
	"DROP VIEW sitzung_oeffentlich;" \
	SITZUNG_OEFFENTLICH(" WHERE s.entwurf = 0")

/* The whole number is what is given once; which count it has in which series (a year, an office, a period) is beside
 * it. What a unique constraint was is no row of its own, so the table is made again; its rows stay what they are. */
#define NUMMER_REIHE \
	"CREATE TEMP TABLE nummer_bisher AS SELECT * FROM nummer;" \
	"DROP TABLE nummer;" \
	"CREATE TABLE nummer (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, papier TEXT NOT NULL, nummer TEXT NOT NULL," \
	" jahr INTEGER NOT NULL, zaehler INTEGER, gezaehlt INTEGER NOT NULL CHECK (gezaehlt IN (0, 1))," \
	" reihe TEXT NOT NULL DEFAULT ''," \
	" UNIQUE (ort, papier)," \
	" UNIQUE (ort, nummer)) STRICT;" \
	"CREATE INDEX nummer_reihe ON nummer (ort, reihe, zaehler);" \
	ONLY_ADD("nummer") \
	"CREATE TRIGGER nummer_ersetzen BEFORE INSERT ON nummer WHEN" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.papier = NEW.papier) OR" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.nummer = NEW.nummer)" \
	" BEGIN SELECT RAISE(ABORT, 'nummer: schon vergeben'); END;" \
	"INSERT INTO nummer SELECT lfd, ort, papier, nummer, jahr, zaehler, gezaehlt," \
	" CASE jahr WHEN 0 THEN '' ELSE CAST(jahr AS TEXT) END FROM nummer_bisher ORDER BY lfd;" \
	"DROP TABLE nummer_bisher;"

const char *const reg_steps[] = {
	/* 0 -> 1 */ NUMMER EREIGNIS AUSGEGEBEN TAGESORDNUNG VERZEICHNIS SITZUNG PAPIER AUSGABE SUCHE
		"PRAGMA application_id = 1380013139;",
	/* 1 -> 2 */ KENNZAHL,
	/* 2 -> 3 */ OPARL_INDEX OPARL OPARL_OFFEN,
	/* 3 -> 4 */ PUNKT,
	/* 4 -> 5 */ ABGABE,
	/* 5 -> 6 */ OEFFENTLICH,
	/* 6 -> 7 */ SITZUNGEN_EINES_TAGES,
	/* 7 -> 8 */ GEHEIMNIS,
	/* 8 -> 9 */ ABSAGEN_UND_NACHTRAEGE,
	/* 9 -> 10 */ ANLAGE,
	/* 10 -> 11 */ FREIGABEN,
	/* 11 -> 12 */ SITZUNG_ENTWURF,
	/* 12 -> 13 */ NUMMER_REIHE,
	/* 13 -> 14 */ NIEDERSCHRIFTEN,
	/* 14 -> 15 */ UMSETZUNG,
	/* 15 -> 16 */ WOERTER_DES_ORTES,
	/* 16 -> 17 */ MAPPENSEITEN,
	/* 17 -> 18 */ SITZUNG_ZURUECK,
	/* 18 -> 19 */ PUNKTE_OHNE_VORLAGE,
	/* 19 -> 20 */ GEMEINSAME_SITZUNG,
	/* 20 -> 21 */ BESCHLUSSNUMMERN,
	/* 21 -> 22 */ ERGEBNIS_BLEIBT,
	/* 22 -> 23 */ URHEBER,
};

int reg_version(void)
{
	return (int)(sizeof reg_steps / sizeof *reg_steps);
}

const char *const reg_ledgers[] = {"nummer", "ereignis", "ausgegeben", "tagesordnung", "abgabe", "quittung", "freigabe",
	"freigabe_datei", "freigabe_teil", "zurueckgezogen", "zurueckgezogen_datei", "enthaelt", "abgelegt",
	"genehmigt", "mappenseite", NULL};

const char *const reg_index_tables[] = {"auftrag", "gefasst", "niederschrift", "vorschlag", "punkt", "anlage",
	"punktanlage", "punktergebnis", "urheber", "schlagwort", "sitzungsgremium", "sitzungsort", "mitgliedschaft",
	"posten", "massnahme",
	"ausgabe", "beratung", "papier",
	"sitzung", "stellenname", "stelle", "kennzahl", "koerperschaft", "wahlperiode", "person", "volltext", NULL};
