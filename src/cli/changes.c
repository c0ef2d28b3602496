/* changes.c: a comparison as JSON. */
#include "cli/changes.h"

#include <string.h>

#include "base/mark.h"
#include "base/json.h"

static void add_text(cJSON *o, const char *key, const char *text, size_t n)
{
	struct buf b = {0};
	cmp_put_shown(&b, text, n);
	cJSON_AddStringToObject(o, key, b.data ? b.data : "");
	buf_free(&b);
}

static void add_edition(cJSON *o, const char *key, const struct doc *doc)
{
	cJSON *e = cJSON_AddObjectToObject(o, key);
	const struct doc_node *title = doc_angabe(doc, DOC_TITEL);
	struct buf b = {0};
	doc_text(&b, doc, title);
	cJSON_AddStringToObject(e, "titel", b.data ? b.data : "");
	buf_clear(&b);
	date_put_iso(&b, doc_stand(doc));
	if (doc->edition)
		cJSON_AddStringToObject(e, "ausgabe", doc->edition);
	if (doc_stand(doc).year)
		cJSON_AddStringToObject(e, "stand", b.data);
	buf_free(&b);
}

static cJSON *add_count(cJSON *o, const char *key, const struct cmp_count *c)
{
	cJSON *n = cJSON_AddObjectToObject(o, key);
	cJSON_AddNumberToObject(n, "neu", c->fresh);
	cJSON_AddNumberToObject(n, "geaendert", c->changed);
	cJSON_AddNumberToObject(n, "entfallen", c->gone);
	cJSON_AddNumberToObject(n, "verschoben", c->moved);
	cJSON_AddNumberToObject(n, "unveraendert", c->same);
	return n;
}

static cJSON *sum(const struct cmp_sum *s)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddNumberToObject(o, "alt", (double)s->old.value);
	cJSON_AddNumberToObject(o, "neu", (double)s->new.value);
	return o;
}

static void add_summary(cJSON *o, const struct cmp *r)
{
	cJSON *z = cJSON_AddObjectToObject(o, "zusammenfassung");
	cJSON_AddNumberToObject(add_count(z, "massnahmen", &r->massnahmen), "frist-verschoben", r->massnahmen.due);
	add_count(z, "stellen", &r->all);
	cJSON *s = cJSON_AddObjectToObject(z, "summen");
	cJSON_AddItemToObject(s, "einmalig", sum(&r->once));
	cJSON_AddItemToObject(s, "jaehrlich", sum(&r->yearly));
	cJSON *years = cJSON_AddArrayToObject(s, "haushaltsjahre");
	for (size_t i = 0; i < r->nyears; i++) {
		cJSON *y = sum(&r->years[i]);
		if (r->years[i].year)
			cJSON_AddNumberToObject(y, "jahr", r->years[i].year);
		cJSON_AddItemToArray(years, y);
	}
}

static void add_art(cJSON *o, uint32_t art)
{
	static const struct {
		uint32_t bit;
		const char *word;
	} rows[] = {{CMP_NEW, "neu"}, {CMP_GONE, "entfallen"}, {CMP_MOVED, "verschoben"}, {CMP_SPLIT, "geteilt"},
		{CMP_MERGED, "zusammengelegt"}, {CMP_FORM, "form"}, {CMP_STATUS, "status"}, {CMP_EDITED, "geaendert"}};
	cJSON *a = cJSON_AddArrayToObject(o, "art");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (art & rows[i].bit)
			cJSON_AddItemToArray(a, cJSON_CreateString(rows[i].word));
}

static void add_words(cJSON *o, const struct cmp_change *c)
{
	static const char *const op[] = {
		[CMP_SAME] = "gleich", [CMP_DELETED] = "gestrichen", [CMP_INSERTED] = "eingefuegt"};
	cJSON *w = cJSON_AddArrayToObject(o, "woerter");
	for (size_t i = 0; i < c->nruns; i++) {
		const struct cmp_run *r = &c->runs[i];
		cJSON *run = cJSON_CreateObject();
		cJSON_AddStringToObject(run, "art", op[r->op]);
		if (r->op == CMP_DELETED)
			add_text(run, "text", c->old_text + r->old_at, r->old_len);
		else
			add_text(run, "text", c->new_text + r->new_at, r->new_len);
		cJSON_AddItemToArray(w, run);
	}
}

static void add_place(cJSON *o, const char *key, const struct doc *doc, const struct doc_node *n)
{
	if (!n)
		return;
	cJSON *p = cJSON_AddObjectToObject(o, key);
	cJSON_AddStringToObject(p, "datei", doc_path(doc, n));
	cJSON_AddNumberToObject(p, "zeile", n->line);
	if (doc_get(n, DOC_A_ID))
		cJSON_AddStringToObject(p, "id", doc_get(n, DOC_A_ID));
}

static cJSON *change(const struct cmp *r, const struct cmp_change *c)
{
	cJSON *o = cJSON_CreateObject();
	const struct doc_node *part = c->part_new ? c->part_new : c->part_old;
	cJSON_AddStringToObject(o, "fundstelle", c->place);
	if (c->place_old)
		cJSON_AddStringToObject(o, "bisher", c->place_old);
	cJSON_AddStringToObject(o, "feld", c->field);
	if (part && doc_get(part, DOC_A_ID))
		cJSON_AddStringToObject(o, "teil", doc_get(part, DOC_A_ID));
	add_art(o, c->art);
	if (c->whole)
		cJSON_AddTrueToObject(o, "ganz");
	if (c->old_text)
		add_text(o, "alt", c->old_text, strlen(c->old_text));
	if (c->new_text)
		add_text(o, "neu", c->new_text, strlen(c->new_text));
	if (c->status)
		cJSON_AddStringToObject(o, "status", c->status);
	if (c->reason)
		cJSON_AddStringToObject(o, "grund", c->reason);
	add_words(o, c);
	add_place(o, "quelle-alt", r->old_doc, c->old);
	add_place(o, "quelle-neu", r->new_doc, c->new);
	return o;
}

void cmd_compare_json(const struct cmp *r, struct buf *b)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "erzeuger", MARK_NAME);
	add_edition(o, "alt", r->old_doc);
	add_edition(o, "neu", r->new_doc);
	add_summary(o, r);
	cJSON *all = cJSON_AddArrayToObject(o, "aenderungen");
	for (size_t i = 0; i < r->nchanges; i++)
		cJSON_AddItemToArray(all, change(r, &r->changes[i]));
	json_put(b, o);
}
