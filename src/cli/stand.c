/* stand.c: how far a Fortschreibung is, and what each office still has to decide: as text, as JSON, as a worksheet in
 * PDF. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "cli/print.h"
#include "cli/run.h"
#include "compose/compose.h"
#include "office/sheets.h"

enum { LINE_NO = 6, WHAT = 19 };                       /* columns: a line of a file ends, what is open begins */

struct desk { const char *id, *name; size_t all, open; };
struct overview {
	const struct cmd_args *args;
	const struct doc *doc;
	const struct edition *edition;
	struct doc_words words;                        /* of its town */
	const char *path, *only;                       /* only: --stelle, or NULL */
	struct desk *offices; size_t n, cap;
	size_t all, open;
};

static const char *name_of(const struct doc *doc, const char *id)
{
	const struct doc_stelle *s = id ? doc_stelle(doc, id) : NULL;
	return s ? s->name : id ? id : "ohne Stelle";
}

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static struct desk *desk_of(struct overview *o, struct mem *m, const char *id)
{
	for (size_t i = 0; i < o->n; i++)
		if (same(o->offices[i].id, id))
			return &o->offices[i];
	MEM_ROOM_IN(m, o->offices, o->n, o->cap);
	o->offices[o->n] = (struct desk){.id = id, .name = name_of(o->doc, id)};
	return &o->offices[o->n++];
}

static bool shown(const struct overview *o, const struct doc_punkt *p)
{
	return !o->only || doc_betrifft(o->doc, p, o->only);
}

static void count(struct overview *o, struct mem *m)
{
	size_t n;
	const struct doc_punkt *p = doc_punkte(o->doc, &n);
	for (size_t i = 0; i < n; i++) {
		if (!shown(o, &p[i]))
			continue;
		struct desk *at = desk_of(o, m, p[i].stelle);
		at->all++;
		at->open += p[i].offen;
		o->all++;
		o->open += p[i].offen;
	}
}

typedef void put_words(struct buf *, const struct doc *, const struct doc_punkt *, const struct doc_words *);
static char *words(put_words *put, const struct overview *o, const struct doc_punkt *p)
{
	struct buf b = {0};
	put(&b, o->doc, p, &o->words);
	buf_str(&b, "");
	return b.data;                                   /* freed by the caller */
}

/* ---- for people ---- */

static void print_point(const struct overview *o, const struct doc_punkt *p)
{
	char *name = words(doc_put_punkt, o, p), *before = words(doc_put_bisher, o, p);
	struct buf b = {0};
	buf_fmt(&b, "%s%s%s%s", name, *before ? " [" : "", before, *before ? "]" : "");
	printf("%*d  ", LINE_NO, p->node->line);
	cmd_pad(stdout, doc_punkt_name(p->art, &o->words), WHAT - LINE_NO - 2);
	cmd_wrap(stdout, b.data, WHAT, WHAT);
	printf("%*s", WHAT, "");
	cmd_wrap(stdout, doc_aufgabe(p->art), WHAT, WHAT);
	buf_free(&b);
	free(name);
	free(before);
}

/* Its points, a file named once for those that stand in it. */
static void print_office(const struct overview *o, const struct desk *office)
{
	size_t n;
	const struct doc_punkt *p = doc_punkte(o->doc, &n);
	const char *file = NULL;
	struct buf head = {0};
	buf_fmt(&head, "%s: %zu offen", office->name, office->open);
	putchar('\n');
	cmd_wrap(stdout, head.data, 2, 0);
	buf_free(&head);
	for (size_t k = 0; k < n; k++) {
		if (!p[k].offen || !shown(o, &p[k]) || !same(p[k].stelle, office->id))
			continue;
		if (!same(file, doc_path(o->doc, p[k].node)))
			printf("  %s\n", file = doc_path(o->doc, p[k].node));
		print_point(o, &p[k]);
	}
}

struct looking { const struct overview *o; const char *file; size_t n; };

static void print_looked(void *arg, const struct off_looked *x)
{
	struct looking *l = arg;
	if (l->o->only && !same(l->o->only, x->stelle))
		return;
	if (!l->n++)
		puts("\nAnzusehen, aus der vorigen Ausgabe übernommen:");
	if (!same(l->file, x->file))
		printf("  %s\n", l->file = x->file);
	printf("%*d  ", LINE_NO, x->line);
	cmd_wrap(stdout, x->warum, LINE_NO + 2, LINE_NO + 2);
	printf("%*s", LINE_NO + 2, "");
	cmd_wrap(stdout, name_of(l->o->doc, x->stelle), LINE_NO + 2, LINE_NO + 2);
}

/* The days of decision hold nothing up: they come last. */
static void print_decisions(const struct overview *o)
{
	struct buf all = {0};
	for (const struct doc_node *b = doc_angabe(o->doc, DOC_BESCHLUSS); b; b = doc_next(b, DOC_BESCHLUSS))
		if (!doc_get(b, DOC_A_DATUM))
			buf_fmt(&all, "%s%s", all.len ? ", " : "Tag des Beschlusses noch offen: ",
				name_of(o->doc, doc_get(b, DOC_A_GREMIUM)));
	if (all.len) {
		putchar('\n');
		cmd_wrap(stdout, all.data, 2, 0);
	}
	buf_free(&all);
}

static void print_text(const struct overview *o)
{
	struct buf b = {0};
	printf("%s: Ausgabe %s\n  ", o->path, o->doc->edition ? o->doc->edition : "");
	buf_fmt(&b, "%zu von %zu %s entschieden%s", o->all - o->open, o->all, o->all == 1 ? "Punkt" : "Punkten",
		!o->all           ? "; es wird nichts fortgeschrieben"
			: o->open ? "; bis alle entschieden sind, ist die Ausgabe ein Entwurf"
				  : "");
	cmd_wrap(stdout, b.data, 2, 2);
	buf_free(&b);
	for (size_t i = 0; i < o->n; i++) {
		const int at = printf("  %3zu von %3zu  ", o->offices[i].all - o->offices[i].open, o->offices[i].all);
		cmd_wrap(stdout, o->offices[i].name, at > 0 ? (size_t)at : 0, at > 0 ? (size_t)at : 0);
	}
	for (size_t i = 0; i < o->n; i++)
		if (o->offices[i].open)
			print_office(o, &o->offices[i]);
	off_to_look_at(o->edition, print_looked, &(struct looking){.o = o});
	if (o->all && !o->only)
		print_decisions(o);
}

/* ---- for programs ---- */

static void add_text(cJSON *o, const char *key, char *s)
{
	cJSON_AddStringToObject(o, key, s);
	free(s);
}

static cJSON *point(const struct overview *o, const struct doc_punkt *p)
{
	static const char *const arts[] = {[DOC_P_STAND] = "stand",
		[DOC_P_MASSNAHME] = "massnahme",
		[DOC_P_DIAGRAMM] = "diagramm",
		[DOC_P_KENNZAHL] = "kennzahl",
		[DOC_P_GRUSSWORT] = "grusswort",
		[DOC_P_KURZFASSUNG] = "kurzfassung"};
	const struct doc_massnahme *m = p->art == DOC_P_MASSNAHME ? doc_massnahme(o->doc, p->node) : NULL;
	const char *id = doc_get(p->node, DOC_A_ID);
	cJSON *j = cJSON_CreateObject();
	cJSON_AddStringToObject(j, "art", arts[p->art]);
	if (id)
		cJSON_AddStringToObject(j, "id", id);
	add_text(j, "name", words(doc_put_punkt, o, p));
	add_text(j, "bisher", words(doc_put_bisher, o, p));
	if (m && m->faellig)
		cJSON_AddNumberToObject(j, "faellig", m->faellig);
	if (p->stelle)
		cJSON_AddStringToObject(j, "stelle", p->stelle);
	cJSON_AddBoolToObject(j, "entschieden", !p->offen);
	if (p->offen)
		cJSON_AddStringToObject(j, "aufgabe", doc_aufgabe(p->art));
	cJSON_AddStringToObject(j, "datei", doc_path(o->doc, p->node));
	cJSON_AddNumberToObject(j, "zeile", p->node->line);
	return j;
}

static void add_looked(void *arg, const struct off_looked *x)
{
	cJSON *j = cJSON_CreateObject();
	if (x->stelle)
		cJSON_AddStringToObject(j, "stelle", x->stelle);
	cJSON_AddStringToObject(j, "warum", x->warum);
	cJSON_AddStringToObject(j, "datei", x->file);
	cJSON_AddNumberToObject(j, "zeile", x->line);
	cJSON_AddItemToArray(arg, j);
}

static void print_json(const struct overview *o)
{
	size_t n;
	const struct doc_punkt *p = doc_punkte(o->doc, &n);
	const char *before = doc_get(o->doc->root, DOC_A_VORGAENGER);
	cJSON *all = cJSON_CreateObject(), *offices = cJSON_CreateArray(), *points = cJSON_CreateArray();
	cJSON_AddStringToObject(all, "datei", o->path);
	cJSON_AddStringToObject(all, "ort", o->doc->ort);
	cJSON_AddStringToObject(all, "edition", o->doc->edition ? o->doc->edition : "");
	if (before)
		cJSON_AddStringToObject(all, "vorgaenger", before);
	cJSON_AddNumberToObject(all, "punkte", (double)o->all);
	cJSON_AddNumberToObject(all, "entschieden", (double)(o->all - o->open));
	cJSON_AddBoolToObject(all, "entwurf", doc_offen(o->doc) > 0);
	for (size_t i = 0; i < o->n; i++) {
		cJSON *j = cJSON_CreateObject();
		if (o->offices[i].id)
			cJSON_AddStringToObject(j, "id", o->offices[i].id);
		cJSON_AddStringToObject(j, "name", o->offices[i].name);
		cJSON_AddNumberToObject(j, "punkte", (double)o->offices[i].all);
		cJSON_AddNumberToObject(j, "entschieden", (double)(o->offices[i].all - o->offices[i].open));
		cJSON_AddItemToArray(offices, j);
	}
	for (size_t i = 0; i < n; i++)
		if (shown(o, &p[i]))
			cJSON_AddItemToArray(points, point(o, &p[i]));
	cJSON_AddItemToObject(all, "stellen", offices);
	cJSON_AddItemToObject(all, "aufgaben", points);
	cJSON *days = cJSON_AddArrayToObject(all, "beschluesse-offen");
	for (const struct doc_node *b = doc_angabe(o->doc, DOC_BESCHLUSS); b; b = doc_next(b, DOC_BESCHLUSS))
		if (!doc_get(b, DOC_A_DATUM) && doc_get(b, DOC_A_GREMIUM))
			cJSON_AddItemToArray(days, cJSON_CreateString(doc_get(b, DOC_A_GREMIUM)));
	off_to_look_at(o->edition, add_looked, cJSON_AddArrayToObject(all, "anzusehen"));
	cmd_print_json(all);
}

/* ---- the command ---- */

static bool wants(const struct cmd_args *a, const char *format)
{
	const char *f = a->opt[CMD_O_FORMAT];
	return f ? !strcmp(f, format) : !strcmp(format, a->opt[CMD_O_JSON] ? "json" : "text");
}

static void worksheet(struct pipe *p, const struct cmd_args *a, struct edition *e, struct diag *d)
{
	struct mem *m = pipe_mem(p);
	const char *o = a->opt[CMD_O_OUTPUT], *stelle = a->opt[CMD_O_STELLE];
	char *name = mem_fmt(m, "%s-aufgaben%s%s.pdf", pipe_output_name(m, pipe_places(p), e->doc->files[0].path),
		stelle ? "-" : "", stelle ? stelle : "");
	e->tree = com_aufgaben(e->doc, stelle, e->style, e->txt, d);
	if (pipe_set(p, e, d))
		pipe_stage_pdf(p, e, o && !file_is_dir(o) ? o : file_join(m, o ? o : ".", name), d);
}

static void print_waiting(void *any, const char *stelle, const char *was, struct date since)
{
	struct buf line = {0};
	date_put_short(&line, since);
	const size_t indent = line.len + 2;
	buf_fmt(&line, "  %s: %s", stelle, was);
	printf("%.*s", (int)indent, line.data);
	cmd_wrap(stdout, line.data + indent, indent, indent);
	buf_free(&line);
	*(bool *)any = true;
}

/* What was sent out so long ago and is still open. */
static void waiting(const struct office *office, const struct cmd_args *a, const char *path, struct diag *d)
{
	bool any = false;
	if (off_unanswered(office, path, atoi(a->opt[CMD_O_OFFEN_SEIT]), print_waiting, &any, d) && !any)
		puts("Nichts wartet so lange auf eine Antwort.");
}

static void one(const struct office *office, const struct cmd_args *a, const char *path, struct diag *d)
{
	if (a->opt[CMD_O_BOEGEN]) {
		cmd_sheets(office, a, path, d);
		return;
	}
	if (a->opt[CMD_O_OFFEN_SEIT]) {
		waiting(office, a, path, d);
		return;
	}
	struct edition e;
	struct overview o = {.args = a, .path = path, .only = a->opt[CMD_O_STELLE]};
	struct mem *m = mem_new();
	if (pipe_read(office->pipe, path, NULL, &e, d)) {
		o.doc = e.doc;
		o.edition = &e;
		o.words = sty_words(e.style);
		count(&o, m);
		if (o.only && !doc_stelle(e.doc, o.only))
			diag_sys(d, "STELLEFREMD", path, 0,
				"Eine Stelle „%s“ steht nicht im Verzeichnis; erwartet wird ihre id, bitte berichtigen",
				o.only);
		else if (e.doc->root->kind != DOC_KONZEPT)
			diag_sys(d, "ARTFREMD", path, e.doc->root->line,
				"<%s> wird nicht fortgeschrieben; erwartet wird ein Konzept",
				doc_kind_name(e.doc->root->kind));
		else if (wants(a, "pdf"))
			worksheet(office->pipe, a, &e, d);
		else
			(wants(a, "json") ? print_json : print_text)(&o);
	}
	pipe_end(&e);
	mem_free(m);
}

bool cmd_sheet_format(const struct cmd_args *a)
{
	if (!a->opt[CMD_O_FORMAT] || wants(a, "html") || wants(a, "docx") || wants(a, "odt") || wants(a, "csv"))
		return true;
	cmd_usage("Ein Bogen geht nicht als %s hinaus; möglich ist --format html, docx, odt oder csv",
		a->opt[CMD_O_FORMAT]);
	return false;
}

void cmd_sheets(const struct office *o, const struct cmd_args *a, const char *edition, struct diag *d)
{
	off_sheets(o, &(struct off_sheets){edition, a->opt[CMD_O_BOEGEN], a->opt[CMD_O_FORMAT]}, d);
}

int cmd_stand(const struct cmd_args *a)
{
	const char *days = a->opt[CMD_O_OFFEN_SEIT];
	if (days && (!*days || strlen(days) > 4 || strspn(days, "0123456789") != strlen(days)))
		return cmd_usage("--offen-seit „%s“ ist keine Zahl von Tagen", days);
	if (a->opt[CMD_O_BOEGEN] && !cmd_sheet_format(a))
		return CMD_USAGE;
	if (!a->opt[CMD_O_BOEGEN] && !wants(a, "text") && !wants(a, "json") && !wants(a, "pdf"))
		return cmd_usage("ratssatz stand macht kein %s; möglich ist --format text, json oder pdf",
			a->opt[CMD_O_FORMAT]);
	if (a->opt[CMD_O_OUTPUT] && (a->opt[CMD_O_BOEGEN] || days || !wants(a, "pdf")))
		return cmd_usage("-o geht bei stand nur mit --format pdf (Arbeitsblatt); Bögen kommen in den Ordner "
			"hinter --boegen, anderes geht mit > DATEI in eine Datei");
	return cmd_documents(a, one);
}
