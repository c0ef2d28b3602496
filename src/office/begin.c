/* begin.c: minutes begin as a source: attendance from the directory, items as they were announced, proposals word for
 * word from the papers. What only the session can tell stays open, and pruefen names it. */
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "model/names.h"
#include "model/niederschrift.h"
#include "office/minutes.h"
#include "pipeline/pipeline.h"
#include "register/register.h"
#include "source/source.h"
#include "style/papiere.h"

struct skeleton {
	const struct office *office;
	struct mem *mem;
	struct diag *diag;
	struct edition session;
	const struct doc_sitzung *s;
	const char *path;
	struct reg *reg;
	struct doc_agenda_item *kept; size_t nkept;
	const char *id;                                /* of the minutes */
	struct doc_names ids;                          /* all that they have */
	struct buf out;
};

static void put_attr(struct skeleton *k, const char *name, const char *value)
{
	if (!value)
		return;
	buf_fmt(&k->out, " %s=\"", name);
	esc_attr(&k->out, value, strlen(value), '"');
	buf_chr(&k->out, '"');
}

static void put_text(struct skeleton *k, const char *s)
{
	esc_text(&k->out, s, strlen(s));
}

static const char *day_text(struct skeleton *k, struct date d)
{
	struct buf b = {0};
	date_put_iso(&b, d);
	return buf_take(&b, k->mem);
}

/* The line that names the schema to editors, as the session has it. */
static void put_model(struct skeleton *k)
{
	const struct doc_file *f = &k->session.doc->files[0];
	const char *from = memmem(f->data, f->size, "<?xml-model", 11);
	const char *to = from ? memchr(from, '>', f->size - (size_t)(from - f->data)) : NULL;
	buf_str(&k->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	if (to)
		buf_fmt(&k->out, "%.*s\n", (int)(to + 1 - from), from);
}

static void put_head(struct skeleton *k)
{
	const struct doc_sitzung *s = k->s;
	put_model(k);
	buf_str(&k->out, "<niederschrift xmlns=\"urn:ratssatz:1\"");
	put_attr(k, "ort", k->session.doc->ort);
	put_attr(k, "id", k->id);
	put_attr(k, "sitzung", s->id);
	put_attr(k, "gremium", s->gremium);
	put_attr(k, "gemeinsam-mit", doc_get(s->node, DOC_A_GEMEINSAM_MIT));
	put_attr(k, "datum", day_text(k, s->datum));
	put_attr(k, "fortsetzung-von", s->fortsetzung_von.year ? day_text(k, s->fortsetzung_von) : NULL);
	put_attr(k, "beginn", s->beginn);
	put_attr(k, "ende", s->ende);
	put_attr(k, "nummer", doc_get(k->session.doc->root, DOC_A_NUMMER));
	put_attr(k, "code", doc_get(k->session.doc->root, DOC_A_CODE));
	buf_str(&k->out, " entwurf=\"ja\">\n");
}

static void put_element(struct skeleton *k, const char *place)
{
	const struct doc_file *f = &k->session.doc->files[0];
	struct src_range r;
	if (src_element(f->data, f->size, place, &r))
		buf_fmt(&k->out, "    %.*s\n", (int)(r.to - r.from), f->data + r.from);
}

/* The invitation's chair of a body; of a session of one body the only one. */
static const struct doc_node *invited_by(const struct skeleton *k, const char *body)
{
	const struct doc_node *v = k->s->vorsitz;
	while (v && k->s->gremien.n > 1 && !doc_is(v, DOC_A_GREMIUM, body))
		v = doc_next(v, DOC_VORSITZ);
	return v;
}

/* Who chairs a body; NULL: the directory does not know. */
static const struct doc_node *chair_of(const struct skeleton *k, const char *body)
{
	return doc_vorsitz(k->session.doc, body, k->s->datum, invited_by(k, body));
}

/* <leitung> or <unterzeichnung>: the chair of the directory, else the office that invites. */
static void put_chair(struct skeleton *k, const char *element, const char *body)
{
	const struct doc_node *p = chair_of(k, body), *v = invited_by(k, body);
	const bool joint = k->s->gremien.n > 1;
	buf_fmt(&k->out, "<%s", element);
	if (p)
		put_attr(k, "person", doc_get(p, DOC_A_ID));
	else
		put_attr(k, "amt", v && doc_get(v, DOC_A_AMT) ? doc_get(v, DOC_A_AMT) : "Vorsitz");
	if (joint && !strcmp(element, "leitung"))
		put_attr(k, "gremium", body);
	buf_str(&k->out, "/>\n");
}

static void put_facts(struct skeleton *k)
{
	buf_str(&k->out, "  <angaben>\n");
	put_element(k, "sitzung/angaben/beispiel");
	put_element(k, "sitzung/angaben/sitzungsort");
	for (size_t i = 0; i < k->s->gremien.n; i++) {
		buf_str(&k->out, "    ");
		put_chair(k, "leitung", k->s->gremien.all[i]);
	}
	buf_str(&k->out, "    <schriftfuehrung amt=\"Schriftführung\"/>\n");
	put_element(k, "sitzung/angaben/bekanntmachung");
	buf_str(&k->out, "  </angaben>\n");
}

enum seat { NONE, DEPUTY, SEAT };

static enum seat seat_of(const struct skeleton *k, const char *person)
{
	enum seat best = NONE;
	for (size_t i = 0; i < k->s->gremien.n; i++) {
		const struct doc_node *m = doc_mitglied(k->session.doc, person, k->s->gremien.all[i], k->s->datum);
		const enum seat s = !m ? NONE : doc_vertritt_nur(m) ? DEPUTY : SEAT;
		best = s > best ? s : best;
	}
	return best;
}

static bool chairs_here(const struct skeleton *k, const struct doc_node *person)
{
	bool chairs = false;
	for (size_t i = 0; i < k->s->gremien.n; i++)
		chairs |= chair_of(k, k->s->gremien.all[i]) == person;
	return chairs;
}

/* Whoever is a member on that day, and who might stand in; that somebody was there the clerk says, by taking the word
 * away. Who leads is there. */
static void put_people(struct skeleton *k)
{
	const struct doc *dir = k->session.doc->verzeichnis;
	size_t n = 0;
	buf_str(&k->out, "  <anwesenheit>\n"
		"    <!-- Wer da war: stand=\"abwesend\" streichen oder stand=\"entschuldigt\"; dazu Verwaltung und "
		"Gäste. -->\n");
	for (const struct doc_node *p = dir ? doc_child(dir->root, DOC_PERSON) : NULL; p; p = doc_next(p, DOC_PERSON)) {
		const enum seat seat = seat_of(k, doc_get(p, DOC_A_ID));
		if (seat == DEPUTY) {
			buf_str(&k->out, "    <!-- <teilnahme");
			put_attr(k, "person", doc_get(p, DOC_A_ID));
			buf_str(&k->out, " vertritt=\"…\"/> -->\n");
		}
		if (seat != SEAT)
			continue;
		buf_str(&k->out, "    <teilnahme");
		put_attr(k, "person", doc_get(p, DOC_A_ID));
		buf_str(&k->out, chairs_here(k, p) ? "/>\n" : " stand=\"abwesend\"/>\n");
		n++;
	}
	if (!n)
		buf_str(&k->out, "    <teilnahme amt=\"Vorsitz\" als=\"stimmberechtigt\" stand=\"abwesend\"/>\n");
	buf_str(&k->out, "  </anwesenheit>\n");
}

/* ---- items */

struct naming { struct skeleton *k; const char *item, *path; struct edition paper; };

static bool shows(const struct doc_node *n)
{
	const enum doc_kind *kind = doc_shows;
	while (*kind < DOC_KIND_MAX && n->kind != *kind)
		kind++;
	return *kind < DOC_KIND_MAX;
}

/* What the nth element prints that refers to the paper around it: "Tabelle 2". The paper is read for the first. */
static const char *shown(void *arg, size_t nth)
{
	struct naming *n = arg;
	struct diag *quiet = diag_new();
	if (!n->paper.doc)
		pipe_read(n->k->office->pipe, n->path, NULL, &n->paper, quiet);
	diag_free(quiet);
	const struct doc_vorlage *v = n->paper.doc && n->paper.style ? doc_vorlage(n->paper.doc) : NULL;
	const struct doc_node *in = v ? v->beschlussvorschlag : NULL, *at = in;
	while (at && (!shows(at) || nth--))
		at = doc_walk(in, at);
	struct buf b = {0};
	if (at)
		doc_printed(&b, n->paper.doc, at);
	return buf_take_or(&b, n->k->mem, NULL);
}

/* An id stays as it is in the paper, so that votes can name it; one that the minutes have already is named after its
 * item. */

static const char *free_id(void *arg, const char *id)
{
	const struct naming *n = arg;
	struct skeleton *k = n->k;
	const char *own = id;
	for (int more = 1; doc_names_put(k->mem, &k->ids, own, k); more++)
		own = more == 1 ? mem_fmt(k->mem, "%s-%s", n->item, id)
			: mem_fmt(k->mem, "%s-%s-%d", n->item, id, more);
	return own;
}

/* What the minutes are to have, whatever papers call theirs. */
static void keep_ids(struct skeleton *k)
{
	for (size_t i = 0; i < k->nkept; i++)
		if (k->kept[i].id)
			doc_names_put(k->mem, &k->ids, k->kept[i].id, k);
	const char *usual = mem_fmt(k->mem, "niederschrift-%s", k->s->id);
	k->id = free_id(&(struct naming){.k = k, .item = "niederschrift"}, usual);
}

/* Lines stand deeper here than in the paper. */
static char *deeper(struct mem *m, const char *xml)
{
	struct buf b = {0};
	for (const char *p = xml; *p; p++) {
		buf_chr(&b, *p);
		if (*p == '\n')
			buf_str(&b, "      ");
	}
	return buf_take(&b, m);
}

/* In a joint session a line for each body. */
static void put_votes(struct skeleton *k)
{
	for (size_t i = 0; i < k->s->gremien.n; i++) {
		buf_str(&k->out, "        <!-- <abstimmung");
		if (k->s->gremien.n > 1)
			put_attr(k, "gremium", k->s->gremien.all[i]);
		buf_str(&k->out, " ergebnis=\"…\" ja=\"…\" nein=\"…\" enthaltung=\"…\"/> -->\n");
	}
}

static void put_proposal(struct skeleton *k, const struct doc_agenda_item *it)
{
	struct buf file = {0};
	struct src_range r;
	struct diag *quiet = diag_new();
	const char *path = it->paper_path ? pipe_in_root(k->mem, k->session.root, it->paper_path) : NULL;
	if (path && file_read(&file, path, quiet) &&
		src_element(file.data, file.len, "vorlage/beschlussvorschlag", &r)) {
		buf_str(&k->out, "        ");
		const char *xml = deeper(k->mem, mem_str(k->mem, file.data + r.from, r.to - r.from));
		struct naming names = {.k = k, .item = it->id, .path = path};
		src_copy(k->mem, xml, strlen(xml), &(struct src_naming){free_id, shown, &names}, &k->out);
		pipe_end(&names.paper);
		buf_str(&k->out, "\n        <!-- Anders beschlossen? Dann <beschluss> mit dem neuen Wortlaut. -->\n");
		put_votes(k);
	}
	diag_free(quiet);
	buf_free(&file);
}

/* The item of the session's source; NULL: one of <vorlagen/>. */
static const struct doc_node *top_of(const struct skeleton *k, const struct doc_agenda_item *it)
{
	return doc_by_id(k->session.doc, it->id);
}

/* What is about the session itself: minutes to be approved, the agenda. */
static const char *art_of(const struct doc_node *top)
{
	return doc_is(top, DOC_A_ART, "niederschrift") || doc_is(top, DOC_A_ART, "verfahren")
		? doc_get(top, DOC_A_ART) : NULL;
}

/* That it decides needs no word; what it only prepares is called otherwise. */
static const char *role_of(const struct skeleton *k, const struct doc_agenda_item *it)
{
	const struct doc_terms *terms = sty_terms(k->session.style);
	return doc_bereitet_vor(k->mem, it->rollen, terms) ? it->rollen : NULL;
}

static void put_item(struct skeleton *k, const struct doc_agenda_item *it)
{
	const struct doc_node *top = top_of(k, it);
	const char *full = it->titel_intern ? it->titel_intern : it->titel ? it->titel : "";
	buf_str(&k->out, "      <top");
	put_attr(k, "id", it->id);
	put_attr(k, "nummer", it->nummer);
	put_attr(k, "art", art_of(top));
	put_attr(k, "vorlage", it->drucksache);
	put_attr(k, "rolle", role_of(k, it));
	if (it->entfallen)
		buf_str(&k->out, " entfallen=\"ja\" grund=\"Vor der Sitzung abgesetzt\"");
	buf_str(&k->out, ">\n        <titel>");
	put_text(k, full);
	buf_str(&k->out, "</titel>\n");
	if (!it->oeffentlich && it->titel && strcmp(it->titel, full)) {
		buf_str(&k->out, "        <neutral>");
		put_text(k, it->titel);
		buf_str(&k->out, "</neutral>\n");
	}
	if (!it->entfallen && top && !it->drucksache &&
		doc_top_abgestimmt(k->mem, top, sty_terms(k->session.style)))
		put_votes(k);
	else if (!it->entfallen)
		put_proposal(k, it);
	buf_str(&k->out, "      </top>\n");
}

static void put_part(struct skeleton *k, bool public)
{
	size_t n = 0;
	for (size_t i = 0; i < k->nkept; i++)
		n += k->kept[i].oeffentlich == public && k->kept[i].nummer;
	if (!n)
		return;
	buf_fmt(&k->out, "    <sitzungsteil art=\"%s\">\n", public ? "oeffentlich" : "nichtoeffentlich");
	for (size_t i = 0; i < k->nkept; i++)
		if (k->kept[i].oeffentlich == public && k->kept[i].nummer)
			put_item(k, &k->kept[i]);
	buf_str(&k->out, "    </sitzungsteil>\n");
}

static void put_all(struct skeleton *k)
{
	keep_ids(k);
	put_head(k);
	put_facts(k);
	put_people(k);
	buf_str(&k->out, "  <verlauf>\n");
	put_part(k, true);
	put_part(k, false);
	buf_str(&k->out, "  </verlauf>\n");
	for (size_t i = 0; i < k->s->gremien.n; i++) {
		buf_str(&k->out, "  ");
		put_chair(k, "unterzeichnung", k->s->gremien.all[i]);
	}
	buf_str(&k->out, "  <unterzeichnung amt=\"Schriftführung\"/>\n</niederschrift>\n");
}

/* ---- the file */

static bool was_announced(struct skeleton *k)
{
	const struct doc *doc = k->session.doc;
	if (k->s->abgesagt) {
		diag_error(k->diag, "NIEDERSCHRIFTOHNE", k->path, k->s->node->line,
			"Die Sitzung ist abgesagt, eine Niederschrift kann es nicht geben; bitte die Sitzung prüfen");
		return false;
	}
	k->reg = reg_open(pipe_register_path(k->mem, pipe_places(k->office->pipe), k->session.root, doc->ort), false,
		k->diag);
	if (!k->reg)
		return false;
	if (reg_agenda_kept(k->reg, k->mem, doc->ort, k->s->id, &k->kept, &k->nkept))
		return true;
	diag_error(k->diag, "NIEDERSCHRIFTOHNE", k->path, k->s->node->line,
		"Die Tagesordnung ist nicht bekannt gemacht; erwartet wird sie im Register, bitte zuerst „ratssatz "
		"tagesordnung --bekanntgeben“ aufrufen");
	return false;
}

static void write_new(struct skeleton *k, const char *target)
{
	if (file_exists(target)) {
		diag_sys(k->diag, "VORHANDEN", target, 0,
			"Die Datei gibt es schon; sie wird nicht überschrieben. Bitte einen anderen Namen wählen");
		return;
	}
	put_all(k);
	struct file_out *out = file_create(target, k->diag);
	if (!out)
		return;
	file_write(out, k->out.data, k->out.len);
	if (file_commit(out, k->diag))
		pipe_say(k->office->pipe, "%s: begonnen", target);
}

void off_begin_minutes(const struct office *o, const char *session, const char *target, struct diag *d)
{
	struct skeleton k = {.office = o, .mem = mem_new(), .diag = d, .path = session};
	const char *name = "niederschrift.xml";
	if (pipe_read(o->pipe, session, NULL, &k.session, d) && !diag_status(d)) {
		k.s = doc_sitzung(k.session.doc);
		if (!target)
			target = file_join(k.mem, file_dir(k.mem, session), name);
		else if (file_is_dir(target))
			target = file_join(k.mem, target, name);
		if (was_announced(&k))
			write_new(&k, target);
	}
	reg_close(k.reg);
	pipe_end(&k.session);
	buf_free(&k.out);
	mem_free(k.mem);
}
