/* withdraw.c: a clerk takes back a paper, an edition, a session, its minutes or an Anlage: found by its number, its id
 * or its file. */
#include "office/withdraw.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "office/agenda.h"
#include "office/lying.h"
#include "office/record.h"
#include "office/taken.h"
#include "register/oparl.h"

struct withdrawing {
	const struct office *office;
	const struct off_withdrawal *wanted;
	struct mem *mem;
	struct diag *diag;
	struct reg *reg;
	const char *root;
	struct reg_keys of;                            /* whose it is */
	bool known;                                    /* at least one of them was taken in */
	const char *teil, *neutral;
	const char *place;                             /* the file below the contents; NULL: not looked for */
	uint8_t sum[HASH_SHA256]; bool has_sum;        /* of the Anlage, as it lies there */
};

static void keep(struct withdrawing *w, const char *ort, const char *id)
{
	w->of = (struct reg_keys){MEM_ARRAY(w->mem, struct reg_key, 1), 1, true};
	w->of.all[0] = reg_key(mem_dup(w->mem, ort), mem_dup(w->mem, id));
}

static bool may_be_public(const struct doc *doc)
{
	switch ((int)doc->root->kind) {
	case DOC_VORLAGE:
	case DOC_KONZEPT:
	case DOC_SITZUNG:
	case DOC_NIEDERSCHRIFT: return true;
	}
	return false;
}

static bool open_register(struct withdrawing *w, const char *path)
{
	reg_close(w->reg);
	if (path && !file_exists(path)) {
		diag_sys(w->diag, "REGISTER", path, 0, "Das Register gibt es nicht; bitte den Namen prüfen");
		return false;
	}
	w->reg = path ? reg_open(path, true, w->diag) : NULL;
	pipe_ask_register(w->office->pipe, w->reg);
	return w->reg && reg_begin(w->reg, w->diag);
}

static bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), k = strlen(with);
	return n >= k && !strcmp(s + n - k, with);
}

static bool is_readable(struct withdrawing *w)
{
	struct diag *quiet = diag_new();
	struct edition e = {0};
	const char *path = pipe_master(w->mem, w->wanted->what, quiet);
	bool ok = path && pipe_read(w->office->pipe, path, NULL, &e, quiet);
	pipe_end(&e);
	diag_free(quiet);
	return ok;
}

static bool by_document(struct withdrawing *w)
{
	struct pipe *p = w->office->pipe;
	struct edition e = {0};
	const char *path = pipe_master(w->mem, w->wanted->what, w->diag);
	bool ok = path && pipe_read(p, path, NULL, &e, w->diag);
	if (ok && !may_be_public(e.doc)) {
		diag_sys(w->diag, "ARTFREMD", path, e.doc->root->line,
			"<%s> wird nicht zurückgezogen; erwartet wird eine Vorlage, ein Konzept, eine Sitzung, eine "
			"Niederschrift oder eine Anlage",
			doc_kind_name(e.doc->root->kind));
		ok = false;
	}
	if (ok) {
		w->root = mem_dup(w->mem, e.root ? e.root : "content");
		keep(w, e.doc->ort, off_id(w->mem, e.root, e.doc));
		w->neutral = mem_dup(w->mem, off_neutral(&e));
		ok = open_register(w, pipe_register_path(w->mem, pipe_places(p), e.root, e.doc->ort));
	}
	pipe_end(&e);
	return ok;
}

/* Below the contents; the file, and folders it lay in, may be gone. */
static const char *below(struct withdrawing *w, const char *path)
{
	if (file_exists(path))
		return pipe_below_root(w->mem, w->root, path);
	const char *folder = file_dir(w->mem, path), *rel = strcmp(folder, path) ? below(w, folder) : NULL;
	return rel ? file_join(w->mem, rel, file_base(path)) : NULL;
}

static const char *folder_there(struct mem *m, const char *path)
{
	while (!file_exists(path) && strcmp(path, "/") && strcmp(path, "."))
		path = file_dir(m, path);
	return path;
}

static void sum_up(struct withdrawing *w)
{
	struct file_map map;
	struct diag *quiet = diag_new();
	w->has_sum = file_exists(w->wanted->what) && file_map(&map, w->wanted->what, quiet);
	if (w->has_sum) {
		hash_sha256(map.data, map.size, w->sum);
		file_unmap(&map);
	}
	diag_free(quiet);
}

/* Renamed since its release it is known by its bytes. */
static void by_annex(struct withdrawing *w, const char *place)
{
	w->teil = place;
	sum_up(w);
	w->of = reg_papers_with(w->reg, w->mem, place, NULL, w->diag);
	if (w->of.ok && !w->of.n && w->has_sum)
		w->of = reg_papers_with(w->reg, w->mem, place, w->sum, w->diag);
}

/* An Anlage; what was released from a file that is gone or cannot be read. */
static bool by_place(struct withdrawing *w)
{
	const struct pipe_places *p = pipe_places(w->office->pipe);
	w->root = pipe_root(w->mem, p, folder_there(w->mem, w->wanted->what));
	const char *place = w->place = w->root ? below(w, w->wanted->what) : NULL;
	if (!place)
		return true;
	const char *path = pipe_register_path(w->mem, p, w->root, mem_str(w->mem, place, strcspn(place, "/")));
	if (!file_exists(path) && !file_exists(w->wanted->what))
		return true;
	if (!open_register(w, path))
		return false;
	w->of = reg_released_from(w->reg, w->mem, place, w->diag);
	if (!w->of.n)
		by_annex(w, place);
	return w->of.ok;
}

/* The number of a paper, or the id that "register liste" shows. */
static bool by_name(struct withdrawing *w)
{
	const struct pipe_places *p = pipe_places(w->office->pipe);
	w->root = pipe_root(w->mem, p, ".");
	if (!open_register(w, off_only_register(w->mem, p, w->diag)))
		return false;
	w->of = reg_called(w->reg, w->mem, w->wanted->what, w->diag);
	if (w->of.ok && w->of.n > 1) {
		diag_error(w->diag, "ZURUECKWAHL", NULL, 0,
			"„%s“ kennt das Register mehrmals, als %s in %s und als %s in %s; bitte die Datei nennen, um "
			"die es geht",
			w->wanted->what, w->of.all[0].id, w->of.all[0].ort, w->of.all[1].id, w->of.all[1].ort);
		return false;
	}
	return w->of.ok;
}

static void say_outside(void *arg, const char *line)
{
	pipe_say(((struct withdrawing *)arg)->office->pipe, "schon draußen: %s", line);
}

static bool take(struct withdrawing *w, struct reg_key key)
{
	struct reg_release r;
	const char *neutral = w->neutral;
	w->known |= reg_has_event(w->reg, key, REG_AUFGENOMMEN, NULL);
	bool any;
	if (!neutral && reg_release_last(w->reg, w->mem, key, &r))
		neutral = r.neutral;
	return reg_withdraw(w->reg,
		&(struct reg_withdrawal){key, w->teil, neutral ? neutral : "Nichtöffentliche Angelegenheit",
			w->wanted->grund, *w->teil != 0, w->has_sum ? w->sum : NULL},
		w->office->now, &any, w->diag);
}

/* Agendas that name it to this day: what was announced is announced otherwise by the clerk alone. */
static void say_standing(struct withdrawing *w, struct reg_key key)
{
	struct reg_standing *all;
	const size_t n = *w->teil ? 0 : reg_standing(w->reg, w->mem, key, off_today(w->office->now), &all);
	for (size_t i = 0; i < n; i++)
		pipe_say(w->office->pipe,
			"TOP %s der Sitzung „%s“ ist mit dem bisherigen Titel bekannt gemacht, jetzt gilt der "
			"neutrale; bitte mit „ratssatz tagesordnung --bekanntgeben“ erneut bekannt geben",
			all[i].nummer, all[i].sitzung);
}

static void withdraw(struct withdrawing *w)
{
	bool ok = w->of.n > 0;
	for (size_t i = 0; ok && i < w->of.n; i++)
		ok = take(w, w->of.all[i]);
	ok = ok && off_agendas(w->office, w->reg, w->root, w->diag) && off_commit(w->reg, w->office, w->diag);
	for (size_t i = 0; ok && i < w->of.n; i++) {
		reg_outside(w->reg, w->of.all[i], say_outside, w, w->diag);
		say_standing(w, w->of.all[i]);
		off_lying(w->office, w->reg, w->of.all[i], w->wanted->remove ? OFF_LYING_REMOVE : OFF_LYING_TELL,
			w->diag);
	}
	if (ok)
		pipe_say(w->office->pipe, w->known ? "%s: zurückgezogen"
			: "%s: zurückgezogen; im Register stand es bisher nicht, bitte prüfen, ob es gemeint ist",
			w->wanted->what);
}

static void tell_unknown(struct withdrawing *w)
{
	const char *what = w->wanted->what;
	const struct reg_keys of = w->reg && w->place ? reg_released_with(w->reg, w->mem, w->place, w->diag)
						      : (struct reg_keys){0};
	if (of.n)
		diag_error(w->diag, "UNBEKANNT", what, 0,
			"Die Datei ist ein Teil von „%s“ und wird nicht für sich zurückgezogen; bitte „ratssatz "
			"zurueckziehen %s --grund …“ aufrufen",
			of.all[0].id, of.all[0].id);
	else if (!diag_status(w->diag))
		diag_error(w->diag, "UNBEKANNT", NULL, 0,
			"„%s“ kennt das Register nicht; erwartet wird eine Drucksachennummer, die Datei einer Vorlage, "
			"eines Konzepts, einer Sitzung, Niederschrift oder Anlage oder deren Kennung, alle nennt "
			"„ratssatz register liste“",
			what);
}

void off_withdraw(const struct office *o, const struct off_withdrawal *wanted, struct diag *d)
{
	struct withdrawing w = {.office = o, .wanted = wanted, .mem = mem_new(), .diag = d, .teil = ""};
	const char *what = wanted->what;
	bool source = file_is_dir(what) || ends(what, ".xml");
	bool place = source || strchr(file_base(what), '.');
	bool ok = source && is_readable(&w) ? by_document(&w) : place ? by_place(&w) : by_name(&w);
	if (ok && !w.of.n)                             /* tells what is wrong with it; a folder that is gone */
		ok = source ? by_document(&w) : place ? by_name(&w) : by_place(&w);
	if (ok && w.of.n)
		withdraw(&w);
	else if (!diag_status(d))
		tell_unknown(&w);
	pipe_ask_register(o->pipe, NULL);
	reg_close(w.reg);
	mem_free(w.mem);
}
