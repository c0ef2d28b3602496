/* umlaut.c: umlauts spelled out, "fuer", "Buerger": words that are never right so, and those that stand with their
 * umlaut in the same document. Names are left alone: people are called so. */
#include "check/umlaut.h"

#include "base/u8.h"
#include "check/map.h"

/* Beginnings of words; an ending of letters may follow. */
static const char *const stems[] = {"ueber", "koenn", "muess", "waere", "wuerd", "moecht", "moeglich", "oeffentlich",
	"naechst", "jaehrlich", "taeglich", "zusaetzlich", "massnahm", "ausserdem", "gemaess", "buerger", "schueler",
	"gebaeude", "foerder", "fluechtling", "unterstuetz", "plaetze", "aemter", "staedt", "buero", "zurueck",
	"erklaer", "verstaend", "veraender", "gespraech", "beitraeg", "traeger", "raeume", "fuehr", "pruef", "hoehe",
	"hoeher", "koerper", "geschaeft", "aelter", "auslaend", "maedchen", "juengere", "groess", "regelmaess",
	"dafuer", "hierfuer", "wofuer", "gegenueber", "natuerlich", "aehnlich", "aendern", "aenderung", "gewaehr",
	"waehrend", "spaeter", "kuenftig"};
static const char *const whole[] = {"fuer", "strasse", "strassen", "gross", "grosse", "grossen", "grosser", "ausser",
	"weiss", "heisst", "draussen", "schliesslich", "einschliesslich", "ausschliesslich", "fuss", "spass", "gruss",
	"gruesse", NULL};

/* "Fuerst & Partner", "Buerger GmbH": behind the name. */
static bool is_firm(const char *q)
{
	static const char *const forms[] = {"GmbH", "AG", "KG", "OHG", "eG", NULL};
	return chk_gap(&q) && (*q == '&' || chk_among(q, chk_word_end(q), forms));
}

/* Behind "Herr", or a word of a name: who is called so. */
static bool is_name(const struct chk_text *t, const char *p)
{
	static const char *const titles[] = {"Herr", "Herrn", "Frau", "Dr", "Prof", "Familie", "Firma", NULL};
	static const char *const surnames[] = {"gross", "weiss", "fuss", "strasse", NULL};
	static const char *const nouns[] = {"Stadt", "Gemeinde", "Kreis", "Amt", "Die", "Der", "Das", "Den", "Dem",
		"Des", NULL};
	const char *b = p;
	const char *end = chk_word_end(p);
	if (*p >= 'a' && *p <= 'z')
		return false;
	if (is_firm(end))
		return true;
	b -= b > t->s && b[-1] == ' ' && b - t->s > 1 && b[-2] == '.' ? 2 : 0;
	if (b == p && !chk_gap_back(t, &b))
		return false;
	const char *w = chk_word_back(t, b);
	return chk_among(w, b, titles) || (w < b && *w >= 'A' && *w <= 'Z' && !chk_among(w, b, nouns) &&
		(w > t->s || chk_among_any(p, end, surnames)));
}

/* Part of an address. */
static bool in_address(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const signs[] = {"/", "=", "@", "\\", "_", "www.", NULL};
	const char *b = chk_before(t, k->p);
	return chk_run_has(t->s, k->p, t->end, signs) || (b && *b == '.') || (*k->q == '.' &&
		chk_is_word((unsigned char)k->q[1]));
}

static bool never_right(const struct chk_tok *k)
{
	if (chk_among_any(k->p, k->q, whole))
		return true;
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if ((*k->p | 0x20) == *stems[i] && chk_begins_any(k->p, k->q, stems[i]))
			return true;
	return false;
}

bool chk_spelled_out(const struct chk_text *t, const struct chk_tok *k)
{
	return never_right(k) && !is_name(t, k->p) && !in_address(t, k);
}

/* ae, oe, ue, ss within it. */
static bool spelled_out(const char *p, const char *q)
{
	for (; p + 1 < q; p++)
		if ((strchr("aouAOU", *p) && p[1] == 'e') || (p[0] == 's' && p[1] == 's'))
			return true;
	return false;
}

bool chk_umlaut_may(const struct chk_text *t, const struct chk_tok *k)
{
	(void)t;
	return k->q - k->p > 3 && (spelled_out(k->p, k->q) || memchr(k->p, '\xc3', (size_t)(k->q - k->p)));
}

/* ---- beside the same word with its umlaut ---- */

enum { LONGEST = 120 };                                /* bytes of a word; a longer one is none */

/* In small letters, umlauts spelled out: its bytes. *had: there was one. */
static size_t fold(char to[static 2 * LONGEST], const char *p, const char *q, bool *had)
{
	size_t n = 0;
	*had = false;
	while (p < q) {
		const unsigned char c = (unsigned char)*p;
		const uint32_t cp = c < 0x80 ? (p++, c >= 'A' && c <= 'Z' ? c | 0x20u : c) : u8_lower(u8_get(&p, q));
		const char *is = cp == 0xE4 ? "ae" : cp == 0xF6 ? "oe" : cp == 0xFC ? "ue" : cp == 0xDF ? "ss" : NULL;
		*had |= is != NULL;
		if (is) {
			to[n++] = is[0];
			to[n++] = is[1];
		} else if (cp != 0xAD) {
			n += u8_put(to + n, cp);
		}
	}
	return n;
}

struct chk_spelled { const struct doc_node *node; size_t offset; const char *word, *key; };
struct chk_umlauts {
	struct chk_map with, without;                  /* words by what they are without umlauts: where, once each */
	struct chk_map done;                           /* words as they stand that nothing more is to be noted of */
	const char **word; size_t nwords, wcap;        /* those that have one */
	struct chk_spelled *at; size_t n, cap;
};

/* Two words of their own, with and without. */
static bool both_right(const char *key)
{
	static const char *const words[] = {"masse", "massen", "busse", "bussen", "flosse", "flossen", "russen",
		"schosse", "rosse", "misst", "weisst", NULL};
	return chk_among(key, key + strlen(key), words);
}

/* The first one like it. These return whether its place no longer matters. */
static bool note_umlaut(struct chk *c, struct chk_umlauts *u, const struct chk_text *t, const struct chk_tok *k,
	const char *key, size_t n)
{
	if (chk_map_get(&u->with, key, n))
		return true;
	if (in_address(t, k))
		return false;
	chk_map_put(&u->with, mem_str(c->mem, key, n), n, (int)u->nwords);
	MEM_ROOM_IN(c->mem, u->word, u->nwords, u->wcap);
	u->word[u->nwords++] = mem_str(c->mem, k->p, (size_t)(k->q - k->p));
	return true;
}

static bool note_spelled(struct chk *c, struct chk_umlauts *u, const struct chk_text *t, const struct chk_tok *k,
	const char *key, size_t n)
{
	size_t offset;
	if (chk_map_get(&u->without, key, n))
		return true;
	if (t->attr || in_address(t, k) || is_name(t, k->p))
		return false;
	const struct doc_node *node = chk_node_at(t, k->p, &offset);
	const char *kept = mem_str(c->mem, key, n);
	if (both_right(kept))
		return true;
	chk_map_put(&u->without, kept, n, (int)u->n);
	MEM_ROOM_IN(c->mem, u->at, u->n, u->cap);
	u->at[u->n++] = (struct chk_spelled){node, offset, mem_str(c->mem, k->p, (size_t)(k->q - k->p)), kept};
	return true;
}

/* Most words are looked at here: what costs more than a look is asked last. */
void chk_umlaut_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	bool had;
	char key[2 * LONGEST];
	struct chk_umlauts *u = c->umlauts ? c->umlauts : (c->umlauts = MEM_NEW(c->mem, struct chk_umlauts));
	const size_t len = (size_t)(k->q - k->p);
	if (t->block->kind == DOC_QUELLE || len > LONGEST || chk_map_get(&u->done, k->p, len))
		return;
	if (spelled_out(k->p, k->q) && chk_spelled_out(t, k)) {
		chk_tell_at(c, RULE_UMLAUT, t, k->p,
			"„%s“: ein Umlaut oder ß ist ausgeschrieben; bitte das Zeichen selbst setzen",
			mem_str(c->mem, k->p, len));
		return;
	}
	const size_t n = fold(key, k->p, k->q, &had);
	if ((had ? note_umlaut : note_spelled)(c, u, t, k, key, n))
		chk_map_put(&u->done, mem_str(c->mem, k->p, len), len, 0);
}

void chk_umlaut(struct chk *c)
{
	struct chk_umlauts *u = c->umlauts;
	for (size_t i = 0; u && i < u->n; i++) {
		const struct chk_spelled *at = &u->at[i];
		const int *with = chk_map_get(&u->with, at->key, strlen(at->key));
		if (with)
			chk_tell_line(c, RULE_UMLAUT, at->node, chk_line(c, at->node, at->offset),
				"„%s“ steht neben „%s“; erwartet wird überall dieselbe Schreibung, bitte angleichen",
				at->word, u->word[*with]);
	}
	if (u) {
		chk_map_free(&u->with);
		chk_map_free(&u->without);
		chk_map_free(&u->done);
	}
}
