/* save.h: inside the room: an element of a file written anew. */
#ifndef WERKSTATT_SAVE_H
#define WERKSTATT_SAVE_H
#include "werkstatt/desk.h"

struct wst_edit {
	const char *id;                                /* of the save */
	const char *real, *place;                      /* file; place of the element (source.h) */
	const char *old, *now;                         /* as the writer saw it; as it is to be */
	const struct reg_save *back;                   /* the save that it takes back; NULL: none */
};
enum wst_saved { WST_SAVED, WST_CLASH, WST_UNSOUND, WST_FAILED };

bool wst_id_fits(struct wst_call *, const char *id);                /* of a save; false: answered */
/* Under the lock: the file as it is to be, kept in the history; of the edit its id and file count. False: told. */
bool wst_keep(struct wst_call *, const struct wst_edit *, const struct buf *before, const struct buf *after,
	struct diag *);
/* The same into the history alone, in a transaction that is open or by itself; false: it failed. And why, told. */
bool wst_note_save(struct wst_call *, const struct wst_edit *, const struct buf *before, const struct buf *after);
void wst_tell_unkept(const char *real, struct diag *);
/* batch.c: together with others that come at the same time. now: the file as it is then. */
enum wst_saved wst_save(struct wst_call *, const struct wst_edit *, struct buf *now, struct diag *);
void wst_answer_edit(struct wst_call *, const struct wst_edit *);
void wst_answer_data(struct wst_call *, const struct wst_edit *);       /* of a table: data.c */

/* ---- reader.c: who may only read sees what the public sees */
bool wst_sees_source(struct wst_call *, const char *real);     /* May the caller see text of the file? */
char *wst_source(struct wst_call *, const char *below_root);   /* the file for who may; NULL: answered */
char *wst_readable(struct wst_call *, const char *below_root); /* for who may see pages of it; NULL: answered */
/* That text, appended: what is for the house alone is not for readers. False: there is none. */
bool wst_text(struct wst_call *, const char *real, struct buf *);
/* With the lock "setting" held: a document as the caller may see it, to be ended. False: answered, or not read: then
 * d has why (wst_say_unread). */
bool wst_edition(struct wst_call *, const char *real, struct edition *, struct diag *d);
/* Why it cannot be shown: messages quote it, so readers are told no more than that. */
void wst_say_unread(struct wst_call *, const char *real, struct diag *d);

#endif
