/* search.c: full text. The index folds ä to a (unicode61, remove_diacritics 2); that "Fluechtlinge" finds "Flüchtlinge"
 * and the other way round comes from asking for the other spellings too: ä = ae, ß = ss. Every word is a beginning
 * ("Baum" finds "Baumpflanzung"). */
#include <string.h>

#include "base/u8.h"
#include "register/reg.h"

enum { MAX_SPOTS = 4 };                       /* places in a word that can be spelled otherwise: at most 16 spellings */

struct spot { size_t at, len; const char *other; };

static bool starts(const char *s, const char *end, const char *with)
{
	size_t n = strlen(with);
	return (size_t)(end - s) >= n && !memcmp(s, with, n);
}

/* "ue" after a, e, o, q is no umlaut: Frauen, neue, Quelle. */
static const char *other_spelling(const char *word, const char *s, const char *end, size_t *len)
{
	static const char *const pairs[][2] = {
		{"ä", "ae"},
		{"ö", "oe"},
		{"ü", "ue"},
		{"Ä", "ae"},
		{"Ö", "oe"},
		{"Ü", "ue"},
		{"ß", "ss"},
		{"ẞ", "ss"},
		{"ss", "ß"},
		{"ae", "ä"},
		{"oe", "ö"},
		{"ue", "ü"},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (!starts(s, end, pairs[i][0]))
			continue;
		if (pairs[i][0][1] == 'e' && s > word && strchr("aeoq", s[-1]))
			return NULL;
		*len = strlen(pairs[i][0]);
		return pairs[i][1];
	}
	return NULL;
}

static size_t find_spots(const char *word, const char *end, struct spot *spot)
{
	size_t n = 0;
	for (const char *s = word; s < end && n < MAX_SPOTS;) {
		size_t len = 1;
		const char *other = other_spelling(word, s, end, &len);
		if (other)
			spot[n++] = (struct spot){(size_t)(s - word), len, other};
		s += len;
	}
	return n;
}

static void put_spelling(struct buf *b, const char *word, const char *end, const struct spot *spot, size_t n,
	unsigned which)
{
	const char *s = word;
	for (size_t i = 0; i < n; i++) {
		buf_put(b, s, (size_t)(word + spot[i].at - s));
		if (which >> i & 1)
			buf_str(b, spot[i].other);
		else
			buf_put(b, word + spot[i].at, spot[i].len);
		s = word + spot[i].at + spot[i].len;
	}
	buf_put(b, s, (size_t)(end - s));
}

/* ("fluechtling"* OR "flüchtling"*) */
static void put_word(struct buf *b, const char *word, const char *end)
{
	struct spot spot[MAX_SPOTS];
	size_t n = find_spots(word, end, spot);
	if (b->len)
		buf_str(b, " AND ");
	buf_chr(b, '(');
	for (unsigned which = 0; which < 1u << n; which++) {
		buf_str(b, which ? " OR \"" : "\"");
		put_spelling(b, word, end, spot, n, which);
		buf_str(b, "\"*");
	}
	buf_chr(b, ')');
}

static void put_phrase(struct buf *b, const char *s, const char *end)
{
	if (b->len)
		buf_str(b, " AND ");
	buf_chr(b, '"');
	buf_put(b, s, (size_t)(end - s));
	buf_chr(b, '"');
}

static const char *word_end(const char *s, const char *end)
{
	while (s < end) {
		const char *next = s;
		uint32_t cp = u8_get(&next, end);
		if (!u8_is_letter(cp) && !u8_is_digit(cp))
			break;
		s = next;
	}
	return s;
}

/* The words asked for as a question FTS5 understands; nothing of its own language gets through. */
static void question(struct buf *b, const char *words)
{
	const char *s = words, *end = s + strlen(s);
	while (s < end) {
		const char *close = *s == '"' ? strchr(s + 1, '"') : NULL;
		const char *stop = word_end(s, end);
		if (close && word_end(s + 1, close) > s + 1) {
			put_phrase(b, s + 1, close);
			s = close + 1;
		} else if (stop > s) {
			put_word(b, s, stop);
			s = stop;
		} else {
			u8_get(&s, end);
		}
	}
}

bool reg_search(struct reg *r, const char *words, reg_row *row, void *arg, struct diag *d)
{
	struct buf q = {0};
	question(&q, words);
	if (!q.len) {
		diag_sys(d, "SUCHWORT", NULL, 0,
			"In „%s“ ist kein Wort, nach dem gesucht werden kann; bitte mindestens ein Wort aus Buchstaben "
			"oder Ziffern angeben",
			words);
		return false;
	}
	sqlite3_stmt *st = reg_prepare(r, d,
		"SELECT v.art, ifnull(p.nummer, v.id) AS fundstelle, v.ort,"
		" CASE WHEN p.id IS NOT NULL AND " REG_TAKEN_BACK("p.ort", "p.id") " THEN 'zurückgezogen'"
		" WHEN p.oeffentlich = 0 THEN 'nein' ELSE 'ja' END AS oeffentlich, v.titel,"
		" trim(replace(snippet(suche, 1, '[', ']', '…', 16), char(10), ' ')) AS ausschnitt,"
		" ifnull(p.pfad, a.pfad) AS pfad"
		" FROM suche JOIN volltext v ON v.nr = suche.rowid"
		" LEFT JOIN papier p ON v.art = 'vorlage' AND p.ort = v.ort AND p.id = v.id"
		" LEFT JOIN ausgabe a ON v.art = 'ausgabe' AND a.ort = v.ort AND a.id = v.id"
		" WHERE suche MATCH :frage ORDER BY bm25(suche, 8.0, 1.0), v.ort, v.art, v.id LIMIT 200");
	bool ok = false;
	if (st) {
		sqlite3_bind_text(st, 1, q.data, (int)q.len, SQLITE_STATIC);
		ok = reg_rows(r, d, st, row, arg, NULL);
	}
	buf_free(&q);
	return ok;
}
