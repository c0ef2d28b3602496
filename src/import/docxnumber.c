/* docxnumber.c: lists of a Word file: levels, overrides, restarts; the label each paragraph shows (17.9). */
#include <stdlib.h>
#include <string.h>

#include "base/roman.h"
#include "base/u8.h"
#include "import/decode.h"
#include "import/docx.h"

enum { LEVELS = 9 };

struct level {
	const char *text, *format, *font, *style;      /* "%1.%2", "decimal" */
	int start, restart; /* after which level it begins anew, from 1; 0: never, -1: the one above */
	bool legal; /* all numbers as digits */
};
struct list { /* abstractNum: what counts */
	const char *id, *link; /* link: the list is that of a numbering style */
	struct level levels[LEVELS];
	int count[LEVELS];
	bool begun[LEVELS];
};
struct num { /* num: how it is used */
	const char *id;
	struct list *list;
	struct level *own[LEVELS]; /* overridden; NULL: as the list has it */
	int start[LEVELS]; /* begins at this when first used; -1: goes on */
	bool used[LEVELS];
};
struct docx_numbers {
	struct mem *mem;
	struct list *lists;
	struct num *nums;
	size_t nlists, caplists, nnums, capnums;
	struct imp_index lists_by_id, lists_by_style, nums_by_id;
};

static int int_val(const struct mk *n, const char *path, int otherwise)
{
	return mk_int(mk_find(n, path), "w:val", otherwise);
}

static void read_level(struct level *l, const struct mk *at)
{
	const struct mk *fonts = mk_find(at, "w:rPr/w:rFonts");
	l->text = mk_val(at, "w:lvlText");
	l->format = mk_val(at, "w:numFmt");
	l->font = mk_get(fonts, "w:ascii") ? mk_get(fonts, "w:ascii") : mk_get(fonts, "w:hAnsi");
	l->style = mk_val(at, "w:pStyle");
	l->start = int_val(at, "w:start", 0);
	l->restart = int_val(at, "w:lvlRestart", -1);
	l->legal = mk_on(at, "w:isLgl");
	if (!l->format)
		l->format = mk_val(mk_child(at, "mc:AlternateContent"), "mc:Fallback/w:numFmt");
}

static void read_list(struct list *l, const struct mk *at)
{
	l->id = mk_get(at, "w:abstractNumId");
	l->link = mk_val(at, "w:numStyleLink");
	for (const struct mk *c = at->first; c; c = c->next) {
		int i = mk_int(c, "w:ilvl", -1);
		if (mk_is(c, "w:lvl") && i >= 0 && i < LEVELS)
			read_level(&l->levels[i], c);
	}
}

/* By their own ids, and by the numbering styles whose lists they are. */
static void name_lists(struct docx_numbers *s, const struct mk *numbering)
{
	for (size_t i = 0; i < s->nlists; i++)
		if (s->lists[i].id)
			imp_index_put(s->mem, &s->lists_by_id, NULL, s->lists[i].id, &s->lists[i]);
	for (const struct mk *c = numbering ? numbering->first : NULL; c; c = c->next) {
		const char *style = mk_val(c, "w:styleLink");
		struct list *l = imp_index_get(&s->lists_by_id, NULL, mk_get(c, "w:abstractNumId"));
		if (style && l)
			imp_index_put(s->mem, &s->lists_by_style, NULL, style, l);
	}
}

static struct list *list_of(const struct docx_numbers *s, const char *id)
{
	struct list *own = imp_index_get(&s->lists_by_id, NULL, id);
	struct list *linked = own ? imp_index_get(&s->lists_by_style, NULL, own->link) : NULL;
	return linked ? linked : own;
}

static void read_num(struct mem *m, struct docx_numbers *s, struct num *n, const struct mk *at)
{
	n->id = mk_get(at, "w:numId");
	n->list = list_of(s, mk_val(at, "w:abstractNumId"));
	for (int i = 0; i < LEVELS; i++)
		n->start[i] = -1;
	for (const struct mk *c = at->first; c; c = c->next) {
		int i = mk_int(c, "w:ilvl", -1);
		if (!mk_is(c, "w:lvlOverride") || i < 0 || i >= LEVELS)
			continue;
		n->start[i] = int_val(c, "w:startOverride", -1);
		if (mk_child(c, "w:lvl")) {
			n->own[i] = MEM_NEW(m, struct level);
			read_level(n->own[i], mk_child(c, "w:lvl"));
		}
	}
}

struct docx_numbers *docx_numbers_read(struct mem *m, const struct mk *numbering)
{
	struct docx_numbers *s = MEM_NEW(m, struct docx_numbers);
	s->mem = m;
	for (const struct mk *c = numbering ? numbering->first : NULL; c; c = c->next)
		if (mk_is(c, "w:abstractNum")) {
			MEM_ROOM_IN(m, s->lists, s->nlists, s->caplists);
			read_list(&s->lists[s->nlists++], c);
		}
	name_lists(s, numbering);
	for (const struct mk *c = numbering ? numbering->first : NULL; c; c = c->next)
		if (mk_is(c, "w:num")) {
			MEM_ROOM_IN(m, s->nums, s->nnums, s->capnums);
			read_num(m, s, &s->nums[s->nnums++], c);
		}
	for (size_t i = 0; i < s->nnums; i++)
		if (s->nums[i].id)
			imp_index_put(m, &s->nums_by_id, NULL, s->nums[i].id, &s->nums[i]);
	return s;
}

static struct num *find(const struct docx_numbers *s, const char *id)
{
	struct num *n = imp_index_get(&s->nums_by_id, NULL, id);
	return n && n->list ? n : NULL;
}

int docx_number_level(const struct docx_numbers *s, const char *num_id, const char *style_id)
{
	const struct num *n = find(s, num_id);
	for (int i = 0; n && i < LEVELS; i++) {
		const struct level *l = n->own[i] ? n->own[i] : &n->list->levels[i];
		if (l->style && !strcmp(l->style, style_id))
			return i;
	}
	return -1;
}

/* ---- labels */

static void put_number(struct buf *b, int n, const char *format)
{
	char roman[ROMAN_ROOM];
	if (n <= 0 || n > ROMAN_MOST) {
		buf_int(b, n);
	} else if (!strcmp(format, "upperRoman") || !strcmp(format, "lowerRoman")) {
		roman_put(roman, (unsigned)n, *format == 'u');
		buf_str(b, roman);
	} else if (!strcmp(format, "upperLetter") || !strcmp(format, "lowerLetter")) {
		for (int i = 0; i <= (n - 1) / 26 && i < 8; i++)
			buf_chr(b, (char)((*format == 'u' ? 'A' : 'a') + (n - 1) % 26));
	} else if (!strcmp(format, "decimalZero") && n < 10) {
		buf_fmt(b, "0%d", n);
	} else if (strcmp(format, "none")) {
		buf_int(b, n);
	}
	if (!strcmp(format, "ordinal"))
		buf_chr(b, '.');
}

static const struct level *level_of(const struct num *n, int i)
{
	return n->own[i] ? n->own[i] : &n->list->levels[i];
}

static void put_label(struct buf *b, const struct num *n, int level)
{
	const struct level *l = level_of(n, level);
	bool bullet = l->format && !strcmp(l->format, "bullet");
	const char *s = l->text ? l->text : "", *end = s + strlen(s);
	while (s < end) {
		if (*s == '%' && s[1] >= '1' && s[1] <= '9' && !bullet) {
			int i = s[1] - '1';
			const char *format = level_of(n, i)->format;
			put_number(b, n->list->count[i] ? n->list->count[i] : level_of(n, i)->start,
				l->legal || !format ? "decimal" : format);
			s += 2;
			continue;
		}
		uint32_t cp = u8_get(&s, end);
		unsigned sign = bullet || cp >= 0xF000 ? imp_symbol(l->font, cp) : cp;
		buf_u8(b, sign ? sign : cp);
	}
}

static void restart_below(struct num *n, int level)
{
	for (int i = level + 1; i < LEVELS; i++) {
		int after = level_of(n, i)->restart;
		if (after < 0 || (after > 0 && level < after))
			n->list->begun[i] = false;
	}
}

const char *docx_number(struct docx_numbers *s, const char *num_id, int level)
{
	struct num *n = find(s, num_id);
	if (!n || level < 0 || level >= LEVELS)
		return NULL;
	struct list *l = n->list;
	bool anew = n->start[level] >= 0 && !n->used[level];
	if (anew || !l->begun[level])
		l->count[level] = n->start[level] >= 0 ? n->start[level] : level_of(n, level)->start;
	else if (l->count[level] < 100000)
		l->count[level]++;
	n->used[level] = l->begun[level] = true;
	restart_below(n, level);
	struct buf b = {0};
	put_label(&b, n, level);
	return buf_take(&b, s->mem);
}
