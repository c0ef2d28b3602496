/* report.c: the account of an import as JSON and as a page of HTML without any script. */
#include "import/report.h"

#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "base/json.h"

/* ---- JSON ---- */

static void add_place(cJSON *o, int line, int page)
{
	if (page)
		cJSON_AddNumberToObject(o, "seite", page);
	if (line)
		cJSON_AddNumberToObject(o, "zeile", line);
}

static cJSON *counts(const struct sense *s)
{
	const struct acc *a = s->acc;
	cJSON *o = cJSON_CreateObject();
	cJSON_AddNumberToObject(o, "herein", (double)a->in.n);
	cJSON_AddNumberToObject(o, "herein-zwischen-leerzeichen", (double)imp_words(s->flow->root, false));
	cJSON_AddNumberToObject(o, "uebernommen", (double)a->placed);
	cJSON_AddNumberToObject(o, "davon-in-attributen", (double)a->meant);
	cJSON_AddNumberToObject(o, "weggelassen", (double)a->dropped);
	cJSON_AddNumberToObject(o, "nicht-zugeordnet", (double)a->unknown);
	return o;
}

static cJSON *drops(const struct acc *a)
{
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < a->ndrops; i++) {
		cJSON *o = cJSON_CreateObject();
		json_add(o, "regel", a->drops[i].rule);
		json_add(o, "text", a->drops[i].text);
		cJSON_AddNumberToObject(o, "woerter", (double)a->drops[i].words);
		add_place(o, a->drops[i].line, a->drops[i].page);
		cJSON_AddItemToArray(all, o);
	}
	return all;
}

static cJSON *guesses(const struct acc *a)
{
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < a->nguesses; i++) {
		cJSON *o = cJSON_CreateObject();
		json_add(o, "sicherheit", acc_sure_name(a->guesses[i].sure));
		json_add(o, "text", a->guesses[i].text);
		add_place(o, a->guesses[i].line, a->guesses[i].page);
		cJSON_AddItemToArray(all, o);
	}
	return all;
}

static cJSON *findings(const struct acc *a)
{
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < a->nfindings; i++) {
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "code", a->findings[i].code);
		json_add(o, "text", a->findings[i].text);
		add_place(o, a->findings[i].line, a->findings[i].page);
		cJSON_AddItemToArray(all, o);
	}
	return all;
}

static cJSON *changes(const struct acc *a)
{
	cJSON *o = cJSON_CreateObject();
	for (size_t i = 0; i < a->nchanges; i++)
		cJSON_AddNumberToObject(o, a->changes[i].what, (double)a->changes[i].n);
	return o;
}

/* Words that became attributes: which, and what the original said. */
static cJSON *meant(const struct sense_result *r)
{
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < r->n; i++)
		for (const struct draft *d = r->roots[i]; d; d = draft_walk(d, r->roots[i])) {
			if (!d->meant)
				continue;
			cJSON *o = cJSON_CreateObject(), *attrs = cJSON_CreateObject();
			json_add(o, "element", d->name);
			json_add(o, "original", d->meant);
			for (const struct draft_attr *a = d->attrs; a; a = a->next)
				json_add(attrs, a->name, a->value);
			cJSON_AddItemToObject(o, "attribute", attrs);
			cJSON_AddItemToArray(all, o);
		}
	return all;
}

static cJSON *losses(const struct imp_flow *f)
{
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < f->nlosses; i++) {
		cJSON *o = cJSON_CreateObject();
		json_add(o, "was", f->losses[i].what);
		json_add(o, "wo", f->losses[i].where);
		cJSON_AddItemToArray(all, o);
	}
	return all;
}

void report_json(const struct sense *s, const struct sense_result *r, struct buf *out)
{
	cJSON *o = cJSON_CreateObject();
	json_add(o, "quelle", file_base(s->path));
	json_add(o, "format", s->flow->format);
	json_add(o, "ort", s->town->ort);
	json_add(o, "titel", s->flow->title);
	json_add(o, "verfasser", s->flow->author);
	json_add(o, "datum", s->flow->date);
	cJSON_AddItemToObject(o, "woerter", counts(s));
	cJSON_AddItemToObject(o, "weggelassen", drops(s->acc));
	cJSON_AddItemToObject(o, "attribute", meant(r));
	cJSON_AddItemToObject(o, "vermutungen", guesses(s->acc));
	cJSON_AddItemToObject(o, "befunde", findings(s->acc));
	cJSON_AddItemToObject(o, "zeichen", changes(s->acc));
	cJSON_AddItemToObject(o, "nicht-gelesen", losses(s->flow));
	json_put(out, o);
}

/* ---- HTML ---- */

static void text(struct buf *b, const char *s)
{
	esc_text(b, s, strlen(s));
}

static void place(struct buf *b, int line, int page)
{
	if (page)
		buf_fmt(b, "Seite\u00A0%d", page);
	if (line)
		buf_fmt(b, "%sZeile\u00A0%d", page ? ", " : "", line);
}

static void head(struct buf *b, const char *title, const char *first, const char *second, const char *third)
{
	buf_fmt(b, "<h2>%s</h2>\n<table><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>", title, first,
		second);
	if (third)
		buf_fmt(b, "<th scope=\"col\">%s</th>", third);
	buf_str(b, "</tr></thead><tbody>\n");
}

static void row(struct buf *b, const char *first, const char *second, int line, int page)
{
	buf_str(b, "<tr><td>");
	text(b, first);
	buf_str(b, "</td><td>");
	text(b, second);
	buf_str(b, "</td><td>");
	place(b, line, page);
	buf_str(b, "</td></tr>\n");
}

static void end(struct buf *b)
{
	buf_str(b, "</tbody></table>\n");
}

static void sum(struct buf *b, const char *what, size_t n)
{
	buf_fmt(b, "<tr><th scope=\"row\">%s</th><td>%zu</td></tr>\n", what, n);
}

static void balance(struct buf *b, const struct acc *a)
{
	buf_str(b, "<h2>Wörter</h2>\n<table><tbody>\n");
	sum(b, "im Original", a->in.n);
	sum(b, "übernommen", a->placed);
	sum(b, "davon in Attributen (Beträge, Kennungen, Nummern)", a->meant);
	sum(b, "nach einer Regel weggelassen", a->dropped);
	sum(b, "nicht zugeordnet, an ihrer Stelle gekennzeichnet", a->unknown);
	end(b);
	buf_fmt(b, "<p>%zu = %zu + %zu + %zu. Ein Wort ist eine Folge von Buchstaben und Ziffern. Es steht kein Wort "
		"im "
		"Ergebnis, das nicht im Original steht, außer Titeln, die ohne Vorbild nötig waren.</p>\n",
		a->in.n, a->placed, a->dropped, a->unknown);
}

static void lists(struct buf *b, const struct acc *a)
{
	if (a->nfindings) {
		head(b, "Befunde über das Original", "Kürzel", "Befund", "Stelle");
		for (size_t i = 0; i < a->nfindings; i++)
			row(b, a->findings[i].code, a->findings[i].text, a->findings[i].line, a->findings[i].page);
		end(b);
	}
	if (a->nguesses) {
		head(b, "Vermutungen, bitte ansehen", "Sicherheit", "Angenommen ist", "Stelle");
		for (size_t i = 0; i < a->nguesses; i++)
			row(b, acc_sure_name(a->guesses[i].sure), a->guesses[i].text, a->guesses[i].line,
				a->guesses[i].page);
		end(b);
	}
	if (a->ndrops) {
		head(b, "Weggelassen", "Regel", "Text", "Stelle");
		for (size_t i = 0; i < a->ndrops; i++)
			row(b, a->drops[i].rule, a->drops[i].text, a->drops[i].line, a->drops[i].page);
		end(b);
	}
}

static void signs(struct buf *b, const struct sense *s)
{
	if (s->acc->nchanges) {
		head(b, "Schreibweise des Hauses", "Was", "Wie oft", NULL);
		for (size_t i = 0; i < s->acc->nchanges; i++) {
			buf_str(b, "<tr><td>");
			text(b, s->acc->changes[i].what);
			buf_fmt(b, "</td><td>%zu</td></tr>\n", s->acc->changes[i].n);
		}
		end(b);
	}
	if (s->flow->nlosses) {
		head(b, "Was die Datei sonst enthielt und nicht gelesen wurde", "Was", "Wo", NULL);
		for (size_t i = 0; i < s->flow->nlosses; i++) {
			buf_str(b, "<tr><td>");
			text(b, s->flow->losses[i].what);
			buf_str(b, "</td><td>");
			text(b, s->flow->losses[i].where);
			buf_str(b, "</td></tr>\n");
		}
		end(b);
	}
}

void report_html(const struct sense *s, const struct sense_result *r, struct buf *out)
{
	(void)r;
	buf_str(out, "<!DOCTYPE html>\n<html lang=\"de\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
		"content=\"width=device-width, initial-scale=1\"><title>Übernahme: ");
	text(out, file_base(s->path));
	buf_str(out, "</title><style>:root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;max-width:60rem;"
		"margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}td+td{overflow-wrap:anywhere}"
		"table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #888;padding:.3rem "
		".6rem;text-align:left;"
		"vertical-align:top}@media(max-width:30rem){th,td{padding:.3rem .2rem;hyphens:auto}}"
		"</style></head><body><main>\n<h1>Übernahme von ");
	text(out, file_base(s->path));
	buf_str(out, "</h1>\n");
	balance(out, s->acc);
	lists(out, s->acc);
	signs(out, s);
	buf_str(out, "</main></body></html>\n");
}
