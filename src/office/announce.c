/* announce.c: the agenda of a session, worked out from sitzung.xml and the released papers of the register, and all
 * that is made of it. Public files are set from public excerpts; the rest of the session is not even in memory as part
 * of their tree. */
#include <string.h>

#include "base/file.h"
#include "compose/compose.h"
#include "office/agenda.h"
#include "office/announce.h"
#include "office/earlier.h"
#include "office/hidden.h"
#include "office/news.h"
#include "office/batch.h"
#include "office/calendar.h"
#include "office/record.h"
#include "office/released.h"
#include "pipeline/output.h"

struct side {                                      /* what is set for the house, or for the public */
	struct edition session;
	const struct doc_agenda *agenda;
	struct edition *papers;                        /* as agenda->items; doc NULL: none */
	const struct doc **docs;                       /* the same for com_sitzung */
};

struct meeting {
	const struct office *office;
	const struct off_meeting *wanted;
	struct mem *mem;
	struct pipe *pipe;
	const char *path;
	struct diag *diag;
	struct reg *reg;
	struct doc_agenda_town town;
	struct side house, public;
	struct off_batch *batch;
	struct reg_laid calendar;                      /* file and digest */
	struct file_batch *ics;                        /* the calendar, which replaces an earlier one */
	struct reg_announced before;                   /* earlier announcements */
	struct reg_mappe pages[2];                     /* of a first Mappe, the house's and the public one */
	bool news;                                     /* there is something to announce that was not yet */
};

/* ---- agenda */

/* Announced again unchanged, nothing is added. A title that was taken back since was announced otherwise. */
static bool is_kept(const struct meeting *g)
{
	const struct doc *doc = g->house.session.doc;
	return off_agenda_is_kept(g->mem, g->reg, &g->house.session, g->house.agenda) &&
		!reg_agenda_taken_back(g->reg, reg_key(doc->ort, doc_sitzung(doc)->id), g->before.last) &&
		(!g->before.text || !strcmp(g->before.text, off_said(g->mem, doc)));
}

static bool build_agenda(struct meeting *g)
{
	g->town = off_agenda_town(g->mem, g->house.session.style);
	g->house.agenda = off_agenda(g->mem, g->reg, &g->house.session, &g->town, g->diag);
	g->news = g->wanted->announce && !is_kept(g);
	return diag_status(g->diag) == 0;
}

/* What goes into a Mappe is what was released. */
static void hold_to_release(struct meeting *g, const struct edition *e, const struct doc_agenda_item *it)
{
	if (off_as_released(g->office, g->reg, g->mem, e, "auf die Tagesordnung gesetzt", g->diag) && !it->zurueck)
		off_stays_hidden(g->reg, g->mem, e, false, g->diag);
}

static bool read_papers(struct meeting *g, struct side *side, bool public)
{
	size_t n = side->agenda->n;
	side->papers = MEM_ARRAY(g->mem, struct edition, n + 1);
	side->docs = MEM_ARRAY(g->mem, const struct doc *, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct doc_agenda_item *it = &side->agenda->items[i];
		if (!it->paper_path || it->entfallen || (public && !it->oeffentlich))
			continue;
		const char *path = pipe_in_root(g->mem, g->house.session.root, it->paper_path);
		const struct doc *full = public ? g->house.docs[i] : NULL;
		if (public ? full && pipe_read_public(g->pipe, &g->house.papers[i], &side->papers[i], g->diag)
			   : pipe_read(g->pipe, path, NULL, &side->papers[i], g->diag))
			side->docs[i] = side->papers[i].doc;
		if (side->docs[i] && !public)
			pipe_pictures(&side->papers[i], g->diag);
		if (side->docs[i] && !public && g->wanted->announce)
			off_final(&side->papers[i], path, "bekannt gegeben", g->diag);
		if (side->docs[i] && !public)
			hold_to_release(g, &side->papers[i], it);
	}
	return diag_status(g->diag) == 0;
}

static bool read_public(struct meeting *g)
{
	if (!pipe_read_public(g->pipe, &g->house.session, &g->public.session, g->diag))
		return false;
	g->public.agenda = doc_agenda_public(g->mem, g->house.agenda, g->public.session.doc, &g->town);
	return true;
}

/* ---- files */

static const struct { enum com_sitzung what; const char *file, *kind; bool public; } outputs[] = {
	{COM_BEKANNTMACHUNG, "bekanntmachung.pdf", "bekanntmachung", true},
	{COM_TAGESORDNUNG_INTERN, "tagesordnung-intern.pdf", "tagesordnung-intern", false},
	{COM_MAPPE, "mappe.pdf", "mappe", true},
	{COM_MAPPE_INTERN, "mappe-intern.pdf", "mappe-intern", false},
	{COM_REGIEBUCH, "regiebuch.pdf", "regiebuch", false},
};

static bool has_internal_part(const struct doc_agenda *a)
{
	for (size_t i = 0; i < a->n; i++)
		if (!a->items[i].oeffentlich)
			return true;
	return false;
}

static struct reg_issue issue_of(struct meeting *g, int k, const struct side *side)
{
	const struct doc *session = g->house.session.doc;
	struct reg_issue is = {.ort = session->ort,
		.object_id = doc_sitzung(session)->id,
		.kind = outputs[k].kind,
		.public = outputs[k].public};
	const struct doc **all = MEM_ARRAY(g->mem, const struct doc *, g->house.agenda->n + 1);
	bool papers = outputs[k].what == COM_MAPPE || outputs[k].what == COM_MAPPE_INTERN;
	all[0] = session;
	for (size_t i = 0; i < g->house.agenda->n; i++)
		all[i + 1] = papers && side->docs[i] ? g->house.docs[i] : NULL;
	off_hash_source(all, g->house.agenda->n + 1, is.source_sha256);
	off_hash_templates(side->session.style, is.template_sha256);
	return is;
}

struct held { struct reg_hold *all; size_t n, cap; };

static void hold_one(struct meeting *g, struct held *h, const char *id, const char *part)
{
	MEM_ROOM_IN(g->mem, h->all, h->n, h->cap);
	h->all[h->n++] = (struct reg_hold){id, part};
}

/* What else of a session or paper is printed. */
static void hold_parts(struct meeting *g, struct held *h, const struct edition *e, const char *id)
{
	struct reg_hold *parts;
	const size_t n = off_holds(g->mem, e, id, NULL, &parts);
	for (size_t i = 0; i < n; i++)
		hold_one(g, h, parts[i].objekt, parts[i].teil);
}

/* What of the papers is in it, and its items; an item's Anlagen are named in the notice, too. */
static void add_holds(struct meeting *g, int k, struct reg_issue *is)
{
	const struct doc_agenda *a = g->house.agenda;
	const bool papers = outputs[k].what == COM_MAPPE;
	struct held h = {0};
	if (outputs[k].public)
		hold_parts(g, &h, &g->house.session, is->object_id);
	for (size_t i = 0; outputs[k].public && i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		if (!it->oeffentlich || it->zurueck)
			continue;
		if (it->id)
			hold_one(g, &h, is->object_id, it->id);
		if (it->paper_id)
			hold_one(g, &h, it->paper_id, "");
		if (papers && g->house.docs[i])
			hold_parts(g, &h, &g->house.papers[i], doc_vorlage(g->house.docs[i])->id);
	}
	is->holds = h.all;
	is->nholds = h.n;
}

static bool set_output(struct meeting *g, int k)
{
	struct side *side = outputs[k].public ? &g->public : &g->house;
	struct edition e = side->session;              /* tree and pages are this output's own */
	char *target = file_join(g->mem, g->wanted->folder, outputs[k].file);
	const bool mappe = outputs[k].what == COM_MAPPE || outputs[k].what == COM_MAPPE_INTERN;
	const struct reg_key key = reg_key(e.doc->ort, doc_sitzung(g->house.session.doc)->id);
	const struct off_news_of of = {key, side->agenda, g->house.agenda,
		g->house.session.doc, !outputs[k].public, g->office->now};
	struct com_meeting told = {.sitzung = e.doc, .agenda = side->agenda, .papers = side->docs};
	if (mappe) {
		const struct off_news news = off_news(e.style, g->reg, g->mem, &of);
		told.news = news.all;
		told.nnews = news.n;
		told.kept = off_kept_pages(g->reg, g->mem, key, outputs[k].kind, side->agenda);
	}
	e.tree = com_sitzung(&told, outputs[k].what, e.style, e.txt, g->diag);
	bool ok = pipe_set(g->pipe, &e, g->diag) && !pipe_status(g->pipe, g->diag) &&
		pipe_claim(g->pipe, target, g->diag);
	if (ok && mappe && !told.kept)
		g->pages[outputs[k].public] = off_pages_of(g->mem, &e, side->agenda, side->docs);
	struct reg_issue is = issue_of(g, k, side);
	add_holds(g, k, &is);
	ok = ok && off_batch_add(g->batch, &e, &is, target, g->diag);
	e.doc = NULL;                                  /* stays the side's */
	pipe_end(&e);
	return ok;
}

/* ---- Anlagen of items */

static const struct doc_agenda_item *item_of(const struct meeting *g, const struct doc_anlage *a)
{
	const struct doc_agenda *all = g->house.agenda;
	for (size_t i = 0; i < all->n; i++)
		if (all->items[i].node && all->items[i].node->kind == DOC_TOP && !all->items[i].mit &&
			all->items[i].node == a->node->parent->parent)
			return &all->items[i];
	return NULL;
}

static bool is_public(const struct doc_agenda_item *it, const struct doc_anlage *a)
{
	return it->oeffentlich && !it->zurueck && a->oeffentlich;
}

/* "anlage-top-oe-4-1-lageplan.pdf"; both parts may have a number 4 */
static const char *anlage_file(struct meeting *g, const struct doc_agenda_item *it, const struct doc_anlage *a)
{
	const char *dot = strrchr(a->datei, '.'), *folder = g->wanted->folder,
		   *number = it->nummer ? it->nummer : it->id;
	const bool plain = *number >= '0' && *number <= '9';
	const char *name = mem_fmt(g->mem, "anlage-top-%s%s-%d-%s%s", !it->oeffentlich && plain ? "n-" : "",
		off_file_name(g->mem, number), a->nummer, off_file_name(g->mem, *a->titel ? a->titel : "anlage"),
		dot ? dot : "");
	return file_join(g->mem, is_public(it, a) ? folder : file_join(g->mem, folder, "intern"), name);
}

/* A file for itself, so that council systems and OParl have it; like every issued file it is never written over. */
static bool put_anlage(struct meeting *g, const struct doc_anlage *a)
{
	const struct doc_agenda_item *it = item_of(g, a);
	const struct edition *e = &g->house.session;
	const struct doc *doc = e->doc;
	if (!it || !it->id || it->entfallen || !a->data)
		return true;
	const char *target = anlage_file(g, it, a), *id = doc_sitzung(doc)->id;
	const struct reg_hold holds[] = {{id, off_annex_key(g->mem, e, a->node)}, {id, it->id}};
	struct reg_issue is = {.ort = doc->ort, .object_id = id, .public = is_public(it, a),
		.kind = mem_fmt(g->mem, "anlage/%s/%s", it->id, a->datei),
		.titel = *a->titel ? a->titel : a->datei,
		.text = is_public(it, a) ? off_annex_words(g->mem, doc, a, g->diag) : NULL,
		.pages = a->look.pages ? a->look.pages : 1,
		.holds = holds,
		.nholds = 2};
	hash_sha256(a->data, a->size, is.source_sha256);
	off_hash_templates(e->style, is.template_sha256);
	return off_batch_make_dir(g->batch, file_dir(g->mem, target), g->diag) &&
		pipe_claim(g->pipe, target, g->diag) &&
		off_batch_add_file(g->batch, a->goes, a->ngoes, &is, target, g->diag);
}

static bool put_anlagen(struct meeting *g)
{
	size_t n;
	const struct doc_anlage *all = doc_anlagen(g->house.session.doc, &n);
	bool ok = true;
	for (size_t i = 0; ok && i < n; i++)
		ok = put_anlage(g, &all[i]);
	return ok;
}

static bool make_calendar(struct meeting *g)
{
	const struct edition *e = &g->public.session;
	struct buf b = {0};
	struct reg_laid *l = &g->calendar;
	int times = g->before.times;
	off_calendar(&b, e->doc, g->public.agenda,
		&(struct off_calendar){.town = e->style->town,
			.minutes = sty_rule_int(e->style, "sitzung-dauer", 0),
			.sequence = g->news || !times ? times : times - 1,
			.modified = g->news ? g->office->now : g->before.last});
	l->file = file_join(g->mem, g->wanted->folder, "sitzung.ics");
	hash_sha256(b.data ? b.data : "", b.len, l->sha256);
	struct file_out *out = pipe_may_write(g->pipe, l->file, g->diag) ? file_create(l->file, g->diag) : NULL;
	bool ok = out && (file_write(out, b.data ? b.data : "", b.len), file_stage(g->ics, out, g->diag));
	buf_free(&b);
	return ok;
}

static bool is_wanted(const struct meeting *g, enum com_sitzung what)
{
	return what == COM_MAPPE_INTERN ? has_internal_part(g->house.agenda)
		: what == COM_REGIEBUCH ? g->wanted->guide
					: true;
}

static bool write_all(struct meeting *g)
{
	if (!g->wanted->folder) {
		g->wanted->show(g->wanted->arg, g->wanted->whole ? g->house.agenda : g->public.agenda);
		return true;
	}
	if (!read_papers(g, &g->house, false) || !read_papers(g, &g->public, true) ||
		!file_make_dir(g->wanted->folder, g->diag))
		return false;
	for (int k = 0; k < (int)(sizeof outputs / sizeof *outputs); k++)
		if (is_wanted(g, outputs[k].what) && !set_output(g, k))
			return false;
	return put_anlagen(g) && make_calendar(g) && off_batch_place(g->batch, g->reg) && file_place_whole(g->ics);
}

/* ---- announcing */

/* By the id it has now: one that was given another since is another session. */
static bool is_taken_in(struct meeting *g, struct reg_key key)
{
	if (reg_has_event(g->reg, key, REG_AUFGENOMMEN, NULL))
		return true;
	diag_error(g->diag, "NICHTAUFGENOMMEN", g->path, doc_sitzung(g->house.session.doc)->node->line,
		"Die Sitzung „%s“ ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen oder, falls "
		"sie unter einer anderen id aufgenommen ist, diese wieder einsetzen",
		key.id);
	return false;
}

static bool may_announce(struct meeting *g)
{
	const struct doc_sitzung *s = doc_sitzung(g->house.session.doc);
	const struct reg_key key = reg_key(g->house.session.doc->ort, s->id);
	if (!off_final(&g->house.session, g->path, "bekannt gegeben", g->diag) || !is_taken_in(g, key))
		return false;
	if (s->bekanntmachung.day)
		return off_same_body(g->reg, g->mem, g->house.session.doc, g->diag) &&
			off_same_or_moved(g->mem, g->house.session.doc, &g->before, g->diag) &&
			(g->before.times || !reg_has_event(g->reg, key, REG_FREIGEGEBEN, NULL) ||
				off_as_released(g->office, g->reg, g->mem, &g->house.session, "bekannt gegeben",
					g->diag));
	diag_error(g->diag, "OHNEDATUM", g->path, s->node->line,
		"Die Bekanntmachung hat noch kein Datum; erwartet wird <bekanntmachung datum=\"jjjj-mm-tt\"/> in "
		"<angaben>, bitte vor dem Bekanntgeben eintragen");
	return false;
}

/* The index gets what was announced; a session that lies elsewhere (a copy) leaves it as it is, and nothing is said of
 * that. What the register cannot write is. */
static void index_session(struct meeting *g)
{
	const struct doc *doc = g->house.session.doc;
	struct reg_source src;
	struct diag *quiet = diag_new();
	if (off_source(g->mem, g->house.session.root, doc, &src, quiet))
		off_index(g->reg, &src, doc, g->house.session.style, quiet);
	diag_add_all(g->diag, quiet, DIAG_SYSTEM);
	diag_free(quiet);
}

/* Announced it is released, with what is public and what is not. */
static bool is_released(struct meeting *g, struct reg_key key)
{
	struct reg_release last, now = off_release(g->mem, &g->house.session);
	return (reg_release_last(g->reg, g->mem, key, &last) &&
		       !off_compare(g->reg, g->mem, &g->house.session, &last, off_today(g->office->now)).file) ||
		reg_release_add(g->reg, key, &now, g->office->now, g->diag);
}

/* What of the agenda the calendar tells the public. */
static bool enter_calendar(struct meeting *g, struct reg_key session)
{
	const struct doc_agenda *a = g->public.agenda;
	struct reg_laid l = g->calendar;
	l.kind = "kalender";
	l.key = session;
	bool ok = reg_lay(g->reg, &l, g->office->now, g->diag);
	for (size_t i = 0; ok && i < a->n; i++) {
		l.key.id = a->items[i].oeffentlich && !a->items[i].zurueck ? a->items[i].paper_id : NULL;
		ok = !l.key.id || reg_lay(g->reg, &l, g->office->now, g->diag);
	}
	return ok;
}

/* The page numbers of the first Mappe stay. */
static bool keep_pages(struct meeting *g, struct reg_key key)
{
	return reg_mappe_keep(g->reg, key, "mappe-intern", &g->pages[0], g->diag) &&
		reg_mappe_keep(g->reg, key, "mappe", &g->pages[1], g->diag);
}

static bool announce(struct meeting *g)
{
	const struct doc *doc = g->house.session.doc;
	struct reg_key key = reg_key(doc->ort, doc_sitzung(doc)->id);
	int64_t now = g->office->now;
	if (g->news)
		index_session(g);
	if (g->news &&
		(!reg_agenda_keep(g->reg, key.ort, key.id, g->house.agenda, now, g->diag) ||
			!reg_event(g->reg, key, REG_BEKANNTGEMACHT, now, off_said(g->mem, doc), g->diag)))
		return false;
	return keep_pages(g, key) && is_released(g, key) && off_batch_enter(g->batch, g->reg, false, g->diag) &&
		enter_calendar(g, key) && off_commit(g->reg, g->office, g->diag);
}

/* ---- the whole */

static void end_side(struct side *side)
{
	for (size_t i = 0; side->papers && i < side->agenda->n; i++)
		pipe_end(&side->papers[i]);
	pipe_end(&side->session);
}

static void hold(struct meeting *g)
{
	const struct doc *doc = g->house.session.doc;
	bool announcing = g->wanted->announce;
	g->reg = reg_open(pipe_register_path(g->mem, pipe_places(g->pipe), g->house.session.root, doc->ort), announcing,
		g->diag);
	if (!g->reg)
		return;
	g->before = reg_announced(g->reg, g->mem, reg_key(doc->ort, doc_sitzung(doc)->id));
	pipe_ask_register(g->pipe, g->reg);
	g->ics = file_batch_new();
	bool ok = !announcing || (may_announce(g) && reg_begin(g->reg, g->diag));
	ok = ok && pipe_check(g->pipe, &g->house.session, g->diag) &&
		off_stays_hidden(g->reg, g->mem, &g->house.session, false, g->diag) &&
		(!announcing || off_is_new(g->reg, g->mem, &g->house.session, g->diag)) && build_agenda(g) &&
		read_public(g) && write_all(g);
	if (announcing && !(ok = ok && announce(g)))
		reg_rollback(g->reg);
	if (ok)
		off_batch_keep(g->batch);
	file_end_whole(g->ics, ok);
	pipe_ask_register(g->pipe, NULL);
	reg_close(g->reg);
}

void off_announce(const struct office *o, const struct off_meeting *wanted, const char *path, struct diag *d)
{
	struct meeting g = {.office = o,
		.wanted = wanted,
		.mem = mem_new(),
		.pipe = o->pipe,
		.path = path,
		.diag = d,
		.batch = off_batch_new(o)};
	if (pipe_read(o->pipe, path, NULL, &g.house.session, d)) {
		if (doc_sitzung(g.house.session.doc))
			hold(&g);
		else
			diag_sys(d, "ARTFREMD", path, g.house.session.doc->root->line,
				"<%s> hat keine Tagesordnung; erwartet wird eine Sitzung (<sitzung>)",
				doc_kind_name(g.house.session.doc->root->kind));
	}
	end_side(&g.public);
	end_side(&g.house);
	off_batch_free(g.batch);
	mem_free(g.mem);
}
