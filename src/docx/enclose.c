/* enclose.c: the source goes along, as in a PDF: the excerpt that is attached there, the values of charts, and which
 * picture of the file is which of the source (base/enclosed.h). */
#include <string.h>

#include "base/enclosed.h"
#include "base/esc.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/metadata.h"
#include "block/block.h"
#include "docx/item.h"

static bool is_source(const struct blk_attachment *a)
{
	return !strcmp(a->relationship, "Source") || !strcmp(a->relationship, "Data");
}

/* Of two editions beside each other neither is what the file says. */
static bool has_source(const struct blk_tree *t)
{
	for (size_t i = 0; i < t->nattachments && !t->compared; i++)
		if (is_source(&t->attachments[i]))
			return true;
	return false;
}

static void begin(struct buf *b, int number)
{
	buf_fmt(b, "<rdf:Description rdf:about=\"" ENCLOSED_ABOUT "%d\">", number);
}

static void said(struct buf *b, const char *what, const char *value, size_t n)
{
	buf_fmt(b, "<b:%s>", what);
	esc_text(b, value, n);
	buf_fmt(b, "</b:%s>", what);
}

/* As it is, or encoded where XML would not give back the same bytes. */
static void put_file(struct buf *b, int number, const struct blk_attachment *a, struct hash_run *h)
{
	const char *data = a->shown ? a->shown : a->data;
	const size_t n = a->shown ? a->nshown : a->size;
	begin(b, number);
	said(b, "name", a->name, strlen(a->name));
	if (esc_holds(data, n) && !memchr(data, '\r', n)) {
		said(b, "text", data, n);
	} else {
		buf_str(b, "<b:bytes>");
		buf_base64(b, data, n);
		buf_str(b, "</b:bytes>");
	}
	buf_str(b, "</rdf:Description>\n");
	enclosed_file(h, a->name, data, n);
}

/* Its place below the document's folder; NULL: it lies elsewhere, in the town's look. */
static const char *place_of(struct dox *d, const struct blk_image *image)
{
	const char *root = d->t->root->file, *dir = root ? file_dir(d->mem, root) : NULL, *path = image->path;
	const size_t n = dir ? strlen(dir) : 0;
	if (!path || !n)
		return NULL;
	if (!strcmp(dir, "."))
		return *path == '/' || !strncmp(path, "../", 3) ? NULL : path;
	return !strncmp(path, dir, n) && path[n] == '/' ? path + n + 1 : NULL;
}

static bool put_picture(struct dox *d, struct buf *b, int number, const struct block *f)
{
	const struct blk_image *image = f->more->drawing ? NULL : f->more->image;
	const char *name = image ? place_of(d, image) : NULL;
	char sum[ENCLOSED_SEAL];
	struct buf bare = {0};
	if (!name)
		return false;
	pic_bare(&bare, image->data, image->size, true);
	enclosed_digest(bare.data, bare.len, sum);
	buf_free(&bare);
	begin(b, number);
	said(b, "name", name, strlen(name));
	said(b, "bild", sum, strlen(sum));
	buf_str(b, "</rdf:Description>\n");
	return true;
}

bool dox_enclose(struct dox *d, struct buf *b)
{
	const struct blk_tree *t = d->t;
	char whole[ENCLOSED_SEAL];
	int number = 0;
	if (!has_source(t))
		return false;
	struct hash_run *h = hash_begin();
	for (size_t i = 0; i < d->nsaid; i++)
		(d->said[i].alt ? enclosed_picture : enclosed_paragraph)(h, d->said[i].text, strlen(d->said[i].text));
	buf_str(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"" ENCLOSED_RDF
		"\" xmlns:b=\"" ENCLOSED_NAMESPACE "\">\n");
	for (size_t i = 0; i < t->nattachments; i++)
		if (is_source(&t->attachments[i]))
			put_file(b, ++number, &t->attachments[i], h);
	for (size_t i = 0; i < d->nitems; i++)
		if (dox_is(&d->items[i], DOX_PICTURE, false))
			number += put_picture(d, b, number + 1, d->items[i].u.picture);
	enclosed_seal(h, whole);
	begin(b, 0);
	said(b, "siegel", whole, strlen(whole));
	buf_str(b, "</rdf:Description>\n</rdf:RDF>\n");
	return true;
}
