/* attrs.h: inside the room: attributes of a template's elements by table. */
#ifndef STYLE_ATTRS_H
#define STYLE_ATTRS_H
#include "style/names.h"

/* What an attribute holds, and the type of the field it is put into. */
enum sty_type {
	LEN,                                           /* len_t */
	INT,                                           /* uint16_t */
	FLAG,                                          /* bool */
	COLOUR,                                        /* sty_rgb, by the colour's name */
	LINE,                                          /* struct sty_line, by the line's name */
	ROLE,                                          /* uint8_t: enum sty_role */
	ALIGN,                                         /* uint8_t: enum sty_align */
	PERCENT,                                       /* len_t in per mille */
	TEXT,                                          /* const char *, borrowed from the element */
};

/* at: offset in the target. Rows end with {0}. */
struct sty_attr { const char *name; enum sty_type type; size_t at; bool needed; };

extern const char *const sty_role_names[STY_ROLE_MAX];
extern const char sty_length_wanted[];

int sty_count(const struct src_elem *parent, const char *name);                 /* its children of that name */
const char *sty_get(const struct src_elem *, const char *attr);              /* NULL if absent */
/* VORLAGENWERT: value is none for attr; want: what is expected. */
void sty_bad(struct sty_load *, const struct src_elem *, const char *attr, const char *value, const char *want);
/* VORLAGE: a name that is none of names (any order, ended by NULL); what: the German word for its kind. */
void sty_unknown(struct sty_load *, const struct src_elem *, const char *what, const char *name,
	const char *const *names);
/* "7.5", "7,5pt", "36mm" in milli-points; exact, without floating point for the digits. */
bool sty_parse_len(const char *, len_t *);
bool sty_parse_rgb(const char *, sty_rgb *);       /* "15 76 92" */
bool sty_parse_int(const char *, int64_t least, int64_t most, int64_t *);
/* All attributes of an element by its table into the target; tells unknown and missing ones. */
void sty_set_all(struct sty_load *, const struct src_elem *, const struct sty_attr *rows, void *target);
bool sty_chosen(const char *choices, const char *value);       /* one of "a|b|c"? choices NULL: anything is */
const char *sty_spoken(struct sty_load *, const char *choices);          /* "a, b oder c" */

#endif
