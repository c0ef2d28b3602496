/* font.c: opening a font file, and the keys of its glyphs. HarfBuzz checks every table it reads, so that a damaged file
 * does no harm; a file without outlines or with senseless numbers is refused. */
#include "text/font.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

static bool usable(hb_face_t *face)
{
	static const hb_tag_t needed[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
		HB_TAG('h', 'm', 't', 'x'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('c', 'm', 'a', 'p')};
	unsigned n = hb_face_get_glyph_count(face);
	bool ok = n > 1 && n < 65535;
	for (size_t i = 0; ok && i < sizeof needed / sizeof *needed; i++) {
		hb_blob_t *table = hb_face_reference_table(face, needed[i]);
		ok = hb_blob_get_length(table) > 0;
		hb_blob_destroy(table);
	}
	return ok;
}

bool font_open(struct font_list *l, struct font *f, struct diag *d)
{
	if (f->tried)
		return f->hb;
	f->tried = true;
	const char *path = file_join(l->mem, f->dir, f->file);
	if (!file_map(&f->map, path, d))
		return false;
	hb_blob_t *blob = hb_blob_create(f->map.data, (unsigned)f->map.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	f->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	if (!usable(f->face)) {
		diag_sys(d, "SCHRIFT", path, 0,
			"Die Schriftdatei ist beschädigt oder keine TrueType-Schrift; bitte die Datei neu installieren "
			"(Prüfsummen in fonts/PRUEFSUMMEN)");
		return false;
	}
	f->hb = hb_font_create(f->face);
	hb_font_set_scale(f->hb, 1000, 1000);
	f->number = l->nloaded;
	l->loaded[l->nloaded++] = f;
	return true;
}

void font_list_close(struct font_list *l)
{
	for (struct font *f = l->fonts; f < l->fonts + l->nfonts; f++) {
		hb_font_destroy(f->hb);
		hb_face_destroy(f->prepared);
		font_cut_free(f->cut);
		hb_face_destroy(f->face);
		if (f->face)
			file_unmap(&f->map);
		free(f->keys);
		free(f->slots);
	}
}

bool font_has(struct font *f, uint32_t c)
{
	hb_codepoint_t gid;
	if (c >= sizeof f->has)
		return hb_font_get_nominal_glyph(f->hb, c, &gid);
	if (!f->has[c])
		f->has[c] = hb_font_get_nominal_glyph(f->hb, c, &gid) ? 2 : 1;
	return f->has[c] == 2;
}

static uint32_t hash_key(unsigned gid, const char *text, size_t len)
{
	uint32_t h = gid * 2654435761u;
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)text[i]) * 16777619u;
	return h ^ h >> 15;
}

static uint16_t *slot(const struct font *f, unsigned gid, const char *text, size_t len)
{
	uint32_t mask = 2 * f->cap - 1, i = hash_key(gid, text, len) & mask;
	for (; f->slots[i]; i = (i + 1) & mask) {
		const struct font_key *k = &f->keys[f->slots[i]];
		if (k->gid == gid && k->len == len && !memcmp(k->text, text, len))
			break;
	}
	return &f->slots[i];
}

static void grow(struct font *f)
{
	f->cap = f->cap ? 2 * f->cap : 256;
	f->keys = mem_realloc(f->keys, f->cap * sizeof *f->keys);
	free(f->slots);
	f->slots = mem_alloc(2 * f->cap * sizeof *f->slots);
	memset(f->slots, 0, 2 * f->cap * sizeof *f->slots);
	for (uint32_t k = 1; k <= f->nkeys; k++)
		*slot(f, f->keys[k].gid, f->keys[k].text, f->keys[k].len) = (uint16_t)k;
}

static uint16_t refuse_key(struct font *f, struct diag *d)
{
	if (!f->full_told)
		diag_error(d, "GLYPHEN", NULL, 0,
			"Die Schrift %s %d braucht in diesem Lauf mehr als %d verschiedene Zeichenbilder, mehr fasst "
			"eine PDF-Schrift nicht; bitte das "
			"Dokument teilen oder unsinnige Zeichenfolgen entfernen",
			f->family, f->weight, FONT_KEYS);
	f->full_told = true;
	return 1;
}

uint16_t font_key(struct font_list *l, struct font *f, unsigned gid, const char *text, size_t len, struct diag *d)
{
	if (f->nkeys + 1 >= f->cap)
		grow(f);
	uint16_t *s = slot(f, gid, text, len);
	if (*s)
		return *s;
	if (f->nkeys == FONT_KEYS || len > UINT16_MAX)
		return refuse_key(f, d);
	f->keys[++f->nkeys] = (struct font_key){mem_str(l->mem, text, len), (uint16_t)gid, (uint16_t)len,
		(int16_t)hb_font_get_glyph_h_advance(f->hb, gid)};
	return *s = (uint16_t)f->nkeys;
}
