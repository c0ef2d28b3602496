/* embed.c: the part of a font that a document shows, as the PDF wants it: a TrueType file of its own, the map from CIDs
 * to its glyphs, widths, texts and the numbers of the font descriptor. */
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "text/state.h"

enum { CAP_HEIGHT = 714 };                             /* of Noto, where a font says none */
enum { FLAG_FIXED = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

const char *txt_key_text(const struct txt *t, int font, uint16_t key)
{
	const char *s = t->fonts.loaded[font]->keys[key].text;
	return s ? s : "";
}

size_t txt_keys(const struct txt *t, int font)
{
	return t->fonts.loaded[font]->nkeys;
}

int txt_advance(const struct txt *t, int font, uint16_t key)
{
	return t->fonts.loaded[font]->keys[key].adv;
}

/* A big-endian number of a table; 0 where the table is too short. */
static int32_t table_number(hb_face_t *face, hb_tag_t tag, unsigned at, unsigned bytes)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	unsigned n;
	const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &n);
	uint32_t v = 0;
	for (unsigned i = 0; i < bytes && at + bytes <= n; i++)
		v = v << 8 | p[at + i];
	hb_blob_destroy(blob);
	return bytes == 2 ? (int16_t)v : (int32_t)v;
}

static int scaled(hb_face_t *face, int32_t v)
{
	int upem = (int)hb_face_get_upem(face);
	return (int)((int64_t)v * 1000 / upem);
}

static void describe(const struct font *f, struct txt_embed *e)
{
	const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd'), hhea = HB_TAG('h', 'h', 'e', 'a'),
		       os2 = HB_TAG('O', 'S', '/', '2'), post = HB_TAG('p', 'o', 's', 't');
	hb_face_t *face = f->face;
	int family = table_number(face, os2, 32, 1), serif = table_number(face, os2, 33, 1);      /* PANOSE */
	e->ascent = scaled(face, table_number(face, hhea, 4, 2));
	e->descent = scaled(face, table_number(face, hhea, 6, 2));
	e->cap_height = table_number(face, os2, 0, 2) >= 2 ? scaled(face, table_number(face, os2, 88, 2)) : 0;
	if (!e->cap_height)
		e->cap_height = CAP_HEIGHT;
	e->stem_v = 50 + f->weight * f->weight / (65 * 65);        /* usual estimate: no table says it */
	e->italic_angle = table_number(face, post, 4, 4) / 65536;
	for (int i = 0; i < 4; i++)
		e->bbox[i] = scaled(face, table_number(face, head, 36 + 2 * (unsigned)i, 2));
	e->flags = FLAG_SYMBOLIC | (table_number(face, post, 12, 4) ? FLAG_FIXED : 0) |
		(family == 2 && serif >= 2 && serif <= 10 ? FLAG_SERIF : 0) | (f->italic ? FLAG_ITALIC : 0);
}

static bool may_embed(const struct font *f)
{
	int rights = table_number(f->face, HB_TAG('O', 'S', '/', '2'), 8, 2) & 0x30F;
	return (rights & 0xF) != 2 && !(rights & 0x300);       /* restricted; no subsetting or bitmaps only */
}

static hb_subset_input_t *subset_input(const struct font *f, const uint16_t *cids, size_t n)
{
	static const hb_tag_t unneeded[] = {HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'),
		HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('G', 'S', 'U', 'B'),
		HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
		HB_TAG('g', 'a', 's', 'p'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'),
		HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('m', 'e', 't', 'a')};
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	if (!in)
		return NULL;
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	hb_set_t *drop = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG),
		 *glyphs = hb_subset_input_glyph_set(in);
	for (size_t i = 0; i < sizeof unneeded / sizeof *unneeded; i++)
		hb_set_add(drop, unneeded[i]);
	for (size_t i = 0; i < n; i++)
		hb_set_add(glyphs, f->keys[cids[i]].gid);
	return in;
}

/* Making a face ready pays once a few documents have used it; the subsets are the same. */
static hb_face_t *subset_source(struct font *f)
{
	enum { FEW = 3 };
	if (!f->prepared && ++f->embeds > FEW)
		f->prepared = hb_subset_preprocess(f->face);
	return f->prepared ? f->prepared : f->face;
}

/* What was cut out of a font last, for the next document that shows the same of it. */
struct font_cut {
	uint16_t *keys; size_t n;                          /* what it was asked for */
	void *data; size_t size;
	uint8_t *to;                                       /* CID to glyph, two bytes each, n + 1 of them */
	char tag[7];
};

void font_cut_free(struct font_cut *c)
{
	if (!c)
		return;
	free(c->keys);
	free(c->data);
	free(c->to);
	free(c);
}

static void *copy_of(const void *data, size_t n)
{
	return memcpy(mem_alloc(n + 1), data, n);
}

/* Six capital letters that differ where the contents do (ISO 32000-1, 9.6.4). */
static void put_tag(char tag[static 7], const void *data, size_t n)
{
	uint8_t digest[HASH_SHA256];
	hash_sha256(data, n, digest);
	for (int i = 0; i < 6; i++)
		tag[i] = (char)('A' + digest[i] % 26);
	tag[6] = 0;
}

static struct font_cut *cut_new(const struct font *f, hb_subset_plan_t *plan, hb_face_t *face, const uint16_t *cids,
	size_t n)
{
	struct font_cut *c = mem_alloc(sizeof *c);
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);
	*c = (struct font_cut){.keys = copy_of(cids, n * sizeof *cids),
		.n = n,
		.data = copy_of(data, size),
		.size = size,
		.to = mem_alloc(2 * (n + 1))};
	hb_blob_destroy(blob);
	c->to[0] = c->to[1] = 0;
	for (size_t i = 0; i < n; i++) {
		hb_codepoint_t gid = hb_map_get(map, f->keys[cids[i]].gid);
		c->to[2 * i + 2] = (uint8_t)(gid >> 8);
		c->to[2 * i + 3] = (uint8_t)gid;
	}
	put_tag(c->tag, c->data, c->size);
	return c;
}

static struct font_cut *cut(struct font *f, const uint16_t *cids, size_t n)
{
	hb_subset_input_t *in = subset_input(f, cids, n);
	hb_subset_plan_t *plan = in ? hb_subset_plan_create_or_fail(subset_source(f), in) : NULL;
	hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	struct font_cut *c = face ? cut_new(f, plan, face, cids, n) : NULL;
	hb_face_destroy(face);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(in);
	return c;
}

/* False: HarfBuzz could not. */
static bool make_subset(struct font *f, const uint16_t *cids, size_t n, struct txt_embed *e)
{
	if (!f->cut || f->cut->n != n || memcmp(f->cut->keys, cids, n * sizeof *cids)) {
		font_cut_free(f->cut);
		f->cut = cut(f, cids, n);
	}
	if (!f->cut)
		return false;
	e->data = f->cut->data;
	e->size = f->cut->size;
	e->cid_to_gid = f->cut->to;
	return f->cut->size;
}

static const char *tagged_name(const struct font *f, struct mem *m)
{
	char name[128];
	unsigned len = sizeof name;
	if (!hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &len, name) || !*name) {
		size_t n = strcspn(f->file, ".");
		snprintf(name, sizeof name, "%.*s", (int)n, f->file);
	}
	return mem_fmt(m, "%s+%s", f->cut->tag, name);
}

static void describe_cids(const struct font *f, const uint16_t *cids, size_t n, struct txt_embed *e, struct mem *m)
{
	uint16_t *width = MEM_ARRAY(m, uint16_t, n + 1);
	const char **text = MEM_ARRAY(m, const char *, n + 1);
	width[0] = (uint16_t)hb_font_get_glyph_h_advance(f->hb, 0);
	for (size_t i = 0; i < n; i++) {
		const struct font_key *k = &f->keys[cids[i]];
		width[i + 1] = (uint16_t)k->adv;
		text[i + 1] = k->text;
	}
	e->width = width;
	e->text = text;
}

void embed_failed(const struct txt *t, const struct font *f, struct diag *d)
{
	diag_sys(d, "EINBETTEN", file_join(t->mem, f->dir, f->file), 0,
		"Aus der Schrift %s lassen sich die benötigten Zeichen nicht entnehmen; "
		"bitte die Datei neu installieren",
		f->family);
}

bool txt_embed(struct txt *t, const struct txt_used *used, struct txt_embed *e, struct mem *m, struct diag *d)
{
	struct font *f = t->fonts.loaded[used->font];
	const char *path = file_join(m, f->dir, f->file);
	*e = (struct txt_embed){0};
	if (!may_embed(f)) {
		diag_sys(d, "EINBETTEN", path, 0,
			"Die Schrift %s erlaubt das Einbetten in PDF nicht; bitte in gestaltung.xml eine andere "
			"Familie nennen",
			f->family);
		return false;
	}
	if (!make_subset(f, used->keys, used->n, e)) {
		embed_failed(t, f, d);
		return false;
	}
	e->name = tagged_name(f, m);
	describe_cids(f, used->keys, used->n, e, m);
	describe(f, e);
	return true;
}
