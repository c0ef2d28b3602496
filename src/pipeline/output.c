/* output.c: files of a run, staged and put in place together; views of what would be written. */
#include "pipeline/output.h"

#include <string.h>

#include "base/store.h"
#include "base/version.h"
#include "compose/compose.h"
#include "docx/docx.h"
#include "html/html.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "pipeline/run.h"

struct claim {
	struct claim *next;
	const char *target;
};

struct waiting {                                   /* a file that waits for the end of the run */
	struct waiting *next;
	const char *target;
	int pages;                                     /* 0: has none; SILENT: nothing is said of it */
	size_t size;
	struct diag *diag;
};

enum { SILENT = -1 };

static bool is_claimed(const struct pipe *p, const char *target)
{
	return p->claimed && store_get(p->claimed, target, strlen(target));
}

static bool claim(struct pipe *p, const char *target)
{
	if (is_claimed(p, target))
		return false;
	if (!p->claimed)
		p->claimed = store_new(0);
	store_put(p->claimed, target, strlen(target), 1);
	struct claim *c = MEM_NEW(p->run, struct claim);
	*c = (struct claim){p->claims, mem_dup(p->run, target)};
	p->claims = c;
	return true;
}

bool pipe_claim(struct pipe *p, const char *target, struct diag *d)
{
	if (claim(p, target))
		return true;
	diag_sys(d, "ZIELDOPPELT", target, 0,
		"Zwei Dokumente dieses Aufrufs würden dieselbe Datei schreiben; bitte einzeln setzen und mit -o "
		"benennen");
	return false;
}

struct file_out *pipe_put_pdf(const struct pipe *p, const struct edition *e, const char *target, struct diag *d)
{
	struct pdf_options o = {.object_streams = p->options->object_streams,
		.date = p->options->date,
		.producer = version_program,
		.store = e->streams};
	struct file_out *out = pipe_may_write(p, target, d) ? file_create(target, d) : NULL;
	if (!out || pdf_write(e->tree, e->lay, e->txt, &o, out, d))
		return out;
	file_drop(out);
	return NULL;
}

static void wait(struct pipe *p, struct waiting next)
{
	struct waiting *w = MEM_NEW(p->run, struct waiting);
	*w = next;
	w->target = mem_dup(p->run, next.target);
	*(p->last ? &p->last->next : &p->first) = w;
	p->last = w;
}

static bool stage(struct pipe *p, struct file_out *out, const char *target, int pages, struct diag *d)
{
	size_t size = out ? file_size(out) : 0;
	if (!p->batch)
		p->batch = file_batch_new();
	if (!out || !file_stage(p->batch, out, d))
		return false;
	wait(p, (struct waiting){.target = target, .pages = pages, .size = size, .diag = d});
	return true;
}

bool pipe_stage_pdf(struct pipe *p, const struct edition *e, const char *target, struct diag *d)
{
	return stage(p, pipe_put_pdf(p, e, target, d), target, lay_pages(e->lay), d);
}

static bool stage_bytes(struct pipe *p, const char *target, const struct buf *b, int pages, struct diag *d)
{
	struct file_out *out = pipe_may_write(p, target, d) ? file_create(target, d) : NULL;
	if (out)
		file_write(out, b->data, b->len);
	return stage(p, out, target, pages, d);
}

bool pipe_stage_html(struct pipe *p, const struct edition *e, const char *target, struct diag *d)
{
	struct buf b = {0};
	size_t before = diag_count(d, DIAG_SYSTEM);
	bool ok = html_write(e->tree, e->style->base ? e->style->base : e->style, e->txt, &b) &&
		diag_count(d, DIAG_SYSTEM) == before && stage_bytes(p, target, &b, 0, d);
	buf_free(&b);
	return ok;
}

static void page_of(void *lay, const struct block *b, char out[24])
{
	int page;
	len_t y;
	*out = '\0';
	if (b && lay_place(lay, b, &page, &y))
		lay_label(lay, page, out);
}

static void put_office(const struct edition *e, enum dox_format format, struct buf *b)
{
	const struct style *paper = e->style->base ? e->style->base : e->style;
	const struct dox_source s = {
		.tree = e->tree, .style = paper, .txt = e->txt, .page = page_of, .arg = e->lay};
	dox_write(&s, format, b);
}

static bool stage_office(struct pipe *p, const struct edition *e, enum dox_format format, const char *target,
	struct diag *d)
{
	struct buf b = {0};
	put_office(e, format, &b);
	bool ok = stage_bytes(p, target, &b, 0, d);
	buf_free(&b);
	return ok;
}

void pipe_form(const struct edition *e, const struct com_sheet *form, bool odt, struct buf *out, struct diag *d)
{
	struct blk_tree *t = com_sheet(form, e->doc, e->style, e->txt, d);
	const struct dox_source s = {.tree = t, .style = e->style, .txt = e->txt};
	dox_write(&s, odt ? DOX_ODT : DOX_DOCX, out);
	com_free(t);
}

bool pipe_stage_docx(struct pipe *p, const struct edition *e, const char *target, struct diag *d)
{
	return stage_office(p, e, DOX_DOCX, target, d);
}

bool pipe_stage_odt(struct pipe *p, const struct edition *e, const char *target, struct diag *d)
{
	return stage_office(p, e, DOX_ODT, target, d);
}

bool pipe_stage_bytes(struct pipe *p, const char *target, const struct buf *b, struct diag *d)
{
	return stage_bytes(p, target, b, 0, d);
}

bool pipe_stage_silent(struct pipe *p, const char *target, const struct buf *b, struct diag *d)
{
	return stage_bytes(p, target, b, SILENT, d);
}

size_t pipe_staged_size(const struct pipe *p)
{
	return p->last ? p->last->size : 0;
}

void pipe_unchanged(struct pipe *p)
{
	p->unchanged++;
}

void pipe_commit(struct pipe *p)
{
	if (p->unchanged)
		pipe_say(p, "%s%zu %s unverändert", p->busy ? "" : "nichts zu tun: ", p->unchanged,
			p->unchanged == 1 ? "Ausgabe ist" : "Ausgaben sind");
	if (!p->batch)
		return;
	pipe_step(p, "Speichern");
	file_drop_faulty(p->batch);
	file_commit_all(p->batch);
	p->batch = NULL;
	pipe_step(p, NULL);
	for (const struct waiting *w = p->first; w; w = w->next)
		if (w->pages == SILENT || diag_status(w->diag))
			continue;
		else if (!w->pages)
			pipe_say(p, "%s", w->target);
		else
			pipe_say(p, "%s: %d %s", w->target, w->pages, w->pages == 1 ? "Seite" : "Seiten");
}

/* ---- between processes */

void pipe_fresh(struct pipe *p)
{
	store_free(p->claimed);
	store_free(p->read_at);
	p->claimed = p->read_at = NULL;
	p->claims = NULL;
	p->read = NULL;
	p->first = p->last = NULL;
	p->unchanged = 0;
	p->busy = false;
}

void pipe_pack(struct pipe *p, struct buf *b)
{
	int64_t n = 0;
	for (const struct claim *c = p->claims; c; c = c->next)
		n++;
	pack_int(b, n);
	for (const struct claim *c = p->claims; c; c = c->next)
		pack_str(b, c->target);
	n = 0;
	for (const struct waiting *w = p->first; w; w = w->next)
		n++;
	pack_int(b, n);
	for (const struct waiting *w = p->first; w; w = w->next) {
		pack_str(b, w->target);
		pack_int(b, w->pages);
		pack_int(b, (int64_t)w->size);
	}
	file_pack_all(p->batch, b);
	pack_int(b, p->busy);
	pack_int(b, (int64_t)p->unchanged);
	pipe_pack_read(p, b);
}

/* Its targets are neither claimed nor read by a document before. */
static bool goes_together(struct pipe *p, struct unpack u)
{
	struct mem *m = mem_new();
	bool ok = true;
	for (int64_t n = unpack_int(&u); n > 0; n--) {
		const char *target = unpack_str(&u, m);
		ok = !is_claimed(p, target) && !pipe_was_read(p, target) && ok;
	}
	for (int64_t n = unpack_int(&u); n > 0; n--) {
		ok = !pipe_was_read(p, unpack_str(&u, m)) && ok;
		unpack_int(&u);
		unpack_int(&u);
	}
	mem_free(m);
	return ok;
}

bool pipe_unpack(struct pipe *p, struct unpack *u, bool fits, struct diag *d)
{
	struct mem *m = mem_new();
	fits = fits && goes_together(p, *u);
	for (int64_t n = unpack_int(u); n > 0; n--) {
		const char *target = unpack_str(u, m);
		if (fits)
			claim(p, target);
	}
	for (int64_t n = unpack_int(u); n > 0; n--) {
		struct waiting w = {.target = unpack_str(u, m), .pages = (int)unpack_int(u), .diag = d};
		w.size = (size_t)unpack_int(u);
		if (fits)
			wait(p, w);
	}
	if (!p->batch)
		p->batch = file_batch_new();
	file_adopt_all(p->batch, u, !fits, d);
	bool busy = unpack_int(u);
	size_t unchanged = (size_t)unpack_int(u);
	if (fits) {
		p->busy |= busy;
		p->unchanged += unchanged;
		pipe_unpack_read(p, u);
	}
	mem_free(m);
	return fits;
}

/* ---- views */

void pipe_dump(const struct edition *e, const char *what, struct buf *b)
{
	if (!strcmp(what, "doc"))
		doc_dump(e->doc, b);
	else if (!strcmp(what, "blocks"))
		blk_dump(e->tree, b);
	else if (!strcmp(what, "vorlesen"))
		blk_read_out(e->tree, b);
	else if (!strcmp(what, "pages"))
		lay_dump(e->lay, b);
	else if (!strcmp(what, "lines"))
		lay_dump_lines(e->lay, b);
	else if (!strcmp(what, "docx"))
		put_office(e, DOX_DOCX, b);
	else
		pdf_dump_tags(e->tree, e->lay, b);
}
