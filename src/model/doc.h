/* doc.h: the document tree, as the author wrote it (includes resolved), and what is worked out from it once for
 * everyone: ids, numbers, offices, figures, sums. Built by source, finished by doc_finish, const from then on. */
#ifndef MODEL_DOC_H
#define MODEL_DOC_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/look.h"
#include "base/mem.h"
#include "base/money.h"
#include "model/kosten.h"

enum doc_kind {
	DOC_TEXT = 0,                                  /* character data: text, len */
#define KIND(e, n, c) DOC_##e,
#include "model/kinds.def"
	DOC_KIND_MAX
};
enum doc_class {
	DOC_CLASS_TEXT,
	DOC_CLASS_ROOT,
	DOC_CLASS_META,
	DOC_CLASS_PART,
	DOC_CLASS_BLOCK,
	DOC_CLASS_FIGURE,
	DOC_CLASS_FIELD,
	DOC_CLASS_INLINE
};
enum doc_attr {
#define ATTR(e, n) DOC_A_##e,
#include "model/attrs.def"
	DOC_ATTR_MAX
};

struct doc_av { uint16_t attr; const char *value; };   /* value: NUL-terminated UTF-8 */

struct doc_node {
	uint16_t kind;                                 /* enum doc_kind */
	uint16_t file;                                 /* index into doc->files */
	uint16_t nattrs;
	uint8_t level;                       /* parts with a heading: nesting depth, 1 = chapter; else 0 (doc_finish) */
	int32_t line;                        /* of the start tag; of the first character for text; true beyond 65,535 */
	uint32_t order;                                /* position in document order, root = 1 */
	uint32_t len;                                  /* DOC_TEXT: bytes of text */
	uint32_t nth;                                  /* absatz, punkt, anlage: among its like in its parent, from 1 */
	const char
		*text; /* DOC_TEXT: white space folded to single blanks, not trimmed (so "a <b/> c" keeps its blanks);
	                                                  in quelltext as written */
	const struct doc_av *attrs;
	struct doc_node *parent, *first, *last, *next, *prev;
	const char *number;          /* parts: "2.5"; figures, tables, notes: "3"; NULL where unnumbered (doc_finish) */
};

/* An office, board or free group in the town's directory, or one named in the edition. */
struct doc_stelle { const char *id, *name, *kurz; const struct doc_node *node; bool gremium; };

/* One figure, stated once. */
struct doc_kennzahl {
	const char *id, *einheit;
	int64_t value;                                 /* in units of 10^-decimals */
	int decimals;
	struct date stichtag;
	const struct doc_node *node;                   /* where it is stated */
};

struct doc_massnahme {
	const struct doc_node *node, *feld;            /* feld: the Handlungsfeld it stands in, or NULL */
	const struct doc_node *ziel, *umsetzung, *beteiligte, *finanzen, *zeitbedarf;  /* NULL where missing */
	unsigned which;                                /* of those in its part, from 1 */
	struct doc_kosten kosten;                      /* of <finanzen> */
	int jahre;                                     /* Zeitbedarf in years; 0 unsaid */
	int seit, ab, faellig;  /* as written; the year they count from (else the edition's), and are over; 0 unknown */
	enum doc_status status;
	const char *grund;                             /* why it changes or goes; NULL unsaid */
	const char *klasse;           /* "kurzfristig", "mittelfristig", "langfristig", "laufend" or NULL; as written */
	bool im_kapitel;                               /* tabelle != "nein" */
};

/* What the author of a Fortschreibung decides. */
enum doc_punkt_art {
	DOC_P_STAND, DOC_P_MASSNAHME, DOC_P_DIAGRAMM, DOC_P_KENNZAHL, DOC_P_GRUSSWORT, DOC_P_KURZFASSUNG,
	DOC_P_SATZ                            /* a text to be looked at: found by checks, not among doc_punkte */
};
struct doc_punkt {
	enum doc_punkt_art art;
	const struct doc_node *node;
	bool offen;                                    /* not decided yet */
	const char *stelle;                            /* id of the office whose business it is; NULL: none named */
};

/* A data file of a figure, read by source. Row 0 is the header. */
struct doc_csv {
	const char *path;                              /* as named in the document */
	const char *data; size_t size;                 /* the bytes as they are, for attaching */
	size_t rows, cols;
	const char **cell;                             /* rows * cols, NUL-terminated, never NULL */
	int *line;                                     /* per row */
};

/* A picture named by abbildung or logo, read by source; cli has its size and colours checked before compose. */
struct doc_picture {
	const char *path;                              /* as named in the document */
	const char *data; size_t size;
	const struct doc_node *node;
	int px_w, px_h;                                /* 0 until checked, -1 refused (told); SVG stays 0 */
};

/* An Anlage, read by source. text: what stands in it, for those who cannot see it; NULL: none given. */
struct doc_beilage {
	const struct doc_node *node;
	const char *data; size_t size;
	const char *goes; size_t ngoes;                /* what goes out of it: a picture without its metadata */
	const char *text; size_t text_size;
	struct look_pdf look;
};

/* An edition a paper or slides present or quote, loaded by source: by reference, so nothing is copied. */
/* name: as written, "musterstadt/integrationskonzept-2026" */
struct doc_edition { const char *name; struct doc *doc; };

/* One file the document is made of, for messages and for attaching to the PDF. */
struct doc_file {
	const char *path;
	const char *data; size_t size;
	bool broken;                                   /* no well-formed XML */
	/* as the public may have it, without what only the house is told; often the same bytes */
	const char *shown; size_t nshown;
};

/* A file the document was read from, named as it was opened; data NULL: looked for, but not there. */
struct doc_input { const char *path, *data; size_t size; };

struct doc {
	struct mem *mem;
	struct doc_node *root;
	const char *ort, *edition, *lang;              /* from the root; lang "de" if unsaid */
	struct doc_file *files; size_t nfiles;         /* 0 is the master file; included chapters follow */
	/* files, data, pictures, Anlagen; not those of verzeichnis, vorgaenger and editions */
	struct doc_input *inputs; size_t ninputs;
	/* a file, also of the directory or an edition, was not read to its end: the rest is not checked */
	bool incomplete;
	const char *dir;                            /* folder of the master file; other files are looked for below it */
	struct doc *verzeichnis;                       /* the town's directory or NULL */
	/* the edition before, read only while outdated figures are marked; NULL: not needed or not found */
	struct doc *vorgaenger;
	struct doc_csv *csvs; size_t ncsvs;
	struct doc_picture *pictures; size_t npictures;
	struct doc_beilage *beilagen; size_t nbeilagen;
	struct doc_edition *editions; size_t neditions;
	struct doc_literatur *literatur;       /* model/literatur.h; NULL: none named, or it could not be read (told) */
	const struct doc_terms *terms;                 /* model/papier.h: the town's; NULL: not known yet */
	struct doc_index *index;                       /* opaque; by doc_finish */
};

const char *doc_kind_name(enum doc_kind);
enum doc_class doc_kind_class(enum doc_kind);
bool doc_kind_mixed(enum doc_kind);                /* may hold text */
bool doc_kind_overview(enum doc_kind);             /* made from all Massnahmen, and numbered among the tables */
/* A paper, a session, its minutes: checked against a register; of such a document the public sees an excerpt. */
bool doc_kind_council(enum doc_kind);
enum doc_kind doc_kind_find(const char *name);     /* DOC_KIND_MAX: none */
const char *doc_attr_name(enum doc_attr);

/* Reading. */
const char *doc_get(const struct doc_node *, enum doc_attr);                   /* NULL if absent */
bool doc_is(const struct doc_node *, enum doc_attr, const char *value);
bool doc_nennt(const struct doc_node *, enum doc_attr, const char *id);  /* one of the ids it lists; id NULL: none */
const struct doc_node *doc_child(const struct doc_node *, enum doc_kind);      /* first child of the kind, or NULL */
const struct doc_node *doc_next(const struct doc_node *, enum doc_kind);       /* next sibling of the kind, or NULL */
size_t doc_count(const struct doc_node *, enum doc_kind);                      /* children of the kind */
/* nearest ancestor of the kind (not itself), or NULL */
const struct doc_node *doc_up(const struct doc_node *, enum doc_kind);
/* next in document order below root; NULL at the end; doc_step for who still makes the tree */
const struct doc_node *doc_walk(const struct doc_node *root, const struct doc_node *at);
struct doc_node *doc_step(const struct doc_node *root, struct doc_node *at);
const char *doc_path(const struct doc *, const struct doc_node *);             /* file for messages */
/* its text: notes left out, wert and abk resolved, blanks folded and trimmed */
/* Whether somebody checked the Kurzfassung as it stands: geprueft-text is the sum of its words, of figures as they are
 * now, and of the edition. Of an edition's own parts only what is printed counts, "beispiel" apart. */
enum { DOC_CHECKED_SUM = 17 };
void doc_checked_sum(const struct doc *, const struct doc_node *kurzfassung, char out[DOC_CHECKED_SUM]);
bool doc_checked(const struct doc *, const struct doc_node *kurzfassung);
void doc_text(struct buf *, const struct doc *, const struct doc_node *);
void doc_put_datum(struct buf *, const struct doc_node *);      /* as it is printed: "Mittwoch, 1. März 2023" */
#define DOC_LUECKE "____"                          /* the text of <offen> */
/* the same with references as they are printed ("Tabelle 2"), once the town is known */
void doc_printed(struct buf *, const struct doc *, const struct doc_node *);
/* elements that print what stands elsewhere in their document; ends with DOC_KIND_MAX */
extern const enum doc_kind doc_shows[];
/* its title or statement, or that of what it stands in; NULL: none */
const struct doc_node *doc_title(const struct doc_node *);

/* "2.1", "Abbildung 3", "2.1 Absatz 2": what a reference to a node prints; a word that stands right before the
 * reference (<verweis>; NULL: none) is not said again. False: it has no number, nor has what it stands in; nothing is
 * put. */
bool doc_put_ref(struct buf *, const struct doc_node *to, const struct doc_node *ref, const struct doc_words *);

/* bytes of the first sentence, with its full stop; all, where none ends */
size_t doc_sentence(const char *s, size_t n);

/* Building (source and doc_finish only). */
struct doc_node *doc_add(struct doc *, struct doc_node *parent, enum doc_kind, int file, int line);

/* Works out levels, numbers, ids, offices, figures, Massnahmen. Faults that make a value unusable are told
 * (codes of doc_codes), the value then counts as absent. verzeichnis may be NULL. */
void doc_finish(struct doc *, struct diag *);
extern const struct diag_code doc_codes[];

/* What doc_finish worked out. */
const struct doc_node *doc_by_id(const struct doc *, const char *id);          /* NULL: none; first one if doubled */
const struct doc_stelle *doc_stelle(const struct doc *, const char *id);  /* edition first, then the town's directory */
const struct doc_stelle *const *doc_stellen(const struct doc *, size_t *n);    /* all of both */
/* edition first, then directory; "ort/ordner#id": of an edition */
const struct doc_kennzahl *doc_kennzahl(const struct doc *, const char *id);
void doc_put_kennzahl(struct buf *, const struct doc_kennzahl *);           /* "37 509" with U+202F, "15,5" (no unit) */
void doc_put_kennzahl_unit(struct buf *, const struct doc_kennzahl *);     /* "22 Prozent"; a year by itself */
const struct doc_massnahme *doc_massnahmen(const struct doc *, size_t *n);     /* in document order */
const struct doc_massnahme *doc_massnahme(const struct doc *, const struct doc_node *);
const struct doc_csv *doc_csv(const struct doc *, const char *path);           /* NULL: not read */
const struct doc_picture *doc_picture(const struct doc *, const char *path);   /* NULL: not read */
const struct doc *doc_edition(const struct doc *, const char *name);  /* NULL: not named, or could not be read (told) */
/* Stand, Massnahmen, charts, figures, Grusswort, Kurzfassungen; none without a predecessor */
const struct doc_punkt *doc_punkte(const struct doc *, size_t *n);
bool doc_bleibt(const struct doc_node *);               /* said to hold on, for this edition or for good */
/* It was said to hold for good, and has not changed since the edition before, if there is one. */
bool doc_bleibt_immer(const struct doc *, const struct doc_node *);
const char *doc_zustaendig(const struct doc *, const struct doc_node *);       /* whose text it is: an office or NULL */
size_t doc_offen(const struct doc *);                    /* how many are open; more than none: the edition is a draft */
/* what it is: "2.1 Alle wohnen angemessen." */
void doc_put_punkt(struct buf *, const struct doc *, const struct doc_punkt *, const struct doc_words *);
/* what holds so far: "37 509 Menschen (November 2017)"; nothing if unsaid */
void doc_put_bisher(struct buf *, const struct doc *, const struct doc_punkt *, const struct doc_words *);
const char *doc_punkt_name(enum doc_punkt_art, const struct doc_words *);      /* "Maßnahme" */
const char *doc_aufgabe(enum doc_punkt_art);                                   /* what the author does to decide it */
/* it is its business, or it takes part */
bool doc_betrifft(const struct doc *, const struct doc_punkt *, const char *stelle);
const struct doc_node *doc_angabe(const struct doc *, enum doc_kind);          /* child of <angaben>, or NULL */
struct date doc_stand(const struct doc *);                          /* of a paper or session: its day; zero if unsaid */
void doc_dump(const struct doc *, struct buf *);                               /* the tree as text, for tests */

#endif
