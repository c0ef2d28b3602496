/* register.h: the register, one SQLite file: numbers given, files issued, releases and announcements (append-only), and
 * an index of content/<ort> that can be made again. Journal mode DELETE (network shares). One transaction per command:
 * reg_begin … reg_commit. */
#ifndef REGISTER_REGISTER_H
#define REGISTER_REGISTER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/mem.h"
#include "model/drucksache.h"
#include "model/agenda.h"
#include "model/papier.h"

struct reg;

/* An object of a town: paper, session, edition, "verzeichnis"; of what has many rows, whose they are. */
struct reg_key { const char *ort, *id; };
static inline struct reg_key reg_key(const char *ort, const char *id)
{
	return (struct reg_key){ort, id};
}

/* Opens (write: makes it if missing) a register; one of an earlier version is taken over, and a copy of it left beside
 * it. NULL: message given (busy: who holds it; newer program; corrupted; read-only). The diag must live as long:
 * functions without one tell there. One process must not open the same file twice. */
struct reg *reg_open(const char *path, bool write, struct diag *);
/* For a server: never writes to the register nor beside it, waits shortly for writers. One process may open several,
 * each for one thread at a time, if all are opened before the first is used. */
struct reg *reg_open_reader(const char *path, struct diag *);
/* Would a reader have to wait for a writer now? May be asked beside registers that this process has open. */
bool reg_is_busy(const char *path);
void reg_tell(struct reg *, struct diag *);        /* from now on messages without a diag of their own go there */
/* Rolls back what was not committed; a file that was made and into which nothing came goes again. NULL is fine. */
void reg_close(struct reg *);
/* What a transaction sees so far, as bytes of at most that size (false: larger), for workers of this process to read
 * while it stays open here. */
struct reg_image { unsigned char *bytes; size_t size; const char *path; };
bool reg_image(struct reg *, size_t most, struct reg_image *);
void reg_image_free(struct reg_image *);
struct reg *reg_open_image(const struct reg_image *, struct diag *);   /* borrows it; NULL: told */
bool reg_begin(struct reg *, struct diag *);    /* BEGIN IMMEDIATE; waits for another process, then says who holds it */
/* For who looks at what is public, works, and only then begins: false (told) if something was taken back in between. */
void reg_look(struct reg *);
bool reg_begin_as_looked(struct reg *, struct diag *);
bool reg_commit(struct reg *, struct diag *);
void reg_hold(struct reg *);   /* many questions see one state, and it is locked once for all; until reg_rollback */
void reg_rollback(struct reg *);

/* ---- index of documents: what aufnehmen writes; the same document again replaces its rows ---- */
/* path: below the content root; file, line, root: for messages, as the call names them; changed: a paper that was
 * released, but not as it is now */
struct reg_source {
	const char *path, *ort;
	uint8_t sha256[32];
	bool changed;
	const char *file, *root;
	int line;
	bool draft;                                    /* a session: not to be published yet */
	const char *stamm;                             /* a paper: the number of that it is a supplement to; or NULL */
};
bool reg_index_directory(struct reg *, const struct reg_source *, const struct doc *verzeichnis, struct diag *);
bool reg_index_edition(struct reg *, const struct reg_source *, const struct doc *, struct diag *);
bool reg_index_paper(struct reg *, const struct reg_source *, const struct doc *, const char *fulltext, struct diag *);
bool reg_index_session(struct reg *, const struct reg_source *, const struct doc *, struct diag *);
bool reg_index_clear(struct reg *, struct diag *);                /* neu-aufbauen: the index, never numbers or ledger */

/* ---- minutes: minutes.c ---- */
/* The town's word for a result and what follows of it. NULL: unknown. */
struct doc_verhandelt;
struct reg_words { const char *(*word)(const void *, const struct doc_verhandelt *), *(*folge)(const void *,
	const char *); const void *arg; };
bool reg_index_minutes(struct reg *, const struct reg_source *, const struct doc *, const struct reg_words *,
	struct diag *);
/* What a paper of the index proposes, a line each; NULL: nothing. */
const char *reg_paper_proposal(struct reg *, struct mem *, struct reg_key);
/* What is to be done after signed decisions, by due date; texts of the register's columns, "" or NULL where unsaid. */
struct reg_task {
	const char *ort, *id, *gremium, *gremiumname, *datum, *sitzung, *niederschrift, *pfad, *top, *drucksache,
		*titel;
	const char *wortlaut, *text, *stelle, *stellenname, *frist, *zustand, *prioritaet, *personal, *bericht,
		*beschlussnummer;
	const char *massnahme, *gemeldet, *meldung;
	int64_t betrag;                                /* Cent; 0: unsaid */
	bool oeffentlich;
};
struct reg_tasks { struct reg_task *all; size_t n; };
bool reg_tasks(struct reg *, struct mem *, struct date today, struct reg_tasks *, struct diag *);
/* Towns whose directory has that body and that office; NULL: any. How many there are; the last of them in *ort. */
size_t reg_towns_with(struct reg *, struct mem *, const char *gremium, const char *stelle, const char **ort);
/* Minutes that were approved: digest of what stays, with the first n corrections. */
struct reg_approval { uint8_t sha256[32]; int nachtraege; };
struct reg_approvals { struct reg_approval *all; size_t n; };
struct reg_approvals reg_approvals(struct reg *, struct mem *, struct reg_key);
bool reg_approve(struct reg *, struct reg_key, const struct reg_approval *, int64_t when, struct diag *);

/* ---- numbers ---- */
/* The number of a paper (by ort and id): the one given before, or wanted (if not NULL and free as a whole), or the next
 * of its series by the town's pattern. Append-only. NULL: message given (taken, has not the town's form, a part of it
 * is unknown). */
struct reg_wish {
	struct reg_key paper;
	const struct doc_muster *muster;
	struct doc_nummer_werte werte;                 /* what goes into a new one; not asked of one that is wanted */
	const char *wanted;                            /* the whole number, its supplement in it; NULL: any */
	const char *art;                               /* "beschluss", "beschluss/rat"; NULL: of papers */
};
#define REG_BESCHLUSS "beschluss"
const char *reg_number(struct reg *, struct mem *, const struct reg_wish *, struct diag *);

/* Towns with numbers or releases but that one, in m. */
size_t reg_other_towns(struct reg *, struct mem *, const char *ort, const char ***);
/* The one given before; NULL: none was. */
const char *reg_number_given(struct reg *, struct mem *, const struct reg_wish *);
bool reg_number_known(struct reg *, struct reg_key paper);              /* one was given */

int64_t reg_number_place(struct reg *, struct reg_key paper);          /* which was given first; 0: none was */

/* After a backup was brought back a town gets no new number until its sources were looked through. */
bool reg_numbers_open(struct reg *, const char *ort);                  /* not looked through yet */
/* Takes in what agendas and public objects name, of papers without a number; what could not be is told. False: told. */
bool reg_numbers_again(struct reg *, const char *ort, const struct doc_muster *, struct diag *);
bool reg_numbers_settled(struct reg *, const char *ort, struct diag *);        /* all sources were taken in */

/* A paper of the index by its number, released or not. False: unknown. */
struct reg_known { const char *id, *titel, *path; struct date datum; bool oeffentlich; };
bool reg_paper_by_number(struct reg *, struct mem *, const char *ort, const char *nummer, struct reg_known *);

/* ---- events: append-only ---- */
enum reg_event { REG_AUFGENOMMEN, REG_FREIGEGEBEN, REG_BEKANNTGEMACHT, REG_AUSGEGEBEN, REG_ERGEBNIS };
bool reg_event(struct reg *, struct reg_key, enum reg_event, int64_t when, const char *detail, struct diag *);
bool reg_has_event(struct reg *, struct reg_key, enum reg_event, int64_t *when);   /* the last; when: or NULL */

/* How often a session was announced, when last, and what was said of it then (NULL: unsaid). */
struct reg_announced { int times; int64_t last; const char *text; };
struct reg_announced reg_announced(struct reg *, struct mem *, struct reg_key);

/* a result that begins so was entered: "rat 2018-03-01" */
bool reg_has_result(struct reg *, struct reg_key, const char *begins);

/* ---- issued files: append-only ledger ---- */
struct reg_issue {
	/* file: any path that is right from here; kept relative to the register's folder. kind: "vorlage", "konzept",
	 * "bekanntmachung", "mappe" … */
	const char *ort, *object_id, *file, *kind;
	uint8_t sha256[32], sha512[64], source_sha256[32], excerpt_sha256[32], template_sha256[32];
	int64_t size; int pages;
	bool public;
	const char *program;                           /* "ratssatz 0.1.0" */
	const char *titel;                             /* of a file that others made, an item's Anlage; else NULL */
	const char *text;                              /* what stands in it as plain text, or NULL; written only */
	/* whose parts are in it, written only: a paper and "" or the key of its Anlage, a session and an item's id */
	const struct reg_hold { const char *objekt, *teil; } *holds; size_t nholds;
	int64_t when;
	int64_t lfd;                                   /* row of the ledger; read only */
};
/* Adds unless the last of its kind is the very same file at the same place, and public still: then false in *added. */
bool reg_issue(struct reg *, const struct reg_issue *, bool *added, struct diag *);
bool reg_issue_find(struct reg *, struct mem *, const uint8_t sha256[32], struct reg_issue *);  /* by the file's hash */
/* by its source's or excerpt's hash */
bool reg_issue_by_source(struct reg *, struct mem *, const uint8_t sha256[32], struct reg_issue *);
bool reg_issue_last(struct reg *, struct mem *, struct reg_key, struct reg_issue *);

/* Of each kind of file issued for the object the last one, in the order of issuing. */
struct reg_issues { struct reg_issue *all; size_t n; };
bool reg_issued(struct reg *, struct mem *, struct reg_key, struct reg_issues *, struct diag *);

/* ---- agenda ---- */
/* Released papers whose Beratungsfolge names the session, in the town's order ("nummer", "rolle", "datum"). */
/* gremien: of a joint session all its bodies, gremium the first of them. */
struct reg_meeting { const char *ort, *gremium; struct date day; const char *id; struct doc_gremien gremien; };
static inline struct reg_meeting reg_meeting_of(const char *ort, const struct doc_sitzung *s)
{
	return (struct reg_meeting){ort, s->gremium, s->datum, s->id, s->gremien};
}
struct reg_papers { struct doc_agenda_paper *all; size_t n; };
bool reg_papers_for(struct reg *, struct mem *, const struct reg_meeting *, const char *order, struct reg_papers *,
	struct diag *);
/* Numbers once announced stay: (item id, number) as announced. */
bool reg_agenda_keep(struct reg *, const char *ort, const char *session_id, const struct doc_agenda *, int64_t when,
	struct diag *);
/* An agenda whose notice is due but that nobody announced here: public as it stands, made anew with the index. */
bool reg_agenda_draft(struct reg *, const char *ort, const char *session_id, const struct doc_agenda *, struct diag *);
bool reg_agenda_kept(struct reg *, struct mem *, const char *ort, const char *session_id, struct doc_agenda_item **,
	size_t *n);
/* When a session (item NULL) or an item of it was first announced, and when it was taken off; 0: never. */
struct reg_times { int64_t first, gone; };
struct reg_times reg_agenda_times(struct reg *, struct reg_key session, const char *item);
/* The pages a first Mappe gave: of the agenda (objekt "") and of each paper. kind: "mappe". Added once. */
struct reg_pages { const char *objekt; int from, pages; };
struct reg_mappe { struct reg_pages *all; size_t n; };
struct reg_mappe reg_mappe_pages(struct reg *, struct mem *, struct reg_key session, const char *kind);
bool reg_mappe_keep(struct reg *, struct reg_key session, const char *kind, const struct reg_mappe *, struct diag *);
/* Items of sessions to come on which a paper stands as they were announced; left: it is no longer treated there. */
struct reg_standing { const char *sitzung, *nummer; bool left; };
size_t reg_standing(struct reg *, struct mem *, struct reg_key paper, struct date today, struct reg_standing **);
/* The source of a session whose notice is due but that was not announced here, and the digest it was taken in with.
 * path NULL: announced, not due, a draft or unknown. */
struct reg_due { const char *path; uint8_t sha256[32]; };
struct reg_due reg_session_due(struct reg *, struct mem *, struct reg_key, struct date today);
/* Sessions of the body on that day, by their beginning. id is not asked for. */
struct reg_session { const char *id, *beginn; bool abgesagt; };
struct reg_sessions { struct reg_session *all; size_t n; };
bool reg_sessions_on(struct reg *, struct mem *, const struct reg_meeting *, struct reg_sessions *, struct diag *);
/* As the session says it: the day of its notice, zero: unknown; its number, code and place, NULL: unsaid. */
struct reg_session_head { struct date day; const char *nummer, *code, *haus; };
struct reg_session_head reg_session_head(struct reg *, struct mem *, struct reg_key session);
/* The bodies of a session, as it was taken in; none: unknown. */
struct doc_gremien reg_session_bodies(struct reg *, struct mem *, struct reg_key);
/* The day of the body's session next to that one, at most so many days away; zero: none. */
struct date reg_session_near(struct reg *, const struct reg_meeting *, int days);
/* Papers, released or not, with a step on that day that does not say which of the body's sessions it means. */
bool reg_papers_unclear(struct reg *, struct mem *, const struct reg_meeting *, struct reg_papers *, struct diag *);

/* ---- reading for people ---- */
enum reg_list {
	REG_LIST_PAPIERE,
	REG_LIST_SITZUNGEN,
	REG_LIST_ANLAGEN,
	REG_LIST_AUSGABEN,
	REG_LIST_AUSGEGEBEN,
	REG_LIST_MASSNAHMEN,
	REG_LIST_OFFEN,
	REG_LIST_DRAUSSEN,                             /* taken back, and where it went before */
	/* what the statement on accessibility says: of the public only */
	REG_LIST_ZUGANG_DATEIEN,
	REG_LIST_ZUGANG_ANLAGEN
};
typedef void reg_row(void *, int ncols, const char *const *names, const char *const *values);
bool reg_list(struct reg *, enum reg_list, const char *ort, reg_row *, void *, struct diag *);
bool reg_show(struct reg *, const char *key, reg_row *, void *, struct diag *);    /* by number or id; false: unknown */
bool reg_search(struct reg *, const char *words, reg_row *, void *, struct diag *);        /* FTS5, umlauts folded */
/* integrity, gaps, doubles, ledger against files */
bool reg_check(struct reg *, const char *content_root, struct diag *);
bool reg_is_register(const char *path);                 /* a whole register or a backup of one, by its own mark */
bool reg_backup(struct reg *, const char *target, struct diag *);                          /* sichern */
/* wiederherstellen: checks first; what stood there before is kept as target.vorher-1 */
bool reg_restore(const char *backup, const char *target, struct diag *);
extern const struct diag_code reg_codes[];

#endif
