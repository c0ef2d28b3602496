/* sheets.c: a sheet for each office with what it has to decide: a form that any browser fills in without network, the
 * same as a table and for word processors, and a draft of an e-mail. */
#include "office/sheets.h"

#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "base/mail.h"
#include "office/point.h"
#include "pipeline/output.h"

struct sheets {
	const struct office *office;
	struct mem *mem;
	struct diag *diag;
	struct edition e;
	struct off_points points;
	const char *folder, *attach;                   /* attach: "docx"; NULL: as "html" */
	struct buf sent;                               /* of OFF_SENT */
};

static void text(struct buf *b, const char *s)
{
	esc_text(b, s, strlen(s));
}

/* ---- the form */

static const char head[] =
	"<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n"
	"body{font:1rem/1.5 sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a;background:#fff;"
	"overflow-wrap:anywhere;hyphens:auto}\n"
	":root{color-scheme:light dark}dl{margin:0}\n"
	"fieldset{margin:1.5rem 0;border:1px solid #555;padding:1rem;min-width:0}legend{font-weight:bold}\n"
	"label{display:block;margin:.75rem 0 .25rem}dt{font-weight:bold}dd{margin:0 0 .5rem}\n"
	"input,select,textarea,button{font:inherit;color:inherit;background:#fff;border:1px solid #555;padding:.4rem;"
	"max-width:100%;box-sizing:border-box}textarea,input[type=text]{width:100%}\n"
	"input:focus,select:focus,textarea:focus,button:focus{outline:3px solid #0050a0;outline-offset:2px}\n"
	"@media(prefers-color-scheme:dark){body,input,select,textarea,button{color:#eee;background:#15191b}\n"
	"fieldset,input,select,textarea,button{border-color:#999}\n"
	"input:focus,select:focus,textarea:focus,button:focus{outline-color:#8ab4f8}}\n"
	"</style>\n";

/* The table the form saves is the one that is read back. */
static const char script[] =
	"<script>\ndocument.getElementById('sichern').addEventListener('click',function(){\n"
	"var names=['ausgabe','art','id','status','grund','kosten-neu','frist-neu','wert','stichtag','bleibt',\n"
	"'wortlaut','anmerkung'];\n"
	"function cell(s){return '\"'+String(s).replace(/\"/g,'\"\"')+'\"';}\n"
	"var rows=[names.map(cell).join(';')];\n"
	"document.querySelectorAll('fieldset').forEach(function(f){\n"
	"rows.push(names.map(function(n){var e=f.querySelector('[name=\"'+n+'\"]');\n"
	"return cell(f.dataset[n]||(e?e.value:''));}).join(';'));});\n"
	"var a=document.createElement('a');\n"
	"a.href=URL.createObjectURL(new Blob(['\\uFEFF'+rows.join('\\r\\n')+'\\r\\n'],{type:'text/csv'}));\n"
	"a.download=this.dataset.datei;a.click();\n"
	"document.getElementById('gesichert').textContent='Gespeichert als '+this.dataset.datei+'.';});\n</script>\n";

/* What holds so far, for information only. */
static void known(struct buf *b, const char *name, const char *value)
{
	if (!*value)
		return;
	buf_fmt(b, "<dt>%s</dt><dd dir=\"auto\">", name);
	for (const char *at; (at = strstr(value, OFF_BETWEEN)); value = at + strlen(OFF_BETWEEN)) {
		esc_text(b, value, (size_t)(at - value));
		buf_str(b, "</dd>\n<dd dir=\"auto\">");
	}
	text(b, value);
	buf_str(b, "</dd>\n");
}

static void select_field(struct buf *b, size_t nr, const struct off_entry *e)
{
	const char *name = off_field_names[e->field];
	buf_fmt(b, "<label for=\"%s-%zu\">%s</label><select id=\"%s-%zu\" name=\"%s\"><option value=\"\">noch "
		"offen</option>", name, nr, e->label, name, nr, name);
	for (int i = 0; i < e->n; i++)
		buf_fmt(b, "<option value=\"%s\">%s</option>", e->values[i], e->shown[i]);
	buf_str(b, "</select>\n");
}

static void input(struct buf *b, size_t nr, const struct off_entry *e)
{
	const char *name = off_field_names[e->field];
	const bool note = e->field == OFF_ANMERKUNG;
	buf_fmt(b, "<label for=\"%s-%zu\">%s</label><%s id=\"%s-%zu\" name=\"%s\"%s>%s\n", name, nr, e->label,
		note ? "textarea" : "input type=\"text\"", name, nr, name, note ? " rows=\"2\"" : "",
		note ? "</textarea>" : "");
}

/* What can be decided about a point of that kind. */
static void fields(struct buf *b, size_t nr, enum doc_punkt_art art)
{
	size_t n;
	const struct off_entry *e = off_entries(art, &n);
	for (size_t i = 0; i < n; i++)
		(e[i].entry == BLK_ENTRY_CHOICE ? select_field : input)(b, nr, &e[i]);
}

static void put_fieldset(struct buf *b, const char *const row[OFF_FIELDS], size_t nr, enum doc_punkt_art art,
	const char *title)
{
	buf_str(b, "<fieldset");
	for (int i = OFF_AUSGABE; i <= OFF_ID; i++) {
		buf_fmt(b, " data-%s=\"", off_field_names[i]);
		esc_attr(b, row[i], strlen(row[i]), '"');
		buf_chr(b, '"');
	}
	buf_str(b, ">\n<legend>");
	text(b, title);
	buf_str(b, "</legend>\n<dl>\n");
	for (int f = OFF_BISHER; f <= OFF_PARTNER; f++)
		known(b, off_known_label(f), row[f]);
	buf_str(b, "</dl>\n");
	fields(b, nr, art);
	buf_str(b, "</fieldset>\n");
}

/* ---- a sheet */

static bool is_of(const struct off_point *x, const char *stelle)
{
	const struct doc_punkt *p = &x->p;
	return p->offen && (p->stelle && stelle ? !strcmp(p->stelle, stelle) : p->stelle == stelle);
}

static const char answered[] = "Antworten darin bitte mit „ratssatz antworten“ einlesen und die Datei dann wegräumen, "
			       "oder mit „ratssatz stand --boegen … --ersetzen“ neu schreiben";
static const char mailed[] = "ist sie verschickt, bitte wegräumen, oder mit „ratssatz stand --boegen … --ersetzen“ neu "
			   "schreiben";

/* Where one cannot be written, no other is tried. */
static void write(struct sheets *w, const char *name, const struct buf *b, const char *advice)
{
	if (diag_count(w->diag, DIAG_SYSTEM))
		return;
	const struct pipe_draft draft = {file_join(w->mem, w->folder, name), b, advice};
	pipe_put_draft(w->office->pipe, &draft, w->diag);
}

static void note(struct sheets *w, const char *const row[OFF_FIELDS], const char *stelle)
{
	struct buf day = {0};
	const char *key = mem_fmt(w->mem, "\"%s\";\"%s\";", row[OFF_ART], row[OFF_ID]);
	if (w->sent.len && memmem(w->sent.data, w->sent.len, key, strlen(key)))
		return;                                /* the first time counts */
	date_put_iso(&day, off_today(w->office->now));
	esc_csv(&w->sent, row[OFF_ART]);
	esc_csv(&w->sent, row[OFF_ID]);
	esc_csv(&w->sent, stelle);
	esc_csv(&w->sent, day.data);
	buf_str(&w->sent, "\r\n");
	buf_free(&day);
}

/* ---- its forms, as files and in a draft of an e-mail */

enum { HTML, CSV, DOCX, ODT, FORMS };
static const struct { const char *ending, *type; } forms[FORMS] = {[HTML] = {"html", "text/html; charset=utf-8"},
	[CSV] = {"csv", "text/csv; charset=utf-8"},
	[DOCX] = {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	[ODT] = {"odt", "application/vnd.oasis.opendocument.text"}};

static const char *form_name(const struct sheets *w, const char *id, int form)
{
	return mem_fmt(w->mem, "bogen-%s.%s", id, forms[form].ending);
}

/* The form for browsers goes with its table, for those whose mail program refuses one. */
static bool attached(const struct sheets *w, int form)
{
	const bool html = !w->attach || !strcmp(w->attach, forms[HTML].ending);
	return html ? form <= CSV : !strcmp(w->attach, forms[form].ending);
}

/* The draft goes to the address of the office, if the directory has one, with the form that is wanted; else with those
 * that need no word processor. */
static void mail_sheet(struct sheets *w, const char *id, const char *name, const struct buf form[FORMS])
{
	const struct doc_stelle *s = doc_stelle(w->e.doc, id);
	const struct doc_node *town = w->e.doc->verzeichnis ? doc_child(w->e.doc->verzeichnis->root, DOC_ORT) : NULL,
			      *contact = town ? doc_child(town, DOC_KONTAKT) : NULL;
	struct mail_part parts[FORMS];
	size_t n = 0;
	for (int i = 0; i < FORMS; i++)
		if (attached(w, i))
			parts[n++] = (struct mail_part){form_name(w, id, i), forms[i].type, form[i].data, form[i].len};
	struct buf out = {0};
	mail_put(&out, &(struct mail){.from = contact ? doc_get(contact, DOC_A_MAIL) : NULL,
		.to = s ? doc_get(s->node, DOC_A_MAIL) : NULL,
		.subject = mem_fmt(w->mem, "%s: Fortschreibung %s", name, w->e.doc->edition ? w->e.doc->edition : ""),
		.text = n > 1 ? "Guten Tag,\n\nim Anhang liegt der Bogen zur Fortschreibung, als Formular für den "
				"Browser und als Tabelle. Bitte füllen Sie eines von beiden aus und schicken Sie die "
				"gespeicherte Datei zurück.\n"
			: "Guten Tag,\n\nim Anhang liegt der Bogen zur Fortschreibung. Bitte füllen Sie ihn aus und "
			  "schicken Sie die gespeicherte Datei zurück.\n",
		.parts = parts,
		.nparts = n});
	write(w, mem_fmt(w->mem, "bogen-%s.eml", id), &out, mailed);
	buf_free(&out);
}

/* ---- what stands in them */

static struct off_points points_of(struct sheets *w, const char *stelle)
{
	struct off_points all = {MEM_ARRAY(w->mem, struct off_point, w->points.n), 0};
	for (size_t i = 0; i < w->points.n; i++)
		if (is_of(&w->points.at[i], stelle))
			all.at[all.n++] = w->points.at[i];
	return all;
}

static void begin(struct buf *html, struct buf *csv, const char *name)
{
	buf_str(html, head);
	buf_str(html, "<title>Fortschreibung: ");
	text(html, name);
	buf_str(html, "</title>\n</head>\n<body>\n<main>\n<h1>Fortschreibung: ");
	text(html, name);
	buf_str(html, "</h1>\n<p>Bitte füllen Sie die Felder aus, speichern Sie die Antwort und schicken Sie die "
		"gespeicherte Datei zurück. Was leer bleibt, bleibt offen.</p>\n");
	for (int i = 0; i < OFF_FIELDS; i++)
		esc_csv(csv, off_field_names[i]);
	buf_str(csv, "\r\n");
}

static void fill(struct sheets *w, const struct off_points *p, const char *id, struct buf *html, struct buf *csv)
{
	for (size_t i = 0; i < p->n; i++) {
		const enum doc_punkt_art art = p->at[i].p.art;
		const char *row[OFF_FIELDS];
		off_point_row(w->mem, &w->e, &p->at[i], row);
		put_fieldset(html, row, i + 1, art, off_point_title(w->mem, &w->e, art, row[OFF_WAS]));
		for (int k = 0; k < OFF_FIELDS; k++)
			esc_csv(csv, row[k]);
		buf_str(csv, "\r\n");
		note(w, row, id);
	}
	buf_fmt(html, "<p><button type=\"button\" id=\"sichern\" data-datei=\"antwort-%s.csv\">Antwort "
		"speichern</button></p>\n<p id=\"gesichert\" "
		"role=\"status\"></p>\n</main>\n%s</body>\n</html>\n", id, script);
}

static void sheet(struct sheets *w, const char *stelle)
{
	struct buf form[FORMS] = {0};
	const char *id = stelle ? stelle : "ohne-stelle", *name = off_stelle_name(w->e.doc, stelle);
	const struct off_points p = points_of(w, stelle);
	const struct off_sheet s = {&w->e, p, name};
	begin(&form[HTML], &form[CSV], name);
	fill(w, &p, id, &form[HTML], &form[CSV]);
	off_form(w->mem, &s, false, &form[DOCX], w->diag);
	off_form(w->mem, &s, true, &form[ODT], w->diag);
	for (int i = 0; i < FORMS; i++)
		write(w, form_name(w, id, i), &form[i], answered);
	mail_sheet(w, id, name, form);
	if (!diag_status(w->diag))
		pipe_say(w->office->pipe, "%s: %zu %s", name, p.n, p.n == 1 ? "Punkt" : "Punkte");
	for (int i = 0; i < FORMS; i++)
		buf_free(&form[i]);
}

/* An earlier point of the same office: its sheet is made already. */
static bool had(const struct off_points *p, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (is_of(&p->at[k], p->at[i].p.stelle))
			return true;
	return false;
}

static void all(struct sheets *w)
{
	size_t made = 0;
	const struct off_points *p = &w->points;
	const char *sent = file_join(w->mem, file_dir(w->mem, w->e.doc->files[0].path), OFF_SENT);
	if (file_exists(sent) && !file_read(&w->sent, sent, w->diag))
		return;
	if (!file_make_dir(w->folder, w->diag))
		return;
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].p.offen && !had(p, i) && !diag_status(w->diag)) {
			sheet(w, p->at[i].p.stelle);
			made++;
		}
	struct file_out *out = w->sent.len && !diag_status(w->diag) ? file_create(sent, w->diag) : NULL;
	if (out) {
		file_write(out, w->sent.data, w->sent.len);
		file_commit(out, w->diag);
	}
	if (!made)
		pipe_say(w->office->pipe, "Alles ist entschieden, kein Bogen ist nötig.");
}

void off_sheets(const struct office *o, const struct off_sheets *wanted, struct diag *d)
{
	struct sheets w = {
		.office = o, .mem = mem_new(), .diag = d, .folder = wanted->folder, .attach = wanted->attach};
	const char *path = pipe_master(w.mem, wanted->edition, d);
	if (path && pipe_read(o->pipe, path, NULL, &w.e, d) && !diag_status(d)) {
		w.points = off_points(w.mem, &w.e);
		all(&w);
	}
	pipe_end(&w.e);
	buf_free(&w.sent);
	mem_free(w.mem);
}

bool off_unanswered(const struct office *o, const char *edition, int days, off_unanswered_row *row, void *arg,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct edition e = {0};
	struct buf b = {0};
	const char *path = pipe_master(m, edition, d);
	bool ok = path && pipe_read(o->pipe, path, NULL, &e, d) && !diag_status(d);
	const char *sent = ok ? file_join(m, file_dir(m, path), OFF_SENT) : NULL;
	struct off_table t = {NULL, 0};
	if (sent && file_exists(sent) && (ok = file_read(&b, sent, d)))
		t = off_table_read(m, b.data, b.len);
	const struct off_points points = ok && t.n ? off_points(m, &e) : (struct off_points){NULL, 0};
	for (size_t i = 0; i < t.n; i++) {
		struct date since;
		const char *cells[OFF_FIELDS];
		const struct off_point *p =
			t.row[i].n >= 4 ? off_points_get(&points, t.row[i].cell[0], t.row[i].cell[1]) : NULL;
		if (!p || !p->p.offen || !date_parse(&since, t.row[i].cell[3]) ||
			date_days(off_today(o->now)) - date_days(since) < days)
			continue;
		off_point_row(m, &e, p, cells);
		const struct doc_stelle *s = doc_stelle(e.doc, t.row[i].cell[2]);
		row(arg, s ? s->name : t.row[i].cell[2], cells[OFF_WAS], since);
	}
	pipe_end(&e);
	buf_free(&b);
	mem_free(m);
	return ok;
}
