/* rule.h: what the files of check share; private to the room. A rule is a row in rules.def: its code, its words, and
 * the functions that look. doc rules are called once and go through lists of nodes by kind; text rules are called by
 * the scanner for each token of their classes. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H
#include <string.h>

#include "check/check.h"
#include "model/papier.h"

enum chk_class {                                   /* of tokens; a rule names several as a mask of 1 << class */
	T_OTHER, T_BLANK, T_WORD, T_NUMBER,            /* number: digits, and . , : between digits */
	T_STOP,                                        /* . , ; : ! ? … */
	T_QUOTE,                                       /* all quotation marks, apostrophes, accents */
	T_BRACKET, T_DASH,                             /* ( ) [ ]; - – — */
	T_SIGN,                                        /* § % € / * _ ° and the like */
	T_OBJECT,                          /* stands for inline code, a reference, a word in another language: U+FFFC */
	T_END,                                         /* once, at the end of the text */
	T_MAX
};
#define ON(class) (1u << T_##class)

enum chk_rule {
#define RULE(code, sev, doc, text, on, title, words) RULE_##code,
#include "check/rules.def"
	RULE_MAX
};

/* The text of one paragraph, cell, title …, its inline elements melted in; the unit of all typography. */
struct chk_text {
	const char *s, *end;                           /* UTF-8, blanks folded; *end is NUL */
	const struct doc_node *block;                  /* the element it belongs to */
	const struct chk_piece { size_t at; const struct doc_node *node; } *piece;
	size_t npieces;                                /* at least one; where in the text each node begins */
	unsigned seen;                                 /* classes that occurred; complete at T_END */
	bool attr;                                     /* an attribute's value */
};

struct chk_tok { const char *p, *q; enum chk_class class; };

/* Names to numbers, by bytes. */
struct chk_map {
	struct chk_entry { const char *key; size_t len; uint32_t hash; int value; } *entry;
	uint32_t *slot;
	size_t n, cap, nslots;
};

struct chk_list { const struct doc_node **at; size_t n; };

struct chk {
	const struct doc *doc;
	const struct style *style;
	struct diag *diag;
	struct mem *mem;                               /* for this run only */
	struct chk_list kind[DOC_KIND_MAX];            /* all elements by kind, in document order; none for DOC_TEXT */
	struct chk_deviations *deviations;
	struct chk_findings *findings;                 /* meldung.c */
	struct chk_lines *lines;                       /* zeile.c */
	struct chk_names *names;                       /* namen.c */
	struct chk_abk *abk;                           /* abkuerzung.c */
	struct chk_spelling *spelling;                 /* rechtschreibung.c; NULL: not asked for */
	struct chk_saetze *saetze;                     /* zeitworte.c, while it runs */
	struct chk_alte *alte;                         /* stichtage.c, while it runs */
	const struct chk_context *context;             /* never NULL */
	bool reg_missed;                               /* a rule asked for the register, there is none */
	const struct doc_vorlage *vorlage;             /* NULL: the document is none */
	const struct doc_sitzung *sitzung;
	bool *zitiert;                                 /* by anlage: the text cites it; NULL: no anlagen */
	struct date stand;                             /* of a paper: its date */
	const char *waehrung, *prozent;                /* the town's choice; else the first form met */
	int geschlecht;                                /* -1: not asked for */
};

/* Telling. node: where; the deviations of its ancestors count. */
void chk_tell(struct chk *, enum chk_rule, const struct doc_node *, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void chk_tell_at(struct chk *, enum chk_rule, const struct chk_text *, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
void chk_tell_as(struct chk *, enum chk_rule, enum diag_sev, const struct doc_node *, int line, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
/* the reason of a deviation that covers it (counted as used), or NULL */
const char *chk_wanted(struct chk *, enum chk_rule, const struct doc_node *);
void chk_report(struct chk *);                                       /* hands all findings to diag, in document order */
/* where that character stands; offset: in the node's own text */
const struct doc_node *chk_node_at(const struct chk_text *, const char *at, size_t *offset);
int chk_line(struct chk *, const struct doc_node *text, size_t offset);              /* its line in the author's file */
/* p to q widened to whole words, shortened */
const char *chk_quote(struct chk *, const struct chk_text *, const char *p, const char *q);
const char *chk_str(struct chk *, const struct doc_node *);                                   /* its text (doc_text) */
const char *chk_place(struct chk *, const struct doc_node *);     /* "kapitel.xml:12", for pointing at a second place */
const char *chk_town(const struct chk *, const char *rule, const char *fallback);
const char *chk_day(struct chk *, struct date);    /* "31. Januar 2018" */
const char *chk_euro(struct chk *, money_t);       /* "640.000 Euro" */
struct reg *chk_reg(struct chk *);                 /* NULL: none; that is told once */
/* a number of days by the town's rule; -1: not set, or "unbekannt": *unknown is set */
int chk_days(const struct chk *, const char *rule, bool *unknown);
void chk_deviations_find(struct chk *);

/* The walk over all texts and the scanner. */
struct chk_scan;
void chk_texts(struct chk *);
void chk_texts_with(struct chk *, const struct chk_scan *);        /* with rules of its own */
bool chk_asleep(const struct chk *, const char *code);             /* a rule that was not asked for in this run */
enum chk_class chk_class_at(const char *p);        /* at the start of a character */
const char *chk_after(const char *p);              /* behind the character at p */
const char *chk_before(const struct chk_text *, const char *p);  /* the character before p, or NULL at the start */
bool chk_is_word(unsigned char);                   /* a byte of a word */

/* Blanks between two things: 0 none, 1 breaking, 2 no-break; *p moves behind, or before when looking back. */
int chk_gap(const char **p);
int chk_gap_back(const struct chk_text *, const char **p);
/* The word that ends at p: its start, or p if none. */
const char *chk_word_back(const struct chk_text *, const char *p);
const char *chk_word_end(const char *p);
static inline bool chk_is(const char *p, const char *q, const char *word)     /* p to q is exactly word */
{
	size_t n = (size_t)(q - p);
	return !strncmp(p, word, n) && !word[n];
}
static inline bool chk_starts(const char *p, const char *prefix)
{
	return !strncmp(p, prefix, strlen(prefix));
}

/* A date in running text, found at the token of its year: "31.05.2023", "31. Mai 2023", "Mai 2023", "31. Februar"
 * (without year). */
struct chk_when {
	int year, month, day;                          /* as written, not checked; 0: not there */
	int digits;                                    /* of the year */
	const char *p, *q;
	bool named;                                    /* the month by its name */
	bool two_digits;                               /* day and month in two digits each */
};
bool chk_when(const struct chk_text *, const struct chk_tok *, struct chk_when *);
int chk_month(const char *p, const char *q);       /* 1 to 12, 0: no month's name */

void chk_map_free(struct chk_map *);
/* the value kept: the earlier one if there; key borrowed */
int *chk_map_put(struct chk_map *, const char *key, size_t len, int value);
int *chk_map_get(const struct chk_map *, const char *key, size_t len);       /* NULL: none */

/* Rules: once for the document. */
typedef void chk_doc_rule(struct chk *);
typedef void chk_text_rule(struct chk *, const struct chk_text *, const struct chk_tok *);
struct chk_row { chk_doc_rule *doc; chk_text_rule *text; unsigned on; };
extern const struct chk_row chk_rows[RULE_MAX];

chk_doc_rule chk_summe, chk_davon, chk_kosten, chk_kennzahl, chk_wert;                        /* zahlen.c */
struct chk_number { int64_t v; int decimals; bool ok, percent; };                       /* v in units of 10^-decimals */
struct chk_number chk_number(const char *);        /* "45,5", "1.234 Euro", "12 Prozent"; not ok: something else */
int64_t chk_scaled(struct chk_number, int decimals);
chk_doc_rule chk_anteile;                                                                     /* anteile.c */
chk_doc_rule chk_beleg, chk_ebd, chk_unbelegt;                                                /* belege.c */
chk_doc_rule chk_zeitbedarf, chk_wochentag, chk_stand;                                        /* zeiten.c */
chk_text_rule chk_datum_text, chk_wochentag_text, chk_stand_text;                             /* zeiten.c */
chk_doc_rule chk_massnahme, chk_feld, chk_nummer, chk_titel, chk_ebene, chk_leer;             /* gliederung.c */
chk_doc_rule chk_tabelle, chk_tabellenkopf;                                                   /* tabellen.c */
chk_doc_rule chk_stichtag, chk_satzalt;                                                       /* stichtage.c */
chk_text_rule chk_stichtag_text;                                                              /* stichtage.c */
chk_doc_rule chk_wandel, chk_zweimal, chk_keinekosten;                                        /* wandel.c */
chk_text_rule chk_keinekosten_text;                                                           /* wandel.c */
chk_doc_rule chk_anzahl;                                                                      /* anzahl.c */
chk_text_rule chk_anzahl_text;                                                                /* anzahl.c */
chk_doc_rule chk_verdorben;                                                                   /* verborgen.c */
chk_doc_rule chk_verweis, chk_unerwaehnt, chk_unbenutzt, chk_linktext, chk_gueltig;           /* verweise.c */
chk_doc_rule chk_alt, chk_bildplatz;                                                                      /* bilder.c */
chk_text_rule chk_offen, chk_zahl, chk_waehrung, chk_prozent;                                 /* angaben.c */
chk_text_rule chk_din5008, chk_geschuetzt;                                                    /* abstand.c */
chk_text_rule chk_strich, chk_anfuehrung, chk_klammer, chk_zeichen, chk_leerraum;             /* zeichen.c */
chk_doc_rule chk_laut;                                                                        /* laut.c */
chk_text_rule chk_rechtschreibung_text;                                                       /* rechtschreibung.c */
chk_doc_rule chk_rechtschreibung;
chk_text_rule chk_doppelt, chk_geschlecht;                                                    /* woerter.c */
chk_text_rule chk_abkuerzung_text;                                                            /* abkuerzung.c */
chk_doc_rule chk_abkuerzung;
chk_text_rule chk_name;                                                                       /* namen.c */
chk_doc_rule chk_folge, chk_beschluss, chk_drucksache, chk_jahrgang, chk_betreff, chk_neutral;   /* papiere.c */
chk_doc_rule chk_anlage, chk_anlagenfolge;                                                               /* anlagen.c */
chk_text_rule chk_anlage_text;                                                                /* anlagen.c */
chk_doc_rule chk_topfolge, chk_toptitel, chk_niederschrift, chk_sitzungfehlt, chk_verraten;   /* sitzungen.c */
chk_text_rule chk_verraten_text;                                                              /* sitzungen.c */
chk_doc_rule chk_bekanntmachung, chk_frist, chk_fristoffen, chk_ablauf;                       /* fristen.c */
/* gegen.c */
chk_doc_rule chk_weggefallen, chk_kennung, chk_kostensprung, chk_fristvorbei, chk_kennzahlalt, chk_wertalt;
chk_doc_rule chk_zeitworte;                                                                   /* zeitworte.c */
chk_doc_rule chk_unentschieden, chk_status;                                                         /* stand.c */
chk_doc_rule chk_registerfehlt;                                                               /* run.c */
chk_doc_rule chk_leicht, chk_ungeprueft;                                                      /* kurzfassung.c */
chk_doc_rule chk_abweichung;                                                                  /* abweichung.c */

/* What a laut-… attribute or a <laut> says, against what holds; at: where it stands. */
void chk_zeitbedarf_told(struct chk *, const struct doc_massnahme *, const struct doc_node *at, const char *told);
void chk_kosten_told(struct chk *, const struct doc_massnahme *, const struct doc_node *at, const char *told);
/* told or the figure NULL: nothing */
void chk_wert_told(struct chk *, const struct doc_node *at, const struct doc_kennzahl *, const char *told);
void chk_titel_told(struct chk *, const struct doc_node *at, const struct doc_node *part, const char *told);

void chk_haushalt(struct chk *);                   /* haushalt.c: SUMME and DAVON of a paper */
void chk_names_prepare(struct chk *);
void chk_names_free(struct chk *);
void chk_abk_prepare(struct chk *);
void chk_abk_free(struct chk *);
void chk_spelling_prepare(struct chk *);
void chk_spelling_free(struct chk *);
bool chk_names_have(const struct chk *, const char *word, size_t n);       /* a word of a name of the directory */
bool chk_abk_known(const struct chk *, const char *word, size_t n);    /* written out somewhere, or known to the town */

#endif
