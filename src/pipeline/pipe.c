/* pipe.c: what stays from document to document, and from run to run. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "base/file.h"
#include "base/store.h"
#include "check/check.h"
#include "pipeline/run.h"
#include "register/register.h"
#include "source/source.h"
#include "text/text.h"

struct pipe *pipe_open(const struct pipe_options *o)
{
	struct mem *m = mem_new();
	struct pipe *p = MEM_NEW(m, struct pipe);
	*p = (struct pipe){.options = o, .mem = m, .run = mem_new(), .src = src_open()};
	if (o->mib)
		src_limit(p->src, o->mib);
	return p;
}

static void forget_towns(struct pipe *p)
{
	for (struct town *t = p->towns; t; t = t->next) {
		if (t->txt)
			txt_close(t->txt);
		store_free(t->paragraphs);
		sty_free(t->slides);
		sty_free(t->style);
	}
	p->towns = NULL;
}

void pipe_close(struct pipe *p)
{
	if (!p)
		return;
	file_drop_all(p->batch);
	reg_close(p->own_reg);
	chk_spell_close(p->spell);
	store_free(p->streams);
	store_free(p->texts);
	store_free(p->elements);
	store_free(p->sums);
	for (size_t i = 0; i < p->nchain; i++)
		src_free(p->chain[i]);
	forget_towns(p);
	if (p->src)
		src_close(p->src);
	pipe_step(p, NULL);
	pipe_fresh(p);
	crew_end();
	mem_free(p->run);
	mem_free(p->mem);
}

void pipe_rewind(struct pipe *p)
{
	pipe_words_later(p, false);
	file_drop_all(p->batch);
	reg_close(p->own_reg);
	src_overlay_end(p->src);
	pipe_step(p, NULL);
	pipe_fresh(p);
	store_free(p->sums);
	mem_free(p->run);
	*p = (struct pipe){.options = p->options,
		.mem = p->mem,
		.run = mem_new(),
		.src = p->src,
		.towns = p->towns,
		.spell = p->spell,
		.streams = p->streams,
		.texts = p->texts,
		.elements = p->elements};
	store_trim(p->streams);
	store_trim(p->texts);
	store_trim(p->elements);
	for (struct town *t = p->towns; t; t = t->next)
		store_trim(t->paragraphs);
}

void pipe_overlay(struct pipe *p, const char *real, const struct buf *b)
{
	src_overlay(p->src, mem_dup(p->run, real), b->data ? b->data : "", b->len);
}

void pipe_overlay_end(struct pipe *p)
{
	src_overlay_end(p->src);
}

void pipe_keep(struct pipe *p)
{
	p->streams = store_new(KEPT);
	p->texts = store_new(KEPT);
	p->elements = store_new(KEPT);
	src_keep(p->src, p->elements);
}

const struct pipe_options *pipe_options(const struct pipe *p)
{
	return p->options;
}

const struct pipe_places *pipe_places(const struct pipe *p)
{
	return &p->options->places;
}

void pipe_go_to_work(struct pipe *p)
{
	p->own_reg = NULL;                             /* a connection is not carried into another process */
	p->own_path = NULL;
	p->batch = NULL;
	p->at_work = true;
}

struct mem *pipe_mem(struct pipe *p)
{
	return p->run;
}

void pipe_ask_register(struct pipe *p, struct reg *reg)
{
	p->reg = reg;
}

void pipe_without_register(struct pipe *p)
{
	p->no_register = true;
}

void pipe_take_in(struct pipe *p)
{
	p->taking_in = true;
}

int pipe_status(const struct pipe *p, const struct diag *d)
{
	return diag_status(d) ? diag_status(d) : p->options->strict && diag_count(d, DIAG_WARNUNG);
}

/* ---- saying */

void pipe_step(const struct pipe *p, const char *what)
{
	const struct pipe_voice *v = &p->options->voice;
	if (v->step)
		v->step(v->arg, what);
}

void pipe_say(const struct pipe *p, const char *fmt, ...)
{
	const struct pipe_voice *v = &p->options->voice;
	char *line = NULL;
	va_list ap;
	va_start(ap, fmt);
	if (v->say && vasprintf(&line, fmt, ap) >= 0)
		v->say(v->arg, line);
	va_end(ap);
	free(line);
}

/* ---- towns */

struct town *pipe_town(struct pipe *p, const char *ort, const char *root, struct diag *d)
{
	char *dir = pipe_template_dir(p->run, &p->options->places, ort, root);
	for (struct town *t = p->towns; t; t = t->next)
		if (!strcmp(t->dir, dir))
			return t;
	struct style *style = sty_load(dir, pipe_share(p->run, "vorlagen"), d);
	if (!style)
		return NULL;
	struct txt *txt = txt_open(style, pipe_share(p->run, "fonts"), d);
	if (!txt) {
		sty_free(style);
		return NULL;
	}
	struct town *t = MEM_NEW(p->mem, struct town);
	*t = (struct town){.next = p->towns, .dir = mem_dup(p->mem, dir), .style = style, .txt = txt};
	if (p->streams)
		t->paragraphs = store_new(KEPT);
	return p->towns = t;
}

const struct style *pipe_town_look(struct pipe *p, const char *ort, const char *root, struct diag *d)
{
	const struct town *t = pipe_town(p, ort, root, d);
	return t ? t->style : NULL;
}

const struct style *pipe_look(struct town *t, const struct doc *doc, struct diag *d)
{
	if (doc->root->kind != DOC_PRAESENTATION)
		return t->style;
	if (!t->slides)
		t->slides = sty_slides(t->style, doc->files[0].path, doc->root->line, d);
	return t->slides;
}

/* ---- before the first of many documents */

/* The folder below the contents is named after the town. */
static void warm_town(struct pipe *p, const char *path, struct diag *told)
{
	const char *root = pipe_root(p->run, pipe_places(p), path), *below = pipe_below_root(p->run, root, path);
	size_t n = below ? strcspn(below, "/") : 0;
	if (n && below[n])
		pipe_town(p, mem_str(p->run, below, n), root, told);
}

static bool same_folder(const char *a, const char *b)
{
	size_t n = (size_t)(file_base(a) - a);
	return n == (size_t)(file_base(b) - b) && !strncmp(a, b, n);
}

bool pipe_warm(struct pipe *p, const char *const *paths, size_t n)
{
	struct diag *told = diag_new();
	size_t ntold;
	for (size_t i = 0; i < n; i++)
		if (!i || !same_folder(paths[i - 1], paths[i]))
			warm_town(p, paths[i], told);
	diag_sorted(told, &ntold);
	if (ntold)
		forget_towns(p);                       /* whoever asks first loads them again, and is told */
	pipe_warm_checks(p, told);
	diag_sorted(told, &ntold);
	for (struct town *t = p->towns; t; t = t->next)
		txt_report(t->txt, NULL);
	diag_free(told);
	return !ntold;
}
