/* source.h: from XML files to a document tree. libxml2 is known only here. */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H
#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "model/doc.h"

struct file_batch;
struct store;
struct src;                                        /* the compiled schema, kept for many documents */

struct src *src_open(void);
void src_limit(struct src *, int mib);                 /* of all files of a document together; else 64 */
void src_close(struct src *);

/* Reads a master file ("-": standard input) with its includes, validates, reads data files and pictures (all named
 * relative to the master file's folder), loads the town's directory, calls doc_finish; freed by src_free.
 * inhalt: the content root (holds <ort>/verzeichnis.xml) or NULL for none. NULL when no document could be read at all
 * or a limit was passed; all faults are in diag. After a schema fault the tree holds what could be understood, so that
 * later stages can tell more. */
struct doc *src_load(struct src *, const char *path, const char *inhalt, struct diag *);
void src_free(struct doc *);
/* Until src_overlay_end these bytes are read wherever a document names the file with that real path, there or not;
 * borrowed. */
void src_overlay(struct src *, const char *real, const char *data, size_t size);
void src_overlay_end(struct src *);
/* From here on parts of files are kept there, and found there when they are read again unchanged; borrowed. */
void src_keep(struct src *, struct store *);

/* The master file of the edition that vorgaenger="2018" means: the folder beside the document's, or among the town's,
 * that has the same name with that year; else the only one of the town named so. In m; NULL: none. */
char *src_vorgaenger(struct mem *m, const struct doc *, const char *inhalt);

/* ---- papers: edits and excerpts that leave every other byte, comments too, as it was ---- */

struct src_edit {                                  /* of one element an attribute is set or removed, or its text set */
	/* names from the root, each with an optional [n] counted from 1: "vorlage", "vorlage/angaben/beratung[2]" */
	const char *place;
	const char *attr, *value;                      /* value NULL: removed; attr NULL: all between its tags */
};
const char *src_place(struct mem *, const struct doc_node *);    /* where it stands in its own file: a place as above */
/* As a file of a batch, untouched until that is committed; batch NULL: written to a temporary name, fsynced, renamed.
 * False: message given, file untouched. */
bool src_edit_staged(const char *path, const struct src_edit *, struct file_batch *, struct diag *);
/* The same on the bytes of a file: as edited they are appended to out, nothing is written; path is for messages. */
bool src_edit_bytes(const char *path, const struct buf *old, const struct src_edit *, struct buf *out, struct diag *);

/* ---- an element written anew by somebody who saw it before ---- */

struct src_range { size_t from, to, inner, inner_to; };        /* inner: between its tags; empty: all four at its end */
/* Where the element at the place (as in src_edit; "": the outermost) stands. Only for well-formed files. */
bool src_element(const char *data, size_t size, const char *place, struct src_range *);
bool src_find(const char *path, const struct buf *, const char *place, struct src_range *, struct diag *); /* or told */

/* The element at the place: as its writer saw it, and as it is to become; both well-formed, line ends and indents as
 * they please. */
struct src_change {
	const char *path, *place, *old; size_t nold; const char *now; size_t nnow;
	/* Elements of the file, as saves found and left them, the last save first: what comes back has its old bytes.
	 * Well-formed. */
	const struct src_former { const char *old; size_t nold; const char *now; size_t nnow; } *former; size_t nformer;
};
enum src_merged {
	SRC_MERGED,
	SRC_CLASH,                                     /* somebody else changed the same paragraph meanwhile */
	SRC_UNSOUND                                    /* the new text is no XML, told */
};
/* The smallest element, none of running text, in which two states of a file differ, its place put into m; both have it
 * there. False: they are the same, or differ in the outermost tag or around it. */
bool src_touched(struct mem *m, const struct buf *before, const struct buf *after, const char **place);
/* The file with it, appended to out: bytes that say the same stay, and what others changed elsewhere in it. */
enum src_merged src_merge(const struct buf *file, const struct src_change *, struct buf *out, struct diag *);

/* ---- the next edition: the same care ---- */

/* The bytes of one XML file of an edition as the next one begins with it, appended to out: edition data advanced,
 * Massnahmen to be decided, figures and charts marked as outdated, days of decision open, years counted from the old
 * edition, laut-… gone. False: not well-formed, message given. */
struct src_advance {
	const char *edition, *vorgaenger;
	/* real paths of the folders the file is in and will be in: for the schema its first lines name; or NULL */
	const char *from, *to;
	/* Of the elements with bleibt="immer", in the file's order: is that so? Beyond them: yes. */
	const bool *lasts; size_t nlasts;
};
bool src_advance(const char *path, const char *data, size_t size, const struct src_advance *, struct buf *out,
	struct diag *);
/* The bytes of the element with that id, appended to out; false: not in this file. Only for files read without a fault,
 * as src_graft. */
bool src_cut(const char *data, size_t size, const char *id, struct buf *out);
/* The file with xml put after the element of that id, as its last child, or after the xi:include with that href; false:
 * not in this file. */
enum src_graft { SRC_AFTER, SRC_INTO, SRC_AFTER_INCLUDE };
bool src_graft(const char *data, size_t size, enum src_graft, const char *value, const char *xml, struct buf *out);

/* An element's bytes as they can stand in another document, appended to out: each id becomes what name() says of it
 * (in m, or longer), and a <verweis> to it follows; what shows something else of its document becomes text. */
struct src_naming {
	const char *(*name)(void *arg, const char *id);
	const char *(*shown)(void *arg, size_t nth);   /* what the nth of doc_shows prints; NULL: it stays */
	void *arg;
};
void src_copy(struct mem *m, const char *data, size_t size, const struct src_naming *, struct buf *out);

/* The public excerpt of a paper or session that was read without a fault: what is not public (model/public.h), reasons,
 * comments and processing instructions left out; a non-public paper keeps only number, neutral title and
 * Beratungsfolge. Bytes of its files as they were read, appended to out. False: told, nothing appended. */
bool src_excerpt(const struct doc *, struct buf *out, struct diag *);
/* A file without what stands in it for the house alone, as it is attached to what the public gets (shown.c); what of
 * its document is not public at all is not asked here. False: it is no sound XML; nothing appended. */
bool src_shown(struct mem *, const char *path, const struct buf *file, struct buf *out);
/* What somebody reads in a file, for a search: a line for each paragraph, title, cell, value of words; one blank
 * between words, entities resolved; "[…]" stands for what is made of something else. */
struct src_words {
	struct buf text;
	/* from there on text comes from that line; in m */
	struct src_from { size_t at; int line; } *from; size_t n, cap;
};
void src_words(struct mem *m, const struct buf *file, struct src_words *);
/* As src_load, from memory; path and folder are those of the original. What an excerpt leaves out is not told as
 * missing. */
struct doc *src_load_excerpt(struct src *, const char *path, const char *data, size_t size, const char *inhalt,
	struct diag *);

/* What a list of documents says of one, from its outermost tag and first title; no value is checked. */
struct src_glance {
	const char *kind;                              /* name of the outermost element; NULL: none could be read */
	const char *title, *id, *ort, *edition, *nummer, *gremium, *datum;     /* "": unsaid */
	bool hidden;                                   /* oeffentlich="nein", or something unclear there */
};
bool src_glance(struct mem *, const char *path, struct src_glance *);

/* A template file (namespace urn:ratssatz:gestaltung:1) as a plain tree of names and attributes; style gives them
 * meaning. */
struct src_elem {
	const char *name;
	const char *file;                              /* for messages */
	int line;
	struct src_attr { const char *name, *value; } *attrs;
	int nattrs;
	const char *text;                              /* character data directly inside, trimmed; "" if none */
	struct src_elem *first, *next;
};
const struct src_elem *src_template(struct mem *, const char *path, struct diag *);   /* NULL: message given */

/* An element as the schema explains it, for the reference part of the handbook; borrowed during the call. */
struct src_explained {
	const char *name, *text;
	/* of an element that means something else there: <angaben> in "vorlage"; NULL: everywhere */
	const char *parent;
	/* "titel, untertitel?, (absatz | liste)*": ? at most one, * any number, + at least one; "" if none */
	const char *children;
	struct src_explained_attr { const char *name, *text; bool required; const char *expected; } *attrs;
	int nattrs;
	bool mixed;                                    /* text may stand in it */
	const char *example;                     /* XML as an author writes it, without markup of its own; "" if none */
};
/* Calls fn for each element of the schema, sorted by name. */
void src_explain(void (*fn)(void *, const struct src_explained *), void *arg);

/* The schema for an editor, as JSON: what each element may hold, in which order, its attributes with what they may be,
 * the German explanations; made of the same tables that documents are checked against. */
void src_grammar(struct buf *);

extern const struct diag_code src_codes[];

#endif
