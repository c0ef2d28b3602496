/* paper.c: Paper with its Consultations and Files; the files of editions. Everything here is a released public paper's.
 * */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "base/picsize.h"
#include "base/u8.h"
#include "base/zone.h"
#include "oparl/round.h"

/* ---- files ---- */

char *opa_file_key(struct mem *m, const char *objekt, const struct reg_facts *f, size_t i)
{
	const char *sum = reg_cell(f, i, "sha256"), *kind = reg_cell(f, i, "art");
	/* what others made may be at two items; the sum stands last */
	return reg_cell(f, i, "titel") ? mem_fmt(m, "%s/%s/%s", objekt, kind, sum) : mem_fmt(m, "%s/%s", objekt, sum);
}

static char *clean_text(struct mem *m, const char *s)
{
	struct buf b = {0};
	for (const char *p = s; p && *p;) {
		size_t n = strcspn(p, "\n");
		const char *line = buf_line(m, mem_str(m, p, n));
		if (*line)
			buf_fmt(&b, "%s%s", b.len ? "\n" : "", line);
		p += n + (p[n] == '\n');
	}
	return buf_take(&b, m);
}

/* The day in Germany. */
static char *day_of(struct mem *m, int64_t at)
{
	struct buf b = {0};
	date_put_iso(&b, zone_day(at));
	return buf_take(&b, m);
}

cJSON *opa_file(struct opa_round *w, const char *objekt, const struct reg_facts *f, size_t i, const char *name,
	const char *date)
{
	cJSON *o = cJSON_CreateObject();
	struct date d;
	const char *file = file_base(reg_cell(f, i, "datei")),
		   *id = opa_kennung(w, "File", opa_file_key(w->mem, objekt, f, i));
	bool exact = date && date_parse(&d, date) && d.day;
	json_add(o, "name", buf_line(w->mem, name));
	json_add(o, "fileName", file);
	json_add(o, "mimeType", pic_mime(file) ? pic_mime(file) : "application/pdf");
	opa_add_date(o, "date", exact ? date : day_of(w->mem, reg_cell_int(f, i, "wann")));
	cJSON_AddNumberToObject(o, "size", (double)reg_cell_int(f, i, "groesse"));
	json_add(o, "sha512Checksum", reg_cell(f, i, "sha512"));
	json_add(o, "text", clean_text(w->mem, reg_cell(f, i, "text")));
	cJSON_AddStringToObject(o, "accessUrl", mem_fmt(w->mem, OPA_BASE "/file/%s/%s", id, file));
	cJSON_AddStringToObject(o, "downloadUrl", mem_fmt(w->mem, OPA_BASE "/download/%s/%s", id, file));
	return o;
}

static const char *edition_name(struct opa_round *w, const char *id, const char **stand)
{
	struct reg_facts k = opa_facts(w, REG_KONZEPT, id);
	*stand = reg_cell(&k, 0, "stand");
	return k.rows ? reg_cell(&k, 0, "titel") : id;
}

void opa_edition(struct opa_round *w, const char *id)
{
	struct reg_facts f = opa_facts(w, REG_DATEIEN, id), papers = opa_facts(w, REG_PRAESENTIERT, id);
	const char *stand, *name = edition_name(w, id, &stand);
	for (size_t i = 0; i < f.rows; i++) {
		cJSON *back = cJSON_CreateObject();
		for (size_t k = 0; k < papers.rows; k++)
			cJSON_AddItemToArray(opa_array(back, "paper"),
				cJSON_CreateString(opa_url(w, "Paper", reg_cell(&papers, k, "id"))));
		opa_put(w,
			&(struct opa_part){.typ = "File",
				.key = opa_file_key(w->mem, id, &f, i),
				.own = opa_file(w, id, &f, i, name, stand),
				.back = back,
				.ausgegeben = reg_cell_int(&f, i, "lfd"),
				.since = reg_cell_int(&f, i, "wann")});
	}
}

/* The last edition issued, as an attachment of the paper that presents it. */
static const char *embed_edition(struct opa_round *w, const char *id)
{
	struct reg_facts f = {0};
	const char *stand, *name;
	if (id)
		f = opa_facts(w, REG_DATEIEN, id);
	if (!f.rows)
		return NULL;
	name = edition_name(w, id, &stand);
	return opa_embed(w, "File", opa_file_key(w->mem, id, &f, f.rows - 1),
		opa_file(w, id, &f, f.rows - 1, name, stand));
}

/* ---- the paper ---- */

/* "beschlussvorlage" -> "Beschlussvorlage" */
static char *capital(struct mem *m, const char *s)
{
	char *t = mem_dup(m, s && *s ? s : "vorlage");
	if (*t >= 'a' && *t <= 'z')
		*t = (char)(*t - 'a' + 'A');
	return t;
}

/* The town's word; a register of an earlier version has none. */
static const char *word_or_id(struct mem *m, const char *word, const char *id)
{
	return word ? word : id && *id ? capital(m, id) : NULL;
}

static bool same(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* Bodies that meet jointly and do the same with the paper have one consultation, of all of them. */
static bool is_joint(const struct reg_facts *f, size_t i, size_t k)
{
	return same(reg_cell(f, i, "sitzung"), reg_cell(f, k, "sitzung")) &&
		same(reg_cell(f, i, "rolle"), reg_cell(f, k, "rolle")) &&
		reg_cell_int(f, i, "massgeblich") == reg_cell_int(f, k, "massgeblich");
}

static bool is_first_of_joint(const struct reg_facts *f, size_t i)
{
	size_t k = 0;
	while (k < i && !is_joint(f, i, k))
		k++;
	return k == i;
}

static const char *put_consultation(struct opa_round *w, const char *paper, const struct reg_facts *f, size_t i,
	int64_t since)
{
	cJSON *o = cJSON_CreateObject(), *back = cJSON_CreateObject();
	const char *body = reg_cell(f, i, "gremium"), *session = reg_cell(f, i, "sitzung"),
		   *item = reg_cell(f, i, "punkt"), **also = MEM_ARRAY(w->mem, const char *, f->rows);
	size_t nalso = 0;
	cJSON_AddStringToObject(back, "paper", opa_url(w, "Paper", paper));
	if (session && item)
		cJSON_AddStringToObject(o, "agendaItem",
			opa_url(w, "AgendaItem", mem_fmt(w->mem, "%s/%s", session, item)));
	if (session)
		cJSON_AddStringToObject(o, "meeting", opa_url(w, "Meeting", session));
	cJSON_AddItemToArray(opa_array(o, "organization"), cJSON_CreateString(opa_url(w, "Organization", body)));
	for (size_t k = i + 1; k < f->rows; k++)
		if (is_joint(f, i, k)) {
			const char *other = reg_cell(f, k, "gremium");
			cJSON_AddItemToArray(opa_array(o, "organization"),
				cJSON_CreateString(opa_url(w, "Organization", other)));
			also[nalso++] = opa_kennung(w, "Organization", other);
		}
	cJSON_AddBoolToObject(o, "authoritative", reg_cell_int(f, i, "massgeblich") == 1);
	json_add(o, "role", word_or_id(w->mem, reg_cell(f, i, "rolle_wort"), reg_cell(f, i, "rolle")));
	return opa_put(w,
		&(struct opa_part){.typ = "Consultation",
			.key = mem_fmt(w->mem, "%s/%s/%s", paper, body, reg_cell(f, i, "schritt")),
			.own = o,
			.back = back,
			.gremium = opa_kennung(w, "Organization", body),
			.weitere = also,
			.nweitere = nalso,
			.since = since});
}

static const char *put_file(struct opa_round *w, const char *paper, const struct reg_facts *f, size_t i,
	const char *name, const char *date)
{
	cJSON *back = cJSON_CreateObject();
	cJSON_AddItemToArray(opa_array(back, "paper"), cJSON_CreateString(opa_url(w, "Paper", paper)));
	if (i + 1 < f->rows)
		name = mem_fmt(w->mem, "%s (frühere Fassung vom %s)", name, day_of(w->mem, reg_cell_int(f, i, "wann")));
	return opa_put(w,
		&(struct opa_part){.typ = "File",
			.key = opa_file_key(w->mem, paper, f, i),
			.own = opa_file(w, paper, f, i, name, date),
			.back = back,
			.ausgegeben = reg_cell_int(f, i, "lfd"),
			.since = reg_cell_int(f, i, "wann")});
}

/* A supplement, of whatever form its number is, stands below the paper it names. */
static void add_relations(struct opa_round *w, cJSON *o, const char *number, const char *stem)
{
	struct reg_facts above = {0}, below = {0};
	if (stem)
		above = opa_facts(w, REG_PAPIER_NUMMER, stem);
	else if (number)
		below = opa_facts(w, REG_ERGAENZUNGEN, number);
	for (size_t i = 0; i < above.rows; i++)
		cJSON_AddItemToArray(opa_array(o, "superordinatedPaper"),
			cJSON_CreateString(opa_url(w, "Paper", reg_cell(&above, i, "id"))));
	for (size_t i = 0; i < below.rows; i++)
		cJSON_AddItemToArray(opa_array(o, "subordinatedPaper"),
			cJSON_CreateString(opa_url(w, "Paper", reg_cell(&below, i, "id"))));
}

static bool is_there(struct opa_round *w, const char *type, const char *id)
{
	struct reg_oparl there;
	return reg_oparl_by_key(w->reg, w->mem, w->ort, type, id, &there) && !there.geloescht;
}

/* Who wrote it or moved it: people and bodies that have an object of their own, each once. */
static void add_originators(struct opa_round *w, cJSON *o, const char *id)
{
	struct reg_facts f = opa_facts(w, REG_URHEBER, id);
	for (size_t i = 0; i < f.rows; i++) {
		const char *type = reg_cell(&f, i, "typ"), *who = reg_cell(&f, i, "id");
		bool again = false;
		for (size_t k = 0; k < i; k++)
			again |= !strcmp(reg_cell(&f, k, "typ"), type) && !strcmp(reg_cell(&f, k, "id"), who);
		if (!again && is_there(w, type, who))
			cJSON_AddItemToArray(opa_array(o, strcmp(type, "Person") ? "originatorOrganization"
					: "originatorPerson"),
				cJSON_CreateString(opa_url(w, type, who)));
	}
}

static cJSON *paper_of(struct opa_round *w, const struct reg_facts *f)
{
	struct reg_facts words = opa_facts(w, REG_SCHLAGWORTE, reg_cell(f, 0, "id"));
	const char *office = reg_cell(f, 0, "federfuehrung");
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "body", opa_url(w, "Body", w->ort));
	json_add(o, "name", buf_line(w->mem, reg_cell(f, 0, "titel")));
	json_add(o, "reference", buf_line(w->mem, reg_cell(f, 0, "nummer")));
	opa_add_date(o, "date", reg_cell(f, 0, "datum"));
	json_add(o, "paperType", word_or_id(w->mem, reg_cell(f, 0, "art_wort"), reg_cell(f, 0, "art")));
	add_relations(w, o, reg_cell(f, 0, "nummer"), reg_cell(f, 0, "stamm"));
	if (office && is_there(w, "Organization", office))
		cJSON_AddItemToArray(opa_array(o, "underDirectionOf"),
			cJSON_CreateString(opa_url(w, "Organization", office)));
	add_originators(w, o, reg_cell(f, 0, "id"));
	for (size_t i = 0; i < words.rows; i++) {
		const char *word = buf_line(w->mem, reg_cell(&words, i, "name"));
		if (*word)
			cJSON_AddItemToArray(opa_array(o, "keyword"), cJSON_CreateString(word));
	}
	return o;
}

void opa_paper(struct opa_round *w, const char *id)
{
	struct reg_facts f = opa_facts(w, REG_PAPIER, id);
	if (!f.rows)
		return;
	struct reg_facts files = opa_facts(w, REG_DATEIEN, id), steps = opa_facts(w, REG_BERATUNGEN, id);
	if (reg_cell_int(&f, 0, "abweichend")) {
		opa_keep(w, id, &files);
		return;
	}
	const char **parts = MEM_ARRAY(w->mem, const char *, files.rows + steps.rows + 1),
		   *number = reg_cell(&f, 0, "nummer");
	const char *name = mem_fmt(w->mem, "%s %s", capital(w->mem, reg_cell(&f, 0, "art")), number ? number : "");
	const char *edition = embed_edition(w, reg_cell(&f, 0, "praesentiert"));
	int64_t since = reg_cell_int(&f, 0, "seit");
	cJSON *o = paper_of(w, &f);
	size_t n = 0;
	if (edition)
		parts[n++] = edition;
	for (size_t i = 0; i < files.rows; i++) {
		const char *file = put_file(w, id, &files, i, name, reg_cell(&f, 0, "datum"));
		if (i + 1 == files.rows)
			cJSON_AddItemToObject(o, "mainFile", cJSON_CreateRaw(file));
		else
			parts[n++] = file;
	}
	const char *inner = opa_inner(w->mem, "auxiliaryFile", parts, n);
	for (size_t i = n = 0; i < steps.rows; i++)
		if (is_first_of_joint(&steps, i))
			parts[n++] = put_consultation(w, id, &steps, i, since);
	if (n)
		cJSON_AddItemToObject(o, "consultation",
			cJSON_CreateRaw(opa_inner(w->mem, "", parts, n) + strlen(",\"\":")));
	opa_put(w, &(struct opa_part){.typ = "Paper", .key = id, .own = o, .inner = inner, .since = since});
}
