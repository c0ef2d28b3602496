/* werkstatt.h: the browser workspace: documents below a folder of contents are opened, edited element by element, seen
 * as pages while they are written. The XML files stay the only truth. Loopback and a token, unless a proxy signs people
 * in. */
#ifndef WERKSTATT_WERKSTATT_H
#define WERKSTATT_WERKSTATT_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "pipeline/places.h"

/* What colleagues propose in files they sent back, for the document they were made from. accept: the number of one that
 * is carried out; NULL: they are only told, as JSON. */
struct wst_answers {
	const char *file, *source, *accept;
	bool (*put)(void *, const char *path, const struct buf *);     /* gets the source as it would be */
	void *arg;
};
struct off_table;
/* What a clipboard holds for a document of the town: name ends in .html or .txt. A picture in it gets the name it has
 * beside the document; NULL: it cannot be kept. */
struct wst_clip {
	const char *name, *data;
	size_t n;
	const char *town;
	const char *(*picture)(void *, const char *bytes, size_t n);
	void *arg;
};
/* an element with the blocks in it; what was left out, a line each; how many words there were */
struct wst_piece { struct buf xml, told; size_t words; };
struct wst_import { const char *file, *town, *folder; };

struct wst_setup {
	const char *address;                           /* a name or number of this computer */
	int port;                                      /* 0: any free one */
	struct pipe_places places;                     /* contents: the root, a real path */
	const char *share;                             /* folder of the page's own files */
	const char *history;                           /* file of the history, made if missing */
	const char *output;                            /* folder of notices and Mappen; NULL: none are made */
	const char *token;                             /* what opens the door; NULL: a new one, which is said */
	/* a proxy in front that signs people in: the header with the name, trusted only from its address; NULL: none */
	const char *header, *proxy;
	const char *roles;                             /* file that says who may do what; NULL: everybody everything */
	int keep_days;                                 /* of the history; 0: for ever */
	/* a new document from its skeleton, into a file that is not there yet; false: told */
	bool (*create)(const void *arg, const char *kind, const char *town, const char *target, struct diag *);
	/* These three run beside all else, and ask no register.
	 * A file of others becomes a document in a folder; what was done is told, a line each; false: told in diag */
	bool (*import)(const void *arg, const struct wst_import *, struct buf *told, struct diag *);
	bool (*piece)(const void *arg, const struct wst_clip *, struct wst_piece *, struct diag *);
	bool (*answers)(const void *arg, const struct wst_answers *, struct buf *told, struct diag *);
	/* a filled sheet as rows (office/sheets.h) */
	bool (*rows)(struct mem *, const char *path, struct off_table *, struct diag *);
	const struct diag_code *(*code)(const char *); /* of a message; NULL: there is none of that name */
	int64_t (*now)(void);                          /* seconds since 1970: the clock is handed in */
	void (*say)(const void *arg, const char *line);        /* German, one line without its end */
	const void *arg;
};

/* Works until SIGTERM or SIGINT. False: told. */
bool wst_run(const struct wst_setup *, struct diag *);

extern const struct diag_code wst_codes[];         /* WERKSTATT, WERKSTATTROLLEN */

#endif
