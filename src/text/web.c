/* web.c: the part of a font that a page shows, as a browser takes it: its characters with their kerning and joining,
 * as WOFF2 (W3C, WOFF File Format 2.0). Tables are packed as they are: the transform of glyf would save a tenth. */
#include <brotli/encode.h>
#include <hb-subset.h>
#include <string.h>

#include "base/buf.h"
#include "text/state.h"

/* Of Brotli: 11 saves 3 % more and takes twenty times as long; a subset fits into a window of 64 KiB. */
enum { QUALITY = 9, WINDOW = 16, TABLES = 32 };

struct table { hb_tag_t tag; uint32_t at, size; };

int txt_fonts(const struct txt *t)
{
	return t->fonts.nloaded;
}

int txt_shown_by(struct txt *t, int face, uint32_t codepoint)
{
	const struct face *f = &t->faces[face];
	for (int i = 0; i < f->nchain; i++)
		if (font_open(&t->fonts, f->chain[i], t->diag) && font_has(f->chain[i], codepoint))
			return f->chain[i]->number;
	return -1;
}

/* Names, glyph names and signatures are of no use in a page. */
static hb_subset_input_t *subset_input(const uint32_t *chars, size_t n)
{
	static const hb_tag_t kept[] = {HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'a', 'r', 'k'),
		HB_TAG('m', 'k', 'm', 'k'), HB_TAG('l', 'i', 'g', 'a'), HB_TAG('r', 'l', 'i', 'g'),
		HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('c', 'a', 'l', 't'),
		HB_TAG('i', 'n', 'i', 't'), HB_TAG('m', 'e', 'd', 'i'), HB_TAG('f', 'i', 'n', 'a'),
		HB_TAG('i', 's', 'o', 'l'), HB_TAG('t', 'n', 'u', 'm')};
	static const hb_tag_t unneeded[] = {HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'),
		HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('m', 'e', 't', 'a')};
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	if (!in)
		return NULL;
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_t *features = hb_subset_input_set(in, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
		 *drop = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG), *set = hb_subset_input_unicode_set(in);
	hb_set_clear(features);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		hb_set_add(features, kept[i]);
	for (size_t i = 0; i < sizeof unneeded / sizeof *unneeded; i++)
		hb_set_add(drop, unneeded[i]);
	for (size_t i = 0; i < n; i++)
		hb_set_add(set, chars[i]);
	return in;
}

static uint32_t number(const char *p, int bytes)
{
	uint32_t v = 0;
	while (bytes--)
		v = v << 8 | (uint8_t)*p++;
	return v;
}

static void put_number(struct buf *b, uint32_t v, int bytes)
{
	while (bytes--)
		buf_chr(b, (char)(v >> 8 * bytes));
}

/* UIntBase128 (§4.1): seven bits a byte, the highest first. */
static void put_base128(struct buf *b, uint32_t v)
{
	int shift = 28;
	while (shift && !(v >> shift))
		shift -= 7;
	for (; shift; shift -= 7)
		buf_chr(b, (char)(0x80 | (v >> shift & 0x7F)));
	buf_chr(b, (char)(v & 0x7F));
}

/* Known tags (§4.1) have a number; glyf and loca say with 3 in the two highest bits that they are not transformed. */
static void put_entry(struct buf *b, const struct table *t)
{
	static const char known[] = "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmx"
		"kernLTSHPCLTVDMXvheavmtxBASEGDEFGPOSGSUB";
	char tag[5] = {(char)(t->tag >> 24), (char)(t->tag >> 16), (char)(t->tag >> 8), (char)t->tag, '\0'};
	unsigned index = 63;
	for (unsigned i = 0; i < (sizeof known - 1) / 4; i++)
		if (!memcmp(known + 4 * i, tag, 4))
			index = i;
	bool outlines = !strcmp(tag, "glyf") || !strcmp(tag, "loca");
	buf_chr(b, (char)(index | (outlines ? 0xC0 : 0)));
	if (index == 63)
		buf_put(b, tag, 4);
	put_base128(b, t->size);
}

/* loca stands right after glyf, as the format wants it; the others stay in the order of their tags. */
static int read_tables(const char *font, struct table *to)
{
	const hb_tag_t glyf = HB_TAG('g', 'l', 'y', 'f'), loca = HB_TAG('l', 'o', 'c', 'a');
	int n = 0, count = (int)number(font + 4, 2);
	struct table offsets = {0};
	for (int i = 0; i < count; i++) {
		const char *row = font + 12 + 16 * i;
		if (number(row, 4) == loca)
			offsets = (struct table){loca, number(row + 8, 4), number(row + 12, 4)};
	}
	for (int i = 0; i < count && n < TABLES - 1; i++) {
		const char *row = font + 12 + 16 * i;
		struct table t = {number(row, 4), number(row + 8, 4), number(row + 12, 4)};
		if (t.tag == loca)
			continue;
		to[n++] = t;
		if (t.tag == glyf)
			to[n++] = offsets;
	}
	return n;
}

static void put_head(struct buf *b, uint32_t length, int tables, uint32_t whole, uint32_t packed)
{
	enum { REST = 20 };                                    /* no metadata, no private data */
	buf_put(b, "wOF2\0\1\0\0", 8);
	put_number(b, length, 4);
	put_number(b, (uint32_t)tables, 2);
	put_number(b, 0, 2);
	put_number(b, whole, 4);
	put_number(b, packed, 4);
	put_number(b, 0x00010000, 4);
	memset(buf_reserve(b, REST), 0, REST);
	b->len += REST;
}

static bool pack(const char *font, struct buf *out)
{
	enum { HEAD = 48 };
	struct table tables[TABLES];
	struct buf plain = {0}, entries = {0}, packed = {0};
	int n = read_tables(font, tables);
	uint32_t whole = 12 + 16 * (uint32_t)n;
	for (int i = 0; i < n; i++) {
		put_entry(&entries, &tables[i]);
		buf_put(&plain, font + tables[i].at, tables[i].size);
		whole += (tables[i].size + 3) / 4 * 4;
	}
	size_t size = BrotliEncoderMaxCompressedSize(plain.len);
	uint8_t *room = (uint8_t *)buf_reserve(&packed, size);
	bool ok = BrotliEncoderCompress(QUALITY, WINDOW, BROTLI_MODE_FONT, plain.len,
		(const uint8_t *)plain.data, &size, room);
	if (ok) {
		put_head(out, (uint32_t)((HEAD + entries.len + size + 3) / 4 * 4), n, whole, (uint32_t)size);
		buf_put(out, entries.data, entries.len);
		buf_put(out, room, size);
		while (out->len % 4)
			buf_chr(out, '\0');
	}
	buf_free(&plain);
	buf_free(&entries);
	buf_free(&packed);
	return ok;
}

bool txt_web(struct txt *t, int font, const uint32_t *chars, size_t n, struct txt_web *web, struct mem *m)
{
	const struct font *f = t->fonts.loaded[font];
	hb_subset_input_t *in = subset_input(chars, n);
	hb_face_t *face = in ? hb_subset_or_fail(f->face, in) : NULL;
	struct buf b = {0};
	bool ok = false;
	if (face) {
		hb_blob_t *blob = hb_face_reference_blob(face);
		ok = pack(hb_blob_get_data(blob, NULL), &b);
		hb_blob_destroy(blob);
	}
	hb_face_destroy(face);
	hb_subset_input_destroy(in);
	if (!ok)
		embed_failed(t, f, t->diag);
	*web = (struct txt_web){.family = f->family, .weight = f->weight, .italic = f->italic, .size = b.len};
	web->data = buf_take(&b, m);
	return ok;
}
