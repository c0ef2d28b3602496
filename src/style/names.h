/* names.h: inside the room: the names a template may use, and what is kept of it beside paragraphs and tables. */
#ifndef STYLE_NAMES_H
#define STYLE_NAMES_H
#include <stdbool.h>
#include <stddef.h>

#include "source/source.h"
#include "style/style.h"

struct sty_pair { const char *name, *value; int line; };

struct style_names {
	struct { const char *name; sty_rgb rgb; const struct src_elem *at; } *colours; int ncolours;
	struct { const char *name; struct sty_line line; } *lines; int nlines;
	struct sty_pair *words; int nwords;
	struct sty_pair *rules; int nrules;
	struct sty_pair *severities; int nseverities;
	struct sty_fieldset { struct sty_field *fields; int n; } massnahme, arbeitspaket;
	struct sty_papiere *papiere;                   /* papiere.c */
	struct sty_ergebnis *results; int nresults;    /* results.c */
	struct sty_measure *measures; int nmeasures;   /* measure.c */
	struct sty_widths *widths; int nwidths;
	const struct src_elem *look, *rules_root;      /* roots of gestaltung.xml and regeln.xml */
	const struct src_elem **para_at;             /* where each paragraph style is defined */
};

/* Sorted by strcmp, ended by NULL. */
extern const char *const *const sty_para_names, *const *const sty_table_names,
							*const *const sty_line_names,
								*const *const sty_colour_names,
									*const *const sty_word_names,
										*const *const sty_field_names,
											*const *const sty_packet_names;
extern const size_t sty_nword_names;
extern const char *const *const sty_measure_names, *const *const sty_widths_names;     /* measure.c */
/* DAYS: a number or "unbekannt" */
enum sty_rule_kind { STY_RULE_NUMBER, STY_RULE_DAYS, STY_RULE_CHOICE, STY_RULE_TEXT };
struct sty_rule_row { const char *name; enum sty_rule_kind kind; const char *choices; };   /* choices: "a|b|c" */
extern const struct sty_rule_row sty_rules[];

bool sty_known(const char *const *names, const char *name);
/* The known name closest to a wrong one, or NULL when none is near. */
const char *sty_nearest(const char *const *names, const char *name);

/* load.c */
struct sty_load { struct style *s; struct diag *d; const char *file; };
void sty_load_look(struct sty_load *, const struct src_elem *root);
void sty_load_rules(struct sty_load *, const struct src_elem *root);
void sty_load_results(struct sty_load *, const struct src_elem *root);         /* results.c */
struct doc_muster_regel sty_muster_rules(const struct style *);        /* style.c */
struct doc_muster_regel sty_beschluss_rules(const struct style *);
/* inherit.c: own laid over base; a new tree in mem */
struct src_elem *sty_inherit(struct mem *, const struct src_elem *base, const struct src_elem *own);
/* contrast.c */
void sty_contrast(struct sty_load *);
/* "9,5", rounded down, so that a value just missed does not look reached */
const char *sty_ratio_text(char buf[16], double);

#endif
