/* record.h: what register and ledger are told about documents; shared by the commands that write them. */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H
#include "cli/cli.h"
#include "register/register.h"

/* Rank of a file by its outermost element, in the order of taking in: papers that have a number come before those that
 * get the next one. */
enum rec_rank { REC_VERZEICHNIS, REC_KONZEPT, REC_SITZUNG, REC_VORLAGE, REC_VORLAGE_OHNE_NUMMER, REC_OTHER };
enum rec_rank rec_rank_of(const char *path);
/* by its outermost element: something that is set, no chapter and no directory */
bool rec_is_document(const char *path);

/* Key of a document in events and ledger: the id of paper or session; of an edition as papers name it
 * ("ort/integrationskonzept-2018"). */
const char *rec_id(struct mem *, const struct cmd_args *, const struct doc *);
/* false: not below the content root, told */
bool rec_source(struct mem *, const struct cmd_args *, const struct doc *, struct reg_source *, struct diag *);
/* false: told; also for a kind no register knows */
bool rec_index(struct reg *, const struct reg_source *, const struct doc *, struct diag *);

/* Hash of all a document is made of: of one file its own sha256. */
void rec_hash_source(const struct doc *const *, size_t n, uint8_t out[32]);
/* of sources and data that go into the PDF, in their order */
void rec_hash_attached(const struct blk_tree *, uint8_t out[32]);
/* of all files the look was read from, those of its grounds too */
void rec_hash_templates(const struct style *, uint8_t out[32]);
/* The Drucksachennummer in a file name: "2023-0123". */
char *rec_file_name(struct mem *, const char *);
struct date rec_today(const struct cmd_args *);
/* The register of a town for a command that needs it: with --register that one. */
struct reg *rec_open(struct mem *, const struct cmd_args *, const char *input, const char *ort, bool write,
	struct diag *);

/* Makes the public objects (OParl) anew that changed in this transaction, and ends it. */
bool rec_commit(struct reg *, const struct cmd_args *, struct diag *);

/* Reads the public excerpt of a paper or session, full, as a document of its own. False: told. */
bool rec_read_public(struct session *, const struct doc *full, struct edition *, struct diag *);
/* A draft is not released, issued or announced. done: "freigegeben". False: told. */
bool rec_final(const struct edition *, const char *path, const char *done, struct diag *);
/* issue.c: the issued files of one call. */
struct rec_batch;
struct rec_batch *rec_batch_new(const struct cmd_args *);
void rec_batch_free(struct rec_batch *);                           /* what was not put in place is gone; NULL is fine */
/* Writes the PDF; is: what the file itself does not say (ort, object_id, kind, public, hashes of source and templates).
 * False: told. */
bool rec_batch_add(struct rec_batch *, const struct edition *, const struct reg_issue *is, const char *target,
	struct diag *);
bool rec_batch_place(struct rec_batch *, struct reg *);                /* false: at least one is not there, told */
/* within a transaction: those that are there */
bool rec_batch_enter(struct rec_batch *, struct reg *, bool event, struct diag *);
void rec_batch_say(const struct rec_batch *);

/* Towns below the content root, sorted. */
size_t rec_towns(struct mem *, const struct cmd_args *, const char ***);
/* Registers a command without a document may mean: the one given, else those of all towns that have one. */
size_t rec_registers(struct mem *, const struct cmd_args *, const char ***);

/* intake.c: many documents into the register in one transaction. */
enum intake { INTAKE_AUFNEHMEN, INTAKE_FREIGEBEN, INTAKE_NEU_AUFBAUEN };
int cmd_intake(const struct cmd_args *, const char *const *paths, size_t n, enum intake);

/* agenda.c: the agenda of a session that was read, as the register's papers and its announcements make it; never NULL,
 * faults are told. */
struct doc_agenda_town rec_agenda_town(const struct style *);
const struct doc_agenda *rec_agenda(struct mem *, struct reg *, const struct edition *, const struct doc_agenda_town *,
	struct diag *);
/* Within a transaction: the agendas of the sessions it touched whose notice is due, for the public objects. */
bool rec_agendas(struct session *, const struct cmd_args *, struct reg *, struct diag *);

/* table.c: rows of the register for people and for programs. */
struct rec_table;
struct rec_table *rec_table_new(bool json);
reg_row rec_table_row;                             /* void * is the table */
/* prints and frees; nothing: said to people when there is no row */
void rec_table_end(struct rec_table *, const char *nothing);

#endif
