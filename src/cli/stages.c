/* stages.c: one document through the stages. Schema, towns' styles, fonts and the word cache are kept for the documents that follow. */
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "cli/cli.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "source/source.h"
#include "text/text.h"

struct town {
	struct town *next;
	const char *ort;
	struct style *style;
	struct txt *txt;
};

struct claim {
	struct claim *next;
	const char *target;
};

struct session {
	struct mem *mem;
	struct claim *claims;
	const struct cmd_args *args;
	struct src *src;
	struct town *towns;
	struct progress *progress;
};

struct session *cmd_session(const struct cmd_args *a, struct diag *d)
{
	struct mem *m = mem_new();
	struct session *s = MEM_NEW(m, struct session);
	*s = (struct session){.mem = m, .args = a, .src = src_open(cmd_share(m, "schema"), d), .progress = cmd_progress(a)};
	if (!s->src) {
		cmd_session_end(s);
		return NULL;
	}
	return s;
}

void cmd_session_end(struct session *s)
{
	for (struct town *t = s->towns; t; t = t->next) {
		if (t->txt)
			txt_close(t->txt);
		sty_free(t->style);
	}
	if (s->src)
		src_close(s->src);
	cmd_progress_end(s->progress);
	mem_free(s->mem);
}

struct mem *cmd_session_mem(struct session *s)
{
	return s->mem;
}

bool cmd_claim(struct session *s, const char *target, struct diag *d)
{
	for (struct claim *c = s->claims; c; c = c->next)
		if (!strcmp(c->target, target)) {
			diag_sys(d, "ZIELDOPPELT", target, 0, "Zwei Dokumente dieses Aufrufs würden dieselbe Datei schreiben; bitte einzeln setzen und mit -o benennen");
			return false;
		}
	struct claim *c = MEM_NEW(s->mem, struct claim);
	*c = (struct claim){s->claims, mem_dup(s->mem, target)};
	s->claims = c;
	return true;
}

/* A town's style and fonts; a town that cannot be loaded is tried again for the next document, so that each says why. */
static struct town *town_of(struct session *s, const char *ort, struct diag *d)
{
	for (struct town *t = s->towns; t; t = t->next)
		if (!strcmp(t->ort, ort))
			return t;
	struct style *style = sty_load(cmd_template_dir(s->mem, s->args, ort), d);
	if (!style)
		return NULL;
	struct txt *txt = txt_open(style, cmd_share(s->mem, "fonts"), d);
	if (!txt) {
		sty_free(style);
		return NULL;
	}
	struct town *t = MEM_NEW(s->mem, struct town);
	*t = (struct town){s->towns, mem_dup(s->mem, ort), style, txt};
	return s->towns = t;
}

static void check_pictures(struct doc *doc, struct diag *d)
{
	for (size_t i = 0; i < doc->npictures; i++) {
		struct doc_picture *p = &doc->pictures[i];
		size_t n = strlen(p->path);
		if (n > 4 && !strcmp(p->path + n - 4, ".svg"))
			continue;
		pdf_image_check(p->path, p->data, p->size, &p->px_w, &p->px_h, doc_path(doc, p->node), p->node->line, d);
	}
}

bool cmd_edition(struct session *s, const char *path, struct edition *e, struct diag *d)
{
	*e = (struct edition){0};
	cmd_progress_step(s->progress, "Lesen");
	e->doc = src_load(s->src, path, cmd_content_root(s->mem, s->args, path), d);
	for (size_t i = 0; e->doc && i < e->doc->nfiles; i++)
		diag_file(d, e->doc->files[i].path);
	if (!e->doc || !e->doc->ort || !e->doc->root)
		return false;
	struct town *t = town_of(s, e->doc->ort, d);
	if (!t)
		return false;
	txt_report(t->txt, d);
	e->style = t->style;
	e->txt = t->txt;
	sty_severities(e->style, d);
	cmd_progress_step(s->progress, "Prüfen");
	chk_run(e->doc, e->style, d);
	check_pictures(e->doc, d);
	cmd_progress_step(s->progress, "Zusammenstellen");
	e->tree = com_run(e->doc, e->style, e->txt, d);
	cmd_progress_step(s->progress, "Umbrechen");
	e->lay = lay_run(e->tree, e->style, e->txt, d);
	return diag_status(d) == 0;
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
	return !strcmp(path, "-") || src_second_opinion(cmd_share(s->mem, "schema"), path, d);
}
