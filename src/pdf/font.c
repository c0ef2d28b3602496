/* font.c: fonts as Type0 with CIDs by first use. A CID stands for one (glyph, text) pair of the text room, so that
 * ToUnicode is exact; the font program is made when all pages are written and the glyphs are known. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "pdf/syntax.h"
#include "pdf/write.h"

struct font {
	uint16_t *cid;                                 /* per key; 0: not shown yet */
	uint32_t *told;                                /* per key: the last page in whose key its CID stands */
	size_t nkeys;
	uint16_t *key;                                 /* key[i]: shown as CID i + 1 */
	size_t n, cap;
};

struct pdf_fonts {
	struct pdf *pdf;
	struct font fonts[UINT8_MAX + 1];
	uint16_t name[UINT8_MAX + 1];                  /* 1 + number in /F<number>; 0: not shown yet */
	uint8_t order[UINT8_MAX + 1]; int n;           /* by first use, whatever the txt has set before */
	uint32_t page_keys;                            /* made so far */
};

struct pdf_fonts *pdf_fonts_new(struct pdf *pdf)
{
	struct pdf_fonts *f = mem_alloc(sizeof *f);
	*f = (struct pdf_fonts){.pdf = pdf};
	return f;
}

void pdf_fonts_free(struct pdf_fonts *f)
{
	if (!f)
		return;
	for (int i = 0; i <= UINT8_MAX; i++) {
		free(f->fonts[i].cid);
		free(f->fonts[i].told);
		free(f->fonts[i].key);
	}
	free(f);
}

int pdf_fonts_name(struct pdf_fonts *all, int font)
{
	if (!all->name[font]) {
		all->order[all->n++] = (uint8_t)font;
		all->name[font] = (uint16_t)all->n;
	}
	return all->name[font] - 1;
}

/* The text room hands out keys, from 1 on, while pages go by. */
static void more_keys(struct pdf_fonts *all, int font)
{
	struct font *f = &all->fonts[font];
	const size_t n = txt_keys(all->pdf->txt, font) + 1;
	if (n <= f->nkeys)
		return;
	f->cid = mem_realloc(f->cid, n * sizeof *f->cid);
	f->told = mem_realloc(f->told, n * sizeof *f->told);
	memset(f->cid + f->nkeys, 0, (n - f->nkeys) * sizeof *f->cid);
	memset(f->told + f->nkeys, 0, (n - f->nkeys) * sizeof *f->told);
	f->nkeys = n;
}

static unsigned new_cid(struct font *f, uint16_t key)
{
	MEM_ROOM(f->key, f->n, f->cap);
	f->key[f->n++] = key;
	return f->cid[key] = (uint16_t)f->n;
}

static inline unsigned cid_of(struct pdf_fonts *all, int font, struct font *f, uint16_t key)
{
	if (key >= f->nkeys)
		more_keys(all, font);
	return f->cid[key] ? f->cid[key] : new_cid(f, key);
}

void pdf_fonts_page(struct pdf_fonts *all)
{
	all->page_keys++;
}

/* The glyphs as layout names them, then the CIDs of those that are new on the page. */
void pdf_fonts_key(struct pdf_fonts *all, int font, const struct lay_glyph *g, size_t n, bool rtl, struct buf *out)
{
	struct font *f = &all->fonts[font];
	const uint32_t now = all->page_keys;
	uint32_t word;
	char *p = buf_reserve(out, 3 * n * sizeof word);
	p = mempcpy(p, g, n * sizeof *g);
	more_keys(all, font);
	uint32_t *const told = f->told;
	for (size_t i = 0; i < n; i++)
		if (told[g[i].key] != now) {
			word = cid_of(all, font, f, g[i].key);
			p = mempcpy(p, &word, sizeof word);
			told[g[i].key] = now;
		}
	for (size_t i = 0; rtl && i < n; i++) {
		word = (uint32_t)txt_advance(all->pdf->txt, font, g[i].key);
		p = mempcpy(p, &word, sizeof word);
	}
	out->len = (size_t)(p - out->data);
}

static inline char *put_byte(char *p, unsigned c)
{
	if (c == '(' || c == ')' || c == '\\')
		*p++ = '\\';
	if (c == '\r') {
		*p++ = '\\';
		c = 'r';
	}
	*p++ = (char)c;
	return p;
}

static inline char *put_shift(char *p, int v)
{
	if (v < 0) {
		*p++ = '-';
		v = -v;
	}
	return pdf_digits(p, (uint64_t)v);
}

/* From right to left each glyph is drawn after the pen went back by its own width, and the pen stands at its right edge
 * then: so the next one goes back by that width and its own. */
void pdf_fonts_show(struct pdf_fonts *all, int font, const struct lay_glyph *g, size_t n, bool rtl, struct buf *out)
{
	struct font *f = &all->fonts[font];
	char *p = buf_reserve(out, n * 16 + 32);
	int left = 0;                                  /* what the pen must go back before the next glyph, 1/1000 em */
	bool open = false;
	*p++ = '[';
	for (size_t i = 0; i < n; i++) {
		const unsigned cid = cid_of(all, font, f, g[i].key);
		int natural = 0;
		if (rtl) {
			natural = txt_advance(all->pdf->txt, font, g[i].key);
			left += natural + g[i].adjust;
		}
		if (left) {
			if (open)
				*p++ = ')';
			p = put_shift(p, left);
			open = false;
		}
		if (!open)
			*p++ = '(';
		open = true;
		p = put_byte(p, cid >> 8);
		p = put_byte(p, cid & 255);
		left = rtl ? natural : -g[i].adjust;
	}
	if (open)
		*p++ = ')';
	memcpy(p, "]TJ\n", 5);
	out->len = (size_t)(p + 4 - out->data);
}

/* ---- the font objects */

static void put_text_of(struct buf *b, const char *s)
{
	static const char nothing[] = "\xE2\x80\x8C";  /* U+200C: part of a cluster whose text another glyph carries */
	if (!s || !*s)
		s = nothing;
	buf_chr(b, '<');
	pdf_put_utf16(b, s, strlen(s));
	buf_chr(b, '>');
}

/* The one character a text is, if it is one of the first 65,536; else 0. */
static uint32_t single(const char *s)
{
	if (!s || !*s)
		return 0;
	const char *at = s, *end = s + strlen(s);
	uint32_t cp = u8_get(&at, end);
	return at == end && cp <= 0xFFFF ? cp : 0;
}

/* Length of the run of CIDs from i on whose texts are consecutive characters, within one block of 256 on both sides. */
static size_t run_of(const char **text, size_t i, size_t n)
{
	size_t k = 1;
	uint32_t cp = single(text[i]);
	if (cp)
		while (i + k <= n && single(text[i + k]) == cp + k && ((i + k) & 255) && ((cp + k) & 255))
			k++;
	return k;
}

static void put_block(struct buf *cmap, struct buf *rows, int *count, const char *kind)
{
	if (*count) {
		buf_fmt(cmap, "%d begin%s\n", *count, kind);
		buf_put(cmap, rows->data, rows->len);
		buf_fmt(cmap, "end%s\n", kind);
	}
	buf_clear(rows);
	*count = 0;
}

static void put_code(struct buf *b, size_t cid)
{
	static const char hex[] = "0123456789ABCDEF";
	const char s[6] = {'<', hex[cid >> 12 & 15], hex[cid >> 8 & 15], hex[cid >> 4 & 15], hex[cid & 15], '>'};
	buf_put(b, s, sizeof s);
}

/* "<0001> <0041>": readers that split at white space want it between the strings. */
static void put_mappings(struct buf *cmap, const char **text, size_t n)
{
	struct buf chars = {0}, ranges = {0};
	int nchars = 0, nranges = 0;
	for (size_t i = 1, k; i <= n; i += k) {
		k = run_of(text, i, n);
		struct buf *rows = k > 1 ? &ranges : &chars;
		put_code(rows, i);
		buf_chr(rows, ' ');
		if (k > 1) {
			put_code(rows, i + k - 1);
			buf_chr(rows, ' ');
		}
		++*(k > 1 ? &nranges : &nchars);
		put_text_of(rows, text[i]);
		buf_chr(rows, '\n');
		if (nchars == 100)
			put_block(cmap, &chars, &nchars, "bfchar");
		if (nranges == 100)
			put_block(cmap, &ranges, &nranges, "bfrange");
	}
	put_block(cmap, &chars, &nchars, "bfchar");
	put_block(cmap, &ranges, &nranges, "bfrange");
	buf_free(&chars);
	buf_free(&ranges);
}

static uint32_t write_to_unicode(struct pdf_obj *o, const char **text, size_t n)
{
	struct buf b = {0};
	uint32_t num = pdf_obj_new(o, 1);
	buf_str(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	            "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
	            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 "
	            "begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	put_mappings(&b, text, n);
	buf_str(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	pdf_write_stream(o, num, pdf_dict_new(o, NULL), b.data, b.len, true);
	buf_free(&b);
	return num;
}

/* Without a /CIDSet: PDF/A-3 does not ask for it, and where there is one it must be right. */
static uint32_t write_descriptor(struct pdf_obj *o, const struct txt_embed *e)
{
	pdf_dict file = pdf_dict_new(o, NULL), d = pdf_dict_new(o, "FontDescriptor");
	pdf_array box = pdf_array_new(o);
	uint32_t file_num = pdf_obj_new(o, 2);
	pdf_dict_int(file, "Length1", (int32_t)e->size);
	pdf_write_stream(o, file_num, file, e->data, e->size, true);
	for (int i = 0; i < 4; i++)
		pdf_array_int(box, e->bbox[i]);
	pdf_dict_name(d, "FontName", e->name);
	pdf_dict_int(d, "Flags", (int32_t)e->flags);
	pdf_dict_put(d, "FontBBox", box);
	pdf_dict_int(d, "ItalicAngle", e->italic_angle);
	pdf_dict_int(d, "Ascent", e->ascent);
	pdf_dict_int(d, "Descent", e->descent);
	pdf_dict_int(d, "CapHeight", e->cap_height);
	pdf_dict_int(d, "StemV", e->stem_v);
	pdf_dict_ref(o, d, "FontFile2", file_num);
	pdf_write_dict(o, file_num + 1, d);
	return file_num + 1;
}

static uint32_t write_descendant(struct pdf_obj *o, const struct txt_embed *e, size_t n)
{
	uint32_t num = pdf_obj_new(o, 2);
	uint32_t descriptor = write_descriptor(o, e);
	pdf_write_stream(o, num + 1, pdf_dict_new(o, NULL), e->cid_to_gid, 2 * (n + 1), true);
	pdf_dict d = pdf_dict_new(o, "Font"), info = pdf_dict_new(o, NULL);
	pdf_dict_text(o, info, "Registry", "Adobe");
	pdf_dict_text(o, info, "Ordering", "Identity");
	pdf_dict_int(info, "Supplement", 0);
	pdf_dict_name(d, "Subtype", "CIDFontType2");
	pdf_dict_name(d, "BaseFont", e->name);
	pdf_dict_put(d, "CIDSystemInfo", info);
	pdf_dict_ref(o, d, "FontDescriptor", descriptor);
	pdf_dict_ref(o, d, "CIDToGIDMap", num + 1);
	pdf_dict_int(d, "DW", e->width[0]);
	struct buf w = {0};
	buf_str(&w, "/W[1[");
	for (size_t i = 1; i <= n; i++) {
		if (i > 1)
			buf_chr(&w, ' ');
		buf_int(&w, e->width[i]);
	}
	buf_str(&w, "]]");
	pdf_dict_raw(d, w.data, w.len);
	buf_free(&w);
	pdf_write_dict(o, num, d);
	return num;
}

static uint32_t write_font(struct pdf_obj *o, const struct txt_embed *e, size_t n)
{
	uint32_t num = pdf_obj_new(o, 1), unicode = write_to_unicode(o, e->text, n);
	pdf_array kids = pdf_array_new(o);
	uint32_t descendant = write_descendant(o, e, n);
	pdf_array_ref(o, kids, descendant);
	pdf_dict d = pdf_dict_new(o, "Font");
	pdf_dict_name(d, "Subtype", "Type0");
	pdf_dict_name(d, "BaseFont", e->name);
	pdf_dict_name(d, "Encoding", "Identity-H");
	pdf_dict_put(d, "DescendantFonts", kids);
	pdf_dict_ref(o, d, "ToUnicode", unicode);
	pdf_write_dict(o, num, d);
	return num;
}

bool pdf_fonts_finish(struct pdf_fonts *f, struct buf *resources)
{
	bool ok = true;
	for (int i = 0; i < f->n; i++) {
		const struct font *font = &f->fonts[f->order[i]];
		const struct txt_used used = {f->order[i], font->key, font->n};
		struct txt_embed e = {0};
		if (!font->n)
			continue;
		if (!txt_embed(f->pdf->txt, &used, &e, f->pdf->mem, f->pdf->diag)) {
			ok = false;
			continue;
		}
		buf_fmt(resources, "/F%d ", i);
		pdf_put_ref(resources, write_font(f->pdf->obj, &e, font->n));
	}
	return ok;
}
