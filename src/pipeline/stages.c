/* stages.c: from a file to a document, to checks, to blocks and pages; and the door to what the public may see. */
#include <string.h>

#include "base/file.h"
#include "base/picsize.h"
#include "check/check.h"
#include "compose/compose.h"
#include "figure/figure.h"
#include "layout/layout.h"
#include "model/niederschrift.h"
#include "model/papier.h"
#include "pdf/pdf.h"
#include "pipeline/run.h"
#include "register/register.h"
#include "source/source.h"
#include "style/papiere.h"
#include "text/text.h"

/* doubtful: a faulty picture has its size, too, so that nothing follows from the fault. */
static void sizes(struct edition *e, bool doubtful, struct diag *d)
{
	struct doc *doc = e->doc;
	for (size_t i = 0; i < doc->npictures; i++) {
		struct doc_picture *pic = &doc->pictures[i];
		size_t n = strlen(pic->path);
		if (pic->px_w || (n > 4 && !strcmp(pic->path + n - 4, ".svg")))
			continue;
		struct pdf_image im = {
			pic->path, pic->data, pic->size, doc_path(doc, pic->node), pic->node->line, 0, 0};
		if (!pdf_image_check(&im, d) && !doubtful)
			continue;
		pic->px_w = im.px_w;
		pic->px_h = im.px_h;
	}
}

void pipe_pictures(struct edition *e, struct diag *d)
{
	sizes(e, true, d);
}

bool pipe_is_picture(const char *name, const char *data, size_t size, struct diag *d)
{
	const char *mime = pic_mime(name);
	if (!mime || strcmp(mime, "image/svg+xml") != 0) {
		struct pdf_image im = {name, data, size, name, 0, 0, 0};
		return pdf_image_check(&im, d);
	}
	struct mem *m = mem_new();
	const bool is = fig_svg(m, data, size, LEN_MM(100), name, d) != NULL;
	mem_free(m);
	return is;
}

/* Papers and sessions are checked against their town's register, when there is one. */
static struct reg *register_of(struct pipe *p, const struct edition *e, struct diag *d)
{
	if (p->reg || p->no_register || !doc_kind_council(e->doc->root->kind))
		return p->reg;
	const char *path = pipe_register_path(p->run, pipe_places(p), e->root, e->doc->ort);
	if (p->own_reg && !strcmp(path, p->own_path))
		return p->own_reg;
	reg_close(p->own_reg);
	p->own_reg = file_exists(path) || p->options->must_have_register ? reg_open(path, false, d) : NULL;
	p->own_path = path;
	return p->own_reg;
}

/* An excerpt, or a paper in a Mappe, is set without being checked once more; faults are told where it is. */
static void read_sizes(struct edition *e)
{
	struct diag *quiet = diag_new();
	sizes(e, false, quiet);
	diag_free(quiet);
}

bool pipe_read(struct pipe *p, const char *path, const struct buf *data, struct edition *e, struct diag *d)
{
	*e = (struct edition){0};
	p->busy = true;
	pipe_step(p, "Lesen");
	const char *root = e->root = pipe_root(p->run, pipe_places(p), path);
	e->doc = data ? src_load_excerpt(p->src, path, data->data, data->len, root, d)
		      : src_load(p->src, path, root, d);
	for (size_t i = 0; e->doc && i < e->doc->nfiles; i++)
		diag_file(d, e->doc->files[i].path);
	if (!e->doc || !e->doc->ort || !e->doc->root || e->doc->incomplete)
		return false;                           /* told; what else seems wrong may come of it */
	struct town *t = pipe_town(p, e->doc->ort, root, d);
	if (!t)
		return false;
	txt_report(t->txt, d);
	e->style = pipe_look(t, e->doc, d);
	if (!e->style)
		return false;
	doc_settle(e->doc, sty_terms(e->style));
	e->txt = t->txt;
	e->paragraphs = t->paragraphs;
	e->streams = p->streams;
	sty_severities(e->style, d);
	pipe_remember(p, e);
	read_sizes(e);
	return true;
}

bool pipe_shows_excerpt(const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	return v ? v->oeffentlich : doc_sitzung(doc) || doc_niederschrift(doc);
}

static bool same_bytes(const struct doc *doc, const struct buf *b)
{
	return doc->nfiles == 1 && doc->files[0].size == b->len &&
		!memcmp(doc->files[0].data, b->data ? b->data : "", b->len);
}

/* Faults were told for the source, with its lines; what the excerpt has besides is told once. */
bool pipe_read_public(struct pipe *p, const struct edition *full, struct edition *e, struct diag *d)
{
	struct buf b = {0};
	struct diag *own = diag_new();
	const struct doc *doc = full->doc;
	*e = (struct edition){0};
	bool ok = src_excerpt(doc, &b, d);
	if (ok && same_bytes(doc, &b)) {
		*e = *full;
		e->lent = true;
		e->tree = NULL;
		e->lay = NULL;
	} else if (ok && (!pipe_read(p, doc->files[0].path, &b, e, own) || diag_status(own))) {
		diag_error(d, "AUSZUG", doc->files[0].path, doc->root->line,
			"Ohne das Nichtöffentliche lässt sich das Dokument nicht lesen; bitte prüfen, ob Öffentliches "
			"auf Nichtöffentliches verweist");
		ok = false;
	} else if (ok) {
		pipe_pictures(e, own);                     /* their sizes; faults were told for the source */
	}
	if (e->txt)
		txt_report(e->txt, d);
	diag_free(own);
	buf_free(&b);
	return ok;
}

/* The edition given with --gegen and those before it, read once for all documents; what is wrong in them is told when
 * they are checked. */
static const struct doc *const *chain_of(struct pipe *p, size_t *n, struct diag *d)
{
	struct diag *unused = diag_new();
	char *path = p->chain_tried ? NULL : pipe_master(p->run, p->options->gegen, d);
	while (path && p->nchain < CHAIN) {
		const char *root = pipe_root(p->run, pipe_places(p), path);
		struct doc *doc = src_load(p->src, path, root, unused);
		if (!doc || doc->root->kind != DOC_KONZEPT) {
			src_free(doc);
			break;
		}
		p->chain[p->nchain++] = doc;
		path = src_vorgaenger(p->run, doc, root);
	}
	if (!p->nchain && !diag_status(d))
		diag_sys(d, "GEGEN", p->options->gegen, 0,
			"Die vorige Ausgabe lässt sich nicht lesen; erwartet wird der Ordner eines Konzepts, bitte "
			"berichtigen");
	p->chain_tried = true;
	diag_free(unused);
	*n = p->nchain;
	return (const struct doc *const *)p->chain;
}

void pipe_warm_checks(struct pipe *p, struct diag *d)
{
	size_t n;
	if (p->options->spelling)
		pipe_speller(p);
	if (p->options->gegen)
		chain_of(p, &n, d);
}

bool pipe_check(struct pipe *p, struct edition *e, struct diag *d)
{
	pipe_step(p, "Prüfen");
	int silent = 1;
	const size_t before = diag_count(d, DIAG_SYSTEM);
	struct reg *reg = register_of(p, e, d);
	const bool told = diag_count(d, DIAG_SYSTEM) > before;         /* why there is none */
	struct chk_context context = {.reg = reg,
		.reg_missed = p->no_register || told ? &silent : &p->reg_missed,
		.taking_in = p->taking_in,
		.texts = p->words_later ? NULL : p->texts,     /* what is not looked up yet is not to be kept */
		.answers = p->options->answers};
	if (p->options->spelling)
		pipe_add_spelling(p, e, &context, d);
	if (p->options->gegen)
		context.gegen = chain_of(p, &context.ngegen, d);
	chk_run(e->doc, e->style, &context, d);
	pipe_pictures(e, d);
	return diag_status(d) == 0;
}

void pipe_check_before(const struct edition *e, struct diag *d)
{
	int silent = 1;
	const struct doc *before = e->doc->vorgaenger;
	const struct chk_context context = {.reg_missed = &silent, .gegen = &before, .ngegen = 1};
	if (before)
		chk_run(e->doc, e->style, &context, d);
}

bool pipe_set(struct pipe *p, struct edition *e, struct diag *d)
{
	pipe_step(p, "Zusammenstellen");
	if (!e->tree)
		e->tree = com_run(e->doc, e->style, e->txt, p->options->handout, d);
	pipe_step(p, "Umbrechen");
	e->lay = lay_run(e->tree, e->style->base ? e->style->base : e->style, e->txt, e->paragraphs, d);
	return diag_status(d) == 0 && pdf_check(e->tree, e->lay, d);
}

bool pipe_edition(struct pipe *p, const char *path, struct edition *e, struct diag *d)
{
	if (!pipe_read(p, path, NULL, e, d))
		return false;
	pipe_check(p, e, d);
	return pipe_set(p, e, d);
}

void pipe_end(struct edition *e)
{
	if (e->lay)
		lay_free(e->lay);
	if (e->tree)
		com_free(e->tree);
	if (e->doc && !e->lent)
		src_free(e->doc);
	*e = (struct edition){0};
}
