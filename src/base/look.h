/* look.h: what can be said of a PDF that others made, and asking for it. The PDF is opened by the second program only
 * (pdf/foreign.c), in a process of its own with limits: whatever a hostile file does, it does there. */
#ifndef BASE_LOOK_H
#define BASE_LOOK_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum look_state {
	LOOK_UNKNOWN,                                  /* not looked at: the second program is missing */
	LOOK_READ,
	LOOK_LOCKED,                                   /* nobody can open it without a password */
	LOOK_BROKEN,                                   /* it ends, or is more than any reader would take */
	LOOK_NONE                                      /* no PDF at all */
};

/* What goes out with it and no page shows. */
enum look_rest {
	LOOK_NOTES,                                    /* comments of readers */
	LOOK_FILES,
	LOOK_SCRIPTS,                                  /* and what starts a program */
	LOOK_FIELDS,                                   /* fields of a form that are filled in and hidden */
	LOOK_XFA,                                      /* data of a form that another page shows than this one */
	LOOK_LAYERS,                                   /* switched off */
	LOOK_EARLIER,                                  /* as it was before it was saved; signing is none */
	LOOK_LOOSE,                                    /* pages, pictures, text that nothing names any more */
	LOOK_THUMBS,                                   /* small pictures of pages as they were once */
	LOOK_PRIVATE,                                  /* the whole drawing, kept by the program that made it */
	LOOK_PLACES,                                   /* pictures that say where they were taken */
	LOOK_RESTS
};

struct look_pdf {
	enum look_state state;
	int pages;
	int spoken, silent;                            /* pages with text; pages that show something without text */
	bool tagged, titled;
	bool encrypted;                                /* opens without a password all the same */
	bool closed;                                   /* its owner forbids screen readers to take the text */
	bool mended;                                   /* damaged, a reader has to repair it */
	int rest[LOOK_RESTS];
	int unseen;                                    /* the first page with text that nobody sees; 0: none */
	char author[64];                               /* as it says (UTF-8, cut) */
	char lang[16];                                 /* "de-DE"; "": none said */
};

/* No page has text: a scan, a drawing. */
static inline bool look_is_scan(const struct look_pdf *k)
{
	return k->state == LOOK_READ && k->silent > 0 && !k->spoken;
}

const char *look_state_name(enum look_state);      /* "gelesen", as in the register */
void look_put(struct buf *, const struct look_pdf *);          /* as one line of JSON */

/* Appends "2 Kommentare und ein Skript" (as what it has); false: there is nothing of the kind. */
bool look_put_rest(struct buf *, const struct look_pdf *);

/* Appends its text, line by line and without control characters, as pdftotext reads it in a process of its own that
 * opens and writes nothing else. False: the program is missing, or cannot read it. */
bool look_words(const char *pdf, size_t n, struct buf *);

/* What it says beside its pages (pdf/foreign.h), as the second program reads it; false: that is missing, or failed. */
bool look_beside(const char *pdf, size_t n, struct buf *);

/* Asks the second program, which lies beside this one. */
struct look_pdf look_ask(const char *pdf, size_t n);

#endif
