/* publish.c: works off the marks the register's triggers left. What hangs together with a marked source is made anew
 * with it: the papers of a session, the sessions of a paper, a supplement and its paper. */
#include <string.h>

#include "oparl/oparl.h"
#include "oparl/round.h"

static bool make(const struct opa_round *all, const struct reg_mark *k)
{
	static const struct { const char *art; void (*fn)(struct opa_round *, const char *);
	} kinds[] = {{"anschrift", opa_place}, {"konzept", opa_edition}, {"sitzung", opa_meeting},
		{"vorlage", opa_paper}};
	struct opa_round w = *all;
	w.mem = mem_new();
	bool town = !strcmp(k->art, "verzeichnis");
	if (opa_round_begin(&w, k->ort, town ? "verzeichnis" : mem_fmt(w.mem, "%s/%s", k->art, k->id))) {
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
			if (!strcmp(k->art, kinds[i].art))
				kinds[i].fn(&w, k->id);
		if (town)
			opa_town(&w);
		else if (w.ok)
			opa_round_end(&w);
	}
	mem_free(w.mem);
	return w.ok;
}

bool opa_publish(struct reg *r, int64_t now, struct diag *d)
{
	static const char *const order[] = {"verzeichnis", "anschrift", "konzept", "sitzung", "vorlage"};
	struct reg_secret secret;
	struct opa_round w = {.reg = r, .secret = &secret, .mem = mem_new(), .diag = d, .now = now};
	struct reg_mark *marks;
	size_t n;
	w.ok = reg_secret(r, &secret, d) && (!secret.fresh || opa_rename_hidden(&w));
	w.ok = w.ok && reg_oparl_marks(r, w.mem, &marks, &n, d);
	for (size_t i = 0; w.ok && i < n; i++)         /* what is marked on the way leads no further */
		w.ok = reg_oparl_mark_related(r, &marks[i], d);
	w.ok = w.ok && reg_oparl_marks(r, w.mem, &marks, &n, d);
	for (size_t k = 0; w.ok && k < sizeof order / sizeof *order; k++)
		for (size_t i = 0; w.ok && i < n; i++)
			if (!strcmp(marks[i].art, order[k]))
				w.ok = make(&w, &marks[i]);
	w.ok = w.ok && reg_oparl_done(r, d);
	mem_free(w.mem);
	return w.ok;
}

bool opa_secret_lost(struct reg *r)
{
	struct mem *m = mem_new();
	struct diag *quiet = diag_new();
	struct reg_oparls hidden;
	bool lost = !reg_secret_there(r) && reg_oparl_hidden(r, m, &hidden, quiet) && hidden.n == 0;
	diag_free(quiet);
	mem_free(m);
	return lost;
}

void opa_tell_new_ids(struct reg *r, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_oparls hidden;
	bool ok = reg_oparl_hidden(r, m, &hidden, d);
	for (size_t i = 0; ok && i < hidden.n; i++)
		diag_add(d, DIAG_HINWEIS, "OPARLKENNUNG", NULL, 0,
			"Den Schlüssel eines früheren Registers gibt es nicht mehr; ein nichtöffentlicher Punkt der "
			"Sitzung „%s“ hat in OParl jetzt die Kennung %s, wer eine andere gespeichert hat, findet sie "
			"nicht mehr",
			strchr(hidden.all[i].quelle, '/') + 1, hidden.all[i].kennung);
	mem_free(m);
}

static bool is_published(struct reg *r, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_mark *marks;
	size_t n = 0;
	bool ok = reg_oparl_marks(r, m, &marks, &n, d) && n == 0 && reg_secret_there(r);
	mem_free(m);
	return ok;
}

bool opa_refresh(const char *path, int64_t now, struct diag *d)
{
	struct reg *r = reg_open(path, false, d);
	bool ready = r && is_published(r, d);
	reg_close(r);
	if (!r || ready)
		return r != NULL;
	r = reg_open(path, true, d);
	bool ok = r && reg_begin(r, d) && opa_publish(r, now, d) && reg_commit(r, d);
	reg_close(r);
	return ok;
}
