/* put.c: the list of changes for a terminal, and what kind each is in words. */
#include <string.h>

#include "compare/cmp.h"

void cmp_put_art(struct buf *b, const struct cmp *r, const struct cmp_change *c)
{
	const struct doc_words *w = &r->words;
	static const struct {
		uint32_t bit;
		const char *word;
	} rows[] = {{CMP_NEW, "vergleich-neu"}, {CMP_GONE, "vergleich-entfallen"}, {CMP_SPLIT, "vergleich-geteilt"},
		{CMP_MERGED, "vergleich-zusammengelegt"}, {CMP_EDITED, "vergleich-geaendert"},
		{CMP_RECAST, "vergleich-neu-gefasst"}};
	size_t at = b->len;
	if (c->art & CMP_MOVED)
		buf_str(b, doc_word(w, "vergleich-verschoben"));
	if (c->art & CMP_MOVED && c->place_old)
		buf_fmt(b, " %s %s", doc_word(w, "vergleich-von"), c->place_old);
	if (c->art & CMP_STATUS)
		buf_fmt(b, "%s%s", b->len > at ? ", " : "", c->status);
	if (c->field_old)
		buf_fmt(b, "%s%s %s %s", b->len > at ? ", " : "", c->field, doc_word(w, "vergleich-statt"),
			c->field_old);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (c->art & rows[i].bit)
			buf_fmt(b, "%s%s", b->len > at ? ", " : "", doc_word(w, rows[i].word));
}

struct look { const char *gone, *gone_end, *new, *new_end; };

static void put_range(struct buf *b, const char *text, uint32_t from, uint32_t to)
{
	if (to > from)
		cmp_put_shown(b, text + from, to - from);
}

/* What is gone ends a sentence or a cell that goes on without it: the blank stands before it, not behind. */
static bool put_gone(struct buf *b, const struct cmp_change *c, size_t run, const struct look *l)
{
	const struct cmp_run *r = &c->runs[run];
	const char *next = (c->new_text ? c->new_text : "") + r->new_at;
	const bool replaced = run + 1 < c->nruns && r[1].op == CMP_INSERTED && r[1].new_at == r->new_at;
	const bool closes = cmp_closes(next, strlen(next)), tight = !replaced && (closes || !*next ||
		strchr(CMP_PARA CMP_CELL, *next));
	if ((tight || (closes && !cmp_closes(c->old_text + r->old_at, r->old_len))) && b->len &&
		b->data[b->len - 1] != ' ')
		buf_chr(b, ' ');
	buf_str(b, l->gone);
	put_range(b, c->old_text, r->old_at, r->old_at + r->old_len);
	buf_str(b, l->gone_end);
	return tight;
}

/* The new text with what is gone at its place: one line of words tells both. */
static void put_runs(struct buf *b, const struct cmp_change *c, const struct look *l)
{
	const char *new = c->new_text ? c->new_text : "";
	uint32_t at = 0;                               /* of the new text */
	for (size_t i = 0; i < c->nruns; i++) {
		const struct cmp_run *r = &c->runs[i];
		put_range(b, new, at, r->new_at);
		at = at > r->new_at ? at : r->new_at;
		if (r->op == CMP_DELETED) {
			buf_str(b, put_gone(b, c, i, l) || i + 1 == c->nruns ? "" : " ");
			continue;
		}
		buf_str(b, r->op == CMP_INSERTED ? l->new : "");
		put_range(b, new, r->new_at, r->new_at + r->new_len);
		buf_str(b, r->op == CMP_INSERTED ? l->new_end : "");
		at = r->new_at + r->new_len;
	}
	put_range(b, new, at, (uint32_t)strlen(new));
}

static void put_sum(struct buf *b, const struct cmp *r, const char *what, const struct cmp_sum *s)
{
	if (!s->old.value && !s->new.value)
		return;
	buf_fmt(b, "  %s: ", what);
	money_put(b, s->old.value);
	buf_fmt(b, " %s → ", r->words.waehrung);
	money_put(b, s->new.value);
	buf_fmt(b, " %s\n", r->words.waehrung);
}

static void put_summary(const struct cmp *r, struct buf *b)
{
	const struct cmp_count *m = &r->massnahmen, *a = &r->all;
	if (!r->nchanges)
		buf_str(b, "Kein Unterschied.\n");
	buf_fmt(b, "Stellen: %u neu, %u geändert, %u entfallen, %u verschoben, %u unverändert\n", a->fresh, a->changed,
		a->gone, a->moved, a->same);
	if (r->nbecame)
		buf_fmt(b, "Maßnahmen: %u neu, %u geändert, %u entfallen, %u verschoben, %u unverändert", m->fresh,
			m->changed, m->gone, m->moved, m->same);
	if (m->due)
		buf_fmt(b, ", %u nur mit anderer Frist", m->due);
	if (r->nbecame)
		buf_chr(b, '\n');
	put_sum(b, r, "einmalig", &r->once);
	put_sum(b, r, "jährlich", &r->yearly);
	for (size_t i = 0; i < r->nyears; i++) {
		struct buf y = {0};
		if (r->years[i].year)
			buf_fmt(&y, "einmalig %d", r->years[i].year);
		else
			buf_str(&y, "einmalig ohne Jahr");
		put_sum(b, r, y.data, &r->years[i]);
		buf_free(&y);
	}
}

void cmp_text(const struct cmp *r, struct buf *b, bool colour)
{
	const struct look plain = {"[-", "-]", "{+", "+}"},
			  bright = {"\033[31m[-", "-]\033[0m", "\033[32m{+", "+}\033[0m"};
	for (size_t i = 0; i < r->nchanges; i++) {
		const struct cmp_change *c = &r->changes[i];
		buf_fmt(b, "%s%s: ", c->place, c->whole ? *c->place ? " (ganz)" : "ganz" : "");
		cmp_put_art(b, r, c);
		buf_str(b, "\n  ");
		put_runs(b, c, colour ? &bright : &plain);
		if (c->reason)
			buf_fmt(b, "\n  Grund: %s", c->reason);
		buf_str(b, "\n\n");
	}
	put_summary(r, b);
}
