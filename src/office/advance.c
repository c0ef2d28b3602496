/* advance.c: the next edition. A new folder gets every file of the old one, XML files as src_advance makes them;
 * a folder that holds an edition already gets only the parts, Massnahmen and figures it lacks, each beside the one it
 * stood behind. The master file comes last: killed before, the next call goes on; what stands in the new folder is
 * never written over. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/esc.h"
#include "base/file.h"
#include "office/advance.h"
#include "office/control.h"
#include "office/record.h"
#include "office/point.h"
#include "pipeline/pipeline.h"
#include "source/source.h"

enum { FOLDERS = 16 };                                 /* nested below an edition */

struct member {                                        /* a file of the new edition */
	const char *name;                              /* below the folder */
	struct buf bytes;
	bool there, changed;
};

struct work {
	const struct office *office;
	struct pipe *pipe;
	const struct off_advance *wanted;
	struct mem *mem;
	struct diag *diag;
	const char *from, *to;                         /* folders */
	const char *master;                            /* "konzept.xml" */
	struct src_advance how;
	struct edition old, new;                       /* new.doc NULL: there is none yet */
	struct member *files; size_t n, cap;
	size_t proposals;                              /* from decisions */
	size_t parts;                                  /* added to an edition that was there */
};

/* ---- files ---- */

static struct member *member(struct work *w, const char *name)
{
	for (size_t i = 0; i < w->n; i++)
		if (!strcmp(w->files[i].name, name))
			return &w->files[i];
	MEM_ROOM(w->files, w->n, w->cap);
	const char *path = file_join(w->mem, w->to, name);
	w->files[w->n] =
		(struct member){.name = mem_dup(w->mem, name), .there = file_exists(path) && !file_is_dir(path)};
	return &w->files[w->n++];
}

static const char *below(const char *dir, const char *path)
{
	size_t n = strlen(dir);
	if (!strcmp(dir, "."))
		return path;
	return !strncmp(path, dir, n) && path[n] == '/' ? path + n + 1 : NULL;
}

/* Of the elements that were said to hold for good, in the order of that file: has nobody changed them since? */
static void add_lasting(struct work *w, int file, struct src_advance *how)
{
	const struct doc *old = w->old.doc;
	bool *lasts = NULL;
	size_t cap = 0;
	for (const struct doc_node *n = old->root; n; n = doc_walk(old->root, n))
		if (n->file == file && doc_is(n, DOC_A_BLEIBT, "immer")) {
			MEM_ROOM_IN(w->mem, lasts, how->nlasts, cap);
			lasts[how->nlasts++] = doc_bleibt_immer(old, n);
		}
	how->lasts = lasts;
}

/* A file of the old edition as the new one begins with it. */
static bool advanced(struct work *w, const char *name, struct buf *out)
{
	struct buf b = {0};
	const char *path = file_join(w->mem, w->from, name);
	bool part = false, ok = file_read(&b, path, w->diag);
	int file = 0;
	for (size_t i = 0; i < w->old.doc->nfiles && !part; i++) {
		const char *rel = below(w->old.doc->dir, w->old.doc->files[i].path);
		part = rel && !strcmp(rel, name);
		file = (int)i;
	}
	if (ok && part) {
		char *from = realpath(file_dir(w->mem, path), NULL), *to = realpath(w->to, NULL);
		struct src_advance how = w->how;
		how.from = from;
		add_lasting(w, file, &how);
		how.to = to && strchr(name, '/') ? file_join(w->mem, to, file_dir(w->mem, name)) : to;
		ok = src_advance(path, b.data ? b.data : "", b.len, &how, out, w->diag);
		free(from);
		free(to);
	}
	if (ok && !part)
		buf_put(out, b.data ? b.data : "", b.len);
	buf_free(&b);
	return ok;
}

static bool add_file(struct work *w, const char *name)
{
	struct member *f = member(w, name);
	if (f->there || f->changed)
		return true;
	f->changed = true;
	return advanced(w, name, &f->bytes);
}

static bool wanted_file(const char *name)
{
	const char *dot = strrchr(name, '.');
	return *name != '.' && strcmp(name, OFF_SENT) && !(dot && (!strcmp(dot, ".tmp") || !strcmp(dot, ".db")));
}

static bool add_folder(struct work *w, const char *name, int depth)
{
	struct dirent **list;
	int n = scandir(*name ? file_join(w->mem, w->from, name) : w->from, &list, NULL, alphasort);
	bool ok = n >= 0;
	if (!ok)
		diag_sys(w->diag, "DATEI", w->from, 0, "Der Ordner kann nicht gelesen werden; bitte die Rechte prüfen");
	for (int i = 0; i < n; i++) {
		struct stat st;
		const char *file =
			*name ? mem_fmt(w->mem, "%s/%s", name, list[i]->d_name) : mem_dup(w->mem, list[i]->d_name);
		const char *path = file_join(w->mem, w->from, file);
		if (ok && wanted_file(list[i]->d_name) && strcmp(file, w->master) && stat(path, &st) == 0)
			ok = S_ISREG(st.st_mode)                         ? add_file(w, file)
				: S_ISDIR(st.st_mode) && depth < FOLDERS ? add_folder(w, file, depth + 1)
									 : true;
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return ok;
}

/* ---- what an edition lacks ---- */

/* A word of a list with blanks between. */
static bool names(const char *list, const char *id)
{
	size_t n = strlen(id);
	for (const char *p = list; p && *p; p += strspn(p, " ")) {
		size_t k = strcspn(p, " ");
		if (k == n && !memcmp(p, id, n))
			return true;
		p += k;
	}
	return false;
}

static bool has(const struct doc *doc, const char *id)
{
	if (doc_by_id(doc, id))
		return true;
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n))
		if (names(doc_get(n, DOC_A_AUS), id))
			return true;
	return false;
}

static bool is_unit(const struct doc_node *n)
{
	switch ((int)n->kind) {
	case DOC_KAPITEL: case DOC_ABSCHNITT: case DOC_HANDLUNGSFELD: case DOC_ANHANG: case DOC_KURZFASSUNG:
		return true;
	case DOC_MASSNAHME:                            /* what was settled may be left out */
		return !doc_settled(doc_status_find(doc_get(n, DOC_A_STATUS)));
	}
	return false;
}

static const char *file_of(const struct doc *doc, const struct doc_node *n)
{
	return below(doc->dir, doc->files[n->file].path);
}

static bool own_file(const struct doc_node *n)
{
	return n->parent && n->parent->file != n->file;
}

/* The xi:include of a file stands in the file of its element's parent, named from there. */
static const char *href_of(struct work *w, const struct doc *doc, const struct doc_node *n)
{
	const char *in = file_dir(w->mem, file_of(doc, n->parent)), *rel = below(in, file_of(doc, n));
	return rel ? rel : file_of(doc, n);
}

static bool load_member(struct work *w, struct member *f)
{
	return f->bytes.len || file_read(&f->bytes, file_join(w->mem, w->to, f->name), w->diag);
}

static bool graft(struct work *w, const char *file, enum src_graft where, const char *value, const char *xml)
{
	struct member *f = member(w, file);
	struct buf out = {0};
	if (!load_member(w, f) ||
		!src_graft(f->bytes.data ? f->bytes.data : "", f->bytes.len, where, value, xml, &out)) {
		buf_free(&out);
		return false;
	}
	buf_free(&f->bytes);
	f->bytes = out;
	return f->changed = true;
}

/* Beside its elder sibling, else at the end of its parent. */
static bool put_unit(struct work *w, const struct doc_node *n, const char *xml)
{
	const struct doc *new = w->new.doc;
	const struct doc_node *elder = NULL, *at = NULL;
	for (const struct doc_node *s = n->parent->first; s && s != n; s = s->next) {
		const char *id = doc_get(s, DOC_A_ID);
		const struct doc_node *twin = id ? doc_by_id(new, id) : NULL;
		if (twin && twin->kind == s->kind)
			elder = twin;
	}
	if (elder && own_file(elder))
		return graft(w, file_of(new, elder->parent), SRC_AFTER_INCLUDE, href_of(w, new, elder), xml);
	if (elder)
		return graft(w, file_of(new, elder), SRC_AFTER, doc_get(elder, DOC_A_ID), xml);
	const char *parent = doc_get(n->parent, DOC_A_ID);
	at = parent ? doc_by_id(new, parent) : NULL;
	return at && graft(w, file_of(new, at), SRC_INTO, parent, xml);
}

static bool add_unit(struct work *w, const struct doc_node *n)
{
	const struct doc *old = w->old.doc;
	const char *id = doc_get(n, DOC_A_ID), *file = file_of(old, n);
	struct buf all = {0}, cut = {0};
	bool ok;
	if (own_file(n)) {
		ok = add_file(w, file);
		const char *href = href_of(w, old, n);
		buf_str(&cut, "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"");
		esc_attr(&cut, href, strlen(href), '"');
		buf_str(&cut, "\"/>");
	} else {
		ok = advanced(w, file, &all) && src_cut(all.data ? all.data : "", all.len, id, &cut);
	}
	if (ok && !put_unit(w, n, cut.data)) {
		diag_warn(w->diag, "EINFUEGEN", doc_path(old, n), n->line,
			"„%s“ fehlt in der neuen Ausgabe, und sein Platz ist dort nicht zu erkennen; bitte von Hand "
			"übernehmen",
			id);
		ok = false;
	}
	w->parts += ok;
	buf_free(&all);
	buf_free(&cut);
	return ok;
}

static bool used(const struct work *w, const char *id)
{
	const char *word = mem_fmt(w->mem, "ref=\"%s\"", id);
	bool found = false;
	for (const struct doc_node *n = w->new.doc->root; n && !found; n = doc_walk(w->new.doc->root, n))
		found = (n->kind == DOC_WERT || n->kind == DOC_RANDZAHL) && doc_is(n, DOC_A_REF, id);
	for (size_t i = 0; i < w->n && !found; i++)
		found = w->files[i].changed && w->files[i].bytes.len &&
			memmem(w->files[i].bytes.data, w->files[i].bytes.len, word, strlen(word));
	return found;
}

/* Figures the added parts or the author name, and data files they show. */
static void add_figures(struct work *w)
{
	const struct doc *old = w->old.doc;
	const struct doc_node *angaben = doc_child(old->root, DOC_ANGABEN);
	for (const struct doc_node *n = doc_child(angaben, DOC_KENNZAHL); n; n = doc_next(n, DOC_KENNZAHL)) {
		const char *id = doc_get(n, DOC_A_ID);
		if (id && !doc_kennzahl(w->new.doc, id) && !has(w->new.doc, id) && used(w, id))
			add_unit(w, n);
	}
	for (size_t i = 0; i < old->ncsvs + old->npictures; i++) {
		const char *name = i < old->ncsvs ? old->csvs[i].path : old->pictures[i - old->ncsvs].path;
		const char *word = mem_fmt(w->mem, "\"%s\"", name);
		bool named = false;
		for (size_t k = 0; k < w->n; k++)
			named |= w->files[k].changed && w->files[k].bytes.len &&
				memmem(w->files[k].bytes.data, w->files[k].bytes.len, word, strlen(word));
		if (named)
			add_file(w, name);
	}
}

static void add_missing(struct work *w)
{
	const struct doc *old = w->old.doc;
	const struct doc_node *inside = NULL;          /* an added part brings all that is in it */
	for (const struct doc_node *n = old->root; n; n = doc_walk(old->root, n)) {
		const char *id = doc_get(n, DOC_A_ID);
		const struct doc_node *up = n;
		while (inside && up && up != inside)
			up = up->parent;
		if ((inside && up == inside) || !id || !is_unit(n) || has(w->new.doc, id))
			continue;
		inside = n;
		add_unit(w, n);
	}
	add_figures(w);
}

/* ---- what every next edition needs ---- */

/* The chapter, or what stands in its place, with the last of that kind. */
static const struct doc_node *chapter_with(const struct doc *doc, enum doc_kind kind)
{
	const struct doc_node *found = NULL;
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		const struct doc_node *up = n->kind == kind ? n : NULL;
		while (up && up->parent != doc->root)
			up = up->parent;
		found = up ? up : found;
	}
	return found;
}

static bool has_kind(const struct doc *doc, enum doc_kind kind)
{
	const struct doc_node *n = doc->root;
	while (n && n->kind != kind)
		n = doc_walk(doc->root, n);
	return n;
}

/* A file that was there before this call is not touched: an earlier one has put the part into it. */
static void put_part(struct work *w, const char *file, enum src_graft where, const char *value, const char *xml)
{
	const struct member *f = file && value ? member(w, file) : NULL;
	if (f && f->changed && !f->there)
		graft(w, file, where, value, xml);
}

/* Each Massnahme will have a status, and many a reason for it: the table that prints both, behind the summary, else as
 * a chapter behind the Massnahmen. */
static void add_state(struct work *w)
{
	const struct doc *old = w->old.doc;
	const struct doc_node *summary = chapter_with(old, DOC_ZUSAMMENFASSUNG),
			      *last = chapter_with(old, DOC_MASSNAHME);
	summary = summary && summary->kind == DOC_KAPITEL ? summary : NULL;
	const char *part = summary ? "abschnitt" : "kapitel";
	if (!last || has_kind(old, DOC_UMSETZUNGSSTAND) || doc_by_id(old, "umsetzungsstand"))
		return;
	const char *in = summary ? "\n      " : "\n    ", *out = summary ? "\n    " : "\n  ";
	const char *xml = mem_fmt(w->mem,
		"<%s id=\"umsetzungsstand\" grund=\"Was aus den Maßnahmen geworden ist, gehört zur Fortschreibung.\">"
		"%s<titel>Umsetzungsstand</titel>%s<absatz>Was aus den Maßnahmen der vorigen Ausgabe geworden ist und "
		"warum, zeigt die folgende Tabelle.</absatz>%s<umsetzungsstand/>%s</%s>",
		part, in, in, in, out, part);
	if (summary)
		put_part(w, file_of(old, summary), SRC_INTO, doc_get(summary, DOC_A_ID), xml);
	else if (own_file(last))
		put_part(w, file_of(old, last->parent), SRC_AFTER_INCLUDE, href_of(w, old, last), xml);
	else
		put_part(w, file_of(old, last), SRC_AFTER, doc_get(last, DOC_A_ID), xml);
}

/* ---- what bodies decided about its Massnahmen ---- */

/* "05.03.2024, TOP Ö 3: Die Buche pflanzen (erledigt)" as a comment, in which no "--" may stand. */
static const char *proposal(struct work *w, const struct reg_task *t)
{
	struct buf b = {0};
	buf_fmt(&b, "<!-- Vorschlag aus einem Beschluss: %s, %s%s%s: %s (%s) -->", t->gremiumname, t->datum,
		t->top ? ", TOP " : "", t->top ? t->top : "", t->text, t->zustand);
	char *s = buf_take(&b, w->mem);
	for (char *p = s + 4; strlen(p) > 3; p++)
		if (p[0] == '-' && p[1] == '-')
			p[1] = ' ';
	return s;
}

/* Decisions whose tasks this edition's Massnahmen carry out: for the author to take over. */
static void add_proposals(struct work *w)
{
	const char *edition = off_id(w->mem, w->old.root, w->old.doc);
	struct diag *quiet = diag_new();
	const struct off_tasks_found f = off_tasks_find(w->office, w->mem, &(struct off_tasks_wanted){0}, quiet);
	const size_t n = strlen(edition);
	for (size_t i = 0; i < f.n; i++) {
		const char *of = f.all[i].massnahme, *id = of ? strchr(of, '#') : NULL;
		const struct doc_node *m = id && (size_t)(id - of) == n && !memcmp(of, edition, n)
			? doc_by_id(w->old.doc, id + 1)
			: NULL;
		if (m && m->kind == DOC_MASSNAHME &&
			graft(w, file_of(w->old.doc, m), SRC_INTO, id + 1, proposal(w, &f.all[i])))
			w->proposals++;
	}
	diag_free(quiet);
}

/* ---- writing ---- */

static bool stage(struct work *w, struct file_batch *batch, const struct member *f)
{
	const char *path = file_join(w->mem, w->to, f->name);
	struct file_out *out = file_make_dir(file_dir(w->mem, path), w->diag) ? file_create(path, w->diag) : NULL;
	if (!out)
		return false;
	file_write(out, f->bytes.data ? f->bytes.data : "", f->bytes.len);
	return file_stage(batch, out, w->diag);
}

static bool save(struct work *w, size_t *written)
{
	struct file_batch *batch = file_batch_new();
	bool ok = true;
	*written = 0;
	for (size_t pass = 0; pass < 2; pass++)        /* the master file last */
		for (size_t i = 0; i < w->n && ok; i++)
			if (w->files[i].changed && (pass == 1) == !strcmp(w->files[i].name, w->master)) {
				ok = stage(w, batch, &w->files[i]);
				++*written;
			}
	if (ok)
		return file_commit_whole(batch);
	file_drop_all(batch);
	return false;
}

/* ---- the whole ---- */

static bool read_old(struct work *w, const char *path)
{
	if (!pipe_read(w->pipe, path, NULL, &w->old, w->diag) || diag_status(w->diag))
		return false;
	const struct doc *old = w->old.doc;
	if (old->root->kind != DOC_KONZEPT || !old->edition) {
		diag_sys(w->diag, "ARTFREMD", path, old->root->line,
			"<%s> wird nicht fortgeschrieben; erwartet wird ein Konzept", doc_kind_name(old->root->kind));
		return false;
	}
	if (strcmp(old->edition, w->how.edition) >= 0) {
		diag_error(w->diag, "EDITIONALT", path, old->root->line,
			"Die neue Ausgabe %s folgt nicht auf die Ausgabe %s; erwartet wird ein späteres Jahr, bitte "
			"den Ordner anders nennen oder --edition angeben",
			w->how.edition, old->edition);
		return false;
	}
	w->how.vorgaenger = old->edition;
	return true;
}

/* An edition that is there and belongs to another one is left alone. */
static bool read_new(struct work *w, const char *path)
{
	if (!pipe_read(w->pipe, path, NULL, &w->new, w->diag) || diag_status(w->diag))
		return false;
	const struct doc *new = w->new.doc;
	if (new->root->kind != DOC_KONZEPT || strcmp(new->ort, w->old.doc->ort) || !new->edition ||
		strcmp(new->edition, w->how.edition) || !doc_is(new->root, DOC_A_VORGAENGER, w->how.vorgaenger)) {
		diag_error(w->diag, "ZIELFREMD", path, new->root->line,
			"Im Ordner liegt schon etwas anderes; erwartet wird die Ausgabe %s mit vorgaenger=\"%s\" oder "
			"ein leerer Ordner. Es wurde nichts geändert",
			w->how.edition, w->how.vorgaenger);
		return false;
	}
	return true;
}

static void say(struct work *w, size_t written)
{
	struct edition e;
	struct diag *own = diag_new();
	if (!written) {
		pipe_say(w->pipe, "%s: nichts zu ergänzen", w->to);
	} else if (w->new.doc) {
		pipe_say(w->pipe, "%s: %zu %s ergänzt", w->to, w->parts, w->parts == 1 ? "Teil" : "Teile");
	} else if (pipe_read(w->pipe, file_join(w->mem, w->to, w->master), NULL, &e, own)) {
		pipe_say(w->pipe,
			"%s: Ausgabe %s mit %zu %s begonnen, %zu %s zu entscheiden (ratssatz stand %s)", w->to,
			w->how.edition, written, written == 1 ? "Datei" : "Dateien", doc_offen(e.doc),
			doc_offen(e.doc) == 1 ? "Punkt ist" : "Punkte sind", w->to);
		pipe_end(&e);
	}
	diag_free(own);
	if (w->proposals)
		pipe_say(w->pipe, "%s: %zu %s aus Beschlüssen als Kommentar bei ihrer Maßnahme", w->to, w->proposals,
			w->proposals == 1 ? "Vorschlag" : "Vorschläge");
}

static void run(struct work *w)
{
	const char *from = pipe_master(w->mem, w->wanted->from, w->diag);
	size_t written = 0;
	if (!from || !read_old(w, from))
		return;
	w->from = file_dir(w->mem, from);
	w->master = file_base(from);
	const char *there = file_join(w->mem, w->to, w->master), *first = file_first_missing(w->mem, w->to);
	bool fresh = !file_exists(there);
	if ((!fresh && !read_new(w, there)) || !file_make_dir(w->to, w->diag))
		return;
	bool ok = !fresh || (add_folder(w, "", 0) && add_file(w, w->master));
	if (ok && fresh) {
		add_state(w);
		add_proposals(w);
	} else if (ok) {
		add_missing(w);
	}
	if (ok && save(w, &written))
		say(w, written);
	else
		file_unmake_dir(w->to, first);
}

void off_advance(const struct office *o, const struct off_advance *wanted, struct diag *d)
{
	struct work w = {.office = o,
		.pipe = o->pipe, .wanted = wanted, .mem = mem_new(), .diag = d, .to = wanted->to};
	w.how.edition = wanted->edition;
	run(&w);
	pipe_end(&w.new);
	pipe_end(&w.old);
	for (size_t i = 0; i < w.n; i++)
		buf_free(&w.files[i].bytes);
	free(w.files);
	mem_free(w.mem);
}
