/* style.h: a town's look and rules as typed values. Read from templates/<ort>/gestaltung.xml and regeln.xml. Lengths
 * become points here. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/len.h"
#include "base/mem.h"
#include "model/drucksache.h"
#include "model/words.h"

typedef uint32_t sty_rgb;                          /* 0xRRGGBB */

enum sty_role { STY_TEXT, STY_TITEL, STY_ARABISCH, STY_FEST, STY_ROLE_MAX };  /* schrift rolle="text|titel|ar|fest" */

/* lines under or through the words, and, but for NO_BAR, a bar at the left of the line */
enum sty_mark { STY_UNMARKED, STY_INSERTED, STY_DELETED, STY_MOVED, STY_NO_BAR = 4 };
struct sty_char {                                  /* how characters look */
	uint8_t role;                                  /* enum sty_role */
	uint16_t weight;                               /* 400, 600, 700 */
	bool italic;
	len_t size;
	len_t rise;                                    /* baseline shift upwards */
	sty_rgb colour;
	bool pnum;                                     /* proportional figures */
	uint8_t mark;                                  /* enum sty_mark; never from a template */
};

enum sty_align { STY_FLATTER, STY_BLOCK, STY_MITTE, STY_RECHTS };

struct sty_para {                                  /* a named paragraph style: <stil name=…> */
	const char *name;
	struct sty_char ch;
	len_t leading;          /* ZAB; a line is leading high, depth below the baseline = min(0.3 * leading, 4.5 pt) */
	len_t before, after;
	uint8_t align;                                 /* enum sty_align */
	bool hyphenate, balance, nohang;               /* balance: even line lengths (headings) */
	uint8_t keep_next;                          /* lines of the following text that must stay on the page with it */
	bool keep_whole;                               /* never split over pages */
	bool page_before;                              /* begins a new page */
	len_t indent;                                  /* of all lines, from the left edge of its box */
};

struct sty_line { len_t width; sty_rgb colour; };

struct sty_table {                                 /* <tabellenstil name=…>: rules and padding */
	const char *name;
	struct sty_line top, head, row, end, sum;      /* width 0: none */
	len_t pad_top, pad_bottom, pad_left, pad_right;/* pad_right not in the last column */
	len_t before, after;
	len_t keep_share;      /* per mille of the type area below which the table is not split; 0: rule of rows only */
};

enum sty_numbering { STY_OHNE, STY_ROEMISCH, STY_ARABISCH_ZAHL };

struct sty_page {
	len_t width, height;
	len_t left, margin_col, gutter, text, right;   /* x positions: left, left + margin_col + gutter = axis */
	len_t top, bottom;                             /* of the type area, from the upper edge of the page */
	len_t head_y, head_rule_y, folio_y;            /* baselines; rule: its middle */
	len_t grid;                                    /* half line: 7.5 pt */
	bool two_sided;                                /* unless <dokument> says otherwise for a kind */
};

struct style {
	struct mem *mem;
	const char *name, *town;                       /* short name, and the town as it is printed: "Stadt …" */
	const char *file;                              /* gestaltung.xml, for messages */
	struct sty_page page;
	struct { const char *family; } font[STY_ROLE_MAX];
	len_t baseline;                                /* line distance of running text: 15 pt */
	const struct sty_para *paras; int nparas;
	const struct sty_table *tables; int ntables;
	struct style_names *names;                     /* opaque: colours, lines, labels, rules */
	const char **files; int nfiles;        /* all it was read from, those of its grounds too; of slides: see base */
	const struct style *base;                      /* of the slides: the town's look on paper; NULL: this is it */
};

/* dir: templates/<ort>. A template it names as its ground (grundlage="…") lies beside it or, failing that, in the
 * folder shipped (NULL: none). NULL: messages given. Contrast is checked on loading. Freed by sty_free. */
struct style *sty_load(const char *dir, const char *shipped, struct diag *);
void sty_free(struct style *);
/* The look of slides: what <folien> in gestaltung.xml says, laid over the rest. Type may not be smaller than 18 pt, in
 * tables and in the foot 12 pt, its contrast not less than 4.5 : 1. at: where slides are wanted, for the message if the
 * town has none. NULL: message given. Freed by sty_free, before base. */
struct style *sty_slides(const struct style *base, const char *file, int line, struct diag *);

/* an unknown name is a fault of the program or template: ends in "fliess" */
const struct sty_para *sty_para(const struct style *, const char *name);
/* The style for a variant ("ar", "leicht"): <stil name=… fassung=…>; without one, or variant NULL, the usual style. */
const struct sty_para *sty_variant(const struct style *, const char *name, const char *variant);
const struct sty_table *sty_table(const struct style *, const char *name);
/* token: "akzent", "mitte", "zweit", "reihe3", "hell", "tinte", "grau", "linie", "zart", "flaeche", "weiss" */
sty_rgb sty_colour(const struct style *, const char *name);
double sty_ratio(sty_rgb, sty_rgb);                /* WCAG 2.1 contrast, 1 to 21 */
sty_rgb sty_mix(sty_rgb, sty_rgb, int part);       /* the first with so many of a hundred parts of the second */
/* The colour, or as little lighter (on a dark ground) or darker as it takes to have that contrast. */
sty_rgb sty_against(sty_rgb, sty_rgb ground, double least);
struct sty_line sty_line(const struct style *, const char *name);
/* A length of the town that belongs to no style: <mass name="brief-kopf" wert="60"/>. */
len_t sty_measure(const struct style *, const char *name);
/* The widths of a generated table's columns, <spalten tabelle="stellenplan" breiten="70mm *"/>: ncols of them to w;
 * those that share the rest of room do so evenly. */
void sty_widths(const struct style *, const char *table, len_t room, int ncols, len_t *w);
/* A text of the town: <wort name="tabelle">Tabelle</wort>; the name itself if unset. */
const char *sty_word(const struct style *, const char *name);
/* All of them, and what the town calls its money, for rooms that know no style. */
struct doc_words sty_words(const struct style *);
const char *sty_waehrung(const struct style *);    /* "Euro" or "€"; NULL: no town, "Euro" */
/* A rule of the town: <regel name="zeitbedarf-kurz" wert="2"/>; fallback if unset. */
const char *sty_rule(const struct style *, const char *name, const char *fallback);
int sty_rule_int(const struct style *, const char *name, int fallback);       /* also for "unbekannt" */
bool sty_rule_is(const struct style *, const char *name, const char *value);
/* The class of a Zeitbedarf by the town's rules (style NULL: by those of all): "kurzfristig" up to so many years … */
struct sty_terms_of_years { int kurz, mittel; };
struct sty_terms_of_years sty_terms_of_years(const struct style *);
const char *sty_class_for(const struct style *, int years);
/* A result of a vote or a deliberation, as the town calls it: <ergebnis id="einstimmig" wort="einstimmig beschlossen"
 * folge="angenommen" stimmen="einstimmig"/>. enthaltung: 1: only with abstentions, -1: only without, 0: either. */
enum sty_folge {
	STY_ANGENOMMEN,
	STY_ABGELEHNT,
	STY_VERTAGT,
	STY_VERWIESEN,
	STY_KENNTNIS,
	STY_ERLEDIGT,
	STY_ZURUECKGEZOGEN,
	STY_OHNE_BESCHLUSS,
	STY_FOLGE_MAX
};
enum sty_stimmen {
	STY_OHNE_STIMMEN,
	STY_BELIEBIG,
	STY_EINSTIMMIG,
	STY_MEHRHEITLICH,
	STY_KEINE_MEHRHEIT,
	STY_EINSTIMMIG_DAGEGEN,
	STY_STIMMEN_MAX
};
/* gleichstand: its word where as many said yes as no; NULL: the same */
struct sty_ergebnis {
	const char *id, *wort, *gleichstand;
	enum sty_folge folge;
	enum sty_stimmen stimmen;
	int enthaltung;
};
const struct sty_ergebnis *sty_ergebnis(const struct style *, const char *id);         /* NULL: unknown */
const struct sty_ergebnis *sty_result(const struct style *, size_t i);         /* the i-th; NULL: no more */
const char *sty_ergebnis_wort(const struct sty_ergebnis *, int ja, int nein);      /* -1: unsaid */
/* What the numbers say instead; NULL: they fit. */
const char *sty_contradiction(const struct sty_ergebnis *, int ja, int nein, int enthaltung);
/* "6 Ja, 2 Nein, 1 Enthaltung", or as the word stimmen-form says: "6 : 2, 1 Enthaltung"; by enum doc_stimme, -1:
 * unsaid; gap: between a number and its word. Nothing counted: nothing. */
void sty_put_votes(struct buf *, const struct style *, const int zahl[], const char *gap);
const char *sty_known_results(const struct style *, struct mem *);     /* "einstimmig, mehrheitlich, …" */
const char *sty_folge_name(enum sty_folge);        /* "angenommen" */
/* The page turned: for tables that need the width. Its margins are those of the page, without a margin column. */
struct sty_page sty_wide(const struct style *);
/* How the town's numbers of papers look, made in that arena; style NULL: the usual way. What was wrong with it was told
 * on loading. */
const struct doc_muster *sty_muster(const struct style *, struct mem *);
const struct doc_muster *sty_beschluss_muster(const struct style *, struct mem *);     /* NULL: decisions have none */
/* Severities: <schwere code="ZEITBEDARF" stufe="fehler|warnung|aus"/>: handed to diag. */
void sty_severities(const struct style *, struct diag *);
/* The fields of a Massnahme or an Arbeitspaket as the town names and orders them: <massnahme><feld
 * art="ziel">Ziel</feld>… */
struct sty_field { const char *kind, *label; };    /* kind: element name */
const struct sty_field *sty_fields(const struct style *, const char *element, int *n);
/* A free value of the template: sty_value(s, "titelseite", "motiv"); NULL if unset. */
const char *sty_value(const struct style *, const char *element, const char *attr);
/* What the town wants of one kind of document: <dokument art="bericht" seiten="beidseitig"/>; NULL if unset. */
const char *sty_document(const struct style *, const char *kind, const char *attr);
/* The names a template may use, told to a reader, in their order: what each is, as this town sets it. */
enum sty_subject {
	STY_WORDS, STY_RULES, STY_ROLES, STY_PARAS, STY_TABLES, STY_LINES, STY_COLOURS, STY_MEASURES, STY_WIDTHS,
	STY_SUBJECT_MAX
};
/* set: its value, or its attributes as they are written; choices: "a|b|c", NULL: free; text: what it is for, "" where
 * the value says so itself. All borrowed, set until the next one is told. */
struct sty_told { const char *name, *set, *choices, *text; };
void sty_tell(const struct style *, enum sty_subject, void (*each)(void *, const struct sty_told *), void *);
extern const struct diag_code sty_codes[];

#endif
