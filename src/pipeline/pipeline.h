/* pipeline.h: one document on its way through the stages, from its file to pages. What can be shared by many documents
 * (schema, towns' looks, fonts, words) is kept in the pipeline for those that follow. */
#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/mem.h"
#include "block/block.h"
#include "model/doc.h"
#include "pipeline/places.h"
#include "style/style.h"

struct chk_spell;
struct lay;
struct reg;
struct store;
struct txt;

/* What a run says beside its diagnostics. Handed in: nothing here knows a terminal. NULL: nobody listens. */
struct pipe_voice {
	void (*say)(void *, const char *line);         /* German, without its end */
	void (*step)(void *, const char *what);        /* what is going on: "Lesen"; NULL: it is over */
	void *arg;
};

struct pipe_options {                              /* of one run; NULL, false, 0: not asked for */
	struct pipe_places places;
	const char *gegen;                             /* the edition before, for checks between two */
	bool must_have_register;                       /* the one named: if it is not there, that is told */
	bool spelling;
	bool handout;                                  /* of slides: each on paper with its notes */
	bool object_streams;
	bool replace;                                  /* also files that others wrote */
	bool answers;                                  /* of checks, beside their messages (diag_msg.answer) */
	bool strict;                                   /* warnings count as errors */
	int mib;                                       /* a document may have; 0: as usual */
	int cores;                                     /* processes for many documents; 0, 1: this one */
	struct date date;                              /* of a PDF whose source says none */
	/* for deps.h, what decides about the bytes but stands in no file: " --format html SOURCE_DATE_EPOCH=0" */
	const char *in_words;
	struct pipe_voice voice;
};

struct pipe;
struct pipe *pipe_open(const struct pipe_options *);                   /* the options are borrowed */
void pipe_close(struct pipe *);                    /* NULL is fine */
const struct pipe_options *pipe_options(const struct pipe *);
const struct pipe_places *pipe_places(const struct pipe *);
struct mem *pipe_mem(struct pipe *);               /* until the end of the run */
void pipe_say(const struct pipe *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
int pipe_status(const struct pipe *, const struct diag *);             /* as diag_status; strict: warnings count */

/* The next run of a program that stays: everything told, claimed or staged is forgotten; schema, towns, fonts and words
 * stay. Not with gegen. */
void pipe_rewind(struct pipe *);
void pipe_keep(struct pipe *);                     /* before the first document: paragraphs and streams stay, too */

/* Until they are forgotten, or the run ends, these bytes stand for the file with that real path, be it there or not;
 * borrowed. */
void pipe_overlay(struct pipe *, const char *real, const struct buf *);
void pipe_overlay_end(struct pipe *);

/* The register that checks ask; NULL: the town's own, if there is one. */
void pipe_ask_register(struct pipe *, struct reg *);
void pipe_without_register(struct pipe *);             /* checks ask none, and nothing is said of that */
void pipe_take_in(struct pipe *);                  /* papers and sessions that name each other come together */

struct edition {                                   /* a document on its way: each member is NULL until its stage */
	struct doc *doc;
	const char *root;                              /* of the contents it belongs to; NULL: none */
	const struct style *style;                     /* the pipeline's; of slides: theirs */
	struct txt *txt;                               /* the pipeline's */
	struct blk_tree *tree;
	struct lay *lay;
	struct store *paragraphs, *streams;            /* the pipeline's; NULL: nothing is kept for a next run */
	bool lent;                                     /* doc is another edition's, which stays as long */
};

/* How a town's documents look, kept for those that are read later; root: of its contents. NULL: told. */
const struct style *pipe_town_look(struct pipe *, const char *ort, const char *root, struct diag *);

/* Is it a word of the dictionary, by itself or (made) put together of some? It is opened with the first asked for. */
bool pipe_has_words(struct pipe *);                    /* there is one */
bool pipe_has_word(struct pipe *, const char *word, size_t n, bool made);
/* Words nobody saw before take a second or two in a long document. Until pipe_rewind they count as right and are noted;
 * a dictionary of its own looks them up beside the pipeline, which learns from it. */
void pipe_words_later(struct pipe *, bool later);
size_t pipe_words_noted(struct pipe *, struct mem *, const char *const **words);
struct chk_spell *pipe_dictionary(struct mem *);       /* NULL: there is none */
void pipe_dictionary_close(struct chk_spell *);        /* NULL is fine */
void pipe_look_up(struct chk_spell *, const char *word);
void pipe_learn(struct pipe *, const struct chk_spell *, const char *const *words, size_t n);

/* What checks say beside the edition before, which the document names; nothing where it names none. */
void pipe_check_before(const struct edition *, struct diag *);

/* Only read: doc, style and txt. data: the bytes of a file that is not written yet, or NULL. False: told. */
bool pipe_read(struct pipe *, const char *path, const struct buf *data, struct edition *, struct diag *);
bool pipe_shows_excerpt(const struct doc *);           /* is its output for the public? */
/* What the public may see of a paper or session that was read: a document of its own, without all else, or the same one
 * if nothing in it is hidden. No other way leads to a public output. False: told. */
bool pipe_read_public(struct pipe *, const struct edition *full, struct edition *, struct diag *);
void pipe_pictures(struct edition *, struct diag *);                   /* sizes not known yet; part of pipe_check */
/* Can these bytes be set as a picture of that name? False: told as the setting of a document would. */
bool pipe_is_picture(const char *name, const char *data, size_t, struct diag *);
bool pipe_check(struct pipe *, struct edition *, struct diag *);
bool pipe_set(struct pipe *, struct edition *, struct diag *);         /* tree (unless it is there) and pages */
/* All of these, as far as they get: a fault ends the way before the next stage that needs what is missing. */
bool pipe_edition(struct pipe *, const char *path, struct edition *, struct diag *);
void pipe_end(struct edition *);                   /* frees what it holds; an empty one is fine */

/* What a file is by its outermost element, without reading the rest. */
struct pipe_peek {
	enum doc_kind kind;                            /* DOC_KIND_MAX: nothing known */
	bool numbered;                                 /* a paper that has its Drucksachennummer */
	bool document;                                 /* is set, or would be if it were whole; no chapter */
};
struct pipe_peek pipe_peek(const char *path);

extern const struct diag_code pipe_codes[];

#endif
