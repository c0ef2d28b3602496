/* schema.h: the schema as tables, which the build makes from templates/schema/ratssatz.xsd (tool/xsdtables.c). */
#ifndef SOURCE_SCHEMA_H
#define SOURCE_SCHEMA_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "model/doc.h"

enum schema_base { SCHEMA_TOKEN, SCHEMA_STRING, SCHEMA_DATE, SCHEMA_MONTH, SCHEMA_YEAR, SCHEMA_LANGUAGE, SCHEMA_UNION };
enum { SCHEMA_MEMBERS = 4 };

struct schema_type {
	enum schema_base base;
	const char *const *values; int nvalues;        /* enumeration */
	const char *pattern;                           /* NULL: none */
	const struct schema_type *member[SCHEMA_MEMBERS]; int nmembers;       /* of a union */
	const char *expected;                          /* German, for messages; NULL where the values are listed */
};

struct schema_attr {
	enum doc_attr attr;
	bool required;
	const struct schema_type *type;
	const char *text;                              /* explanation; NULL: none */
	const char *names;                             /* a reference: what it names; NULL: unsaid */
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
	const struct schema_slot *slots; int nslots;
	const struct schema_attr *attrs; int nattrs;
	const char *text, *example;                    /* explanation; NULL: none */
};

/* An element that means something else in one parent. */
struct schema_local { enum doc_kind parent, kind; struct schema_elem elem; };

extern const struct schema_type schema_types[]; extern const int schema_ntypes;
extern const struct schema_elem schema_elems[DOC_KIND_MAX];
extern const struct schema_local schema_locals[]; extern const int schema_nlocals;

/* What is looked up fast: names by hash, patterns compiled when first needed. */
struct schema;
struct schema *schema_new(void);
void schema_free(struct schema *);
enum doc_kind schema_kind(const struct schema *, const char *name);            /* DOC_KIND_MAX: none */
enum doc_attr schema_attr(const struct schema *, const char *name);            /* DOC_ATTR_MAX: none */
bool schema_value(struct schema *, const struct schema_type *, const char *value);

const struct schema_elem *schema_elem(enum doc_kind);                          /* NULL: none */
/* what it is in that parent */
const struct schema_elem *schema_elem_in(enum doc_kind parent, enum doc_kind);
bool schema_has(const struct schema_set *, enum doc_kind);
const struct schema_attr *schema_find_attr(const struct schema_elem *, enum doc_attr);  /* NULL: none */

/* "einer der Werte „ja“, „nein“", "ein Betrag in Euro …" */
void schema_expected(struct buf *, const struct schema_type *);

/* spell.c: what was meant. Umlauts count as written out. */
int spell_distance(const char *a, const char *b);                      /* edits, at most 3 counted */
bool spell_close(const char *wrong, const char *right);
size_t spell_curly(const char *p, const char *end); /* bytes of a quotation mark of print here; 0: none */
enum doc_kind spell_html(const char *name);           /* the kind somebody coming from HTML means; DOC_KIND_MAX: none */

#endif
