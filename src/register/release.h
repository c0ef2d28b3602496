/* release.h: what was released, and what was taken back since. Rows are added only. */
#ifndef REGISTER_RELEASE_H
#define REGISTER_RELEASE_H
#include "base/hash.h"
#include "register/register.h"

enum { REG_LINE = 8 };                                 /* bytes kept of a line's digest */

struct reg_release_file {
	const char *path;                              /* below the content root */
	uint8_t sha256[HASH_SHA256];
	const uint8_t *lines; size_t nlines;           /* nlines digests of REG_LINE bytes; NULL: no text */
};

/* What may be public or not by itself: an Anlage by its file ("ort/sitzung/plan.pdf"), a step of the Beratungsfolge
 * ("beratung rat 2023-05-31 1"), an item of an agenda by its id ("top baum"), what minutes tell of an item by its text
 * ("antwort baum 0f3a…"). */
struct reg_release_part { const char *key; bool public; };

struct reg_release {
	const char *titel, *neutral, *stand;           /* of an edition: the day it states; NULL: none */
	const char *tage;                              /* its days of decision, "rat=2018-03-01;kreistag=;" */
	bool public;
	struct reg_release_file *files; size_t nfiles; /* the first is the master file */
	struct reg_release_part *parts; size_t nparts; /* write only */
	/* read only */
	int64_t lfd, when;
	bool early;                 /* by an earlier program: digest of the master file alone, as it was taken in */
	bool withdrawn;                                /* as a whole, since */
	int64_t issued;                                /* row of the ledger that was the last at that time */
};
bool reg_release_add(struct reg *, struct reg_key, const struct reg_release *, int64_t when, struct diag *);
/* The last one, in m. False: never released (or told). */
bool reg_release_last(struct reg *, struct mem *, struct reg_key, struct reg_release *);

/* An Anlage is known by its key and by its bytes: renamed it is still the same one. sha256: NULL where it has none. */
struct reg_part { struct reg_key of; const char *teil; const uint8_t *sha256; };
/* Not public at the last release it stood in, or taken back since: the key it had then, in m. NULL: neither. */
const char *reg_hidden_part(struct reg *, struct mem *, const struct reg_part *);

/* Not public in the last release of another document, or taken back there: which and under what key, "v, ort/plan.pdf",
 * unless this one was released with it as public. By its bytes. NULL: nowhere. */
const char *reg_hidden_elsewhere(struct reg *, struct mem *, const struct reg_part *);
/* Another paper of that title that is taken back: its number or id. NULL: none. */
const char *reg_withdrawn_title(struct reg *, struct mem *, struct reg_key, const char *titel);

/* The one that file was issued by, a row of the ledger. */
bool reg_release_before(struct reg *, struct mem *, struct reg_key, int64_t issued, struct reg_release *);

/* ---- taken back ---- */

struct reg_withdrawal {
	struct reg_key key;                            /* a paper, an edition, a session or its minutes */
	const char *teil;                              /* key of the Anlage, id of the item; "": all of it */
	const char *neutral, *grund;                   /* neutral: what agendas say instead */
	bool alike;                                    /* an Anlage, by whatever key its bytes went out */
	const uint8_t *sha256;                         /* then: as it lies there; NULL: as it was released */
};
/* Takes it back: the public files that hold it, and its title on announced agendas. Nothing where nothing is public any
 * more (then false in *any). */
bool reg_withdraw(struct reg *, const struct reg_withdrawal *, int64_t when, bool *any, struct diag *);
/* Something written beside issued files that holds something public of the object: a calendar, a file of a package.
 */
struct reg_keys { struct reg_key *all; size_t n; bool ok; };   /* in the mem of the call; not ok: told */
struct reg_laid { struct reg_key key; const char *kind, *file; uint8_t sha256[HASH_SHA256]; };
bool reg_lay(struct reg *, const struct reg_laid *, int64_t when, struct diag *);      /* adds, once */
/* Files of one kind, for each of the keys; those of files do not count. */
bool reg_lay_all(struct reg *, const struct reg_keys *, const struct reg_laid *files, size_t n, int64_t when,
	struct diag *);
/* Files that were taken back with it, in m: as they stand in the ledger, then what was laid (lfd 0, kind as it was
 * laid). */
bool reg_withdrawn_files(struct reg *, struct mem *, struct reg_key, struct reg_issues *, struct diag *);
/* Public files of other objects that name what is taken back as a whole, in m. */
bool reg_mentions(struct reg *, struct mem *, struct reg_key, struct reg_issues *, struct diag *);
/* Ids of the OParl objects that go or change with it, in m. */
bool reg_withdrawn_ids(struct reg *, struct mem *, struct reg_key, const char *const **ids, size_t *n, struct diag *);
/* All of its kind that was laid before the object of its key was taken back, in m; later ones have it no more. */
bool reg_laid_before(struct reg *, struct mem *, const struct reg_laid *, struct reg_issues *, struct diag *);
bool reg_knows_file(struct reg *, const char *file, const uint8_t sha256[HASH_SHA256]);   /* as it lies there */
/* Released papers, not taken back, that a rebuild found no source of: how many, and in m the first number. */
int64_t reg_sources_gone(struct reg *, struct mem *, const char **nummer);
bool reg_is_withdrawn(struct reg *, int64_t issued);       /* that row of the ledger */
bool reg_is_taken_back(struct reg *, struct reg_key);      /* as a whole, and not released since */
struct reg_taken_back { int64_t when; const char *grund; };
bool reg_taken_back(struct reg *, struct mem *, struct reg_key, struct reg_taken_back *);      /* when and why, too */
bool reg_agenda_taken_back(struct reg *, struct reg_key session, int64_t since);       /* something on it, later */
/* Papers an Anlage was released with: by its key, or by its bytes where sha256 is given. */
struct reg_keys reg_papers_with(struct reg *, struct mem *, const char *teil, const uint8_t *sha256, struct diag *);
/* What was released from a file or folder, "ort/sitzung/vorlage.xml", also one that is gone. */
struct reg_keys reg_released_from(struct reg *, struct mem *, const char *path, struct diag *);
/* What was released with a file that is a part of it, "ort/bild.png": by number, else by id. */
struct reg_keys reg_released_with(struct reg *, struct mem *, const char *path, struct diag *);
/* Papers of that number, sessions, minutes, papers and editions of that id, a row a town; their sources may be gone. */
struct reg_keys reg_called(struct reg *, struct mem *, const char *id, struct diag *);
/* What is in that row of the ledger: its own object, and those whose parts it holds. */
struct reg_keys reg_held_by(struct reg *, struct mem *, int64_t issued, struct diag *);
/* What of it had left the house: a line each, "2028-02-01 ausgegeben: aus/x.pdf". */
typedef void reg_line(void *, const char *);
bool reg_outside(struct reg *, struct reg_key, reg_line *, void *, struct diag *);

#endif
