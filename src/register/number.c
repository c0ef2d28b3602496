/* number.c: numbers of papers and of decisions: each whole number once, counted in the series the town says. What a
 * number looks like is asked of model/drucksache.h. */
#include <stdlib.h>
#include <string.h>

#include "register/reg.h"

static const char *art_of(const struct reg_wish *w)
{
	return w->art ? w->art : "drucksache";
}

/* What messages call such a number, who has it, and the attribute that says it. */
struct called { const char *number, *owner, *attr; };

static struct called called(const struct reg_wish *w)
{
	return w->art ? (struct called){"Beschlussnummer", "dem Beschluss", "beschlussnummer"}
		: (struct called){"Drucksachennummer", "dem Papier", "nummer"};
}

static bool given(struct reg *r, struct mem *m, const struct reg_wish *w, char **number, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_VON, VAL(ort, w->paper.ort), VAL(papier, w->paper.id),
		VAL(art, art_of(w)));
	*number = NULL;
	if (reg_next(r, d, st)) {
		*number = reg_text(m, st, "nummer");
		sqlite3_reset(st);
	}
	return diag_count(d, DIAG_SYSTEM) == before;
}

static bool is_free(struct reg *r, struct mem *m, const struct reg_wish *w, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_WER, VAL(ort, w->paper.ort), VAL(nummer, w->wanted),
		VAL(art, art_of(w)));
	if (!st)
		return false;
	if (!reg_next(r, d, st))
		return true;
	const char *owner = reg_text(m, st, "papier");
	sqlite3_reset(st);
	diag_error(d, "NUMMERVERGABE", r->path, 0,
		"Die %s %s von „%s“ gehört schon %s „%s“, erwartet wird eine freie; "
		"bitte das Attribut %s entfernen, dann wird die nächste freie vergeben",
		called(w).number, w->wanted, w->paper.id, called(w).owner, owner, called(w).attr);
	return false;
}

/* jahr: for the order of lists, of a pattern without one the period; zaehler 0: the pattern counts nothing. */
struct place { const char *nummer, *reihe; int64_t jahr, zaehler; bool gezaehlt; };

static int64_t in_lists(const struct doc_nummer_werte *v)
{
	return v->jahr ? v->jahr : v->wahlperiode ? strtol(v->wahlperiode, NULL, 10) : 0;
}

static const char *take(struct reg *r, const struct reg_wish *w, struct place p, struct diag *d)
{
	return reg_run(r, d, REG_SQL_NUMMER_NEU, VAL(ort, w->paper.ort), VAL(papier, w->paper.id),
		       VAL(nummer, p.nummer), VAL(jahr, p.jahr), VAL(zaehler, p.zaehler),
		       VAL(gezaehlt, p.gezaehlt), VAL(reihe, p.reihe), VAL(art, art_of(w)))
		? p.nummer
		: NULL;
}

static const char *take_wanted(struct reg *r, struct mem *m, const struct reg_wish *w, struct diag *d)
{
	struct doc_nummer n;
	struct buf forms = {0};
	if (!doc_nummer_read(m, w->muster, w->wanted, &n)) {
		doc_put_forms(&forms, w->muster, w->wanted);
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Die %s von „%s“ hat nicht die Form der Kommune: %s; bitte berichtigen oder das "
			"Attribut %s entfernen, dann wird die nächste freie vergeben",
			called(w).number, w->paper.id, forms.data, called(w).attr);
		buf_free(&forms);
		return NULL;
	}
	struct place p = {w->wanted, n.reihe, in_lists(&n.hat), n.zaehler, false};
	return is_free(r, m, w, d) ? take(r, w, p, d) : NULL;
}

static int64_t last_counted(struct reg *r, const struct reg_wish *w, const char *reihe, struct diag *d)
{
	int64_t last = 0;
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_LETZTE, VAL(ort, w->paper.ort), VAL(art, art_of(w)),
		VAL(reihe, reihe));
	if (reg_next(r, d, st)) {
		last = reg_number_in(st, "zaehler");
		sqlite3_reset(st);
	}
	return last;
}

bool reg_numbers_open(struct reg *r, const char *ort)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_NUMMERN_OFFEN, VAL(ort, ort));
	bool open = reg_next(r, NULL, st);
	sqlite3_reset(st);
	return open;
}

static bool may_count(struct reg *r, const struct reg_wish *w, struct diag *d)
{
	bool open = reg_numbers_open(r, w->paper.ort);
	if (open)
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"Das Register ist aus einer Sicherung zurückgeholt; welche Nummern danach vergeben worden "
			"sind, "
			"weiß es noch nicht, deshalb gibt es „%s“ keine neue; bitte zuerst „ratssatz register "
			"neu-aufbauen %s“ aufrufen",
			w->paper.id, w->paper.ort);
	return !open;
}

static bool is_taken(struct reg *r, const struct reg_wish *w, const char *nummer, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_WER, VAL(ort, w->paper.ort), VAL(nummer, nummer),
		VAL(art, art_of(w)));
	bool taken = reg_next(r, d, st);
	sqlite3_reset(st);
	return taken;
}

/* The next of its series. One that was given by hand in another series, when the town counted otherwise, is passed
 * over; then a gap is no fault. */
static const char *take_next(struct reg *r, struct mem *m, const struct reg_wish *w, struct diag *d)
{
	size_t before = diag_count(d, DIAG_SYSTEM);
	struct place p = {NULL, doc_nummer_reihe(m, w->muster, &w->werte), in_lists(&w->werte), 0, true};
	int64_t last = last_counted(r, w, p.reihe, d);
	const char *lacks = NULL;
	if (diag_count(d, DIAG_SYSTEM) != before || !may_count(r, w, d))
		return NULL;
	p.zaehler = last;
	do
		p.nummer = doc_nummer_make(m, w->muster, &w->werte, ++p.zaehler, &lacks);
	while (p.nummer && is_taken(r, w, p.nummer, d));
	p.gezaehlt = p.zaehler == last + 1;
	if (p.nummer)
		return take(r, w, p, d);
	diag_error(d, "NUMMERVERGABE", r->path, 0,
		"Für „%s“ lässt sich nach dem Muster %s keine Nummer bilden%s: %s",
		w->paper.id, doc_muster_text(w->muster),
		last ? mem_fmt(m, " (die letzte hat den Zähler %lld)", (long long)last) : "", lacks);
	return NULL;
}

const char *reg_number(struct reg *r, struct mem *m, const struct reg_wish *wish, struct diag *d)
{
	struct reg_wish w = *wish;
	char *number;
	const char *fault;
	if (!w.muster)
		w.muster = doc_muster(m, &(struct doc_muster_regel){0}, &fault);
	if (!given(r, m, &w, &number, d))
		return NULL;
	if (number && w.wanted && strcmp(number, w.wanted)) {
		diag_error(d, "NUMMERVERGABE", r->path, 0,
			"„%s“ trägt die %s %s, im Register steht dafür die Nummer %s; das Register "
			"gilt: bitte die Quelle berichtigen",
			w.paper.id, called(&w).number, w.wanted, number);
		return NULL;
	}
	if (number)
		return number;
	return w.wanted ? take_wanted(r, m, &w, d) : take_next(r, m, &w, d);
}

const char *reg_number_given(struct reg *r, struct mem *m, const struct reg_wish *w)
{
	struct diag *unused = diag_new();
	char *number;
	const bool known = given(r, m, w, &number, unused);
	diag_free(unused);
	return known ? number : NULL;
}

int64_t reg_number_place(struct reg *r, struct reg_key paper)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_NUMMER_PLATZ, VAL(ort, paper.ort), VAL(papier, paper.id));
	int64_t place = 0;
	if (reg_next(r, NULL, st)) {
		place = reg_number_in(st, "lfd");
		sqlite3_reset(st);
	}
	return place;
}

bool reg_number_known(struct reg *r, struct reg_key k)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_NUMMER_VON, VAL(ort, k.ort), VAL(papier, k.id),
		VAL(art, "drucksache"));
	bool known = reg_next(r, NULL, st);
	sqlite3_reset(st);
	return known;
}

bool reg_numbers_again(struct reg *r, const char *ort, const struct doc_muster *muster, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_wish *all = NULL;
	size_t n = 0, cap = 0, before = diag_count(d, DIAG_SYSTEM);
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_NUMMER_GENANNT, VAL(ort, ort));
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, all, n, cap);
		all[n++] = (struct reg_wish){.paper = reg_key(ort, reg_text(m, st, "papier")),
			.muster = muster, .wanted = reg_text(m, st, "nummer")};
	}
	for (size_t i = 0; i < n; i++) {
		struct diag *own = diag_new();
		if (!reg_number(r, m, &all[i], own) && !diag_count(own, DIAG_SYSTEM))
			diag_warn(d, "NUMMERVERGABE", r->path, 0,
				"Tagesordnung oder Auskunft nennt „%s“ als Drucksache %s; diese Nummer ließ sich nicht "
				"wieder eintragen (sie gehört einem anderen Papier oder passt nicht zum Muster), bitte "
				"prüfen",
				all[i].paper.id, all[i].wanted);
		diag_free(own);
	}
	mem_free(m);
	return diag_count(d, DIAG_SYSTEM) == before;
}

bool reg_numbers_settled(struct reg *r, const char *ort, struct diag *d)
{
	return reg_run(r, d, REG_SQL_NUMMERN_GEPRUEFT, VAL(ort, ort));
}
