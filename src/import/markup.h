/* markup.h: XML and HTML of others as one small tree, whose names are the same whatever prefix or edition of a format
 * wrote them ("w:p", "text:p"; HTML: "p"). Nothing is fetched, no entity is resolved. */
#ifndef IMPORT_MARKUP_H
#define IMPORT_MARKUP_H
#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct mk_attr { const char *name, *value; struct mk_attr *next; };
struct mk {
	const char *name;                              /* NULL: text */
	const char *text;                              /* text only; NUL-terminated */
	struct mk_attr *attrs;
	struct mk *parent, *first, *last, *next;
	int line;
};

/* The root; NULL: not to be read, *why says so: the end of a German sentence. */
struct mk *mk_xml(struct mem *, const char *data, size_t n, const char **why);
/* HTML as it comes, in UTF-8; NULL only if there is nothing in it. */
struct mk *mk_html(struct mem *, const char *data, size_t n, const char **why);

bool mk_is(const struct mk *, const char *name);   /* false for NULL */
const char *mk_get(const struct mk *, const char *attr);                    /* NULL: not said; NULL node is fine */
int mk_int(const struct mk *, const char *attr, int otherwise);
struct mk *mk_child(const struct mk *, const char *name);  /* the first one so called; NULL node is fine */
/* The child of the child …: "w:pPr/w:numPr/w:ilvl" */
struct mk *mk_find(const struct mk *, const char *path);
bool mk_true(const struct mk *, const char *attr);  /* "1", "true", "on" */
const char *mk_val(const struct mk *, const char *path);                    /* its w:val; NULL: not there */
struct mk *mk_after(const struct mk *, const struct mk *top);               /* the next in document order below top */
/* An element whose only child is that node, until mk_rejoin gives it back its neighbours: for what reads all
 * children. */
struct mk mk_alone(const struct mk *, const char *name, struct mk **next);
void mk_rejoin(const struct mk *, struct mk *next);
bool mk_on(const struct mk *parent, const char *name);  /* a switch: there, and not "0", "false", "off" */
char *mk_text(struct mem *, const struct mk *);    /* all text below */

#endif
