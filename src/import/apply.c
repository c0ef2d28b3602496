/* apply.c: what came back goes into the source: remarks at once, changes when they are accepted; every other byte
 * stays. All files are written together, or none. */
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "base/json.h"
#include "import/answer.h"
#include "import/import.h"
#include "import/markup.h"
#include "import/read.h"

struct edit {
	const struct doc_file *file;
	size_t from, to;
	const char *xml;
	const struct imp_proposal *of;
};
struct edits {
	struct edit *at;
	size_t n, cap;
};

/* ---- what is written */

static char *escaped(struct mem *m, const char *s)
{
	struct buf b = {0};
	esc_text(&b, s, strlen(s));
	return buf_take(&b, m);
}

static char *remark(struct mem *m, const struct imp_proposal *p)
{
	struct buf b = {0};
	buf_str(&b, "<vermerk name=\"");
	esc_attr(&b, p->author ? p->author : "ohne Namen", strlen(p->author ? p->author : "ohne Namen"), '"');
	if (p->when) {
		buf_str(&b, "\" zeit=\"");
		esc_attr(&b, p->when, strlen(p->when), '"');
	}
	buf_str(&b, p->done ? "\" erledigt=\"ja\">" : "\">");
	for (const char *s = p->now; *s;) {
		size_t n = strcspn(s, "\n");
		buf_str(&b, "<absatz>");
		esc_text(&b, s, n);
		buf_str(&b, "</absatz>");
		s += n + (s[n] == '\n');
	}
	buf_str(&b, "</vermerk>");
	return buf_take(&b, m);
}

/* From the line's beginning on, so that the new element stands as the one before it does. */
static char *paragraph(struct mem *m, const struct imp_proposal *p)
{
	const struct spot *s = p->spot;
	size_t line = s->from;
	while (line && (s->file->data[line - 1] == ' ' || s->file->data[line - 1] == '\t'))
		line--;
	return mem_fmt(m, "\n%.*s<%s>%s</%s>", (int)(s->from - line), s->file->data + line, s->name, escaped(m, p->now),
		s->name);
}

/* An element goes with the line it stands on alone. */
static void drop(const struct imp_proposal *p, struct edit *e)
{
	const struct doc_file *f = p->spot->file;
	size_t from = e->from;
	while (from && (f->data[from - 1] == ' ' || f->data[from - 1] == '\t'))
		from--;
	if (from && f->data[from - 1] == '\n' && e->to < f->size && f->data[e->to] == '\n')
		e->from = from - 1;
	e->xml = "";
}

static struct edit edit_of(struct mem *m, const struct imp_proposal *p)
{
	struct edit e = {p->spot->file, p->from, p->to, "", p};
	if (p->is == IMP_REMARK)
		e.xml = remark(m, p);
	else if (p->is == IMP_NEW_PARAGRAPH)
		e.xml = paragraph(m, p);
	else if (p->is == IMP_DROP_PARAGRAPH)
		drop(p, &e);
	else
		e.xml = escaped(m, p->value ? p->value : p->now);
	return e;
}

/* ---- which */

/* "alle", or numbers: "1,3,7-9". */
static bool is_wanted(const char *list, size_t number)
{
	if (!list)
		return false;
	if (!strcmp(list, "alle"))
		return true;
	for (const char *s = list; *s;) {
		char *end;
		unsigned long from = strtoul(s, &end, 10), to = from;
		if (*end == '-')
			to = strtoul(end + 1, &end, 10);
		if (from && number >= from && number <= to)
			return true;
		s = *end ? end + 1 : end;
	}
	return false;
}

static bool takes(const char *accept, const struct imp_proposal *p, size_t number)
{
	return is_wanted(accept, number) && !(p->rival && !strcmp(accept, "alle"));
}

static bool is_list(const char *list)
{
	return !list || !strcmp(list, "alle") || (*list && list[strspn(list, "0123456789,-")] == '\0');
}

static int by_place(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;
	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->of > b->of) - (a->of < b->of);
}

/* Two that want the same bytes otherwise: whoever takes all of them takes neither, numbers decide. */
static void find_rivals(struct imp_answers *all)
{
	size_t last = 0;                               /* number of the one before with a place; 0: none */
	struct imp_proposal *before = NULL;
	for (size_t i = 0, number = 0; i < all->n; i++) {
		struct imp_proposal *p = &all->at[i];
		number += p->is != IMP_REMARK;
		if (p->is == IMP_REMARK || !p->spot || p->by_hand)
			continue;
		const bool same_file = before && before->spot->file == p->spot->file;
		if (same_file && (p->from < before->to || (p->from == before->from && p->to == before->to &&
			p->is == before->is && p->is != IMP_NEW_PARAGRAPH))) {
			p->rival = last;
			before->rival = before->rival ? before->rival : number;
		}
		if (!same_file || p->to >= before->to) {
			before = p;
			last = number;
		}
	}
}

static struct edits choose(struct mem *m, const struct imp_answers *all, const struct imp_return *r)
{
	struct edits e = {0};
	for (size_t i = 0, number = 0; i < all->n; i++) {
		const struct imp_proposal *p = &all->at[i];
		bool remark = p->is == IMP_REMARK;
		number += !remark;
		if (!p->spot || (p->by_hand && !remark) || p->there || (remark && r->put && !r->with_comments) ||
			(!remark && !takes(r->accept, p, number)))
			continue;
		MEM_ROOM_IN(m, e.at, e.n, e.cap);
		e.at[e.n++] = edit_of(m, p);
	}
	if (e.n)
		qsort(e.at, e.n, sizeof *e.at, by_place);
	return e;
}

static void tell_change(struct buf *b, const struct imp_proposal *p)
{
	if (p->is == IMP_NEW_PARAGRAPH)
		buf_fmt(b, "%s „%s“ nach „%s“", p->row ? "neue Zeile" : "neuer Absatz", p->now, p->around);
	else if (p->is == IMP_DROP_PARAGRAPH)
		buf_fmt(b, "%s streichen: „%s“", p->row ? "Zeile" : "Absatz", p->was);
	else if (!*p->was)
		buf_fmt(b, "„%s“ einfügen bei „%s“", p->now, p->around);
	else if (!*p->now)
		buf_fmt(b, "„%s“ streichen bei „%s“", p->was, p->around);
	else
		buf_fmt(b, "„%s“ statt „%s“ bei „%s“", p->now, p->was, p->around);
}

static bool is_left(const struct imp_proposal *p)
{
	return p->is != IMP_REMARK && (!p->spot || p->by_hand || p->rival);
}

static void put_line(struct buf *b, const char *words)
{
	buf_str(b, words);
	buf_chr(b, '\n');
}

/* What has no sure place becomes a remark where it stood, for somebody to decide. */
static void remark_on_left(struct imp_answers *all, struct mem *m, const struct spots *spots, struct imp_return *r)
{
	for (size_t i = 0; i < all->n; i++) {
		struct imp_proposal *p = &all->at[i];
		struct buf b = {0};
		if (!is_left(p))
			continue;
		r->left++;
		put_line(&r->left_words, p->was);
		put_line(&r->left_words, p->now);
		buf_str(&b, "Nicht eingetragen: ");
		tell_change(&b, p);
		buf_fmt(&b, " (%s)", p->by_hand ? p->by_hand : "widerspricht einem anderen Vorschlag");
		p->spot = p->spot ? p->spot : spots->n ? &spots->at[0] : NULL;
		p->from = p->to = p->spot && p->spot->len ? p->spot->at[0] : p->from;
		p->is = IMP_REMARK;
		p->author = p->author ? p->author : p->from_file;
		p->by_hand = NULL;
		p->rival = 0;
		p->now = buf_take(&b, m);
		imp_settle_remark(p, m, spots);
	}
}

/* ---- writing */

/* Two that want the same bytes: the first in the order of the list. */
static void apply(const struct doc_file *f, const struct edits *e, struct buf *out, struct diag *d)
{
	size_t done = 0;
	for (size_t i = 0; i < e->n; i++) {
		const struct edit *x = &e->at[i];
		if (x->file != f)
			continue;
		if (x->from < done) {
			diag_warn(d, "VORSCHLAG", f->path, x->of->spot->line,
				"Zwei angenommene Vorschläge ändern dieselbe Stelle („%s“); der zweite von %s bleibt "
				"liegen, bitte von "
				"Hand entscheiden",
				x->of->around, x->of->author ? x->of->author : x->of->from_file);
			continue;
		}
		buf_put(out, f->data + done, x->from - done);
		buf_str(out, x->xml);
		done = x->to;
	}
	buf_put(out, f->data + done, f->size - done);
}

static bool stage(const struct doc_file *f, const struct buf *b, struct file_batch *files, struct diag *d)
{
	const char *why;
	struct mem *m = mem_new();
	bool sound = mk_xml(m, b->data, b->len, &why) != NULL;
	mem_free(m);
	if (!sound) {
		diag_error(d, "VORSCHLAG", f->path, 0,
			"Mit den Vorschlägen wäre die Datei kein XML mehr (sie %s); nichts wurde "
			"geändert, bitte die Vorschläge einzeln annehmen",
			why);
		return false;
	}
	struct file_out *out = file_create(f->path, d);
	if (out)
		file_write(out, b->data, b->len);
	return out && file_stage(files, out, d);
}

static bool write_all(const struct doc *doc, const struct edits *e, const struct imp_return *r, struct diag *d)
{
	struct file_batch *files = file_batch_new();
	bool ok = true;
	for (size_t i = 0; i < doc->nfiles && ok; i++) {
		struct buf b = {0};
		bool touched = false;
		for (size_t k = 0; k < e->n; k++)
			touched = touched || e->at[k].file == &doc->files[i];
		if (touched) {
			apply(&doc->files[i], e, &b, d);
			ok = r->put ? r->put(r->arg, doc->files[i].path, &b) : stage(&doc->files[i], &b, files, d);
		}
		buf_free(&b);
	}
	if (ok)
		return file_commit_all(files);
	file_drop_all(files);
	return false;
}

/* ---- saying */

static void tell(struct buf *b, const struct imp_proposal *p, size_t number, bool accepted)
{
	if (number)
		buf_fmt(b, "%3zu ", number);
	else
		buf_str(b, "  – ");
	if (p->spot)
		buf_fmt(b, "%s:%d: ", p->spot->file->path, p->spot->line);
	buf_str(b, p->author ? p->author : p->from_file);
	if (p->others)
		buf_fmt(b, ", auch %s", p->others);
	buf_str(b, p->untracked ? ", ohne Nachverfolgung: " : ": ");
	if (p->is == IMP_REMARK)
		buf_fmt(b, "Vermerk%s „%s“ bei „%s“", p->done ? " (erledigt)" : "", p->now, p->around);
	else
		tell_change(b, p);
	buf_str(b,
		p->there                                    ? " – steht schon da"
			: !p->spot                          ? " – nicht zugeordnet: "
			: p->by_hand && p->is != IMP_REMARK ? " – von Hand: "
			: accepted                          ? " – eingetragen"
							    : "");
	buf_str(b,
		!p->spot || (p->by_hand && p->is != IMP_REMARK) ? p->by_hand ? p->by_hand : "die Stelle ist leer" : "");
	if (p->rival && !accepted)
		buf_fmt(b, " – widerspricht %zu, bitte mit Nummer wählen", p->rival);
	buf_chr(b, '\n');
}

static void tell_all(const struct imp_answers *all, const char *accept, struct buf *told)
{
	size_t number = 0, remarks = 0, lost = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct imp_proposal *p = &all->at[i];
		bool remark = p->is == IMP_REMARK;
		number += !remark;
		remarks += remark;
		lost += !p->spot;
		tell(told, p, remark ? 0 : number,
			p->spot && !p->there && (remark || (!p->by_hand && takes(accept, p, number))));
	}
	buf_fmt(told, "%zu Vorschläge, %zu Vermerke, %zu nicht zugeordnet\n", number, remarks, lost);
}

static void put_json(const struct imp_answers *all, struct buf *told)
{
	static const char *const names[] = {"vermerk", "ersetzen", "neuer-absatz", "absatz-streichen"};
	cJSON *list = cJSON_CreateArray();
	int number = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct imp_proposal *p = &all->at[i];
		cJSON *o = cJSON_CreateObject();
		if (p->is != IMP_REMARK)
			cJSON_AddNumberToObject(o, "nummer", ++number);
		cJSON_AddStringToObject(o, "art", names[p->is]);
		cJSON_AddStringToObject(o, "aus", p->from_file);
		if (p->author)
			cJSON_AddStringToObject(o, "name", p->author);
		if (p->others)
			cJSON_AddStringToObject(o, "auch", p->others);
		if (p->when)
			cJSON_AddStringToObject(o, "zeit", p->when);
		if (p->spot) {
			cJSON_AddStringToObject(o, "datei", p->spot->file->path);
			cJSON_AddNumberToObject(o, "zeile", p->spot->line);
		}
		cJSON_AddStringToObject(o, "bisher", p->was);
		cJSON_AddStringToObject(o, "neu", p->now);
		cJSON_AddStringToObject(o, "bei", p->around);
		if (p->by_hand)
			cJSON_AddStringToObject(o, "von-hand", p->by_hand);
		if (p->untracked)
			cJSON_AddFalseToObject(o, "nachverfolgt");
		if (p->rival)
			cJSON_AddNumberToObject(o, "widerspricht", (double)p->rival);
		cJSON_AddItemToArray(list, o);
	}
	cJSON *o = cJSON_CreateObject();
	cJSON_AddItemToObject(o, "vorschlaege", list);
	json_put_line(told, o);
}

char *imp_source_of(struct mem *m, const char *answer, struct diag *d)
{
	struct mem *own = mem_new();
	const struct imp_flow *f = imp_read(own, answer, NULL, d);
	char *source = f && f->source ? mem_dup(m, f->source) : NULL;
	mem_free(own);
	return source;
}

bool imp_comments(struct imp_return *r, const struct doc *doc, struct buf *told, struct diag *d)
{
	struct mem *m = mem_new();
	struct spots spots = imp_spots(m, doc);
	struct imp_answers all = {0};
	struct imp_flow *sent = r->nsent ? imp_read_bytes(m, "setzen --format docx", r->sent, r->nsent, NULL, d) : NULL;
	bool ok = is_list(r->accept);
	if (!ok)
		diag_error(d, "VORSCHLAG", NULL, 0,
			"„%s“ ist keine Auswahl; erwartet wird „alle“ oder Nummern wie 1,3,7-9", r->accept);
	if (sent)
		imp_align(m, sent, doc);
	for (int i = 0; i < r->nanswers && ok; i++) {
		struct imp_flow *f = imp_read(m, r->answers[i], NULL, d);
		ok = f != NULL;
		if (f)
			imp_align(m, f, doc);
		if (f)
			imp_answer(&all, m, f, file_base(r->answers[i]), &spots);
		if (f && sent)
			imp_untracked(&all, m, sent, f, file_base(r->answers[i]), &spots);
	}
	if (ok) {
		imp_answers_sort(&all, m);
		find_rivals(&all);
		if (r->with_comments)
			remark_on_left(&all, m, &spots, r);
		struct edits e = choose(m, &all, r);
		r->entered = e.n;
		ok = !e.n || write_all(doc, &e, r, d);
	}
	if (ok && r->json)
		put_json(&all, told);
	else if (ok)
		tell_all(&all, r->accept, told);
	mem_free(m);
	return ok;
}
