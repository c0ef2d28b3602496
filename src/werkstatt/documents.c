/* documents.c: what there is: the documents below the contents, the parts of one. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "model/niederschrift.h"
#include "model/words.h"
#include "source/source.h"
#include "style/papiere.h"
#include "style/style.h"
#include "werkstatt/save.h"

enum { DEEP = 8 };

void wst_get_session(struct wst_call *k)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "name", k->who);
	cJSON_AddStringToObject(o, "guard", k->w->guard);
	cJSON_AddNumberToObject(o, "now", (double)k->w->setup->now());
	wst_json(k, MHD_HTTP_OK, o);
}

void wst_get_grammar(struct wst_call *k)
{
	src_grammar(&k->out);
	k->status = MHD_HTTP_OK;
	k->type = "application/json; charset=utf-8";
}

/* ---- all files ---- */

struct visit {
	struct wst_call *k;
	cJSON *to;
	struct src *src;
	struct doc *town; /* the directory last asked for a name, of … */
	const char *ort;
	struct wst_asked asked;
};

static int shown(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

static bool is_xml(const char *name)
{
	size_t n = strlen(name);
	return n > 4 && !strcmp(name + n - 4, ".xml");
}

struct walk { struct wst_call *k; void (*each)(void *, const char *real); void *arg; };

static void walk(const struct walk *w, const char *folder, int depth)
{
	struct dirent **list = NULL;
	int n = depth < DEEP ? scandir(folder, &list, shown, alphasort) : 0;
	for (int i = 0; i < n; i++) {
		char *path = file_join(w->k->mem, folder, list[i]->d_name);
		if (list[i]->d_type == DT_DIR)
			walk(w, path, depth + 1);
		else if (list[i]->d_type == DT_REG && is_xml(list[i]->d_name))
			w->each(w->arg, path);
		free(list[i]);
	}
	free(list);
}

void wst_each_file(struct wst_call *k, const char *folder, void (*each)(void *, const char *real), void *arg)
{
	const struct walk w = {k, each, arg};
	walk(&w, folder, 0);
}

/* The name of a body as it was called that day; what nobody can read has its id. */
static const char *body_name(struct visit *v, const struct src_glance *g)
{
	struct wst_call *k = v->k;
	struct date day = {0};
	if (!*g->gremium || !*g->ort)
		return g->gremium;
	if (!v->ort || strcmp(v->ort, g->ort)) {
		struct diag *unused = diag_new();
		src_free(v->town);
		v->ort = mem_dup(k->mem, g->ort);
		v->town = src_load(v->src, file_join(k->mem, file_join(k->mem, k->w->root, v->ort), "verzeichnis.xml"),
			NULL, unused);
		diag_free(unused);
	}
	date_parse(&day, g->datum);
	const char *name = v->town ? doc_name_am(v->town, g->gremium, day) : NULL;
	return name ? name : g->gremium;
}

static void list_one(void *arg, const char *real)
{
	struct visit *v = arg;
	struct src_glance g;
	struct wst_call *k = v->k;
	if (wst_right(k, wst_below(k, real)) < WST_READ || !src_glance(k->mem, real, &g) ||
		doc_kind_class(doc_kind_find(g.kind)) != DOC_CLASS_ROOT)
		return;
	const bool write = wst_right(k, wst_below(k, real)) >= WST_WRITE;
	const bool back = wst_is_taken_back(k, &v->asked, real);
	if ((g.hidden || back) && !write)
		return;
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "path", wst_below(k, real));
	cJSON_AddStringToObject(o, "kind", g.kind);
	cJSON_AddStringToObject(o, "title", g.title);
	cJSON_AddStringToObject(o, "ort", g.ort);
	cJSON_AddStringToObject(o, "edition", g.edition);
	cJSON_AddStringToObject(o, "nummer", g.nummer);
	cJSON_AddStringToObject(o, "gremium", body_name(v, &g));
	cJSON_AddStringToObject(o, "datum", g.datum);
	cJSON_AddBoolToObject(o, "hidden", g.hidden);
	cJSON_AddBoolToObject(o, "withdrawn", back);
	cJSON_AddBoolToObject(o, "write", write);
	cJSON_AddItemToArray(v->to, o);
}

void wst_get_documents(struct wst_call *k)
{
	cJSON *o = cJSON_CreateObject();
	struct visit v = {.k = k, .to = cJSON_AddArrayToObject(o, "documents"), .src = src_open(),
		.asked = {.told = diag_new()}};
	wst_set(k, NULL);
	wst_each_file(k, k->w->root, list_one, &v);
	wst_asked_end(&v.asked);
	pthread_mutex_unlock(&k->w->setting);
	diag_free(v.asked.told);
	src_free(v.town);
	src_close(v.src);
	wst_json(k, MHD_HTTP_OK, o);
}

/* ---- the parts of one document ---- */

/* Of a directory what is entered in it. */
static bool is_entry(const struct doc_node *n)
{
	return n->parent && n->parent->kind == DOC_VERZEICHNIS && n->kind != DOC_TEXT;
}

static const char *text_of(struct mem *m, const struct doc *doc, const struct doc_node *n)
{
	struct buf b = {0};
	if (n)
		doc_text(&b, doc, n);
	return buf_take(&b, m);
}

/* What it is called: of an office or a body the name that holds now, of an entry with a name that. */
static const char *title_of(struct mem *m, const struct doc *doc, const struct doc_node *n)
{
	const char *title = doc_get(n, DOC_A_TITEL), *id = doc_get(n, DOC_A_ID);
	const struct doc_stelle *s = n->kind == DOC_STELLE || n->kind == DOC_GREMIUM ? doc_stelle(doc, id) : NULL;
	if (s && s->node == n)
		return s->name;
	if (is_entry(n))
		title = doc_get(n, DOC_A_NAME) ? doc_get(n, DOC_A_NAME) : id;
	return title ? title : text_of(m, doc, doc_child(n, DOC_TITEL));
}

/* Where it is another than the document's; NULL. */
static const char *language(const struct doc_node *n)
{
	while (n->parent && !doc_get(n, DOC_A_LANG))
		n = n->parent;
	return n->parent ? doc_get(n, DOC_A_LANG) : NULL;
}

static cJSON *part(struct wst_call *k, const struct doc *doc, const struct doc_node *n)
{
	cJSON *o = cJSON_CreateObject();
	const char *path = doc_path(doc, n);
	size_t root = strlen(k->w->root) + 1;
	int depth = 0;
	for (const struct doc_node *up = n->parent; up; up = up->parent)
		depth++;
	cJSON_AddStringToObject(o, "kind", doc_kind_name(n->kind));
	cJSON_AddStringToObject(o, "path", strlen(path) > root ? path + root : path);
	cJSON_AddNumberToObject(o, "line", n->line);
	cJSON_AddNumberToObject(o, "depth", depth);
	cJSON_AddStringToObject(o, "title", title_of(k->mem, doc, n));
	const char *number = n->kind == DOC_TOP ? doc_get(n, DOC_A_NUMMER) : n->number;
	cJSON_AddStringToObject(o, "number", number ? number : "");
	cJSON_AddStringToObject(o, "id", doc_get(n, DOC_A_ID) ? doc_get(n, DOC_A_ID) : "");
	json_add(o, "art", doc_get(n, DOC_A_ART));
	json_add(o, "lang", language(n));
	return o;
}

/* Of a session and its minutes the items, not what stands in them. */
static bool is_part(const struct doc_node *n)
{
	enum doc_class c = doc_kind_class(n->kind);
	if (n->kind == DOC_TOP)
		return doc_child(n, DOC_TITEL) != NULL;
	if (n->parent && n->parent->kind == DOC_TOP)
		return false;
	return c == DOC_CLASS_PART || c == DOC_CLASS_ROOT || n->kind == DOC_ANGABEN || n->kind == DOC_MASSNAHME ||
		is_entry(n);
}

static void put_outline(struct wst_call *k, const char *real, const struct edition *e, bool output)
{
	cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "parts");
	const bool write = wst_right(k, wst_below(k, real)) >= WST_WRITE;
	json_add(o, "edition", doc_get(e->doc->root, DOC_A_EDITION));
	json_add(o, "heldBack", write ? wst_held_back(k, e) : NULL);
	cJSON_AddBoolToObject(o, "write", write);
	cJSON_AddBoolToObject(o, "output", output);
	for (const struct doc_node *n = e->doc->root; n; n = doc_walk(e->doc->root, n))
		if (is_part(n))
			cJSON_AddItemToArray(list, part(k, e->doc, n));
	wst_json(k, MHD_HTTP_OK, o);
}

void wst_get_outline(struct wst_call *k)
{
	char *real = wst_readable(k, wst_query(k, "document"));
	if (!real)
		return;
	struct diag *d = diag_new();
	struct edition e = {0};
	const bool output = wst_sees_source(k, real);
	wst_set(k, real);
	if (wst_edition(k, real, &e, d))
		put_outline(k, real, &e, output);
	else if (!k->status)
		wst_say_unread(k, real, d);
	pipe_end(&e);
	pipe_rewind(k->w->pipe);
	pthread_mutex_unlock(&k->w->setting);
	diag_free(d);
}

/* ---- what may be chosen where something is named ---- */

static void choice(cJSON *to, const char *id, const char *name, const char *value)
{
	if (!id)
		return;
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "id", id);
	cJSON_AddStringToObject(o, "name", name ? name : "");
	if (value)
		cJSON_AddStringToObject(o, "value", value);
	cJSON_AddItemToArray(to, o);
}

static void choose_offices(cJSON *to, const struct doc *doc)
{
	for (const struct doc_node *n = doc ? doc->root : NULL; n; n = doc_walk(doc->root, n)) {
		const char *id = n->kind == DOC_STELLE || n->kind == DOC_GREMIUM ? doc_get(n, DOC_A_ID) : NULL;
		const struct doc_stelle *s = id ? doc_stelle(doc, id) : NULL;
		if (s)
			choice(to, s->id, s->name, NULL);
	}
}

static void choose_figures(struct mem *m, cJSON *to, const struct doc *doc)
{
	for (const struct doc_node *n = doc ? doc->root : NULL; n; n = doc_walk(doc->root, n)) {
		const char *id = n->kind == DOC_KENNZAHL ? doc_get(n, DOC_A_ID) : NULL;
		const struct doc_kennzahl *z = id ? doc_kennzahl(doc, id) : NULL;
		struct buf b = {0};
		if (z) {
			doc_put_kennzahl(&b, z);
			choice(to, z->id, doc_get(n, DOC_A_NAME), buf_take(&b, m));
		}
	}
}

static void choose_places(struct mem *m, cJSON *to, const struct doc *doc, const struct doc_words *words)
{
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		enum doc_class c = n->kind == DOC_TEXT ? DOC_CLASS_TEXT : doc_kind_class(n->kind);
		struct buf b = {0};
		if ((c != DOC_CLASS_PART && c != DOC_CLASS_BLOCK && c != DOC_CLASS_FIGURE) || !doc_get(n, DOC_A_ID))
			continue;
		if (doc_put_ref(&b, n, NULL, words))
			choice(to, doc_get(n, DOC_A_ID), text_of(m, doc, doc_child(n, DOC_TITEL)), b.data);
		buf_free(&b);
	}
}

/* The directory: of a document its town's. */
static const struct doc *directory(const struct doc *doc)
{
	return doc->root->kind == DOC_VERZEICHNIS ? doc : doc->verzeichnis;
}

static void choose_people(cJSON *to, const struct doc *doc)
{
	const struct doc *dir = directory(doc);
	const struct date day = doc_stand(doc);
	for (const struct doc_node *n = dir ? dir->root : NULL; n; n = doc_walk(dir->root, n))
		if (n->kind == DOC_PERSON)
			choice(to, doc_get(n, DOC_A_ID), doc_person_name(dir, n, day), doc_get(n, DOC_A_AMT));
}

static bool chosen(const cJSON *to, const char *id)
{
	const cJSON *c;
	cJSON_ArrayForEach(c, to)
		if (!strcmp(cJSON_GetObjectItemCaseSensitive(c, "id")->valuestring, id))
			return true;
	return false;
}

/* The offices that members sit for; who enters members may choose any. */
static void choose_groups(cJSON *to, const struct doc *doc)
{
	const struct doc *dir = doc->verzeichnis;
	if (directory(doc) == doc)
		choose_offices(to, doc);
	for (const struct doc_node *n = dir ? dir->root : NULL; n; n = doc_walk(dir->root, n)) {
		const char *id = n->kind == DOC_MITGLIEDSCHAFT ? doc_get(n, DOC_A_FUER) : NULL;
		const struct doc_stelle *s = id ? doc_stelle(dir, id) : NULL;
		if (s && !chosen(to, s->id))
			choice(to, s->id, s->name, NULL);
	}
}

/* In minutes: who is there and votes, whoever came later or left earlier among them. */
static void choose_voters(cJSON *to, const struct doc *doc)
{
	const struct doc_niederschrift *all = doc_niederschrift(doc);
	for (size_t i = 0; all && i < all->nteilnahmen; i++) {
		const struct doc_teilnahme *t = &all->teilnahmen[i];
		if (t->als == DOC_STIMMBERECHTIGT && t->da == DOC_ANWESEND && t->wer.name)
			choice(to, t->wer.person, t->wer.name, NULL);
	}
}

/* What the town calls its roles, its kinds of papers and bodies, its choices. */
static void choose_named(cJSON *o, const struct style *style)
{
	static const struct { const char *list; enum sty_liste of; } lists[] = {{"roles", STY_ROLLEN},
		{"papers", STY_VORLAGENARTEN}, {"bodies", STY_GREMIENARTEN}, {"ticks", STY_AUSWAHLEN}};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		cJSON *to = cJSON_AddArrayToObject(o, lists[i].list);
		const struct sty_namen *all = sty_namen(style, lists[i].of);
		for (int n = 0; n < all->n; n++)
			choice(to, all->all[n].name, all->all[n].wort, NULL);
	}
}

void wst_get_choices(struct wst_call *k)
{
	struct diag *d = diag_new();
	struct edition e = {0};
	char *real = wst_source(k, wst_query(k, "document"));
	if (!real) {
		diag_free(d);
		return;
	}
	cJSON *o = cJSON_CreateObject(), *offices = cJSON_AddArrayToObject(o, "offices"),
	      *figures = cJSON_AddArrayToObject(o, "figures"), *places = cJSON_AddArrayToObject(o, "places"),
	      *people = cJSON_AddArrayToObject(o, "people"), *groups = cJSON_AddArrayToObject(o, "groups"),
	      *voters = cJSON_AddArrayToObject(o, "voters"),
	      *results = cJSON_AddArrayToObject(o, "results");
	wst_set(k, real);
	if (wst_edition(k, real, &e, d) && e.style) {
		const struct doc_words words = sty_words(e.style);
		choose_offices(offices, e.doc);
		choose_offices(offices, e.doc->verzeichnis);
		choose_figures(k->mem, figures, e.doc);
		choose_figures(k->mem, figures, e.doc->verzeichnis);
		choose_places(k->mem, places, e.doc, &words);
		choose_people(people, e.doc);
		choose_groups(groups, e.doc);
		choose_voters(voters, e.doc);
		choose_named(o, e.style);
		cJSON_AddBoolToObject(o, "casting", sty_rule_is(e.style, "stichentscheid", "ja"));
		cJSON_AddBoolToObject(o, "numbered", !sty_rule_is(e.style, "beschluss-muster", "keins"));
		for (size_t i = 0; sty_result(e.style, i); i++)
			choice(results, sty_result(e.style, i)->id, sty_result(e.style, i)->wort,
				sty_result(e.style, i)->stimmen == STY_OHNE_STIMMEN ? "ohne" : "");
	}
	pipe_end(&e);
	pipe_rewind(k->w->pipe);
	pthread_mutex_unlock(&k->w->setting);
	if (k->status)
		cJSON_Delete(o);
	else
		wst_json(k, MHD_HTTP_OK, o);
	diag_free(d);
}
