/* desk.h: inside the room: what all requests share, and one request on its way. */
#ifndef WERKSTATT_DESK_H
#define WERKSTATT_DESK_H
#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include <cjson/cJSON.h>

#include "base/buf.h"
#include "base/mem.h"
#include "pipeline/pipeline.h"
#include "register/desk.h"
#include "werkstatt/werkstatt.h"

enum wst_right { WST_NONE, WST_READ, WST_WRITE, WST_RELEASE };

struct people;
struct roles;
struct saves;

struct wst {
	const struct wst_setup *setup;
	const char *root;                              /* of the contents: a real path */
	const char *token, *guard;                     /* what a cookie must say; besides, what a change must say */
	int port;
	struct roles *_Atomic roles;                   /* NULL: everybody may do everything */
	struct people *people;

	/* Taken before the other two: of the dictionary that looks words up while pages are set (check.c) */
	pthread_mutex_t looking;
	struct chk_spell *words;

	/* Of reading files of others, which takes a second or two: one at a time, beside all else. Taken first */
	pthread_mutex_t reading;
	/* Of what the office does, with a pipeline of its own: beside all else, too. Taken first */
	pthread_mutex_t office;

	/* Two locks, so that a save waits for no page: of contents, register and history as they are written */
	pthread_mutex_t lock;
	struct reg_desk *history;
	struct diag *told;                             /* of the history */
	struct saves *saves;
	/* and of what sets pages; whoever needs both takes this one first */
	pthread_mutex_t setting;
	struct pipe_options options;
	struct pipe *pipe;
	struct diag *noted;                            /* of the fonts: told elsewhere */
	char **checked; size_t nchecked, cap_checked;    /* documents whose words were looked up */
	struct store_of_fonts { char *name; struct buf data; } *fonts; size_t nfonts, cap_fonts;
};

/* A request and its answer. */
struct wst_call {
	struct wst *w;
	struct mem *mem;
	struct MHD_Connection *c;
	const char *who;                               /* "" where nobody signs in */
	struct buf body;
	bool too_large, last;                          /* last: nothing else is read from this connection */
	cJSON *json;                                   /* of the body; NULL: none */

	unsigned status;
	const char *type;
	const char *cookie;                            /* a header; NULL: none */
	bool keep;                                     /* the browser may keep it for long: its address holds a sum */
	struct buf out;
};

/* ---- reply.c */
void wst_say(struct wst_call *, unsigned status, const char *german);          /* {"text": …} */
void wst_json(struct wst_call *, unsigned status, cJSON *);                    /* consumed */
void wst_add_instant(cJSON *, const char *name, int64_t when);                 /* seconds since 1970; 0: "" */
const char *wst_query(struct wst_call *, const char *name);                    /* "" if missing */
const char *wst_field(const struct wst_call *, const char *name);              /* of the body; "" if missing */
enum MHD_Result wst_send(struct wst_call *);

/* ---- guard.c: who may come in. False: answered. */
bool wst_admit(struct wst_call *, const char *path, bool changes);
/* What the caller may do with a file or folder of the contents. */
enum wst_right wst_right(const struct wst_call *, const char *below);
bool wst_may(struct wst_call *, const char *below, enum wst_right);            /* false: answered */
struct roles *wst_roles_read(struct mem *, const char *path, struct diag *);   /* NULL: told */

/* ---- files.c */
const char *wst_below(const struct wst_call *, const char *real);  /* a file of the contents as their root has it */
/* The real path of a file of the contents, named from their root; NULL: answered. No link leads out. */
char *wst_file(struct wst_call *, const char *below, enum wst_right);
/* A file with that ending, named from the folder of a document and below it; it need not be there yet. NULL:
 * answered. */
char *wst_beside(struct wst_call *, const char *document, const char *name, const char *ending, enum wst_right);
bool wst_good_name(const char *);                  /* new.c: of a new folder or file: a-z, 0-9 and hyphens */
/* data.c: a picture beside a document, by this name or one like it: the path it has; NULL: it cannot be, answered if
 * something is to be said. */
char *wst_keep_picture(struct wst_call *, const char *document, const char *name, const struct buf *);
/* A file of the page itself. */
void wst_page_file(struct wst_call *, const char *name);

/* A file written whole. False: told. */
bool wst_put_file(const char *real, const void *data, size_t n, struct diag *);

/* ---- registers.c: the registers that a call asks; the last one stays open, so that one that is held is waited for
 * once. Under the lock "setting". */
struct wst_asked { struct diag *told; struct reg *reg; const char *path; };    /* path: also where it is not open */
/* Waits while somebody holds the register of the file's town, or one of all (real NULL); as long as a command does. */
void wst_wait_for_registers(struct wst_call *, const char *real);
/* Takes that lock for a call that will ask a register: that of the file's town, or all (real NULL). One that is held is
 * waited for before, so that nobody who only sets pages waits along. */
void wst_set(struct wst_call *, const char *real);
struct reg *wst_register(struct wst_asked *, const char *path);        /* NULL: there is none, or why is told */
void wst_asked_end(struct wst_asked *);
/* Was the document that the file is part of taken back? Also where the register cannot say it. */
bool wst_is_taken_back(struct wst_call *, struct wst_asked *, const char *real);
/* Takes the lock: may the caller see anything of it? What was taken back is for who may write. */
bool wst_may_read(struct wst_call *, const char *real);
/* What of it must not be public, in German; NULL: nothing. */
const char *wst_held_back(struct wst_call *, const struct edition *);

/* ---- batch.c */
struct saves *wst_saves_new(void);
void wst_saves_free(struct saves *);                   /* NULL is fine */

/* ---- save.c */
/* The documents as they would be with what the body says under "changes", for the run that follows. False: answered. */
bool wst_overlay(struct wst_call *);
void wst_recover(struct wst *);                    /* after a crash: saves that were begun and not done are forgotten */

/* ---- meeting.c: a transaction of the office about a file of a town, with a pipeline that is there for it alone.
 * edits: it changes files of the contents, which nobody saves meanwhile. */
struct office;
void wst_transact(struct wst_call *, const char *real, bool edits, void (*run)(void *, const struct office *),
	void *arg);

/* ---- documents.c: every XML file below a real folder; links are not followed */
void wst_each_file(struct wst_call *, const char *folder, void (*each)(void *, const char *real), void *arg);

/* ---- check.c: as objects of a list, paths told from the contents */
void wst_put_messages(struct wst_call *, struct diag *, cJSON *list);
/* The same, into o. What to answer with: 503 where a register is damaged, held or gone; text is why. */
unsigned wst_outcome(struct wst_call *, struct diag *, cJSON *o);

/* ---- answer.c: the answer to a message, if there is one, into its object */
struct wst_seen {                                      /* zeroed before the first message; data to be freed */
	const char *file, *sum;
	struct buf data;
	bool ok;                                       /* it was saved as the check saw it, and may be written */
};
void wst_put_answer(struct wst_call *, const struct diag_msg *, struct wst_seen *, cJSON *);

/* ---- people.c */
struct people *wst_people_new(void);
void wst_people_free(struct people *);
/* history.c: something other than a save was done with a file below the root: it is written down, and all who wait are
 * told. what: German, in the past. */
void wst_did(struct wst_call *, const char *file, const char *what);
/* All who wait are told: what changed (a file below the root), by whom. */
void wst_people_tell(struct people *, const char *file, const char *who);

/* ---- routes: each answers its call */
void wst_get_session(struct wst_call *);
void wst_get_grammar(struct wst_call *);
void wst_get_start(struct wst_call *);
void wst_get_documents(struct wst_call *);
void wst_get_outline(struct wst_call *);
void wst_get_search(struct wst_call *);
void wst_get_part(struct wst_call *);
void wst_post_part(struct wst_call *);
void wst_get_history(struct wst_call *);
void wst_post_take_back(struct wst_call *);
void wst_post_preview(struct wst_call *);
void wst_post_place(struct wst_call *);
void wst_get_font(struct wst_call *);
void wst_post_check(struct wst_call *);
void wst_get_code(struct wst_call *);
void wst_post_output(struct wst_call *);
void wst_get_events(struct wst_call *);
void wst_post_presence(struct wst_call *);
void wst_get_choices(struct wst_call *);
void wst_post_new(struct wst_call *);
void wst_post_import(struct wst_call *);
void wst_post_paste(struct wst_call *);
void wst_post_answer(struct wst_call *);
void wst_get_remarks(struct wst_call *);
void wst_post_remark(struct wst_call *);
void wst_get_proposals(struct wst_call *);
void wst_post_return(struct wst_call *);
void wst_post_proposal(struct wst_call *);
void wst_get_data(struct wst_call *);
void wst_post_data(struct wst_call *);
void wst_post_picture(struct wst_call *);
void wst_get_points(struct wst_call *);
void wst_get_meeting(struct wst_call *);
void wst_post_office(struct wst_call *);
void wst_post_receipt(struct wst_call *);
void wst_post_sheet(struct wst_call *);

#endif
