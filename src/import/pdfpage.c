/* pdfpage.c: `pdftotext -bbox-layout`: a line for each page, line and word. */
#include "import/pdfpage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* ---- text */

static size_t entity(struct buf *b, const char *s, size_t n)
{
	static const struct { const char *name; char c; } names[] = {
		{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const size_t len = strlen(names[i].name);
		if (len <= n && !memcmp(s, names[i].name, len)) {
			buf_chr(b, names[i].c);
			return len;
		}
	}
	if (n > 3 && s[1] == '#') {
		const bool hex = s[2] == 'x';
		char *end;
		const unsigned long c = strtoul(s + 2 + hex, &end, hex ? 16 : 10);
		if (*end == ';' && end < s + n && c && c < 0x110000) {
			buf_u8(b, (uint32_t)c);
			return (size_t)(end - s) + 1;
		}
	}
	buf_chr(b, '&');
	return 1;
}

char *pdf_unescaped(struct mem *m, const char *s, size_t n)
{
	struct buf b = {0};
	for (size_t i = 0; i < n;) {
		if (s[i] == '&') {
			i += entity(&b, s + i, n - i);
			continue;
		}
		buf_chr(&b, s[i++]);
	}
	return buf_take(&b, m);
}

/* ---- looks */

static bool same_look(const struct pdf_look *a, const struct pdf_look *b)
{
	return fabsf(a->size - b->size) < .2f && a->bold == b->bold && a->italic == b->italic &&
		(a->color == b->color || (a->color && b->color && !strcmp(a->color, b->color)));
}

int pdf_look_of(struct pdf_pages *p, struct pdf_look look)
{
	for (size_t i = p->nlooks; i-- > 0;)
		if (same_look(&p->look[i], &look))
			return (int)i;
	enum { MOST = 4096 };
	if (p->nlooks == MOST)
		return 0;
	MEM_ROOM_IN(p->mem, p->look, p->nlooks, p->caplooks);
	p->look[p->nlooks] = look;
	return (int)p->nlooks++;
}

void pdf_find_body(struct pdf_pages *p)
{
	size_t *letters = MEM_ARRAY(p->mem, size_t, p->nlooks + 1);
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->page[i].n; k++)
			letters[p->page[i].word[k].look] += strlen(p->page[i].word[k].s);
	if (!p->nlooks)
		pdf_look_of(p, (struct pdf_look){.size = 10});
	for (size_t i = 0; i < p->nlooks; i++)
		if (letters[i] > letters[p->body])
			p->body = (int)i;
}

/* ---- pages that lie on their side */

static bool is_tall(const struct pdf_word *w)
{
	return strlen(w->s) > 2 && w->y1 - w->y0 > (w->x1 - w->x0) * 1.2f;
}

enum side { UPRIGHT, DOWNWARDS, UPWARDS, UPSIDE_DOWN };

/* How the words of a page follow each other on its lines; what is read from right to left says nothing. */
static enum side side_of(const struct pdf_page *page)
{
	enum { RIGHT_TO_LEFT = 0xD6 };
	size_t tall = 0, wide = 0;
	int down = 0, right = 0;
	for (size_t i = 0; i < page->n; i++) {
		const struct pdf_word *w = &page->word[i];
		tall += is_tall(w);
		wide += strlen(w->s) > 2 && !is_tall(w);
		if (!i || w->line != w[-1].line || (unsigned char)*w->s >= RIGHT_TO_LEFT)
			continue;
		down += w->y0 > w[-1].y0 ? 1 : -1;
		right += w->x0 > w[-1].x0 ? 1 : -1;
	}
	if (tall > wide)
		return down < 0 ? UPWARDS : DOWNWARDS;
	return right < 0 ? UPSIDE_DOWN : UPRIGHT;
}

static void turn_word(const struct pdf_page *page, struct pdf_word *w, enum side side)
{
	const struct pdf_word was = *w;
	if (side == UPSIDE_DOWN) {
		w->x0 = page->width - was.x1;
		w->x1 = page->width - was.x0;
		w->y0 = page->height - was.y1;
		w->y1 = page->height - was.y0;
		return;
	}
	w->x0 = side == DOWNWARDS ? was.y0 : page->height - was.y1;
	w->x1 = side == DOWNWARDS ? was.y1 : page->height - was.y0;
	w->y0 = side == DOWNWARDS ? page->width - was.x1 : was.x0;
	w->y1 = side == DOWNWARDS ? page->width - was.x0 : was.x1;
}

/* A line is as high as its words are now. */
static void measure_again(struct pdf_pages *p, struct pdf_word *w)
{
	struct pdf_look look = p->look[w->look];
	look.size = roundf((w->y1 - w->y0) * 7.5f) / 10;
	w->look = pdf_look_of(p, look);
}

void pdf_turn(struct pdf_pages *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct pdf_page *page = &p->page[i];
		const enum side side = side_of(page);
		for (size_t k = 0; side && k < page->n; k++) {
			turn_word(page, &page->word[k], side);
			if (side != UPSIDE_DOWN)
				measure_again(p, &page->word[k]);
		}
		if (side == DOWNWARDS || side == UPWARDS) {
			const float width = page->width;
			page->width = page->height;
			page->height = width;
		}
	}
}

/* ---- words */

/* The number behind ` name="`. */
static float number(const char *s, const char *name)
{
	const char *p = strstr(s, name);
	const float x = p ? strtof(p + strlen(name), NULL) : 0;
	return isfinite(x) && fabsf(x) < 1e6f ? x : 0;
}

static void add_page(struct pdf_pages *p, const char *s)
{
	MEM_ROOM_IN(p->mem, p->page, p->n, p->cap);
	p->page[p->n++] = (struct pdf_page){.width = number(s, "width=\""), .height = number(s, "height=\"")};
}

/* Boxes are a third higher than the type, in most fonts. */
static void add_word(struct pdf_pages *p, const char *s, int line)
{
	const char *text = strchr(s, '>'), *end = text ? strstr(text, "</word>") : NULL;
	if (!end || !p->n)
		return;
	struct pdf_page *page = &p->page[p->n - 1];
	struct pdf_word w = {.line = line,
		.s = pdf_unescaped(p->mem, text + 1, (size_t)(end - text) - 1),
		.x0 = number(s, "xMin=\""), .y0 = number(s, "yMin=\""),
		.x1 = number(s, "xMax=\""), .y1 = number(s, "yMax=\"")};
	if (!*w.s)
		return;
	w.look = pdf_look_of(p, (struct pdf_look){.size = roundf((w.y1 - w.y0) * 7.5f) / 10});
	MEM_ROOM_IN(p->mem, page->word, page->n, page->cap);
	page->word[page->n++] = w;
}

struct pdf_pages pdf_boxes(struct mem *m, const char *said, size_t n)
{
	struct pdf_pages p = {.mem = m};
	int line = 0;
	for (const char *s = said, *end = said + n; s < end;) {
		const char *e = memchr(s, '\n', (size_t)(end - s));
		char *one = mem_str(m, s, (size_t)((e ? e : end) - s));
		one += strspn(one, " ");
		if (!strncmp(one, "<page ", 6))
			add_page(&p, one);
		else if (!strncmp(one, "<line ", 6))
			line++;
		else if (!strncmp(one, "<word ", 6))
			add_word(&p, one, line);
		s = e ? e + 1 : end;
	}
	return p;
}
