/* ergebnis.c: what a body decided, into the source of the paper by a careful edit, and into the register. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "cli/record.h"
#include "source/source.h"

struct result {
	struct mem *mem;
	struct session *session;
	const struct cmd_args *args;
	struct diag *diag;
	const char *path, *gremium, *text;
	struct date day;
	struct reg *reg;
	size_t step;                                   /* of the Beratungsfolge, from 1 */
	const char *top;                               /* number on the announced agenda; NULL: not announced */
};

/* A file, or a number that one of the registers knows. */
static bool find_paper(struct result *w)
{
	const char *key = w->args->arg[0], **towns, *root = cmd_content_root(w->mem, w->args, ".");
	struct reg_known known;
	if (file_exists(key)) {
		w->path = key;
		return true;
	}
	size_t n = rec_towns(w->mem, w->args, &towns);
	for (size_t i = 0; i < n && !w->path; i++) {
		const char *path = cmd_register_path(w->mem, w->args, root, towns[i]);
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

static bool find_step(struct result *w, const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	for (size_t i = 0; v && i < v->nberatungen; i++)
		if (v->beratungen[i].gremium && !strcmp(v->beratungen[i].gremium, w->gremium) &&
			!date_cmp(v->beratungen[i].datum, w->day)) {
			w->step = i + 1;
			return true;
		}
	struct buf day = {0};
	date_put_iso(&day, w->day);
	diag_error(w->diag, "KEINEBERATUNG", w->path, doc->root->line,
		"Die Beratungsfolge nennt „%s“ am %s nicht; erwartet wird <beratung gremium=\"%s\" datum=\"%s\" …/>, "
		"bitte Gremium und Tag prüfen",
		w->gremium, day.data, w->gremium, day.data);
	buf_free(&day);
	return false;
}

static void find_top(struct result *w, const struct doc *doc)
{
	const char *session, *id = doc_vorlage(doc)->id;
	struct doc_agenda_item *kept;
	size_t n = 0;
	if (reg_session_on(w->reg, w->mem, doc->ort, w->gremium, w->day, &session))
		reg_agenda_kept(w->reg, w->mem, doc->ort, session, &kept, &n);
	for (size_t i = 0; i < n; i++)
		if (kept[i].paper_id && !strcmp(kept[i].paper_id, id))
			w->top = kept[i].nummer;
}

/* The document as it will be: read and checked before a byte is written. */
static bool try_edit(struct result *w, const char *place, struct edition *e)
{
	struct buf old = {0}, one = {0}, two = {0};
	bool ok = file_read(&old, w->path, w->diag) &&
		src_edit_bytes(w->path, old.data, old.len, place, "ergebnis", w->text, &one, w->diag);
	if (ok && w->top)
		ok = src_edit_bytes(w->path, one.data, one.len, place, "top", w->top, &two, w->diag);
	cmd_edition_end(e);
	ok = ok && cmd_read(w->session, w->path, w->top ? &two : &one, e, w->diag) && diag_status(w->diag) == 0;
	buf_free(&old);
	buf_free(&one);
	buf_free(&two);
	return ok;
}

static bool record(struct result *w, const struct doc *doc)
{
	struct reg_source src;
	struct buf detail = {0};
	buf_fmt(&detail, "%s ", w->gremium);
	date_put_iso(&detail, w->day);
	buf_fmt(&detail, ": %s", w->text);
	bool ok = rec_source(w->mem, w->args, doc, &src, w->diag) && rec_index(w->reg, &src, doc, w->diag)
		&& reg_event(w->reg, doc->ort, doc_vorlage(doc)->id, REG_ERGEBNIS, w->args->now, detail.data, w->diag);
	buf_free(&detail);
	return ok;
}

/* The source first: it is the truth. Killed after it, the same call completes the register. */
static bool write_result(struct result *w, struct edition *e)
{
	const char *place = mem_fmt(w->mem, "vorlage/angaben/beratung[%zu]", w->step);
	return try_edit(w, place, e) && record(w, e->doc) &&
		(!w->top || src_edit_attribute(w->path, place, "top", w->top, w->diag)) &&
		src_edit_attribute(w->path, place, "ergebnis", w->text, w->diag) &&
		rec_commit(w->reg, w->args, w->diag);
}

static void enter(struct result *w)
{
	struct edition e = {0};
	if (!find_paper(w) || !cmd_read(w->session, w->path, NULL, &e, w->diag) || !find_step(w, e.doc)) {
		cmd_edition_end(&e);
		return;
	}
	w->reg = rec_open(w->mem, w->args, w->path, e.doc->ort, true, w->diag);
	if (w->reg && reg_begin(w->reg, w->diag)) {
		find_top(w, e.doc);
		if (!reg_has_event(w->reg, e.doc->ort, doc_vorlage(e.doc)->id, REG_AUFGENOMMEN, NULL))
			diag_error(w->diag, "NICHTAUFGENOMMEN", w->path, e.doc->root->line,
				"Die Vorlage ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen");
		else if (write_result(w, &e) && !w->args->opt[CMD_O_STILL])
			fprintf(stderr, "%s: Ergebnis eingetragen\n", w->path);
	}
	reg_close(w->reg);
	cmd_edition_end(&e);
}

int cmd_ergebnis(const struct cmd_args *a)
{
	struct result w = {.args = a, .gremium = a->opt[CMD_O_GREMIUM], .text = a->arg[1]};
	if (!w.gremium || !a->opt[CMD_O_DATUM])
		return cmd_usage("ratssatz ergebnis braucht --gremium KENNUNG und --datum TAG");
	if (!date_parse(&w.day, a->opt[CMD_O_DATUM]) || !w.day.day)
		return cmd_usage("--datum „%s“ ist kein Tag; erwartet wird jjjj-mm-tt", a->opt[CMD_O_DATUM]);
	if (!*w.text || !u8_valid(w.text, strlen(w.text)))
		return cmd_usage("Der Text des Ergebnisses fehlt oder ist kein UTF-8");
	w.mem = mem_new();
	w.diag = diag_new();
	w.session = cmd_session(a, w.diag);
	if (w.session) {
		enter(&w);
		cmd_session_end(w.session);
	}
	cmd_print_messages(&w.diag, 1, a);
	int status = cmd_status(w.diag, a);
	diag_free(w.diag);
	mem_free(w.mem);
	return status;
}
