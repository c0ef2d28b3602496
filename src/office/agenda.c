/* agenda.c: the agenda of a session from its source and the released papers of the register. When the day of the notice
 * has come that the source states, the agenda is public, even if nobody has told the register: it is kept there as it
 * stands, until it is announced for good. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "compose/compose.h"
#include "office/agenda.h"
#include "pipeline/pipeline.h"
#include "register/oparl.h"
#include "style/papiere.h"

static const char *word(const struct style *s, const char *name, const char *unless)
{
	const char *w = sty_word(s, name);
	return strcmp(w, name) ? w : unless;
}

struct doc_agenda_town off_agenda_town(struct mem *m, const struct style *s)
{
	return (struct doc_agenda_town){
		.durchgehend = sty_rule_is(s, "top-zaehlung", "durchgehend"),
		.dringlichkeit = sty_rule_is(s, "nachtrag-dringlichkeit", "verlangt"),
		.terms = sty_terms(s),
		.praefix = com_top_prefix(m, s, true),
		.praefix_intern = com_top_prefix(m, s, false),
		.titel = {[DOC_TOP_EINWOHNERFRAGEN] =
				  word(s, "top-einwohnerfragen", "Anfragen von Einwohnerinnen und Einwohnern"),
			[DOC_TOP_NIEDERSCHRIFT] =
				word(s, "top-niederschrift", "Niederschrift über die öffentliche Sitzung vom"),
			[DOC_TOP_BERICHT] = word(s, "top-bericht", "Bericht der Verwaltung"),
			[DOC_TOP_ANFRAGEN] = word(s, "top-anfragen", "Anfragen"),
			[DOC_TOP_VERFAHREN] = word(s, "top-verfahren", "Feststellung der Tagesordnung")},
		.niederschrift_intern =
			word(s, "top-niederschrift-intern", "Niederschrift über die nichtöffentliche Sitzung vom"),
		.titel_offen = sty_rule(s, "titel-offen", NULL),
		.neutral = word(s, "top-neutral", "Nichtöffentliche Angelegenheit"),
	};
}

/* Papers of a moved session that still name the old day would vanish from its agenda as if they were withdrawn. */
static void tell_left_behind(struct mem *m, struct reg *r, const struct edition *e, struct diag *d)
{
	const struct doc_sitzung *s = doc_sitzung(e->doc);
	struct reg_meeting then = reg_meeting_of(e->doc->ort, s);
	then.day = s->verlegt_von;
	struct reg_sessions others;
	struct reg_papers papers;
	if (!s->verlegt_von.year || !date_cmp(s->verlegt_von, s->datum) || !reg_sessions_on(r, m, &then, &others, d) ||
		!reg_papers_for(r, m, &then, "nummer", &papers, d))
		return;
	for (size_t i = 0; i < others.n; i++)
		if (strcmp(others.all[i].id, s->id))
			return;                        /* they may be meant for that one */
	struct buf old = {0};
	date_put(&old, s->verlegt_von);
	for (size_t i = 0; i < papers.n; i++)
		diag_error(d, "VERLEGT", doc_path(e->doc, s->node), s->node->line,
			"Die Vorlage %s nennt in ihrer Beratungsfolge noch den %s; erwartet wird der neue Tag, bitte "
			"datum=\"…\" in %s ändern, dann aufnehmen und freigeben",
			papers.all[i].nummer ? papers.all[i].nummer : papers.all[i].id, old.data, papers.all[i].path);
	buf_free(&old);
}

/* The agenda of the session that goes on here: the last one of the body on that day that took place. */
static void begun_before(struct mem *m, struct reg *r, const struct edition *e, struct doc_agenda_from *from)
{
	struct reg_meeting then = reg_meeting_of(e->doc->ort, doc_sitzung(e->doc));
	struct diag *quiet = diag_new();               /* that there is none is told by check */
	struct reg_sessions all = {0};
	struct doc_agenda_item *items;
	size_t n;
	then.day = doc_sitzung(e->doc)->fortsetzung_von;
	if (then.day.year && reg_sessions_on(r, m, &then, &all, quiet))
		for (size_t i = 0; i < all.n; i++)
			if (!all.all[i].abgesagt && reg_agenda_kept(r, m, e->doc->ort, all.all[i].id, &items, &n)) {
				from->before = items;
				from->nbefore = n;
			}
	diag_free(quiet);
}

const struct doc_agenda *off_agenda(struct mem *m, struct reg *r, const struct edition *e,
	const struct doc_agenda_town *town, struct diag *d)
{
	const struct doc_sitzung *s = doc_sitzung(e->doc);
	struct reg_papers papers;
	struct doc_agenda_item *kept;
	size_t nkept;
	tell_left_behind(m, r, e, d);
	const struct reg_meeting here = reg_meeting_of(e->doc->ort, s);
	reg_papers_for(r, m, &here, sty_rule(e->style, "reihenfolge", "nummer"), &papers, d);
	reg_agenda_kept(r, m, e->doc->ort, s->id, &kept, &nkept);
	struct doc_agenda_from from = {e->doc, papers.all, papers.n, kept, nkept, town, NULL, 0};
	begun_before(m, r, e, &from);
	return doc_agenda_build(m, &from, d);
}

static bool is_same(const struct doc_agenda_item *kept, const struct doc_agenda_item *now)
{
	return now->nummer && now->id && kept->nummer && kept->titel && !strcmp(kept->id, now->id) &&
		kept->entfallen == now->entfallen && kept->oeffentlich == now->oeffentlich &&
		!strcmp(kept->titel, now->titel) && !strcmp(kept->nummer, now->nummer);
}

bool off_agenda_is_kept(struct mem *m, struct reg *r, const struct edition *e, const struct doc_agenda *a)
{
	struct doc_agenda_item *kept;
	size_t n, same = 0, numbered = 0;
	reg_agenda_kept(r, m, e->doc->ort, doc_sitzung(e->doc)->id, &kept, &n);
	for (size_t i = 0; i < a->n; i++) {
		numbered += a->items[i].nummer != NULL;
		for (size_t k = 0; k < n; k++)
			same += is_same(&kept[k], &a->items[i]);
	}
	return n && same == numbered;
}

/* ---- agendas whose notice is due */

struct due {
	const struct office *office;
	const char *root;                              /* of the contents */
	struct mem *mem;
	struct reg *reg;
	struct diag *diag;
};

static bool is_as_taken_in(const struct edition *e, const struct reg_due *due)
{
	uint8_t now[HASH_SHA256];
	hash_sha256(e->doc->files[0].data, e->doc->files[0].size, now);
	return !memcmp(now, due->sha256, sizeof now);
}

/* An agenda with a fault is none yet; `tagesordnung` tells it. What was changed since it was taken in is not public:
 * what stood there stays. */
static bool keep_as_it_stands(struct due *w, const char *ort, const char *id)
{
	const struct reg_due due = reg_session_due(w->reg, w->mem, reg_key(ort, id), off_today(w->office->now));
	if (!due.path)
		return true;
	struct diag *quiet = diag_new();
	struct edition e = {0};
	struct pipe *p = w->office->pipe;
	const char *path = pipe_in_root(w->mem, w->root, due.path);
	bool ok = true;
	if (pipe_read(p, path, NULL, &e, quiet) && doc_sitzung(e.doc) && is_as_taken_in(&e, &due)) {
		struct doc_agenda_town town = off_agenda_town(w->mem, e.style);
		const struct doc_agenda *a = off_agenda(w->mem, w->reg, &e, &town, quiet);
		if (!diag_status(quiet))
			ok = reg_agenda_draft(w->reg, ort, id, a, w->diag);
	}
	pipe_end(&e);
	diag_free(quiet);
	return ok;
}

bool off_agendas(const struct office *o, struct reg *r, const char *root, struct diag *d)
{
	struct due w = {.office = o, .root = root, .mem = mem_new(), .reg = r, .diag = d};
	struct reg_mark *marks;
	size_t n;
	bool ok = reg_oparl_marks(r, w.mem, &marks, &n, d);
	for (size_t i = 0; ok && i < n; i++)
		ok = reg_oparl_mark_sessions(r, &marks[i], d);
	ok = ok && reg_oparl_marks(r, w.mem, &marks, &n, d);
	for (size_t i = 0; ok && i < n; i++)
		if (!strcmp(marks[i].art, "sitzung"))
			ok = keep_as_it_stands(&w, marks[i].ort, marks[i].id);
	mem_free(w.mem);
	return ok;
}
