/* import.h: files of others become source: what the room shows the others. */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/mem.h"

extern const struct diag_code imp_codes[];

struct style;
struct imp_return;
enum imp_wanted { IMP_ACCEPT, IMP_REFUSE, IMP_SHOW };  /* of tracked changes */

/* Is it a word of the language, by itself or (made) put together of some? */
struct imp_words { bool (*has)(void *arg, const char *word, size_t n, bool made); void *arg; };

struct imp_unwritten { const char *path; const struct buf *bytes; };   /* as its real path will be */
struct imp_checked { const char *path; struct diag *said; };

struct imp_wish {
	const char *output;                            /* the folder the source is written to */
	const char *ort;                               /* NULL: found by the town's name in the text */
	const char *art;                               /* "konzept", "vorlage", …; NULL: found */
	enum imp_wanted changes;
	const char *contents;                          /* the root that holds <ort>/verzeichnis.xml; NULL: none */
	const char *schema;                            /* ratssatz.xsd */
	/* How the town's documents look; NULL: unknown. */
	const struct style *(*look)(void *arg, const char *ort, struct diag *);
	/* All that checking documents tells, as `ratssatz pruefen`; their files are not written yet. */
	void (*check)(void *arg, const struct imp_unwritten *, size_t n, const struct imp_checked *, size_t nchecked);
	/* The document whose source stands at path for a moment: what an answer to it proposes, as imp_comments() wants
	 * it, and how it is sent (.docx); false: it cannot be set. NULL: a document of ours is never asked about. */
	bool (*answered)(void *arg, const char *path, struct imp_return *, struct buf *told, struct diag *);
	bool (*sent)(void *arg, const char *path, struct buf *docx);
	const struct imp_words *words;                 /* NULL: no dictionary is asked */
	void *arg;
};

/* One file of others into the folder, with uebernahme.html and uebernahme.json, the account of every word. Nothing that
 * stands there is written over: a second import goes to the folder "vorschlag" in it. What was done is told in German,
 * a line each. False: told, nothing written. */
bool imp_take(const struct imp_wish *, const char *path, struct buf *told, struct diag *);

/* What a clipboard holds: name ends in .html or .txt. A picture in it is kept where somebody writes: its name there, in
 * memory that lives as long as the call; NULL: it cannot be. */
struct imp_clip {
	const char *name, *data;
	size_t n;
	const char *(*picture)(void *arg, const char *bytes, size_t n);
	void *arg;
};
/* A <kapitel> that holds the blocks; what was left out or guessed, a line each; how many words there were. */
struct imp_pasted { struct buf xml, told; size_t words; };
/* False: told. Of the wish only ort, changes and what is known of the town count. */
bool imp_clip(const struct imp_wish *, const struct imp_clip *, struct imp_pasted *, struct diag *);

/* What a file says, row by row of its tables and paragraph by paragraph around them, for those who know what stands
 * where: a cell's paragraphs are its lines. Running heads, pictures and what is deleted are left out. */
struct imp_row {
	int table;                                     /* from 1; 0: a paragraph of its own, one cell */
	int line;                                      /* where to look: block of a Word file, row of a sheet */
	bool comment;                                  /* a remark or note on what stands before it */
	const char **cell; int n;
};
struct imp_rows { struct imp_row *at; size_t n, cap; };
bool imp_rows(struct mem *, const char *path, struct imp_rows *, struct diag *);       /* false: told */

struct doc;
/* Answers to a document that was sent to colleagues as .docx or .odt: their comments go into the source as <vermerk>,
 * what they changed is proposed; accept: which proposals are carried out, "alle" or their numbers; NULL: none. What was
 * proposed is told, a line each (json: as JSON). False: told, nothing written. */
struct imp_return {
	const char *const *answers;
	int nanswers;
	const char *accept;
	bool json;
	/* instead of writing: gets each file as it would be, without the comments unless they are wanted; false: it
	 * failed */
	bool (*put)(void *, const char *path, const struct buf *);
	void *arg;
	bool with_comments;
	/* said: how many edits; of those without a sure place how many, and their words: with the comments they become
	 * remarks */
	size_t entered, left;
	struct buf left_words;
	const char *sent; size_t nsent;                /* the document as a .docx now, to compare with; 0: unknown */
};
bool imp_comments(struct imp_return *, const struct doc *, struct buf *told, struct diag *);
/* The source that an answer was written from, as it was called then; NULL: it does not say, or a message was given. */
char *imp_source_of(struct mem *, const char *answer, struct diag *);

#endif
