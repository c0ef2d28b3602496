/* news.c: what is new in a Mappe since the invitation, from agenda and ledger; and the page numbers that stay, so that
 * a member's notes do. */
#include "office/news.h"

#include <string.h>

#include "base/hash.h"
#include "base/zone.h"
#include "layout/layout.h"
#include "register/release.h"

/* "05.03.2024, 10:15 Uhr" */
static const char *when(struct mem *m, const struct style *s, int64_t at)
{
	struct buf b = {0}, out = {0};
	struct date d;
	zone_put_instant(&b, at);
	if (date_parse(&d, mem_str(m, b.data, 10)))
		date_put_short(&out, d);
	buf_fmt(&out, ", %.5s\u00A0%s", b.data + 11, sty_word(s, "uhr"));
	buf_free(&b);
	return buf_take(&out, m);
}

static const char *hex(struct mem *m, const uint8_t sum[HASH_SHA256])
{
	char text[2 * HASH_SHA256 + 1];
	hash_hex(sum, HASH_SHA256, text);
	return mem_dup(m, text);
}

/* The file of a paper that was issued last; else the source as it was released. */
static const char *sum_of(struct reg *r, struct mem *m, struct reg_key paper)
{
	struct reg_issue is;
	struct reg_release rel;
	if (reg_issue_last(r, m, paper, &is))
		return hex(m, is.sha256);
	return reg_release_last(r, m, paper, &rel) && rel.nfiles ? hex(m, rel.files[0].sha256) : NULL;
}

struct since {
	struct reg *reg;
	struct mem *mem;
	struct reg_key session;
	int64_t now, first;                            /* first: when it was first announced */
};

/* What happened to an item since the first announcement. NULL: nothing. */
static const char *changed(const struct since *w, const struct doc_agenda_item *it, int64_t *at)
{
	const struct reg_times t = reg_agenda_times(w->reg, w->session, it->id);
	struct reg_release rel;
	if (it->entfallen || it->zurueck) {
		*at = t.gone ? t.gone : w->now;
		return !t.first || t.gone == w->first ? NULL : "neu-abgesetzt";
	}
	if (!t.first || t.first > w->first) {
		*at = t.first ? t.first : w->now;
		return "neu-dazu";
	}
	if (it->paper_id && reg_release_last(w->reg, w->mem, reg_key(w->session.ort, it->paper_id), &rel) &&
		rel.when > w->first) {
		*at = rel.when;
		return "neu-ersetzt";
	}
	return NULL;
}

/* The first Anlage of an item that is not as it was when the session was announced; NULL: none. */
static const struct doc_anlage *new_annex(const struct since *w, const struct off_news_of *of,
	const struct doc_agenda_item *it, int64_t *at)
{
	size_t n;
	const struct doc_anlage *a = doc_anlagen_of(of->sitzung,
		it->node && it->node->kind == DOC_TOP ? doc_child(it->node, DOC_ANLAGEN) : NULL, &n);
	for (size_t i = 0; i < n; i++) {
		struct reg_issue is;
		uint8_t sum[HASH_SHA256];
		if (!a[i].data || it->mit || !(of->intern || (it->oeffentlich && a[i].oeffentlich)))
			continue;
		hash_sha256(a[i].data, a[i].size, sum);
		const bool there = reg_issue_find(w->reg, w->mem, sum, &is) && !strcmp(is.object_id, w->session.id);
		*at = there ? is.when : w->now;
		if (*at > w->first)
			return &a[i];
	}
	return NULL;
}

struct off_news off_news(const struct style *s, struct reg *r, struct mem *m, const struct off_news_of *of)
{
	struct off_news news = {NULL, 0};
	struct since w = {r, m, of->session, of->now, reg_agenda_times(r, of->session, NULL).first};
	if (!w.first)
		return news;
	news.all = MEM_ARRAY(m, struct com_news, of->house->n + 1);
	for (size_t i = 0; i < of->house->n; i++) {
		const struct doc_agenda_item *it = &of->house->items[i], *shown = &of->items->items[i];
		int64_t at = 0;
		const char *was = it->id ? changed(&w, it, &at) : NULL;
		const struct doc_anlage *annex = was || !it->id ? NULL : new_annex(&w, of, it, &at);
		uint8_t sum[HASH_SHA256];
		if (!was && !annex)
			continue;
		if (annex)
			hash_sha256(annex->data, annex->size, sum);
		was = was ? was : "neu-ersetzt";
		const bool open = shown->paper_id && strcmp(was, "neu-abgesetzt");
		news.all[news.n++] = (struct com_news){.nummer = it->nummer,
			.titel = of->intern && it->titel_intern ? it->titel_intern : shown->titel,
			.was = was,
			.wann = when(m, s, at),
			.summe = annex ? hex(m, sum)
				: open ? sum_of(r, m, reg_key(of->session.ort, shown->paper_id))
				       : NULL};
	}
	return news;
}

/* ---- pages */

const struct com_kept *off_kept_pages(struct reg *r, struct mem *m, struct reg_key session, const char *kind,
	const struct doc_agenda *a)
{
	const struct reg_mappe p = reg_mappe_pages(r, m, session, kind);
	if (!p.n)
		return NULL;
	struct com_kept *kept = MEM_ARRAY(m, struct com_kept, a->n + 2);
	for (size_t k = 0; k < p.n; k++) {
		const struct com_kept was = {p.all[k].from, p.all[k].pages};
		if (!*p.all[k].objekt)
			kept[0] = was;
		for (size_t i = 0; i < a->n; i++)
			if (a->items[i].paper_id && !strcmp(a->items[i].paper_id, p.all[k].objekt))
				kept[i + 1] = was;
	}
	return kept;
}

/* The runs of pages in their order: the agenda, then the papers. */
struct reg_mappe off_pages_of(struct mem *m, const struct edition *e, const struct doc_agenda *a,
	const struct doc *const *docs)
{
	struct reg_mappe p = {MEM_ARRAY(m, struct reg_pages, a->n + 2), 0};
	size_t i = 0;
	for (const struct block *b = e->tree->root->first; b; b = b->next) {
		int page;
		len_t y;
		const char *paper = "";
		while (p.n && i < a->n && !docs[i])
			i++;
		if (p.n && i == a->n)
			break;
		if (p.n)
			paper = a->items[i++].paper_id;
		if (lay_place(e->lay, b, &page, &y))
			p.all[p.n++] = (struct reg_pages){paper ? paper : "?", page + 1, lay_last_page(e->lay,
				b) - page + 1};
	}
	return p;
}
