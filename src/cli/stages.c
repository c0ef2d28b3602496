/* stages.c: one document through the stages. Schema, towns' styles, fonts and the word cache are kept for the documents
 * that follow. */
#include <stdlib.h>
#include <string.h>

#include "base/store.h"
#include "check/check.h"
#include "cli/cli.h"
#include "compose/compose.h"
#include "html/html.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "register/register.h"
#include "source/source.h"
#include "text/text.h"

struct town {
	struct town *next;
	const char *dir;                               /* of its template */
	struct style *style, *slides;                  /* slides: loaded with the first presentation */
	struct txt *txt;
	struct store *paragraphs;                      /* of this txt; only where runs follow one another */
};

struct claim {
	struct claim *next;
	const char *target;
};

struct written {                                   /* a file that waits for the end of the run */
	const char *target;
	int pages;                                     /* 0: has none; SILENT: nothing is said of it */
	size_t size;
	struct diag *diag;
	struct written *next;
};

enum { KEPT = 128 << 20 };                             /* bytes of paragraphs and of streams kept from run to run */
enum { SILENT = -1, CHAIN = 8 };                       /* CHAIN: editions followed back */

struct session {
	struct mem *mem, *run;                         /* run: until cmd_session_rewind */
	struct claim *claims;
	struct file_batch *batch;                      /* NULL: nothing waits */
	struct written *first, *last;
	const struct cmd_args *args;
	struct src *src;
	struct town *towns;
	struct progress *progress;
	struct reg *reg, *own_reg;            /* asked by checks: lent, or the town's own, which is closed at the end */
	bool reg_tried, reg_told, chain_tried, taking_in;
	struct doc *chain[CHAIN]; size_t nchain;       /* --gegen, newest first */
	struct deps_sums *sums;
	size_t unchanged;                              /* outputs left as they are */
	bool busy;                                     /* at least one document was read */
	struct store *streams;                         /* compressed; NULL: one run, nothing is kept */
	struct chk_spell *spell;                       /* opened with the first document, if spelling is asked for */
};

struct session *cmd_session(const struct cmd_args *a, struct diag *d)
{
	struct mem *m = mem_new();
	struct session *s = MEM_NEW(m, struct session);
	*s = (struct session){.mem = m,
		.run = mem_new(),
		.args = a,
		.src = src_open(cmd_share(m, "schema"), d),
		.progress = cmd_progress(a)};
	if (!s->src) {
		cmd_session_end(s);
		return NULL;
	}
	return s;
}

void cmd_session_end(struct session *s)
{
	file_drop_all(s->batch);
	reg_close(s->own_reg);
	chk_spell_close(s->spell);
	store_free(s->streams);
	for (size_t i = 0; i < s->nchain; i++)
		src_free(s->chain[i]);
	for (struct town *t = s->towns; t; t = t->next) {
		if (t->txt)
			txt_close(t->txt);
		store_free(t->paragraphs);
		sty_free(t->slides);
		sty_free(t->style);
	}
	if (s->src)
		src_close(s->src);
	cmd_progress_end(s->progress);
	mem_free(s->run);
	mem_free(s->mem);
}

void cmd_session_rewind(struct session *s)
{
	file_drop_all(s->batch);
	reg_close(s->own_reg);
	cmd_progress_end(s->progress);
	mem_free(s->run);
	*s = (struct session){.mem = s->mem,
		.run = mem_new(),
		.args = s->args,
		.src = s->src,
		.towns = s->towns,
		.spell = s->spell,
		.streams = s->streams,
		.progress = cmd_progress(s->args)};
	store_trim(s->streams);
	for (struct town *t = s->towns; t; t = t->next)
		store_trim(t->paragraphs);
}

void cmd_session_keep(struct session *s)
{
	s->streams = store_new(KEPT);
}

struct mem *cmd_session_mem(struct session *s)
{
	return s->run;
}

const struct cmd_args *cmd_session_args(const struct session *s)
{
	return s->args;
}

struct deps_sums **cmd_session_sums(struct session *s)
{
	return &s->sums;
}

void cmd_session_register(struct session *s, struct reg *reg)
{
	s->reg = reg;
}

void cmd_session_taking_in(struct session *s)
{
	s->taking_in = true;
}

bool cmd_claim(struct session *s, const char *target, struct diag *d)
{
	for (struct claim *c = s->claims; c; c = c->next)
		if (!strcmp(c->target, target)) {
			diag_sys(d, "ZIELDOPPELT", target, 0,
				"Zwei Dokumente dieses Aufrufs würden dieselbe Datei schreiben; bitte einzeln setzen "
				"und mit -o benennen");
			return false;
		}
	struct claim *c = MEM_NEW(s->run, struct claim);
	*c = (struct claim){s->claims, mem_dup(s->run, target)};
	s->claims = c;
	return true;
}

/* A town's style and fonts; a town that cannot be loaded is tried again for the next document, so that each says why.
 * */
static struct town *town_of(struct session *s, const char *ort, const char *root, struct diag *d)
{
	char *dir = cmd_template_dir(s->run, s->args, ort, root);
	for (struct town *t = s->towns; t; t = t->next)
		if (!strcmp(t->dir, dir))
			return t;
	struct style *style = sty_load(dir, cmd_share(s->run, "vorlagen"), d);
	if (!style)
		return NULL;
	struct txt *txt = txt_open(style, cmd_share(s->run, "fonts"), d);
	if (!txt) {
		sty_free(style);
		return NULL;
	}
	struct town *t = MEM_NEW(s->mem, struct town);
	*t = (struct town){.next = s->towns, .dir = mem_dup(s->mem, dir), .style = style, .txt = txt};
	if (s->streams)
		t->paragraphs = store_new(KEPT);
	return s->towns = t;
}

/* Slides have a look of their own. NULL: told. */
static const struct style *look_of(struct town *t, const struct doc *doc, struct diag *d)
{
	if (doc->root->kind != DOC_PRAESENTATION)
		return t->style;
	if (!t->slides)
		t->slides = sty_slides(t->style, doc->files[0].path, doc->root->line, d);
	return t->slides;
}

void cmd_pictures(struct edition *e, struct diag *d)
{
	struct doc *doc = e->doc;
	for (size_t i = 0; i < doc->npictures; i++) {
		struct doc_picture *p = &doc->pictures[i];
		size_t n = strlen(p->path);
		if (n > 4 && !strcmp(p->path + n - 4, ".svg"))
			continue;
		struct pdf_image im = {p->path, p->data, p->size, doc_path(doc, p->node), p->node->line, 0, 0};
		pdf_image_check(&im, d);
		p->px_w = im.px_w;
		p->px_h = im.px_h;
	}
}

/* Papers and sessions are checked against the register, when there is one. */
static struct reg *register_of(struct session *s, const struct doc *doc, struct diag *d)
{
	if (s->reg || s->reg_tried || (doc->root->kind != DOC_VORLAGE && doc->root->kind != DOC_SITZUNG))
		return s->reg;
	s->reg_tried = true;
	const char *path =
		cmd_register_path(s->run, s->args, cmd_content_root(s->run, s->args, doc->files[0].path), doc->ort);
	if (file_exists(path) || s->args->opt[CMD_O_REGISTER])
		s->reg = s->own_reg = reg_open(path, false, d);
	return s->reg;
}

bool cmd_read(struct session *s, const char *path, const struct buf *data, struct edition *e, struct diag *d)
{
	*e = (struct edition){0};
	s->busy = true;
	cmd_progress_step(s->progress, "Lesen");
	const char *root = cmd_content_root(s->run, s->args, path);
	e->doc =
		data ? src_load_excerpt(s->src, path, data->data, data->len, root, d) : src_load(s->src, path, root, d);
	for (size_t i = 0; e->doc && i < e->doc->nfiles; i++)
		diag_file(d, e->doc->files[i].path);
	if (!e->doc || !e->doc->ort || !e->doc->root)
		return false;
	struct town *t = town_of(s, e->doc->ort, root, d);
	if (!t)
		return false;
	txt_report(t->txt, d);
	e->style = look_of(t, e->doc, d);
	if (!e->style)
		return false;
	e->txt = t->txt;
	e->paragraphs = t->paragraphs;
	e->streams = s->streams;
	sty_severities(e->style, d);
	return true;
}

/* The dictionary and the town's list beside its directory. */
static void add_spelling(struct session *s, const struct doc *doc, struct chk_context *c, struct diag *d)
{
	const char *dir = cmd_share(s->run, "rechtschreibung"),
		   *root = cmd_content_root(s->run, s->args, doc->files[0].path);
	const char *aff = file_join(s->run, dir, "de.aff"), *dic = file_join(s->run, dir, "de.dic");
	if (!s->spell && file_exists(aff) && file_exists(dic))
		s->spell = chk_spell_open(aff, dic);
	if (!s->spell)
		diag_sys(d, "WOERTERBUCH", dic, 0,
			"Für --rechtschreibung fehlt das Wörterbuch; bitte das Debian-Paket hunspell-de-de "
			"installieren und „make“ aufrufen");
	c->spell = s->spell;
	c->wordlist = root ? mem_fmt(s->run, "%s/%s/" CHK_WORDLIST, root, doc->ort) : NULL;
}

/* The edition given with --gegen and those before it, read once for all documents; what is wrong in them is told when
 * they are checked. */
static const struct doc *const *chain_of(struct session *s, size_t *n, struct diag *d)
{
	struct diag *unused = diag_new();
	char *path = s->chain_tried ? NULL : cmd_master(s->run, s->args->opt[CMD_O_GEGEN], d);
	while (path && s->nchain < CHAIN) {
		const char *root = cmd_content_root(s->run, s->args, path);
		struct doc *doc = src_load(s->src, path, root, unused);
		if (!doc || doc->root->kind != DOC_KONZEPT) {
			src_free(doc);
			break;
		}
		s->chain[s->nchain++] = doc;
		path = src_vorgaenger(s->run, doc, root);
	}
	if (!s->nchain && !diag_status(d))
		diag_sys(d, "GEGEN", s->args->opt[CMD_O_GEGEN], 0,
			"Die vorige Ausgabe lässt sich nicht lesen; erwartet wird der Ordner eines Konzepts, bitte "
			"berichtigen");
	s->chain_tried = true;
	diag_free(unused);
	*n = s->nchain;
	return (const struct doc *const *)s->chain;
}

bool cmd_check(struct session *s, struct edition *e, struct diag *d)
{
	cmd_progress_step(s->progress, "Prüfen");
	struct chk_context context = {
		.reg = register_of(s, e->doc, d), .reg_told = &s->reg_told, .taking_in = s->taking_in};
	if (s->args->opt[CMD_O_RECHTSCHREIBUNG])
		add_spelling(s, e->doc, &context, d);
	if (s->args->opt[CMD_O_GEGEN])
		context.gegen = chain_of(s, &context.ngegen, d);
	chk_run_with(e->doc, e->style, &context, d);
	cmd_pictures(e, d);
	return diag_status(d) == 0;
}

bool cmd_set(struct session *s, struct edition *e, struct diag *d)
{
	cmd_progress_step(s->progress, "Zusammenstellen");
	if (!e->tree)
		e->tree = com_run(e->doc, e->style, e->txt, s->args->opt[CMD_O_NOTIZEN] != NULL, d);
	cmd_progress_step(s->progress, "Umbrechen");
	e->lay = lay_run(e->tree, e->style->base ? e->style->base : e->style, e->txt, e->paragraphs, d);
	return diag_status(d) == 0;
}

bool cmd_edition(struct session *s, const char *path, struct edition *e, struct diag *d)
{
	if (!cmd_read(s, path, NULL, e, d))
		return false;
	cmd_check(s, e, d);
	return cmd_set(s, e, d);
}

/* SOURCE_DATE_EPOCH as a date: only where the source says none. */
static struct date epoch_date(void)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long t = s && *s ? strtoll(s, &end, 10) : 0;
	if (!s || !*s || *end || t < 0 || t > 253402300799LL)
		t = 0;
	return date_from_days((int32_t)(t / 86400));
}

struct file_out *cmd_put_pdf(const struct edition *e, const struct cmd_args *a, const char *target, struct diag *d)
{
	struct pdf_options o = {.object_streams = a->opt[CMD_O_OBJEKTSTROEME] != NULL,
		.date = epoch_date(),
		.producer = "ratssatz " RATSSATZ_VERSION,
		.store = e->streams};
	struct file_out *out = file_create(target, d);
	if (!out || pdf_write(e->tree, e->lay, e->txt, &o, out, d))
		return out;
	file_drop(out);
	return NULL;
}

static bool stage(struct session *s, struct file_out *out, const char *target, int pages, struct diag *d)
{
	size_t size = out ? file_size(out) : 0;
	if (!s->batch)
		s->batch = file_batch_new();
	if (!out || !file_stage(s->batch, out, d))
		return false;
	struct written *w = MEM_NEW(s->run, struct written);
	*w = (struct written){.target = mem_dup(s->run, target), .pages = pages, .size = size, .diag = d};
	*(s->last ? &s->last->next : &s->first) = w;
	s->last = w;
	return true;
}

bool cmd_stage_pdf(struct session *s, const struct edition *e, const char *target, struct diag *d)
{
	return stage(s, cmd_put_pdf(e, s->args, target, d), target, lay_pages(e->lay), d);
}

bool cmd_stage_html(struct session *s, const struct edition *e, const char *target, struct diag *d)
{
	struct file_out *out = file_create(target, d);
	struct buf b = {0};
	if (out) {
		html_write(e->tree, e->style->base ? e->style->base : e->style, &b);
		file_write(out, b.data, b.len);
	}
	buf_free(&b);
	return stage(s, out, target, 0, d);
}

static bool stage_bytes(struct session *s, const char *target, const struct buf *b, int pages, struct diag *d)
{
	struct file_out *out = file_create(target, d);
	if (out)
		file_write(out, b->data, b->len);
	return stage(s, out, target, pages, d);
}

bool cmd_stage_bytes(struct session *s, const char *target, const struct buf *b, struct diag *d)
{
	return stage_bytes(s, target, b, 0, d);
}

bool cmd_stage_beside(struct session *s, const char *target, const struct buf *b, struct diag *d)
{
	return stage_bytes(s, target, b, SILENT, d);
}

size_t cmd_staged_size(const struct session *s)
{
	return s->last ? s->last->size : 0;
}

void cmd_unchanged(struct session *s)
{
	s->unchanged++;
}

static void say_unchanged(const struct session *s, const char *but)
{
	fprintf(stderr, "%s%zu %s unverändert\n", but, s->unchanged,
		s->unchanged == 1 ? "Ausgabe ist" : "Ausgaben sind");
}

void cmd_commit(struct session *s)
{
	if (s->unchanged && !s->args->opt[CMD_O_STILL])
		say_unchanged(s, s->busy ? "" : "nichts zu tun: ");
	if (!s->batch)
		return;
	cmd_progress_step(s->progress, "Speichern");
	file_commit_all(s->batch);
	s->batch = NULL;
	cmd_progress_end(s->progress);
	s->progress = NULL;
	for (const struct written *w = s->first; w && !s->args->opt[CMD_O_STILL]; w = w->next)
		if (w->pages == SILENT)
			continue;
		else if (diag_status(w->diag) == 0 && !w->pages)
			fprintf(stderr, "%s\n", w->target);
		else if (diag_status(w->diag) == 0)
			fprintf(stderr, "%s: %d %s\n", w->target, w->pages, w->pages == 1 ? "Seite" : "Seiten");
}

void cmd_edition_end(struct edition *e)
{
	if (e->lay)
		lay_free(e->lay);
	if (e->tree)
		com_free(e->tree);
	if (e->doc)
		src_free(e->doc);
	*e = (struct edition){0};
}

bool cmd_second_opinion(struct session *s, const char *path, struct diag *d)
{
	return !strcmp(path, "-") || src_second_opinion(cmd_share(s->run, "schema"), path, d);
}
