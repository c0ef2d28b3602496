/* import.h: files of others become source: what the room shows the others. */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"

extern const struct diag_code imp_codes[];

enum imp_wanted { IMP_ACCEPT, IMP_REFUSE, IMP_SHOW };  /* of tracked changes */

struct imp_wish {
	const char *output;                            /* the folder the source is written to */
	const char *ort;                               /* NULL: found by the town's name in the text */
	const char *art;                               /* "konzept", "vorlage", …; NULL: found */
	enum imp_wanted changes;
	const char *contents;                          /* the root that holds <ort>/verzeichnis.xml; NULL: none */
	const char *schema, *shipped;                  /* ratssatz.xsd; the folder of the shipped templates */
	/* The folder of a town's templates. */
	char *(*templates)(void *arg, struct mem *, const char *ort);
	/* All that checking a document tells, as `ratssatz pruefen`. */
	void (*check)(void *arg, const char *path, struct diag *);
	void *arg;
	struct date today;                             /* where a file says no day */
};

/* One file of others into the folder, with uebernahme.html and uebernahme.json, the account of every word. Nothing that
 * stands there is written over: a second import goes to the folder "vorschlag" in it. What was done is told in German,
 * a line each. False: told, nothing written. */
bool imp_take(const struct imp_wish *, const char *path, struct buf *told, struct diag *);

#endif
