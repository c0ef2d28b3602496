/* minutes.c: minutes of sessions with their results and tasks, in the index; and which were approved, in the ledger. */
#include <string.h>

#include "base/hash.h"
#include "base/money.h"
#include "model/niederschrift.h"
#include "model/public.h"
#include "register/reg.h"

struct minutes {
	struct reg *reg;
	const struct doc *doc;
	const struct doc_niederschrift *n;
	const struct reg_words *words;
	struct mem *mem;
	struct diag *diag;
};

static bool passes(const void *words, const char *result)
{
	const struct reg_words *w = words;
	const char *folge = result ? w->folge(w->arg, result) : NULL;
	return folge && !strcmp(folge, "angenommen");
}

/* What was decided, a line for each resolution that passed; NULL: none did. */
static const char *wording(const struct minutes *m, const struct doc_verhandelt *v)
{
	const struct doc_gefasst *all;
	const size_t n = doc_gefasst(m->mem, m->n, v, (struct doc_folgen){passes, m->words}, &all);
	struct buf b = {0};
	for (size_t i = 0; i < n; i++) {
		if (!all[i].gilt)
			continue;
		if (b.len)
			buf_chr(&b, '\n');
		doc_printed(&b, m->doc, all[i].node);
	}
	return buf_take_or(&b, m->mem, NULL);
}

/* "SR 045/2026, SR 046/2026"; NULL: none. */
static const char *numbers(const struct minutes *m, const struct doc_verhandelt *v)
{
	const struct doc_beschluss *all;
	const size_t n = doc_beschluesse(m->mem, m->n, v, &all);
	struct buf b = {0};
	for (size_t i = 0; i < n; i++)
		if (all[i].nummer)
			buf_fmt(&b, "%s%s", b.len ? ", " : "", all[i].nummer);
	return buf_take_or(&b, m->mem, NULL);
}

/* An item with its result, in the words of the town. */
static bool put_result(const struct minutes *m, size_t i)
{
	const struct doc_verhandelt *v = &m->n->tops[i];
	const char *folge = v->ergebnis ? m->words->folge(m->words->arg, v->ergebnis) : NULL;
	return reg_run(m->reg, m->diag, REG_SQL_GEFASST_NEU, VAL(ort, m->doc->ort), VAL(niederschrift, m->n->id),
		VAL(pos, (int)i), VAL(sitzung, m->n->sitzung), VAL(punkt, v->id), VAL(nummer, v->nummer),
		VAL(titel, v->titel ? v->titel : ""), VAL(drucksache, v->vorlage), VAL(oeffentlich, v->oeffentlich),
		VAL(ergebnis, v->ergebnis),
		VAL(wort, v->entfallen ? "entfallen" : v->ergebnis ? m->words->word(m->words->arg, v) : NULL),
		VAL(folge, folge), VAL(wortlaut, wording(m, v)),
		VAL(beginn, doc_get(v->node, DOC_A_BEGINN)), VAL(ende, doc_get(v->node, DOC_A_ENDE)),
		VAL(beschlussnummer, numbers(m, v)));
}

/* The last word of the office that carries it out. */
static const struct doc_node *last_report(const struct doc_node *task)
{
	const struct doc_node *last = NULL;
	for (const struct doc_node *n = doc_child(task, DOC_MELDUNG); n; n = doc_next(n, DOC_MELDUNG))
		last = n;
	return last;
}

static const char *text_of(const struct minutes *m, const struct doc_node *n)
{
	struct buf b = {0};
	if (n)
		doc_text(&b, m->doc, n);
	return n ? buf_take(&b, m->mem) : NULL;
}

/* The task itself, without what was reported on it. */
static const char *task_text(const struct minutes *m, const struct doc_node *n)
{
	struct buf b = {0};
	doc_text(&b, m->doc, n);
	const struct doc_node *first = doc_child(n, DOC_MELDUNG);
	const char *all = buf_take(&b, m->mem), *report = text_of(m, first);
	const char *at = report && *report ? strstr(all, report) : NULL;
	size_t len = at ? (size_t)(at - all) : strlen(all);
	while (len && all[len - 1] == ' ')
		len--;
	return mem_str(m->mem, all, len);
}

static bool put_task(const struct minutes *m, const struct doc_node *n, int pos)
{
	const struct doc_node *top = doc_up(n, DOC_TOP), *report = last_report(n);
	const char *amount = doc_get(n, DOC_A_BETRAG), *state = report ? doc_get(report, DOC_A_ZUSTAND) : NULL,
		   *office = doc_get(n, DOC_A_STELLE), *id = doc_get(n, DOC_A_ID), *rank = doc_get(n, DOC_A_PRIORITAET);
	money_t betrag = -1;
	if (amount && !money_parse(&betrag, amount))
		betrag = -1;
	state = state ? state : doc_get(n, DOC_A_ZUSTAND);
	return reg_run(m->reg, m->diag, REG_SQL_AUFTRAG_NEU, VAL(ort, m->doc->ort), VAL(niederschrift, m->n->id),
		VAL(pos, pos), VAL(id, id ? id : ""), VAL(punkt, top ? doc_get(top, DOC_A_ID) : ""),
		VAL(text, task_text(m, n)), VAL(stelle, office ? office : ""), VAL(frist, doc_get(n, DOC_A_FRIST)),
		VAL(betrag, betrag), VAL(personal, doc_get(n, DOC_A_PERSONAL)), VAL(zustand, state ? state : "offen"),
		VAL(prioritaet, rank ? rank : "mittel"), VAL(bericht, doc_get(n, DOC_A_BERICHT)),
		VAL(massnahme, doc_get(n, DOC_A_MASSNAHME)), VAL(gemeldet, report ? doc_get(report, DOC_A_DATUM)
			: NULL),
		VAL(meldung, text_of(m, report)), VAL(oeffentlich, doc_public(n)));
}

static bool put_all(const struct minutes *m)
{
	int pos = 0;
	bool ok = true;
	for (size_t i = 0; ok && i < m->n->ntops; i++)
		ok = put_result(m, i);
	for (const struct doc_node *n = m->n->node; ok && n; n = doc_walk(m->n->node, n))
		if (n->kind == DOC_AUFTRAG)
			ok = put_task(m, n, pos++);
	return ok;
}

bool reg_index_minutes(struct reg *r, const struct reg_source *src, const struct doc *doc,
	const struct reg_words *words, struct diag *d)
{
	struct minutes m = {r, doc, doc_niederschrift(doc), words, mem_new(), d};
	const struct doc_node *approved = doc_child(doc->root, DOC_GENEHMIGUNG);
	bool ok = m.n && reg_run(r, d, REG_SQL_NIEDERSCHRIFT_FORT, VAL(ort, src->ort), VAL(id, m.n->id)) &&
		reg_run(r, d, REG_SQL_NIEDERSCHRIFT_NEU, VAL(ort, src->ort), VAL(id, m.n->id), VAL(sitzung,
			m.n->sitzung),
			VAL(gremium, m.n->gremium), VAL(datum, m.n->datum), VAL(ende, m.n->ende),
			VAL(unterschrieben, m.n->unterschrieben && !src->draft),
			VAL(genehmigt, approved ? doc_get(approved, DOC_A_DATUM) : NULL), VAL(pfad, src->path),
			SUM(sha256, src->sha256, HASH_SHA256)) &&
		put_all(&m);
	mem_free(m.mem);
	return ok;
}

const char *reg_paper_proposal(struct reg *r, struct mem *m, struct reg_key k)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_VORSCHLAG_VON, VAL(ort, k.ort), VAL(papier, k.id));
	const char *text = reg_next(r, NULL, st) ? reg_text(m, st, "text") : NULL;
	sqlite3_reset(st);
	return text;
}

size_t reg_towns_with(struct reg *r, struct mem *m, const char *gremium, const char *stelle, const char **ort)
{
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_ORTE_MIT, VAL(gremium, gremium), VAL(stelle, stelle));
	size_t n = 0;
	for (; reg_next(r, NULL, st); n++)
		*ort = reg_text(m, st, "ort");
	return n;
}

bool reg_tasks(struct reg *r, struct mem *m, struct date today, struct reg_tasks *out, struct diag *d)
{
	size_t cap = 0;
	*out = (struct reg_tasks){NULL, 0};
	sqlite3_stmt *st = reg_bind(r, d, REG_SQL_AUFTRAEGE, VAL(heute, today));
	if (!st)
		return false;
	while (reg_next(r, d, st)) {
		MEM_ROOM_IN(m, out->all, out->n, cap);
		struct reg_task *t = &out->all[out->n++];
		*t = (struct reg_task){.betrag = reg_number_in(st, "betrag"),
			.oeffentlich = reg_number_in(st, "oeffentlich") == 1};
		const struct { const char *name, **to;
		} texts[] = {{"ort", &t->ort}, {"id", &t->id}, {"gremium", &t->gremium}, {"gremiumname",
			&t->gremiumname},
			{"datum", &t->datum}, {"sitzung", &t->sitzung}, {"niederschrift", &t->niederschrift},
			{"pfad", &t->pfad}, {"top", &t->top}, {"drucksache", &t->drucksache}, {"titel", &t->titel},
			{"beschlussnummer", &t->beschlussnummer},
			{"wortlaut", &t->wortlaut}, {"text", &t->text}, {"stelle", &t->stelle},
			{"stellenname", &t->stellenname}, {"frist", &t->frist}, {"zustand", &t->zustand},
			{"prioritaet", &t->prioritaet}, {"personal", &t->personal}, {"bericht", &t->bericht},
			{"massnahme", &t->massnahme}, {"gemeldet", &t->gemeldet}, {"meldung", &t->meldung}};
		for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
			*texts[i].to = reg_text(m, st, texts[i].name);
	}
	return true;
}

/* ---- approved ---- */

struct reg_approvals reg_approvals(struct reg *r, struct mem *m, struct reg_key k)
{
	struct reg_approvals all = {NULL, 0};
	size_t cap = 0;
	sqlite3_stmt *st = reg_bind(r, NULL, REG_SQL_GENEHMIGT_VON, VAL(ort, k.ort), VAL(niederschrift, k.id));
	while (reg_next(r, NULL, st)) {
		MEM_ROOM_IN(m, all.all, all.n, cap);
		struct reg_approval *a = &all.all[all.n++];
		*a = (struct reg_approval){.nachtraege = (int)reg_number_in(st, "nachtraege")};
		reg_bytes(st, "sha256", a->sha256, HASH_SHA256);
	}
	return all;
}

bool reg_approve(struct reg *r, struct reg_key k, const struct reg_approval *a, int64_t when, struct diag *d)
{
	return reg_run(r, d, REG_SQL_GENEHMIGT_NEU, VAL(ort, k.ort), VAL(niederschrift, k.id),
		SUM(sha256, a->sha256, HASH_SHA256), VAL(nachtraege, a->nachtraege), VAL(wann, when));
}
