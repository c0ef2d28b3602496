/* pdffonts.c: `pdftohtml -xml`: fonts, and for each line of a page what is set in one of them, with tags for bold,
 * italic and links. Each word looks as the run that it stands in. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "import/pdfpage.h"

enum { ZOOM = 3, BAND = 8, MOST_FONTS = 1 << 16 };      /* pdftohtml's lengths are thirds of a point */

struct font { float size; bool bold, italic; const char *color; };
struct change { size_t at; bool bold, italic; const char *href; };     /* from that byte of a run on */

struct run {
	float x0, y0, x1, y1;
	int font;
	const char *text;
	size_t used;                                   /* bytes of it that are words already */
	struct change *change; size_t n, cap;
	struct run *next;                              /* in its band */
};

struct reading {
	struct pdf_pages *to;
	struct font *font; size_t nfonts, capfonts;
	struct run **band; size_t bands;
	struct pdf_page *page;
	int depth;                                     /* of the outline */
};

static const char *attr(const char *s, const char *name)
{
	const char *p = strstr(s, name);
	return p ? p + strlen(name) : "";
}

static float length(const char *s, const char *name)
{
	const float x = strtof(attr(s, name), NULL) / ZOOM;
	return isfinite(x) && fabsf(x) < 1e6f ? x : 0;
}

static bool holds(const char *name, size_t n, const char *what)
{
	return memmem(name, n, what, strlen(what)) != NULL;
}

/* ---- fonts */

/* As families call what is bold and what is italic; those of TeX have names of their own ("CMBX12", "SFTI1000"). */
static const char *const heavy[] = {"Bold", "Semib", "SemiB", "Black", "Heavy", "-Demi", "NimbusRomNo9L-Medi", "CMBX",
	"CMSSBX", "SFBX", "SFSX", "ECBX", NULL};
static const char *const slanted[] = {"Italic", "Oblique", "ReguItal", "MediItal", "CMTI", "CMSL", "SFTI", "SFSL",
	"ECTI", NULL};

static bool holds_any(const char *name, size_t n, const char *const *words)
{
	for (; *words; words++)
		if (holds(name, n, *words))
			return true;
	return false;
}

static void add_font(struct reading *r, const char *s)
{
	const size_t id = strtoul(attr(s, "id=\""), NULL, 10);
	const char *family = attr(s, "family=\""), *color = attr(s, "color=\"");
	const size_t n = strcspn(family, "\"");
	if (id > MOST_FONTS)
		return;
	while (r->nfonts <= id) {
		MEM_ROOM_IN(r->to->mem, r->font, r->nfonts, r->capfonts);
		r->font[r->nfonts++] = (struct font){0};
	}
	r->font[id] = (struct font){length(s, "size=\""), holds_any(family, n, heavy), holds_any(family, n, slanted),
		mem_str(r->to->mem, color, strcspn(color, "\""))};
}

/* ---- runs */

static void change(struct reading *r, struct run *t, struct change c)
{
	MEM_ROOM_IN(r->to->mem, t->change, t->n, t->cap);
	t->change[t->n++] = c;
}

static void tag(struct reading *r, struct change *now, const char *s, size_t n)
{
	const bool on = s[1] != '/';
	const char *name = s + (on ? 1 : 2);
	if (*name == 'b')
		now->bold = on;
	else if (*name == 'i')
		now->italic = on;
	else if (*name == 'a') {
		const char *href = attr(mem_str(r->to->mem, s, n), "href=\"");
		const bool out = on && (!strncmp(href, "http", 4) || !strncmp(href, "mailto:", 7));
		now->href = out ? pdf_unescaped(r->to->mem, href, strcspn(href, "\"")) : NULL;
	}
}

/* The text between the tags, and what changes where. */
static void read_text(struct reading *r, struct run *t, const char *s, const char *end)
{
	struct buf b = {0};
	struct change now = {0};
	while (s < end) {
		const char *e = memchr(s, '<', (size_t)(end - s));
		e = e ? e : end;
		now.at = b.len;
		change(r, t, now);
		buf_str(&b, pdf_unescaped(r->to->mem, s, (size_t)(e - s)));
		const char *close = e < end ? memchr(e, '>', (size_t)(end - e)) : NULL;
		if (close)
			tag(r, &now, e, (size_t)(close - e) + 1);
		s = close ? close + 1 : end;
	}
	t->text = buf_take(&b, r->to->mem);
}

static void add_run(struct reading *r, const char *s)
{
	const char *text = strchr(s, '>'), *end = text ? strstr(text, "</text>") : NULL;
	struct run *t = MEM_NEW(r->to->mem, struct run);
	if (!end || !r->page)
		return;
	*t = (struct run){.x0 = length(s, "left=\""), .y0 = length(s, "top=\""), .font = atoi(attr(s, "font=\""))};
	t->x1 = t->x0 + length(s, "width=\"");
	t->y1 = t->y0 + length(s, "height=\"");
	read_text(r, t, text + 1, end);
	const float middle = (t->y0 + t->y1) / 2 / BAND;
	if (middle < 0 || middle >= (float)r->bands)
		return;
	t->next = r->band[(size_t)middle];
	r->band[(size_t)middle] = t;
}

static void begin_page(struct reading *r, const char *s)
{
	const size_t no = strtoul(attr(s, "number=\""), NULL, 10);
	r->page = no && no <= r->to->n ? &r->to->page[no - 1] : NULL;
	r->bands = r->page && r->page->height > 0 ? (size_t)(r->page->height / BAND) + 2 : 1;
	r->band = MEM_ARRAY(r->to->mem, struct run *, r->bands);
}

/* ---- words */

static float off(const struct run *t, const struct pdf_word *w)
{
	return fabsf(t->y0 + t->y1 - w->y0 - w->y1) / 2;
}

/* The run a word stands in: over its middle, nearest in height, with its letters. */
static struct run *run_of(const struct reading *r, const struct pdf_word *w)
{
	const float x = (w->x0 + w->x1) / 2, y = (w->y0 + w->y1) / 2 / BAND;
	struct run *best = NULL;
	for (size_t i = y > 1 ? (size_t)y - 1 : 0; i < r->bands && (float)i <= y + 1; i++)
		for (struct run *t = r->band[i]; t; t = t->next)
			if (t->x0 - 1 <= x && x <= t->x1 + 1 && off(t, w) < (w->y1 - w->y0) * .7f &&
				strstr(t->text, w->s) && (!best || off(t, w) <= off(best, w)))
				best = t;
	return best;
}

static void look_at(const struct reading *r, struct pdf_word *w)
{
	struct run *t = run_of(r, w);
	if (!t || t->font < 0 || (size_t)t->font >= r->nfonts)
		return;
	const char *at = strstr(t->text + t->used, w->s);
	at = at ? at : strstr(t->text, w->s);
	t->used = (size_t)(at - t->text) + strlen(w->s);
	const struct font *f = &r->font[t->font];
	struct change c = {0};
	for (size_t i = 0; i < t->n && t->change[i].at <= (size_t)(at - t->text); i++)
		c = t->change[i];
	w->href = c.href;
	w->look = pdf_look_of(r->to, (struct pdf_look){f->size, f->bold || c.bold, f->italic || c.italic, f->color});
}

static void end_page(struct reading *r)
{
	for (size_t i = 0; r->page && i < r->page->n; i++)
		look_at(r, &r->page->word[i]);
	r->page = NULL;
}

/* ---- outline */

static void add_entry(struct reading *r, const char *s)
{
	const char *text = strchr(s, '>'), *end = text ? strstr(text, "</item>") : NULL;
	if (!end)
		return;
	struct pdf_pages *p = r->to;
	MEM_ROOM_IN(p->mem, p->entry, p->nentries, p->capentries);
	char *title = pdf_unescaped(p->mem, text + 1, (size_t)(end - text) - 1);
	p->entry[p->nentries++] = (struct pdf_entry){title, r->depth};
}

static void read_line(struct reading *r, char *s)
{
	char *page = strstr(s, "<page ");              /* what it says of links stands before it */
	s += strspn(s, " \t");
	if (!strncmp(s, "<text ", 6))
		add_run(r, s);
	else if (page)
		begin_page(r, page);
	else if (!strncmp(s, "</page>", 7))
		end_page(r);
	else if (!strncmp(s, "<fontspec ", 10))
		add_font(r, s);
	else if (!strncmp(s, "<outline>", 9))
		r->depth++;
	else if (!strncmp(s, "</outline>", 10))
		r->depth--;
	else if (!strncmp(s, "<item ", 6))
		add_entry(r, s);
}

void pdf_looks(struct pdf_pages *p, const char *said, size_t n)
{
	struct reading r = {.to = p};
	for (const char *s = said, *end = said + n; s < end;) {
		const char *e = memchr(s, '\n', (size_t)(end - s));
		e = e ? e : end;
		read_line(&r, mem_str(p->mem, s, (size_t)(e - s)));
		s = e + 1;
	}
}
