/* sealed.c: a file for word processors of ours that comes back: by its source, which lies in it. Is the seal
 * whole, nobody wrote into it; else what was written is entered as if it were an answer, and the file that the source
 * makes now has to say the same, word by word. */
#include "import/sealed.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/enclosed.h"
#include "base/file.h"
#include "base/hash.h"
#include "import/acc.h"
#include "import/answer.h"
#include "import/import.h"
#include "import/markup.h"
#include "import/read.h"
#include "import/sense.h"

bool sealed_is_safe(const char *name)
{
	return *name && *name != '/' && !strstr(name, "..") && !strchr(name, '\\') && strlen(name) < 200;
}

/* ---- is it wanted as what it is? */

/* *town: whose it is */
static bool is_wanted(struct mem *m, const struct imp_flow *f, const struct imp_wish *w, const char **town)
{
	const char *why;
	const struct imp_enclosed *first = f->enclosed;
	const struct mk *root = first->bytes ? mk_xml(m, first->bytes, first->nbytes, &why) : NULL;
	const char *name = root ? root->name + (strncmp(root->name, "?:", 2) ? 0 : 2) : NULL;
	const char *ort = mk_get(root, "ort");
	*town = ort;
	if (!name || w->changes == IMP_SHOW || !memmem(first->bytes, first->nbytes, "urn:ratssatz:1", 14))
		return false;
	for (size_t i = 0; i < f->nenclosed; i++)
		if (!sealed_is_safe(f->enclosed[i].name))
			return false;
	return (!w->art || !strcmp(w->art, name)) && (!w->ort || (ort && !strcmp(w->ort, ort)));
}

/* ---- did anybody write into it? */

static bool is_aside(const struct imp_node *n)
{
	for (; n; n = n->parent)
		if (n->kind == IMP_COMMENT || n->kind == IMP_TOC || n->kind == IMP_FURNITURE)
			return true;
	return false;
}

/* Programs differ in what of the contents they count as text. */
static bool is_contents(const struct imp_node *n)
{
	return n->style && (!strcasecmp(n->style, "TOC Heading") || !strcasecmp(n->style, "Contents Heading") ||
		!strncasecmp(n->style, "TOC ", 4) || !strncasecmp(n->style, "Contents ", 9));
}

static void add_paragraph(struct mem *m, const struct imp_node *para, struct hash_run *h)
{
	struct imp_passage l;
	struct buf b = {0};
	imp_passage_read(&l, m, para);
	imp_passage_words(&l, false, &b);
	enclosed_paragraph(h, b.data ? b.data : "", b.len);
	buf_free(&b);
	buf_free(&l.was);
}

static bool is_text(const struct imp_node *n)
{
	return n->kind == IMP_PARA || n->kind == IMP_HEADING || n->kind == IMP_CAPTION;
}

/* Changes that are refused were not made. */
static bool is_unchanged(struct mem *m, const struct imp_flow *f, enum imp_wanted wanted)
{
	struct hash_run *h = hash_begin();
	bool same = f->seal != NULL;
	char seal[ENCLOSED_SEAL];
	for (const struct imp_node *n = f->root; n && same; n = imp_after(n, f->root)) {
		const bool changed = n->change && wanted == IMP_ACCEPT;
		same = !changed && (n->kind != IMP_COMMENT);
		if (same && is_text(n) && !is_contents(n) && !is_aside(n))
			add_paragraph(m, n, h);
		else if (same && n->kind == IMP_PICTURE && n->alt && !is_aside(n))
			enclosed_picture(h, n->alt, strlen(n->alt));
	}
	for (size_t i = 0; i < f->nenclosed; i++)
		if (f->enclosed[i].bytes)
			enclosed_file(h, f->enclosed[i].name, f->enclosed[i].bytes, f->enclosed[i].nbytes);
	enclosed_seal(h, seal);
	return same && !strcmp(seal, f->seal);
}

/* ---- what was written */

struct returning { struct taking *t; const char *dir; };

/* A file of the copy as it is with what was written. */
static bool keep(void *arg, const char *path, const struct buf *b)
{
	const struct returning *r = arg;
	const size_t n = strlen(r->dir);
	for (size_t i = 0; i < r->t->n; i++)
		if (!strncmp(path, r->dir, n) && path[n] == '/' && !strcmp(path + n + 1, r->t->files[i].name)) {
			buf_clear(&r->t->files[i].bytes);
			buf_put(&r->t->files[i].bytes, b->data, b->len);
			return true;
		}
	return false;
}

/* All that is said and not worked out anew, changes taken. */
static struct bag words_of(struct mem *m, const struct imp_flow *f)
{
	struct bag g = {.mem = m};
	for (const struct imp_node *n = imp_passage_next(f, NULL, false); n; n = imp_passage_next(f, n, false)) {
		struct imp_passage l;
		struct buf b = {0};
		imp_passage_read(&l, m, n);
		imp_passage_words(&l, true, &b);
		bag_add(&g, b.data ? b.data : "");
		buf_free(&b);
		buf_free(&l.was);
	}
	for (const struct imp_node *n = f->root; n; n = imp_after(n, f->root))
		if (n->kind == IMP_PICTURE && n->alt && !is_aside(n))
			bag_add(&g, n->alt);
	bag_sort(&g);
	return g;
}

/* What a says besides b. */
static struct bag beyond(const struct bag *a, const struct bag *b)
{
	return bag_missing(a, b, SIZE_MAX);
}

/* Each word that was put in or taken out since it was sent is in or out of what is sent now, or stands in a remark. */
static bool says_what_was_written(struct mem *m, const struct imp_flow *f, const struct buf docx[2],
	const struct buf *left, struct diag *d)
{
	const struct imp_flow *sent[2] = {NULL, NULL};
	for (int i = 0; i < 2; i++)
		if (!docx[i].len ||
			!(sent[i] = imp_read_bytes(m, "setzen --format docx", docx[i].data, docx[i].len, NULL,
				d)))
			return false;
	struct bag then = words_of(m, sent[0]), now = words_of(m, sent[1]), here = words_of(m, f), open = {.mem = m};
	bag_add(&open, left->data ? left->data : "");
	bag_sort(&open);
	const struct bag in = beyond(&here, &then), out = beyond(&then, &here), is_in = beyond(&now, &then),
			is_out = beyond(&then, &now), in_left = beyond(&in, &is_in), out_left = beyond(&out, &is_out);
	return !beyond(&in_left, &open).n && !beyond(&out_left, &open).n;
}

/* Paragraphs of the file, roughly. */
static size_t passages(const struct imp_flow *f)
{
	size_t count = 0;
	for (const struct imp_node *n = imp_passage_next(f, NULL, false); n; n = imp_passage_next(f, n, false))
		count++;
	return count;
}

/* Names of the copy become those of the folder. */
static void put_list(const struct buf *said, const char *copy, struct buf *list)
{
	const size_t n = strlen(copy);
	for (const char *s = said->data; s && *s;) {
		const char *at = strstr(s, copy);
		const size_t to = at ? (size_t)(at - s) : strlen(s);
		buf_put(list, s, to);
		s += to + (at ? n + (at[n] == '/') : 0);
	}
}

/* Into the files; false: too much has no sure place there, or not each word is accounted for. */
static bool enter(struct taking *t, const struct imp_flow *f, const char *path, struct buf *list, size_t *left)
{
	enum { MOST = 4 };                             /* one in so many paragraphs may be left open */
	const struct imp_wish *w = t->wish;
	struct returning copy = {t, take_copy_dir(t)};
	struct imp_return r = {.answers = &path, .nanswers = 1, .accept = "alle", .put = keep, .arg = &copy,
		.with_comments = true};
	const char *dir = t->dir, *master = file_join(t->mem, copy.dir, t->files[0].name);
	struct diag *own = diag_new();
	struct buf docx[2] = {{0}, {0}}, said = {0};
	t->dir = copy.dir;
	bool ok = w->answered && w->changes == IMP_ACCEPT && take_put_copy(t, own) &&
		w->sent(w->arg, master, &docx[0]) && w->answered(w->arg, master, &r, &said, own) &&
		r.left * MOST <= passages(f);
	file_remove_all(copy.dir);
	ok = ok && take_put_copy(t, own) && w->sent(w->arg, master, &docx[1]) &&
		says_what_was_written(t->mem, f, docx, &r.left_words, own);
	file_remove_all(copy.dir);
	t->dir = dir;
	*left = r.left;
	put_list(&said, copy.dir, list);
	buf_free(&docx[0]);
	buf_free(&docx[1]);
	buf_free(&said);
	buf_free(&r.left_words);
	diag_free(own);
	return ok;
}

/* ---- all of it */

/* The picture of the file that was made of one of the source. */
static const struct imp_node *picture_of(const struct imp_flow *f, const char *digest)
{
	char sum[ENCLOSED_SEAL];
	for (const struct imp_node *n = f->root; n; n = imp_after(n, f->root))
		if (n->bytes) {
			enclosed_digest(n->bytes, n->nbytes, sum);
			if (!strcmp(sum, digest))
				return n;
		}
	return NULL;
}

static bool is_there(const struct taking *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (!strcmp(t->files[i].name, name))
			return true;
	return false;
}

static void add_files(struct taking *t, const struct imp_flow *f)
{
	for (size_t i = 0; i < f->nenclosed; i++) {
		const struct imp_enclosed *e = &f->enclosed[i];
		const struct imp_node *picture = e->bytes ? NULL : picture_of(f, e->digest);
		if (is_there(t, e->name) || (!e->bytes && !picture))
			continue;
		struct buf *b = take_add(t, e->name);
		buf_put(b, picture ? picture->bytes : e->bytes, picture ? picture->nbytes : e->nbytes);
	}
}

static void drop_aside(struct acc *a, const struct imp_flow *f)
{
	for (const struct imp_node *n = f->root->first; n; n = n->next)
		if (n->kind == IMP_TOC)
			acc_drop_node(a, "Inhaltsverzeichnis", n);
		else if (n->kind == IMP_FURNITURE)
			acc_drop_node(a, n->rule ? n->rule : "Kopf- und Fußzeile", n);
}

/* Each word was found where the source has it. */
static void account(struct taking *t, struct imp_flow *f, const char *path, const char *ort)
{
	const struct sense_result none = {0};
	struct acc *a = acc_new(t->mem);
	struct town town = {.ort = ort};
	struct sense s = {.mem = t->mem, .flow = f, .path = path, .acc = a, .town = &town};
	acc_take_in(a, f->root);
	drop_aside(a, f);
	a->placed = a->in.n - a->dropped;
	take_account(t, &s, &none);
}

bool sealed_take(struct taking *t, struct imp_flow *f, const char *path, struct buf *told, struct diag *d)
{
	struct buf list = {0};
	const char *ort;
	size_t left = 0;
	if (!f->nenclosed || !is_wanted(t->mem, f, t->wish, &ort))
		return false;
	add_files(t, f);
	const size_t n = t->n;
	const bool same = is_unchanged(t->mem, f, t->wish->changes), done = same || enter(t, f, path, &list, &left);
	if (done)
		account(t, f, path, ort);
	else
		buf_fmt(told, "%s: ein Dokument von ratssatz, das seine Quelle mitbringt; was seitdem "
			"hineingeschrieben wurde, hat dort nicht überall eine sichere Stelle%s, deshalb ist es "
			"gelesen wie ein fremdes. "
			"Liegt die Quelle vor: ratssatz uebernehmen --kommentare\n",
			path, left ? mem_fmt(t->mem, " (%zu Stellen)", left) : "");
	if (done && take_write(t, path, told, d))
		buf_fmt(told, "%s: ein Dokument von ratssatz; seine Quelle lag bei, %zu Dateien sind entnommen, nichts "
			"ist geraten%s\n%s",
			path, n, same ? "" : "; eingetragen ist, was seitdem hineingeschrieben wurde:",
			same || !list.data ? "" : list.data);
	if (!done)
		take_forget(t);
	buf_free(&list);
	return done;
}
