/* load.h: the parts of source among themselves. */
#ifndef SOURCE_LOAD_H
#define SOURCE_LOAD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/look.h"
#include "model/doc.h"
#include "source/source.h"

#define LOAD_NAMESPACE "urn:ratssatz:1"
#define LOAD_XINCLUDE  "http://www.w3.org/2001/XInclude"

/* Limits, so that no input can exhaust the machine. All are named in the message. */
enum {
	LOAD_DEPTH = 200,                              /* nested elements */
	LOAD_ATTRS = 64,                               /* attributes of one element */
	LOAD_NODES = 31250,                            /* elements of a document, for each MiB it may have */
	LOAD_FAULTS = 1000,                            /* told of one document; then reading stops */
	LOAD_FILES = 2000,                             /* chapters of a document */
	LOAD_TEXT_MIB = 1,                             /* one run of text, one attribute */
	LOAD_SOURCE_MIB = 64,                          /* all files of a document, unless src_limit says so */
	LOAD_DATA_MIB = 64                             /* one picture or data file */
};

struct schema;
struct schema_elem;

struct looked { uint8_t sum[HASH_SHA256]; struct look_pdf look; };

struct overlay { const char *real, *data; size_t size; };

struct store;

struct src {
	struct schema *schema;
	struct store *kept;                            /* elements, kept.c; NULL: none are kept */
	int mib;                                       /* a document may have */
	struct overlay *overlays; size_t noverlays, cap_overlays;
	size_t overlay_at;                             /* behind what was asked for last: they come in their order */
	struct looked *looked; size_t nlooked, cap;    /* files of others, by what is in them */
};

/* An element whose end has not come yet. */
struct frame {
	struct doc_node *node;              /* where its content goes; beside the tree if the element is out of place */
	const struct schema_elem *decl;                /* NULL: content unchecked */
	uint32_t seen;                                 /* slots of its content model that were filled */
	int slot;                                      /* the furthest of them */
	bool verbatim;                                 /* white space is kept */
	bool dropped;                                  /* an attribute was left out because of its value */
	bool broken;                        /* a part of its content could not be read: nothing is said to be missing */
};

/* What the public may have of each file (doc_file.shown). */
void load_shown(struct doc *);

struct input;                                      /* a file being parsed: parse.c */

struct loader {
	struct src *src;
	struct schema *schema;
	struct doc *doc;
	struct diag *diag;
	const char *root, *real_root;                  /* folder no include may leave */
	struct input *in;
	struct frame stack[LOAD_DEPTH + 1];
	int depth;                                     /* frames in use */
	int skip;                                      /* inside an element that is passed over: its depth */
	struct buf text;                               /* characters since the last tag */
	int text_line;                                 /* line where they begin */
	size_t total;                                  /* bytes of all files */
	int nodes, faults;
	int told;                                      /* so often there was something to say, said or not */
	bool excerpt;                                  /* a public excerpt: that something is missing is no fault */
	bool stop;                                     /* a limit was passed: no more messages about what follows */
	const char **real;                             /* real paths of doc->files */
};

/* file.c: a fault of the document; after LOAD_FAULTS of them reading stops */
void load_tell(struct loader *, const char *code, const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* scan.c: what is found out before parsing. False: message given, not worth parsing. line: of the fault. */
bool load_scan(struct diag *, const char *path, const char *data, size_t size);
/* "eine PDF-Datei": by its first bytes; NULL: nothing that is known */
const char *load_foreign(const char *data, size_t size);
/* Two versions that git could not merge: the lines from which to which they stand, where the line of at begins them (at
 * NULL: the first that does); from 0: none. */
struct load_versions { int from, to; };
struct load_versions load_versions(const char *data, size_t size, const char *at);
#define LOAD_VERSIONS \
	"Hier bis Zeile %d stehen zwei Fassungen, die die Versionsverwaltung nicht zusammenführen konnte; " \
	"bitte eine behalten und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen"
/* A template that is plain (plain.c), looked at by load_scan before; data ends with NUL. NULL: it is none, or wrong. */
const struct src_elem *load_plain(struct mem *, const char *file, const char *data, size_t size);
int load_line(const char *data, const char *at);                       /* 1 + line ends before at */

/* kept.c */
#define KEPT_MARK "ratssatz-kept"                      /* target of the processing instruction that stands for one */
struct kept { const struct doc_node *root; int lines; };               /* lines: that end in it */
struct kept_at { const struct kept *kept; int line; };
struct kept_file { struct buf text; struct kept_at *at; size_t n, cap, next; };
struct kept_text { const char *data; size_t size; };
/* The file as it is to be parsed, if something of it is known; else the text is to be freed all the same. */
bool kept_marked(struct loader *, int file, struct kept_file *);
/* The element and what is in it, so many lines further down, as the last child of up; NULL: as no child. */
void kept_copy(struct doc *, struct doc_node *up, const struct doc_node *, int file, int lines);
/* The element that just ended, at those bytes of a text; base: frames open when its file began. */
void kept_keep(struct loader *, int base, const struct kept_text *, size_t from, size_t to);

/* parse.c */
void load_parse(struct loader *, int file);                      /* appends to the innermost frame, or makes the root */

bool load_is_open(const struct loader *, int file);                    /* being parsed, or includes what is */
int load_current(const struct loader *);

/* file.c */
/* The real path of a file that is there, or that something stands for, and that may be named; NULL: else. */
const char *load_inside(struct loader *, const char *path);
bool load_stat(struct loader *, const char *real, struct stat *);
/* index in doc->files; -1: message given */
int load_add(struct loader *, const char *name, const char *path, int from_file, int line);
/* the same of bytes of the arena, ended by NUL; real: or NULL */
int load_put(struct loader *, const char *name, const char *real, const char *data, size_t size);
/* notes what the document was read from; data NULL: not there */
void load_input(struct doc *, const char *path, const char *data, size_t size);
void load_include(struct loader *, const char *href, int line);

/* text.c */
void load_text(struct loader *, const char *s, size_t n);
/* next: class of the element that begins; DOC_CLASS_TEXT: the element ends */
void load_text_end(struct loader *, enum doc_class next);


/* valid.c: against the schema, element by element */
/* inside: goes into the tree */
enum doc_kind valid_start(struct loader *, const char *name, int line, struct frame *, bool *inside);
/* DOC_ATTR_MAX: to be dropped */
enum doc_attr valid_attr(struct loader *, const struct frame *, const char *name, int line);
/* the element has such an attribute, and the value fits; nothing is told */
bool valid_takes(struct loader *, const struct frame *, const char *attr, const char *value);
void valid_attrs(struct loader *, struct frame *, struct doc_av *);            /* the attributes of the frame's node */
void valid_no_text(struct loader *, const struct frame *, const char *s, size_t n, int line);
void valid_end(struct loader *, const struct frame *);                 /* only when its content was read to the end */

/* literatur.c: the bibliography file */
void load_literatur(struct loader *, const struct doc_node *, const char *name);

/* data.c: data files, pictures and Anlagen, after parsing */
/* The bytes of a file, or what stands for it (src_overlay), put into the arena and ended by NUL; false: told. */
bool load_bytes(struct loader *, const char *path, const char *real, const char **data, size_t *size);
/* false: told at the node */
bool load_fetch(struct loader *, const struct doc_node *, const char *code, const char *name, const char **data,
	size_t *size);
/* alike.c: what lies below dir under almost that name, and what to do; NULL: nothing does */
const char *load_alike(struct loader *, const char *dir, const char *name);
bool load_is_utf8(struct loader *, const char *path, const char *data, size_t size);   /* false: told at its line */
void load_data(struct loader *);
/* csv.c: the data file of a chart; a wrong one is told, cell by cell, and left out */
void load_csv(struct loader *, const struct doc_node *, const char *name);

/* beilage.c: an Anlage */
void load_beilage(struct loader *, const struct doc_node *, const char *name);

#endif
