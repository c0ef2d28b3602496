/* put.c: text into the open paragraph, its looks, strings. */
#include "compose/put.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Naskh is small for its size; it has a bold cut, no semibold and no italic one. */
static void set_script(struct sty_char *ch, bool latin)
{
	ch->role = latin ? STY_TEXT : STY_ARABISCH;
	ch->size = len_scale(ch->size, latin ? 83 : 120, 100);
	ch->weight = ch->weight < 600 ? 400 : latin ? 600 : 700;
	ch->italic = false;
}

/* Arabic has no italic cut: what is to stand out is bold there, and bolder what is bold. */
static void set_cut(struct sty_char *ch, int flags)
{
	bool arabic = ch->role == STY_ARABISCH;
	if (flags & COM_BOLD || (flags & COM_ITALIC && arabic))
		ch->weight = ch->weight < 600 && !arabic ? 600 : 700;
	if (flags & COM_REGULAR)
		ch->weight = 400;
	if (flags & COM_ITALIC && !arabic)
		ch->italic = !ch->italic;
	if (flags & COM_FIXED)
		ch->role = STY_FEST;
}

#define SIGN_LEAST LEN_PT(8.5)

static struct sty_char changed(const struct com *c, const struct sty_char *base, int flags)
{
	struct sty_char ch = *base;
	if (flags & (COM_LATIN | COM_NASKH))
		set_script(&ch, flags & COM_LATIN);
	set_cut(&ch, flags);
	if (flags & (COM_ACCENT | COM_GREY | COM_WHITE))
		ch.colour = sty_colour(c->s, flags & COM_WHITE ? "weiss" : flags & COM_GREY ? "grau" : "akzent");
	if (flags & COM_RAISED) {
		ch.rise += len_scale(ch.size, 34, 100);
		ch.size = len_scale(ch.size, 65, 100);
	}
	if (flags & COM_SIGN) {
		ch.size = ch.size > SIGN_LEAST ? SIGN_LEAST : ch.size;
		ch.rise = 0;
	}
	if (flags & (COM_INSERTED | COM_DELETED | COM_MOVED))
		ch.mark = flags & COM_INSERTED ? STY_INSERTED : flags & COM_DELETED ? STY_DELETED : STY_MOVED;
	if (flags & COM_NO_BAR)
		ch.mark |= STY_NO_BAR;
	return ch;
}

const struct sty_char *com_char(struct com *c, const struct sty_char *base, int flags)
{
	for (size_t i = 0; i < c->nvariants; i++)
		if (c->variants[i].base == base && c->variants[i].flags == flags)
			return c->variants[i].ch;
	struct sty_char *ch = MEM_NEW(c->t->mem, struct sty_char);
	*ch = changed(c, base, flags);
	MEM_ROOM(c->variants, c->nvariants, c->cap_variants);
	c->variants[c->nvariants++] = (struct com_variant){base, flags, ch};
	return ch;
}

void com_set_label(struct com *c, struct block *label, const char *mark, len_t tab)
{
	c->label = label;
	c->mark = mark;
	c->mark_tab = tab;
	c->label_depth = c->nsaved;
}

void com_label(struct com *c)
{
	if (!c->label)
		return;
	c->o.text->tab = c->mark_tab;
	struct block *owner = c->o.owner;
	c->o.owner = c->label;
	com_put(c, c->mark);
	c->o.owner = owner;
	com_special(c, BLK_SEG_TAB, 0);
	c->label = NULL;
}

static bool edge(const struct blk_seg *g, size_t at)
{
	return at == g->len || strchr(" ,.:;()?!", g->text[at]) || (unsigned char)g->text[at] >= 0x80;
}

/* The longest name of several words in the text from byte *at on; its length, 0: none. */
static size_t name_in(const struct com *c, const struct blk_seg *g, size_t *at)
{
	size_t n, best = 0;
	const struct doc_stelle *const *all = doc_stellen(c->doc, &n);
	for (size_t i = 0; i < n; i++) {
		const char *name = all[i]->name;
		const size_t len = name ? strlen(name) : 0;
		const char *p = len > best && strchr(name, ' ') ? memmem(g->text, g->len, name, len) : NULL;
		const size_t from = p ? (size_t)(p - g->text) : 0;
		if (p && (!from || g->text[from - 1] == ' ') && edge(g, from + len)) {
			best = len;
			*at = from;
		}
	}
	return best;
}

/* A heading breaks by sense: not within the name of an office or body. */
static void keep_names(struct com *c, struct block *h)
{
	for (uint32_t i = 0; i < h->nsegs; i++) {
		size_t at = 0;
		const struct blk_seg whole = h->segs[i];
		const bool open = whole.kind == BLK_SEG_TEXT && !(whole.flags & BLK_SEG_WHOLE);
		const size_t len = open ? name_in(c, &whole, &at) : 0;
		if (!len)
			continue;
		struct blk_seg part[3] = {whole, whole, whole};
		part[0].len = (uint32_t)at;
		part[1].text += at;
		part[1].len = (uint32_t)len;
		part[1].flags |= BLK_SEG_WHOLE;
		part[2].text += at + len;
		part[2].len = whole.len - (uint32_t)(at + len);
		uint32_t to = i;
		for (int k = 0, more = 0; k < 3; k++) {
			if (!part[k].len)
				continue;
			if (more++) {
				blk_seg(c->t, h, whole);
				memmove(&h->segs[to + 1], &h->segs[to], (h->nsegs - 1 - to) * sizeof whole);
			}
			h->segs[to++] = part[k];
		}
		i = part[0].len ? i + 1 : i;
	}
}

void com_end_text(struct com *c)
{
	struct block *t = c->o.text;
	if (t && t->nsegs) {
		struct blk_seg *g = &t->segs[t->nsegs - 1];
		if (g->kind == BLK_SEG_TEXT && g->len && g->text[g->len - 1] == ' ')
			g->len--;
		if (g->kind == BLK_SEG_TEXT && !g->len)
			t->nsegs--;
	}
	if (t && t->role == BLK_H)
		keep_names(c, t);
	c->o.text = c->o.owner = NULL;
}

struct blk_seg *com_put_part(struct com *c, const struct sty_char *ch, const char *s, size_t n)
{
	return blk_seg(c->t, c->o.text,
		(struct blk_seg){
			.kind = BLK_SEG_TEXT, .text = s, .len = (uint32_t)n, .ch = ch, .owner = c->o.owner});
}

/* What a document lacks is told by the schema, and nothing here. */
struct blk_seg *com_put_char(struct com *c, const struct sty_char *ch, const char *s)
{
	return s ? com_put_part(c, ch, s, strlen(s)) : com_put_part(c, ch, "", 0);
}

struct blk_seg *com_put(struct com *c, const char *s)
{
	return com_put_char(c, c->o.ch, s);
}

struct blk_seg *com_fmt(struct com *c, const char *fmt, ...)
{
	char small[256], *s = small;
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(small, sizeof small, fmt, ap);
	va_end(ap);
	if (n >= (int)sizeof small) {
		s = mem_get(c->t->mem, (size_t)n + 1);
		vsnprintf(s, (size_t)n + 1, fmt, again);
	} else {
		s = mem_str(c->t->mem, small, (size_t)n);
	}
	va_end(again);
	return com_put(c, s);
}

struct blk_seg *com_special(struct com *c, enum blk_seg_kind kind, int flags)
{
	return blk_seg(c->t, c->o.text,
		(struct blk_seg){.kind = (uint8_t)kind, .flags = (uint8_t)flags, .text = "", .ch = c->o.ch});
}

const char *com_from(struct com *c, struct buf *b)
{
	return buf_take(b, c->t->mem);
}

const char *com_unbroken(struct com *c, const char *s)
{
	if (!strstr(s, "\u00AD"))
		return s;
	struct buf b = {0};
	for (const char *soft; (soft = strstr(s, "\u00AD")); s = soft + 2)
		buf_put(&b, s, (size_t)(soft - s));
	buf_str(&b, s);
	return com_from(c, &b);
}

const char *com_on_a_line(struct com *c, const char *s)
{
	struct buf b = {0};
	for (; *s; s++)
		if (*s == ' ')
			buf_str(&b, "\u00A0");
		else
			buf_chr(&b, *s);
	return com_from(c, &b);
}

const char *com_part(struct com *c, const char *before, const char *s, const char *after)
{
	struct buf b = {0};
	buf_part(&b, before, s, after);
	return com_from(c, &b);
}

const char *com_as_draft(struct com *c, const char *title)
{
	return mem_fmt(c->t->mem, "%s%s", title, com_part(c, " (", sty_word(c->s, "entwurf"), ")"));
}

const char *com_clock(struct com *c, const char *hhmm)
{
	return mem_fmt(c->t->mem, "%s%s", hhmm, com_part(c, "\u00A0", sty_word(c->s, "uhr"), ""));
}

const char *com_colon(struct com *c, const char *word)
{
	const char *s = sty_word(c->s, word);
	const size_t n = strlen(s);
	return !n || s[n - 1] == ':' ? s : mem_fmt(c->t->mem, "%s:", s);
}

const char *com_as_first(struct com *c, const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	const bool umlaut = p[0] == 0xC3 && p[1] >= 0xA0 && p[1] <= 0xBE && p[1] != 0xB7;
	if (!umlaut && (p[0] < 'a' || p[0] > 'z'))
		return s;
	char *out = mem_dup(c->t->mem, s);
	out[umlaut] = (char)(p[umlaut] - ('a' - 'A'));
	return out;
}

const char *com_plain(struct com *c, const struct doc_node *n)
{
	struct buf b = {0};
	if (n)
		doc_text(&b, c->doc, n);
	return com_from(c, &b);
}

const char *com_numbered(struct com *c, const char *number, const char *text)
{
	return number ? mem_fmt(c->t->mem, "%s %s", number, text) : text;
}

const char *com_called(struct com *c, const char *word, const char *number)
{
	const char *said = sty_word(c->s, word);
	return *said ? mem_fmt(c->t->mem, "%s\u00A0%s", said, number) : number;
}

const char *com_told(struct com *c, const char *word, const char *text)
{
	const char *said = sty_word(c->s, word);
	return *said ? mem_fmt(c->t->mem, "%s: %s", said, text) : text;
}
