/* save.h: inside the room: an element of a file written anew. */
#ifndef WERKSTATT_SAVE_H
#define WERKSTATT_SAVE_H
#include "werkstatt/desk.h"

struct wst_edit {
	const char *id;                                /* of the save */
	const char *real, *place;                      /* file; place of the element (source.h) */
	const char *old, *now;                         /* as the writer saw it; as it is to be */
};
enum wst_saved { WST_SAVED, WST_CLASH, WST_UNSOUND, WST_FAILED };

bool wst_id_fits(struct wst_call *, const char *id);                /* of a save; false: answered */
/* Under the lock: the file as it is to be, kept in the history; of the edit its id and file count. False: told. */
bool wst_keep(struct wst_call *, const struct wst_edit *, const struct buf *before, const struct buf *after,
	struct diag *);
void wst_answer_edit(struct wst_call *, const struct wst_edit *);
void wst_answer_data(struct wst_call *, const struct wst_edit *);       /* of a table: data.c */
/* May the caller see the file as it is? The right to read alone shows what is public. */
bool wst_sees_source(struct wst_call *, const char *real);
/* The file for who may see it as it is; NULL: answered. */
char *wst_source(struct wst_call *, const char *below_root);

#endif
