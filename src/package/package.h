/* package.h: what a council system, a script or a clerk takes over: issued files with source and HTML, OParl objects, a
 * table, checksums, a manifest and the receipt to be filled in, as a folder or a ZIP file; and the message for the
 * document management (xdomea 3.0.0). */
#ifndef PACKAGE_PACKAGE_H
#define PACKAGE_PACKAGE_H
#include "base/file.h"
#include "base/folder.h"
#include "register/delivery.h"

/* ---- files of a package, in memory; names and bytes are borrowed until it is written ---- */
struct pak;
struct pak *pak_new(struct mem *);
void pak_add(struct pak *, const char *name, const void *, size_t);
void pak_text(struct pak *, struct mem *, const char *name, struct buf *);   /* copies, frees the buffer */
#define PAK_SUMS "pruefsummen.sha512"
void pak_sums(struct pak *, struct mem *);         /* PAK_SUMS of all that is in it */
void pak_each(const struct pak *, void (*)(void *, const char *name, const void *, size_t), void *);
/* A name that ends in .zip gives a ZIP file (staged), any other a folder, which is replaced as a whole by
 * pak_place; the same files give the same bytes. */
struct pak_placing { struct file_batch *files; struct file_folder *folders[4]; size_t n; };
bool pak_stage(struct pak *, const char *target, struct pak_placing *, struct diag *);   /* false: told */
bool pak_place(struct pak_placing *);              /* all of them, or none stays; told */
void pak_end(struct pak_placing *, bool good);     /* not good: what stood there before stands there again */

/* ---- what is handed over ---- */
/* text: what stands in it, for those who cannot see it; NULL: none */
struct pak_annex { const char *name, *titel, *bytes; size_t size; const char *text_name, *text; size_t text_size; };
struct pak_step { const char *gremium, *datum, *rolle; bool massgeblich; };
struct pak_item {                                  /* an issued file and what belongs to it; texts are one line */
	const char *art, *titel;                       /* art: "beschlussvorlage", "bekanntmachung" … */
	/* or NULL; oparl: address of its object; praesentiert: edition */
	const char *nummer, *datum, *federfuehrung, *kennung, *oparl, *praesentiert;
	const struct pak_step *steps; size_t nsteps;
	struct reg_issue issue;
	struct reg_delivery delivery;
	const char *pdf, *html, *quelle;               /* names in the package; NULL: not in it */
	const char *bytes, *source; size_t size, source_size;   /* of the PDF, of its source */
	struct pak_annex *annexes; size_t nannexes;    /* files that go with the paper, attached to its PDF */
	bool paper;
	bool given;                                    /* an Anlage that others made; pdf may be a picture */
};
struct pak_package {
	/* anlass: "sitzung" or "drucksache"; schluessel: its id or number */
	const char *ort, *town, *anlass, *schluessel;
	const char *name;                              /* of the package, "musterstadt-integrationsrat-2023-05-31" */
	const char *gremium, *datum;                   /* of the session, or NULL */
	bool public;
	struct pak_item *items; size_t n;
	const char **missing; size_t nmissing;         /* "bekanntmachung", "2023/0123": public, not issued */
	const char *oparl;                             /* address of the interface, or NULL */
};
/* manifest.c: manifest.json, papiere.csv, quittung.json and quittung.csv. */
void pak_manifest(struct pak *, struct mem *, const struct pak_package *);
/* xdomea.c: another package, for the document management: the message Information.Information.0101 and the files under
 * the names it demands. */
void pak_xdomea(struct pak *, struct mem *, const struct pak_package *);

/* ---- what comes back ---- */
/* nothing said: kennung and grund NULL */
struct pak_receipt { uint8_t sha512[HASH_SHA512]; const char *datei; struct reg_receipt said; int line; };
/* Reads a receipt form, JSON or CSV (";", "," or tab). False: told, at its line. */
bool pak_receipts(struct mem *, const char *path, struct pak_receipt **, size_t *n, struct diag *);

extern const struct diag_code pak_codes[];

#endif
