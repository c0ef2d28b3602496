/* compose.h: a document and a town's style to the block tree. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H
#include "base/diag.h"
#include "block/block.h"
#include "model/agenda.h"
#include "model/doc.h"
#include "style/style.h"

struct txt;                                        /* text/text.h; handed on to figure for measuring */

/* handout: of slides, what is handed out: each slide on paper, its notes below; style is that of the slides
 * (sty_slides) all the same. A session alone becomes a draft of the public agenda, without the register's papers. Never
 * NULL. The tree owns its memory (tree->mem); it borrows from doc and style, which must outlive it. */
struct blk_tree *com_run(const struct doc *, const struct style *, struct txt *, bool handout, struct diag *);
/* The papers of a session: what is announced, what the administration keeps, and everything in one file. For public
 * kinds the session and the papers are read from their public excerpts. Never NULL. */
enum com_sitzung {
	COM_BEKANNTMACHUNG,
	COM_TAGESORDNUNG_INTERN,
	COM_MAPPE,
	COM_MAPPE_INTERN,
	COM_TAGESORDNUNG_ENTWURF,
	COM_REGIEBUCH                                  /* for the chair */
};
struct com_meeting {
	const struct doc *sitzung;
	const struct doc_agenda *agenda;
	const struct doc *const *papers;               /* by item of the agenda; NULL: none */
	/* of the first Mappe, whose page numbers stay: of the agenda, then by item + 1; NULL: this is the first */
	const struct com_kept { int from, pages; } *kept;      /* pages 0: it was not in it */
	const struct com_news *news; size_t nnews;     /* since it was announced, for the Mappe */
};
struct com_news {
	const char *nummer, *titel;
	const char *was;                               /* a word: "neu-dazu", "neu-ersetzt", "neu-abgesetzt" */
	const char *wann, *summe;                      /* as printed; summe: SHA-256 of the file, or NULL */
};

struct blk_tree *com_sitzung(const struct com_meeting *, enum com_sitzung, const struct style *, struct txt *,
	struct diag *);
/* The minutes of a session: of the whole, or what an item of it decided. For the public the document is its excerpt. */
struct com_minutes { bool intern; const char *auszug; };       /* auszug: id of the item; NULL: the whole */
struct blk_tree *com_niederschrift(const struct doc *, const struct com_minutes *, const struct style *, struct txt *,
	struct diag *);
/* What stands before the number of an item: "Ö ", "N " or "". */
const char *com_top_prefix(struct mem *, const struct style *, bool oeffentlich);
/* Two editions compared: their changes as a table on the wide page (style with its wide page as page; whole: with
 * whole paragraphs, not only the sentences that differ), or the new edition with its changes marked. */
struct cmp;                                        /* compare/cmp.h; must outlive the tree, as its documents must */
struct blk_tree *com_synopse(const struct cmp *, bool whole, const struct style *, struct txt *, struct diag *);
struct blk_tree *com_redline(const struct cmp *, const struct style *, struct txt *, struct diag *);
/* The worksheet of a Fortschreibung: its open points by office; stelle: only what concerns that one, or NULL. Never
 * NULL. */
struct blk_tree *com_aufgaben(const struct doc *, const char *stelle, const struct style *, struct txt *,
	struct diag *);
/* A form: a heading and a table of two columns for each thing that is asked about; what is filled in are fields.
 * Strings are borrowed and must last as long as the tree. Never NULL. */
struct com_entry {
	const char *name, *label;                      /* name NULL: only for information */
	uint8_t entry;                                 /* enum blk_entry */
	const char *text;                              /* what stands there so far */
	bool empty;                                    /* … which only says what belongs there */
	const char *const *choices; int nchoices;
};
struct com_asked { const char *title; const struct com_entry *entries; size_t n; const struct doc_node *of; };
struct com_sheet {
	const char *title, *intro, *heads[2];          /* heads: of the two columns */
	const struct com_asked *asked; size_t n;
};
struct blk_tree *com_sheet(const struct com_sheet *, const struct doc *, const struct style *, struct txt *,
	struct diag *);
/* A draft says so on every page: entwurf="ja", something undecided in it, or the town marks whatever does not say
 * "nein". */
bool com_is_draft(const struct doc *, const struct style *);
void com_free(struct blk_tree *);
extern const struct diag_code com_codes[];

#endif
