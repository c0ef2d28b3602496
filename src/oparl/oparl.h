/* oparl.h: OParl 1.1 (https://schema.oparl.org/1.1/) from the register: the public objects made ready within the
 * transaction of a command, then handed out one by one or as pages of lists, to static files and to the server with the
 * same bytes. */
#ifndef OPARL_OPARL_H
#define OPARL_OPARL_H
#include "base/mem.h"
#include "register/register.h"

/* Works off what has changed in the register since the last call: to be called before reg_commit. now: seconds since
 * 1970; an object whose public content stays keeps its modified. False: told. */
bool opa_publish(struct reg *, int64_t now, struct diag *);
/* No id of the register tells which secret an earlier one had for what is not public: a register made anew. */
bool opa_secret_lost(struct reg *);
/* Tells the ids that were made with a new secret then; to be called after opa_publish. */
void opa_tell_new_ids(struct reg *, struct diag *);
/* opa_publish in a transaction of its own, if there is anything to be worked off: a register of an older program. */
bool opa_refresh(const char *register_path, int64_t now, struct diag *);

/* Where the objects stand in the net, without a slash at the end: given, else what the directory says (<oparl basis>),
 * else what the caller says. NULL: told (no http or https address, or none for all towns). */
const char *opa_base(struct reg *, struct mem *, const char *given, const char *otherwise, struct diag *);

enum { OPA_PAGE = 100 };                              /* objects of a page at most */
struct opa_filter {                                   /* of the query string; all zero: none */
	bool times;                            /* one of the times was given; those not given: INT64_MIN or INT64_MAX */
	bool deleted;                                  /* modified_since was given: deleted objects are told, too */
	int64_t created_since, created_until, modified_since, modified_until;
	bool omit_internal;
	int limit;                                     /* 0: OPA_PAGE */
};
bool opa_filter_known(const char *name);              /* a parameter of OParl; servers pass over others */
/* Takes one parameter of the query, already decoded. False: not known to OParl, or not of its form. */
bool opa_filter_set(struct opa_filter *, const char *name, const char *value);

enum opa_kind { OPA_NOTHING, OPA_OBJECT, OPA_LIST, OPA_FILE };
struct opa_answer {
	enum opa_kind kind;
	bool deleted;                                  /* OBJECT: answered with 200; FILE: 410 */
	int64_t modified;          /* seconds since 1970; of a list: when anything of its kind changed last, 0: never */
	char etag[40];                                 /* without quotes; another for other bytes of the same URL */
	bool download;                                 /* FILE: to be sent as attachment */
	/* FILE: where it lies, what it is called, sha256 of its bytes (hexadecimal); in mem */
	const char *file, *name, *sum;
};
/* What a thread keeps of lists from one question to the next (rows.c); state: any number that changes with the
 * register. */
struct opa_rows;
struct opa_rows *opa_rows_new(void);
void opa_rows_free(struct opa_rows *);

struct opa_asked {
	struct reg *reg;
	const char *base;
	/* below it: "system.json", "body.json", "paper/ID.json", "body/ORT/paper.json", "body/ORT/paper/2.json",
	 * "organization/ID/meeting.json", "file/ID/NAME.pdf" or "download/ID/NAME.pdf" */
	const char *path;
	const struct opa_filter *filter;               /* NULL: none */
	struct opa_rows *rows; uint32_t state;         /* NULL: each is made anew; always with the same base */
};
/* What stands there; JSON is appended to out (OBJECT and LIST). What does not exist and what is not public goes the
 * same way: OPA_NOTHING. False: the register cannot be read (told). */
bool opa_answer(const struct opa_asked *, struct mem *, struct buf *out, struct opa_answer *, struct diag *);

/* All of it as files below folder, which is replaced as a whole by file_folder_place(): the caller, who enters it into
 * the ledger at the same time. What stands there must be such an export, or empty.
 * Beside them OPA_SUMS has the digest of each; so all that was written is known by the digest of that one. */
#define OPA_SUMS "pruefsummen.sha256"
struct file_folder;
struct opa_export {
	size_t n;                                      /* files written beside OPA_SUMS, */
	uint8_t sums[32];                              /* and its digest */
	struct file_folder *folder;
};
bool opa_export(struct reg *, const char *base, const char *folder, struct opa_export *, struct diag *);
void opa_export_end(struct opa_export *, bool good);   /* not good: what stood there before stands there again */

/* Papers and meetings by their keys ("Paper", "baum") and the objects they name, for files that go elsewhere. url is
 * set where there is such an object; take gets each object once: "paper/ID.json" and its text, good until it returns.
 * False: told. */
struct opa_root { const char *typ, *schluessel; const char **url; };
struct opa_wanted {
	struct reg *reg;
	const char *base, *ort;
	const struct opa_root *roots; size_t n;
	void (*take)(void *arg, const char *path, const char *text, size_t n);
	void *arg;
};
bool opa_gather(const struct opa_wanted *, struct mem *, struct diag *);

extern const struct diag_code opa_codes[];

#endif
