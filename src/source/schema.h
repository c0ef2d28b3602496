/* schema.h: the schema as tables. Read from ratssatz.xsd, with or without its explanations; a shape it does not know is
 * a fault of the schema. */
#ifndef SOURCE_SCHEMA_H
#define SOURCE_SCHEMA_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "model/doc.h"

enum schema_base { SCHEMA_TOKEN, SCHEMA_STRING, SCHEMA_DATE, SCHEMA_MONTH, SCHEMA_YEAR, SCHEMA_LANGUAGE, SCHEMA_UNION };

struct schema_type {
	const char *name, *expected;              /* expected: German, for messages; NULL where the values are listed */
	enum schema_base base;
	const char **values; int nvalues;              /* enumeration */
	const char *pattern;
	void *regexp;                                  /* compiled when first needed */
	struct schema_type *member[4]; int nmembers;   /* of a union */
};

struct schema_attr {
	enum doc_attr attr;
	bool required;
	struct schema_type *type;
	const char *text;                              /* explanation; NULL in a stripped schema */
};

enum { SCHEMA_KINDS = (DOC_KIND_MAX + 63) / 64, SCHEMA_SLOTS = 32 };
struct schema_set { uint64_t bits[SCHEMA_KINDS]; };

/* Content is a row of slots, filled from left to right; a slot takes one or many of a set of kinds. */
struct schema_slot {
	struct schema_set set;
	bool needed, many;
};

struct schema_elem {
	bool known, mixed;
	struct schema_slot *slots; int nslots;
	struct schema_attr *attrs; int nattrs;
	const char *text, *example;                    /* explanation; NULL in a stripped schema */
};

struct schema;

struct schema *schema_load(const char *dir, struct diag *);            /* NULL: message given */
void schema_free(struct schema *);
const struct schema_elem *schema_elem(const struct schema *, enum doc_kind);   /* NULL: none */
/* what it is in that parent */
const struct schema_elem *schema_elem_in(const struct schema *, enum doc_kind parent, enum doc_kind);
/* the local ones; NULL: no more */
const struct schema_elem *schema_local(const struct schema *, int i, enum doc_kind *parent, enum doc_kind *);
enum doc_kind schema_kind(const struct schema *, const char *name);            /* DOC_KIND_MAX: none */
enum doc_attr schema_attr(const struct schema *, const char *name);            /* DOC_ATTR_MAX: none */
bool schema_has(const struct schema_set *, enum doc_kind);
const struct schema_attr *schema_find_attr(const struct schema_elem *, enum doc_attr);  /* NULL: none */

/* lines.c: the schema as the build wrote it in lines; NULL: not there or not as expected. path: of the XSD, for
 * messages. */
struct src_elem;
const struct src_elem *schema_lines(struct mem *, const char *lines, const char *path, struct diag *);

/* value.c */
bool schema_value(struct schema_type *, const char *value);                   /* compiles its pattern at first */
/* "einer der Werte „ja“, „nein“", "ein Betrag in Euro …" */
void schema_expected(struct buf *, const struct schema_type *);
void schema_type_free(struct schema_type *);

/* spell.c: what was meant. Umlauts count as written out. */
int spell_distance(const char *a, const char *b);                      /* edits, at most 3 counted */
bool spell_close(const char *wrong, const char *right);
enum doc_kind spell_html(const char *name);           /* the kind somebody coming from HTML means; DOC_KIND_MAX: none */

#endif
