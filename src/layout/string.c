/* string.c: text that belongs to no paragraph (running heads, page numbers, hints) in one line. */
#include <stdlib.h>

#include "layout/para.h"
#include "layout/pen.h"

struct part { const char *s; size_t n; uint8_t level; };

/* The word or blank at s; all of it has one level. */
static size_t part_at(const char *s, size_t n, const uint8_t *levels)
{
	size_t k = 1;
	if (*s == ' ')
		return 1;
	while (k < n && k < WORD_MAX && s[k] != ' ' && (!levels || levels[k] == *levels))
		k++;
	return k;
}

static void put_part(struct pen *p, const struct ink *k, const char *lang, const struct part *part)
{
	const struct face *f = lay_face(p->l, k->ch);
	const struct txt_word *w =
		*part->s == ' ' ? f->space : lay_word_at(p->l, f->id, lang, part->s, part->n, part->level);
	lay_emit_word(p, w, 0, w->nglyphs, k, 0);
}

/* Each in its place, but in the order they are read in. */
static void put_visual(struct pen *p, const struct ink *k, const char *lang, const char *s, size_t n,
	const uint8_t *levels)
{
	struct part *parts = mem_alloc(n * sizeof *parts);
	uint32_t *order = mem_alloc(n * sizeof *order), count = 0;
	len_t *x = mem_alloc(n * sizeof *x), end = p->x;
	uint8_t *level = mem_alloc(n);
	for (size_t at = 0, part; at < n; at += part) {
		part = part_at(s + at, n - at, levels + at);
		level[count] = levels[at];
		parts[count++] = (struct part){s + at, part, levels[at]};
	}
	lay_bidi_order(level, count, order);
	for (uint32_t i = 0; i < count; i++) {
		x[order[i]] = end;
		end += txt_width(p->l->txt, k->ch, parts[order[i]].s, parts[order[i]].n);
	}
	for (uint32_t i = 0; i < count; i++) {
		p->x = x[i];
		p->open = false;
		put_part(p, k, lang, &parts[i]);
	}
	if (p->rtl)                                    /* no reader sees the gap before the next string */
		put_part(p, k, lang, &(struct part){" ", 1, 0});
	p->x = end;
	p->open = false;
	free(parts);
	free(order);
	free(x);
	free(level);
}

void lay_emit_string(struct pen *p, const struct ink *k, const char *lang, const char *s, size_t n)
{
	if (n && (p->rtl || txt_may_have_rtl(s, n))) {
		uint8_t *levels = mem_alloc(n);
		bool bidi = txt_bidi(s, n, p->rtl, levels);
		if (bidi)
			put_visual(p, k, lang, s, n, levels);
		free(levels);
		if (bidi)
			return;
	}
	for (size_t at = 0, part; at < n; at += part) {
		part = part_at(s + at, n - at, NULL);
		put_part(p, k, lang, &(struct part){s + at, part, 0});
	}
}
