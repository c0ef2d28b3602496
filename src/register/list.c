/* list.c: the register for people: lists, and all that is known of one thing. Column names are German, they head the
 * table and name the JSON members. */
#include <string.h>

#include "register/reg.h"

#define JA_NEIN(x) "CASE " x " WHEN 1 THEN 'ja' ELSE 'nein' END"
#define ZEIT(x) "zeit(" x ")"
#define CENT(x) "printf('%d,%02d', " x " / 100, " x " % 100)"
#define HEX(x) "lower(hex(" x "))"

/* as those of papers: a session and its item stand for the paper */
#define PUNKTANLAGEN \
	"SELECT ort, sitzung || '/' || punkt AS papier, nummer, titel, datei, oeffentlich, zustand, seiten, mit_text," \
	" ohne_text, tags, sprache, betitelt, geschuetzt, alternative FROM punktanlage"

/* An Anlage as it was released last, and not taken back since: what was only taken in is nobody's yet. */
#define FREIGEGEBENE_ANLAGE \
	"EXISTS (SELECT 1 FROM papier q JOIN freigabe f ON f.ort = q.ort AND f.objekt = q.id" \
	" WHERE q.ort = a.ort AND q.id = a.papier AND f.lfd = (SELECT max(g.lfd) FROM freigabe g" \
	" WHERE g.ort = f.ort AND g.objekt = f.objekt) AND (f.alt = 1 OR EXISTS (SELECT 1 FROM freigabe_teil t" \
	" WHERE t.freigabe = f.lfd AND t.teil = rtrim(q.pfad, replace(q.pfad, '/', '')) || a.datei" \
	" AND t.oeffentlich = 1 AND NOT EXISTS (SELECT 1 FROM zurueckgezogen z WHERE z.ort = f.ort" \
	" AND z.objekt = f.objekt AND z.teil = t.teil AND z.freigabe = f.lfd))))"
#define PUNKTANLAGE \
	"FROM ausgegeben_oeffentlich o WHERE o.ort = a.ort AND o.objekt = a.sitzung" \
	" AND o.art = 'anlage/' || a.punkt || '/' || a.datei"

/* of all towns where :ort is NULL */
/* of a joint session all its bodies */
#define GREMIEN \
	"(SELECT group_concat(m.gremium, ', ') FROM (SELECT gremium FROM sitzungsgremium x" \
	" WHERE x.ort = s.ort AND x.sitzung = s.id ORDER BY x.pos) m) AS gremium"
static const char *const lists[] = {
	[REG_LIST_PAPIERE] =
		"SELECT p.nummer, p.id, p.ort, p.art, p.datum, " JA_NEIN("p.oeffentlich") " AS oeffentlich,"
		" CASE WHEN " REG_TAKEN_BACK("p.ort", "p.id") " THEN 'zurückgezogen'"
		" WHEN EXISTS (SELECT 1 FROM ereignis e WHERE e.ort = p.ort AND e.objekt = p.id"
		" AND e.art = 'freigegeben') THEN 'ja' ELSE 'nein' END AS freigegeben,"
		" p.titel, p.pfad"
		" FROM papier p LEFT JOIN nummer n ON n.ort = p.ort AND n.papier = p.id"
		" WHERE ifnull(p.ort = :ort, 1)"
		" ORDER BY p.ort, n.jahr IS NULL, n.jahr, n.zaehler IS NULL, n.zaehler, p.nummer, p.id",
	[REG_LIST_SITZUNGEN] =
		"SELECT s.datum, s.id, s.ort, " GREMIEN ", s.beginn, s.ende,"
		" " JA_NEIN("EXISTS (SELECT 1 FROM tagesordnung t WHERE t.ort = s.ort AND t.sitzung = s.id)")
		" AS bekanntgemacht, s.pfad"
		" FROM sitzung s WHERE ifnull(s.ort = :ort, 1) ORDER BY s.ort, s.datum, s.id",
	[REG_LIST_ANLAGEN] =
		"SELECT p.nummer, a.ort, a.papier, a.nummer AS anlage, a.titel, a.datei, a.zustand, a.seiten,"
		" a.ohne_text, " JA_NEIN("a.tags") " AS tags, a.sprache, " JA_NEIN("a.betitelt") " AS titel_im_pdf,"
		" a.alternative, " JA_NEIN("a.oeffentlich") " AS oeffentlich"
		" FROM (SELECT * FROM anlage UNION ALL " PUNKTANLAGEN ") a"
		" LEFT JOIN papier p ON p.ort = a.ort AND p.id = a.papier"
		" WHERE ifnull(a.ort = :ort, 1) ORDER BY a.ort, p.nummer IS NULL, p.nummer, a.papier, a.nummer",
	[REG_LIST_AUSGABEN] =
		"SELECT id, ort, art, edition, titel, stand, pfad"
		" FROM ausgabe WHERE ifnull(ort = :ort, 1) ORDER BY ort, id",
	[REG_LIST_AUSGEGEBEN] =
		"SELECT lfd, " ZEIT("wann") " AS wann, ort, objekt, art, datei, seiten, groesse,"
		" " JA_NEIN("oeffentlich") " AS oeffentlich, " HEX("sha256") " AS sha256,"
		" " HEX("quelle_sha256") " AS quelle, programm"
		" FROM ausgegeben WHERE ifnull(ort = :ort, 1) ORDER BY lfd",
	[REG_LIST_ZUGANG_DATEIEN] =
		"SELECT CASE WHEN art GLOB 'auszug-*' THEN 'Beschlussauszug'"
		" ELSE upper(substr(art, 1, 1)) || substr(art, 2) END AS art, count(DISTINCT sha256) AS zahl,"
		" tag(max(wann)) AS zuletzt,"
		" group_concat(DISTINCT programm) AS programm"
		" FROM ausgegeben a WHERE ort = :ort AND titel IS NULL"
		" AND EXISTS (SELECT 1 FROM ausgegeben_oeffentlich o WHERE o.lfd = a.lfd)"
		" GROUP BY 1 ORDER BY 1",
	[REG_LIST_ZUGANG_ANLAGEN] =
		"SELECT 'Vorlage ' || p.nummer AS wo, a.nummer AS anlage, a.titel, a.zustand, a.seiten,"
		" a.ohne_text, a.tags, a.geschuetzt, a.alternative FROM anlage a"
		" JOIN papier_oeffentlich p ON p.ort = a.ort AND p.id = a.papier AND p.abweichend = 0"
		" WHERE a.ort = :ort AND a.oeffentlich = 1 AND " FREIGEGEBENE_ANLAGE
		" UNION ALL SELECT 'Sitzung ' || a.sitzung, a.nummer, (SELECT o.titel " PUNKTANLAGE
		" ORDER BY o.lfd DESC LIMIT 1), a.zustand, a.seiten,"
		" a.ohne_text, a.tags, a.geschuetzt, a.alternative FROM punktanlage a"
		" WHERE a.ort = :ort AND a.oeffentlich = 1 AND EXISTS (SELECT 1 " PUNKTANLAGE ") ORDER BY 1, 2",
	[REG_LIST_MASSNAHMEN] =
		"SELECT m.ort, m.ausgabe, m.id, m.feld, m.ziel, " CENT("m.einmalig") " AS einmalig,"
		" " CENT("m.jaehrlich") " AS jaehrlich, " CENT("m.davon") " AS davon, m.status, m.stelle,"
		" nullif(m.jahre, 0) AS jahre, m.faellig, m.klasse"
		" FROM massnahme m WHERE ifnull(m.ort = :ort, 1) ORDER BY m.ort, m.ausgabe, m.pos",
	[REG_LIST_DRAUSSEN] =
		"SELECT p.nummer, z.objekt AS id, z.ort, nullif(z.teil, '') AS teil,"
		" " ZEIT("z.wann") " AS zurueckgezogen, z.grund, " ZEIT("a.wann") " AS ausgegeben, a.datei,"
		" " ZEIT("b.wann") " AS abgegeben, q.kennung, q.adresse"
		" FROM zurueckgezogen z LEFT JOIN zurueckgezogen_datei y ON y.zurueckgezogen = z.lfd"
		" LEFT JOIN ausgegeben a ON a.lfd = y.ausgegeben LEFT JOIN abgabe b ON b.ausgegeben = a.lfd"
		" LEFT JOIN quittung q ON q.lfd = (SELECT max(lfd) FROM quittung WHERE abgabe = b.lfd)"
		" LEFT JOIN papier p ON p.ort = z.ort AND p.id = z.objekt"
		" WHERE ifnull(z.ort = :ort, 1) ORDER BY z.lfd, a.lfd, b.lfd",
	[REG_LIST_OFFEN] =
		"SELECT p.nummer, a.objekt AS id, a.ort, a.art, a.fassung, a.datei, " ZEIT("a.wann") " AS abgegeben,"
		" CASE WHEN q.grund IS NULL THEN 'offen' ELSE 'abgelehnt' END AS stand, q.grund"
		" FROM abgabe a"
		" LEFT JOIN quittung q ON q.lfd = (SELECT max(lfd) FROM quittung WHERE abgabe = a.lfd)"
		" LEFT JOIN papier p ON p.ort = a.ort AND p.id = a.objekt"
		" WHERE ifnull(a.ort = :ort, 1) AND q.kennung IS NULL"
		" AND NOT EXISTS (SELECT 1 FROM abgabe n WHERE n.ersetzt = a.lfd) ORDER BY a.lfd",
};

bool reg_list(struct reg *r, enum reg_list what, const char *ort, reg_row *row, void *arg, struct diag *d)
{
	sqlite3_stmt *st = reg_prepare(r, d, lists[what]);
	if (!st)
		return false;
	sqlite3_bind_text(st, 1, ort, -1, SQLITE_STATIC);
	return reg_rows(r, d, st, row, arg, NULL);
}

/* What is shown of one thing, in this order; :id: of a paper, session, edition ("ort/id" too), office. */
static const char *const show[] = {
	"SELECT 'papier' AS eintrag, nummer, id, ort, art, datum, " JA_NEIN("oeffentlich") " AS oeffentlich, titel,"
	" neutral, federfuehrung, praesentiert, pfad, " HEX("sha256") " AS sha256"
	" FROM papier WHERE id = :id ORDER BY ort",
	"SELECT 'beratung' AS eintrag, b.gremium, ifnull((SELECT n.name FROM stellenname n"
	" WHERE n.ort = b.ort AND n.stelle = b.gremium AND (b.datum IS NULL"
	" OR ((n.von IS NULL OR n.von <= b.datum) AND (n.bis IS NULL OR n.bis >= b.datum)))"
	" ORDER BY n.pos DESC LIMIT 1), b.gremium) AS name, b.datum,"
	" ifnull((SELECT group_concat(s.sitzung, ', ') FROM sitzungsgremium s WHERE s.ort = b.ort"
	" AND s.gremium = b.gremium AND s.datum = b.datum AND ifnull(b.sitzung, s.sitzung) = s.sitzung), 'offen')"
	" AS sitzung, b.rolle,"
	" " JA_NEIN("b.massgeblich") " AS massgeblich, " JA_NEIN("b.oeffentlich") " AS oeffentlich, b.top, b.ergebnis"
	" FROM beratung b WHERE b.papier = :id ORDER BY b.ort, b.pos",
	"SELECT 'anlage' AS eintrag, nummer, titel, datei, zustand, seiten, ohne_text, " JA_NEIN("tags") " AS tags,"
	" sprache, alternative, " JA_NEIN("oeffentlich") " AS oeffentlich FROM anlage WHERE papier = :id"
	" UNION ALL SELECT 'anlage', nummer, titel, datei, zustand, seiten, ohne_text, " JA_NEIN("tags") ","
	" sprache, alternative, " JA_NEIN("oeffentlich") " FROM punktanlage WHERE sitzung = :id",
	"SELECT 'sitzung' AS eintrag, s.id, s.ort, " GREMIEN ", s.datum, s.beginn, s.ende, s.bekanntmachung, s.pfad,"
	" " HEX("s.sha256") " AS sha256 FROM sitzung s WHERE s.id = :id ORDER BY s.ort",
	"SELECT 'tagesordnung' AS eintrag, " ZEIT("wann") " AS wann, nummer, titel, drucksache,"
	" " JA_NEIN("oeffentlich") " AS oeffentlich, " JA_NEIN("entfallen") " AS entfallen"
	" FROM tagesordnung WHERE sitzung = :id ORDER BY lfd",
	"SELECT 'ausgabe' AS eintrag, id, ort, art, edition, titel, stand, pfad, " HEX("sha256") " AS sha256"
	" FROM ausgabe WHERE id = :id OR ort || '/' || id = :id ORDER BY ort",
	"SELECT 'massnahme' AS eintrag, id, feld, ziel, " CENT("einmalig") " AS einmalig,"
	" " CENT("jaehrlich") " AS jaehrlich, nullif(jahre, 0) AS jahre, klasse"
	" FROM massnahme WHERE ausgabe = :id OR ort || '/' || ausgabe = :id ORDER BY ort, pos",
	"SELECT 'kennzahl' AS eintrag, id, name, wert, stellen, einheit, stichtag"
	" FROM kennzahl WHERE quelle = :id OR ort || '/' || quelle = :id ORDER BY ort, id",
	"SELECT 'stelle' AS eintrag, s.id, s.ort, " JA_NEIN("s.gremium") " AS gremium, n.name, n.von, n.bis"
	" FROM stelle s JOIN stellenname n ON n.ort = s.ort AND n.stelle = s.id"
	" WHERE s.id = :id ORDER BY s.ort, n.pos",
	"SELECT 'ereignis' AS eintrag, " ZEIT("wann") " AS wann, art, text"
	" FROM ereignis WHERE objekt = :id ORDER BY lfd",
	"SELECT 'ausgegeben' AS eintrag, " ZEIT("wann") " AS wann, art, datei, seiten, groesse,"
	" " JA_NEIN("oeffentlich") " AS oeffentlich, " HEX("sha256") " AS sha256, " HEX("sha512") " AS sha512,"
	" " HEX("quelle_sha256") " AS quelle, " HEX("auszug_sha256") " AS auszug,"
	" " HEX("vorlage_sha256") " AS vorlage, programm FROM ausgegeben WHERE objekt = :id ORDER BY lfd",
	"SELECT 'abgabe' AS eintrag, " ZEIT("a.wann") " AS wann, a.art, a.fassung, a.datei, v.fassung AS ersetzt"
	" FROM abgabe a LEFT JOIN abgabe v ON v.lfd = a.ersetzt WHERE a.objekt = :id ORDER BY a.lfd",
	"SELECT 'quittung' AS eintrag, " ZEIT("q.wann") " AS wann, a.art, a.fassung, q.kennung, q.adresse,"
	" q.grund AS abgelehnt"
	" FROM quittung q JOIN abgabe a ON a.lfd = q.abgabe WHERE a.objekt = :id ORDER BY q.lfd",
};

/* The id behind a Drucksachennummer; else the key itself. */
static char *id_of(struct reg *r, struct mem *m, const char *key, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_TRAEGER, VAL(nummer, key));
	char *id = reg_next(r, d, st) ? reg_text(m, st, "papier") : NULL;
	sqlite3_reset(st);
	return id ? id : mem_dup(m, key);
}

bool reg_show(struct reg *r, const char *key, reg_row *row, void *arg, struct diag *d)
{
	struct mem *m = mem_new();
	const char *id = id_of(r, m, key, d);
	size_t n = 0;
	bool ok = true;
	for (size_t i = 0; ok && i < sizeof show / sizeof *show; i++) {
		sqlite3_stmt *st = reg_prepare(r, d, show[i]);
		ok = st != NULL;
		if (st) {
			sqlite3_bind_text(st, 1, id, -1, SQLITE_STATIC);
			ok = reg_rows(r, d, st, row, arg, &n);
		}
	}
	mem_free(m);
	return ok && n > 0;
}
