/* texts.c: the points of a Fortschreibung as offices get them: those of the document, and texts taken over from the
 * edition before that may have become untrue by lying: what the checks beside it tell. */
#include <string.h>

#include "base/hash.h"
#include "office/point.h"

enum { SHORT = 8 };                                    /* hexadecimal digits of an id */

struct gathering {
	struct mem *mem;
	const struct edition *e;
	struct off_points all; size_t cap;
};

static struct off_point *add(struct gathering *g, const struct doc_punkt *p)
{
	const char *id = doc_get(p->node, DOC_A_ID);
	MEM_ROOM_IN(g->mem, g->all.at, g->all.n, g->cap);
	struct off_point *x = &g->all.at[g->all.n++];
	*x = (struct off_point){.p = *p, .id = id ? id : p->art == DOC_P_MASSNAHME || p->art == DOC_P_KENNZAHL ? ""
		: off_point_arts[p->art]};
	return x;
}

/* ---- texts to be looked at */

/* Of its text: it is another point once it says something else. */
static const char *id_of(struct gathering *g, const struct doc_node *n)
{
	struct buf b = {0};
	uint8_t sum[HASH_SHA256];
	char hex[2 * HASH_SHA256 + 1];
	doc_text(&b, g->e->doc, n);
	hash_sha256(b.data ? b.data : "", b.len, sum);
	hash_hex(sum, HASH_SHA256, hex);
	buf_free(&b);
	return mem_fmt(g->mem, "satz-%.*s", SHORT, hex);
}

/* The text the message is about: the last that begins at its line or above. */
static const struct doc_node *text_at(const struct doc *doc, const struct diag_msg *msg)
{
	const struct doc_node *found = NULL;
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		const bool holds = n->kind != DOC_TEXT && n->first && n->first->kind == DOC_TEXT &&
			doc_kind_class(n->kind) != DOC_CLASS_INLINE;
		if (holds && n->line <= msg->line && !strcmp(doc_path(doc, n), msg->file))
			found = n;
	}
	return found;
}

/* "2.3 Jugendhilfe": the part around it. */
static const char *part_of(struct gathering *g, const struct doc_node *n)
{
	struct buf b = {0};
	const struct doc_node *title = NULL;
	for (; n && !title; n = n->parent)
		if ((title = doc_child(n, DOC_TITEL)) && n->number)
			buf_fmt(&b, "%s ", n->number);
	if (title)
		doc_text(&b, g->e->doc, title);
	return buf_take(&b, g->mem);
}

/* What the message names first: "„derzeit“ steht in …", "2018 steht in …". */
static const char *word_of(struct mem *m, const char *text)
{
	const char *end = strstr(text, " steht in ");
	const char *word = end ? mem_str(m, text, (size_t)(end - text)) : text;
	return strncmp(word, "„", strlen("„")) ? mem_fmt(m, "„%s“", word) : word;
}

static void add_text(struct gathering *g, const struct diag_msg *msg)
{
	const struct doc_node *n = text_at(g->e->doc, msg);
	if (!n)
		return;
	const char *id = id_of(g, n), *word = word_of(g->mem, msg->text);
	struct off_point *x = NULL;
	for (size_t i = 0; i < g->all.n; i++)
		if (!strcmp(g->all.at[i].id, id))
			x = &g->all.at[i];
	if (x && strstr(x->words, word))
		return;
	if (x) {
		x->words = mem_fmt(g->mem, "%s, %s", word, x->words);
		return;
	}
	x = add(g, &(struct doc_punkt){DOC_P_SATZ, n, true, doc_zustaendig(g->e->doc, n)});
	x->id = id;
	x->words = mem_fmt(g->mem, "%s: Gilt das noch? (%s)", word, part_of(g, n));
}

static void add_texts(struct gathering *g)
{
	size_t n;
	struct diag *told = diag_new();
	pipe_check_before(g->e, told);
	const struct diag_msg *msg = diag_sorted(told, &n);
	for (size_t i = 0; i < n; i++)
		if (msg[i].file && msg[i].sev > DIAG_ABWEICHUNG &&
			(!strcmp(msg[i].code, "ZEITWORT") || !strcmp(msg[i].code, "JAHRVORBEI")))
			add_text(g, &msg[i]);
	diag_free(told);
}

struct off_points off_points(struct mem *m, const struct edition *e)
{
	struct gathering g = {.mem = m, .e = e};
	size_t n;
	const struct doc_punkt *p = doc_punkte(e->doc, &n);
	for (size_t i = 0; i < n; i++)
		add(&g, &p[i]);
	add_texts(&g);
	return g.all;
}

void off_to_look_at(const struct edition *e, void (*row)(void *, const struct off_looked *), void *arg)
{
	struct gathering g = {.mem = mem_new(), .e = e};
	add_texts(&g);
	for (size_t i = 0; i < g.all.n; i++) {
		const struct off_point *x = &g.all.at[i];
		row(arg, &(struct off_looked){x->p.stelle, x->words, doc_path(e->doc, x->p.node), x->p.node->line});
	}
	mem_free(g.mem);
}

const struct off_point *off_points_get(const struct off_points *all, const char *art, const char *id)
{
	for (size_t i = 0; all && i < all->n; i++)
		if (!strcmp(off_point_arts[all->at[i].p.art], art) && !strcmp(all->at[i].id, id))
			return &all->at[i];
	return NULL;
}
