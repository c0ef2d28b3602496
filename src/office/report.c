/* report.c: the report of a quarter on decisions as the source of a paper, and how far a single task is. */
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "office/control.h"
#include "office/record.h"
#include "pipeline/pipeline.h"
#include "source/source.h"

/* ---- the report of a quarter */

struct report {
	const struct office *office;
	const struct off_report *wanted;
	struct mem *mem;
	struct diag *diag;
	struct off_tasks_found tasks;
	struct date first, last;                       /* of the quarter */
	struct buf out;
	struct file_batch *files;
};

static void put(struct report *r, const char *s)
{
	esc_text(&r->out, s ? s : "", s ? strlen(s) : 0);
}

/* Decided by then, and not settled before the quarter began. */
static bool reported(const struct report *r, const struct reg_task *t, bool public)
{
	struct date decided, told = {0};
	if (t->oeffentlich != public || !date_parse(&decided, t->datum) || date_cmp(decided, r->last) > 0)
		return false;
	return off_task_open(t) || !t->gemeldet || !date_parse(&told, t->gemeldet) || date_cmp(told, r->first) >= 0;
}

/* One task as a row of its body's table. */
static void put_row(struct report *r, const struct reg_task *t)
{
	buf_fmt(&r->out, "        <zeile><zelle>%s", off_short_day(r->mem, t->datum));
	if (t->top) {
		buf_str(&r->out, ", TOP\u00A0");
		put(r, t->top);
	}
	if (t->drucksache) {
		buf_str(&r->out, ", ");
		put(r, t->drucksache);
	}
	buf_str(&r->out, "</zelle><zelle>");
	put(r, t->text);
	if (t->meldung) {
		buf_str(&r->out, ": ");
		put(r, t->meldung);
	}
	buf_str(&r->out, "</zelle><zelle>");
	put(r, t->stellenname);
	buf_fmt(&r->out, "</zelle><zelle>%s</zelle><zelle>%s</zelle></zeile>\n", off_short_day(r->mem, t->frist),
		off_zustand_word(t->zustand));
}

static void put_body_of(struct report *r, size_t from, bool public)
{
	const struct reg_task *t = &r->tasks.all[from];
	buf_fmt(&r->out, "    <abschnitt id=\"stand-%s\">\n      <titel>", t->gremium);
	put(r, t->gremiumname);
	buf_fmt(&r->out, "</titel>\n      <absatz>Was aus Beschlüssen zu tun ist und wie weit es ist, zeigt die "
		"<verweis ziel=\"tab-%s\"/>.</absatz>\n      <tabelle id=\"tab-%s\">\n        <titel>Aufträge aus "
		"Beschlüssen</titel>\n        <spalte art=\"zeilenkopf\" breite=\"32mm\"/><spalte/><spalte "
		"breite=\"34mm\"/><spalte breite=\"22mm\"/><spalte breite=\"24mm\"/>\n"
		"        <kopfzeile><zelle>Beschluss</zelle><zelle>Auftrag</zelle><zelle>Stelle</zelle>"
		"<zelle>Frist</zelle>"
		"<zelle>Stand</zelle></kopfzeile>\n",
		t->gremium, t->gremium);
	for (size_t i = from; i < r->tasks.n; i++)
		if (reported(r, &r->tasks.all[i], public) && !strcmp(r->tasks.all[i].gremium, t->gremium))
			put_row(r, &r->tasks.all[i]);
	buf_str(&r->out, "      </tabelle>\n    </abschnitt>\n");
}

/* Bodies come in the order of their first task. */
static bool first_of_body(const struct report *r, size_t i, bool public)
{
	for (size_t k = 0; k < i; k++)
		if (reported(r, &r->tasks.all[k], public) && !strcmp(r->tasks.all[k].gremium, r->tasks.all[i].gremium))
			return false;
	return reported(r, &r->tasks.all[i], public);
}

static void put_head(struct report *r, const char *ort, bool public)
{
	const struct off_report *w = r->wanted;
	struct buf day = {0}, today = {0};
	if (w->session.year) {
		buf_str(&day, " datum=\"");
		date_put_iso(&day, w->session);
		buf_chr(&day, '"');
	}
	date_put_iso(&today, off_today(r->office->now));
	buf_fmt(&r->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vorlage xmlns=\"urn:ratssatz:1\" ort=\"%s\""
		" id=\"beschlusskontrolle-%d-%d-%s%s\" art=\"bericht\" datum=\"%s\"%s>\n  <angaben>\n"
		"    <titel>Beschlusskontrolle, %d.\u00A0Quartal %d</titel>\n%s    <federfuehrung stelle=\"%s\"/>\n"
		"    <auskunft stelle=\"%s\"/>\n    <beratung gremium=\"%s\"%s rolle=\"kenntnisnahme\"/>\n  "
		"</angaben>\n  <erlaeuterungen>\n",
		ort, w->year, w->quarter, w->gremium, public ? "" : "-n", today.data,
		public ? "" : " oeffentlich=\"nein\"", w->quarter, w->year,
		public ? "" : "    <neutral>Beschlusskontrolle</neutral>\n", w->stelle, w->stelle, w->gremium,
		day.data ? day.data : "");
	buf_free(&day);
	buf_free(&today);
}

/* A folder takes both under names of ours, those for other bodies, too; a name that ends in ".xml" is that of the
 * public one, the other stands beside it. */
static const char *path_of(const struct report *r, bool public)
{
	const char *target = r->wanted->target, *kind = public ? "" : "-nichtoeffentlich";
	const size_t n = strlen(target), tail = strlen(".xml");
	if (n > tail && !strcmp(target + n - tail, ".xml") && target[n - tail - 1] != '/' && !file_is_dir(target))
		return mem_fmt(r->mem, "%.*s%s.xml", (int)(n - tail), target, kind);
	return file_join(r->mem, target, mem_fmt(r->mem, "beschlusskontrolle-%d-%d-%s%s.xml", r->wanted->year,
			r->wanted->quarter, r->wanted->gremium, kind));
}

/* Sources of papers are not written over: somebody may have worked on them. */
static bool stage_new(struct report *r, const char *path)
{
	if (file_exists(path)) {
		diag_sys(r->diag, "VORHANDEN", path, 0,
			"Die Datei gibt es schon; sie wird nicht überschrieben. Bitte einen anderen Namen wählen");
		return false;
	}
	struct file_out *out = file_make_dir(file_dir(r->mem, path), r->diag) ? file_create(path, r->diag) : NULL;
	if (!out)
		return false;
	file_write(out, r->out.data, r->out.len);
	return file_stage(r->files, out, r->diag);
}

/* Its path; NULL: there is nothing to report, or it was told why not. */
static const char *put_part(struct report *r, bool public)
{
	size_t first = 0;
	while (first < r->tasks.n && !reported(r, &r->tasks.all[first], public))
		first++;
	if (first == r->tasks.n || diag_count(r->diag, DIAG_SYSTEM))
		return NULL;
	buf_clear(&r->out);
	put_head(r, r->tasks.all[first].ort, public);
	for (size_t i = first; i < r->tasks.n; i++)
		if (first_of_body(r, i, public))
			put_body_of(r, i, public);
	buf_str(&r->out, "  </erlaeuterungen>\n</vorlage>\n");
	const char *path = path_of(r, public);
	return stage_new(r, path) ? path : NULL;
}

/* Both parts, or none. */
static void write_parts(struct report *r)
{
	const char *parts[] = {put_part(r, true), put_part(r, false)};
	if (diag_count(r->diag, DIAG_SYSTEM)) {
		file_drop_all(r->files);
		return;
	}
	if (file_commit_whole(r->files))
		for (size_t i = 0; i < 2; i++)
			if (parts[i])
				pipe_say(r->office->pipe, "%s: Vorlage geschrieben", parts[i]);
	if (!parts[0] && !parts[1] && !diag_status(r->diag))
		pipe_say(r->office->pipe, "In diesem Quartal gibt es nichts zu berichten.");
}

void off_report(const struct office *o, const struct off_report *w, struct diag *d)
{
	enum { MONTHS = 3 };
	struct report r = {.office = o, .wanted = w, .mem = mem_new(), .diag = d, .files = file_batch_new()};
	r.first = (struct date){(int16_t)w->year, (int8_t)(MONTHS * (w->quarter - 1) + 1), 1};
	r.last = date_last((struct date){(int16_t)w->year, (int8_t)(MONTHS * w->quarter), 0});
	const struct off_tasks_wanted asked = {.gremium = w->gremium, .stelle = w->stelle};
	const struct off_tasks_wanted all = {.ort = off_tasks_town(o, r.mem, &asked, d)};
	if (all.ort)
		r.tasks = off_tasks_find(o, r.mem, &all, d);
	write_parts(&r);
	buf_free(&r.out);
	mem_free(r.mem);
}

/* ---- how far a task is */

struct state {
	const struct office *office;
	const struct off_state *wanted;
	struct mem *mem;
	struct diag *diag;
	const char *path;                              /* of the minutes */
	bool stands;                                   /* what is wanted is said there already */
};

/* The element that is put into the task. */
static const char *report_xml(struct state *s)
{
	struct buf b = {0};
	buf_str(&b, "<meldung datum=\"");
	date_put_iso(&b, s->wanted->day);
	buf_fmt(&b, "\" zustand=\"%s\"", s->wanted->zustand);
	if (s->wanted->text) {
		buf_chr(&b, '>');
		esc_text(&b, s->wanted->text, strlen(s->wanted->text));
		buf_str(&b, "</meldung>");
	} else {
		buf_str(&b, "/>");
	}
	return buf_take(&b, s->mem);
}

static const struct reg_task *find_task(struct state *s, const struct off_tasks_found *f)
{
	const struct reg_task *found = NULL;
	for (size_t i = 0; i < f->n; i++)
		if (!strcmp(f->all[i].id, s->wanted->id)) {
			if (found) {
				diag_error(s->diag, "AUFTRAGWAHL", NULL, 0,
					"Den Auftrag „%s“ gibt es in mehreren Kommunen; bitte mit --register sagen, "
					"welcher gemeint ist",
					s->wanted->id);
				return NULL;
			}
			found = &f->all[i];
		}
	if (!found && !diag_status(s->diag))
		diag_error(s->diag, "AUFTRAGWAHL", NULL, 0,
			"Den Auftrag „%s“ kennt kein Register; erwartet wird die Kennung eines Auftrags, alle nennt "
			"„ratssatz beschluesse --breit“",
			s->wanted->id);
	return found;
}

static bool same_text(const struct doc *doc, const struct doc_node *a, const struct doc_node *b)
{
	struct buf x = {0}, y = {0};
	doc_text(&x, doc, a);
	doc_text(&y, doc, b);
	bool same = buf_same(&x, &y);
	buf_free(&x);
	buf_free(&y);
	return same;
}

/* The last report on a task says what the one before it says: the same call twice is one report. */
static bool repeats(const struct doc *doc, const char *id)
{
	const struct doc_node *last = NULL, *before = NULL, *task = doc_by_id(doc, id);
	for (const struct doc_node *n = task ? doc_child(task, DOC_MELDUNG) : NULL; n; n = doc_next(n, DOC_MELDUNG)) {
		before = last;
		last = n;
	}
	return before && doc_is(before, DOC_A_DATUM, doc_get(last, DOC_A_DATUM)) &&
		doc_is(before, DOC_A_ZUSTAND, doc_get(last, DOC_A_ZUSTAND)) && same_text(doc, before, last);
}

/* The source as it will be; as it is where it says the same already. */
static bool read_new(struct state *s, const struct buf *old, const struct buf *now, struct edition *e)
{
	bool ok = pipe_read(s->office->pipe, s->path, now, e, s->diag) && !diag_status(s->diag);
	s->stands = ok && repeats(e->doc, s->wanted->id);
	if (!s->stands)
		return ok;
	pipe_end(e);
	return pipe_read(s->office->pipe, s->path, old, e, s->diag) && !diag_status(s->diag);
}

/* Read and checked before a byte is written; then the register, also where a call before was cut short in between. */
static void enter(struct state *s, const char *ort, const struct buf *old, const struct buf *now)
{
	struct edition e = {0};
	struct reg_source src;
	struct off_rewrites source = {0};
	struct reg *reg = NULL;
	bool ok = read_new(s, old, now, &e);
	if (ok)
		reg = reg_open(pipe_register_path(s->mem, pipe_places(s->office->pipe), e.root, ort), true, s->diag);
	ok = ok && reg && reg_begin(reg, s->diag) && off_source(s->mem, e.root, e.doc, &src, s->diag) &&
		off_index(reg, &src, e.doc, e.style, s->diag);
	if (ok && !s->stands)
		off_rewrite(&source, s->path, now);
	if (ok && off_commit_with(reg, s->office, &source, s->diag))
		pipe_say(s->office->pipe, s->stands ? "%s: Dieser Stand steht schon da" : "%s: Stand eingetragen",
			s->path);
	off_rewrites_free(&source);
	reg_close(reg);
	pipe_end(&e);
}

static void edit(struct state *s, const struct reg_task *t)
{
	struct buf old = {0}, now = {0};
	const char *root = pipe_root(s->mem, pipe_places(s->office->pipe), ".");
	s->path = root ? file_join(s->mem, root, t->pfad) : t->pfad;
	if (!file_read(&old, s->path, s->diag))
		return;
	if (src_graft(old.data, old.len, SRC_INTO, s->wanted->id, report_xml(s), &now))
		enter(s, t->ort, &old, &now);
	else
		diag_error(s->diag, "AUFTRAGWAHL", s->path, 0,
			"Der Auftrag „%s“ steht nicht in dieser Datei oder hat keinen Text; bitte die Niederschrift "
			"noch einmal aufnehmen",
			s->wanted->id);
	buf_free(&old);
	buf_free(&now);
}

void off_set_state(const struct office *o, const struct off_state *w, struct diag *d)
{
	struct state s = {.office = o, .wanted = w, .mem = mem_new(), .diag = d};
	const struct off_tasks_found f = off_tasks_find(o, s.mem, &(struct off_tasks_wanted){0}, d);
	const struct reg_task *t = find_task(&s, &f);
	if (t && t->massnahme)
		diag_error(d, "AUFTRAGWAHL", NULL, 0,
			"Den Auftrag „%s“ führt die Maßnahme %s aus, sein Stand folgt ihrem; bitte dort status=\"…\" "
			"ändern",
			w->id, t->massnahme);
	else if (t)
		edit(&s, t);
	mem_free(s.mem);
}
