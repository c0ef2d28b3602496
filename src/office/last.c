/* last.c: what a new paper or session takes over from the last of its town: offices, bodies, place and standing items,
 * never texts of the matter. */
#include "office/last.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "office/record.h"

enum {
	SESSION_AHEAD = 28,                            /* days from today, then to the weekday of the last one */
	HEAD = 4096                                    /* bytes of a file its root stands in */
};

/* Is it a session of that body? The head of the file says so. */
static bool of_body(struct mem *m, const char *path, const char *gremium)
{
	struct file_map map;
	const char *said = gremium ? mem_fmt(m, " gremium=\"%s\"", gremium) : NULL;
	struct diag *unused = diag_new();
	bool there = said && file_map(&map, path, unused);
	bool is = !said || (there && memmem(map.data, map.size < HEAD ? map.size : HEAD, said, strlen(said)));
	if (there)
		file_unmap(&map);
	diag_free(unused);
	return is;
}

static char *newest_in(struct mem *m, const char *dir, const char *prefix, const char *gremium)
{
	struct dirent **names;
	char *found = NULL;
	int n = scandir(dir, &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		size_t len = strlen(names[i]->d_name);
		if (!strncmp(names[i]->d_name, prefix, strlen(prefix)) && len > 4 &&
			!strcmp(names[i]->d_name + len - 4, ".xml") &&
			of_body(m, file_join(m, dir, names[i]->d_name), gremium))
			found = file_join(m, dir, names[i]->d_name);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return found;
}

/* The folders of sessions are named by their days. */
static char *newest(struct mem *m, const char *root, const struct off_begin *b)
{
	char *dir = root ? file_join(m, file_join(m, root, b->ort), "sitzungen") : NULL, *found = NULL;
	struct dirent **names;
	int n = dir ? scandir(dir, &names, NULL, alphasort) : -1;
	for (int i = 0; i < n; i++) {
		char *in = names[i]->d_name[0] == '.'
			? NULL
			: newest_in(m, file_join(m, dir, names[i]->d_name), b->kind, b->gremium);
		found = in ? in : found;
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return found;
}

/* ---- nodes as XML again */

static void put_attribute(struct buf *b, const char *name, const char *value)
{
	buf_fmt(b, " %s=\"", name);
	esc_attr(b, value, strlen(value), '"');
	buf_chr(b, '"');
}

static void put_node(struct buf *b, const struct doc_node *n, const char *const *without)
{
	if (n->kind == DOC_TEXT) {
		esc_text(b, n->text, n->len);
		return;
	}
	buf_fmt(b, "<%s", doc_kind_name(n->kind));
	for (int i = 0; i < n->nattrs; i++) {
		const char *name = doc_attr_name(n->attrs[i].attr);
		bool left_out = false;
		for (const char *const *w = without; w && *w; w++)
			left_out |= !strcmp(*w, name);
		if (!left_out)
			put_attribute(b, name, n->attrs[i].value);
	}
	if (!n->first) {
		buf_str(b, "/>");
		return;
	}
	buf_chr(b, '>');
	for (const struct doc_node *c = n->first; c; c = c->next)
		put_node(b, c, without);
	buf_fmt(b, "</%s>", doc_kind_name(n->kind));
}

static const char *lines(struct mem *m, struct buf *b)
{
	if (b->len)
		b->data[--b->len] = '\0';                  /* the skeleton has the line end */
	return buf_take(b, m);
}

static const char *facts(struct mem *m, const struct doc *doc, const enum doc_kind *kinds, size_t n,
	const char *const *without)
{
	struct buf b = {0};
	const struct doc_node *angaben = doc_child(doc->root, DOC_ANGABEN);
	for (size_t i = 0; i < n; i++)
		for (const struct doc_node *c = doc_child(angaben, kinds[i]); c; c = doc_next(c, kinds[i])) {
			buf_str(&b, "    ");
			put_node(&b, c, without);
			buf_chr(&b, '\n');
		}
	return lines(m, &b);
}

/* ---- a paper */

/* The first office and the first body of the directory; where it has none, those of the skeleton. */
struct first { const char *office, *body; };

static struct first first_of(const struct office *o, struct mem *m, const char *root, const char *ort)
{
	struct first f = {"stadt", "rat"};
	struct edition e = {0};
	const char *path = root ? file_join(m, file_join(m, root, ort), "verzeichnis.xml") : NULL;
	struct diag *unused = diag_new();              /* told where the paper is checked */
	if (path && file_exists(path) && pipe_read(o->pipe, path, NULL, &e, unused)) {
		const char *office = doc_get(doc_child(e.doc->root, DOC_STELLE), DOC_A_ID),
			   *body = doc_get(doc_child(e.doc->root, DOC_GREMIUM), DOC_A_ID);
		f.office = office ? mem_dup(m, office) : f.office;
		f.body = body ? mem_dup(m, body) : f.body;
	}
	pipe_end(&e);
	diag_free(unused);
	return f;
}

static size_t paper_marks(struct mem *m, int64_t now, const struct doc *last, struct first f, struct off_mark *mark)
{
	static const enum doc_kind kept[] = {DOC_FEDERFUEHRUNG, DOC_BETEILIGUNG, DOC_AUSKUNFT, DOC_BERATUNG};
	static const char *const without[] = {"datum", "top", "ergebnis", NULL};
	struct buf day = {0};
	date_put_iso(&day, date_working(off_today(now)));
	mark[0] = (struct off_mark){"@DATUM@", buf_take(&day, m)};
	mark[1] = (struct off_mark){
		"@ART@", last && doc_vorlage(last)->art ? doc_vorlage(last)->art : "beschlussvorlage"};
	mark[2] = (struct off_mark){"@ANGABEN@",
		last ? facts(m, last, kept, 4, without)
		     : mem_fmt(m, "    <federfuehrung stelle=\"%s\"/>\n    <beratung gremium=\"%s\" "
				  "rolle=\"entscheidung\"/>", f.office, f.body)};
	return 3;
}

/* ---- a session */

/* What the clerk called it; that of minutes names their day. */
static void put_titled(struct buf *b, const struct doc_top *t)
{
	if (!t->titel || t->art == DOC_TOP_NIEDERSCHRIFT) {
		buf_str(b, "/>\n");
		return;
	}
	buf_str(b, "><titel>");
	esc_text(b, t->titel, strlen(t->titel));
	buf_str(b, "</titel></top>\n");
}

/* Standing items stay; the minutes are now those of the last session. */
static const char *parts(struct mem *m, const struct doc *last)
{
	struct buf b = {0}, day = {0};
	const struct doc_sitzung *s = doc_sitzung(last);
	date_put_iso(&day, s->datum);
	for (int open = 1; open >= 0; open--) {
		bool any = false;
		for (size_t i = 0; i < s->ntops; i++) {
			const struct doc_top *t = &s->tops[i];
			if (t->oeffentlich != (bool)open || t->ueber || t->art == DOC_TOP_EIGEN ||
				t->art == DOC_TOP_VORLAGE)
				continue;
			if (!any)
				buf_fmt(&b, "    <teil art=\"%s\">\n", open ? "oeffentlich" : "nichtoeffentlich");
			any = true;
			if (t->art == DOC_TOP_VORLAGEN) {
				buf_str(&b, "      <vorlagen/>\n");
				continue;
			}
			buf_str(&b, "      <top");
			put_attribute(&b, "id", t->id ? t->id : doc_get(t->node, DOC_A_ART));
			put_attribute(&b, "art", doc_get(t->node, DOC_A_ART));
			if (t->art == DOC_TOP_NIEDERSCHRIFT)
				put_attribute(&b, "vom", day.data);
			put_titled(&b, t);
		}
		if (any)
			buf_str(&b, "    </teil>\n");
	}
	buf_free(&day);
	return lines(m, &b);
}

/* The first day from then on that is the same day of the week as the last session, and no holiday. */
static struct date same_weekday(struct date from, struct date last)
{
	enum { WEEKS = 4 };
	struct date day = date_from_days(date_days(from) + (date_weekday(last) - date_weekday(from) + 7) % 7);
	for (int i = 0; i < WEEKS && date_cmp(date_working(day), day) != 0; i++)
		day = date_from_days(date_days(day) + 7);
	return day;
}

static size_t session_marks(struct mem *m, int64_t now, const struct doc *last, const char *gremium,
	struct off_mark *mark)
{
	static const enum doc_kind kept[] = {DOC_SITZUNGSORT, DOC_HINWEISE, DOC_VORSITZ};
	const struct doc_sitzung *s = last ? doc_sitzung(last) : NULL;
	struct date day = date_from_days(date_days(off_today(now)) + SESSION_AHEAD);
	struct buf b = {0};
	if (s && s->datum.day)
		day = same_weekday(day, s->datum);
	date_put_iso(&b, date_working(day));
	mark[0] = (struct off_mark){"@DATUM@", buf_take(&b, m)};
	mark[1] = (struct off_mark){"@GREMIUM@", gremium ? gremium : s && s->gremium ? s->gremium : "rat"};
	mark[2] = (struct off_mark){"@BEGINN@", s && s->beginn ? s->beginn : "17:00"};
	mark[3] = (struct off_mark){"@ANGABEN@",
		s ? facts(m, last, kept, 3, NULL)
		  : "    <sitzungsort name=\"Rathaus\"/>\n    <vorsitz amt=\"Vorsitz\"/>"};
	mark[4] = (struct off_mark){"@TEILE@",
		s ? parts(m, last)
		  : "    <teil art=\"oeffentlich\">\n      <top id=\"fragen\" art=\"einwohnerfragen\"/>\n      "
		    "<vorlagen/>\n      <top id=\"anfragen\" art=\"anfragen\"/>\n    </teil>"};
	return 5;
}

/* The body whose session it is: as said, or the only one of the town's directory. False: told. */
static bool which_body(const struct office *o, struct mem *m, const char *root, struct off_begin *b, struct diag *d)
{
	struct edition e = {0};
	const char *path = root ? file_join(m, file_join(m, root, b->ort), "verzeichnis.xml") : NULL;
	struct buf all = {0};
	size_t n = 0;
	bool said = false;
	if (strcmp(b->kind, "sitzung") || !path || !file_exists(path) || !pipe_read(o->pipe, path, NULL, &e, d))
		return !e.doc;
	const char *only = NULL;
	for (const struct doc_node *g = doc_child(e.doc->root, DOC_GREMIUM); g; g = doc_next(g, DOC_GREMIUM)) {
		const char *id = doc_get(g, DOC_A_ID);
		only = id ? mem_dup(m, id) : only;
		said |= id && b->gremium && !strcmp(id, b->gremium);
		buf_fmt(&all, "%s%s", n++ ? ", " : "", id ? id : "");
	}
	pipe_end(&e);
	if (!b->gremium && n == 1)
		b->gremium = only;
	else if (n && !said)
		diag_error(d, "GREMIUMWAHL", path, 0,
			"%s; erwartet wird --gremium mit einem davon: %s; bitte angeben",
			b->gremium ? mem_fmt(m, "Ein Gremium „%s“ gibt es nicht", b->gremium)
				   : "Die Kommune hat mehrere Gremien",
			all.data);
	buf_free(&all);
	return !diag_status(d);
}

size_t off_from_last(const struct office *o, struct mem *m, const struct off_begin *begin, struct off_mark *mark,
	struct diag *d)
{
	struct off_begin b = *begin;
	bool paper = !strcmp(b.kind, "vorlage");
	struct edition e = {0};
	size_t n = 0;
	const char *root = pipe_root(m, pipe_places(o->pipe), ".");
	if (!which_body(o, m, root, &b, d))
		return 0;
	b.gremium = paper ? NULL : b.gremium;
	const char *path = newest(m, root, &b);
	bool read = path && pipe_read(o->pipe, path, NULL, &e, d) &&
		(paper ? doc_vorlage(e.doc) != NULL : doc_sitzung(e.doc) != NULL);
	if (path && !read)
		diag_sys(d, "VORGAENGER", path, 0,
			"Das jüngste Dokument dieser Art lässt sich nicht lesen; bitte zuerst dort die Fehler beheben");
	else
		n = paper ? paper_marks(m, o->now, e.doc, first_of(o, m, root, b.ort), mark)
			: session_marks(m, o->now, e.doc, b.gremium, mark);
	for (size_t i = 0; i < n; i++)
		mark[i].value = mem_dup(m, mark[i].value);     /* some lie in the document */
	pipe_end(&e);
	return n;
}
