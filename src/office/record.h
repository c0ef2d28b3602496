/* record.h: inside the room: what register and ledger are told about documents. */
#ifndef OFFICE_RECORD_H
#define OFFICE_RECORD_H
#include <sys/stat.h>
#include <sys/types.h>

#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

/* Key of a document in events and ledger: the id of paper or session; of an edition as papers name it
 * ("ort/integrationskonzept-2018"). root: of the contents. */
const char *off_id(struct mem *, const char *root, const struct doc *);
/* false: not below the content root, told */
bool off_source(struct mem *, const char *root, const struct doc *, struct reg_source *, struct diag *);
/* false: told; also for a kind no register knows */
/* "zu Nummer 1: einstimmig beschlossen (7 Ja, 0 Nein, 0 Enthaltungen); …" of each vote of a body, or of all (DOC_ALLE),
 * on the matter of an item; where all have one result, without its word. NULL: there was one vote at most. They differ:
 * so that no result is that of the item. */
struct doc_niederschrift;
struct doc_verhandelt;
const char *off_votes(struct mem *, const struct doc *, const struct style *, const struct doc_verhandelt *,
	size_t gremium);
/* "Anna Ahorn (Vorsitz des Sportausschusses)": who was elected at an item, as the public may know, votes: with those of
 * each round; NULL: nobody. */
const char *off_elected(struct mem *, const struct doc *, const struct style *, const struct doc_verhandelt *,
	size_t gremium, bool votes);
/* ", Stichentscheid des Vorsitzes: Ja" where the chair's vote, "ja" or "nein", decided; NULL: nothing */
void off_put_casting_vote(struct buf *, const struct style *, const char *vote);
/* ", Beschluss Nr. 45/2026"; NULL: nothing */
void off_put_number(struct buf *, const struct style *, const char *number);
/* "Beschluss Nr. 45/2026": of a body's decisions at an item; NULL: they have none. */
const char *off_number_of(struct mem *, const struct doc *, const struct style *, const struct doc_verhandelt *,
	size_t gremium);
bool off_votes_differ(const struct doc_niederschrift *, const struct doc_verhandelt *, size_t gremium);
bool off_index_minutes(struct reg *, const struct reg_source *, const struct doc *, const struct style *,
	struct diag *);
bool off_index(struct reg *, const struct reg_source *, const struct doc *, const struct style *, struct diag *);

/* Hash of all a document is made of: of one file its own sha256. */
void off_hash_source(const struct doc *const *, size_t n, uint8_t out[32]);
/* of sources and data that go into the PDF, in their order */
void off_hash_attached(const struct blk_tree *, uint8_t out[32]);
/* of all files the look was read from, those of its grounds too */
void off_hash_templates(const struct style *, uint8_t out[32]);
/* words.c: of an issued file, with those of the PDF that others made and that are attached to it; of one of them, NULL:
 * none to be had, which is told where there should be some */
void off_words(const struct edition *, struct buf *, struct diag *);
const char *off_annex_words(struct mem *, const struct doc *, const struct doc_anlage *, struct diag *);
/* ASCII only, and no two signs in a row, because council systems break on more: "2023-0123". */
char *off_file_name(struct mem *, const char *);
/* Of a paper: its number with the supplement as a file name; without a number its id. */
char *off_number_name(struct mem *, const struct style *, const struct doc_vorlage *);
/* Of a paper: the code (kurz) of the body that decides, else of the first that consults; NULL: it has none. */
const char *off_body_code(const struct doc *);
/* "31.01.2018" of "2018-01-31"; "offen" where there is no day */
const char *off_short_day(struct mem *, const char *iso);

/* A draft is not released, issued or announced. done: "freigegeben". False: told. */
bool off_final(const struct edition *, const char *path, const char *done, struct diag *);
/* skeleton.c: no text of its skeleton is left in it; false: told at each */
bool off_touched(struct mem *, const struct edition *, const char *path, struct diag *);

/* The register of one town for all documents of a call: opened with the first, told with those of another. */
struct off_desk {
	const struct office *office;
	struct mem *mem;
	struct reg *reg;
	const char *path, *root;                       /* of the register; of the first one's contents */
	pid_t process;                                 /* that opened it: a worker opens one of its own, to read */
};
bool off_desk_open(struct off_desk *, const struct edition *, bool write, struct diag *);
void off_desk_close(struct off_desk *);                                /* rolls back what was not committed */
/* These two leave the transaction of a caller (office.h) as it is. */
bool off_begin(struct reg *, const struct office *, struct diag *);
/* Makes the public objects (OParl) anew that changed in this transaction, and ends it. */
bool off_commit(struct reg *, const struct office *, struct diag *);
/* Sources as they will be, each under its path. */
struct off_rewrites {
	struct mem *mem;                               /* paths are the caller's, or of this */
	struct off_rewrite {
		const char *path;
		struct buf now;
		struct stat was;                       /* when it was first put here */
	} *all;
	size_t n, cap;
};
const struct buf *off_rewrite_of(const struct off_rewrites *, const char *path);       /* NULL: it stays as it is */
void off_rewrite(struct off_rewrites *, const char *path, const struct buf *now);      /* path is lent, now copied */
void off_rewrites_free(struct off_rewrites *);
/* off_commit with them: sources and register change, or none does; none where somebody wrote one of them meanwhile.
 * Killed in between, the sources have it, which are the truth; the same call completes the register. */
bool off_commit_with(struct reg *, const struct office *, const struct off_rewrites *, struct diag *);

#endif
