/* package.h: what a council system, a script or a clerk takes over: issued files with source and HTML, OParl objects, a
 * table, checksums, a manifest and the receipt to be filled in, as a folder or a ZIP file; and the message for the
 * document management (xdomea 3.0.0). */
#ifndef HANDOVER_PACKAGE_H
#define HANDOVER_PACKAGE_H
#include "base/file.h"
#include "handover/folder.h"
#include "register/delivery.h"

/* ---- files of a package, in memory; names and bytes are borrowed until it is written ---- */
struct hand_pack;
struct hand_pack *hand_pack(struct mem *);
void hand_pack_add(struct hand_pack *, const char *name, const void *, size_t);
void hand_pack_text(struct hand_pack *, struct mem *, const char *name, struct buf *);   /* copies, frees the buffer */
void hand_pack_sums(struct hand_pack *, struct mem *);                 /* pruefsummen.sha512 of all that is in it */
/* A name that ends in .zip gives a ZIP file (staged), any other a folder, which is replaced as a whole by
 * hand_pack_place; the same files give the same bytes. */
struct hand_placing { struct file_batch *files; struct hand_folder *folders[4]; size_t n; };
bool hand_pack_stage(struct hand_pack *, const char *target, struct hand_placing *, struct diag *);   /* false: told */
bool hand_pack_place(struct hand_placing *);                           /* all of them; frees */
void hand_pack_drop(struct hand_placing *);

/* ---- what is handed over ---- */
struct hand_annex { const char *name, *titel, *bytes; size_t size; };
struct hand_step { const char *gremium, *datum, *rolle; bool massgeblich; };
struct hand_item {                                     /* an issued file and what belongs to it; texts are one line */
	const char *art, *titel;                       /* art: "beschlussvorlage", "bekanntmachung" … */
	/* or NULL; oparl: address of its object; praesentiert: edition */
	const char *nummer, *datum, *federfuehrung, *kennung, *oparl, *praesentiert;
	const struct hand_step *steps; size_t nsteps;
	struct reg_issue issue;
	struct reg_delivery delivery;
	const char *pdf, *html, *quelle;               /* names in the package; NULL: not in it */
	const char *bytes, *source; size_t size, source_size;   /* of the PDF, of its source */
	struct hand_annex *annexes; size_t nannexes;   /* files that go with the paper, attached to its PDF */
	bool paper;
};
struct hand_package {
	/* anlass: "sitzung" or "drucksache"; schluessel: its id or number */
	const char *ort, *town, *anlass, *schluessel;
	const char *name;                              /* of the package, "musterstadt-integrationsrat-2023-05-31" */
	const char *gremium, *datum;                   /* of the session, or NULL */
	bool public;
	struct hand_item *items; size_t n;
	const char **missing; size_t nmissing;         /* "bekanntmachung", "2023/0123": public, not issued */
	const char *oparl;                             /* address of the interface, or NULL */
};
/* manifest.c: manifest.json, papiere.csv, quittung.json and quittung.csv. */
void hand_manifest(struct hand_pack *, struct mem *, const struct hand_package *);
/* xdomea.c: another package, for the document management: the message Information.Information.0101 and the files under
 * the names it demands. */
void hand_xdomea(struct hand_pack *, struct mem *, const struct hand_package *);
/* objects.c: the public objects of papers and meetings and those they name, as oparl/TYPE/ID.json. keys: type and key,
 * "Paper", "baum". False: told. */
struct hand_root { const char *typ, *schluessel; const char **url; };
bool hand_objects(struct hand_pack *, struct mem *, struct reg *, const char *base, const char *ort,
	const struct hand_root *, size_t n, struct diag *);

/* ---- what comes back ---- */
/* nothing said: kennung and grund NULL */
struct hand_receipt { uint8_t sha512[HASH_SHA512]; const char *datei; struct reg_receipt said; int line; };
/* Reads a receipt form, JSON or CSV (";", "," or tab). False: told, at its line. */
bool hand_receipts(struct mem *, const char *path, struct hand_receipt **, size_t *n, struct diag *);

#endif
