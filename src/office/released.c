/* released.c: a document against what was released of it. A text is kept as one digest a line, so that the line of the
 * first difference can be named though the text itself is kept nowhere. */
#include "office/released.h"

#include <string.h>

#include "base/file.h"
#include "compose/compose.h"
#include "model/literatur.h"
#include "model/public.h"
#include "office/hidden.h"
#include "office/record.h"
#include "source/source.h"

/* ---- what it is made of ---- */

struct part {
	const char *path, *data; size_t size;
	bool text;                                     /* of an Anlage: earlier releases are without it */
};
struct files { struct mem *mem; struct part *all; size_t n, cap; };

static void add(struct files *f, const char *path, const char *data, size_t size)
{
	MEM_ROOM_IN(f->mem, f->all, f->n, f->cap);
	f->all[f->n++] = (struct part){path, data ? data : "", data ? size : 0, false};
}

static void add_all(struct files *f, const struct doc *doc)
{
	for (size_t i = 0; i < doc->nfiles; i++)
		add(f, doc->files[i].path, doc->files[i].data, doc->files[i].size);
	for (size_t i = 0; i < doc->ncsvs; i++)
		add(f, file_join(f->mem, doc->dir, doc->csvs[i].path), doc->csvs[i].data, doc->csvs[i].size);
	for (size_t i = 0; i < doc->npictures; i++)
		add(f, file_join(f->mem, doc->dir, doc->pictures[i].path), doc->pictures[i].data,
			doc->pictures[i].size);
	if (doc->literatur)
		add(f, doc->literatur->path, doc->literatur->data, doc->literatur->size);
	for (size_t i = 0; i < doc->nbeilagen; i++) {
		const struct doc_beilage *b = &doc->beilagen[i];
		const char *name = doc_get(b->node, DOC_A_DATEI), *text = doc_get(b->node, DOC_A_ALTERNATIVE);
		add(f, file_join(f->mem, doc->dir, name ? name : ""), b->data, b->size);
		if (b->text && text) {
			add(f, file_join(f->mem, doc->dir, text), b->text, b->text_size);
			f->all[f->n - 1].text = true;
		}
	}
}

/* Those of the editions it quotes last. */
static struct part *all_files(struct mem *m, const struct doc *doc, size_t *n)
{
	struct files f = {.mem = m};
	add_all(&f, doc);
	for (size_t i = 0; i < doc->neditions; i++)
		if (doc->editions[i].doc)
			add_all(&f, doc->editions[i].doc);
	*n = f.n;
	return f.all;
}

/* ---- what may come later ---- */

static void without(const char *path, struct buf *b, const char *place, const char *attr)
{
	struct diag *quiet = diag_new();               /* an element in an included file is not found here */
	struct buf next = {0};
	if (src_edit_bytes(path, b, &(struct src_edit){place, attr, NULL}, &next, quiet)) {
		buf_clear(b);
		buf_put(b, next.data, next.len);
	}
	buf_free(&next);
	diag_free(quiet);
}

/* The master file without what may come later. */
static void bare(struct mem *m, const struct doc *doc, struct buf *b)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	const char *path = doc->files[0].path;
	buf_put(b, doc->files[0].data, doc->files[0].size);
	if (v && v->nummer && !v->ergaenzung)
		without(path, b, "vorlage", "nummer");
	for (size_t i = 0; v && i < v->nberatungen; i++) {
		const char *place = mem_fmt(m, "vorlage/angaben/beratung[%zu]", i + 1);
		if (v->beratungen[i].top)
			without(path, b, place, "top");
		if (v->beratungen[i].ergebnis)
			without(path, b, place, "ergebnis");
		if (v->beratungen[i].beschlussnummer)
			without(path, b, place, "beschlussnummer");
	}
	const struct doc_sitzung *s = doc_sitzung(doc);
	for (size_t k = 0; s && k < s->ntops; k++)
		if (s->tops[k].ergebnis)
			without(path, b, src_place(m, s->tops[k].node), "ergebnis");
	size_t i = 0;
	for (const struct doc_node *n = v ? NULL : doc_angabe(doc, DOC_BESCHLUSS); n; n = doc_next(n, DOC_BESCHLUSS))
		if (++i && doc_get(n, DOC_A_DATUM))
			without(path, b, mem_fmt(m, "%s/angaben/beschluss[%zu]", doc_kind_name(doc->root->kind), i),
				"datum");
}

static const char *days_of(struct mem *m, const struct doc *doc)
{
	struct buf b = {0};
	for (const struct doc_node *n = doc_vorlage(doc) ? NULL : doc_angabe(doc, DOC_BESCHLUSS); n;
		n = doc_next(n, DOC_BESCHLUSS)) {
		const char *of = doc_get(n, DOC_A_GREMIUM), *day = doc_get(n, DOC_A_DATUM);
		buf_fmt(&b, "%s=%s;", of ? of : "", day ? day : "");
	}
	return buf_take_or(&b, m, "");
}

/* ---- a release ---- */

static bool is_text(const char *path)
{
	size_t n = strlen(path);
	static const char *const ends[] = {".xml", ".csv", ".svg", ".txt", ".bib", ".json"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (n > strlen(ends[i]) && !strcmp(path + n - strlen(ends[i]), ends[i]))
			return true;
	return false;
}

static struct reg_release_file file_of(struct mem *m, const char *path, const char *data, size_t size)
{
	struct reg_release_file f = {.path = path};
	uint8_t sum[HASH_SHA256], *lines = NULL;
	size_t cap = 0, n = 0;
	hash_sha256(data, size, f.sha256);
	for (size_t at = 0; is_text(path) && at < size;) {
		const char *end = memchr(data + at, '\n', size - at);
		size_t len = end ? (size_t)(end - data) - at + 1 : size - at;
		hash_sha256(data + at, len, sum);
		for (int k = 0; k < REG_LINE; k++) {
			MEM_ROOM_IN(m, lines, n, cap);
			lines[n++] = sum[k];
		}
		at += len;
	}
	f.lines = lines;
	f.nlines = n / REG_LINE;
	return f;
}

static struct reg_release_file released_file(struct mem *m, const struct edition *e, const struct part *f)
{
	const struct doc *doc = e->doc;
	for (size_t i = 0; doc && f->path != doc->files[0].path; i++)
		doc = i < e->doc->neditions ? e->doc->editions[i].doc : NULL;
	if (!doc)
		return file_of(m, off_below(m, e, f->path), f->data, f->size);
	struct buf b = {0};
	bare(m, doc, &b);
	struct reg_release_file r = file_of(m, off_below(m, e, f->path), b.data ? b.data : "", b.len);
	buf_free(&b);
	return r;
}

static void add_part(struct mem *m, struct reg_release *r, size_t *cap, const char *key, bool public)
{
	MEM_ROOM_IN(m, r->parts, r->nparts, *cap);
	r->parts[r->nparts++] = (struct reg_release_part){key, public};
}

static void add_parts(struct mem *m, const struct edition *e, struct reg_release *r)
{
	const struct off_parts all = off_parts(m, e);
	size_t cap = 0;
	for (size_t i = 0; i < all.n; i++)
		if (all.all[i].asks)
			add_part(m, r, &cap, all.all[i].key, all.all[i].public);
}

struct reg_release off_release(struct mem *m, const struct edition *e)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	struct buf b = {0};
	struct reg_release r = {.tage = days_of(m, e->doc), .public = doc_public(e->doc->root)};
	size_t n;
	const struct part *files = all_files(m, e->doc, &n);
	r.files = MEM_ARRAY(m, struct reg_release_file, n + 1);
	for (size_t i = 0; i < n; i++)
		r.files[r.nfiles++] = released_file(m, e, &files[i]);
	add_parts(m, e, &r);
	if (v) {
		r.titel = v->betreff;
		r.neutral = v->neutral;
	} else if (!doc_sitzung(e->doc)) {
		doc_text(&b, e->doc, doc_angabe(e->doc, DOC_TITEL));
		r.titel = buf_take_or(&b, m, off_id(m, e->root, e->doc));
		if (doc_stand(e->doc).year) {
			date_put_iso(&b, doc_stand(e->doc));
			r.stand = buf_take(&b, m);
		}
	}
	return r;
}

/* ---- the first difference ---- */

static int first_line(const struct reg_release_file *then, const struct reg_release_file *now)
{
	size_t i = 0;
	if (!then->lines || !now->lines)
		return 0;
	while (i < then->nlines && i < now->nlines &&
		!memcmp(then->lines + i * REG_LINE, now->lines + i * REG_LINE, REG_LINE))
		i++;
	return (int)(i < now->nlines ? i + 1 : now->nlines);
}

/* "rat=2018-03-01;": the day it had then, also an empty one; NULL: the body stood there not so often */
static const char *day_then(struct mem *m, const char *days, const char *body, int which)
{
	size_t n = strlen(body);
	for (const char *p = days; p && *p; p = strchr(p, ';') ? strchr(p, ';') + 1 : NULL)
		if (!strncmp(p, body, n) && p[n] == '=' && !which--)
			return mem_str(m, p + n + 1, strcspn(p + n + 1, ";"));
	return NULL;
}

/* Entered after the release: it is over, and the register knows no other one. */
static bool may_be_entered(struct reg *reg, struct mem *m, struct reg_key key, const char *body, const char *day,
	struct date today)
{
	struct date d;
	return date_parse(&d, day) && date_cmp(d, today) <= 0 &&
		(!reg_has_result(reg, key, mem_fmt(m, "%s ", body)) ||
			reg_has_result(reg, key, mem_fmt(m, "%s %s", body, day)));
}

/* A day that was stated stays. */
static const struct doc_node *other_day(struct reg *reg, struct mem *m, const struct edition *e, const char *days,
	struct date today)
{
	const struct doc *doc = e->doc;
	const struct reg_key key = reg_key(doc->ort, off_id(m, e->root, doc));
	for (const struct doc_node *n = doc_vorlage(doc) ? NULL : doc_angabe(doc, DOC_BESCHLUSS); n;
		n = doc_next(n, DOC_BESCHLUSS)) {
		const char *body = doc_get(n, DOC_A_GREMIUM), *now = doc_get(n, DOC_A_DATUM);
		int which = 0;
		for (const struct doc_node *k = doc_angabe(doc, DOC_BESCHLUSS); k != n; k = doc_next(k, DOC_BESCHLUSS))
			which += body && doc_is(k, DOC_A_GREMIUM, body);
		const char *then = day_then(m, days, body ? body : "", which);
		if (!then || !strcmp(then, now ? now : ""))
			continue;
		if (*then || !may_be_entered(reg, m, key, body ? body : "", now, today))
			return n;
	}
	return NULL;
}

static const struct reg_release_file *find(const struct reg_release *r, const char *path)
{
	for (size_t i = 0; i < r->nfiles; i++)
		if (!strcmp(r->files[i].path, path))
			return &r->files[i];
	return NULL;
}

/* An earlier program kept the digest of the master file, as it was: with or without what came later. */
static struct off_difference compare_early(struct mem *m, const struct edition *e, const struct reg_release *r)
{
	const struct doc_file *f = &e->doc->files[0];
	uint8_t as_it_is[HASH_SHA256], without_later[HASH_SHA256];
	struct buf b = {0};
	bare(m, e->doc, &b);
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	if (v && v->nummer && !v->ergaenzung) {        /* it was taken in with its number */
		struct diag *quiet = diag_new();
		struct buf numbered = {0};
		if (src_edit_bytes(f->path, &b, &(struct src_edit){"vorlage", "nummer", v->nummer}, &numbered, quiet)) {
			buf_clear(&b);
			buf_put(&b, numbered.data, numbered.len);
		}
		buf_free(&numbered);
		diag_free(quiet);
	}
	hash_sha256(f->data, f->size, as_it_is);
	hash_sha256(b.data ? b.data : "", b.len, without_later);
	buf_free(&b);
	bool same = !r->nfiles || !memcmp(as_it_is, r->files[0].sha256, HASH_SHA256) ||
		!memcmp(without_later, r->files[0].sha256, HASH_SHA256);
	return (struct off_difference){.file = same ? NULL : f->path, .line = e->doc->root->line};
}

struct off_difference off_compare(struct reg *reg, struct mem *m, const struct edition *e,
	const struct reg_release *r, struct date today)
{
	if (r->early)
		return compare_early(m, e, r);
	size_t n;
	const struct part *files = all_files(m, e->doc, &n);
	const struct doc_node *day = other_day(reg, m, e, r->tage, today);
	for (size_t i = 0; i < n; i++) {
		struct reg_release_file now = released_file(m, e, &files[i]);
		const struct reg_release_file *then = find(r, now.path);
		if (!then && files[i].text)
			continue;                      /* one that is new is so by its name in the paper */
		if (!then || memcmp(then->sha256, now.sha256, HASH_SHA256))
			return (struct off_difference){files[i].path, then ? first_line(then, &now) : now.lines != NULL,
				then ? NULL : "gehörte nicht dazu"};
	}
	if (day)
		return (struct off_difference){doc_path(e->doc, day), day->line, NULL};
	return (struct off_difference){0};
}

/* ---- put off to another session ---- */

static bool is_later(const struct doc_beratung *b, struct date since)
{
	return !b->datum.year || date_cmp(b->datum, since) > 0;
}

static const char *step_place(struct mem *m, size_t i)
{
	return mem_fmt(m, "vorlage/angaben/beratung[%zu]", i + 1);
}

static bool is_master(const struct reg_release_file *then, const struct buf *b)
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(b->data ? b->data : "", b->len, sum);
	return !memcmp(then->sha256, sum, sizeof sum);
}

/* Is it what was released, if some of the last steps are left out? */
static bool only_more_steps(struct mem *m, const struct doc *doc, const struct reg_release_file *then,
	struct date since)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct src_range at;
	struct buf b = {0};
	bool same = false;
	bare(m, doc, &b);
	for (size_t i = v->nberatungen; !same && i-- > 0 && is_later(&v->beratungen[i], since);) {
		if (!src_element(b.data, b.len, step_place(m, i), &at))
			break;
		memmove(b.data + at.from, b.data + at.to, b.len - at.to);
		b.len -= at.to - at.from;
		same = is_master(then, &b);
	}
	buf_free(&b);
	return same;
}

/* Blanks apart: is the line one of later steps alone? */
static bool is_of_later_step(struct mem *m, const struct doc *doc, const struct buf *b, size_t from, size_t to,
	struct date since)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct src_range at;
	while (from < to && strchr(" \t\r\n", b->data[from]))
		from++;
	while (to > from && strchr(" \t\r\n", b->data[to - 1]))
		to--;
	for (size_t i = 0; i < v->nberatungen; i++)
		if (is_later(&v->beratungen[i], since) && src_element(b->data, b->len, step_place(m, i), &at) &&
			from >= at.from && to <= at.to)
			return true;
	return false;
}

/* Are the lines that differ those of later steps, and none fewer than there were? */
static bool only_lines_of_steps(struct mem *m, const struct doc *doc, const struct reg_release_file *then,
	struct date since)
{
	struct buf b = {0};
	bare(m, doc, &b);
	const struct reg_release_file now = file_of(m, doc->files[0].path, b.data ? b.data : "", b.len);
	size_t first = 0, last = 0, line = 0;
	while (first < then->nlines && first < now.nlines &&
		!memcmp(then->lines + first * REG_LINE, now.lines + first * REG_LINE, REG_LINE))
		first++;
	while (last < then->nlines - first && now.nlines >= then->nlines && last < now.nlines - first &&
		!memcmp(then->lines + (then->nlines - last - 1) * REG_LINE,
			now.lines + (now.nlines - last - 1) * REG_LINE, REG_LINE))
		last++;
	bool ok = then->nlines && now.nlines >= then->nlines;
	for (size_t at = 0; ok && at < b.len; line++) {
		const char *end = memchr(b.data + at, '\n', b.len - at);
		const size_t to = end ? (size_t)(end - b.data) + 1 : b.len;
		ok = line < first || line >= now.nlines - last || is_of_later_step(m, doc, &b, at, to, since);
		at = to;
	}
	buf_free(&b);
	return ok;
}

bool off_only_steps_new(struct mem *m, const struct edition *e, const struct reg_release *r, struct date since)
{
	size_t n;
	const struct part *files = all_files(m, e->doc, &n);
	if (!doc_vorlage(e->doc) || r->early || !r->nfiles)
		return false;
	for (size_t i = 1; i < n; i++) {
		const struct reg_release_file now = released_file(m, e, &files[i]), *then = find(r, now.path);
		if (!then || memcmp(then->sha256, now.sha256, HASH_SHA256))
			return false;
	}
	return only_more_steps(m, e->doc, &r->files[0], since) || only_lines_of_steps(m, e->doc, &r->files[0], since);
}

/* ---- as released ---- */

static const char *day_in_words(struct mem *m, int64_t when)
{
	struct buf b = {0};
	date_put_short(&b, off_today(when));
	return buf_take(&b, m);
}

static void tell_difference(struct mem *m, const struct edition *e, const struct reg_release *r,
	const struct off_difference *x, const char *done, struct diag *d)
{
	diag_error(d, "FREIGABEALT", x->file, x->line,
		"Seit der Freigabe vom %s geändert, hier zuerst%s; %s wird nur, was freigegeben ist, bitte den "
		"freigegebenen Stand wiederherstellen oder %s mit „ratssatz aufnehmen“ und „ratssatz freigeben“ noch "
		"einmal aufnehmen und freigeben",
		day_in_words(m, r->when), x->of ? mem_fmt(m, " (die Datei %s)", x->of) : "", done,
		file_base(e->doc->files[0].path));
}

bool off_as_released(const struct office *o, struct reg *reg, struct mem *m, const struct edition *e,
	const char *done, struct diag *d)
{
	const char *id = off_id(m, e->root, e->doc), *path = e->doc->files[0].path;
	struct reg_release r;
	const struct reg_key key = reg_key(e->doc->ort, id);
	if (!reg_release_last(reg, m, key, &r)) {
		if (reg_has_event(reg, key, REG_AUFGENOMMEN, NULL))
			diag_error(d, "NICHTFREI", path, e->doc->root->line,
				"Das Dokument ist nicht freigegeben; bitte zuerst mit „ratssatz freigeben“ freigeben");
		else
			diag_error(d, "NICHTAUFGENOMMEN", path, e->doc->root->line,
				"Das Dokument ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen, "
				"dann freigeben");
		return false;
	}
	struct off_difference x = off_compare(reg, m, e, &r, off_today(o->now));
	if (x.file)
		tell_difference(m, e, &r, &x, done, d);
	return !x.file;
}

bool off_is_changed(const struct office *o, struct reg *reg, struct mem *m, const struct edition *e)
{
	struct reg_release r;
	return reg_release_last(reg, m, reg_key(e->doc->ort, off_id(m, e->root, e->doc)), &r) &&
		off_compare(reg, m, e, &r, off_today(o->now)).file;
}

void off_tell_gone(struct reg *reg, struct diag *d)
{
	struct mem *m = mem_new();
	const char *nummer;
	const int64_t n = reg_sources_gone(reg, m, &nummer);
	if (n)
		diag_add(d, DIAG_HINWEIS, "QUELLEFEHLT", NULL, 0,
			"Freigegeben und ohne Quelle unter den Inhalten: %lld %s, zuerst %s; was ausgegeben und "
			"bekannt gemacht ist, bleibt es; soll es verschwinden, bitte mit „ratssatz zurueckziehen“ "
			"zurückziehen",
			(long long)n, n == 1 ? "Vorlage" : "Vorlagen", nummer);
	mem_free(m);
}
