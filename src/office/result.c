/* result.c: what a body decided, into the source of the paper by a careful edit, and into the register. */
#include <string.h>

#include "base/file.h"
#include "office/decision.h"
#include "office/record.h"
#include "office/released.h"
#include "office/result.h"
#include "source/source.h"

struct result {
	const struct office *office;
	const struct off_result *wanted;
	struct mem *mem;
	struct pipe *pipe;
	struct diag *diag;
	const char *path;
	struct reg *reg;
	struct off_rewrites *sources;                  /* as results before left them; this one is added */
	const char *text;                              /* as it will stand there */
	size_t step;                                   /* of the Beratungsfolge, or of an edition's decisions; from 1 */
	bool withdrawn;                                /* it was taken off the announced agenda */
	const char *top;                               /* number on the announced agenda; NULL: not announced */
	bool said;                                     /* the source says all of it already */
};

/* A file, or a number that one of the registers knows. */
static bool find_paper(struct result *w)
{
	const char *key = w->wanted->paper, **towns, *root = pipe_root(w->mem, pipe_places(w->pipe), ".");
	struct reg_known known;
	if (file_exists(key))
		return (w->path = pipe_master(w->mem, key, w->diag)) != NULL;
	size_t n = off_towns(w->mem, root, &towns);
	for (size_t i = 0; i < n && !w->path; i++) {
		const char *path = pipe_register_path(w->mem, pipe_places(w->pipe), root, towns[i]);
		struct reg *reg = file_exists(path) ? reg_open(path, false, w->diag) : NULL;
		if (reg && reg_paper_by_number(reg, w->mem, towns[i], key, &known))
			w->path = file_join(w->mem, root, known.path);
		reg_close(reg);
	}
	if (!w->path)
		diag_error(w->diag, "UNBEKANNT", NULL, 0,
			"„%s“ ist keine Datei und steht als Drucksachennummer in keinem Register; alle nennt „ratssatz "
			"register liste“",
			key);
	return w->path != NULL;
}

static bool is_meant(const struct off_result *w, const struct doc_beratung *b)
{
	return b->gremium && !strcmp(b->gremium, w->gremium) && !date_cmp(b->datum, w->day) &&
		(!w->session || !b->sitzung || !strcmp(b->sitzung, w->session)) &&
		(!w->role || !strcmp(b->rolle_id, w->role));
}

static void tell_step(struct result *w, const struct doc *doc, int second)
{
	struct buf day = {0};
	date_put_iso(&day, w->wanted->day);
	if (second)
		diag_error(w->diag, "BERATUNGMEHRFACH", w->path, second,
			"Die Beratungsfolge nennt „%s“ am %s noch einmal; erwartet wird, welche Beratung gemeint ist, "
			"bitte "
			"mit --rolle oder bei mehreren Sitzungen mit --sitzung sagen",
			w->wanted->gremium, day.data);
	else
		diag_error(w->diag, "KEINEBERATUNG", w->path, doc->root->line,
			"Die Beratungsfolge nennt „%s“ am %s nicht; erwartet wird <beratung gremium=\"%s\" "
			"datum=\"%s\" "
			"…/>, bitte Gremium und Tag prüfen",
			w->wanted->gremium, day.data, w->wanted->gremium, day.data);
	buf_free(&day);
}

static bool find_step(struct result *w, const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	int second = 0; /* line of another step that is meant as well */
	if (!v && doc_angabe(doc, DOC_BESCHLUSS))
		return (w->step = off_decision(doc, w->path, w->wanted->gremium, w->wanted->day,
				off_today(w->office->now), w->diag)) != 0;
	for (size_t i = 0; v && i < v->nberatungen; i++)
		if (is_meant(w->wanted, &v->beratungen[i])) {
			second = w->step && !second ? v->beratungen[i].node->line : second;
			w->step = w->step ? w->step : i + 1;
		}
	if (w->step ? !second : w->wanted->wenn_beraten)
		return w->step != 0;
	tell_step(w, doc, second);
	return false;
}

static const char *number_in(struct result *w, const struct doc *doc, const char *session)
{
	struct doc_agenda_item *kept;
	size_t n = 0;
	reg_agenda_kept(w->reg, w->mem, doc->ort, session, &kept, &n);
	for (size_t i = 0; i < n; i++)
		if (kept[i].paper_id && !strcmp(kept[i].paper_id, doc_vorlage(doc)->id)) {
			w->withdrawn = kept[i].entfallen;
			return kept[i].nummer;
		}
	return NULL;
}

/* A session that was cancelled has no results. */
static bool find_top(struct result *w, const struct doc *doc)
{
	const struct doc_beratung *b = &doc_vorlage(doc)->beratungen[w->step - 1];
	const char *meant = b->sitzung ? b->sitzung : w->wanted->session;
	struct reg_sessions s;
	size_t found = 0, cancelled = 0;
	const struct reg_meeting when = {.ort = doc->ort, .gremium = b->gremium, .day = b->datum};
	reg_sessions_on(w->reg, w->mem, &when, &s, w->diag);
	for (size_t i = 0; i < s.n; i++)
		if (!meant || !strcmp(s.all[i].id, meant)) {
			found++;
			cancelled += s.all[i].abgesagt;
			w->top = w->top ? w->top : number_in(w, doc, s.all[i].id);
		}
	if (found && cancelled == found)
		diag_error(w->diag, "SITZUNGABGESAGT", w->path, b->node->line,
			"Die Sitzung dieser Beratung ist abgesagt, ein Ergebnis kann es nicht geben; "
			"erwartet wird eine Sitzung, die stattfand, bitte Gremium und Tag prüfen");
	return !found || cancelled < found;
}

/* ---- may it be entered */

/* The chair decides where the town's rules say so, and only between as many yes as no. */
static bool may_cast(struct result *w, const struct edition *e)
{
	const struct off_result *r = w->wanted;
	const bool known = sty_rule_is(e->style, "stichentscheid", "ja"),
		   even = r->zahl[DOC_JA] >= 0 && r->zahl[DOC_JA] == r->zahl[DOC_NEIN];
	if (!r->stich || (known && even))
		return true;
	if (known)
		diag_error(w->diag, "ERGEBNISWAHL", w->path, e->doc->root->line,
			"Ein Stichentscheid wird nur bei so vielen Ja wie Nein erwartet; bitte --stichentscheid "
			"weglassen oder die Stimmen berichtigen");
	else
		diag_error(w->diag, "ERGEBNISWAHL", w->path, e->doc->root->line,
			"Nach den Regeln der Kommune ist bei Stimmengleichheit abgelehnt; bitte --stichentscheid "
			"weglassen oder in regeln.xml stichentscheid mit dem Wert ja eintragen");
	return false;
}

/* As it may be with these votes; NULL: told. */
static const struct sty_ergebnis *find_result(struct result *w, const struct edition *e, struct doc_entschieden d)
{
	const struct off_result *r = w->wanted;
	const struct sty_ergebnis *known = sty_ergebnis(e->style, r->ergebnis);
	const char *wrong = known && r->zahl[DOC_JA] >= 0
		? sty_contradiction(known, d.ja, d.nein, r->zahl[DOC_ENTHALTUNG])
		: NULL;
	if (!known)
		diag_error(w->diag, "ERGEBNISWAHL", w->path, e->doc->root->line,
			"„%s“ steht nicht in der Liste der Ergebnisse; erwartet wird eines von: %s; was dazu zu sagen "
			"ist, bitte mit --zusatz angeben",
			r->ergebnis, sty_known_results(e->style, w->mem));
	else if (wrong)
		diag_error(w->diag, "ERGEBNISWAHL", w->path, e->doc->root->line,
			"„%s“ passt nicht zu %d Ja, %d Nein und %d %s: %s; bitte Ergebnis oder Zahlen "
			"berichtigen",
			known->wort, r->zahl[DOC_JA], r->zahl[DOC_NEIN], r->zahl[DOC_ENTHALTUNG],
			r->zahl[DOC_ENTHALTUNG] == 1 ? "Enthaltung" : "Enthaltungen", wrong);
	return wrong ? NULL : known;
}

/* "mehrheitlich beschlossen (6 Ja, 2 Nein, 1 Enthaltungen)" */
static bool find_text(struct result *w, const struct edition *e)
{
	const struct off_result *r = w->wanted;
	const struct doc_entschieden d = {r->zahl[DOC_JA] + (r->stich && !strcmp(r->stich, "ja")),
		r->zahl[DOC_NEIN] + (r->stich && !strcmp(r->stich, "nein"))};
	const struct sty_ergebnis *known = may_cast(w, e) ? find_result(w, e, d) : NULL;
	struct buf b = {0};
	if (!known)
		return false;
	if (!r->einzeln)
		buf_str(&b, sty_ergebnis_wort(known, d.ja, d.nein));
	if (r->zahl[DOC_JA] >= 0) {
		buf_str(&b, " (");
		sty_put_votes(&b, e->style, r->zahl, " ");
		buf_str(&b, ")");
	}
	off_put_casting_vote(&b, e->style, r->stich);
	off_put_number(&b, e->style, r->nummer);
	if (r->zusatz)
		buf_fmt(&b, "%s%s", b.len ? ", " : "", r->zusatz);
	w->text = buf_take(&b, w->mem);
	return true;
}

static bool is_released(struct result *w, const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	struct reg_release last;
	const struct reg_key key = reg_key(doc->ort, v->id);
	bool released =
		reg_has_event(w->reg, key, REG_FREIGEGEBEN, NULL) && reg_release_last(w->reg, w->mem, key, &last);
	if (released && (!last.withdrawn || w->wanted->hidden))
		return true;
	if (released)
		diag_error(w->diag, "ERGEBNISOHNE", w->path, v->node->line,
			"Die Vorlage ist zurückgezogen, ihr Ergebnis würde öffentlich; bitte den Punkt in den "
			"nichtöffentlichen Teil der Niederschrift stellen oder die Vorlage mit „ratssatz freigeben "
			"--wird-oeffentlich“ freigeben");
	else
		diag_error(w->diag, "ERGEBNISOHNE", w->path, v->node->line,
			"Die Vorlage ist nicht freigegeben, über sie wurde nicht beraten; bitte zuerst mit „ratssatz "
			"freigeben“ freigeben oder die Vorlage prüfen");
	return false;
}

/* Of an item that was taken off the agenda nothing was decided. */
static bool stood_on_agenda(struct result *w, const struct doc *doc, const struct doc_beratung *b)
{
	if (!w->withdrawn)
		return true;
	diag_error(w->diag, "ERGEBNISOHNE", w->path, b->node->line,
		"Der Punkt ist in dieser Sitzung abgesetzt, ein Ergebnis kann es nicht geben; bitte die Vorlage %s "
		"oder die Sitzung prüfen",
		doc_vorlage(doc)->nummer ? doc_vorlage(doc)->nummer : doc_vorlage(doc)->id);
	return false;
}

static bool may_enter(struct result *w, const struct doc *doc)
{
	const struct doc_beratung *b = &doc_vorlage(doc)->beratungen[w->step - 1];
	struct buf day = {0};
	date_put(&day, b->datum);
	const char *when = buf_take(&day, w->mem);
	if (date_cmp(b->datum, off_today(w->office->now)) > 0) {
		diag_error(w->diag, "ERGEBNISOHNE", w->path, b->node->line,
			"Die Sitzung am %s war noch nicht, ein Ergebnis kann es nicht geben; bitte den Tag "
			"prüfen", when);
		return false;
	}
	if (b->ergebnis && strcmp(b->ergebnis, w->text) && !w->wanted->berichtigen) {
		diag_error(w->diag, "ERGEBNISDA", w->path, b->node->line,
			"Für die Sitzung am %s steht schon „%s“ da; soll „%s“ gelten, bitte --berichtigen "
			"angeben", when,
			b->ergebnis, w->text);
		return false;
	}
	return is_released(w, doc) && stood_on_agenda(w, doc, b);
}

/* What is written into the Beratung: its number on the agenda first, the result last. */
struct edits { struct src_edit at[3]; size_t n; };

static struct edits edits_of(const struct result *w, const struct doc *doc)
{
	const char *place = mem_fmt(w->mem, "vorlage/angaben/beratung[%zu]", w->step);
	struct edits e = {.n = 0};
	if (!doc_vorlage(doc)) {
		struct buf day = {0};
		date_put_iso(&day, w->wanted->day);
		place = mem_fmt(w->mem, "%s/angaben/beschluss[%zu]", doc_kind_name(doc->root->kind), w->step);
		e.at[e.n++] = (struct src_edit){place, "datum", buf_take(&day, w->mem)};
		return e;
	}
	if (w->top)
		e.at[e.n++] = (struct src_edit){place, "top", w->top};
	if (w->wanted->nummer)
		e.at[e.n++] = (struct src_edit){place, "beschlussnummer", w->wanted->nummer};
	e.at[e.n++] = (struct src_edit){place, "ergebnis", w->text};
	return e;
}

/* The document as it will be: read and checked before a byte is written. */
static bool try_edits(struct result *w, const struct edits *all, struct edition *e, struct buf *now)
{
	const struct buf *before = off_rewrite_of(w->sources, w->path);
	struct buf was = {0};
	bool ok = before || file_read(&was, w->path, w->diag);
	if (before)
		buf_put(&was, before->data, before->len);
	buf_put(now, was.data, was.len);
	for (size_t i = 0; ok && i < all->n; i++) {
		struct buf next = {0};
		ok = src_edit_bytes(w->path, now, &all->at[i], &next, w->diag);
		buf_free(now);
		*now = next;
	}
	w->said = ok && buf_same(&was, now);
	buf_free(&was);
	pipe_end(e);
	return ok && pipe_read(w->pipe, w->path, now, e, w->diag) && diag_status(w->diag) == 0;
}

static bool record(struct result *w, const struct edition *e)
{
	const struct doc *doc = e->doc;
	struct reg_source src;
	struct buf detail = {0};
	const char *id = off_id(w->mem, e->root, doc);
	buf_fmt(&detail, "%s ", w->wanted->gremium);
	date_put_iso(&detail, w->wanted->day);
	buf_fmt(&detail, ": %s", w->text);
	bool ok = off_source(w->mem, e->root, doc, &src, w->diag);
	src.changed = off_is_changed(w->office, w->reg, w->mem, e);
	const struct reg_key key = reg_key(doc->ort, id);
	ok = ok && off_index(w->reg, &src, doc, e->style, w->diag) &&
		((w->said && reg_has_result(w->reg, key, detail.data)) ||
			reg_event(w->reg, key, REG_ERGEBNIS, w->office->now, detail.data, w->diag));
	buf_free(&detail);
	return ok;
}

static bool write_result(struct result *w, struct edition *e)
{
	const struct edits all = edits_of(w, e->doc);
	struct buf now = {0};
	bool ok = try_edits(w, &all, e, &now) && record(w, e);
	if (ok)
		off_rewrite(w->sources, w->path, &now);
	buf_free(&now);
	return ok;
}

/* What is to be entered, and where in the paper. */
static bool find(struct result *w, struct edition *e)
{
	return find_paper(w) && pipe_read(w->pipe, w->path, off_rewrite_of(w->sources, w->path), e, w->diag) &&
		find_step(w, e->doc) && find_text(w, e);
}

/* Within a transaction. */
static bool enter(struct result *w, struct edition *e)
{
	const bool held = !doc_vorlage(e->doc) || (find_top(w, e->doc) && may_enter(w, e->doc));
	if (!reg_has_event(w->reg, reg_key(e->doc->ort, off_id(w->mem, e->root, e->doc)), REG_AUFGENOMMEN, NULL)) {
		diag_error(w->diag, "NICHTAUFGENOMMEN", w->path, e->doc->root->line,
			"Die Vorlage ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen");
		return false;
	}
	return held && write_result(w, e);
}

void off_add_result(const struct office *o, struct reg *reg, const struct off_result *wanted,
	struct off_rewrites *sources, struct diag *d)
{
	struct edition e = {0};
	struct result w = {.office = o, .wanted = wanted, .mem = sources->mem, .pipe = o->pipe, .diag = d, .reg = reg,
		.sources = sources};
	if (find(&w, &e))
		enter(&w, &e);
	pipe_end(&e);
}

void off_say_results(const struct office *o, const struct off_rewrites *sources, size_t from)
{
	for (size_t i = from; i < sources->n; i++)
		pipe_say(o->pipe, "%s: Ergebnis eingetragen", sources->all[i].path);
}

void off_enter_result(const struct office *o, const struct off_result *wanted, struct diag *d)
{
	struct edition e = {0};
	struct off_rewrites sources = {.mem = mem_new()};
	struct result w = {.office = o, .wanted = wanted, .mem = sources.mem, .pipe = o->pipe, .diag = d,
		.sources = &sources};
	if (find(&w, &e))
		w.reg = reg_open(pipe_register_path(w.mem, pipe_places(w.pipe), e.root, e.doc->ort), true, d);
	if (w.reg && reg_begin(w.reg, d) && enter(&w, &e) && off_commit_with(w.reg, o, &sources, d))
		off_say_results(o, &sources, 0);
	reg_close(w.reg);
	pipe_end(&e);
	off_rewrites_free(&sources);
	mem_free(w.mem);
}
