/* person.c: the people of a town's directory on a day: names, memberships, who votes and who chairs. */
#include <stdlib.h>
#include <string.h>

#include "model/niederschrift.h"

static struct date day_of(const char *s)
{
	struct date d = {0};
	if (s)
		date_parse(&d, s);
	return d;
}

const struct doc_node *doc_person(const struct doc *doc, const char *id)
{
	const struct doc_node *n = doc->verzeichnis ? doc_child(doc->verzeichnis->root, DOC_PERSON) : NULL;
	while (n && (!id || !doc_is(n, DOC_A_ID, id)))
		n = doc_next(n, DOC_PERSON);
	return n;
}

static bool valid_on(const struct doc_node *n, struct date d)
{
	const struct date from = day_of(doc_get(n, DOC_A_VON)), to = day_of(doc_get(n, DOC_A_BIS));
	return (!from.year || !d.year || date_cmp(from, d) <= 0) &&
		(!to.year || !d.year || date_cmp(d, date_last(to)) <= 0);
}

const char *doc_person_name(const struct doc *doc, const struct doc_node *person, struct date d)
{
	for (const struct doc_node *n = person ? doc_child(person, DOC_NAME) : NULL; n; n = doc_next(n, DOC_NAME))
		if (valid_on(n, d)) {
			struct buf b = {0};
			doc_text(&b, doc->verzeichnis, n);
			return buf_take(&b, doc->mem);
		}
	return person ? doc_get(person, DOC_A_NAME) : NULL;
}

const struct doc_node *doc_mitglied(const struct doc *doc, const char *person, const char *gremium, struct date d)
{
	const struct doc_node *p = doc_person(doc, person);
	for (const struct doc_node *n = p ? doc_child(p, DOC_MITGLIEDSCHAFT) : NULL; n;
		n = doc_next(n, DOC_MITGLIEDSCHAFT))
		if (gremium && doc_is(n, DOC_A_GREMIUM, gremium) && valid_on(n, d))
			return n;
	return NULL;
}

bool doc_vertritt_nur(const struct doc_node *membership)
{
	const char *role = doc_get(membership, DOC_A_ROLLE);
	return role && (!strncmp(role, "Stellvertretend", 15) || !strncmp(role, "stellvertretend", 15)) &&
		(strstr(role, "Mitglied") || strstr(role, "mitglied"));
}

bool doc_hat_stimme(const struct doc_node *membership)
{
	return membership && !doc_is(membership, DOC_A_STIMMRECHT, "nein") && !doc_vertritt_nur(membership);
}

bool doc_stimmt_ab(const struct doc *doc, const char *person, const char *gremium, struct date d)
{
	return doc_hat_stimme(doc_mitglied(doc, person, gremium, d));
}

struct doc_wer doc_wer(const struct doc *doc, const struct doc_node *n, struct date d)
{
	struct doc_wer w = {.node = n, .person = doc_get(n, DOC_A_PERSON), .amt = doc_get(n, DOC_A_AMT)};
	const struct doc_node *p = doc_person(doc, w.person);
	w.unbekannt = w.person && !p;
	w.name = p ? doc_person_name(doc, p, d) : doc_get(n, DOC_A_NAME);
	return w;
}

/* ---- who chairs ---- */

/* "Vorsitz", "Ausschussvorsitzende", no deputy. */
static bool is_chair(const char *role)
{
	return (strstr(role, "Vorsitz") || strstr(role, "vorsitz")) && !strstr(role, "tellv") && !strstr(role, "stv");
}

/* How sure it is that this member chairs; 0: nothing says so. */
static int chairs(const struct doc *doc, const struct doc_node *membership, const struct doc_node *vorsitz)
{
	const struct doc_node *p = membership->parent;
	const char *role = doc_get(membership, DOC_A_ROLLE), *amt = vorsitz ? doc_get(vorsitz, DOC_A_AMT) : NULL,
		   *called = vorsitz ? doc_get(vorsitz, DOC_A_NAME) : NULL;
	const char *name = doc_person_name(doc, p, (struct date){0});
	if (doc_is(membership, DOC_A_LEITET, "ja"))
		return 4;
	if (called && name && !strcmp(called, name))
		return 3;
	if (amt && ((role && !strcmp(role, amt)) || doc_is(p, DOC_A_AMT, amt)))
		return 2;
	return role && is_chair(role);
}

const struct doc_node *doc_vorsitz(const struct doc *doc, const char *gremium, struct date day,
	const struct doc_node *vorsitz)
{
	const struct doc_node *best = NULL;
	int sure = 0;
	for (const struct doc_node *p = doc->verzeichnis ? doc_child(doc->verzeichnis->root, DOC_PERSON) : NULL; p;
		p = doc_next(p, DOC_PERSON)) {
		const struct doc_node *m = doc_mitglied(doc, doc_get(p, DOC_A_ID), gremium, day);
		const int now = m ? chairs(doc, m, vorsitz) : 0;
		if (now > sure) {
			sure = now;
			best = p;
		}
	}
	return best;
}

/* ---- how many vote ---- */

int doc_stimmen_von(const struct doc_node *membership)
{
	const char *said = membership ? doc_get(membership, DOC_A_STIMMEN) : NULL;
	return said ? atoi(said) : 1;
}

/* How many of all must be there, as the body says, else the town. */
static int share(const struct doc *doc, const struct doc_stelle *body, int all)
{
	const struct doc_node *town = doc->verzeichnis ? doc_child(doc->verzeichnis->root, DOC_ORT) : NULL;
	const char *own = body ? doc_get(body->node, DOC_A_BESCHLUSSFAEHIG) : NULL,
		   *said = own ? own : town ? doc_get(town, DOC_A_BESCHLUSSFAEHIG) : NULL;
	if (said && !strcmp(said, "haelfte"))
		return (all + 1) / 2;
	if (said && !strcmp(said, "drittel"))
		return (all + 2) / 3;
	return said && !strcmp(said, "zwei-drittel") ? (2 * all + 2) / 3 : all / 2 + 1;
}

struct doc_soll doc_soll(const struct doc *doc, const char *gremium, struct date day)
{
	const struct doc_stelle *s = doc_stelle(doc, gremium);
	const char *said = s ? doc_get(s->node, DOC_A_STIMMBERECHTIGTE) : NULL,
		   *least = s ? doc_get(s->node, DOC_A_BESCHLUSSFAEHIG_AB) : NULL;
	struct doc_soll soll = {0};
	said = said || !s ? said : doc_get(s->node, DOC_A_MITGLIEDER);
	for (const struct doc_node *p = doc->verzeichnis ? doc_child(doc->verzeichnis->root, DOC_PERSON) : NULL; p;
		p = doc_next(p, DOC_PERSON)) {
		const struct doc_node *m = doc_mitglied(doc, doc_get(p, DOC_A_ID), gremium, day);
		soll.alle += doc_hat_stimme(m) ? doc_stimmen_von(m) : 0;
		soll.stimmen |= doc_hat_stimme(m) && doc_get(m, DOC_A_STIMMEN);
	}
	if (said && !soll.stimmen)
		soll.alle = atoi(said);
	soll.noetig = least ? atoi(least) : soll.alle ? share(doc, s, soll.alle) : 0;
	return soll;
}
