/* hidden.c: the parts of a document that may be public or not by themselves, and what would turn public. */
#include "office/hidden.h"

#include <string.h>

#include "base/file.h"
#include "compose/compose.h"
#include "model/niederschrift.h"
#include "model/public.h"
#include "office/record.h"

/* ---- the parts ---- */

struct gathering {
	struct mem *mem;
	const struct edition *e;
	struct off_parts found;
	size_t cap;
};

const char *off_below(struct mem *m, const struct edition *e, const char *path)
{
	const char *rel = pipe_below_root(m, e->root, path);
	return rel ? rel : path;
}

static const char *file_key(struct mem *m, const struct edition *e, const char *name)
{
	return off_below(m, e, file_join(m, e->doc->dir, name));
}

const char *off_annex_key(struct mem *m, const struct edition *e, const struct doc_node *n)
{
	return doc_get(n, DOC_A_DATEI) ? file_key(m, e, doc_get(n, DOC_A_DATEI)) : NULL;
}

static void add(struct gathering *g, struct off_part part)
{
	if (!part.key)
		return;
	MEM_ROOM_IN(g->mem, g->found.all, g->found.n, g->cap);
	g->found.all[g->found.n++] = part;
}

static void add_annex(struct gathering *g, const struct doc_node *n)
{
	const struct doc *doc = g->e->doc;
	const struct doc_beilage *b = NULL;
	const char *text = doc_get(n, DOC_A_ALTERNATIVE), *name = doc_get(n, DOC_A_DATEI);
	for (size_t i = 0; i < doc->nbeilagen && !b; i++)
		b = doc->beilagen[i].node == n ? &doc->beilagen[i] : NULL;
	add(g, (struct off_part){.node = n, .key = off_annex_key(g->mem, g->e, n),
		.what = mem_fmt(g->mem, "Die Anlage %s", name ? name : ""), .public = doc_public(n), .asks = true,
		.is_file = true, .data = b ? b->data : NULL, .size = b ? b->size : 0});
	if (text && b && b->text)
		add(g, (struct off_part){.node = n, .key = file_key(g->mem, g->e, text),
			.what = mem_fmt(g->mem, "Der Text %s zur Anlage %s", text, name ? name : ""),
			.public = doc_public(n), .asks = true, .is_file = true, .data = b->text,
			.size = b->text_size});
}

static void add_step(struct gathering *g, const struct doc_node *n)
{
	int same = 1;
	const char *of = doc_get(n, DOC_A_GREMIUM);
	for (const struct doc_node *b = doc_child(n->parent, DOC_BERATUNG); b && b != n; b = doc_next(b, DOC_BERATUNG))
		same += of && doc_is(b, DOC_A_GREMIUM, of);
	add(g, (struct off_part){.node = n, .key = mem_fmt(g->mem, "beratung %s %d", of ? of : "", same),
		.what = mem_fmt(g->mem, "Die Beratung im Gremium „%s“", of ? of : ""), .public = doc_public(n),
		.asks = true});
}

static const char *item_of(const struct doc_node *n)
{
	while (n && n->kind != DOC_TOP)
		n = n->parent;
	return n ? doc_get(n, DOC_A_ID) : NULL;
}

/* By what is said, not by where: what stands before it may come and go. */
static const char *said_key(struct mem *m, const struct doc_node *n, const char *item, const char *text)
{
	uint8_t sum[HASH_SHA256];
	char hex[2 * HASH_SHA256 + 1];
	hash_sha256(text, strlen(text), sum);
	hash_hex(sum, HASH_SHA256 / 2, hex);
	return mem_fmt(m, "%s %s %s", doc_kind_name(n->kind), item ? item : "-", hex);
}

static const char *passage(const struct doc_node *n)
{
	switch ((int)n->kind) {
	case DOC_AENDERUNG: return "Die Änderung der Tagesordnung";
	case DOC_AUSSPRACHE: return "Die Aussprache";
	case DOC_FRAGE: return "Die Frage";
	case DOC_AUFTRAG: return "Der Auftrag";
	case DOC_NACHTRAG: return "Die Berichtigung";
	}
	return NULL;
}

static void add_said(struct gathering *g, const struct doc_node *n)
{
	const char *what = passage(n), *name = doc_get(n, DOC_A_NAME);
	const char *item = n->kind == DOC_NACHTRAG ? doc_get(n, DOC_A_TOP) : item_of(n);
	struct buf b = {0};
	if (what) {
		doc_text(&b, g->e->doc, n);
		const char *text = buf_take_or(&b, g->mem, "");
		add(g, (struct off_part){.node = n, .key = said_key(g->mem, n, item, text), .what = what, .item = item,
			.public = doc_public(n), .asks = true});
	}
	if (name)
		add(g, (struct off_part){.node = n, .key = said_key(g->mem, n, item, name), .what = "Der Name",
			.item = item, .public = doc_public(n) && doc_names_openly(n)});
}

static void add_item(struct gathering *g, const char *id, const struct doc_node *n, bool public)
{
	if (id)
		add(g, (struct off_part){.node = n, .key = mem_fmt(g->mem, "top %s", id),
			.what = "Der Punkt der Tagesordnung", .public = public, .asks = true, .is_item = true});
}

static void add_items(struct gathering *g)
{
	const struct doc_sitzung *s = doc_sitzung(g->e->doc);
	const struct doc_niederschrift *k = s ? NULL : doc_niederschrift(g->e->doc);
	for (size_t i = 0; s && i < s->ntops; i++)
		add_item(g, s->tops[i].vorlage ? s->tops[i].vorlage : s->tops[i].id, s->tops[i].node,
			s->tops[i].oeffentlich);
	for (size_t i = 0; k && i < k->ntops; i++)
		add_item(g, k->tops[i].id, k->tops[i].node, k->tops[i].oeffentlich);
}

struct off_parts off_parts(struct mem *m, const struct edition *e)
{
	enum { FIRST = 16 };
	struct gathering g = {.mem = m, .e = e, .found.all = MEM_ARRAY(m, struct off_part, FIRST), .cap = FIRST};
	const bool minutes = e->doc->root->kind == DOC_NIEDERSCHRIFT;
	for (const struct doc_node *n = e->doc->root; n; n = doc_walk(e->doc->root, n))
		if (n->kind == DOC_ANLAGE)
			add_annex(&g, n);
		else if (n->kind == DOC_BERATUNG)
			add_step(&g, n);
		else if (minutes && n->kind != DOC_TEXT)
			add_said(&g, n);
	add_items(&g);
	return g.found;
}

/* ---- what of it a file holds ---- */

size_t off_holds(struct mem *m, const struct edition *e, const char *id, const char *item, struct reg_hold **holds)
{
	const struct off_parts all = off_parts(m, e);
	const struct doc *doc = e->doc;
	size_t n = 0;
	*holds = MEM_ARRAY(m, struct reg_hold, all.n + doc->neditions + 1);
	for (const struct off_part *p = all.all; p < all.all + all.n; p++)
		if (p->public && (p->is_file || p->node->kind != DOC_BERATUNG) && !p->is_item &&
			(!item || !p->item || !strcmp(item, p->item)))
			(*holds)[n++] = (struct reg_hold){id, p->key};
	for (size_t i = 0; doc_vorlage(doc) && i < doc->neditions; i++)
		if (doc->editions[i].doc)
			(*holds)[n++] = (struct reg_hold){off_id(m, e->root, doc->editions[i].doc), ""};
	return n;
}

/* ---- what turns public ---- */

static bool is_of_meeting(const struct doc *doc)
{
	return doc->root->kind == DOC_SITZUNG || doc->root->kind == DOC_NIEDERSCHRIFT;
}

/* Of a session and its minutes all is public but what says otherwise: only a draft is not. */
static bool stays_back(const struct edition *e, const struct doc_node *root, struct diag *d)
{
	bool minutes = root->kind == DOC_NIEDERSCHRIFT;
	diag_error(d, "WIRDOEFFENTLICH", doc_path(e->doc, root), root->line,
		"Die %s war zurückgezogen und würde wieder öffentlich; erwartet wird, dass das gewollt ist, dann bitte "
		"mit „ratssatz freigeben --wird-oeffentlich %s“ freigeben, sonst bis dahin entwurf=\"ja\" angeben",
		minutes ? "Niederschrift" : "Sitzung", e->doc->files[0].path);
	return false;
}

static bool stays(const struct edition *e, const struct doc_node *n, const char *what, const char *was, struct diag *d)
{
	diag_error(d, "WIRDOEFFENTLICH", doc_path(e->doc, n), n->line,
		"%s war %s und würde öffentlich; erwartet wird, dass das gewollt ist, dann bitte mit „ratssatz "
		"freigeben --wird-oeffentlich %s“ freigeben, sonst wieder nichtöffentlich machen",
		what, was, e->doc->files[0].path);
	return false;
}

static struct reg_part part_of(struct mem *m, const struct edition *e, const struct off_part *p,
	uint8_t sum[HASH_SHA256])
{
	if (p->data)
		hash_sha256(p->data, p->size, sum);
	return (struct reg_part){reg_key(e->doc->ort, off_id(m, e->root, e->doc)), p->key, p->data ? sum : NULL};
}

static bool part_stays(struct reg *reg, struct mem *m, const struct edition *e, const struct off_part *p,
	struct diag *d)
{
	uint8_t sum[HASH_SHA256];
	const struct reg_part part = part_of(m, e, p, sum);
	const char *was = reg_hidden_part(reg, m, &part), *what = p->what;
	if (was && strcmp(was, p->key))
		what = mem_fmt(m, "%s (derselbe Inhalt wie %s)", what, was);
	return !was || stays(e, p->node, what, "nichtöffentlich", d);
}

static bool parts_stay(struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	const struct off_parts all = off_parts(m, e);
	bool ok = true;
	for (const struct off_part *p = all.all; p < all.all + all.n; p++)
		if (p->public && p->asks)
			ok &= part_stays(reg, m, e, p, d);
	return ok;
}

/* A paper shows what stands in the editions it presents or quotes. */
static bool editions_stay(struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	const struct doc *doc = e->doc;
	bool ok = true;
	for (size_t i = 0; doc_vorlage(doc) && doc_public(doc->root) && i < doc->neditions; i++) {
		const struct doc *of = doc->editions[i].doc;
		if (!of || !reg_is_taken_back(reg, reg_key(of->ort, off_id(m, e->root, of))))
			continue;
		diag_error(d, "WIRDOEFFENTLICH", doc->files[0].path, doc->root->line,
			"Die Vorlage gibt „%s“ wieder, das zurückgezogen ist; soll es wieder öffentlich werden, bitte "
			"zuerst „ratssatz freigeben --wird-oeffentlich %s“ aufrufen, sonst auch die Vorlage "
			"zurückziehen oder nichtöffentlich machen",
			doc->editions[i].name, of->files[0].path);
		ok = false;
	}
	return ok;
}

bool off_stays_hidden(struct reg *reg, struct mem *m, const struct edition *e, bool meant, struct diag *d)
{
	const struct doc *doc = e->doc;
	const struct reg_key key = reg_key(doc->ort, off_id(m, e->root, doc));
	struct reg_release r;
	if (meant)
		return true;
	if (is_of_meeting(doc) && !com_is_draft(doc, e->style) && reg_is_taken_back(reg, key))
		return stays_back(e, doc->root, d);
	if (!reg_release_last(reg, m, key, &r))
		return true;
	if (!is_of_meeting(doc) && doc_public(doc->root) && (!r.public || r.withdrawn))
		return stays(e, doc->root, "Das Dokument", r.public ? "zurückgezogen" : "nichtöffentlich", d);
	const bool stay = parts_stay(reg, m, e, d);
	return editions_stay(reg, m, e, d) && stay;
}

/* ---- what another document keeps back ---- */

static bool is_elsewhere(struct reg *reg, struct mem *m, const struct edition *e, const struct off_part *p,
	struct diag *d)
{
	uint8_t sum[HASH_SHA256];
	const struct reg_part part = part_of(m, e, p, sum);
	const char *where = reg_hidden_elsewhere(reg, m, &part);
	if (!where)
		return false;
	stays(e, p->node, mem_fmt(m, "%s (derselbe Inhalt wie %s)", p->what, where),
		"in einem anderen Dokument nichtöffentlich oder zurückgezogen", d);
	return true;
}

static bool bears_title_of(struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	const char *other = v && v->betreff
		? reg_withdrawn_title(reg, m, reg_key(e->doc->ort, v->id), v->betreff) : NULL;
	if (!other)
		return false;
	stays(e, e->doc->root, mem_fmt(m, "„%s“, so heißt auch die Vorlage „%s“,", v->betreff, other), "zurückgezogen",
		d);
	return true;
}

bool off_is_new(struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	const struct off_parts all = off_parts(m, e);
	struct reg_release r;
	bool ok = true;
	if (!doc_public(e->doc->root))
		return true;
	for (const struct off_part *p = all.all; p < all.all + all.n; p++)
		if (p->public && p->data)
			ok &= !is_elsewhere(reg, m, e, p, d);
	if (ok && !reg_release_last(reg, m, reg_key(e->doc->ort, off_id(m, e->root, e->doc)), &r))
		ok = editions_stay(reg, m, e, d) && !bears_title_of(reg, m, e, d);
	return ok;
}
