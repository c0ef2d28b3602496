/* tasks.c: the tasks of decisions: found in the registers, listed, and reminded of by drafts of e-mails. */
#include "office/tasks.h"

#include <string.h>

#include "base/file.h"
#include "base/mail.h"
#include "base/money.h"
#include "model/doc.h"
#include "office/control.h"
#include "office/record.h"
#include "pipeline/output.h"
#include "register/register.h"

bool off_task_open(const struct reg_task *t)
{
	return strcmp(t->zustand, "erledigt") && strcmp(t->zustand, "entfallen");
}

static bool is_wanted(const struct off_tasks_wanted *w, const struct reg_task *t)
{
	struct date due = {0}, report = {0};
	if ((w->ort && strcmp(w->ort, t->ort)) || (w->gremium && strcmp(w->gremium, t->gremium)) ||
		(w->stelle && strcmp(w->stelle, t->stelle)) || (w->zustand && strcmp(w->zustand, t->zustand)))
		return false;
	if (!w->due.year)
		return true;
	return off_task_open(t) && ((t->frist && date_parse(&due, t->frist) && date_cmp(due, w->due) <= 0) ||
		(t->bericht && date_parse(&report, t->bericht) && date_cmp(report, w->due) <= 0));
}

/* Towns that have body and office, in all registers there are; the last of them in *ort. */
static size_t towns_with(const struct office *o, struct mem *m, struct off_tasks_wanted w, const char **ort)
{
	const char **paths;
	size_t found = 0, n = off_registers(m, pipe_places(o->pipe), &paths);
	struct diag *quiet = diag_new();
	for (size_t i = 0; i < n; i++) {
		struct reg *reg = reg_open(paths[i], false, quiet);
		found += reg ? reg_towns_with(reg, m, w.gremium, w.stelle, ort) : 0;
		reg_close(reg);
	}
	diag_free(quiet);
	return found;
}

/* What a call names, and no directory has. */
static bool is_known(const struct office *o, struct mem *m, struct off_tasks_wanted w, struct diag *d)
{
	const char *unused, *id = w.gremium ? w.gremium : w.stelle;
	if (!id || towns_with(o, m, w, &unused))
		return true;
	diag_sys(d, "STELLEFREMD", NULL, 0,
		"%s „%s“ steht in keinem Verzeichnis des Registers; erwartet wird die id aus verzeichnis.xml, bitte "
		"berichtigen oder das Verzeichnis aufnehmen",
		w.gremium ? "Das Gremium" : "Die Stelle", id);
	return false;
}

static bool all_known(const struct office *o, struct mem *m, const struct off_tasks_wanted *w, struct diag *d)
{
	const bool body = is_known(o, m, (struct off_tasks_wanted){.gremium = w->gremium}, d);
	return is_known(o, m, (struct off_tasks_wanted){.stelle = w->stelle}, d) && body;
}

const char *off_tasks_town(const struct office *o, struct mem *m, const struct off_tasks_wanted *w, struct diag *d)
{
	const char *ort = NULL;
	const size_t n = all_known(o, m, w, d) ? towns_with(o, m, *w, &ort) : 0;
	if (n > 1)
		diag_error(d, "AUFTRAGWAHL", NULL, 0,
			"Gremium „%s“ und Stelle „%s“ gibt es in mehreren Kommunen; bitte mit --register sagen, welche "
			"gemeint ist",
			w->gremium, w->stelle);
	else if (!n && !diag_status(d))
		diag_error(d, "AUFTRAGWAHL", NULL, 0,
			"Gremium „%s“ und Stelle „%s“ stehen in keinem Verzeichnis zusammen; erwartet werden beide aus "
			"einer Kommune, bitte berichtigen",
			w->gremium, w->stelle);
	return n == 1 ? ort : NULL;
}

struct off_tasks_found off_tasks_find(const struct office *o, struct mem *m, const struct off_tasks_wanted *w,
	struct diag *d)
{
	struct off_tasks_found found = {NULL, 0};
	const char **paths;
	size_t cap = 0, n = off_registers(m, pipe_places(o->pipe), &paths);
	for (size_t i = 0; i < n; i++) {
		struct reg_tasks all;
		struct reg *reg = reg_open(paths[i], false, d);
		if (reg && reg_tasks(reg, m, off_today(o->now), &all, d))
			for (size_t k = 0; k < all.n; k++)
				if (is_wanted(w, &all.all[k])) {
					MEM_ROOM_IN(m, found.all, found.n, cap);
					found.all[found.n++] = all.all[k];
				}
		reg_close(reg);
	}
	if (n && !found.n && !diag_status(d))
		all_known(o, m, w, d);
	if (!n)
		off_only_register(m, pipe_places(o->pipe), d);     /* tells that there is none */
	return found;
}

/* ---- the list */

static const char *amount(struct mem *m, int64_t cent)
{
	struct buf b = {0};
	if (!cent)
		return NULL;
	money_put_plain(&b, cent);
	return buf_take(&b, m);
}

void off_tasks(const struct office *o, const struct off_tasks_wanted *w, reg_row *row, void *arg, struct diag *d)
{
	static const char *const names[] = {"frist", "zustand", "stelle", "auftrag", "top", "gremium", "datum",
		"kennung",
		"drucksache", "beschlussnummer", "punkt", "beschluss", "prioritaet", "betrag", "personal", "bericht",
			"massnahme",
			"gemeldet",
		"meldung", "oeffentlich", "ort"};
	struct mem *m = mem_new();
	const struct off_tasks_found f = off_tasks_find(o, m, w, d);
	for (size_t i = 0; i < f.n; i++) {
		const struct reg_task *t = &f.all[i];
		const char *const values[] = {t->frist, t->zustand, t->stellenname, t->text, t->top, t->gremiumname,
			t->datum,
			t->id, t->drucksache, t->beschlussnummer, t->titel, t->wortlaut, t->prioritaet,
			amount(m, t->betrag), t->personal,
			t->bericht, t->massnahme, t->gemeldet, t->meldung, t->oeffentlich ? "ja" : "nein", t->ort};
		row(arg, sizeof names / sizeof *names, names, values);
	}
	mem_free(m);
}

/* ---- reminders */

const char *off_zustand_word(const char *id)
{
	static const struct { const char *id, *word; } states[] = {{"in-arbeit", "in Arbeit"},
		{"zurueckgestellt", "zurückgestellt"}};
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (!strcmp(states[i].id, id))
			return states[i].word;
	return id;                                     /* the others are spelt as they are said */
}

/* A task as lines of an e-mail. */
static void put_task(struct mem *m, struct buf *b, const struct reg_task *t)
{
	buf_fmt(b, "- %s\n  %s, %s", t->text, t->gremiumname, off_short_day(m, t->datum));
	if (t->top)
		buf_fmt(b, ", TOP %s", t->top);
	if (t->drucksache)
		buf_fmt(b, ", Vorlage %s", t->drucksache);
	if (t->beschlussnummer)
		buf_fmt(b, ", Beschluss Nr. %s", t->beschlussnummer);
	buf_fmt(b, "\n  fällig: %s, Stand: %s%s, Kennung: %s\n\n", off_short_day(m, t->frist),
		off_zustand_word(t->zustand), t->oeffentlich ? "" : ", nichtöffentlich", t->id);
}

/* The addresses of town and office, as the directory has them now. */
struct addresses { const char *from, *to; };
static struct addresses addresses_of(const struct office *o, struct mem *m, const struct reg_task *t)
{
	struct addresses a = {NULL, NULL};
	struct edition e = {0};
	struct diag *quiet = diag_new();
	const char *root = pipe_root(m, pipe_places(o->pipe), ".");
	const char *path = root ? file_join(m, root, mem_fmt(m, "%s/verzeichnis.xml", t->ort)) : NULL;
	if (path && pipe_read(o->pipe, path, NULL, &e, quiet)) {
		const struct doc_stelle *s = doc_stelle(e.doc, t->stelle);
		const struct doc_node *town = doc_child(e.doc->root, DOC_ORT),
				      *contact = town ? doc_child(town, DOC_KONTAKT) : NULL;
		const char *to = s ? doc_get(s->node, DOC_A_MAIL) : NULL,
			   *from = contact ? doc_get(contact, DOC_A_MAIL) : NULL;
		a = (struct addresses){from ? mem_dup(m, from) : NULL, to ? mem_dup(m, to) : NULL};
	}
	pipe_end(&e);
	diag_free(quiet);
	return a;
}

/* Two towns may have an office of the same id. */
static bool several_towns(const struct off_tasks_found *f)
{
	for (size_t i = 1; i < f->n; i++)
		if (strcmp(f->all[i].ort, f->all->ort))
			return true;
	return false;
}

static void remind(const struct office *o, struct mem *m, const struct off_tasks_found *f, size_t first,
	const char *folder, struct diag *d)
{
	const struct reg_task *t = &f->all[first];
	struct buf text = {0}, tasks = {0}, out = {0};
	size_t n = 0;
	for (size_t i = first; i < f->n; i++)
		if (!strcmp(f->all[i].ort, t->ort) && !strcmp(f->all[i].stelle, t->stelle)) {
			put_task(m, &tasks, &f->all[i]);
			n++;
		}
	buf_fmt(&text, "Guten Tag,\n\n%s fällig:\n\n%sBitte melden Sie, wie weit %s.\n",
		n == 1 ? "dieser Auftrag aus einem Beschluss ist" : "diese Aufträge aus Beschlüssen sind", tasks.data,
		n == 1 ? "er ist" : "sie sind");
	buf_free(&tasks);
	const struct addresses a = addresses_of(o, m, t);
	mail_put(&out,
		&(struct mail){.from = a.from,
			.to = a.to,
			.subject = mem_fmt(m, "%s: %zu %s", t->stellenname, n,
				n == 1 ? "fälliger Auftrag aus Beschlüssen" : "fällige Aufträge aus Beschlüssen"),
			.text = text.data});
	const char *path = file_join(m, folder, several_towns(f) ? mem_fmt(m, "erinnerung-%s-%s.eml", t->ort, t->stelle)
								  : mem_fmt(m, "erinnerung-%s.eml", t->stelle));
	const struct pipe_draft draft = {path, &out,
		"ist sie verschickt, bitte wegräumen, oder mit „ratssatz beschluesse --faellig … --ersetzen“ neu "
		"schreiben"};
	if (pipe_put_draft(o->pipe, &draft, d))
		pipe_say(o->pipe, "%s: %zu %s%s", path, n, n == 1 ? "Auftrag" : "Aufträge",
			a.to ? "" : ", ohne Adresse: bitte mail=\"…\" an der Stelle im Verzeichnis ergänzen");
	buf_free(&text);
	buf_free(&out);
}

/* Each office gets one draft with all that is due. */
static bool told_before(const struct off_tasks_found *f, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (!strcmp(f->all[k].ort, f->all[i].ort) && !strcmp(f->all[k].stelle, f->all[i].stelle))
			return true;
	return false;
}

void off_remind(const struct office *o, const struct off_tasks_wanted *w, const char *folder, struct diag *d)
{
	struct mem *m = mem_new();
	const struct off_tasks_found f = off_tasks_find(o, m, w, d);
	bool ok = !f.n || file_make_dir(folder, d);
	for (size_t i = 0; ok && i < f.n && !diag_count(d, DIAG_SYSTEM); i++)
		if (!told_before(&f, i))
			remind(o, m, &f, i, folder, d);
	if (!f.n && !diag_status(d))
		pipe_say(o->pipe, "Nichts ist fällig.");
	mem_free(m);
}
