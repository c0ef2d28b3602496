/* intake.c: many documents into the register in one transaction. Each is read and entered, then each is read again and
 * checked against what all of them entered; so any order is right and memory stays flat. One fault, and nothing is
 * entered. A new number is written into its source only after the commit: killed in between, the register knows it and
 * the next call writes it. */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "compose/compose.h"
#include "model/niederschrift.h"
#include "office/agenda.h"
#include "office/earlier.h"
#include "office/decision.h"
#include "office/intake.h"
#include "office/numbered.h"
#include "office/record.h"
#include "office/gather.h"
#include "office/hidden.h"
#include "office/released.h"
#include "office/sources.h"
#include "office/taken.h"
#include "oparl/oparl.h"
#include "pipeline/share.h"
#include "source/source.h"
#include "style/papiere.h"

/* In the order of taking in: papers that have a number come before those that get the next one. */
enum rank { VERZEICHNIS, KONZEPT, SITZUNG, VORLAGE, VORLAGE_OHNE_NUMMER, NIEDERSCHRIFT, OTHER };

struct item {
	const char *path;
	enum rank rank;
	struct diag *diag;
	const char *number;                            /* to be written into the source */
	bool left_out;                                 /* a rebuild passes over what was never taken in */
	const char *again; /* a rebuild found this number, which the register did not know */
	int line; /* of the root, for what is told at the end */
};

struct town {
	const char *ort;
	const struct doc_muster *muster;               /* of its numbers */
	bool fresh;                                    /* the register has never seen anything of it */
	bool entered;                                  /* its directory */
	bool other;                                    /* than the one the register is of: told */
	struct off_bearers *bearers;                   /* looked for with the first new number; NULL: not yet */
};

struct taking {
	const struct office *office;
	struct pipe *pipe;
	enum off_intake how;
	bool meant;                                    /* what turns public is meant to */
	struct mem *mem;
	struct off_desk desk;
	struct town *towns; size_t ntowns, cap;
	bool secret_lost;                              /* of a rebuild: ids of what is not public become new ones */
	struct reg_wish *numbers; size_t nnumbers, cap_numbers;        /* of a rebuild: what stands in sources */
	struct item *items; size_t n;
	struct reg_image image;                        /* for workers, see read_image */
	pid_t process;
};

/* A stable order: qsort alone promises none. */
static void order(struct taking *t)
{
	struct item *sorted = MEM_ARRAY(t->mem, struct item, t->n + 1);
	size_t n = 0;
	for (int rank = VERZEICHNIS; rank <= OTHER; rank++)
		for (size_t i = 0; i < t->n; i++)
			if ((int)t->items[i].rank == rank)
				sorted[n++] = t->items[i];
	t->items = sorted;
}

static struct src_edit number_of(const struct item *it)
{
	return (struct src_edit){"vorlage", "nummer", it->number};
}

static bool read_item(struct taking *t, const struct item *it, struct edition *e)
{
	struct buf old = {0}, new = {0};
	const struct src_edit edit = number_of(it);
	bool ok = true;
	*e = (struct edition){0};
	if (it->number)
		ok = file_read(&old, it->path, it->diag) && src_edit_bytes(it->path, &old, &edit, &new, it->diag);
	ok = ok && pipe_read(t->pipe, it->path, it->number ? &new : NULL, e, it->diag);
	buf_free(&old);
	buf_free(&new);
	return ok;
}

/* ---- entering */

static bool open_register(struct taking *t, const struct edition *e, struct diag *d)
{
	bool first = !t->desk.path;
	if (!off_desk_open(&t->desk, e, true, d))
		return false;
	if (!first)
		return true;
	if (!off_begin(t->desk.reg, t->office, d)) {
		off_desk_close(&t->desk);
		pipe_without_register(t->pipe);
		return false;
	}
	t->secret_lost = t->how == OFF_REBUILD && opa_secret_lost(t->desk.reg);
	return t->how != OFF_REBUILD || reg_index_clear(t->desk.reg, d);
}

static bool once(struct taking *t, const char *ort, const char *id, enum reg_event what, struct diag *d)
{
	return reg_has_event(t->desk.reg, reg_key(ort, id), what, NULL) ||
		reg_event(t->desk.reg, reg_key(ort, id), what, t->office->now, NULL, d);
}

/* The town of a document; met for the first time, a rebuild takes in what its ledgers still name. NULL: told. */
static struct town *town_of(struct taking *t, const struct edition *e, struct diag *d)
{
	const char *ort = e->doc->ort;
	for (size_t i = 0; i < t->ntowns; i++)
		if (!strcmp(t->towns[i].ort, ort))
			return &t->towns[i];
	const struct doc_muster *muster = sty_muster(e->style, t->mem);
	if (t->how == OFF_REBUILD && !reg_numbers_again(t->desk.reg, ort, muster, d))
		return NULL;
	MEM_ROOM_IN(t->mem, t->towns, t->ntowns, t->cap);
	t->towns[t->ntowns] = (struct town){.ort = mem_dup(t->mem, ort),
		.muster = muster,
		.fresh = !reg_has_event(t->desk.reg, reg_key(ort, "verzeichnis"), REG_AUFGENOMMEN, NULL)};
	return &t->towns[t->ntowns++];
}

static bool enter_town(struct taking *t, const struct edition *e, struct diag *d)
{
	const struct doc *doc = e->doc;
	struct reg_source src;
	const struct doc *dir = doc->root->kind == DOC_VERZEICHNIS ? doc : doc->verzeichnis;
	struct town *town = town_of(t, e, d);
	if (!town)
		return false;
	if (!dir || town->entered)
		return !town->other;
	town->entered = true;
	town->other = town->fresh && !off_is_no_other_town(t->desk.reg, t->mem, e, d);
	if (town->other)
		return false;
	return off_source(t->mem, e->root, dir, &src, d) && off_index(t->desk.reg, &src, dir, e->style, d) &&
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

/* A rebuild that fails for another reason still secures the numbers it found. */
static void keep_number(struct taking *t, const struct reg_wish *w)
{
	const struct reg_key k = reg_key(mem_dup(t->mem, w->paper.ort), mem_dup(t->mem, w->paper.id));
	MEM_ROOM_IN(t->mem, t->numbers, t->nnumbers, t->cap_numbers);
	t->numbers[t->nnumbers++] = (struct reg_wish){
		.paper = k, .muster = w->muster, .wanted = mem_dup(t->mem, w->wanted)};
}

/* What goes into its number: from the paper, the town's directory and its template. */
static struct reg_wish wish_of(struct taking *t, const struct town *town, const struct edition *e)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	const struct doc_node *period = doc_wahlperiode(e->doc, v->datum);
	const struct sty_named *kind = sty_find(e->style, STY_VORLAGENARTEN, v->art);
	return (struct reg_wish){reg_key(e->doc->ort, v->id), town->muster,
		{.jahr = v->datum.year,
			.amt = doc_stelle_nummer(e->doc, v->federfuehrung),
			.wahlperiode = period ? doc_get(period, DOC_A_NUMMER) : NULL,
			.art = kind ? kind->kuerzel : NULL, .gremium = off_body_code(e->doc)},
		doc_nummer_whole(t->mem, town->muster, v->nummer, v->ergaenzung), NULL};
}

/* The number of a paper that stays out of a rebuild is given all the same. */
static void reserve(struct taking *t, struct item *it, const struct town *town, const struct edition *e)
{
	const struct reg_wish wish = wish_of(t, town, e);
	struct diag *own = diag_new();
	if (reg_number(t->desk.reg, t->mem, &wish, own))
		keep_number(t, &wish);
	else
		diag_warn(it->diag, "NUMMERVERGABE", it->path, it->line,
			"Das Dokument war nicht im Register, und seine Drucksachennummer %s ist dort anders vergeben "
			"oder "
			"passt nicht zum Muster; bitte das Attribut nummer entfernen oder berichtigen",
			wish.wanted);
	diag_free(own);
}

/* What is wrong with its number is told at the paper, with the place of another that has it. */
static void tell_number(struct taking *t, struct item *it, const struct edition *e, const struct reg_wish *wish,
	struct diag *own)
{
	struct reg_known other;
	size_t n;
	const struct diag_msg *msg = diag_sorted(own, &n);
	const char *place = "";
	if (n && wish->wanted && reg_paper_by_number(t->desk.reg, t->mem, e->doc->ort, wish->wanted, &other) &&
		strcmp(other.id, wish->paper.id)) {
		const char *path = e->root ? file_join(t->mem, e->root, other.path) : other.path;
		place = mem_fmt(t->mem, "; es steht in %s:%d", path,
			file_line_of(path, mem_fmt(t->mem, "nummer=\"%s\"", wish->wanted)));
	}
	bool of_paper = wish->wanted || !reg_numbers_open(t->desk.reg, e->doc->ort);
	for (; n; msg++, n--) {
		bool here = of_paper && msg->sev == DIAG_FEHLER;
		diag_add(it->diag, msg->sev, msg->code, here ? it->path : msg->file,
			here ? e->doc->root->line : msg->line, "%s%s", msg->text, here ? place : "");
	}
	diag_free(own);
}

/* The number of a paper; one that its source lacks is noted in the item. */
static bool enter_number(struct taking *t, struct item *it, const struct edition *e)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	if (!v->id || !v->datum.year)
		return false; /* told by source */
	if (v->ergaenzung && !v->nummer) {
		diag_error(it->diag, "DRUCKSACHE", it->path, v->node->line,
			"Die Ergänzung nennt keine Drucksachennummer; erwartet wird nummer=\"…\" der ergänzten "
			"Vorlage, bitte eintragen");
		return false;
	}
	struct town *town = town_of(t, e, it->diag);
	if (!town)
		return false;
	const struct reg_wish wish = wish_of(t, town, e);
	const bool known = reg_number_known(t->desk.reg, wish.paper);
	struct diag *own = diag_new();
	const char *number = reg_number(t->desk.reg, t->mem, &wish, own);
	tell_number(t, it, e, &wish, own);
	if (number && t->how == OFF_REBUILD)
		keep_number(t, &wish);
	if (number && !wish.wanted)
		it->number = number;
	return number && (!it->number || (may_write(t, it) && (known ||
		off_number_is_free(t->mem, &town->bearers, e, number, it->path, it->diag))));
}

/* What the register never knew stays out of a rebuild, unless it knows nothing of the town; after a backup was brought
 * back, papers with a number come in, as they may be younger than it. */
static bool worth_rebuilding(struct taking *t, struct item *it, const struct edition *e)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	const struct town *town = town_of(t, e, it->diag);
	if (!town)
		return false;
	bool numbered = v && v->nummer && v->id, lost = numbered && reg_numbers_open(t->desk.reg, town->ort);
	it->line = e->doc->root->line;
	it->left_out = e->doc->root->kind == DOC_VERZEICHNIS || (!town->fresh && !lost) || (v && !numbered);
	it->again = !it->left_out && !town->fresh ? mem_dup(t->mem, v->nummer) : NULL;
	if (it->left_out && numbered)
		reserve(t, it, town, e);
	return !it->left_out;
}

/* What must be there before; false: told, or nothing to do. */
static bool ready(struct taking *t, struct item *it, const struct edition *e)
{
	const char *id = off_id(t->mem, e->root, e->doc), *ort = e->doc->ort;
	bool known = reg_has_event(t->desk.reg, reg_key(ort, id), REG_AUFGENOMMEN, NULL);
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	if (t->how == OFF_REBUILD)
		return known || worth_rebuilding(t, it, e);
	if (t->how == OFF_RELEASE && (!known || (v && !v->nummer))) {
		diag_error(it->diag, "NICHTAUFGENOMMEN", it->path, e->doc->root->line,
			"Das Dokument ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen, dann "
			"freigeben");
		return false;
	}
	bool released = t->how == OFF_RELEASE && e->doc->root->kind != DOC_SITZUNG &&
		e->doc->root->kind != DOC_NIEDERSCHRIFT && e->doc->root->kind != DOC_VERZEICHNIS;
	return !released ||
		(off_final(e, it->path, "freigegeben", it->diag) && off_touched(t->mem, e, it->path, it->diag));
}

/* Released again only if something is new: the same document twice is one release. */
static bool release(struct taking *t, struct item *it, const struct edition *e, const char *id)
{
	const struct reg_key key = reg_key(e->doc->ort, id);
	struct reg_release last, now = off_release(t->mem, e);
	struct diag *quiet = diag_new();
	bool new = !reg_has_event(t->desk.reg, key, REG_FREIGEGEBEN, NULL) ||
		!reg_release_last(t->desk.reg, t->mem, key, &last) || last.early || strcmp(last.tage, now.tage) ||
		off_compare(t->desk.reg, t->mem, e, &last, off_today(t->office->now)).file ||
		!off_stays_hidden(t->desk.reg, t->mem, e, false, quiet);
	diag_free(quiet);
	return !new ||
		(reg_release_add(t->desk.reg, key, &now, t->office->now, it->diag) &&
			reg_event(t->desk.reg, key, REG_FREIGEGEBEN, t->office->now, NULL, it->diag));
}

/* A draft of a session or of minutes is not public: it is asked when it is none any more. */
static bool may_be_public(struct taking *t, struct item *it, const struct edition *e, bool draft)
{
	const bool meant = t->meant || (draft && (doc_sitzung(e->doc) || doc_niederschrift(e->doc)));
	return t->how == OFF_REBUILD ||
		(off_same_body(t->desk.reg, t->mem, e->doc, it->diag) &&
			off_stays_hidden(t->desk.reg, t->mem, e, meant, it->diag) &&
			(t->how != OFF_RELEASE || meant || off_is_new(t->desk.reg, t->mem, e, it->diag)));
}

static bool enter(struct taking *t, struct item *it, const struct edition *e)
{
	struct reg_source src;
	const char *id = off_id(t->mem, e->root, e->doc), *ort = e->doc->ort;
	if (!off_source(t->mem, e->root, e->doc, &src, it->diag))
		return false;
	src.draft = com_is_draft(e->doc, e->style);
	if (!may_be_public(t, it, e, src.draft))
		return false;
	if ((t->how == OFF_RELEASE && !release(t, it, e, id)) ||
		(t->how != OFF_REBUILD && !off_take_back(t->office, t->desk.reg, t->mem, e, it->diag)))
		return false;
	src.changed = off_is_changed(t->office, t->desk.reg, t->mem, e);
	bool ok = (src.changed || off_enter_decisions(t->desk.reg, t->mem, e, t->office->now, it->diag)) &&
		off_index(t->desk.reg, &src, e->doc, e->style, it->diag) && once(t, ort, id, REG_AUFGENOMMEN, it->diag);
	if (ok && t->how != OFF_REBUILD)
		off_tell_left(t->office, t->desk.reg, t->mem, e, it->diag);
	return ok;
}

/* A number and nothing else. */
static void number_item(struct taking *t, struct item *it)
{
	struct edition e;
	if (read_item(t, it, &e) && open_register(t, &e, it->diag) && e.doc->root->kind == DOC_VORLAGE)
		enter_number(t, it, &e);
	pipe_end(&e);
}

/* The register knows papers and sessions by their day. */
static bool dated(struct item *it, const struct edition *e)
{
	const struct doc_node *root = e->doc->root;
	bool by_day = root->kind == DOC_VORLAGE || root->kind == DOC_SITZUNG;
	if (!by_day || (doc_stand(e->doc).year && (root->kind == DOC_VORLAGE || doc_get(root, DOC_A_BEGINN))))
		return true;
	if (!doc_is(root, DOC_A_ENTWURF, "ja") && diag_count(it->diag, DIAG_FEHLER))
		return false;                          /* of a draft they may lack; what is no day or time was told */
	diag_error(it->diag, "TAGOFFEN", it->path, root->line,
		"Der Entwurf nennt %s nicht und wird nicht aufgenommen; erwartet wird %s, bitte eintragen",
		doc_stand(e->doc).year ? "seinen Beginn" : "seinen Tag",
		doc_stand(e->doc).year ? "beginn=\"SS:MM\"" : "datum=\"JJJJ-MM-TT\"");
	return false;
}

static void enter_item(struct taking *t, struct item *it)
{
	struct edition e;
	bool ok = read_item(t, it, &e) && open_register(t, &e, it->diag) && dated(it, &e) && ready(t, it, &e) &&
		enter_town(t, &e, it->diag);
	if (ok && e.doc->root->kind == DOC_VORLAGE) {
		ok = enter_number(t, it, &e);
		if (ok && it->number) {
			pipe_end(&e);
			ok = read_item(t, it, &e);
		}
	}
	if (ok && e.doc->root->kind != DOC_VERZEICHNIS)
		enter(t, it, &e);
	pipe_end(&e);
}

/* In a worker: what the transaction, which stays in the process that began it, has entered so far. */
static void read_image(struct taking *t, struct diag *d)
{
	if (t->process == getpid() || !t->desk.reg)
		return;
	t->process = getpid();
	t->desk.reg = reg_open_image(&t->image, d);
	pipe_ask_register(t->pipe, t->desk.reg);
}

static void check_item(void *arg, size_t i, struct buf *unused, struct diag *d)
{
	struct taking *t = arg;
	struct item *it = &t->items[i];
	(void)unused;
	read_image(t, d);
	struct edition e = {0};
	bool printed = t->how != OFF_REBUILD && t->how != OFF_COLLECT && (it->rank == KONZEPT || it->rank >= VORLAGE);
	if (!it->left_out && it->rank < OTHER && read_item(t, it, &e) && pipe_check(t->pipe, &e, it->diag) && printed)
		pipe_set(t->pipe, &e, it->diag);           /* what cannot be set cannot be issued either */
	pipe_end(&e);
}

/* On several processors, unless copying the register for them would cost more than it gains. */
static void check_all(struct taking *t)
{
	enum { WORTH = 1 << 20 };                          /* bytes of the register a document */
	const char **paths = MEM_ARRAY(t->mem, const char *, t->n + 1);
	struct diag **diags = MEM_ARRAY(t->mem, struct diag *, t->n + 1);
	for (size_t i = 0; i < t->n; i++) {
		paths[i] = t->items[i].path;
		diags[i] = t->items[i].diag;
	}
	const struct pipe_share all = {.n = t->n, .paths = paths, .diags = diags, .arg = t, .one = check_item};
	bool shared = pipe_options(t->pipe)->cores > 1 && t->n > 1 &&
		(!t->desk.reg || reg_image(t->desk.reg, WORTH * t->n, &t->image));
	t->process = getpid();
	if (shared)
		pipe_each(t->pipe, &all);
	for (size_t i = 0; !shared && i < t->n; i++)
		check_item(t, i, NULL, diags[i]);
	reg_image_free(&t->image);
}

/* ---- the whole */

static int worst(struct taking *t)
{
	int status = 0;
	for (size_t i = 0; i < t->n; i++) {
		int own = pipe_status(t->pipe, t->items[i].diag);
		status = own > status ? own : status;
	}
	return status;
}

static void write_numbers(struct taking *t)
{
	struct off_numbered *all = MEM_ARRAY(t->mem, struct off_numbered, t->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (t->items[i].number)
			all[n++] = (struct off_numbered){number_of(&t->items[i]), t->items[i].path, t->items[i].diag};
	off_write_numbers(t->pipe, t->mem, all, n);
}

static void tell_rebuilt(const struct item *it)
{
	if (it->again)
		diag_warn(it->diag, "WIEDERAUFGENOMMEN", it->path, it->line,
			"Die Vorlage trägt die Drucksachennummer %s, die das Register nicht kannte; Nummer und Vorlage "
			"stehen wieder darin, Freigabe, Ausgaben und Bekanntmachungen nicht, bitte wo nötig noch "
			"einmal "
			"freigeben und ausgeben",
			it->again);
	else if (it->left_out && it->rank != VERZEICHNIS)
		diag_add(it->diag, DIAG_HINWEIS, "UEBERGANGEN", it->path, it->line,
			"Das Dokument war nicht im Register und bleibt beim Neuaufbau außen vor; gehört es hinein, "
			"bitte „ratssatz aufnehmen“ aufrufen");
}

static void tell_all_rebuilt(const struct taking *t, struct diag *d)
{
	for (size_t i = 0; i < t->n; i++)
		tell_rebuilt(&t->items[i]);
	off_tell_gone(t->desk.reg, d);
	if (t->secret_lost)
		opa_tell_new_ids(t->desk.reg, d);
}

/* After a rebuild that failed: at least no number of a source is given again. How many the register did not know. */
static size_t secure_numbers(struct taking *t, struct diag *d)
{
	struct diag *told = diag_new();                /* what clashes was told with its source */
	size_t n = 0;
	reg_rollback(t->desk.reg);
	bool ok = t->nnumbers && reg_begin(t->desk.reg, d);
	for (size_t i = 0; ok && i < t->nnumbers; i++) {
		struct mem *m = mem_new();
		bool there = reg_number_known(t->desk.reg, t->numbers[i].paper);
		n += !there && reg_number(t->desk.reg, m, &t->numbers[i], told);
		mem_free(m);
	}
	ok = ok && reg_commit(t->desk.reg, d);
	diag_free(told);
	return ok ? n : 0;
}

static void say(const struct taking *t, bool entered)
{
	static const char *const done[] = {"aufgenommen", "freigegeben", "neu aufgebaut"};
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++)
		n += !t->items[i].left_out && (t->how != OFF_RELEASE || t->items[i].rank != VERZEICHNIS);
	if (!entered)
		pipe_say(t->pipe, "Das Register ist unverändert.");
	else if (!n && t->how == OFF_RELEASE)
		pipe_say(t->pipe, "Freizugeben war nichts; ein Verzeichnis gilt, wie es aufgenommen ist.");
	else
		pipe_say(t->pipe, "%zu %s %s", n, n == 1 ? "Dokument" : "Dokumente", done[t->how]);
}

/* One that is faulty stays without a number; the others have theirs. */
static void run_numbers(struct taking *t, struct diag *d)
{
	for (size_t i = 0; i < t->n; i++)
		number_item(t, &t->items[i]);
	if (t->desk.reg && off_commit(t->desk.reg, t->office, d))
		write_numbers(t);
}

static void run(struct taking *t, struct diag *d)
{
	for (size_t i = 0; i < t->n; i++)
		enter_item(t, &t->items[i]);
	if (t->how != OFF_REBUILD)
		check_all(t);
	bool good = !worst(t);
	for (size_t i = 0; good && t->how == OFF_REBUILD && i < t->ntowns; i++)
		good = reg_numbers_settled(t->desk.reg, t->towns[i].ort, d);
	if (good && t->desk.reg)
		good = off_agendas(t->office, t->desk.reg, t->desk.root, d) && off_commit(t->desk.reg, t->office, d);
	if (good)
		write_numbers(t);
	if (good && t->how == OFF_REBUILD && t->desk.reg)
		tell_all_rebuilt(t, d);
	if (t->how != OFF_COLLECT)
		say(t, good);
	size_t secured = !good && t->how == OFF_REBUILD && t->desk.reg ? secure_numbers(t, d) : 0;
	if (secured)
		pipe_say(t->pipe, "Eingetragen sind nur die Drucksachennummern, die in den Quellen stehen: %zu neue.",
			secured);
}

static enum rank rank_of(const char *path)
{
	const struct pipe_peek is = pipe_peek(path);
	switch ((int)is.kind) {
	case DOC_VERZEICHNIS: return VERZEICHNIS;
	case DOC_KONZEPT: return KONZEPT;
	case DOC_SITZUNG: return SITZUNG;
	case DOC_NIEDERSCHRIFT: return NIEDERSCHRIFT;
	case DOC_VORLAGE: return is.numbered ? VORLAGE : VORLAGE_OHNE_NUMMER;
	}
	return OTHER;
}

static void collect(struct taking *t, const char *const *paths, size_t n, struct diag **diags)
{
	t->items = MEM_ARRAY(t->mem, struct item, n + 1);
	for (size_t i = 0; i < n; i++) {
		const char *path = pipe_master(t->mem, paths[i], diags[i]);
		t->items[t->n++] = (struct item){
			.path = path ? path : paths[i], .rank = path ? rank_of(path) : OTHER, .diag = diags[i]};
	}
	order(t);
	for (size_t i = 0; i < n; i++)
		diags[i] = t->items[i].diag;
}

void off_take(const struct office *o, enum off_intake how, const char *const *paths, size_t n, struct diag **diags)
{
	struct mem *m = mem_new();
	struct taking t = {.office = o, .pipe = o->pipe, .how = how == OFF_RELEASE_PUBLIC ? OFF_RELEASE : how,
		.meant = how == OFF_RELEASE_PUBLIC, .mem = m, .desk = {.office = o, .mem = m}};
	if (how == OFF_TAKE_IN || how == OFF_COLLECT)
		pipe_take_in(t.pipe);
	collect(&t, paths, n, diags + 1);
	(how == OFF_NUMBER ? run_numbers : run)(&t, diags[0]);
	off_desk_close(&t.desk);
	mem_free(m);
}
