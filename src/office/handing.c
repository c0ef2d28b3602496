/* handing.c: what was issued for a session, or one paper, as a package for the council system. Public and non-public
 * never meet: each side has its own package from the first file on. One transaction: the package is in place before the
 * register says so; killed in between, the same call makes the same package again. */
#include <string.h>

#include "base/file.h"
#include "office/deliver.h"
#include "office/handing.h"
#include "office/hidden.h"
#include "office/released.h"
#include "oparl/oparl.h"
#include "pipeline/output.h"
#include "register/oparl.h"

enum side { INTERN, OEFFENTLICH, SIDES };

struct paper { const char *id, *nummer, *path; bool public; };

struct handing {
	struct deliver d;
	const struct off_handing *wanted;
	struct paper *papers; size_t npapers, cap_papers;
	struct pak_package packages[SIDES];
	struct pak *packs[SIDES];
	size_t cap[SIDES], cap_missing[SIDES];
	bool withdrawn;                                /* a paper of it, with all its files */
};

/* ---- what belongs to it ---- */

static void add_paper(struct handing *h, struct paper p)
{
	for (size_t i = 0; i < h->npapers; i++)
		if (!strcmp(h->papers[i].id, p.id))
			return;
	if (!p.path)
		return;
	MEM_ROOM_IN(h->d.mem, h->papers, h->npapers, h->cap_papers);
	h->papers[h->npapers++] = p;
}

/* Released papers whose Beratungsfolge names the session, and those that were announced with it. */
static bool papers_of_meeting(struct handing *h)
{
	const struct doc_sitzung *s = doc_sitzung(h->d.meeting.doc);
	struct reg_papers found;
	struct doc_agenda_item *kept;
	size_t nkept;
	const struct reg_meeting here = reg_meeting_of(h->d.ort, s);
	if (!reg_papers_for(h->d.reg, h->d.mem, &here,
		    sty_rule(h->d.meeting.style, "reihenfolge", "nummer"), &found, h->d.diag))
		return false;
	reg_agenda_kept(h->d.reg, h->d.mem, h->d.ort, s->id, &kept, &nkept);
	for (size_t i = 0; i < found.n; i++) {
		const struct doc_agenda_paper *p = &found.all[i];
		add_paper(h, (struct paper){p->id, p->nummer, p->path, p->oeffentlich});
	}
	for (size_t i = 0; i < nkept; i++)
		if (kept[i].paper_id)
			add_paper(h,
				(struct paper){
					kept[i].paper_id, kept[i].drucksache, kept[i].paper_path, kept[i].oeffentlich});
	return true;
}

/* The only town, or the first, that has such a paper. */
static bool paper_of_number(struct handing *h, const char *number)
{
	struct reg_facts towns;
	struct reg_known known;
	if (!reg_facts(h->d.reg, h->d.mem, REG_ORTE, reg_key(NULL, NULL), &towns, h->d.diag))
		return false;
	for (size_t i = 0; i < towns.rows && !h->npapers; i++) {
		h->d.ort = towns.cells[i];
		if (reg_paper_by_number(h->d.reg, h->d.mem, h->d.ort, number, &known))
			add_paper(h, (struct paper){known.id, number, known.path, known.oeffentlich});
	}
	if (!h->npapers)
		diag_error(h->d.diag, "UNBEKANNT", NULL, 0,
			"„%s“ steht nicht im Register; erwartet wird eine Drucksachennummer, alle nennt „ratssatz "
			"register liste“",
			number);
	return h->npapers > 0;
}

/* ---- sides ---- */

static struct pak_item *next_item(struct handing *h, enum side side)
{
	struct pak_package *k = &h->packages[side];
	MEM_ROOM_IN(h->d.mem, k->items, k->n, h->cap[side]);
	return &k->items[k->n];
}

static void keep_item(struct handing *h, enum side side)
{
	struct pak_item *it = next_item(h, side);
	it->delivery = (struct reg_delivery){.datei = it->pdf, .when = h->d.office->now};
	if (reg_delivery(h->d.reg, h->d.mem, &it->issue, &it->delivery, h->d.diag))
		h->packages[side].n++;
}

static void add_missing(struct handing *h, enum side side, const char *what)
{
	struct pak_package *k = &h->packages[side];
	MEM_ROOM_IN(h->d.mem, k->missing, k->nmissing, h->cap_missing[side]);
	k->missing[k->nmissing++] = what;
}

/* Public is what the paper, its step, its release and the ledger all call so. */
static enum side side_of(struct handing *h, const struct paper *p, const struct reg_issue *is)
{
	struct reg_facts f;
	bool released = reg_facts(h->d.reg, h->d.mem, REG_PAPIER, reg_key(h->d.ort, p->id), &f, h->d.diag) && f.rows;
	return p->public && released && (!is || is->public) ? OEFFENTLICH : INTERN;
}

static int first_line(struct handing *h, const char *path)
{
	struct diag *quiet = diag_new();
	struct edition e = {0};
	int line = pipe_read(h->d.pipe, path, NULL, &e, quiet) ? e.doc->root->line : 0;
	pipe_end(&e);
	diag_free(quiet);
	return line;
}

/* The edition a paper presents goes with it, once. */
static void hand_edition_over(struct handing *h, enum side side, const char *id, const char *paper_path)
{
	struct deliver *w = &h->d;
	struct reg_facts f;
	struct reg_issues is;
	for (size_t i = 0; i < h->packages[side].n; i++)
		if (!strcmp(h->packages[side].items[i].issue.object_id, id))
			return;
	if (!reg_issued(w->reg, w->mem, reg_key(w->ort, id), &is, w->diag) ||
		!reg_facts(w->reg, w->mem, REG_KONZEPT, reg_key(w->ort, id), &f, w->diag))
		return;
	if (!is.n) {
		add_missing(h, side, id);
		diag_warn(w->diag, "ABGABEFEHLT", paper_path, first_line(h, paper_path),
			"Die Ausgabe %s, die die Vorlage vorstellt, ist nicht ausgegeben und fehlt in der Abgabe; "
			"bitte „ratssatz ausgeben“ aufrufen "
			"und noch einmal abgeben",
			id);
	}
	for (size_t i = 0; i < is.n; i++)
		if (!reg_is_withdrawn(w->reg, is.all[i].lfd) &&
			off_deliver_edition(w, h->packs[side], &is.all[i], f.rows ? reg_cell(&f, 0, "titel") : NULL,
			    f.rows ? reg_cell(&f, 0, "stand") : NULL, next_item(h, side)))
			keep_item(h, side);
}

/* Released since its last PDF, with another text: the PDF is not what was released. */
static bool is_issued_since(struct handing *h, const struct edition *e, const char *id, const struct reg_issues *is)
{
	struct deliver *w = &h->d;
	struct reg_release r;
	uint8_t now[HASH_SHA256];
	bool same = false;
	int64_t last = 0;
	off_hash_source((const struct doc *const *)&e->doc, 1, now);
	for (size_t i = 0; i < is->n; i++) {
		last = is->all[i].lfd > last ? is->all[i].lfd : last;
		same |= !memcmp(is->all[i].source_sha256, now, sizeof now);
	}
	if (same || !reg_release_last(w->reg, w->mem, reg_key(w->ort, id), &r) || r.early || last > r.issued)
		return true;
	diag_error(w->diag, "ABGABEALT", e->doc->files[0].path, e->doc->root->line,
		"Das Papier wurde nach seiner letzten Ausgabe geändert und neu freigegeben; abgegeben wird nur, was "
		"freigegeben ist, bitte „ratssatz ausgeben“ aufrufen und noch einmal abgeben");
	return false;
}

/* What lies on the disk is what was released, and so is what was issued: else nobody knows which of them the council
 * gets. */
static bool is_as_released(struct handing *h, const char *path, const char *id, const struct reg_issues *is)
{
	struct deliver *w = &h->d;
	struct edition e = {0};
	bool ok = pipe_read(w->pipe, path, NULL, &e, w->diag) &&
		off_as_released(w->office, w->reg, w->mem, &e, "abgegeben", w->diag) &&
		is_issued_since(h, &e, id, is) && off_stays_hidden(w->reg, w->mem, &e, false, w->diag);
	pipe_end(&e);
	return ok;
}

static bool all_withdrawn(struct handing *h, const struct reg_issues *is)
{
	size_t n = 0;
	for (size_t i = 0; i < is->n; i++)
		n += reg_is_withdrawn(h->d.reg, is->all[i].lfd);
	return is->n && n == is->n;
}

static void hand_paper_over(struct handing *h, const struct paper *p)
{
	struct deliver *w = &h->d;
	const char *root = w->path ? w->meeting.root : pipe_root(w->mem, pipe_places(w->pipe), "."),
		   *path = pipe_in_root(w->mem, root, p->path);
	struct reg_issues is;
	if (!reg_issued(w->reg, w->mem, reg_key(w->ort, p->id), &is, w->diag))
		return;
	if (!is.n) {
		enum side side = side_of(h, p, NULL);
		add_missing(h, side, p->nummer ? p->nummer : p->id);
		diag_warn(w->diag, "ABGABEFEHLT", path, first_line(h, path),
			"Die Vorlage %s ist nicht ausgegeben und fehlt in der Abgabe; erwartet wird ihr PDF im "
			"Register, bitte „ratssatz ausgeben“ aufrufen "
			"und noch einmal abgeben",
			p->nummer ? p->nummer : "");
	}
	const bool withdrawn = all_withdrawn(h, &is);
	h->withdrawn |= withdrawn;
	if (withdrawn || (is.n && !is_as_released(h, path, p->id, &is)))
		return;
	for (size_t i = 0; i < is.n; i++) {
		if (reg_is_withdrawn(w->reg, is.all[i].lfd))
			continue;
		enum side side = side_of(h, p, &is.all[i]);
		struct pak_item *it = next_item(h, side);
		if (!off_deliver_paper(w, h->packs[side], &is.all[i], path, it))
			continue;
		const char *edition = it->praesentiert;
		keep_item(h, side);
		if (edition)
			hand_edition_over(h, side, edition, path);
	}
}

/* Announced, it is handed over as it was announced: its file says day and body. */
static bool is_as_announced(struct handing *h)
{
	struct deliver *w = &h->d;
	const struct doc_sitzung *s = doc_sitzung(w->meeting.doc);
	const struct reg_key key = reg_key(w->ort, s->id);
	struct off_difference x = {0};
	struct reg_release r;
	struct reg_issues is;
	if (!reg_issued(w->reg, w->mem, key, &is, w->diag))
		return false;
	for (size_t i = 0; i < is.n; i++)
		if (!strcmp(is.all[i].kind, "bekanntmachung") &&
			reg_release_before(w->reg, w->mem, key, is.all[i].lfd, &r))
			x = off_compare(w->reg, w->mem, &w->meeting, &r, off_today(w->office->now));
	if (x.file)
		diag_error(w->diag, "ABGABEALT", x.file, x.line ? x.line : s->node->line,
			"Seit der Bekanntmachung geändert, hier zuerst; abgegeben wird nur, was bekannt gemacht ist, "
			"bitte den bekannt gemachten Stand wiederherstellen oder die Sitzung mit „ratssatz "
			"tagesordnung --bekanntgeben“ noch einmal bekannt geben, dann abgeben");
	return !x.file;
}

static void hand_meeting_over(struct handing *h)
{
	struct deliver *w = &h->d;
	const struct doc_sitzung *s = doc_sitzung(w->meeting.doc);
	struct reg_issues is;
	bool announced = false;
	if (!reg_issued(w->reg, w->mem, reg_key(w->ort, s->id), &is, w->diag))
		return;
	for (size_t i = 0; i < is.n; i++) {
		if (reg_is_withdrawn(w->reg, is.all[i].lfd))
			continue;
		enum side side = is.all[i].public ? OEFFENTLICH : INTERN;
		announced |= !strcmp(is.all[i].kind, "bekanntmachung");
		if (off_deliver_meeting(w, h->packs[side], &is.all[i], next_item(h, side)))
			keep_item(h, side);
	}
	if (announced)
		return;
	const struct doc_node *notice = doc_angabe(w->meeting.doc, DOC_BEKANNTMACHUNG);
	const bool before = reg_announced(w->reg, w->mem, reg_key(w->ort, s->id)).times > 0;
	add_missing(h, OEFFENTLICH, "bekanntmachung");
	diag_warn(w->diag, "ABGABEFEHLT", w->path, notice ? notice->line : s->node->line,
		"Die %s; Bekanntmachung und Sitzungsmappe fehlen in der Abgabe, bitte „ratssatz tagesordnung "
		"--bekanntgeben“ %saufrufen und noch einmal abgeben",
		before ? "Bekanntmachung ist zurückgezogen" : "Sitzung ist noch nicht bekannt gegeben",
		before ? "noch einmal " : "");
}

/* ---- packages ---- */

static void name_package(struct handing *h, enum side side)
{
	struct deliver *w = &h->d;
	struct pak_package *k = &h->packages[side];
	const struct doc_sitzung *s = w->meeting.doc ? doc_sitzung(w->meeting.doc) : NULL;
	struct reg_facts f;
	struct buf day = {0};
	k->ort = w->ort;
	k->town = reg_facts(w->reg, w->mem, REG_KOERPERSCHAFT, reg_key(w->ort, NULL), &f, w->diag) && f.rows
		? reg_cell(&f, 0, "name")
		: NULL;
	k->anlass = s ? "sitzung" : "drucksache";
	k->schluessel = s ? s->id : h->wanted->number;
	k->name = mem_fmt(w->mem, "%s-%s%s", off_file_name(w->mem, w->ort), off_file_name(w->mem, k->schluessel),
		side == INTERN ? "-nichtoeffentlich" : "");
	k->public = side == OEFFENTLICH;
	if (s) {
		date_put_iso(&day, s->datum);
		k->datum = buf_take(&day, w->mem);
		doc_put_gremien(&day, w->meeting.doc, &s->gremien, s->datum);
		k->gremium = buf_take(&day, w->mem);
	}
}

static void take_object(void *arg, const char *path, const char *text, size_t n)
{
	struct handing *h = arg;
	struct mem *m = h->d.mem;
	pak_add(h->packs[OEFFENTLICH], mem_fmt(m, "oparl/%s", path), mem_str(m, text, n), n);
}

static bool add_objects(struct handing *h)
{
	struct deliver *w = &h->d;
	struct pak_package *k = &h->packages[OEFFENTLICH];
	const char *base = opa_base(w->reg, w->mem, h->wanted->base, "http://localhost:8980", w->diag),
		   *meeting = NULL;
	struct opa_root *roots = MEM_ARRAY(w->mem, struct opa_root, k->n + 1);
	size_t n = 0;
	k->oparl = base;
	if (w->meeting.doc)
		roots[n++] = (struct opa_root){"Meeting", doc_sitzung(w->meeting.doc)->id, &meeting};
	for (size_t i = 0; i < k->n; i++)
		if (k->items[i].paper)
			roots[n++] = (struct opa_root){"Paper", k->items[i].kennung, &k->items[i].oparl};
	const struct opa_wanted wanted = {
		.reg = w->reg, .base = base, .ort = w->ort, .roots = roots, .n = n, .take = take_object, .arg = h};
	if (!base || !opa_gather(&wanted, w->mem, w->diag))
		return false;
	for (size_t i = 0; i < k->n; i++)
		if (!k->items[i].paper && k->items[i].kennung)
			k->items[i].oparl = meeting;
	return true;
}

/* "abgabe.zip" and what: "abgabe-nichtoeffentlich.zip"; of a folder: a folder, or a ZIP file if packed */
static const char *beside(struct mem *m, const char *target, const char *what, bool packed)
{
	size_t n = strlen(target);
	bool zip = n > 4 && !strcmp(target + n - 4, ".zip");
	while (!zip && n > 1 && target[n - 1] == '/')
		n--;
	return mem_fmt(m, "%.*s%s%s", (int)(zip ? n - 4 : n), target, what, zip || packed ? ".zip" : "");
}

static bool stage_side(struct handing *h, enum side side, struct pak_placing *placing)
{
	struct deliver *w = &h->d;
	struct pak_package *k = &h->packages[side];
	const char *target =
		beside(w->mem, h->wanted->target, side == INTERN ? "-nichtoeffentlich" : "", false);
	if (!k->n)
		return true;
	name_package(h, side);
	bool may = file_is_dir(target) || pipe_may_write(w->pipe, target, w->diag);
	if (!may || (side == OEFFENTLICH && !add_objects(h)))
		return false;
	pak_manifest(h->packs[side], w->mem, k);
	pak_sums(h->packs[side], w->mem);
	if (!pak_stage(h->packs[side], target, placing, w->diag))
		return false;
	if (!h->wanted->xdomea)
		return true;
	struct pak *message = pak_new(w->mem);
	pak_xdomea(message, w->mem, k);
	return pak_stage(message, beside(w->mem, target, "-xdomea", true), placing, w->diag);
}

struct laying { struct mem *mem; const char *target; bool folder; struct reg_laid *files; size_t n, cap; };

static void lay(void *arg, const char *name, const void *data, size_t n)
{
	struct laying *x = arg;
	MEM_ROOM_IN(x->mem, x->files, x->n, x->cap);
	struct reg_laid *l = &x->files[x->n++];
	*l = (struct reg_laid){
		.kind = "abgabe", .file = x->folder ? file_join(x->mem, x->target, name) : x->target};
	hash_sha256(data, n, l->sha256);
}

/* Each file, for all that the package holds: what is taken back takes it along as a whole, table and objects too. */
static bool enter_files(struct handing *h, const struct laying *x)
{
	struct deliver *w = &h->d;
	const struct pak_package *k = &h->packages[OEFFENTLICH];
	struct reg_keys all = {.ok = true};
	size_t cap = 0;
	for (size_t i = 0; all.ok && i < k->n; i++) {
		const struct reg_keys held = reg_held_by(w->reg, w->mem, k->items[i].issue.lfd, w->diag);
		all.ok = held.ok;
		for (size_t j = 0; j < held.n; j++) {
			MEM_ROOM_IN(w->mem, all.all, all.n, cap);
			all.all[all.n++] = held.all[j];
		}
	}
	return all.ok && reg_lay_all(w->reg, &all, x->files, x->n, w->office->now, w->diag);
}

static bool lay_file(struct handing *h, struct laying *x, const char *file)
{
	struct file_map zip;
	if (!file_map(&zip, file, h->d.diag))
		return false;
	x->folder = false;
	x->target = file;
	lay(x, NULL, zip.data, zip.size);
	file_unmap(&zip);
	return true;
}

/* Where the public package lies, and its message, so that both are found when something in them is taken back. */
static bool lay_package(struct handing *h)
{
	const char *target = beside(h->d.mem, h->wanted->target, "", false);
	struct laying x = {.mem = h->d.mem, .target = target, .folder = file_is_dir(target)};
	bool ok = true;
	if (!h->packages[OEFFENTLICH].n)
		return true;
	if (x.folder)
		pak_each(h->packs[OEFFENTLICH], lay, &x);
	else
		ok = lay_file(h, &x, target);
	ok = ok && (!h->wanted->xdomea || lay_file(h, &x, beside(h->d.mem, target, "-xdomea", true)));
	return ok && enter_files(h, &x);
}

static bool enter(struct handing *h)
{
	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; i < h->packages[side].n; i++)
			if (!h->packages[side].items[i].delivery.lfd &&
				!reg_deliver(h->d.reg, &h->packages[side].items[i].delivery, h->d.diag))
				return false;
	return lay_package(h) && reg_commit(h->d.reg, h->d.diag);
}

static void say(struct handing *h)
{
	struct deliver *w = &h->d;
	for (int side = SIDES - 1; side >= 0; side--) {
		const struct pak_package *k = &h->packages[side];
		const char *target =
			beside(w->mem, h->wanted->target, side == INTERN ? "-nichtoeffentlich" : "", false);
		size_t known = 0;
		for (size_t i = 0; i < k->n; i++)
			known += k->items[i].delivery.lfd != 0;
		if (k->n)
			pipe_say(w->pipe, "%s: %zu %s%s", target, k->n, k->n == 1 ? "Dokument" : "Dokumente",
				known == k->n ? ", schon abgegeben" : "");
	}
}

static void tell_empty(struct handing *h)
{
	if (h->withdrawn)
		diag_error(h->d.diag, "ABGABELEER", h->d.path, 0,
			"Was hierzu ausgegeben war, ist zurückgezogen, es gibt nichts abzugeben; soll es wieder "
			"hinaus, bitte mit „ratssatz freigeben --wird-oeffentlich“ freigeben und noch einmal ausgeben");
	else
		diag_error(h->d.diag, "ABGABELEER", h->d.path, 0,
			"Ausgegeben ist hierzu noch nichts, es gibt nichts abzugeben; bitte zuerst „ratssatz ausgeben“ "
			"oder „ratssatz tagesordnung --bekanntgeben“ aufrufen");
}

static void hand_over(struct handing *h)
{
	struct deliver *w = &h->d;
	struct pak_placing placing = {0};
	for (int side = 0; side < SIDES; side++)
		h->packs[side] = pak_new(w->mem);
	if (w->meeting.doc && is_as_announced(h))
		hand_meeting_over(h);
	for (size_t i = 0; i < h->npapers; i++)
		hand_paper_over(h, &h->papers[i]);
	if (!pipe_status(w->pipe, w->diag) && !h->packages[INTERN].n && !h->packages[OEFFENTLICH].n)
		tell_empty(h);
	bool ok = !pipe_status(w->pipe, w->diag);
	for (int side = 0; ok && side < SIDES; side++)
		ok = stage_side(h, side, &placing);
	ok = ok && pak_place(&placing) && enter(h);
	pak_end(&placing, ok);
	if (ok)
		say(h);
}

/* ---- the whole ---- */

static bool is_taken_in(struct deliver *w)
{
	const struct doc_sitzung *s = doc_sitzung(w->meeting.doc);
	struct reg_facts f;
	if (!reg_facts(w->reg, w->mem, REG_SITZUNG, reg_key(w->ort, s->id), &f, w->diag) ||
		!off_final(&w->meeting, w->path, "abgegeben", w->diag) ||
		!off_stays_hidden(w->reg, w->mem, &w->meeting, false, w->diag))
		return false;
	if (!f.rows)
		diag_error(w->diag, "NICHTAUFGENOMMEN", w->path, s->node->line,
			"Die Sitzung ist nicht im Register; bitte zuerst mit „ratssatz aufnehmen“ aufnehmen");
	return f.rows > 0;
}

static bool read_meeting(struct handing *h)
{
	struct deliver *w = &h->d;
	w->path = pipe_master(w->mem, h->wanted->session, w->diag);
	if (!w->path || !pipe_read(w->pipe, w->path, NULL, &w->meeting, w->diag) || diag_status(w->diag))
		return false;
	w->ort = w->meeting.doc->ort;
	if (doc_sitzung(w->meeting.doc))
		return true;
	diag_sys(w->diag, "ARTFREMD", w->path, w->meeting.doc->root->line,
		"<%s> ist keine Sitzung; eine Vorlage wird mit --drucksache NUMMER abgegeben",
		doc_kind_name(w->meeting.doc->root->kind));
	return false;
}

/* The register of the session's town; for a number the one there is. */
static struct reg *open_register(struct deliver *w)
{
	const struct pipe_places *p = pipe_places(w->pipe);
	const char *path = w->path ? pipe_register_path(w->mem, p, w->meeting.root, w->ort)
				   : off_only_register(w->mem, p, w->diag);
	return path ? reg_open(path, file_exists(path), w->diag) : NULL;
}

static void run(struct handing *h)
{
	struct deliver *w = &h->d;
	w->reg = !h->wanted->session || read_meeting(h) ? open_register(w) : NULL;
	pipe_ask_register(w->pipe, w->reg);
	if (w->reg && reg_begin(w->reg, w->diag) && opa_publish(w->reg, w->office->now, w->diag)
	    && (w->path ? is_taken_in(w) && papers_of_meeting(h) : paper_of_number(h, h->wanted->number)))
		hand_over(h);
	pipe_ask_register(w->pipe, NULL);
	reg_close(w->reg);
	pipe_end(&w->meeting);
}

void off_hand_over(const struct office *o, const struct off_handing *wanted, struct diag *d)
{
	struct handing h = {
		.d = {.office = o, .pipe = o->pipe, .mem = mem_new(), .diag = d}, .wanted = wanted};
	run(&h);
	mem_free(h.d.mem);
}
