/* intake.c: many documents into the register in one transaction. Each is read and entered, then each is read again and
 * checked against what all of them entered; so any order is right and memory stays flat. One fault, and nothing is
 * entered. A new number is written into its source only after the commit: killed in between, the register knows it and
 * the next call writes it. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/record.h"
#include "source/source.h"

struct item {
	const char *path;
	enum rec_rank rank;
	struct diag *diag;
	const char *number;                            /* to be written into the source */
	bool left_out;                                 /* a rebuild passes over what was never taken in */
};

struct town {
	const char *ort;
	bool fresh;                                    /* the register has never seen anything of it */
	bool entered;                                  /* its directory */
};

struct taking {
	const struct cmd_args *args;
	enum intake how;
	struct mem *mem;
	struct session *session;
	struct reg *reg;
	const char *reg_path;
	struct town *towns; size_t ntowns;
	struct item *items; size_t n;
};

/* A stable order: qsort alone promises none. */
static void order(struct taking *t)
{
	struct item *sorted = MEM_ARRAY(t->mem, struct item, t->n + 1);
	size_t n = 0;
	for (int rank = REC_VERZEICHNIS; rank <= REC_OTHER; rank++)
		for (size_t i = 0; i < t->n; i++)
			if ((int)t->items[i].rank == rank)
				sorted[n++] = t->items[i];
	t->items = sorted;
}

static bool read_item(struct taking *t, const struct item *it, struct edition *e)
{
	struct buf old = {0}, new = {0};
	bool ok = true;
	*e = (struct edition){0};
	if (it->number)
		ok = file_read(&old, it->path, it->diag) &&
			src_edit_bytes(it->path, old.data, old.len, "vorlage", "nummer", it->number, &new, it->diag);
	ok = ok && cmd_read(t->session, it->path, it->number ? &new : NULL, e, it->diag);
	buf_free(&old);
	buf_free(&new);
	return ok;
}

/* ---- entering */

static bool open_register(struct taking *t, const struct doc *doc, struct diag *d)
{
	const char *path =
		cmd_register_path(t->mem, t->args, cmd_content_root(t->mem, t->args, doc->files[0].path), doc->ort);
	if (t->reg) {
		if (!strcmp(path, t->reg_path))
			return true;
		diag_sys(d, "REGISTERORT", doc->files[0].path, 0,
			"Das Dokument gehört in ein anderes Register (%s) als die übrigen (%s); bitte getrennt "
			"aufrufen oder --register nennen",
			path, t->reg_path);
		return false;
	}
	t->reg_path = path;
	t->reg = reg_open(path, true, d);
	if (!t->reg || !reg_begin(t->reg, d)) {
		reg_close(t->reg);
		t->reg = NULL;
		return false;
	}
	cmd_session_register(t->session, t->reg);
	return t->how != INTAKE_NEU_AUFBAUEN || reg_index_clear(t->reg, d);
}

static bool once(struct taking *t, const char *ort, const char *id, enum reg_event what, struct diag *d)
{
	return reg_has_event(t->reg, ort, id, what, NULL) || reg_event(t->reg, ort, id, what, t->args->now, NULL, d);
}

static struct town *town_of(struct taking *t, const char *ort)
{
	for (size_t i = 0; i < t->ntowns; i++)
		if (!strcmp(t->towns[i].ort, ort))
			return &t->towns[i];
	t->towns = mem_grow(t->mem, t->towns, t->ntowns * sizeof *t->towns, (t->ntowns + 1) * sizeof *t->towns);
	t->towns[t->ntowns] = (struct town){.ort = mem_dup(t->mem, ort),
		.fresh = !reg_has_event(t->reg, ort, "verzeichnis", REG_AUFGENOMMEN, NULL)};
	return &t->towns[t->ntowns++];
}

static bool enter_town(struct taking *t, const struct doc *doc, struct diag *d)
{
	struct reg_source src;
	const struct doc *dir = doc->root->kind == DOC_VERZEICHNIS ? doc : doc->verzeichnis;
	struct town *town = town_of(t, doc->ort);
	if (!dir || town->entered)
		return true;
	town->entered = true;
	return rec_source(t->mem, t->args, dir, &src, d) && rec_index(t->reg, &src, dir, d) &&
		once(t, doc->ort, "verzeichnis", REG_AUFGENOMMEN, d);
}

static bool may_write(struct taking *t, const struct item *it)
{
	if (!access(file_dir(t->mem, it->path), W_OK))
		return true;
	diag_sys(it->diag, "SCHREIBEN", it->path, 0,
		"In diesem Ordner darf nicht geschrieben werden, die Drucksachennummer käme nicht in die Quelle; es "
		"wurde keine vergeben, bitte die Rechte prüfen");
	return false;
}

/* The number of a paper; one that its source lacks is noted in the item. */
static bool enter_number(struct taking *t, struct item *it, const struct edition *e)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	const char *wanted = v->nummer;
	if (!v->id || !v->datum.year)
		return false;                          /* told by source */
	if (v->ergaenzung && !wanted) {
		diag_error(it->diag, "DRUCKSACHE", it->path, v->node->line,
			"Die Ergänzung nennt keine Drucksachennummer; erwartet wird nummer=\"…\" der ergänzten "
			"Vorlage, bitte eintragen");
		return false;
	}
	if (v->ergaenzung)
		wanted = mem_fmt(t->mem, "%s %d. Ergänzung", wanted, v->ergaenzung);
	const char *number = reg_number(t->reg, t->mem, e->doc->ort, v->id, v->datum.year,
		sty_rule(e->style, "drucksache-muster", NULL), wanted, it->diag);
	if (number && !wanted)
		it->number = number;
	return number && (!it->number || may_write(t, it));
}

/* What must be there before; false: told, or nothing to do. */
static bool ready(struct taking *t, struct item *it, const struct edition *e)
{
	const char *id = rec_id(t->mem, t->args, e->doc), *ort = e->doc->ort;
	bool known = reg_has_event(t->reg, ort, id, REG_AUFGENOMMEN, NULL);
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	if (t->how == INTAKE_NEU_AUFBAUEN) {
		it->left_out = !known &&
			(!town_of(t, ort)->fresh || e->doc->root->kind == DOC_VERZEICHNIS || (v && !v->nummer));
		return !it->left_out;
	}
	if (t->how == INTAKE_FREIGEBEN && (!known || (v && !v->nummer))) {
		diag_error(it->diag, "NICHTAUFGENOMMEN", it->path, e->doc->root->line,
			"Das Dokument ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen, dann "
			"freigeben");
		return false;
	}
	bool released = t->how == INTAKE_FREIGEBEN && e->doc->root->kind != DOC_SITZUNG &&
		e->doc->root->kind != DOC_VERZEICHNIS;
	return !released || rec_final(e, it->path, "freigegeben", it->diag);
}

static bool enter(struct taking *t, struct item *it, const struct edition *e)
{
	struct reg_source src;
	const char *id = rec_id(t->mem, t->args, e->doc), *ort = e->doc->ort;
	if (!rec_source(t->mem, t->args, e->doc, &src, it->diag) || !rec_index(t->reg, &src, e->doc, it->diag) ||
		!once(t, ort, id, REG_AUFGENOMMEN, it->diag))
		return false;
	bool release =
		t->how == INTAKE_FREIGEBEN && (e->doc->root->kind == DOC_VORLAGE || e->doc->root->kind == DOC_KONZEPT);
	return !release || once(t, ort, id, REG_FREIGEGEBEN, it->diag);
}

static void enter_item(struct taking *t, struct item *it)
{
	struct edition e;
	bool ok = read_item(t, it, &e) && open_register(t, e.doc, it->diag) && ready(t, it, &e) &&
		enter_town(t, e.doc, it->diag);
	if (ok && e.doc->root->kind == DOC_VORLAGE) {
		ok = enter_number(t, it, &e);
		if (ok && it->number) {
			cmd_edition_end(&e);
			ok = read_item(t, it, &e);
		}
	}
	if (ok && e.doc->root->kind != DOC_VERZEICHNIS)
		enter(t, it, &e);
	cmd_edition_end(&e);
}

static void check_item(struct taking *t, struct item *it)
{
	struct edition e = {0};
	if (!it->left_out && it->rank < REC_OTHER && read_item(t, it, &e))
		cmd_check(t->session, &e, it->diag);
	cmd_edition_end(&e);
}

/* ---- the whole */

static int worst(struct taking *t)
{
	int status = CMD_FINE;
	for (size_t i = 0; i < t->n; i++) {
		int s = t->how == INTAKE_NEU_AUFBAUEN ? diag_status(t->items[i].diag)
						      : cmd_status(t->items[i].diag, t->args);
		status = s > status ? s : status;
	}
	return status;
}

static void write_numbers(struct taking *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct item *it = &t->items[i];
		if (it->number && !src_edit_attribute(it->path, "vorlage", "nummer", it->number, it->diag))
			diag_sys(it->diag, "NUMMEROFFEN", it->path, 0,
				"Die Drucksachennummer %s ist vergeben und steht im Register, aber nicht in der "
				"Quelle; bitte die Ursache beheben und noch einmal aufnehmen",
				it->number);
		else if (it->number && !t->args->opt[CMD_O_STILL])
			fprintf(stderr, "%s: Drucksache %s\n", it->path, it->number);
	}
}

static void say(const struct taking *t, int status)
{
	static const char *const done[] = {"aufgenommen", "freigegeben", "neu aufgebaut"};
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++)
		n += !t->items[i].left_out &&
			(t->how != INTAKE_FREIGEBEN || t->items[i].rank == REC_VORLAGE ||
				t->items[i].rank == REC_KONZEPT);
	if (t->args->opt[CMD_O_STILL])
		return;
	if (status)
		fputs("Das Register ist unverändert.\n", stderr);
	else
		fprintf(stderr, "%zu %s %s\n", n, n == 1 ? "Dokument" : "Dokumente", done[t->how]);
}

static void run(struct taking *t, struct diag *d)
{
	for (size_t i = 0; i < t->n; i++)
		enter_item(t, &t->items[i]);
	for (size_t i = 0; i < t->n && t->how != INTAKE_NEU_AUFBAUEN; i++)
		check_item(t, &t->items[i]);
	int status = worst(t);
	if (!status && t->reg && !(rec_agendas(t->session, t->args, t->reg, d) && rec_commit(t->reg, t->args, d)))
		status = CMD_SYSTEM;
	if (!status)
		write_numbers(t);
	say(t, status);
}

static void collect(struct taking *t, const char *const *paths, size_t n)
{
	t->items = MEM_ARRAY(t->mem, struct item, n + 1);
	for (size_t i = 0; i < n; i++) {
		struct item *it = &t->items[t->n++];
		it->diag = diag_new();
		const char *path = cmd_master(t->mem, paths[i], it->diag);
		*it = (struct item){
			.path = path ? path : paths[i], .rank = path ? rec_rank_of(path) : REC_OTHER, .diag = it->diag};
	}
	order(t);
}

int cmd_intake(const struct cmd_args *a, const char *const *paths, size_t n, enum intake how)
{
	struct taking t = {.args = a, .how = how, .mem = mem_new()};
	struct diag **diags = MEM_ARRAY(t.mem, struct diag *, n + 1);
	diags[0] = diag_new();
	t.session = cmd_session(a, diags[0]);
	if (t.session) {
		if (how == INTAKE_AUFNEHMEN)
			cmd_session_taking_in(t.session);
		collect(&t, paths, n);
		run(&t, diags[0]);
		cmd_session_register(t.session, NULL);
		reg_close(t.reg);
		cmd_session_end(t.session);
	}
	for (size_t i = 0; i < t.n; i++)
		diags[i + 1] = t.items[i].diag;
	cmd_print_messages(diags, t.n + 1, a);
	int status = worst(&t), own = diag_status(diags[0]);
	for (size_t i = 0; i <= t.n; i++)
		diag_free(diags[i]);
	mem_free(t.mem);
	return own > status ? own : status;
}
