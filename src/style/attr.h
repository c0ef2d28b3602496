/* attr.h: inside the room: attributes of a template's elements to typed values. Faults are told at the element. */
#ifndef STYLE_ATTR_H
#define STYLE_ATTR_H
#include "style/names.h"

/* what an attribute holds, and the type of the member it is written to */
enum sty_attr_type {
	STY_AS_LEN,     /* "7.5" (points), "36mm": len_t */
	STY_AS_INT,     /* 0 to 999: uint16_t */
	STY_AS_FLAG,    /* ja, nein: bool */
	STY_AS_COLOUR,  /* by name: sty_rgb */
	STY_AS_LINE,    /* by name: struct sty_line */
	STY_AS_ROLE,    /* of a font: uint8_t */
	STY_AS_ALIGN,   /* enum sty_align: uint8_t */
	STY_AS_PERCENT, /* 0 to 100, kept in thousandths: len_t */
	STY_AS_TEXT     /* const char *, borrowed from the element */
};

/* one attribute of an element: its member lies at bytes into the target; rows end with a name of NULL */
struct sty_attr_row { const char *name; enum sty_attr_type type; size_t at; bool needed; };

extern const char *const sty_role_names[];
extern const char *const sty_wanted[]; /* by type: what is expected, in words */
bool sty_parse_len(const char *, len_t *out);
bool sty_parse_rgb(const char *, sty_rgb *out);
const char *sty_attr(const struct src_elem *, const char *name);                 /* borrowed; NULL: not there */
bool sty_whole(const char *v, int64_t least, int64_t most, int64_t *out);         /* a whole number within both */
/* All attributes of an element by its table, written to target; tells unknown and missing ones. */
void sty_set_all(struct sty_load *, const struct src_elem *, const struct sty_attr_row *rows, void *target);
void sty_bad(struct sty_load *, const struct src_elem *, const char *attr, const char *value, const char *want);
void sty_unknown(struct sty_load *, const struct src_elem *, const char *what, const char *name,
	const char *const *names);

/* Elements by their name. */
/* Nearly all differ in the first letter, and a start asks often. */
#define STY_IS(e, n) (*(e)->name == *(n) && !strcmp((e)->name, (n)))
#define STY_EACH(e, in, n) for (const struct src_elem *e = (in)->first; e; e = e->next) if (STY_IS(e, (n)))
int sty_count(const struct src_elem *root, const char *element);
/* is there a name? an unknown one is told, as a what */
bool sty_named(struct sty_load *, const struct src_elem *, const char *what, const char *name,
	const char *const *known);
/* things whose first member is their name */
struct sty_list { const void *first; size_t size; int n; };
/* tells which of the wanted names the list lacks */
void sty_missing(struct sty_load *, const struct src_elem *root, const char *const *wanted_names, struct sty_list,
	const char *what, const char *element);
void sty_load_periods(struct sty_load *, const struct src_elem *root);         /* frist.c */
void sty_load_papers(struct sty_load *, const struct src_elem *root);          /* papiere.c */
void sty_load_measures(struct sty_load *, const struct src_elem *root);        /* measure.c */

#endif
