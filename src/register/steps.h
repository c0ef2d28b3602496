/* steps.h: the later steps of schema.c, whose words (ONLY_ADD, MERKE, VON_P) they use. */
#ifndef REGISTER_STEPS_H
#define REGISTER_STEPS_H

/* What sessions decided: minutes with their results by item, the tasks that follow, the wording that papers propose,
 * and minutes that were approved, each with a digest of what stays. Public is what signed minutes say of public items.
 */
#define VON_N "FROM niederschrift n WHERE n.ort = g.ort AND n.sitzung = g.sitzung AND n.unterschrieben = 1"
#define NIEDERSCHRIFTEN \
	"CREATE TABLE niederschrift (" \
	"ort TEXT NOT NULL, id TEXT NOT NULL, sitzung TEXT NOT NULL, gremium TEXT NOT NULL, datum TEXT NOT NULL," \
	" ende TEXT, unterschrieben INTEGER NOT NULL CHECK (unterschrieben IN (0, 1)), genehmigt TEXT," \
	" pfad TEXT NOT NULL, sha256 BLOB NOT NULL," \
	" PRIMARY KEY (ort, id)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX niederschrift_sitzung ON niederschrift (ort, sitzung, unterschrieben, ende);" \
	"CREATE TABLE gefasst (" \
	"ort TEXT NOT NULL, niederschrift TEXT NOT NULL, pos INTEGER NOT NULL, sitzung TEXT NOT NULL," \
	" punkt TEXT NOT NULL, nummer TEXT, titel TEXT NOT NULL, drucksache TEXT," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), ergebnis TEXT, wort TEXT, folge TEXT," \
	" wortlaut TEXT, PRIMARY KEY (ort, niederschrift, pos)," \
	" FOREIGN KEY (ort, niederschrift) REFERENCES niederschrift (ort, id) ON DELETE CASCADE)" \
	" STRICT, WITHOUT ROWID;" \
	"CREATE INDEX gefasst_punkt ON gefasst (ort, sitzung, punkt, oeffentlich, wort, wortlaut);" \
	"CREATE TABLE auftrag (" \
	"ort TEXT NOT NULL, niederschrift TEXT NOT NULL, pos INTEGER NOT NULL, id TEXT NOT NULL," \
	" punkt TEXT NOT NULL, text TEXT NOT NULL, stelle TEXT NOT NULL, frist TEXT, betrag INTEGER," \
	" personal TEXT, zustand TEXT NOT NULL, prioritaet TEXT NOT NULL, bericht TEXT, massnahme TEXT," \
	" gemeldet TEXT, meldung TEXT, oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))," \
	" PRIMARY KEY (ort, niederschrift, pos)," \
	" FOREIGN KEY (ort, niederschrift) REFERENCES niederschrift (ort, id) ON DELETE CASCADE)" \
	" STRICT, WITHOUT ROWID;" \
	"CREATE INDEX auftrag_id ON auftrag (ort, id);" \
	"CREATE TABLE vorschlag (" \
	"ort TEXT NOT NULL, papier TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (ort, papier)," \
	" FOREIGN KEY (ort, papier) REFERENCES papier (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE genehmigt (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, niederschrift TEXT NOT NULL," \
	" sha256 BLOB NOT NULL CHECK (length(sha256) = 32), nachtraege INTEGER NOT NULL," \
	" wann INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX genehmigt_niederschrift ON genehmigt (ort, niederschrift);" \
	ONLY_ADD("genehmigt") \
	"ALTER TABLE massnahme ADD COLUMN status TEXT;" \
	"ALTER TABLE massnahme ADD COLUMN stelle TEXT;" \
	"ALTER TABLE massnahme ADD COLUMN faellig INTEGER;" \
	"CREATE VIEW gefasst_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.punkt, g.wort, g.wortlaut FROM gefasst g" \
	" WHERE g.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_N ");" \
	"CREATE VIEW ende_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.ende FROM niederschrift g WHERE g.unterschrieben = 1;" \
	MERKE("niederschrift_oparl", "INSERT ON niederschrift", "NEW.ort", "sitzung", "NEW.sitzung") \
	MERKE("niederschrift_oparl_fort", "DELETE ON niederschrift", "OLD.ort", "sitzung", "OLD.sitzung")

/* How far decisions are carried out, as far as the public may know. */
#define UMSETZUNG \
	"CREATE VIEW auftrag_oeffentlich AS" \
	" SELECT a.ort, n.sitzung, a.punkt, a.zustand FROM auftrag a" \
	" JOIN niederschrift n ON n.ort = a.ort AND n.id = a.niederschrift" \
	" WHERE a.oeffentlich = 1 AND n.unterschrieben = 1;"

/* The town's words for kinds of papers, roles and bodies, and which paper a supplement is to, whatever its number looks
 * like. */
#define WOERTER_DES_ORTES \
	"ALTER TABLE papier ADD COLUMN art_wort TEXT;" \
	"ALTER TABLE papier ADD COLUMN stamm TEXT;" \
	"ALTER TABLE beratung ADD COLUMN rolle_wort TEXT;" \
	"ALTER TABLE beratung ADD COLUMN bedeutet TEXT;" \
	"ALTER TABLE stelle ADD COLUMN klasse TEXT;" \
	"CREATE INDEX papier_stamm ON papier (ort, stamm);" \
	"UPDATE papier SET stamm = substr(nummer, 1, length(nummer) - length(' 1. Ergänzung'))" \
	" WHERE nummer GLOB '* [0-9]. Ergänzung';" \
	"DROP VIEW beratung_oeffentlich;" \
	"DROP VIEW schlagwort_oeffentlich;" \
	"DROP VIEW papier_oeffentlich;" \
	"CREATE VIEW papier_oeffentlich AS" \
	" SELECT p.ort, p.id, p.art, p.art_wort, p.nummer, p.stamm, p.datum, (SELECT f.titel " VON_P ") AS titel," \
	" p.federfuehrung, p.praesentiert, p.abweichend," \
	" (SELECT min(e.wann) FROM ereignis e" \
	" WHERE e.ort = p.ort AND e.objekt = p.id AND e.art = 'freigegeben') AS seit" \
	" FROM papier p WHERE p.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_P ");" \
	"CREATE VIEW schlagwort_oeffentlich AS" \
	" SELECT k.ort, k.papier, k.pos, k.name FROM schlagwort k" \
	" WHERE EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = k.ort AND p.id = k.papier);" \
	"CREATE VIEW beratung_oeffentlich AS" \
	" SELECT b.ort, b.papier, b.pos, b.gremium, b.datum, b.rolle, b.rolle_wort, b.massgeblich, b.ergebnis," \
	" (SELECT count(*) FROM beratung c WHERE c.ort = b.ort AND c.papier = b.papier" \
	" AND c.gremium = b.gremium AND c.pos < b.pos) AS schritt," \
	" (SELECT min(s.id) FROM sitzung_oeffentlich s WHERE s.ort = b.ort AND s.gremium = b.gremium" \
	" AND s.datum = b.datum AND ifnull(b.sitzung, s.id) = s.id) AS sitzung" \
	" FROM beratung b WHERE b.oeffentlich = 1" \
	" AND EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = b.ort AND p.id = b.papier);"

/* Page numbers of a session's first Mappe, so that those of a later one are the same. */
#define MAPPENSEITEN \
	"CREATE TABLE mappenseite (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, sitzung TEXT NOT NULL, art TEXT NOT NULL," \
	" objekt TEXT NOT NULL, erste INTEGER NOT NULL, seiten INTEGER NOT NULL) STRICT;" \
	"CREATE INDEX mappenseite_sitzung ON mappenseite (ort, sitzung, art);" \
	ONLY_ADD("mappenseite")

/* A session or its minutes that were taken back as a whole, since their last release (0: never released), are not
 * public: nor is what hangs on them. Minutes were issued as files of their session: which of them hold them. */
#define GANZ_ZURUECK(ort, objekt) \
	"EXISTS (SELECT 1 FROM zurueckgezogen z WHERE z.ort = " ort " AND z.objekt = " objekt " AND z.teil = ''" \
	" AND z.freigabe = ifnull((SELECT max(f.lfd) FROM freigabe f" \
	" WHERE f.ort = " ort " AND f.objekt = " objekt "), 0))"
#define MERKE_MIT_SITZUNG(name, table) \
	"CREATE TRIGGER " name "_anschrift AFTER INSERT ON " table \
	" BEGIN INSERT OR IGNORE INTO oparl_offen SELECT o.ort, 'anschrift', o.anschrift FROM sitzungsort o" \
	" WHERE o.ort = NEW.ort AND o.sitzung = NEW.objekt; END;" \
	"CREATE TRIGGER " name "_niederschrift AFTER INSERT ON " table \
	" BEGIN INSERT OR IGNORE INTO oparl_offen SELECT n.ort, 'sitzung', n.sitzung FROM niederschrift n" \
	" WHERE n.ort = NEW.ort AND n.id = NEW.objekt; END;"
#define ALS_NIEDERSCHRIFT \
	"FROM ausgegeben a JOIN niederschrift n ON n.ort = a.ort AND n.sitzung = a.objekt AND a.oeffentlich = 1" \
	" AND (a.art = 'niederschrift' OR a.art GLOB 'auszug-*')"
#define SITZUNG_ZURUECK \
	"DROP VIEW sitzung_oeffentlich;" \
	SITZUNG_OEFFENTLICH(" WHERE s.entwurf = 0 AND NOT " GANZ_ZURUECK("s.ort", "s.id")) \
	"DROP VIEW gefasst_oeffentlich;" \
	"CREATE VIEW gefasst_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.punkt, g.wort, g.wortlaut FROM gefasst g" \
	" WHERE g.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_N " AND NOT " GANZ_ZURUECK("n.ort", "n.id") ");" \
	"DROP VIEW ende_oeffentlich;" \
	"CREATE VIEW ende_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.ende FROM niederschrift g WHERE g.unterschrieben = 1" \
	" AND NOT " GANZ_ZURUECK("g.ort", "g.id") ";" \
	"DROP VIEW auftrag_oeffentlich;" \
	"CREATE VIEW auftrag_oeffentlich AS" \
	" SELECT a.ort, n.sitzung, a.punkt, a.zustand FROM auftrag a" \
	" JOIN niederschrift n ON n.ort = a.ort AND n.id = a.niederschrift" \
	" WHERE a.oeffentlich = 1 AND n.unterschrieben = 1 AND NOT " GANZ_ZURUECK("n.ort", "n.id") ";" \
	MERKE_MIT_SITZUNG("zurueckgezogen_oparl", "zurueckgezogen") \
	MERKE("freigabe_oparl_sitzung", "INSERT ON freigabe WHEN EXISTS" \
		" (SELECT 1 FROM sitzung s WHERE s.ort = NEW.ort AND s.id = NEW.objekt)", \
		"NEW.ort", "sitzung", "NEW.objekt") \
	MERKE_MIT_SITZUNG("freigabe_oparl", "freigabe") \
	"INSERT INTO enthaelt SELECT (SELECT ifnull(max(lfd), 0) FROM enthaelt)" \
	" + row_number() OVER (ORDER BY lfd, id, punkt), lfd, id, punkt FROM" \
	" (SELECT a.lfd, n.id, '' AS punkt " ALS_NIEDERSCHRIFT \
	" UNION SELECT a.lfd, n.id, g.punkt " ALS_NIEDERSCHRIFT " JOIN gefasst g ON g.ort = n.ort" \
	" AND g.niederschrift = n.id AND g.oeffentlich = 1 AND a.art IN ('niederschrift', 'auszug-' || g.punkt)" \
	") ORDER BY lfd, id, punkt;"

/* Items of an agenda that have no paper: their Anlagen as they were looked at, the result the clerk wrote; when an item
 * was dealt with; and what an issued file is called that others made. */
#define PUNKTE_OHNE_VORLAGE \
	"CREATE TABLE punktanlage (" \
	"ort TEXT NOT NULL, sitzung TEXT NOT NULL, punkt TEXT NOT NULL, nummer INTEGER NOT NULL, titel TEXT NOT NULL," \
	" datei TEXT NOT NULL, oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1))," \
	" zustand TEXT NOT NULL, seiten INTEGER NOT NULL, mit_text INTEGER NOT NULL," \
	" ohne_text INTEGER NOT NULL, tags INTEGER NOT NULL CHECK (tags IN (0, 1)), sprache TEXT," \
	" betitelt INTEGER NOT NULL CHECK (betitelt IN (0, 1))," \
	" geschuetzt INTEGER NOT NULL CHECK (geschuetzt IN (0, 1)), alternative TEXT," \
	" PRIMARY KEY (ort, sitzung, punkt, nummer)," \
	" FOREIGN KEY (ort, sitzung) REFERENCES sitzung (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE TABLE punktergebnis (" \
	"ort TEXT NOT NULL, sitzung TEXT NOT NULL, punkt TEXT NOT NULL, ergebnis TEXT NOT NULL," \
	" oeffentlich INTEGER NOT NULL CHECK (oeffentlich IN (0, 1)), PRIMARY KEY (ort, sitzung, punkt)," \
	" FOREIGN KEY (ort, sitzung) REFERENCES sitzung (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE VIEW punktergebnis_oeffentlich AS" \
	" SELECT e.ort, e.sitzung, e.punkt, e.ergebnis FROM punktergebnis e WHERE e.oeffentlich = 1;" \
	"ALTER TABLE gefasst ADD COLUMN beginn TEXT;" \
	"ALTER TABLE gefasst ADD COLUMN ende TEXT;" \
	"DROP VIEW gefasst_oeffentlich;" \
	"CREATE VIEW gefasst_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.punkt, g.wort, g.wortlaut, g.beginn, g.ende FROM gefasst g" \
	" WHERE g.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_N " AND NOT " GANZ_ZURUECK("n.ort", "n.id") ");" \
	"DROP INDEX gefasst_punkt;" \
	"CREATE INDEX gefasst_punkt ON gefasst (ort, sitzung, punkt, oeffentlich, wort, wortlaut, beginn, ende);" \
	"ALTER TABLE ausgegeben ADD COLUMN titel TEXT;" \
	"DROP VIEW ausgegeben_oeffentlich;" \
	"CREATE VIEW ausgegeben_oeffentlich AS" \
	" SELECT a.lfd, a.ort, a.objekt, a.art, a.datei, a.sha256, a.sha512, a.groesse, a.wann, a.titel," \
	" (SELECT t.text FROM ausgabetext t WHERE t.lfd = a.lfd) AS text" \
	" FROM ausgegeben a WHERE a.oeffentlich = 1" \
	" AND NOT EXISTS (SELECT 1 FROM zurueckgezogen_datei z WHERE z.ausgegeben = a.lfd);"

/* A joint session is of several bodies, in their order; the object of one may stand in lists of several. */
#define GEMEINSAME_SITZUNG \
	"CREATE TABLE sitzungsgremium (" \
	"ort TEXT NOT NULL, sitzung TEXT NOT NULL, pos INTEGER NOT NULL, gremium TEXT NOT NULL, datum TEXT NOT NULL," \
	" PRIMARY KEY (ort, sitzung, pos)," \
	" FOREIGN KEY (ort, sitzung) REFERENCES sitzung (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX sitzungsgremium_tag ON sitzungsgremium (ort, gremium, datum, sitzung);" \
	"INSERT INTO sitzungsgremium SELECT ort, id, 0, gremium, datum FROM sitzung;" \
	"CREATE TABLE oparl_weitere (" \
	"gremium TEXT NOT NULL, typ TEXT NOT NULL, lfd INTEGER NOT NULL REFERENCES oparl (lfd)," \
	" PRIMARY KEY (gremium, typ, lfd)) STRICT, WITHOUT ROWID;" \
	"CREATE INDEX oparl_weitere_von ON oparl_weitere (lfd);" \
	"DROP VIEW sitzung_oeffentlich;" \
	"CREATE VIEW sitzung_oeffentlich AS" \
	" SELECT s.ort, s.id, s.gremium, s.datum, s.beginn, s.ende, s.bekanntmachung," \
	" (SELECT min(e.wann) FROM ereignis e" \
	" WHERE e.ort = s.ort AND e.objekt = s.id AND e.art = 'aufgenommen') AS seit," \
	" EXISTS (SELECT 1 FROM sitzungsgremium m CROSS JOIN beratung b INDEXED BY beratung_tag" \
	" ON b.ort = m.ort AND b.gremium = m.gremium AND b.datum = m.datum WHERE m.ort = s.ort AND m.sitzung = s.id" \
	" AND ifnull(b.sitzung, s.id) = s.id AND b.oeffentlich = 1 AND b.ergebnis IS NOT NULL) AS beraten" \
	" FROM sitzung s WHERE s.entwurf = 0 AND NOT " GANZ_ZURUECK("s.ort", "s.id") ";" \
	"CREATE VIEW sitzungsgremium_oeffentlich AS" \
	" SELECT m.ort, m.sitzung, m.pos, m.gremium, m.datum FROM sitzungsgremium m" \
	" WHERE EXISTS (SELECT 1 FROM sitzung_oeffentlich s WHERE s.ort = m.ort AND s.id = m.sitzung);" \
	"DROP VIEW beratung_oeffentlich;" \
	"CREATE VIEW beratung_oeffentlich AS" \
	" SELECT b.ort, b.papier, b.pos, b.gremium, b.datum, b.rolle, b.rolle_wort, b.massgeblich, b.ergebnis," \
	" (SELECT count(*) FROM beratung c WHERE c.ort = b.ort AND c.papier = b.papier" \
	" AND c.gremium = b.gremium AND c.pos < b.pos) AS schritt," \
	" (SELECT min(m.sitzung) FROM sitzungsgremium m CROSS JOIN sitzung_oeffentlich s" \
	" ON s.ort = m.ort AND s.id = m.sitzung WHERE m.ort = b.ort AND m.gremium = b.gremium" \
	" AND m.datum = b.datum AND ifnull(b.sitzung, m.sitzung) = m.sitzung) AS sitzung" \
	" FROM beratung b WHERE b.oeffentlich = 1" \
	" AND EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = b.ort AND p.id = b.papier);"

/* Decisions have numbers of their own: the same text may be that of a paper. art: "drucksache", "beschluss", or
 * "beschluss/rat" where each body counts for itself. */
#define BESCHLUSSNUMMERN \
	"CREATE TEMP TABLE nummer_bisher AS SELECT * FROM nummer;" \
	"DROP TABLE nummer;" \
	"CREATE TABLE nummer (" \
	"lfd INTEGER PRIMARY KEY, ort TEXT NOT NULL, papier TEXT NOT NULL, nummer TEXT NOT NULL," \
	" jahr INTEGER NOT NULL, zaehler INTEGER, gezaehlt INTEGER NOT NULL CHECK (gezaehlt IN (0, 1))," \
	" reihe TEXT NOT NULL DEFAULT '', art TEXT NOT NULL DEFAULT 'drucksache'," \
	" UNIQUE (ort, papier, art)," \
	" UNIQUE (ort, nummer, art)) STRICT;" \
	"CREATE INDEX nummer_reihe ON nummer (ort, art, reihe, zaehler);" \
	ONLY_ADD("nummer") \
	"CREATE TRIGGER nummer_ersetzen BEFORE INSERT ON nummer WHEN" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.papier = NEW.papier AND n.art = NEW.art) OR" \
	" EXISTS (SELECT 1 FROM nummer n WHERE n.ort = NEW.ort AND n.nummer = NEW.nummer AND n.art = NEW.art)" \
	" BEGIN SELECT RAISE(ABORT, 'nummer: schon vergeben'); END;" \
	"INSERT INTO nummer SELECT lfd, ort, papier, nummer, jahr, zaehler, gezaehlt, reihe, 'drucksache'" \
	" FROM nummer_bisher ORDER BY lfd;" \
	"DROP TABLE nummer_bisher;" \
	"ALTER TABLE gefasst ADD COLUMN beschlussnummer TEXT;"

/* Items that only signed minutes have, since the agenda that was announced was extended in the session; none of a paper
 * that is not public. Nor is anything public of an item that was in the non-public part since the minutes were last
 * released. */
#define PUNKT_ZURUECK \
	"EXISTS (SELECT 1 FROM zurueckgezogen z WHERE z.ort = g.ort AND z.objekt = g.niederschrift" \
	" AND z.teil = g.punkt AND z.freigabe = ifnull((SELECT max(f.lfd) FROM freigabe f" \
	" WHERE f.ort = g.ort AND f.objekt = g.niederschrift), 0))"
#define ERWEITERT \
	"DROP VIEW gefasst_oeffentlich;" \
	"CREATE VIEW gefasst_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.punkt, g.wort, g.wortlaut, g.beginn, g.ende FROM gefasst g" \
	" WHERE g.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_N " AND NOT " GANZ_ZURUECK("n.ort", "n.id") ")" \
	" AND NOT " PUNKT_ZURUECK ";" \
	"CREATE VIEW erweitert_oeffentlich AS" \
	" SELECT g.ort, g.sitzung, g.pos, g.punkt AS id, g.nummer, g.titel," \
	" (SELECT min(p.id) FROM papier_oeffentlich p" \
	" WHERE p.ort = g.ort AND p.nummer = g.drucksache) AS papier FROM gefasst g" \
	" WHERE g.oeffentlich = 1 AND EXISTS (SELECT 1 " VON_N " AND NOT " GANZ_ZURUECK("n.ort", "n.id") ")" \
	" AND NOT " PUNKT_ZURUECK " AND EXISTS (SELECT 1 FROM tagesordnung t" \
	" WHERE t.ort = g.ort AND t.sitzung = g.sitzung AND t.nummer IS NOT NULL)" \
	" AND NOT EXISTS (SELECT 1 FROM tagesordnung t" \
	" WHERE t.ort = g.ort AND t.sitzung = g.sitzung AND t.id = g.punkt)" \
	" AND NOT EXISTS (SELECT 1 FROM papier q WHERE q.ort = g.ort AND q.nummer = g.drucksache AND NOT EXISTS" \
	" (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = q.ort AND p.id = q.id));"

/* How the item of a paper was decided, as "ergebnis" entered it: the town's word and the votes, without what was added.
 * It stays with the item when the paper is taken back. */
#define ERGEBNIS_BLEIBT \
	"CREATE VIEW ergebnis_oeffentlich AS" \
	" SELECT x.ort, x.papier, x.sitzung, x.pos, x.massgeblich, CASE" \
	" WHEN x.zahlen > 0 AND (x.komma = 0 OR x.zahlen < x.komma) THEN substr(x.wort, 1, instr(x.wort, ')'))" \
	" WHEN x.komma > 0 THEN substr(x.wort, 1, x.komma - 1) ELSE x.wort END AS ergebnis FROM" \
	" (SELECT w.*, instr(w.wort, ' (') AS zahlen, instr(w.wort, ', ') AS komma FROM" \
	" (SELECT b.ort, b.papier, b.pos, b.massgeblich, m.sitzung, (SELECT substr(e.text, length(b.gremium) + 14)" \
	" FROM ereignis e WHERE e.ort = b.ort AND e.objekt = b.papier AND e.art = 'ergebnis'" \
	" AND substr(e.text, 1, length(b.gremium) + 13) = b.gremium || ' ' || b.datum || ': '" \
	" ORDER BY e.lfd DESC LIMIT 1) AS wort FROM beratung b JOIN sitzungsgremium m ON m.ort = b.ort" \
	" AND m.gremium = b.gremium AND m.datum = b.datum AND ifnull(b.sitzung, m.sitzung) = m.sitzung" \
	" WHERE b.oeffentlich = 1 AND b.ergebnis IS NOT NULL) w WHERE w.wort IS NOT NULL) x;" \
	ERWEITERT

/* Who wrote a paper or moved it, as far as the directory has him; what minutes are held against of their session. */
#define URHEBER \
	"CREATE TABLE urheber (" \
	"ort TEXT NOT NULL, papier TEXT NOT NULL, pos INTEGER NOT NULL," \
	" typ TEXT NOT NULL CHECK (typ IN ('Person', 'Organization')), id TEXT NOT NULL," \
	" PRIMARY KEY (ort, papier, pos)," \
	" FOREIGN KEY (ort, papier) REFERENCES papier (ort, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;" \
	"CREATE VIEW urheber_oeffentlich AS SELECT u.ort, u.papier, u.pos, u.typ, u.id FROM urheber u" \
	" WHERE EXISTS (SELECT 1 FROM papier_oeffentlich p WHERE p.ort = u.ort AND p.id = u.papier);" \
	"ALTER TABLE sitzung ADD COLUMN nummer TEXT;" \
	"ALTER TABLE sitzung ADD COLUMN code TEXT;"

#endif
