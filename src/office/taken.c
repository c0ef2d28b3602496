/* taken.c: what turned non-public is gone from every public place at once, as if a clerk had taken it back. */
#include "office/taken.h"

#include <string.h>

#include "compose/compose.h"
#include "model/niederschrift.h"
#include "model/public.h"
#include "office/agenda.h"
#include "office/hidden.h"
#include "office/lying.h"
#include "office/record.h"

struct taking {
	const struct office *office;
	struct reg *reg;
	struct mem *mem;
	const struct edition *e;
	struct diag *diag;
};

const char *off_neutral(const struct edition *e)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	return v && v->neutral ? v->neutral : off_agenda_town(e->doc->mem, e->style).neutral;
}

static struct reg_withdrawal part(struct reg_key of, const char *teil, const char *neutral)
{
	return (struct reg_withdrawal){.key = of, .teil = teil, .neutral = neutral};
}

/* one thing; told where something of it was public */
static bool take(struct taking *t, const struct doc_node *n, struct reg_withdrawal w, const char *what)
{
	bool any;
	w.grund = "nichtöffentlich geworden";
	if (!reg_withdraw(t->reg, &w, t->office->now, &any, t->diag))
		return false;
	if (any) {
		diag_warn(t->diag, "ZURUECKGEZOGEN", doc_path(t->e->doc, n), n->line,
			"%s war öffentlich und ist es nicht mehr; OParl, Bekanntmachung, Mappe und künftige Abgaben "
			"enthalten es nicht mehr, was schon hinausging, nennt „ratssatz register liste --draussen“, "
			"bitte zurückrufen",
			what);
		off_lying(t->office, t->reg, w.key, n->kind == DOC_TOP ? OFF_LYING_BY_HAND : OFF_LYING_WARN, t->diag);
	}
	return true;
}

/* As the agenda names it: a paper by its own id. NULL or "": the place for papers of the register. */
static const char *item_id(struct taking *t, const struct doc_top *top)
{
	struct reg_known known;
	return top->vorlage && reg_paper_by_number(t->reg, t->mem, t->e->doc->ort, top->vorlage, &known) ? known.id
													 : top->id;
}

static bool take_items(struct taking *t, const struct doc_sitzung *s)
{
	bool ok = true;
	for (size_t i = 0; ok && i < s->ntops; i++) {
		const struct doc_top *top = &s->tops[i];
		const char *id = top->oeffentlich ? NULL : item_id(t, top);
		if (id && *id)
			ok = take(t, top->node,
				part(reg_key(t->e->doc->ort, s->id), id,
					top->neutral ? top->neutral : off_neutral(t->e)),
				"Der Punkt der Tagesordnung");
	}
	return ok;
}

/* A step that is not public any more: its item in the sessions of that day. */
static bool take_step(struct taking *t, const struct doc_beratung *b)
{
	const char *ort = t->e->doc->ort, *id = doc_vorlage(t->e->doc)->id;
	const struct reg_meeting when = {.ort = ort, .gremium = b->gremium, .day = b->datum};
	struct reg_sessions s;
	bool ok = !b->gremium || !b->datum.day || reg_sessions_on(t->reg, t->mem, &when, &s, t->diag);
	for (size_t i = 0; ok && b->gremium && b->datum.day && i < s.n; i++)
		if (!b->sitzung || !strcmp(b->sitzung, s.all[i].id))
			ok = take(t, b->node,
				part(reg_key(ort, s.all[i].id), id, off_neutral(t->e)),
				"Die Beratung");
	return ok;
}

/* Its bytes, unless a public one has them, too. */
static const uint8_t *own_bytes(const struct off_parts *all, const struct off_part *p, uint8_t sum[HASH_SHA256])
{
	if (!p->data)
		return NULL;
	for (const struct off_part *o = all->all; o < all->all + all->n; o++)
		if (o->public && o->data && o->size == p->size && !memcmp(o->data, p->data, p->size))
			return NULL;
	hash_sha256(p->data, p->size, sum);
	return sum;
}

/* Anlagen; of minutes also what is said of an item, and names. */
static bool take_parts(struct taking *t, struct reg_key key)
{
	uint8_t sum[HASH_SHA256];
	const struct off_parts all = off_parts(t->mem, t->e);
	bool ok = true;
	for (const struct off_part *p = all.all; ok && p < all.all + all.n; p++) {
		if (p->public || p->is_item || p->node->kind == DOC_BERATUNG)
			continue;
		const uint8_t *own = own_bytes(&all, p, sum);
		ok = take(t, p->node,
			(struct reg_withdrawal){key, p->key, off_neutral(t->e), NULL, own != NULL, own}, p->what);
	}
	return ok;
}

/* A draft is not public: what was is taken back as a whole. */
static bool take_draft(struct taking *t, const char *id, const char *what)
{
	return take(t, t->e->doc->root,
		part(reg_key(t->e->doc->ort, id), "", off_neutral(t->e)), what);
}

static bool take_meeting(struct taking *t, const struct doc_sitzung *s)
{
	if (!com_is_draft(t->e->doc, t->e->style))
		return take_items(t, s);
	return !reg_has_event(t->reg, reg_key(t->e->doc->ort, s->id), REG_BEKANNTGEMACHT, NULL) ||
		take_draft(t, s->id, "Die Sitzung");
}

/* Only the minutes: the agenda of the session says by itself what of it is public. */
static bool take_minutes(struct taking *t, const struct doc_niederschrift *n)
{
	bool ok = true;
	if (com_is_draft(t->e->doc, t->e->style))
		return take_draft(t, n->id, "Die Niederschrift");
	for (size_t i = 0; ok && i < n->ntops; i++)
		if (!n->tops[i].oeffentlich)
			ok = take(t, n->tops[i].node,
				part(reg_key(t->e->doc->ort, n->id), n->tops[i].id,
					off_neutral(t->e)),
				"Der Punkt der Niederschrift");
	return ok && take_parts(t, reg_key(t->e->doc->ort, n->id));
}

bool off_take_back(const struct office *o, struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	struct taking t = {o, reg, m, e, d};
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	if (doc_niederschrift(e->doc))
		return take_minutes(&t, doc_niederschrift(e->doc));
	if (doc_sitzung(e->doc))
		return take_meeting(&t, doc_sitzung(e->doc)) &&
			take_parts(&t, reg_key(e->doc->ort, doc_sitzung(e->doc)->id));
	if (!v)
		return true;
	const struct reg_key key = reg_key(e->doc->ort, v->id);
	if (!v->oeffentlich)
		return take(&t, v->node, part(key, "", off_neutral(e)), "Die Vorlage");
	bool ok = take_parts(&t, key);
	for (size_t i = 0; ok && i < v->nberatungen; i++)
		if (!v->beratungen[i].oeffentlich)
			ok = take_step(&t, &v->beratungen[i]);
	return ok;
}

void off_tell_left(const struct office *o, struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	const struct doc_vorlage *v = doc_vorlage(e->doc);
	struct reg_standing *all;
	const size_t n = v ? reg_standing(reg, m, reg_key(e->doc->ort, v->id), off_today(o->now), &all) : 0;
	for (size_t i = 0; i < n; i++)
		if (all[i].left)
			diag_warn(d, "TOPENTFAELLT", doc_path(e->doc, v->node), v->node->line,
				"Die Vorlage steht als TOP %s auf der bekannt gemachten Tagesordnung der Sitzung "
				"„%s“ und wird dort nicht mehr beraten; dass der Punkt entfällt, sagt erst die nächste "
				"Bekanntmachung, bitte „ratssatz tagesordnung --bekanntgeben“ für diese Sitzung "
				"aufrufen",
				all[i].nummer, all[i].sitzung);
}
