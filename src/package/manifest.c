/* manifest.c: what the package says of itself, for programs and for people who copy into forms; and the receipt they
 * give back. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/picsize.h"
#include "base/json.h"
#include "base/u8.h"
#include "base/version.h"
#include "package/package.h"

static char *hex_of(struct mem *m, const uint8_t *sum, size_t n)
{
	char *s = mem_get(m, 2 * n + 1);
	hash_hex(sum, n, s);
	return s;
}

static void put_json(struct pak *p, struct mem *m, const char *name, cJSON *o)
{
	struct buf b = {0};
	json_put(&b, o);
	pak_text(p, m, name, &b);
}

/* ---- manifest.json */

static void add_file(cJSON *files, const char *name, const char *what, const char *mime)
{
	cJSON *f = cJSON_CreateObject();
	if (!name) {
		cJSON_Delete(f);
		return;
	}
	cJSON_AddStringToObject(f, "datei", name);
	cJSON_AddStringToObject(f, "inhalt", what);
	cJSON_AddStringToObject(f, "mimeType", mime);
	cJSON_AddItemToArray(files, f);
}

static cJSON *steps_of(const struct pak_item *it)
{
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < it->nsteps; i++) {
		cJSON *s = cJSON_CreateObject();
		json_add(s, "gremium", it->steps[i].gremium);
		json_add(s, "datum", it->steps[i].datum);
		json_add(s, "rolle", it->steps[i].rolle);
		cJSON_AddBoolToObject(s, "massgeblich", it->steps[i].massgeblich);
		cJSON_AddItemToArray(all, s);
	}
	return all;
}

static cJSON *replaced(struct mem *m, const struct reg_delivery *v)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddNumberToObject(o, "fassung", v->ersetzt_fassung);
	json_add(o, "datei", v->ersetzt_datei);
	json_add(o, "sha512", hex_of(m, v->ersetzt_sha512, HASH_SHA512));
	json_add(o, "kennung", v->ersetzt_kennung);
	json_add(o, "adresse", v->ersetzt_adresse);
	return o;
}

static cJSON *item_of(struct mem *m, const struct pak_item *it)
{
	cJSON *o = cJSON_CreateObject(), *files = NULL;
	json_add(o, "art", it->art);
	json_add(o, "nummer", it->nummer);
	json_add(o, "titel", it->titel);
	json_add(o, "datum", it->datum);
	json_add(o, "federfuehrung", it->federfuehrung);
	if (it->nsteps)
		cJSON_AddItemToObject(o, "beratungsfolge", steps_of(it));
	json_add(o, "oparl", it->oparl);
	cJSON_AddNumberToObject(o, "fassung", it->delivery.fassung);
	if (it->delivery.ersetzt)
		cJSON_AddItemToObject(o, "ersetzt", replaced(m, &it->delivery));
	cJSON_AddNumberToObject(o, "seiten", it->issue.pages);
	cJSON_AddNumberToObject(o, "groesse", (double)it->issue.size);
	json_add(o, "sha512", hex_of(m, it->issue.sha512, HASH_SHA512));
	cJSON_AddItemToObject(o, "dateien", files = cJSON_CreateArray());
	add_file(files, it->pdf, it->given ? "Anlage" : "ausgegebenes PDF",
		pic_mime(it->pdf) ? pic_mime(it->pdf) : "application/pdf");
	add_file(files, it->html, "HTML-Fassung", "text/html");
	add_file(files, it->quelle, it->issue.public ? "öffentlicher Auszug der Quelle" : "Quelle", "application/xml");
	for (size_t i = 0; i < it->nannexes; i++) {
		const struct pak_annex *a = &it->annexes[i];
		const char *title = mem_fmt(m, "Anlage %zu: %s", i + 1, buf_line(m, a->titel));
		add_file(files, a->name, title, pic_mime(a->name) ? pic_mime(a->name) : "application/pdf");
		add_file(files, a->text_name, mem_fmt(m, "%s, als Text", title), "text/plain");
	}
	return o;
}

static void put_manifest(struct pak *p, struct mem *m, const struct pak_package *k)
{
	cJSON *o = cJSON_CreateObject(), *about, *items, *missing, *form;
	cJSON_AddStringToObject(o, "format", "ratssatz-abgabe");
	cJSON_AddNumberToObject(o, "version", 1);
	cJSON_AddStringToObject(o, "programm", version_program);
	cJSON_AddStringToObject(o, "paket", k->name);
	cJSON_AddStringToObject(o, "ort", k->ort);
	json_add(o, "kommune", k->town);
	cJSON_AddBoolToObject(o, "oeffentlich", k->public);
	cJSON_AddItemToObject(o, "anlass", about = cJSON_CreateObject());
	cJSON_AddStringToObject(about, k->anlass, k->schluessel);
	json_add(about, "gremium", k->gremium);
	json_add(about, "datum", k->datum);
	json_add(o, "oparl", k->oparl);
	cJSON_AddItemToObject(o, "dokumente", items = cJSON_CreateArray());
	for (size_t i = 0; i < k->n; i++)
		cJSON_AddItemToArray(items, item_of(m, &k->items[i]));
	cJSON_AddItemToObject(o, "fehlt", missing = cJSON_CreateArray());
	for (size_t i = 0; i < k->nmissing; i++)
		cJSON_AddItemToArray(missing, cJSON_CreateString(k->missing[i]));
	cJSON_AddStringToObject(o, "pruefsummen", PAK_SUMS);
	cJSON_AddItemToObject(o, "quittung", form = cJSON_CreateObject());
	cJSON_AddStringToObject(form, "json", "quittung.json");
	cJSON_AddStringToObject(form, "csv", "quittung.csv");
	cJSON_AddStringToObject(form, "ausfuellen",
		"je Dokument kennung und adresse im Ratsinformationssystem eintragen, sonst unter ablehnung den Grund");
	put_json(p, m, "manifest.json", o);
}

/* ---- tables */

static void cell(struct mem *m, struct buf *b, const char *text)
{
	esc_csv(b, buf_line(m, text));
}

static void row_end(struct buf *b)
{
	buf_str(b, "\r\n");
}

static void header(struct mem *m, struct buf *b, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		cell(m, b, names[i]);
	row_end(b);
}

static const char *steps_line(struct mem *m, const struct pak_item *it)
{
	struct buf b = {0};
	for (size_t i = 0; i < it->nsteps; i++) {
		const struct pak_step *s = &it->steps[i];
		buf_fmt(&b, "%s%s%s%s, %s", i ? " | " : "", s->gremium, s->datum && *s->datum ? ", " : "",
			s->datum ? s->datum : "", s->rolle);
	}
	return buf_take(&b, m);
}

static void put_table(struct pak *p, struct mem *m, const struct pak_package *k)
{
	static const char *const names[] = {"nummer", "art", "titel", "datum", "federfuehrung", "beratungsfolge",
		"oeffentlich", "datei", "html", "quelle", "seiten", "groesse", "sha512", "fassung", "ersetzt", "oparl"};
	struct buf b = {0};
	header(m, &b, names, sizeof names / sizeof *names);
	for (size_t i = 0; i < k->n; i++) {
		const struct pak_item *it = &k->items[i];
		if (!it->paper)
			continue;
		const char *const cells[] = {it->nummer, it->art, it->titel, it->datum, it->federfuehrung,
			steps_line(m, it), k->public ? "ja" : "nein", it->pdf, it->html, it->quelle,
			mem_fmt(m, "%d", it->issue.pages), mem_fmt(m, "%lld", (long long)it->issue.size),
			hex_of(m, it->issue.sha512, HASH_SHA512), mem_fmt(m, "%d", it->delivery.fassung),
			it->delivery.ersetzt ? hex_of(m, it->delivery.ersetzt_sha512, HASH_SHA512) : "", it->oparl};
		for (size_t c = 0; c < sizeof cells / sizeof *cells; c++)
			cell(m, &b, cells[c]);
		row_end(&b);
	}
	pak_text(p, m, "papiere.csv", &b);
}

/* ---- the receipt to be filled in */

static void put_forms(struct pak *p, struct mem *m, const struct pak_package *k)
{
	static const char *const names[] = {"datei", "nummer", "titel", "sha512", "kennung", "adresse", "ablehnung"};
	cJSON *o = cJSON_CreateObject(), *all;
	struct buf b = {0};
	cJSON_AddStringToObject(o, "format", "ratssatz-quittung");
	cJSON_AddNumberToObject(o, "version", 1);
	cJSON_AddStringToObject(o, "paket", k->name);
	cJSON_AddStringToObject(o, "ort", k->ort);
	cJSON_AddItemToObject(o, "eintraege", all = cJSON_CreateArray());
	header(m, &b, names, sizeof names / sizeof *names);
	for (size_t i = 0; i < k->n; i++) {
		const struct pak_item *it = &k->items[i];
		const char *const cells[] = {it->pdf, it->nummer ? it->nummer : "", it->titel,
			hex_of(m, it->issue.sha512, HASH_SHA512), "", "", ""};
		cJSON *e = cJSON_CreateObject();
		for (size_t c = 0; c < sizeof names / sizeof *names; c++) {
			cJSON_AddStringToObject(e, names[c], cells[c]);
			cell(m, &b, cells[c]);
		}
		row_end(&b);
		cJSON_AddItemToArray(all, e);
	}
	put_json(p, m, "quittung.json", o);
	pak_text(p, m, "quittung.csv", &b);
}

void pak_manifest(struct pak *p, struct mem *m, const struct pak_package *k)
{
	put_manifest(p, m, k);
	put_table(p, m, k);
	put_forms(p, m, k);
}
