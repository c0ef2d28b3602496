/* emf.c: a drawing as Enhanced Metafile ([MS-EMF] 12.0): paths, and words as text in the town's font; and as SVG. Units
 * are 1/20 pt, of which the "device" has one each. */
#include <math.h>
#include <string.h>

#include "base/u8.h"
#include "docx/item.h"
#include "figure/figure.h"

enum { /* types of records, section 2.1.1 */
	HEADER = 1,
	POLYBEZIERTO = 5,
	SETWINDOWEXTEX = 9,
	SETWINDOWORGEX = 10,
	SETVIEWPORTEXTEX = 11,
	SETVIEWPORTORGEX = 12,
	END = 14,
	SETMAPMODE = 17,
	SETBKMODE = 18,
	SETTEXTALIGN = 22,
	SETTEXTCOLOR = 24,
	MOVETOEX = 27,
	SELECTOBJECT = 37,
	CREATEBRUSHINDIRECT = 39,
	DELETEOBJECT = 40,
	LINETO = 54,
	BEGINPATH = 59,
	ENDPATH = 60,
	CLOSEFIGURE = 61,
	FILLPATH = 62,
	STROKEANDFILLPATH = 63,
	STROKEPATH = 64,
	EXTCREATEFONTINDIRECTW = 82,
	EXTTEXTOUTW = 84,
	EXTCREATEPEN = 95
};
enum { ANISOTROPIC = 8, TRANSPARENT = 1, TA_LEFT = 0, TA_RIGHT = 2, TA_CENTER = 6, TA_BASELINE = 24 };
enum { PEN = 1, BRUSH = 2, FONT = 3, OBJECTS = 4 }; /* our handles; 0 is the file itself */

struct emf {
	struct buf *b;
	size_t start; /* of the file in b */
	int records;
	const struct dox_source *s;
	const struct fig_op *path;
	size_t npath; /* since the last paint */
};

static void u32(struct emf *e, uint32_t v)
{
	const char bytes[] = {(char)v, (char)(v >> 8), (char)(v >> 16), (char)(v >> 24)};
	buf_put(e->b, bytes, 4);
}

static void u16(struct emf *e, unsigned v)
{
	const char bytes[] = {(char)v, (char)(v >> 8)};
	buf_put(e->b, bytes, 2);
}

static void set32(struct emf *e, size_t at, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		e->b->data[at + (size_t)i] = (char)(v >> 8 * i);
}

static uint32_t unit(len_t v)
{
	return (uint32_t)(int32_t)len_scale(v, 20, 1000);
}

static size_t begin(struct emf *e, uint32_t type)
{
	const size_t at = e->b->len;
	e->records++;
	u32(e, type);
	u32(e, 0);
	return at;
}

static void finish(struct emf *e, size_t at)
{
	while ((e->b->len - at) % 4)
		buf_chr(e->b, '\0');
	set32(e, at + 4, (uint32_t)(e->b->len - at));
}

static void record(struct emf *e, uint32_t type, const uint32_t *v, int n)
{
	const size_t at = begin(e, type);
	for (int i = 0; i < n; i++)
		u32(e, v[i]);
	finish(e, at);
}

static uint32_t colour(sty_rgb c) /* COLORREF: blue, green, red */
{
	return (c & 0xff) << 16 | (c & 0xff00) | (c >> 16 & 0xff);
}

static void pen(struct emf *e, const struct fig_op *o)
{
	enum { GEOMETRIC = 0x10000, FLAT_ENDS = 0x200, MITER = 0x2000 };
	const uint32_t wide = unit(o->width) ? unit(o->width) : 1;
	record(e, EXTCREATEPEN,
		(uint32_t[]){PEN, 0, 0, 0, 0, GEOMETRIC | FLAT_ENDS | MITER, wide, 0, colour(o->stroke_rgb), 0, 0}, 11);
	record(e, SELECTOBJECT, (uint32_t[]){PEN}, 1);
}

static void brush(struct emf *e, const struct fig_op *o)
{
	record(e, CREATEBRUSHINDIRECT, (uint32_t[]){BRUSH, 0, colour(o->fill_rgb), 0}, 4);
	record(e, SELECTOBJECT, (uint32_t[]){BRUSH}, 1);
}

/* Programs differ in how they show dashes, so a straight line is drawn as the pieces it has. */
static void dashes(struct emf *e, const struct fig_op *from, const struct fig_op *to, const struct fig_op *pen)
{
	const double dx = to->x - from->x, dy = to->y - from->y, length = hypot(dx, dy);
	const double step = pen->dash_on + pen->dash_off;
	for (double at = 0; at < length; at += step) {
		const double end = at + pen->dash_on < length ? at + pen->dash_on : length;
		const len_t x0 = from->x + (len_t)(dx * at / length), y0 = from->y + (len_t)(dy * at / length);
		const len_t x1 = from->x + (len_t)(dx * end / length), y1 = from->y + (len_t)(dy * end / length);
		record(e, MOVETOEX, (uint32_t[]){unit(x0), unit(y0)}, 2);
		record(e, LINETO, (uint32_t[]){unit(x1), unit(y1)}, 2);
	}
}

static void segment(struct emf *e, const struct fig_op *o)
{
	const uint32_t x = unit(o->x), y = unit(o->y);
	switch ((enum fig_op_kind)o->kind) {
	case FIG_MOVE: record(e, MOVETOEX, (uint32_t[]){x, y}, 2); break;
	case FIG_LINE: record(e, LINETO, (uint32_t[]){x, y}, 2); break;
	case FIG_CURVE:
		record(e, POLYBEZIERTO,
			(uint32_t[]){0, 0, 0, 0, 3, unit(o->x1), unit(o->y1), unit(o->x2), unit(o->y2), x, y}, 11);
		break;
	case FIG_CLOSE: record(e, CLOSEFIGURE, NULL, 0); break;
	default:        break;
	}
}

static void paint(struct emf *e, const struct fig_op *o)
{
	static const uint32_t everywhere[] = {0, 0, 0xFFFFFFFF, 0xFFFFFFFF};
	if (!o->fill && !o->stroke)
		return;
	if (o->stroke)
		pen(e, o);
	if (o->fill)
		brush(e, o);
	record(e, BEGINPATH, NULL, 0);
	const bool dashed = o->dash_on > 0 && !o->fill;
	for (size_t i = 0; i < e->npath; i++)
		if (dashed && i && e->path[i].kind == FIG_LINE)
			dashes(e, &e->path[i - 1], &e->path[i], o);
		else
			segment(e, &e->path[i]);
	record(e, ENDPATH, NULL, 0);
	record(e, o->fill && o->stroke ? STROKEANDFILLPATH : o->fill ? FILLPATH : STROKEPATH, everywhere, 4);
	enum { STOCK = 0x80000000u, NULL_PEN = 8, NULL_BRUSH = 5 };
	record(e, SELECTOBJECT, (uint32_t[]){STOCK | NULL_PEN}, 1);
	record(e, SELECTOBJECT, (uint32_t[]){STOCK | NULL_BRUSH}, 1);
	if (o->stroke)
		record(e, DELETEOBJECT, (uint32_t[]){PEN}, 1);
	if (o->fill)
		record(e, DELETEOBJECT, (uint32_t[]){BRUSH}, 1);
}

/* UTF-16LE; the number of its units. */
static uint32_t utf16(struct emf *e, const char *s, size_t n, uint32_t most)
{
	const char *end = s + n;
	uint32_t units = 0;
	while (s < end) {
		const uint32_t c = u8_get(&s, end);
		if (units + 1 + (c > 0xFFFF) > most)
			break;
		if (c > 0xFFFF) {
			u16(e, 0xD800 + ((c - 0x10000) >> 10));
			u16(e, 0xDC00 + ((c - 0x10000) & 0x3FF));
			units++;
		} else {
			u16(e, c);
		}
		units++;
	}
	return units;
}

static void font(struct emf *e, const struct sty_char *ch)
{
	enum { FACE = 32, LOGFONT = 320 };
	const char *family = e->s->style->font[ch->role].family;
	const size_t at = begin(e, EXTCREATEFONTINDIRECTW), from = at + 12;
	u32(e, FONT);
	u32(e, (uint32_t)-(int32_t)unit(ch->size)); /* negative: the height of its letters, not of its lines */
	for (int i = 0; i < 3; i++)
		u32(e, 0);
	u32(e, ch->weight);
	u32(e, ch->italic ? 1 : 0); /* italic, underlined, struck out, charset: a byte each */
	u32(e, 0);
	uint32_t n = family ? utf16(e, family, strlen(family), FACE - 1) : 0;
	for (; n < FACE; n++)
		u16(e, 0);
	while (e->b->len < from + LOGFONT)
		buf_chr(e->b, '\0');
	finish(e, at);
	record(e, SELECTOBJECT, (uint32_t[]){FONT}, 1);
}

static uint32_t units_of(const char *s, size_t n)
{
	uint32_t units = 0;
	for (const char *end = s + n; s < end;)
		units += u8_get(&s, end) > 0xFFFF ? 2 : 1;
	return units;
}

/* How far each letter is from the next, in the town's font. */
static void advances(struct emf *e, const struct fig_op *o, size_t len)
{
	const char *s = o->text, *end = s + len;
	int32_t before = 0;
	while (s < end) {
		const uint32_t c = u8_get(&s, end);
		const size_t n = (size_t)(s - o->text);
		const int32_t here = (int32_t)unit(fig_text_width(e->s->txt, &o->ch, o->text, n));
		u32(e, (uint32_t)(here > before ? here - before : 0));
		before = here > before ? here : before;
		if (c > 0xFFFF)
			u32(e, 0);
	}
}

static void words(struct emf *e, const struct fig_op *o)
{
	static const uint32_t anchors[] = {TA_LEFT, TA_CENTER, TA_RIGHT};
	enum { OFFSET = 76 }; /* of the string in its record */
	const size_t len = strlen(o->text);
	const uint32_t n = units_of(o->text, len);
	font(e, &o->ch);
	record(e, SETTEXTCOLOR, (uint32_t[]){colour(o->ch.colour)}, 1);
	record(e, SETTEXTALIGN, (uint32_t[]){TA_BASELINE | anchors[o->anchor % 3]}, 1);
	const size_t at = begin(e, EXTTEXTOUTW);
	const uint32_t one = 0x3F800000; /* 1.0 */
	const uint32_t padded = (n * 2 + 3) / 4 * 4;
	const uint32_t head[] = {0, 0, 0xFFFFFFFF, 0xFFFFFFFF, 1, one, one, unit(o->x), unit(o->y), n, OFFSET, 0, 0, 0,
		0, 0, OFFSET + padded};
	for (size_t i = 0; i < sizeof head / sizeof *head; i++)
		u32(e, head[i]);
	utf16(e, o->text, len, n);
	while ((e->b->len - at) % 4)
		buf_chr(e->b, '\0');
	advances(e, o, len);
	finish(e, at);
	record(e, SELECTOBJECT, (uint32_t[]){0x8000000Du}, 1); /* the system's font, so that ours can go */
	record(e, DELETEOBJECT, (uint32_t[]){FONT}, 1);
}

static void header(struct emf *e, const struct fig_drawing *d)
{
	const uint32_t w = unit(d->width), h = unit(d->height);
	/* frame in 1/100 mm; the device: one unit is 1/1440 inch */
	const uint32_t mm_w = (uint32_t)len_scale(d->width, 2540, 72000),
		       mm_h = (uint32_t)len_scale(d->height, 2540, 72000);
	const uint32_t v[] = {0, 0, w, h, 0, 0, mm_w, mm_h, 0x464D4520, 0x10000, 0, 0, OBJECTS, 0, 0, 0, 14400, 14400,
		254, 254, 0, 0, 0, 254000, 254000};
	record(e, HEADER, v, sizeof v / sizeof *v);
	record(e, SETMAPMODE, (uint32_t[]){ANISOTROPIC}, 1);
	record(e, SETWINDOWORGEX, (uint32_t[]){0, 0}, 2);
	record(e, SETWINDOWEXTEX, (uint32_t[]){w, h}, 2);
	record(e, SETVIEWPORTORGEX, (uint32_t[]){0, 0}, 2);
	record(e, SETVIEWPORTEXTEX, (uint32_t[]){w, h}, 2);
	record(e, SETBKMODE, (uint32_t[]){TRANSPARENT}, 1);
}

void dox_emf(const struct fig_drawing *d, const struct dox_source *s, struct buf *b)
{
	enum { BYTES = 48, RECORDS = 52 }; /* where they stand in the header */
	struct emf e = {.b = b, .start = b->len, .s = s, .path = d->ops};
	header(&e, d);
	for (size_t i = 0; i < d->nops; i++) {
		const struct fig_op *o = &d->ops[i];
		if (o->kind == FIG_TEXT)
			words(&e, o);
		else if (o->kind == FIG_PAINT)
			paint(&e, o);
		else {
			e.npath++;
			continue;
		}
		e.path = o + 1;
		e.npath = 0;
	}
	record(&e, END, (uint32_t[]){0, 16, 20}, 3);
	set32(&e, e.start + BYTES, (uint32_t)(b->len - e.start));
	set32(&e, e.start + RECORDS, (uint32_t)e.records);
}

void dox_svg(const struct fig_drawing *d, const struct style *s, struct buf *b)
{
	buf_str(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
	buf_milli(b, d->width);
	buf_str(b, "pt\" height=\"");
	buf_milli(b, d->height);
	buf_str(b, "pt\" viewBox=\"0 0 ");
	buf_milli(b, d->width);
	buf_chr(b, ' ');
	buf_milli(b, d->height);
	buf_str(b, "\">\n");
	fig_put_svg(b, d, s);
	buf_str(b, "</svg>\n");
}
