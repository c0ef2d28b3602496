/* town.c: the town itself and its people: System, Body, LegislativeTerm, Organization, Person, Membership, and places.
 * */
#include <stdlib.h>
#include <string.h>

#include "handover/round.h"
#include "handover/zone.h"

cJSON *hand_location(struct mem *m, const struct reg_facts *f, const char *name)
{
	cJSON *o = cJSON_CreateObject();
	const char *house = hand_line(m, reg_cell(f, 0, name)), *street = hand_line(m, reg_cell(f, 0, "strasse")),
		   *town = hand_line(m, reg_cell(f, 0, "wohnort")), *plz = reg_cell(f, 0, "plz");
	const char *line = mem_fmt(m, "%s%s%s", street, *street && (plz || *town) ? ", " : "",
		hand_line(m, mem_fmt(m, "%s %s", plz ? plz : "", town)));
	hand_add(o, "description", mem_fmt(m, "%s%s%s", house, *house && *line ? ", " : "", line));
	hand_add(o, "streetAddress", street);
	hand_add(o, "postalCode", plz);
	hand_add(o, "locality", town);
	return o;
}

void hand_place(struct hand_round *w, const char *key)
{
	struct reg_facts f = hand_facts(w, REG_ANSCHRIFT, key);
	if (!f.rows)
		return;
	cJSON *back = cJSON_CreateObject();
	for (size_t i = 0; i < f.rows; i++)
		cJSON_AddItemToArray(hand_array(back, "meetings"),
			cJSON_CreateString(hand_url(w, "Meeting", reg_cell(&f, i, "sitzung"))));
	hand_put(w,
		&(struct hand_part){
			.typ = "Location", .key = key, .own = hand_location(w->mem, &f, "name"), .back = back});
}

/* ---- organizations ---- */

static const char *classification(const struct reg_facts *f, size_t i)
{
	static const char *const kinds[][2] = {{"rat", "Parlament"}, {"ausschuss", "Ausschuss"}, {"beirat", "Beirat"}};
	const char *art = reg_cell(f, i, "art");
	for (size_t k = 0; art && k < sizeof kinds / sizeof *kinds; k++)
		if (!strcmp(art, kinds[k][0]))
			return kinds[k][1];
	return reg_cell_int(f, i, "gremium") ? "Gremium" : "Verwaltung";
}

static bool listed(const struct reg_facts *offices, const char *id)
{
	for (size_t i = 0; id && i < offices->rows; i++)
		if (!strcmp(reg_cell(offices, i, "id"), id))
			return true;
	return false;
}

static char *member_key(struct hand_round *w, const struct reg_facts *f, size_t i)
{
	return mem_fmt(w->mem, "%s/%s/%s", reg_cell(f, i, "person"), reg_cell(f, i, "gremium"),
		reg_cell(f, i, "schritt"));
}

static void put_organization(struct hand_round *w, const struct reg_facts *f, size_t i, const struct reg_facts *members)
{
	cJSON *o = cJSON_CreateObject();
	const char *id = reg_cell(f, i, "id"), *above = reg_cell(f, i, "ueber");
	bool body = reg_cell_int(f, i, "gremium");
	cJSON_AddStringToObject(o, "body", hand_url(w, "Body", w->ort));
	hand_add(o, "name", hand_line(w->mem, reg_cell(f, i, "name")));
	hand_add(o, "shortName", hand_line(w->mem, reg_cell(f, i, "kurz")));
	hand_add(o, "organizationType", body ? "Gremium" : "Verwaltungsbereich");
	hand_add(o, "classification", classification(f, i));
	if (listed(f, above))
		hand_add_url(o, "subOrganizationOf", hand_url(w, "Organization", above));
	for (size_t k = 0; k < members->rows; k++)
		if (!strcmp(reg_cell(members, k, "gremium"), id))
			cJSON_AddItemToArray(hand_array(o, "membership"),
				cJSON_CreateString(hand_url(w, "Membership", member_key(w, members, k))));
	hand_add_date(o, "startDate", reg_cell(f, i, "von"));
	hand_add_date(o, "endDate", reg_cell(f, i, "bis"));
	if (body) {
		hand_add_url(o, "meeting", hand_list_url(w, "Organization", id, "meeting"));
		hand_add_url(o, "consultation", hand_list_url(w, "Organization", id, "consultation"));
	}
	hand_put(w, &(struct hand_part){.typ = "Organization", .key = id, .own = o});
}

/* ---- people ---- */

static const char *put_membership(struct hand_round *w, const struct reg_facts *f, size_t i,
	const struct reg_facts *offices)
{
	cJSON *o = cJSON_CreateObject(), *back = cJSON_CreateObject();
	const char *vote = reg_cell(f, i, "stimmrecht"), *sender = reg_cell(f, i, "fuer");
	cJSON_AddStringToObject(o, "organization", hand_url(w, "Organization", reg_cell(f, i, "gremium")));
	hand_add(o, "role", hand_line(w->mem, reg_cell(f, i, "rolle")));
	if (vote)
		cJSON_AddBoolToObject(o, "votingRight", !strcmp(vote, "ja"));
	hand_add_date(o, "startDate", reg_cell(f, i, "von"));
	hand_add_date(o, "endDate", reg_cell(f, i, "bis"));
	if (listed(offices, sender))
		hand_add_url(o, "onBehalfOf", hand_url(w, "Organization", sender));
	cJSON_AddStringToObject(back, "person", hand_url(w, "Person", reg_cell(f, i, "person")));
	return hand_put(w,
		&(struct hand_part){.typ = "Membership", .key = member_key(w, f, i), .own = o, .back = back});
}

static void put_person(struct hand_round *w, const struct reg_facts *f, size_t i, const struct reg_facts *members,
	const struct reg_facts *offices)
{
	static const char *const lines[][2] = {
		{"name", "name"}, {"familyName", "nachname"}, {"givenName", "vorname"}, {"formOfAddress", "anrede"}};
	static const char *const arrays[][2] = {
		{"title", "titel"}, {"phone", "telefon"}, {"email", "mail"}, {"status", "amt"}};
	cJSON *o = cJSON_CreateObject();
	const char **inner = MEM_ARRAY(w->mem, const char *, members->rows + 1), *id = reg_cell(f, i, "id");
	size_t n = 0;
	cJSON_AddStringToObject(o, "body", hand_url(w, "Body", w->ort));
	for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
		hand_add(o, lines[k][0], hand_line(w->mem, reg_cell(f, i, lines[k][1])));
	for (size_t k = 0; k < sizeof arrays / sizeof *arrays; k++) {
		const char *text = hand_line(w->mem, reg_cell(f, i, arrays[k][1]));
		if (*text)
			cJSON_AddItemToArray(hand_array(o, arrays[k][0]), cJSON_CreateString(text));
	}
	for (size_t k = 0; k < members->rows; k++)
		if (!strcmp(reg_cell(members, k, "person"), id) && listed(offices, reg_cell(members, k, "gremium")))
			inner[n++] = put_membership(w, members, k, offices);
	hand_put(w,
		&(struct hand_part){
			.typ = "Person", .key = id, .own = o, .inner = hand_inner(w->mem, "membership", inner, n)});
}

/* ---- the town ---- */

static const char *put_term(struct hand_round *w, const struct reg_facts *f, size_t i)
{
	cJSON *o = cJSON_CreateObject(), *back = cJSON_CreateObject();
	cJSON_AddStringToObject(back, "body", hand_url(w, "Body", w->ort));
	hand_add(o, "name", hand_line(w->mem, reg_cell(f, i, "name")));
	hand_add_date(o, "startDate", reg_cell(f, i, "von"));
	hand_add_date(o, "endDate", reg_cell(f, i, "bis"));
	return hand_put(w,
		&(struct hand_part){.typ = "LegislativeTerm", .key = reg_cell(f, i, "id"), .own = o, .back = back});
}

static void add_parliament(struct hand_round *w, cJSON *o, const struct reg_facts *offices)
{
	for (size_t i = 0; i < offices->rows; i++)
		if (reg_cell_int(offices, i, "gremium") && reg_cell(offices, i, "art") &&
			!strcmp(reg_cell(offices, i, "art"), "rat")) {
			hand_add_url(o, "mainOrganization", hand_url(w, "Organization", reg_cell(offices, i, "id")));
			return;
		}
}

/* oparlSince is when the town's own row was made. */
static void add_since(struct hand_round *w, cJSON *o)
{
	struct reg_oparl there;
	bool known = reg_oparl_by_key(w->reg, w->mem, "", "Body", w->ort, &there);
	struct buf b = {0};
	hand_put_instant(&b, known ? there.erstellt : w->now);
	cJSON_AddStringToObject(o, "oparlSince", b.data);
	buf_free(&b);
}

static cJSON *body_of(struct hand_round *w, const struct reg_facts *f, const struct reg_facts *offices)
{
	static const char *const lists[][2] = {{"organization", "organization"}, {"person", "person"},
		{"meeting", "meeting"}, {"paper", "paper"}, {"agendaItem", "agendaItem"},
		{"consultation", "consultation"}, {"file", "file"}, {"locationList", "location"},
		{"legislativeTermList", "legislativeTerm"}, {"membership", "membership"}};
	cJSON *o = cJSON_CreateObject();
	const char *name = hand_line(w->mem, reg_cell(f, 0, "name")), *space = strchr(name, ' ');
	cJSON_AddStringToObject(o, "system", hand_url(w, "System", "system"));
	hand_add(o, "name", name);
	hand_add(o, "shortName",
		reg_cell(f, 0, "wohnort") ? hand_line(w->mem, reg_cell(f, 0, "wohnort"))
			: space           ? space + 1
					  : NULL);
	hand_add(o, "website", reg_cell(f, 0, "web"));
	hand_add(o, "license", reg_cell(f, 0, "lizenz"));
	add_since(w, o);
	hand_add(o, "ags", reg_cell(f, 0, "ags"));
	hand_add(o, "rgs", reg_cell(f, 0, "rgs"));
	hand_add(o, "contactEmail", reg_cell(f, 0, "mail"));
	hand_add(o, "contactName", hand_line(w->mem, reg_cell(f, 0, "kontakt") ? reg_cell(f, 0, "kontakt") : name));
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		cJSON_AddStringToObject(o, lists[i][0], hand_list_url(w, "Body", w->ort, lists[i][1]));
	add_parliament(w, o, offices);
	return o;
}

static void put_body(struct hand_round *w, const struct reg_facts *f, const struct reg_facts *offices,
	const char *const *terms, size_t nterms, const char *place)
{
	cJSON *o = body_of(w, f, offices);
	if (place)
		cJSON_AddItemToObject(o, "location", cJSON_CreateRaw(place));
	const char *inner = nterms ? hand_inner(w->mem, "legislativeTerm", terms, nterms) : ",\"legislativeTerm\":[]";
	hand_put(w, &(struct hand_part){.typ = "Body", .key = w->ort, .own = o, .inner = inner});
}

static void put_system(struct hand_round *w, const struct reg_facts *f)
{
	struct reg_facts towns = hand_facts(w, REG_ORTE, NULL);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "oparlVersion", "https://schema.oparl.org/1.1/");
	cJSON_AddStringToObject(o, "body", HAND_BASE "/body.json");
	if (towns.rows == 1) {
		const char *name = hand_line(w->mem, reg_cell(f, 0, "name"));
		hand_add(o, "name", mem_fmt(w->mem, "OParl-Schnittstelle: %s", name));
		hand_add(o, "license", reg_cell(f, 0, "lizenz"));
		hand_add(o, "contactEmail", reg_cell(f, 0, "mail"));
		hand_add(o, "contactName",
			hand_line(w->mem, reg_cell(f, 0, "kontakt") ? reg_cell(f, 0, "kontakt") : name));
	} else {
		hand_add(o, "name", "OParl-Schnittstelle");
	}
	hand_put(w, &(struct hand_part){.typ = "System", .key = "system", .own = o});
}

static const char *put_seat(struct hand_round *w, const struct reg_facts *f)
{
	cJSON *back = cJSON_CreateObject();
	if (!reg_cell(f, 0, "strasse")) {
		cJSON_Delete(back);
		return NULL;
	}
	cJSON_AddItemToArray(hand_array(back, "bodies"), cJSON_CreateString(hand_url(w, "Body", w->ort)));
	return hand_put(w,
		&(struct hand_part){.typ = "Location",
			.key = "koerperschaft",
			.own = hand_location(w->mem, f, "name"),
			.back = back});
}

void hand_town(struct hand_round *w)
{
	const char *ort = w->ort;
	struct reg_facts f = hand_facts(w, REG_KOERPERSCHAFT, NULL), offices = {0}, people = {0}, members = {0},
			 terms = {0};
	if (f.rows) {
		offices = hand_facts(w, REG_STELLEN, NULL);
		people = hand_facts(w, REG_PERSONEN, NULL);
		members = hand_facts(w, REG_MITGLIEDSCHAFTEN, NULL);
		terms = hand_facts(w, REG_WAHLPERIODEN, NULL);
	}
	const char **inner = MEM_ARRAY(w->mem, const char *, terms.rows + 1);
	for (size_t i = 0; i < terms.rows; i++)
		inner[i] = put_term(w, &terms, i);
	for (size_t i = 0; i < people.rows; i++)
		put_person(w, &people, i, &members, &offices);
	for (size_t i = 0; i < offices.rows; i++)
		put_organization(w, &offices, i, &members);
	const char *seat = f.rows ? put_seat(w, &f) : NULL;
	if (!w->ok || !hand_round_end(w))
		return;
	/* Body and System belong to no town's list */
	if (hand_round_begin(w, "", mem_fmt(w->mem, "koerperschaft/%s", ort))) {
		w->ort = ort;
		if (f.rows)
			put_body(w, &f, &offices, inner, terms.rows, seat);
		hand_round_end(w);
	}
	if (w->ok && f.rows && hand_round_begin(w, "", "system")) {
		w->ort = ort;
		put_system(w, &f);
	}
}
