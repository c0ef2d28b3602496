/* entry.c: answers as careful edits: attributes, texts, comments; every other byte stays. */
#include <string.h>

#include "office/reply.h"
#include "source/source.h"

/* Where a text can be written anew: it has no marks within that would be lost. */
bool off_is_bare(const struct doc_node *n)
{
	return n->first && n->first->kind == DOC_TEXT && !n->first->next;
}

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

static void take(struct changed *f, struct buf *out)
{
	buf_free(&f->bytes);
	f->bytes = *out;
}

struct change { const struct doc_node *at; const char *attr, *value; };    /* attr NULL: its text */

/* All edits of a file are made on its bytes in memory: it is written once, or not at all. */
static void edit(struct answers *w, const struct answer *a, const struct change *c)
{
	struct changed *f = file_of(w, doc_path(a->e->doc, c->at));
	struct buf out = {0};
	const struct src_edit e = {src_place(w->mem, c->at), c->attr, c->value};
	if (f && src_edit_bytes(f->path, &f->bytes, &e, &out, w->diag))
		take(f, &out);
}

static const char *remark_of(struct mem *m, const struct answer *a)
{
	const char *note = a->field[OFF_ANMERKUNG];
	return !a->more ? note : !*note ? a->more : mem_fmt(m, "%s; %s", note, a->more);
}

/* The blanks its line begins with. */
static size_t indent_at(const struct buf *b, size_t at)
{
	size_t from = at, n = 0;
	while (from && b->data[from - 1] != '\n')
		from--;
	while (from + n < at && (b->data[from + n] == ' ' || b->data[from + n] == '\t'))
		n++;
	return n;
}

/* Words that have no attribute stand as a comment behind what they are about. */
static void remark(struct answers *w, const struct answer *a)
{
	struct changed *f = file_of(w, doc_path(a->e->doc, a->point->p.node));
	struct src_range r;
	struct buf out = {0};
	char *note = mem_fmt(w->mem, "<!-- Anmerkung aus %s: %s -->", file_base(a->path), remark_of(w->mem, a));
	for (char *p = note + 4; strlen(p) > 3; p++)
		if (p[0] == '-' && p[1] == '-')
			p[1] = ' ';
	if (!f || !src_find(f->path, &f->bytes, src_place(w->mem, a->point->p.node), &r, w->diag))
		return;
	buf_put(&out, f->bytes.data, r.to);
	buf_chr(&out, '\n');
	buf_put(&out, f->bytes.data + r.from - indent_at(&f->bytes, r.from), indent_at(&f->bytes, r.from));
	buf_str(&out, note);
	buf_put(&out, f->bytes.data + r.to, f->bytes.len - r.to);
	take(f, &out);
}

/* Those that change their text first; the others behind all edits, from the last on, so that no place moves. */
static void step_texts(struct answers *w, const struct answer *a)
{
	for (size_t i = 0; i < a->nsteps; i++)
		if (a->steps[i].what == OFF_STEP_TEXT)
			edit(w, a, &(struct change){a->steps[i].at, NULL, a->steps[i].text});
}

static void step_moves(struct answers *w, const struct answer *a)
{
	for (size_t i = a->nsteps; i-- > 0;) {
		const struct off_step *s = &a->steps[i];
		struct changed *f = file_of(w, doc_path(a->e->doc, s->at));
		struct src_range r;
		struct buf out = {0};
		if (s->what == OFF_STEP_TEXT || !f ||
			!src_find(f->path, &f->bytes, src_place(w->mem, s->at), &r, w->diag))
			continue;
		off_step_enter(s, &f->bytes, r, &out);
		take(f, &out);
	}
}

/* Each value with its attribute; of the Stand the day it is of. */
static void each(struct answers *w, const struct answer *a, void (*fn)(struct answers *, const struct answer *,
	const struct change *))
{
	const bool stand = a->point->p.art == DOC_P_STAND;
	const struct doc_node *n = a->point->p.node;
	static const struct { enum off_field field; const char *attr; } attrs[] = {{OFF_STATUS, "status"},
		{OFF_GRUND, "grund"}, {OFF_WERT, "wert"}, {OFF_STICHTAG, "stichtag"}, {OFF_BLEIBT, "bleibt"}};
	for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++) {
		const bool day = stand && attrs[i].field == OFF_STICHTAG,
			   lost = a->point->p.art == DOC_P_SATZ && !a->stays;
		if (*a->field[attrs[i].field] && !lost)
			fn(w, a, &(struct change){n, day ? "datum" : attrs[i].attr, a->field[attrs[i].field]});
	}
	if (stand && *a->field[OFF_STICHTAG])
		fn(w, a, &(struct change){n, "offen", NULL});
	if (a->amount)
		fn(w, a, &(struct change){a->amount, "betrag", a->field[OFF_KOSTEN_NEU]});
	if (a->amount && doc_get(a->amount, DOC_A_ZUSTAND))
		fn(w, a, &(struct change){a->amount, "zustand", NULL});
	if (a->years)
		fn(w, a, &(struct change){doc_massnahme(a->e->doc, n)->zeitbedarf, "jahre", a->years});
	if (a->class)
		fn(w, a, &(struct change){doc_massnahme(a->e->doc, n)->zeitbedarf, "klasse", a->class});
}

static bool is_reworded(const struct answer *a)
{
	return *a->field[OFF_WORTLAUT] && off_is_bare(a->point->p.node);
}

static void show(struct answers *w, const struct answer *a, const struct change *c)
{
	const char *row[OFF_FIELDS];
	off_point_row(w->mem, a->e, a->point, row);
	const struct off_proposed p = {a->e, a->point->p.node, row[OFF_WAS], row[OFF_BISHER], c->attr, c->value};
	if (c->value && w->wanted->proposed)
		w->wanted->proposed(w->wanted->arg, &p);
	else if (c->value)
		pipe_say(w->office->pipe, "%s %s: %s=\"%s\" "
			"(%s:%d)", a->field[OFF_ART], a->field[OFF_ID], c->attr, c->value, a->path,
			a->line);
}

static bool hand_back(struct answers *w)
{
	for (size_t i = 0; i < w->nfiles && !diag_status(w->diag); i++)
		w->wanted->put(w->wanted->arg, w->files[i].path, &w->files[i].bytes);
	return !diag_status(w->diag);
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

void off_answers_enter(struct answers *w)
{
	for (size_t i = 0; i < w->n; i++) {
		each(w, &w->all[i], edit);
		step_texts(w, &w->all[i]);
		if (is_reworded(&w->all[i]))
			edit(w, &w->all[i],
				&(struct change){w->all[i].point->p.node, NULL, w->all[i].field[OFF_WORTLAUT]});
	}
	for (size_t i = 0; i < w->n; i++)
		if (*remark_of(w->mem, &w->all[i]))
			remark(w, &w->all[i]);
	for (size_t i = 0; i < w->n; i++)
		step_moves(w, &w->all[i]);
	if (w->wanted->put ? hand_back(w) : save(w))
		pipe_say(w->office->pipe, "%zu %s eingetragen", w->n, w->n == 1 ? "Antwort" : "Antworten");
}

void off_answers_show(struct answers *w)
{
	static const char *const names[] = {[OFF_STEP_TEXT] = "schritt", [OFF_STEP_AFTER] = "schritt-neu",
		[OFF_STEP_BEFORE] = "schritt-neu", [OFF_STEP_DROP] = "schritt-entfaellt"};
	for (size_t i = 0; i < w->n; i++) {
		const struct answer *a = &w->all[i];
		if (!a->point)
			continue;
		each(w, a, show);
		for (size_t k = 0; k < a->nsteps; k++)
			show(w, a, &(struct change){a->steps[k].at, names[a->steps[k].what], a->steps[k].text});
		if (is_reworded(a))
			show(w, a, &(struct change){a->point->p.node, "wortlaut", a->field[OFF_WORTLAUT]});
		if (*remark_of(w->mem, a))
			show(w, a, &(struct change){a->point->p.node, "anmerkung", remark_of(w->mem, a)});
	}
}
