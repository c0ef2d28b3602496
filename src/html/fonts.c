/* fonts.c: the fonts the page is shown in, each cut down to the characters it shows. */
#include <string.h>

#include "base/u8.h"
#include "figure/figure.h"
#include "html/put.h"
#include "text/text.h"

/* Characters beyond are shown by the reader's own fonts. */
enum { LAST = 0x20000, FACES = 256, CUTS = 64 };

struct chars { uint8_t in[LAST / 8]; };

struct needed {
	struct html *h;
	struct mem *mem;
	struct chars *face[FACES];                     /* looked at, by txt_face */
	struct chars *cut[CUTS];                       /* to be shown, by number of font; NULL: none */
	int used[CUTS], nused;                         /* in the order the page needs them */
};

static bool put_in(struct mem *m, struct chars **set, uint32_t c)
{
	if (!*set)
		*set = MEM_NEW(m, struct chars);
	uint8_t bit = (uint8_t)(1 << c % 8), *at = &(*set)->in[c / 8];
	bool is_new = !(*at & bit);
	*at |= bit;
	return is_new;
}

static void look_at(struct needed *n, const struct sty_char *ch, const char *s, size_t len)
{
	const int face = txt_face(n->h->txt, ch);
	for (const char *end = s + len; s < end;) {
		uint32_t c = u8_get(&s, end);
		if (c >= LAST || c < 0x20 || face >= FACES || !put_in(n->mem, &n->face[face], c))
			continue;
		int font = txt_shown_by(n->h->txt, face, c);
		if (font < 0 || font >= CUTS)
			continue;
		if (!n->cut[font])
			n->used[n->nused++] = font;
		put_in(n->mem, &n->cut[font], c);
	}
}

/* What the page says of itself: labels of tables, marks of notes, the line above a draft. */
static void of_the_page(struct needed *n)
{
	const struct sty_para *text = sty_para(n->h->s, "fliess");
	char ascii[0x7F - 0x20];
	for (size_t i = 0; i < sizeof ascii; i++)
		ascii[i] = (char)(0x20 + i);
	look_at(n, &text->ch, ascii, sizeof ascii);
	look_at(n, &text->ch, "„“–…ÄÖÜäöüß↩", strlen("„“–…ÄÖÜäöüß↩"));
}

static void of_block(struct needed *n, const struct block *b)
{
	const struct fig_drawing *d = b->more->drawing;
	for (uint32_t i = 0; i < b->nsegs; i++)
		if (b->segs[i].len && (b->segs[i].ch || b->style))
			look_at(n, b->segs[i].ch ? b->segs[i].ch : &b->style->ch, b->segs[i].text, b->segs[i].len);
	for (size_t i = 0; d && i < d->nops; i++)
		if (d->ops[i].kind == FIG_TEXT)
			look_at(n, &d->ops[i].ch, d->ops[i].text, strlen(d->ops[i].text));
}

static void put_face(struct buf *b, const struct txt_web *w)
{
	buf_fmt(b, "@font-face{font-family:\"%s\";font-weight:%u;font-style:%s;font-display:swap;"
		"src:url(data:font/woff2;base64,", w->family, w->weight, w->italic ? "italic" : "normal");
	buf_base64(b, w->data, w->size);
	buf_str(b, ")}\n");
}

static void name_family(struct html *h, const char *family)
{
	for (int i = 0; i < h->nfamilies; i++)
		if (!strcmp(h->families[i], family))
			return;
	if (h->nfamilies < HTML_FAMILIES)
		h->families[h->nfamilies++] = family;
}

static bool put_cut(struct needed *n, int font)
{
	uint32_t *list = NULL;
	struct txt_web web;
	size_t count = 0, cap = 0;
	for (uint32_t c = 0; c < LAST; c++) {
		const uint8_t bits = n->cut[font]->in[c / 8];
		if (!bits) {
			c += 7;                                /* none of these eight */
		} else if (bits >> c % 8 & 1) {
			MEM_ROOM_IN(n->mem, list, count, cap);
			list[count++] = c;
		}
	}
	if (!txt_web(n->h->txt, font, list, count, &web, n->mem))
		return false;
	put_face(n->h->b, &web);
	name_family(n->h, web.family);
	return true;
}

bool html_fonts(struct html *h)
{
	struct needed n = {.h = h, .mem = mem_new()};
	bool ok = true;
	of_the_page(&n);
	for (const struct block *b = h->t->root; b; b = blk_walk(h->t->root, b))
		of_block(&n, b);
	for (int i = 0; i < n.nused && ok; i++)
		ok = put_cut(&n, n.used[i]);
	mem_free(n.mem);
	return ok;
}
