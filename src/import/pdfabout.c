/* pdfabout.c: what a PDF holds beside its pages, as pdfinfo, pdfdetach and our second program say it. Annotations are
 * remarks at their page, all else is told. */
#include <stdlib.h>
#include <string.h>

#include "base/look.h"
#include "base/program.h"
#include "base/u8.h"
#include "import/bag.h"
#include "import/net.h"
#include "import/pdf.h"

/* The value behind "Name:" at the beginning of a line; "": none. */
static const char *said(struct mem *m, const char *all, const char *name)
{
	const size_t n = strlen(name);
	for (const char *line = all; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		if (!strncmp(line, name, n) && line[n] == ':') {
			const char *value = line + n + 1 + strspn(line + n + 1, " ");
			return mem_str(m, value, strcspn(value, "\n"));
		}
	return "";
}

static void tell_properties(struct imp_flow *f, const struct file_map *in)
{
	static const char *const names[] = {"Title", "Subject", "Keywords"};
	const char *values[sizeof names / sizeof *names];
	size_t n = 0;
	struct buf b = {0};
	if (!prog_run_on((const char *const[]){"pdfinfo", "-enc", "UTF-8", "-", NULL}, in->data, in->size, &b) &&
		b.data) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			const char *value = said(f->mem, b.data, names[i]);
			if (u8_valid(value, strlen(value)) && bag_count(value))
				values[n++] = value;
		}
		imp_net_tell(f, "Eigenschaft der Datei", values, n);
		if (!strcmp(said(f->mem, b.data, "Form"), "AcroForm") || !strcmp(said(f->mem, b.data, "Form"), "XFA"))
			imp_lose(f, "Formularfelder: gelesen ist, was auf der Seite steht, nicht Vorgaben und Hinweise",
				said(f->mem, b.data, "Form"));
	}
	buf_free(&b);
}

static void tell_attached(struct imp_flow *f, const char *path)
{
	struct buf b = {0};
	const bool run = !prog_run((const char *const[]){"pdfdetach", "-list", path, NULL}, &b);
	const char *line = run && b.data ? strchr(b.data, '\n') : NULL;        /* the first says how many */
	for (; line && line[1]; line = strchr(line + 1, '\n')) {
		const char *one = mem_str(f->mem, line + 1, strcspn(line + 1, "\n")), *name = strstr(one, ": ");
		if (name && u8_valid(name, strlen(name)))
			imp_lose(f, "Anhang der Datei", name + 2);
	}
	buf_free(&b);
}

/* ---- what the second program says ---- */

enum { REMARK, KINDS = 14 };
static const struct { const char *kind, *told; } kinds[KINDS] = {
	[REMARK] = {"Anmerkung", NULL},
	{"Betreff", "Betreff einer Anmerkung"},
	{"Formularfeld", "Formularfeld: Inhalt, Auswahl oder Hinweis"},
	{"Unterschrift", "Angabe einer digitalen Unterschrift"},
	{"Ebene", "Ebene, die ausgeschaltet ist"},
	{"Ebenentext", "Text einer Ebene, die ausgeschaltet ist"},
	{"Alternativtext", "Alternativtext, der nirgends steht"},
	{"Langform", "Langform einer Abkürzung, die nur vorgelesen wird"},
	{"Ersatztext", "Text, der statt des gezeigten vorgelesen wird"},
	{"Titel", "Titel eines Elements"},
	{"Lesezeichen", "Lesezeichen"},
	{"Eigenschaft", "Eigenschaft der Datei"},
	{"Skript", "Skript, nicht ausgeführt"},
	{"Anhang", "Anhang der Datei"},
};

struct remark { const char *text, *who, *when; int page; };
struct beside {
	struct mem *mem;
	const char **at[KINDS];                        /* their words */
	size_t n[KINDS], cap[KINDS];
	struct remark *remarks; size_t cap_remarks;    /* beside at[REMARK] */
};

/* "D:20240301103000+01'00'" as we write it; NULL: it is none. */
static const char *day_of(struct mem *m, const char *s)
{
	s += strncmp(s, "D:", 2) ? 0 : 2;
	const size_t n = strspn(s, "0123456789");
	if (n < 8)
		return NULL;
	const char *day = mem_fmt(m, "%.4s-%.2s-%.2s", s, s + 4, s + 6);
	return n < 14 ? day : mem_fmt(m, "%sT%.2s:%.2s:%.2s", day, s + 8, s + 10, s + 12);
}

/* Without the tags of rich text. */
static const char *untagged(struct mem *m, const char *s)
{
	struct buf b = {0};
	if (*s != '<')
		return s;
	for (; *s; s += *s != '\0') {
		if (*s != '<') {
			buf_chr(&b, *s);
			continue;
		}
		s += strcspn(s, ">");
		buf_chr(&b, ' ');
	}
	return buf_line(m, b.data ? b.data : "");
}

static void take_line(struct beside *b, char *line)
{
	char *part[5];
	size_t n = 0;
	for (char *s = line; s && n < 5; s = strchr(s, '\t')) {
		if (n)
			*s++ = '\0';
		part[n++] = s;
	}
	int k = 0;
	while (n == 5 && k < KINDS && strcmp(kinds[k].kind, part[0]))
		k++;
	if (n < 5 || k == KINDS || !u8_valid(part[4], strlen(part[4])) || !u8_valid(part[2], strlen(part[2])))
		return;
	const char *text = k == REMARK ? untagged(b->mem, part[4]) : part[4];
	if (!bag_count(text))
		return;
	MEM_ROOM_IN(b->mem, b->at[k], b->n[k], b->cap[k]);
	if (k == REMARK) {
		MEM_ROOM_IN(b->mem, b->remarks, b->n[k], b->cap_remarks);
		b->remarks[b->n[k]] = (struct remark){text, *part[2] ? part[2] : NULL, day_of(b->mem, part[3]),
			atoi(part[1])};
	}
	b->at[k][b->n[k]++] = text;
}

/* The first paragraph of each page. */
static struct imp_node **first_of_pages(struct imp_flow *f, int *pages)
{
	*pages = 0;
	for (const struct imp_node *n = f->root; n; n = imp_after(n, f->root))
		*pages = n->page > *pages ? n->page : *pages;
	struct imp_node **first = MEM_ARRAY(f->mem, struct imp_node *, (size_t)*pages + 1);
	for (struct imp_node *n = f->root; n; n = imp_after(n, f->root))
		if (n->kind == IMP_PARA && n->page > 0 && !first[n->page] && n->parent->kind != IMP_FURNITURE &&
			n->parent->kind != IMP_TOC && n->parent->kind != IMP_COMMENT)
			first[n->page] = n;
	return first;
}

static void put_remarks(struct imp_flow *f, const struct beside *b)
{
	const size_t n = b->n[REMARK];
	bool *lacks = MEM_ARRAY(f->mem, bool, n + 1);
	int pages;
	struct imp_node **first = n ? first_of_pages(f, &pages) : NULL, *end = NULL;
	imp_net_lacks(f, b->at[REMARK], n, lacks);
	for (size_t i = 0; i < n; i++) {
		const struct remark *r = &b->remarks[i];
		struct imp_node *at = r->page > 0 && r->page <= pages ? first[r->page] : NULL;
		if (!lacks[i])                         /* it is drawn on its page */
			continue;
		if (!at)
			at = end = end ? end : imp_add(f, f->root, IMP_PARA);
		struct imp_node *c = imp_add(f, at, IMP_COMMENT);
		c->author = r->who;
		c->when = r->when;
		imp_add_text(f, imp_add(f, c, IMP_PARA), r->text, strlen(r->text), 0);
	}
}

static void tell_rest(struct imp_flow *f, const struct file_map *in)
{
	struct buf said = {0};
	struct beside b = {.mem = f->mem};
	if (look_beside(in->data, in->size, &said))
		for (char *line = mem_str(f->mem, said.data, said.len), *end; *line; line = end) {
			end = line + strcspn(line, "\n");
			if (*end)
				*end++ = '\0';
			take_line(&b, line);
		}
	else
		imp_lose(f, "Was die Datei neben ihren Seiten sagt (Anmerkungen, Felder), ließ sich nicht lesen",
			"bitte in einem PDF-Programm ansehen");
	put_remarks(f, &b);
	for (int k = REMARK + 1; k < KINDS; k++)
		imp_net_tell(f, kinds[k].told, b.at[k], b.n[k]);
	buf_free(&said);
}

void pdf_tell_beside(struct imp_flow *f, const char *path, const struct file_map *in)
{
	tell_properties(f, in);
	tell_attached(f, path);
	tell_rest(f, in);
}
