/* attach.c: attached files (the source) and the name trees: attachments by name, destinations by the author's ids. */
#include <stdlib.h>
#include <string.h>

#include "pdf/syntax.h"
#include "pdf/write.h"

enum { LEAF = 256 };                               /* entries of a node of a tree */

struct entry { const char *name; uint32_t obj; const struct block *block; };       /* obj 0: a destination */

static bool is_ascii(const char *s)
{
	while (*s && (unsigned char)*s < 0x80)
		s++;
	return !*s;
}

/* By the bytes as they are written: names that are not ASCII are UTF-16 behind a mark that is greater than any letter.
 * Readers search the tree by halves. */
static int by_name(const void *a, const void *b)
{
	const char *x = ((const struct entry *)a)->name, *y = ((const struct entry *)b)->name;
	return is_ascii(x) != is_ascii(y) ? (is_ascii(x) ? -1 : 1) : strcmp(x, y);
}

static uint32_t write_file(struct pdf *pdf, const struct blk_attachment *a)
{
	struct pdf_obj *o = pdf->obj;
	struct buf params = {0};
	uint32_t num = pdf_obj_new(o, 1);
	buf_fmt(&params, "/Params<</Size %zu/ModDate", a->size);
	pdf_put_date(&params, pdf->date);
	buf_str(&params, ">>");
	pdf_dict d = pdf_dict_new(o, "EmbeddedFile");
	pdf_dict_name(d, "Subtype", a->mime ? a->mime : "application/octet-stream");
	pdf_dict_raw(d, params.data, params.len);
	buf_free(&params);
	pdf_write_stream(o, num, d, a->data, a->size, true);
	return num;
}

/* /F is a byte string: what is not ASCII would mean something else on every machine. */
static void put_plain_name(struct pdf *pdf, pdf_dict d, const char *name)
{
	struct buf b = {0};
	for (; *name; name++)
		if (((unsigned char)*name & 0xC0) != 0x80)
			buf_chr(&b, (unsigned char)*name < 0x80 ? *name : '_');
	pdf_dict_text(pdf->obj, d, "F", b.len ? b.data : "");
	buf_free(&b);
}

/* PDF/A-3 wants /F, /UF, /AFRelationship and a type; that the file is in /AF too is the catalog's. */
static uint32_t write_filespec(struct pdf *pdf, const struct blk_attachment *a)
{
	struct pdf_obj *o = pdf->obj;
	uint32_t file = write_file(pdf, a), num = pdf_obj_new(o, 1);
	pdf_dict d = pdf_dict_new(o, "Filespec"), ef = pdf_dict_new(o, NULL);
	pdf_dict_ref(o, ef, "F", file);
	pdf_dict_ref(o, ef, "UF", file);
	put_plain_name(pdf, d, a->name);
	pdf_dict_text(o, d, "UF", a->name);
	pdf_dict_text(o, d, "Desc", a->desc ? a->desc : a->name);
	pdf_dict_name(d, "AFRelationship", a->relationship ? a->relationship : "Unspecified");
	pdf_dict_put(d, "EF", ef);
	pdf_write_dict(o, num, d);
	return num;
}

static void put_value(struct pdf *pdf, struct buf *b, const struct entry *e)
{
	if (e->obj)
		pdf_put_ref(b, e->obj);
	else
		pdf_link_dest(pdf, e->block, b);
}

/* A name tree of one or two levels over sorted entries. */
static uint32_t write_tree(struct pdf *pdf, const struct entry *e, size_t n)
{
	struct buf kids = {0}, leaf = {0};
	buf_str(&kids, "/Kids[");
	for (size_t i = 0; i < n; i += LEAF) {
		size_t end = i + LEAF < n ? i + LEAF : n;
		buf_clear(&leaf);
		buf_str(&leaf, "/Limits[");
		pdf_put_text(&leaf, e[i].name, strlen(e[i].name));
		pdf_put_text(&leaf, e[end - 1].name, strlen(e[end - 1].name));
		buf_str(&leaf, "]/Names[");
		for (size_t k = i; k < end; k++) {
			pdf_put_text(&leaf, e[k].name, strlen(e[k].name));
			put_value(pdf, &leaf, &e[k]);
		}
		buf_chr(&leaf, ']');
		uint32_t num = pdf_obj_new(pdf->obj, 1);
		pdf_write_raw(pdf->obj, num, &leaf);
		pdf_put_ref(&kids, num);
		buf_chr(&kids, ' ');
	}
	buf_chr(&kids, ']');
	uint32_t num = pdf_obj_new(pdf->obj, 1);
	pdf_write_raw(pdf->obj, num, &kids);
	buf_free(&kids);
	buf_free(&leaf);
	return num;
}

static uint32_t write_files(struct pdf *pdf, struct buf *af)
{
	size_t n = pdf->tree->nattachments;
	struct entry *e = MEM_ARRAY(pdf->mem, struct entry, n + 1);
	for (size_t i = 0; i < n; i++) {
		e[i] = (struct entry){
			.name = pdf->tree->attachments[i].name, .obj = write_filespec(pdf, &pdf->tree->attachments[i])};
		pdf_put_ref(af, e[i].obj);
		buf_chr(af, ' ');
	}
	qsort(e, n, sizeof *e, by_name);
	return n ? write_tree(pdf, e, n) : 0;
}

/* Where an author's id stands: so a link from outside can name it (#massnahme-3). The first of two is kept. */
static uint32_t write_dests(struct pdf *pdf)
{
	const struct block *root = pdf->tree->root;
	struct entry *e = NULL;
	size_t n = 0, cap = 0;
	for (const struct block *b = root; b; b = blk_walk(root, b)) {
		if (!b->id || lay_last_page(pdf->lay, b) < 0)
			continue;
		MEM_ROOM(e, n, cap);
		e[n++] = (struct entry){.name = b->id, .block = b};
	}
	if (n)
		qsort(e, n, sizeof *e, by_name);
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (!kept || strcmp(e[kept - 1].name, e[i].name))
			e[kept++] = e[i];
	uint32_t num = kept ? write_tree(pdf, e, kept) : 0;
	free(e);
	return num;
}

uint32_t pdf_names_write(struct pdf *pdf, struct buf *af)
{
	struct pdf_obj *o = pdf->obj;
	uint32_t files = write_files(pdf, af), dests = write_dests(pdf);
	if (!files && !dests)
		return 0;
	uint32_t num = pdf_obj_new(o, 1);
	pdf_dict d = pdf_dict_new(o, NULL);
	if (files)
		pdf_dict_ref(o, d, "EmbeddedFiles", files);
	if (dests)
		pdf_dict_ref(o, d, "Dests", dests);
	pdf_write_dict(o, num, d);
	return num;
}
