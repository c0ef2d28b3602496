/* round.h: inside the room: making the OParl objects of one source anew. Everything a source gave before and does not
 * give now is deleted. URLs are written with a mark for the base address, which is put in when an object is handed out.
 * */
#ifndef HANDOVER_ROUND_H
#define HANDOVER_ROUND_H
#include <cjson/cJSON.h>

#include "register/oparl.h"

#define HAND_BASE "\xEF\xB7\x90"                       /* U+FDD0, a noncharacter: stands in no text */

struct hand_round {
	struct reg *reg;
	struct mem *mem;
	struct diag *diag;
	int64_t now;
	const char *ort, *quelle;
	struct reg_oparl *before; size_t nbefore;      /* what it gave last time; lfd 0: given again */
	bool ok;
};

struct hand_part {                                 /* an object to be stored */
	const char *typ, *key;
	cJSON *own;                                    /* all members but id, type, times; consumed */
	cJSON *back;                        /* back references: only where the object stands alone; consumed, or NULL */
	const char *inner;                             /* ",\"agendaItem\":[…]" or NULL */
	const char *gremium;                           /* kennung of an organization, or NULL */
	int64_t ausgegeben, since;
};

bool hand_round_begin(struct hand_round *, const char *ort, const char *quelle);
bool hand_round_end(struct hand_round *);              /* deletes what was not given again */
/* Stores it; the JSON text of its embedded form (with times, without back references), which lives in mem. */
const char *hand_put(struct hand_round *, struct hand_part *);
/* The embedded form of an object another source has stored: its times are looked up. NULL: not there. own is consumed.
 * */
const char *hand_embed(struct hand_round *, const char *typ, const char *key, cJSON *own);

struct reg_facts hand_facts(struct hand_round *, enum reg_fact, const char *key);
/* the one given, else the one it will get */
const char *hand_kennung(struct hand_round *, const char *typ, const char *key);
char *hand_url(struct hand_round *, const char *typ, const char *key);
char *hand_list_url(struct hand_round *, const char *typ, const char *key, const char *of);   /* "body/x/paper.json" */

/* One line without control characters, doubled or outer blanks; "" for NULL. */
char *hand_line(struct mem *, const char *);
void hand_add(cJSON *, const char *name, const char *line);            /* not if empty */
void hand_add_url(cJSON *, const char *name, const char *url);         /* not if NULL */
void hand_add_date(cJSON *, const char *name, const char *iso);        /* full days only */
void hand_add_local(cJSON *, const char *name, const char *iso, const char *clock);   /* date-time */
cJSON *hand_array(cJSON *, const char *name);                          /* the array of that name, made at first use */
const char *hand_inner(struct mem *, const char *name, const char *const *embedded, size_t n);   /* "" if n is 0 */

/* The objects of one kind of source. */
void hand_town(struct hand_round *);     /* System, Body, LegislativeTerm, Organization, Person, Membership, Location */
void hand_place(struct hand_round *, const char *key); /* Location of sessions */
void hand_meeting(struct hand_round *, const char *id);/* Meeting, AgendaItem, File */
void hand_paper(struct hand_round *, const char *id);  /* Paper, Consultation, File */
void hand_edition(struct hand_round *, const char *id);/* File */

void hand_put_object(struct buf *, const struct reg_oparl *, const char *base, bool omit);   /* as it is handed out */

/* Shared between them. */
/* own members of a place from row 0; name: column of its description */
cJSON *hand_location(struct mem *, const struct reg_facts *, const char *name);
char *hand_file_key(struct mem *, const char *objekt, const struct reg_facts *files, size_t row);
/* own members */
cJSON *hand_file(struct hand_round *, const char *objekt, const struct reg_facts *files, size_t row, const char *name,
	const char *date);

#endif
