/* answers.c: filled sheets read back. All are held against each other and against the edition first; only if nothing
 * contradicts are they entered, each as a careful edit that leaves every other byte. */
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "office/record.h"
#include "office/point.h"
#include "source/source.h"

struct answer {
	const char *path;                              /* of the sheet */
	int line;
	const char *field[OFF_FIELDS];
	const struct doc_punkt *point;
	const struct edition *e;
};

struct changed { const char *path; struct buf bytes; };

struct answers {
	const struct office *office;
	const struct off_answers *wanted;
	struct mem *mem;
	struct diag *diag;
	struct answer *all; size_t n, cap;
	struct edition *editions; const char **names; size_t nedit, cap_edit;
	struct changed *files; size_t nfiles, cap_files;
};

static void refuse(struct answers *w, const struct answer *a, const char *what)
{
	diag_error(w->diag, "ANTWORT", a->path, a->line, "%s", what);
}

/* ---- reading */

/* A row nobody wrote into is no answer: what is left empty stays open. */
static bool filled(const struct answer *a)
{
	for (int f = OFF_STATUS; f < OFF_FIELDS; f++)
		if (*a->field[f])
			return true;
	return false;
}

static void read_row(struct answers *w, const char *path, const struct off_row *r, const int column[OFF_FIELDS])
{
	struct answer a = {.path = path, .line = r->line};
	for (int f = 0; f < OFF_FIELDS; f++)
		a.field[f] = column[f] >= 0 && column[f] < r->n ? buf_line(w->mem, r->cell[column[f]]) : "";
	if (!*a.field[OFF_ART] && !filled(&a))
		return;
	if (!filled(&a))
		return;
	MEM_ROOM_IN(w->mem, w->all, w->n, w->cap);
	w->all[w->n++] = a;
}

static void read_sheet(struct answers *w, const char *path)
{
	struct buf b = {0};
	int column[OFF_FIELDS];
	if (!file_read(&b, path, w->diag))
		return;
	const struct off_table t = off_table_read(w->mem, b.data ? b.data : "", b.len);
	if (!off_columns(w->mem, &t, column))
		diag_error(w->diag, "ANTWORT", path, 1,
			"Die Kopfzeile nennt ausgabe, art und id nicht; erwartet wird ein ausgefüllter Bogen, bitte "
			"dessen erste Zeile stehen lassen");
	for (size_t i = 1; column[OFF_ID] >= 0 && i < t.n; i++)
		read_row(w, path, &t.row[i], column);
	buf_free(&b);
}

/* ---- holding against the edition */

/* Each edition is read once for all sheets of a call. */
static const struct edition *edition_of(struct answers *w, const struct answer *a)
{
	const char *name = a->field[OFF_AUSGABE], *root = pipe_root(w->mem, pipe_places(w->office->pipe), ".");
	for (size_t i = 0; i < w->nedit; i++)
		if (!strcmp(w->names[i], name))
			return w->editions[i].doc ? &w->editions[i] : NULL;
	if (w->nedit == w->cap_edit)
		return NULL;
	w->names[w->nedit] = name;
	struct edition *e = &w->editions[w->nedit++];
	const char *path = root && *name ? file_join(w->mem, root, name) : NULL;
	path = path && (file_is_dir(path) || file_exists(path)) ? pipe_master(w->mem, path, w->diag) : NULL;
	return path && pipe_read(w->office->pipe, path, NULL, e, w->diag) ? e : NULL;
}

static void find_point(struct answers *w, struct answer *a)
{
	size_t n = 0;
	a->e = edition_of(w, a);
	const struct doc_punkt *p = a->e ? doc_punkte(a->e->doc, &n) : NULL;
	for (size_t i = 0; i < n; i++)
		if (!strcmp(off_point_arts[p[i].art], a->field[OFF_ART]) && !strcmp(off_point_id(&p[i]),
			a->field[OFF_ID]))
			a->point = &p[i];
	if (!a->e)
		refuse(w, a, mem_fmt(w->mem, "Die Ausgabe „%s“ gibt es hier nicht; bitte im Ordner der Inhalte "
			"aufrufen oder ihn mit --inhalt nennen", a->field[OFF_AUSGABE]));
	else if (!a->point)
		refuse(w, a, mem_fmt(w->mem, "%s „%s“ gibt es in der Ausgabe nicht; bitte art und id stehen lassen, "
			"wie sie im Bogen waren", a->field[OFF_ART], a->field[OFF_ID]));
}

static bool is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");
	return n && (!s[n] || (s[n] == ',' && strspn(s + n + 1, "0123456789") == strlen(s + n + 1)));
}

/* What no edition could hold, whoever says it. */
static void hold_values(struct answers *w, const struct answer *a)
{
	struct date d;
	const char *status = a->field[OFF_STATUS], *wert = a->field[OFF_WERT], *day = a->field[OFF_STICHTAG];
	const enum doc_status s = doc_status_find(status);
	if (*status && (a->point->art != DOC_P_MASSNAHME || s <= DOC_S_OFFEN))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Status; erwartet wird bei einer Maßnahme unveraendert, "
			"geaendert, laeuft, abgeschlossen oder entfallen", status));
	if ((s == DOC_S_GEAENDERT || s == DOC_S_ENTFALLEN) && !*a->field[OFF_GRUND])
		refuse(w, a, "Der Grund fehlt; was geändert oder entfallen ist, braucht einen, bitte ergänzen");
	if (*wert && (a->point->art != DOC_P_KENNZAHL || !is_number(wert)))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Wert einer Kennzahl; erwartet wird eine Zahl ohne Punkte, "
			"mit Komma", wert));
	if (*day && !date_parse(&d, day))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Tag; erwartet wird jjjj-mm-tt oder jjjj-mm", day));
	if (*a->field[OFF_BLEIBT] && (*wert || strcmp(a->field[OFF_BLEIBT], "ja")))
		refuse(w, a, "bleibt und ein neuer Wert stehen nebeneinander, oder bleibt ist nicht „ja“; bitte eines "
			"streichen");
	if (!a->point->offen && *status && !doc_is(a->point->node, DOC_A_STATUS, status))
		refuse(w, a, mem_fmt(w->mem, "In der Ausgabe ist schon „%s“ entschieden, die Antwort sagt „%s“; bitte "
			"klären, was gilt",
			doc_get(a->point->node, DOC_A_STATUS), status));
}

/* Two sheets may answer the same point, as long as they say the same. */
static void hold_together(struct answers *w, size_t i)
{
	const struct answer *a = &w->all[i];
	for (size_t k = 0; k < i; k++) {
		const struct answer *o = &w->all[k];
		if (strcmp(o->field[OFF_AUSGABE], a->field[OFF_AUSGABE]) || strcmp(o->field[OFF_ART],
			a->field[OFF_ART]) ||
			strcmp(o->field[OFF_ID], a->field[OFF_ID]))
			continue;
		for (int f = OFF_STATUS; f < OFF_ANMERKUNG; f++)
			if (*a->field[f] && *o->field[f] && strcmp(a->field[f], o->field[f]))
				refuse(w, a, mem_fmt(w->mem, "%s „%s“ widerspricht %s:%d („%s“); bitte klären, was "
					"gilt",
					off_field_names[f], a->field[f], o->path, o->line, o->field[f]));
	}
}

/* What only informs may have been changed all the same: it is told, and entered by hand. */
static void tell_changed(struct answers *w, const struct answer *a)
{
	const char *row[OFF_FIELDS];
	off_point_row(w->mem, a->e, a->point, row);
	for (int f = OFF_WAS; f < OFF_STATUS; f++)
		if (*a->field[f] && strcmp(a->field[f], buf_line(w->mem, row[f])))
			diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
				"%s ist geändert: „%s“ statt „%s“; das wird nicht von selbst eingetragen, bitte von "
				"Hand übernehmen",
				off_field_names[f], a->field[f], row[f]);
}

/* ---- entering */

static struct changed *file_of(struct answers *w, const char *path)
{
	for (size_t i = 0; i < w->nfiles; i++)
		if (!strcmp(w->files[i].path, path))
			return &w->files[i];
	MEM_ROOM_IN(w->mem, w->files, w->nfiles, w->cap_files);
	struct changed *f = &w->files[w->nfiles++];
	*f = (struct changed){.path = path};
	return file_read(&f->bytes, path, w->diag) ? f : NULL;
}

/* "handlungsfeld/massnahme[2]": in its own file, where included ones are not. */
static const char *place_of(struct mem *m, const struct doc_node *n)
{
	int index = 0;
	if (!n->parent || n->parent->file != n->file)
		return doc_kind_name(n->kind);
	for (const struct doc_node *s = n->parent->first; s; s = s->next) {
		index += s->kind == n->kind && s->file == n->file;
		if (s == n)
			break;
	}
	return mem_fmt(m, "%s/%s[%d]", place_of(m, n->parent), doc_kind_name(n->kind), index);
}

/* All edits of a file are made on its bytes in memory: it is written once, or not at all. */
static void edit(struct answers *w, const struct answer *a, const char *attr, const char *value)
{
	struct changed *f = file_of(w, doc_path(a->e->doc, a->point->node));
	struct buf out = {0};
	const struct src_edit e = {place_of(w->mem, a->point->node), attr, value};
	if (f && src_edit_bytes(f->path, &f->bytes, &e, &out, w->diag)) {
		buf_free(&f->bytes);
		f->bytes = out;
	}
}

/* Words that have no attribute stand as a comment behind what they are about. */
static void remark(struct answers *w, const struct answer *a)
{
	struct changed *f = file_of(w, doc_path(a->e->doc, a->point->node));
	const char *id = doc_get(a->point->node, DOC_A_ID);
	struct buf out = {0};
	char *note = mem_fmt(w->mem, "<!-- Anmerkung aus %s: %s -->", file_base(a->path), a->field[OFF_ANMERKUNG]);
	for (char *p = note + 4; strlen(p) > 3; p++)
		if (p[0] == '-' && p[1] == '-')
			p[1] = ' ';
	if (f && id && src_graft(f->bytes.data, f->bytes.len, SRC_AFTER, id, note, &out)) {
		buf_free(&f->bytes);
		f->bytes = out;
	} else {
		diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
			"Die Anmerkung „%s“ hat keinen Platz in der Quelle; bitte von Hand "
			"übernehmen", a->field[OFF_ANMERKUNG]);
	}
}

/* Each value with its attribute; of the Stand the day it is of. */
static void each(struct answers *w, const struct answer *a, void (*fn)(struct answers *, const struct answer *,
	const char *,
	const char *))
{
	const bool stand = a->point->art == DOC_P_STAND;
	static const char *const attrs[] = {[OFF_STATUS] = "status", [OFF_GRUND] = "grund", [OFF_WERT] = "wert",
		[OFF_STICHTAG] = "stichtag", [OFF_BLEIBT] = "bleibt"};
	for (int f = OFF_STATUS; f <= OFF_BLEIBT; f++)
		if (*a->field[f])
			fn(w, a, stand && f == OFF_STICHTAG ? "datum" : attrs[f], a->field[f]);
	if (stand && *a->field[OFF_STICHTAG])
		fn(w, a, "offen", NULL);
}

static void show(struct answers *w, const struct answer *a, const char *attr, const char *value)
{
	if (value)
		pipe_say(w->office->pipe, "%s %s: %s=\"%s\" "
			"(%s:%d)", a->field[OFF_ART], a->field[OFF_ID], attr, value, a->path,
			a->line);
}

/* All files together, or none. */
static bool save(struct answers *w)
{
	struct file_batch *batch = file_batch_new();
	bool ok = !diag_status(w->diag);
	for (size_t i = 0; ok && i < w->nfiles; i++) {
		struct file_out *out = file_create(w->files[i].path, w->diag);
		ok = out != NULL;
		if (out) {
			file_write(out, w->files[i].bytes.data, w->files[i].bytes.len);
			ok = file_stage(batch, out, w->diag);
		}
	}
	if (ok)
		return file_commit_whole(batch);
	file_drop_all(batch);
	return false;
}

static void enter(struct answers *w)
{
	for (size_t i = 0; i < w->n; i++) {
		each(w, &w->all[i], edit);
		if (*w->all[i].field[OFF_ANMERKUNG])
			remark(w, &w->all[i]);
	}
	if (save(w))
		pipe_say(w->office->pipe, "%zu %s eingetragen", w->n, w->n == 1 ? "Antwort" : "Antworten");
}

static void hold(struct answers *w)
{
	for (size_t i = 0; i < w->n; i++) {
		find_point(w, &w->all[i]);
		if (w->all[i].point) {
			hold_values(w, &w->all[i]);
			tell_changed(w, &w->all[i]);
		}
		hold_together(w, i);
	}
	for (size_t i = 0; i < w->n; i++) {
		const struct answer *a = &w->all[i];
		if (!a->point)
			continue;
		each(w, a, show);
		if (*a->field[OFF_ANMERKUNG])
			show(w, a, "anmerkung", a->field[OFF_ANMERKUNG]);
	}
}

void off_read_answers(const struct office *o, const struct off_answers *wanted, struct diag *d)
{
	struct answers w = {.office = o, .wanted = wanted, .mem = mem_new(), .diag = d, .cap_edit = wanted->n + 8};
	w.editions = MEM_ARRAY(w.mem, struct edition, w.cap_edit);
	w.names = MEM_ARRAY(w.mem, const char *, w.cap_edit);
	for (size_t i = 0; i < wanted->n; i++)
		read_sheet(&w, wanted->paths[i]);
	hold(&w);
	if (diag_status(d))
		pipe_say(o->pipe, "Nichts ist geschrieben.");
	else if (!wanted->enter)
		pipe_say(o->pipe, "Nichts ist geschrieben; eintragen mit --eintragen.");
	else
		enter(&w);
	for (size_t i = 0; i < w.nfiles; i++)
		buf_free(&w.files[i].bytes);
	for (size_t i = 0; i < w.nedit; i++)
		pipe_end(&w.editions[i]);
	mem_free(w.mem);
}
