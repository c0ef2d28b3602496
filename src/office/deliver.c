/* deliver.c: everything handed over comes out of the issued PDF: its bytes are checked against the ledger, its source
 * is the one attached to it, and the HTML is made of that source, never of a file that has changed since. */
#include "office/deliver.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "compose/compose.h"
#include "html/html.h"
#include "office/agenda.h"
#include "pdf/pdf.h"

/* ---- the file ---- */

static bool read_issued(struct deliver *w, const struct reg_issue *is, struct pak_item *it)
{
	uint8_t sum[HASH_SHA512];
	struct buf b = {0};
	struct diag *quiet = diag_new();
	bool there = file_exists(is->file) && file_read(&b, is->file, quiet);
	hash_sha512(b.data ? b.data : "", b.len, sum);
	bool same = there && !memcmp(sum, is->sha512, sizeof sum);
	if (!same)
		diag_error(w->diag, "ABGABEDATEI", is->file, 0,
			"Die ausgegebene Datei %s, erwartet wird die Datei aus dem Register; bitte aus einer Sicherung "
			"zurückholen oder noch einmal ausgeben oder bekannt geben",
			there ? "hat anderen Inhalt" : "ist nicht lesbar");
	it->issue = *is;
	it->size = b.len;
	it->bytes = buf_take(&b, w->mem);
	diag_free(quiet);
	return same;
}

struct attached { struct mem *mem; struct buf source; struct pak_annex *annexes; size_t n, cap; };

static void take(void *arg, const struct pdf_attachment *f)
{
	struct attached *a = arg;
	if (!a->source.len && f->relationship && !strcmp(f->relationship, "Source"))
		buf_put(&a->source, f->data, f->size);
	if (f->relationship && !strcmp(f->relationship, "Alternative") && a->n) {
		a->annexes[a->n - 1].text = mem_str(a->mem, f->data, f->size);
		a->annexes[a->n - 1].text_size = f->size;
	}
	if (!f->relationship || strcmp(f->relationship, "Supplement"))
		return;
	MEM_ROOM_IN(a->mem, a->annexes, a->n, a->cap);
	a->annexes[a->n++] = (struct pak_annex){.bytes = mem_str(a->mem, f->data, f->size), .size = f->size};
}

static struct attached attached_to(struct mem *m, const struct pak_item *it)
{
	struct attached a = {.mem = m};
	pdf_read_attachments(it->bytes, it->size, take, &a);
	return a;
}

/* ---- names ---- */

static void name_files(struct deliver *w, struct pak *p, const char *stem, struct pak_item *it,
	struct buf *source, struct buf *html)
{
	it->pdf = mem_fmt(w->mem, "%s.pdf", stem);
	pak_add(p, it->pdf, it->bytes, it->size);
	if (source->len) {
		it->quelle = mem_fmt(w->mem, "%s.xml", stem);
		it->source = mem_str(w->mem, source->data, source->len);
		it->source_size = source->len;
		pak_add(p, it->quelle, it->source, it->source_size);
	}
	if (html->len) {
		it->html = mem_fmt(w->mem, "%s.html", stem);
		pak_text(p, w->mem, it->html, html);
	}
}

/* ---- HTML ---- */

static void put_html(struct deliver *w, const struct edition *e, const struct reg_issue *is, const char *path,
	struct diag *made, struct buf *html)
{
	uint8_t attached[HASH_SHA256] = {0};
	if (e->tree)
		off_hash_attached(e->tree, attached);
	if (e->tree && !diag_status(made) && !memcmp(attached, is->excerpt_sha256, sizeof attached)) {
		if (!html_write(e->tree, e->style, e->txt, html))
			buf_clear(html);                       /* told, as of a font that fails */
	} else {
		diag_warn(w->diag, "ABGABEHTML", path, e->doc && e->doc->root ? e->doc->root->line : 0,
			"Seit der Ausgabe hat sich etwas geändert, woraus die HTML-Fassung entstünde; "
			"abgegeben wird ohne sie, bitte neu ausgeben oder bekannt geben, wenn sie gebraucht wird");
	}
}

/* ---- papers ---- */

static const char *iso(struct mem *m, struct date day)
{
	struct buf b = {0};
	if (!day.year)
		return NULL;
	date_put_iso(&b, day);
	return buf_take(&b, m);
}

static const char *name_am(struct mem *m, const struct doc *doc, const char *id, struct date day)
{
	const char *name = id ? doc_name_am(doc, id, day) : NULL;
	return name || id ? mem_dup(m, name ? name : id) : NULL;
}

static void tell_paper(struct mem *m, const struct doc *doc, const struct doc_vorlage *v, struct pak_item *it)
{
	struct pak_step *steps = MEM_ARRAY(m, struct pak_step, v->nberatungen + 1);
	for (size_t i = 0; i < v->nberatungen; i++) {
		const struct doc_beratung *b = &v->beratungen[i];
		steps[i] = (struct pak_step){name_am(m, doc, b->gremium, b->datum), iso(m, b->datum),
			mem_dup(m, b->wort ? b->wort : b->rolle_id),
			b->massgeblich};
	}
	it->paper = true;
	it->art = mem_dup(m, v->art ? v->art : "vorlage");
	it->titel = mem_dup(m, v->betreff);
	it->nummer = v->nummer ? mem_dup(m, v->nummer) : NULL;
	it->datum = iso(m, v->datum);
	it->federfuehrung = name_am(m, doc, v->federfuehrung, v->datum);
	it->kennung = mem_dup(m, v->id);
	it->praesentiert = v->praesentiert ? mem_dup(m, v->praesentiert) : NULL;
	it->steps = steps;
	it->nsteps = v->nberatungen;
}

/* A council system does not show what is attached to a PDF: the annexes go beside it, numbered as in the paper. */
static void add_annexes(struct deliver *w, struct pak *p, const struct attached *a, const struct doc_vorlage *v,
	const char *number, struct pak_item *it)
{
	it->annexes = a->annexes;
	it->nannexes = a->n;
	for (size_t i = 0; i < a->n; i++) {
		struct pak_annex *x = &a->annexes[i];
		const bool plan = a->n == v->nanlagen && v->anlagen[i].plan;
		const char *dot = plan ? strrchr(v->anlagen[i].datei, '.') : ".pdf";
		x->name = mem_fmt(w->mem, "anlage-%s-%zu%s", number, i + 1, dot);
		x->titel = mem_dup(w->mem, a->n == v->nanlagen && v->anlagen[i].titel ? v->anlagen[i].titel : "Anlage");
		pak_add(p, x->name, x->bytes, x->size);
		if (x->text) {
			x->text_name = mem_fmt(w->mem, "anlage-%s-%zu.txt", number, i + 1);
			pak_add(p, x->text_name, x->text, x->text_size);
		}
	}
}

bool off_deliver_paper(struct deliver *w, struct pak *p, const struct reg_issue *is, const char *path,
	struct pak_item *it)
{
	if (!read_issued(w, is, it))
		return false;
	struct diag *made = diag_new();
	struct edition e = {0};
	struct attached a = attached_to(w->mem, it);
	struct buf html = {0};
	bool ok = a.source.len && pipe_read(w->pipe, path, &a.source, &e, made) && doc_vorlage(e.doc);
	if (ok) {
		const struct doc_vorlage *v = doc_vorlage(e.doc);
		pipe_pictures(&e, made);
		e.tree = com_run(e.doc, e.style, e.txt, false, made);
		put_html(w, &e, is, path, made, &html);
		tell_paper(w->mem, e.doc, v, it);
		const char *number = off_number_name(w->mem, e.style, v);
		name_files(w, p, mem_fmt(w->mem, "%s-%s", off_file_name(w->mem, it->art), number), it, &a.source,
			&html);
		add_annexes(w, p, &a, v, number, it);
	} else {
		diag_error(w->diag, "ABGABEDATEI", is->file, 0,
			"Die Quelle, die der Datei beiliegt, lässt sich nicht mehr lesen; erwartet wird eine Vorlage, "
			"bitte neu ausgeben");
	}
	pipe_end(&e);
	buf_free(&a.source);
	buf_free(&html);
	diag_free(made);
	return ok;
}

/* ---- editions ---- */

bool off_deliver_edition(struct deliver *w, struct pak *p, const struct reg_issue *is, const char *title,
	const char *stand, struct pak_item *it)
{
	struct buf none = {0};
	if (!read_issued(w, is, it))
		return false;
	it->art = is->kind;
	it->titel = title ? title : is->object_id;
	it->datum = stand;
	name_files(w, p, mem_fmt(w->mem, "%s-%s", is->kind, off_file_name(w->mem, is->object_id)), it, &none, &none);
	return true;
}

/* ---- meetings ---- */

/* held: tells what happened in the session, and is of its day; the others are of the day of the notice. */
static const struct { const char *kind, *title; bool held;
} kinds[] = {
	{"bekanntmachung", "Bekanntmachung", false},
	{"mappe", "Sitzungsmappe", false},
	{"tagesordnung-intern", "Tagesordnung für die Verwaltung", false},
	{"mappe-intern", "Sitzungsmappe für die Verwaltung", false},
	{"regiebuch", "Regiebuch für den Vorsitz", false},
	{"niederschrift", "Niederschrift", true},
	{"niederschrift-intern", "Niederschrift mit nichtöffentlichem Teil", true},
	{"auszug", "Beschlussauszug", true},
};

/* As it was announced, or none: agenda of the house and of the public, then the tree of the notice. A paper that was
 * released since is not in it. */
static void notice_html(struct deliver *w, const struct reg_issue *is, struct buf *html)
{
	struct diag *made = diag_new();
	struct edition e = {0};
	if (pipe_read_public(w->pipe, &w->meeting, &e, made)) {
		struct doc_agenda_town town = off_agenda_town(w->mem, w->meeting.style);
		const struct doc_agenda *house = off_agenda(w->mem, w->reg, &w->meeting, &town, made);
		const struct doc_agenda *public = doc_agenda_public(w->mem, house, e.doc, &town);
		const struct com_meeting told = {
		.sitzung = 
			e.doc, .agenda = public, .papers = MEM_ARRAY(w->mem, const struct doc *, public->n + 1)};
		if (off_agenda_is_kept(w->mem, w->reg, &w->meeting, house))
			e.tree = com_sitzung(&told, COM_BEKANNTMACHUNG, e.style, e.txt, made);
	}
	put_html(w, &e, is, w->path, made, html);
	pipe_end(&e);
	diag_free(made);
}

/* An Anlage that others made, of an item that still has it. */
static bool deliver_given(struct deliver *w, struct pak *p, const struct reg_issue *is, struct pak_item *it)
{
	const struct doc *doc = w->meeting.doc;
	const char *file = strrchr(is->kind, '/') + 1;
	size_t n;
	const struct doc_anlage *all = doc_anlagen(doc, &n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(all[i].datei, file) || all[i].entfallen || all[i].oeffentlich != is->public)
			continue;
		if (!read_issued(w, is, it))
			return false;
		it->given = true;
		it->art = "anlage";
		it->titel = mem_fmt(w->mem, "Anlage: %s", is->titel);
		it->datum = iso(w->mem, doc_sitzung(doc)->bekanntmachung);
		it->kennung = mem_dup(w->mem, doc_sitzung(doc)->id);
		it->pdf = mem_dup(w->mem, file_base(is->file));
		pak_add(p, it->pdf, it->bytes, it->size);
		return true;
	}
	return false;
}

bool off_deliver_meeting(struct deliver *w, struct pak *p, const struct reg_issue *is, struct pak_item *it)
{
	const struct doc *doc = w->meeting.doc;
	const struct doc_sitzung *s = doc_sitzung(doc);
	struct buf source = {0}, html = {0};
	const char *title = is->kind;
	bool held = false;
	if (is->titel)
		return deliver_given(w, p, is, it);
	if (!read_issued(w, is, it))
		return false;
	if (!strcmp(is->kind, "bekanntmachung")) {
		source = attached_to(w->mem, it).source;
		notice_html(w, is, &html);
	}
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].kind, is->kind) || (!strcmp(kinds[i].kind, "auszug") && !strncmp(is->kind,
			"auszug-", 7))) {
			title = kinds[i].title;
			held = kinds[i].held;
		}
	struct buf day = {0}, bodies = {0};
	date_put_short(&day, s->datum);
	doc_put_gremien(&bodies, doc, &s->gremien, s->datum);
	it->art = is->kind;
	it->titel = mem_fmt(w->mem, "%s, %s, Sitzung am %s", title, bodies.data, day.data);
	buf_free(&bodies);
	it->datum = iso(w->mem, held ? s->datum : s->bekanntmachung);
	it->kennung = mem_dup(w->mem, s->id);
	buf_free(&day);
	name_files(w, p, mem_fmt(w->mem, "%s-%s", is->kind, off_file_name(w->mem, s->id)), it, &source, &html);
	buf_free(&source);
	buf_free(&html);
	return true;
}
