/* town.c: the town itself and its people: System, Body, LegislativeTerm, Organization, Person, Membership, and places.
 * */
#include <stdlib.h>
#include <string.h>

#include "base/zone.h"
#include "oparl/round.h"

cJSON *opa_location(struct mem *m, const struct reg_facts *f, const char *name)
{
	cJSON *o = cJSON_CreateObject();
	const char *house = buf_line(m, reg_cell(f, 0, name)), *street = buf_line(m, reg_cell(f, 0, "strasse")),
		   *town = buf_line(m, reg_cell(f, 0, "wohnort")), *plz = reg_cell(f, 0, "plz");
	const char *line = mem_fmt(m, "%s%s%s", street, *street && (plz || *town) ? ", " : "",
		buf_line(m, mem_fmt(m, "%s %s", plz ? plz : "", town)));
	json_add(o, "description", mem_fmt(m, "%s%s%s", house, *house && *line ? ", " : "", line));
	json_add(o, "streetAddress", street);
	json_add(o, "postalCode", plz);
	json_add(o, "locality", town);
	return o;
}

void opa_place(struct opa_round *w, const char *key)
{
	struct reg_facts f = opa_facts(w, REG_ANSCHRIFT, key);
	if (!f.rows)
		return;
	cJSON *back = cJSON_CreateObject();
	for (size_t i = 0; i < f.rows; i++)
		cJSON_AddItemToArray(opa_array(back, "meetings"),
			cJSON_CreateString(opa_url(w, "Meeting", reg_cell(&f, i, "sitzung"))));
	opa_put(w,
		&(struct opa_part){
			.typ = "Location", .key = key, .own = opa_location(w->mem, &f, "name"), .back = back});
}

/* ---- organizations ---- */

static const char *classification(const struct reg_facts *f, size_t i)
{
	static const char *const kinds[][2] = {{"rat", "Parlament"}, {"ausschuss", "Ausschuss"}, {"beirat", "Beirat"}};
	const char *art = reg_cell(f, i, "art"), *said = reg_cell(f, i, "klasse");
	if (said)
		return said;
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

static char *member_key(struct opa_round *w, const struct reg_facts *f, size_t i)
{
	return mem_fmt(w->mem, "%s/%s/%s", reg_cell(f, i, "person"), reg_cell(f, i, "gremium"),
		reg_cell(f, i, "schritt"));
}

static void add_count(cJSON *o, const char *name, int64_t n)
{
	if (n > 0)
		cJSON_AddNumberToObject(o, name, (double)n);
}

static void put_organization(struct opa_round *w, const struct reg_facts *f, size_t i, const struct reg_facts *members)
{
	cJSON *o = cJSON_CreateObject();
	const char *id = reg_cell(f, i, "id"), *above = reg_cell(f, i, "ueber");
	bool body = reg_cell_int(f, i, "gremium");
	cJSON_AddStringToObject(o, "body", opa_url(w, "Body", w->ort));
	json_add(o, "name", buf_line(w->mem, reg_cell(f, i, "name")));
	json_add(o, "shortName", buf_line(w->mem, reg_cell(f, i, "kurz")));
	const char *class = classification(f, i);
	json_add(o, "organizationType", !body ? "Verwaltungsbereich"
		: class && !strcmp(class, "Fraktion") ? "Fraktion" : "Gremium");
	json_add(o, "classification", class);
	if (listed(f, above))
		opa_add_url(o, "subOrganizationOf", opa_url(w, "Organization", above));
	for (size_t k = 0; k < members->rows; k++)
		if (!strcmp(reg_cell(members, k, "gremium"), id))
			cJSON_AddItemToArray(opa_array(o, "membership"),
				cJSON_CreateString(opa_url(w, "Membership", member_key(w, members, k))));
	opa_add_date(o, "startDate", reg_cell(f, i, "von"));
	opa_add_date(o, "endDate", reg_cell(f, i, "bis"));
	if (body) {
		add_count(o, "memberCount", reg_cell_int(f, i, "mitglieder"));
		add_count(o, "votingMemberCount", reg_cell_int(f, i, "stimmberechtigte"));
		opa_add_url(o, "meeting", opa_list_url(w, "Organization", id, "meeting"));
		opa_add_url(o, "consultation", opa_list_url(w, "Organization", id, "consultation"));
	}
	opa_put(w, &(struct opa_part){.typ = "Organization", .key = id, .own = o});
}

/* ---- people ---- */

static const char *put_membership(struct opa_round *w, const struct reg_facts *f, size_t i,
	const struct reg_facts *offices)
{
	cJSON *o = cJSON_CreateObject(), *back = cJSON_CreateObject();
	const char *vote = reg_cell(f, i, "stimmrecht"), *sender = reg_cell(f, i, "fuer");
	cJSON_AddStringToObject(o, "organization", opa_url(w, "Organization", reg_cell(f, i, "gremium")));
	json_add(o, "role", buf_line(w->mem, reg_cell(f, i, "rolle")));
	if (vote)
		cJSON_AddBoolToObject(o, "votingRight", !strcmp(vote, "ja"));
	opa_add_date(o, "startDate", reg_cell(f, i, "von"));
	opa_add_date(o, "endDate", reg_cell(f, i, "bis"));
	if (listed(offices, sender))
		opa_add_url(o, "onBehalfOf", opa_url(w, "Organization", sender));
	cJSON_AddStringToObject(back, "person", opa_url(w, "Person", reg_cell(f, i, "person")));
	return opa_put(w,
		&(struct opa_part){.typ = "Membership", .key = member_key(w, f, i), .own = o, .back = back});
}

static void put_person(struct opa_round *w, const struct reg_facts *f, size_t i, const struct reg_facts *members,
	const struct reg_facts *offices)
{
	static const char *const lines[][2] = {
		{"name", "name"}, {"familyName", "nachname"}, {"givenName", "vorname"}, {"formOfAddress", "anrede"}};
	static const char *const arrays[][2] = {
		{"title", "titel"}, {"phone", "telefon"}, {"email", "mail"}, {"status", "amt"}};
	cJSON *o = cJSON_CreateObject();
	const char **inner = MEM_ARRAY(w->mem, const char *, members->rows + 1), *id = reg_cell(f, i, "id");
	size_t n = 0;
	cJSON_AddStringToObject(o, "body", opa_url(w, "Body", w->ort));
	for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
		json_add(o, lines[k][0], buf_line(w->mem, reg_cell(f, i, lines[k][1])));
	for (size_t k = 0; k < sizeof arrays / sizeof *arrays; k++) {
		const char *text = buf_line(w->mem, reg_cell(f, i, arrays[k][1]));
		if (*text)
			cJSON_AddItemToArray(opa_array(o, arrays[k][0]), cJSON_CreateString(text));
	}
	for (size_t k = 0; k < members->rows; k++)
		if (!strcmp(reg_cell(members, k, "person"), id) && listed(offices, reg_cell(members, k, "gremium")))
			inner[n++] = put_membership(w, members, k, offices);
	opa_put(w,
		&(struct opa_part){
			.typ = "Person", .key = id, .own = o, .inner = opa_inner(w->mem, "membership", inner, n)});
}

/* ---- the town ---- */

static const char *put_term(struct opa_round *w, const struct reg_facts *f, size_t i)
{
	cJSON *o = cJSON_CreateObject(), *back = cJSON_CreateObject();
	cJSON_AddStringToObject(back, "body", opa_url(w, "Body", w->ort));
	json_add(o, "name", buf_line(w->mem, reg_cell(f, i, "name")));
	opa_add_date(o, "startDate", reg_cell(f, i, "von"));
	opa_add_date(o, "endDate", reg_cell(f, i, "bis"));
	return opa_put(w,
		&(struct opa_part){.typ = "LegislativeTerm", .key = reg_cell(f, i, "id"), .own = o, .back = back});
}

static void add_parliament(struct opa_round *w, cJSON *o, const struct reg_facts *offices)
{
	for (size_t i = 0; i < offices->rows; i++)
		if (reg_cell_int(offices, i, "gremium") && !strcmp(classification(offices, i), "Parlament")) {
			opa_add_url(o, "mainOrganization", opa_url(w, "Organization", reg_cell(offices, i, "id")));
			return;
		}
}

/* oparlSince is when the town's own row was made. */
static void add_since(struct opa_round *w, cJSON *o)
{
	struct reg_oparl there;
	bool known = reg_oparl_by_key(w->reg, w->mem, "", "Body", w->ort, &there);
	struct buf b = {0};
	zone_put_instant(&b, known ? there.erstellt : w->now);
	cJSON_AddStringToObject(o, "oparlSince", b.data);
	buf_free(&b);
}

static cJSON *body_of(struct opa_round *w, const struct reg_facts *f, const struct reg_facts *offices)
{
	static const char *const lists[][2] = {{"organization", "organization"}, {"person", "person"},
		{"meeting", "meeting"}, {"paper", "paper"}, {"agendaItem", "agendaItem"},
		{"consultation", "consultation"}, {"file", "file"}, {"locationList", "location"},
		{"legislativeTermList", "legislativeTerm"}, {"membership", "membership"}};
	cJSON *o = cJSON_CreateObject();
	const char *name = buf_line(w->mem, reg_cell(f, 0, "name")), *space = strchr(name, ' ');
	cJSON_AddStringToObject(o, "system", opa_url(w, "System", "system"));
	json_add(o, "name", name);
	json_add(o, "shortName",
		reg_cell(f, 0, "wohnort") ? buf_line(w->mem, reg_cell(f, 0, "wohnort"))
			: space           ? space + 1
					  : NULL);
	json_add(o, "website", reg_cell(f, 0, "web"));
	json_add(o, "license", reg_cell(f, 0, "lizenz"));
	add_since(w, o);
	json_add(o, "ags", reg_cell(f, 0, "ags"));
	json_add(o, "rgs", reg_cell(f, 0, "rgs"));
	json_add(o, "contactEmail", reg_cell(f, 0, "mail"));
	json_add(o, "contactName", buf_line(w->mem, reg_cell(f, 0, "kontakt") ? reg_cell(f, 0, "kontakt") : name));
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		cJSON_AddStringToObject(o, lists[i][0], opa_list_url(w, "Body", w->ort, lists[i][1]));
	add_parliament(w, o, offices);
	return o;
}

static void put_body(struct opa_round *w, const struct reg_facts *f, const struct reg_facts *offices,
	const char *const *terms, size_t nterms, const char *place)
{
	cJSON *o = body_of(w, f, offices);
	if (place)
		cJSON_AddItemToObject(o, "location", cJSON_CreateRaw(place));
	const char *inner = nterms ? opa_inner(w->mem, "legislativeTerm", terms, nterms) : ",\"legislativeTerm\":[]";
	opa_put(w, &(struct opa_part){.typ = "Body", .key = w->ort, .own = o, .inner = inner});
}

static void put_system(struct opa_round *w, const struct reg_facts *f)
{
	struct reg_facts towns = opa_facts(w, REG_ORTE, NULL);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "oparlVersion", "https://schema.oparl.org/1.1/");
	cJSON_AddStringToObject(o, "body", OPA_BASE "/body.json");
	if (towns.rows == 1) {
		const char *name = buf_line(w->mem, reg_cell(f, 0, "name"));
		json_add(o, "name", mem_fmt(w->mem, "OParl-Schnittstelle: %s", name));
		json_add(o, "license", reg_cell(f, 0, "lizenz"));
		json_add(o, "contactEmail", reg_cell(f, 0, "mail"));
		json_add(o, "contactName",
			buf_line(w->mem, reg_cell(f, 0, "kontakt") ? reg_cell(f, 0, "kontakt") : name));
	} else {
		json_add(o, "name", "OParl-Schnittstelle");
	}
	opa_put(w, &(struct opa_part){.typ = "System", .key = "system", .own = o});
}

static const char *put_seat(struct opa_round *w, const struct reg_facts *f)
{
	cJSON *back = cJSON_CreateObject();
	if (!reg_cell(f, 0, "strasse")) {
		cJSON_Delete(back);
		return NULL;
	}
	cJSON_AddItemToArray(opa_array(back, "bodies"), cJSON_CreateString(opa_url(w, "Body", w->ort)));
	return opa_put(w,
		&(struct opa_part){.typ = "Location",
			.key = "koerperschaft",
			.own = opa_location(w->mem, f, "name"),
			.back = back});
}

void opa_town(struct opa_round *w)
{
	const char *ort = w->ort;
	struct reg_facts f = opa_facts(w, REG_KOERPERSCHAFT, NULL), offices = {0}, people = {0}, members = {0},
			 terms = {0};
	if (f.rows) {
		offices = opa_facts(w, REG_STELLEN, NULL);
		people = opa_facts(w, REG_PERSONEN, NULL);
		members = opa_facts(w, REG_MITGLIEDSCHAFTEN, NULL);
		terms = opa_facts(w, REG_WAHLPERIODEN, NULL);
	}
	const char **inner = MEM_ARRAY(w->mem, const char *, terms.rows + 1);
	for (size_t i = 0; i < terms.rows; i++)
		inner[i] = put_term(w, &terms, i);
	for (size_t i = 0; i < people.rows; i++)
		put_person(w, &people, i, &members, &offices);
	for (size_t i = 0; i < offices.rows; i++)
		put_organization(w, &offices, i, &members);
	const char *seat = f.rows ? put_seat(w, &f) : NULL;
	if (!w->ok || !opa_round_end(w))
		return;
	/* Body and System belong to no town's list */
	if (opa_round_begin(w, "", mem_fmt(w->mem, "koerperschaft/%s", ort))) {
		w->ort = ort;
		if (f.rows)
			put_body(w, &f, &offices, inner, terms.rows, seat);
		opa_round_end(w);
	}
	if (w->ok && f.rows && opa_round_begin(w, "", "system")) {
		w->ort = ort;
		put_system(w, &f);
	}
}
