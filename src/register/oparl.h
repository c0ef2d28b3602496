/* oparl.h: the public objects as OParl hands them out, kept ready in the register: one row an object, its JSON without
 * the times. The room oparl makes them from the facts below and asks for them again; what is not public has no row
 * at all. */
#ifndef REGISTER_OPARL_H
#define REGISTER_OPARL_H
#include "register/register.h"

struct reg_oparl {
	int64_t lfd;                                   /* order in lists; never changes */
	/* typ: "Paper"; schluessel: what it is in the register, unique for town and type */
	const char *ort, *typ, *schluessel;
	const char *kennung;                           /* id in the URL: given once, stays */
	const char *quelle;                           /* what it was made from, "vorlage/baum": made again as a whole */
	const char *gremium;                          /* kennung of the organization whose list it stands in, or NULL */
	const char *const *weitere; size_t nweitere;   /* of further ones; written only */
	int64_t ausgegeben;                            /* File: row of the ledger; 0: none */
	int64_t erstellt, geaendert;                   /* seconds since 1970; erstellt: for reg_oparl_put 0 means now */
	int64_t fassung;                               /* from 1, one more for each change */
	bool geloescht;
	const char *inhalt;                            /* members of the JSON object, without braces and times */
	const char *eingebettet;           /* inner lists that omit_internal leaves out: ",\"agendaItem\":[…]", or "" */
};

/* Its id alone, whatever it holds: a session with all its items is long. NULL: none. In m. */
const char *reg_oparl_kennung(struct reg *, struct mem *, const char *ort, const char *typ, const char *schluessel);
/* False: none. In m. */
bool reg_oparl_by_key(struct reg *, struct mem *, const char *ort, const char *typ, const char *schluessel,
	struct reg_oparl *);
bool reg_oparl_by_id(struct reg *, struct mem *, const char *typ, const char *kennung, struct reg_oparl *);
bool reg_oparl_by_number(struct reg *, struct mem *, int64_t lfd, struct reg_oparl *);
/* Adds, or changes if the content is another; the row stands in *o afterwards. geaendert moves only with it. */
bool reg_oparl_put(struct reg *, struct mem *, struct reg_oparl *o, int64_t now, struct diag *);
/* What is gone keeps its row, id and times; inhalt: what is still said of it. */
bool reg_oparl_delete(struct reg *, const struct reg_oparl *, const char *inhalt, int64_t now, struct diag *);
/* those not gone that were made from one source */
struct reg_oparls { struct reg_oparl *all; size_t n; };
bool reg_oparl_of(struct reg *, struct mem *, struct reg_key quelle, struct reg_oparls *, struct diag *);

/* The secret of the register: ids of what is not public are made with it, so that no guess at what they stand for can
 * be proved. It is made by the first writer that asks (for tests $RATSSATZ_SCHLUESSEL says which, 64 hexadecimal
 * digits) and leaves the register only in backups. fresh: not all ids are made with it yet. False: told. */
struct reg_secret { uint8_t key[32]; bool fresh; };
bool reg_secret(struct reg *, struct reg_secret *, struct diag *);
bool reg_secret_there(struct reg *);                                     /* and all ids are made with it */
bool reg_secret_applied(struct reg *, struct diag *);                    /* from now on they are */
/* Objects of what is not public, also those that a program before the secret made: lfd, ort, quelle, geloescht, the old
 * kennung, the new schluessel. */
bool reg_oparl_hidden(struct reg *, struct mem *, struct reg_oparls *, struct diag *);
/* With kennung and schluessel as they shall be; inhalt: of one that is gone. Its source is marked. */
bool reg_oparl_rename(struct reg *, const struct reg_oparl *, struct diag *);

/* A page of a list. gremium: its list, else that of the town. Times are inclusive; deleted ones only if asked for. */
struct reg_oparl_page {
	const char *ort, *typ, *gremium;
	int64_t limit, offset;
	bool filtered, deleted;                        /* filtered: times count */
	int64_t created_since, created_until, modified_since, modified_until;
};
typedef void reg_oparl_row(void *, const struct reg_oparl *);            /* strings live only during the call */
bool reg_oparl_list(struct reg *, const struct reg_oparl_page *, reg_oparl_row *, void *, struct diag *);
/* Only their lfd, at most p->limit of them; how many, -1: told. */
int64_t reg_oparl_numbers(struct reg *, const struct reg_oparl_page *p, int64_t *lfd, struct diag *);
/* when the list changed last, deletions counted; 0: never */
int64_t reg_oparl_newest(struct reg *, const char *ort, const char *typ);
int64_t reg_oparl_count(struct reg *, const char *ort, const char *typ);   /* of those not gone */
/* the deepest folder that holds the register and all public issued files; its real path */
char *reg_oparl_folder(struct reg *, struct mem *);
/* where the PDF of a File lies; NULL: none, or none that is public */
char *reg_oparl_path(struct reg *, struct mem *, int64_t ausgegeben);

/* What has changed since the objects were last made: art is verzeichnis, anschrift, konzept, vorlage or sitzung. */
struct reg_mark { const char *ort, *art, *id; };
bool reg_oparl_marks(struct reg *, struct mem *, struct reg_mark **, size_t *n, struct diag *);
/* Marks what hangs together with a marked source and is made from the same facts: the papers of a session, the sessions
 * of a paper, the edition it presents, a supplement and its paper. */
bool reg_oparl_mark_related(struct reg *, const struct reg_mark *, struct diag *);
bool reg_oparl_mark_sessions(struct reg *, const struct reg_mark *, struct diag *);      /* only those of a paper */
bool reg_oparl_done(struct reg *, struct diag *);                        /* all marks are worked off */

/* ---- facts the objects are made from: only what is public ---- */
enum reg_fact {
	REG_ORTE,
	REG_KOERPERSCHAFT,
	REG_WAHLPERIODEN,
	REG_STELLEN,
	REG_PERSONEN,
	REG_MITGLIEDSCHAFTEN,
	REG_ANSCHRIFT,
	REG_PAPIER,
	REG_PAPIER_NUMMER,
	REG_ERGAENZUNGEN,
	REG_SCHLAGWORTE,
	REG_URHEBER,
	REG_BERATUNGEN,
	REG_DATEIEN,
	REG_KONZEPT,
	REG_PRAESENTIERT,
	REG_SITZUNG,
	REG_SITZUNGSGREMIEN,
	REG_PUNKTE
};
struct reg_facts { const char *const *names; const char **cells; size_t rows, cols; };
/* key: the town and what is asked about in it; what a fact does not ask for may be NULL */
bool reg_facts(struct reg *, struct mem *, enum reg_fact, struct reg_key, struct reg_facts *, struct diag *);
const char *reg_cell(const struct reg_facts *, size_t row, const char *name);   /* NULL for NULL */
int64_t reg_cell_int(const struct reg_facts *, size_t row, const char *name);   /* 0 for NULL */

#endif
