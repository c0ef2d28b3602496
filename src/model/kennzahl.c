/* kennzahl.c: figures stated once; a share is computed from two others, to a tenth of a percent. */
#include <string.h>

#include "model/index.h"

enum { MAX_DECIMALS = 6, MAX_CHAIN = 16 };   /* MAX_CHAIN: shares of shares of … */
static const int64_t limit = 1000000000000000;

static bool parse(struct doc_kennzahl *k, const char *s)
{
	bool neg = *s == '-', comma = false;
	int64_t v = 0;
	int decimals = 0;
	s += neg;
	if (!*s || *s == ',')
		return false;
	for (; *s; s++) {
		if (*s == ',' && !comma && s[1]) {
			comma = true;
			continue;
		}
		if (*s < '0' || *s > '9' || v >= limit / 10 || decimals >= MAX_DECIMALS)
			return false;
		v = v * 10 + (*s - '0');
		decimals += comma;
	}
	k->value = neg ? -v : v;
	k->decimals = decimals;
	return true;
}

static const struct doc_kennzahl *find(const struct doc *doc, const char *s, size_t n)
{
	char id[128];
	if (n >= sizeof id)
		return NULL;
	memcpy(id, s, n);
	id[n] = '\0';
	return doc_names_get(&doc->index->kennzahlen, id);
}

static const int64_t ten[MAX_DECIMALS + 1] = {1, 10, 100, 1000, 10000, 100000, 1000000};

static bool divide(struct doc_kennzahl *k, const struct doc_kennzahl *a, const struct doc_kennzahl *b)
{
	__int128 num = (__int128)a->value * ten[b->decimals] * 1000, den = (__int128)b->value * ten[a->decimals];
	if (den == 0)
		return false;
	if (den < 0) {
		num = -num;
		den = -den;
	}
	__int128 q = (num >= 0 ? num + den / 2 : num - den / 2) / den;
	if (q <= -limit || q >= limit)
		return false;
	k->value = (int64_t)q;
	k->decimals = 1;
	if (k->value % 10 == 0) {
		k->value /= 10;
		k->decimals = 0;
	}
	return true;
}

static bool known(const struct doc_kennzahl *k)
{
	return k && k->decimals >= 0;
}

/* decimals is -1 while the value is unknown; a share waits for its parts, so the list is gone through until nothing
 * changes. */
static bool derive(struct doc *doc, struct doc_kennzahl *k)
{
	const char *share = doc_get(k->node, DOC_A_ANTEIL), *slash = share ? strchr(share, '/') : NULL;
	if (known(k) || !slash)
		return false;
	const struct doc_kennzahl *a = find(doc, share, (size_t)(slash - share)),
				  *b = find(doc, slash + 1, strlen(slash + 1));
	return known(a) && known(b) && divide(k, a, b);
}

static void add(struct doc *doc, const struct doc_node *n)
{
	struct doc_index *ix = doc->index;
	const char *id = doc_get(n, DOC_A_ID), *wert = doc_get(n, DOC_A_WERT), *einheit = doc_get(n, DOC_A_EINHEIT);
	if (!id || doc_names_get(&ix->kennzahlen, id))
		return;
	struct doc_kennzahl *k = MEM_NEW(doc->mem, struct doc_kennzahl);
	*k = (struct doc_kennzahl){.id = id,
		.einheit = einheit                 ? einheit
			: doc_get(n, DOC_A_ANTEIL) ? "Prozent"
						   : NULL,
		.decimals = -1,
		.node = n};
	date_parse(&k->stichtag, doc_get(n, DOC_A_STICHTAG));
	if (wert)
		parse(k, wert);
	doc_names_put(doc->mem, &ix->kennzahlen, id, k);
	MEM_ROOM_IN(doc->mem, ix->all_kennzahlen, ix->nkennzahlen, ix->cap_kennzahlen);
	ix->all_kennzahlen[ix->nkennzahlen++] = k;
}

static void add_all(struct doc *doc, const struct doc_node *parent)
{
	for (const struct doc_node *n = doc_child(parent, DOC_KENNZAHL); n; n = doc_next(n, DOC_KENNZAHL))
		add(doc, n);
}

void doc_index_kennzahlen(struct doc *doc, struct diag *d)
{
	struct doc_index *ix = doc->index;
	add_all(doc, doc->root->kind == DOC_VERZEICHNIS ? doc->root : doc_child(doc->root, DOC_ANGABEN));
	size_t own = ix->nkennzahlen;
	if (doc->verzeichnis)
		add_all(doc, doc->verzeichnis->root);
	bool again = true;
	for (int pass = 0; again && pass < MAX_CHAIN; pass++) {
		again = false;
		for (size_t i = 0; i < ix->nkennzahlen; i++)
			again |= derive(doc, ix->all_kennzahlen[i]);
	}
	for (size_t i = 0; i < own; i++) {
		const struct doc_kennzahl *k = ix->all_kennzahlen[i];
		const char *share = doc_get(k->node, DOC_A_ANTEIL);
		if (!known(k) && share)
			diag_error(d, "ANTEIL", doc_path(doc, k->node), k->node->line,
			           "anteil=\"%s\" bei „%s“ lässt sich nicht berechnen; erwartet werden zwei Kennzahlen "
			           "mit Wert, die zweite nicht 0; bitte die ids prüfen", share, k->id);
	}
}

const struct doc_kennzahl *doc_kennzahl(const struct doc *doc, const char *id)
{
	const char *hash = id ? strchr(id, '#') : NULL;
	if (hash) {                                    /* of another edition; it was loaded if it can be had at all */
		char name[256];
		size_t n = (size_t)(hash - id);
		if (n >= sizeof name)
			return NULL;
		memcpy(name, id, n);
		name[n] = '\0';
		const struct doc *edition = doc_edition(doc, name);
		return edition && !strchr(hash + 1, '#') ? doc_kennzahl(edition, hash + 1) : NULL;
	}
	const struct doc_kennzahl *k = doc_names_get(&doc->index->kennzahlen, id);
	return known(k) ? k : NULL;
}

static bool is_year(const struct doc_kennzahl *k) { return k->einheit && !strcmp(k->einheit, "Jahr"); }

void doc_put_kennzahl_unit(struct buf *b, const struct doc_kennzahl *k)
{
	doc_put_kennzahl(b, k);
	if (k->einheit && *k->einheit && !is_year(k))
		buf_fmt(b, "\u00A0%s", k->einheit);
}

void doc_put_kennzahl(struct buf *b, const struct doc_kennzahl *k)
{
	char d[32];
	int n = 0;
	const bool year = is_year(k);                  /* 2010, not 2 010 */
	uint64_t u = k->value < 0 ? 0 - (uint64_t)k->value : (uint64_t)k->value;
	if (k->value < 0)
		buf_str(b, "−");
	do
		d[n++] = (char)('0' + u % 10);
	while ((u /= 10) || n <= k->decimals);
	while (n--) {
		buf_chr(b, d[n]);
		int left = n - k->decimals;
		if (left == 0 && n > 0)
			buf_chr(b, ',');
		else if (left > 0 && left % 3 == 0 && !year)
			buf_str(b, "\u202F");
	}
}
