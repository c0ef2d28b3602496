/* answers.c: filled sheets read back. All are held against each other and against the edition first; only if nothing
 * contradicts are they entered, each as a careful edit that leaves every other byte. */
#include <string.h>
#include <strings.h>

#include "base/decode.h"
#include "office/reply.h"

/* ---- the edition that is meant */

/* Each edition is read once for all sheets of a call. */
const struct edition *off_answer_edition(struct answers *w, const char *name)
{
	const char *root = pipe_root(w->mem, pipe_places(w->office->pipe), ".");
	for (size_t i = 0; i < w->nedit; i++)
		if (!strcmp(w->names[i], name))
			return w->editions[i].doc ? &w->editions[i] : NULL;
	if (w->nedit == w->cap_edit)
		return NULL;
	w->names[w->nedit] = name;
	struct edition *e = &w->editions[w->nedit++];
	const char *path = root && *name ? file_join(w->mem, root, name) : NULL;
	path = path && (file_is_dir(path) || file_exists(path)) ? pipe_master(w->mem, path, w->diag) : NULL;
	if (path && w->wanted->edition && strcmp(path, w->wanted->edition) != 0)
		path = NULL;
	if (!path || !pipe_read(w->office->pipe, path, NULL, e, w->diag))
		return NULL;
	w->points[e - w->editions] = off_points(w->mem, e);
	return e;
}

static const struct off_points *points_of(const struct answers *w, const struct edition *e)
{
	return e ? &w->points[e - w->editions] : NULL;
}

const struct off_point *off_answer_point(const struct answers *w, const struct edition *e, const struct answer *a)
{
	return off_points_get(points_of(w, e), a->field[OFF_ART], a->field[OFF_ID]);
}

/* What only informs was written over: an answer, too. */
static bool corrected(struct answers *w, const struct answer *a)
{
	const char *row[OFF_FIELDS];
	const struct edition *e = *a->field[OFF_AUSGABE] ? off_answer_edition(w, a->field[OFF_AUSGABE]) : NULL;
	const struct off_point *p = off_answer_point(w, e, a);
	if (!p)
		return false;
	off_point_row(w->mem, e, p, row);
	for (int f = OFF_WAS; f < OFF_STATUS; f++)
		if (*a->field[f] && !off_alike(a->field[f], row[f]))
			return true;
	return false;
}

/* ---- reading */

/* A row nobody wrote into is no answer: what is left empty stays open. */
static bool filled(const struct answer *a)
{
	for (int f = *a->field[OFF_AUSGABE] ? OFF_STATUS : OFF_WAS; f < OFF_FIELDS; f++)
		if (*a->field[f])
			return true;
	return false;
}

static void read_row(struct answers *w, const char *path, const struct off_row *r, const int column[OFF_FIELDS])
{
	struct answer a = {.path = path, .line = r->line};
	for (int f = 0; f < OFF_FIELDS; f++) {
		const char *s = column[f] >= 0 && column[f] < r->n ? buf_line(w->mem, r->cell[column[f]]) : "";
		a.field[f] = f < OFF_STATUS ? s : off_value(w->mem, f, s);
	}
	const bool touched = strchr(a.field[OFF_ID], ' ') != NULL;     /* no id has one: somebody wrote behind it */
	if (!filled(&a) && !corrected(w, &a) && !touched)
		return;
	MEM_ROOM_IN(w->mem, w->all, w->n, w->cap);
	w->all[w->n++] = a;
}

static bool is_column(const int column[OFF_FIELDS], int c)
{
	for (int f = 0; f < OFF_FIELDS; f++)
		if (column[f] == c)
			return true;
	return false;
}

/* What somebody wrote into a column of his own is an answer, too; it has no place in the edition. */
static void tell_beside(struct answers *w, const char *path, const struct off_table *t, const int column[OFF_FIELDS])
{
	for (size_t i = 1; i < t->n; i++)
		for (int c = 0; c < t->row[i].n; c++) {
			const char *said = is_column(column, c) ? "" : buf_line(w->mem, t->row[i].cell[c]);
			const char *head = c < t->row[0].n ? buf_line(w->mem, t->row[0].cell[c]) : "";
			if (*said)
				diag_warn(w->diag, "ANTWORTTEXT", path, t->row[i].line,
					"Die Spalte „%s“ gehört nicht zum Bogen: „%s“ wird nicht von selbst "
					"eingetragen, bitte von Hand übernehmen",
					head, said);
		}
}

/* A column that somebody took out may have held answers. */
static void tell_missing(struct answers *w, const char *path, const int column[OFF_FIELDS])
{
	struct buf b = {0};
	int n = 0;
	for (int f = OFF_STATUS; f < OFF_FIELDS; f++)
		if (column[f] < 0)
			buf_fmt(&b, "%s„%s“", n++ ? ", " : "", off_field_names[f]);
	if (n)
		diag_warn(w->diag, "ANTWORTTEXT", path, 1,
			"Dem Bogen %s %s; was die Stelle dort eingetragen hat, kam nicht an, bitte nachfragen",
			n == 1 ? "fehlt die Spalte" : "fehlen die Spalten", b.data);
	buf_free(&b);
}

/* The form of the browser itself. */
static bool is_page(const struct off_table *t)
{
	return t->n && t->row->n && !strncasecmp(t->row->cell[0], "<!doctype html", strlen("<!doctype html"));
}

static void read_table(struct answers *w, const char *path, const struct off_table *t)
{
	int column[OFF_FIELDS];
	if (is_page(t)) {
		diag_error(w->diag, "ANTWORT", path, 1,
			"Das ist das Formular selbst, und mit der Seite speichern Browser nicht verlässlich, was in "
			"ihren Feldern steht; bitte darin „Antwort speichern“ wählen und die Datei nehmen, die dann "
			"entsteht (antwort-….csv)");
		return;
	}
	if (!off_columns(w->mem, t, column)) {
		diag_error(w->diag, "ANTWORT", path, 1,
			"Die Kopfzeile nennt ausgabe, art und id nicht; erwartet wird ein ausgefüllter Bogen, bitte "
			"dessen erste Zeile stehen lassen");
	} else {
		tell_beside(w, path, t, column);
		tell_missing(w, path, column);
	}
	for (size_t i = 1; column[OFF_ID] >= 0 && i < t->n; i++)
		read_row(w, path, &t->row[i], column);
}

/* From a word processor or spreadsheet, told by its bytes. */
static bool is_foreign(const struct buf *b)
{
	static const char *const begins[] = {"PK\3\4", "\xD0\xCF\x11\xE0", "{\\rtf", "%PDF-"};
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (b->len > strlen(begins[i]) && !memcmp(b->data, begins[i], strlen(begins[i])))
			return true;
	return false;
}

static void read_foreign(struct answers *w, const char *path)
{
	struct off_table rows = {NULL, 0};
	if (!w->wanted->rows(w->mem, path, &rows, w->diag))
		return;
	bool form;
	const struct off_table t = off_filled_read(w->mem, &rows, &form);
	if (!t.n) {
		diag_error(w->diag, "ANTWORT", path, 0,
			"In der Datei steht kein Bogen; erwartet wird einer, wie stand --boegen ihn schreibt, bitte "
			"seine Tabellen stehen lassen");
		return;
	}
	read_table(w, path, &t);
	const char *edition = t.n > 1 && t.row[1].n > OFF_AUSGABE ? t.row[1].cell[OFF_AUSGABE] : "";
	const struct edition *e = form ? off_answer_edition(w, edition) : NULL;
	if (form)
		off_filled_tell(w->mem, &(struct off_filled){e, points_of(w, e), path}, &rows, w->diag);
}

static void read_sheet(struct answers *w, const char *path)
{
	struct buf b = {0};
	if (!file_read(&b, path, w->diag))
		return;
	size_t n = b.len;
	const char *encoding, *text = is_foreign(&b) ? NULL : decode_text(w->mem, b.data ? b.data : "", &n, &encoding);
	if (!text) {
		read_foreign(w, path);
	} else if (memchr(text, '\0', n)) {
		diag_error(w->diag, "ANTWORT", path, 0,
			"In der Datei steht kein Text; erwartet wird ein ausgefüllter Bogen, bitte ihn als CSV, Word- "
			"oder LibreOffice-Datei speichern");
	} else {
		const struct off_table t = off_table_read(w->mem, text, n);
		read_table(w, path, &t);
	}
	buf_free(&b);
}

void off_read_answers(const struct office *o, const struct off_answers *wanted, struct diag *d)
{
	struct answers w = {.office = o, .wanted = wanted, .mem = mem_new(), .diag = d, .cap_edit = wanted->n + 8};
	w.editions = MEM_ARRAY(w.mem, struct edition, w.cap_edit);
	w.points = MEM_ARRAY(w.mem, struct off_points, w.cap_edit);
	w.names = MEM_ARRAY(w.mem, const char *, w.cap_edit);
	for (size_t i = 0; i < wanted->n; i++)
		read_sheet(&w, wanted->paths[i]);
	off_answers_hold(&w);
	off_answers_show(&w);
	if (diag_status(d))
		pipe_say(o->pipe, "Nichts ist geschrieben.");
	else if (!wanted->enter)
		pipe_say(o->pipe, "Nichts ist geschrieben; eintragen mit --eintragen.");
	else
		off_answers_enter(&w);
	for (size_t i = 0; i < w.nfiles; i++)
		buf_free(&w.files[i].bytes);
	for (size_t i = 0; i < w.nedit; i++)
		pipe_end(&w.editions[i]);
	mem_free(w.mem);
}
