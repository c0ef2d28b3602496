/* round.h: inside the room: making the OParl objects of one source anew. Everything a source gave before and does not
 * give now is deleted. URLs are written with a mark for the base address, which is put in when an object is handed out.
 * */
#ifndef OPARL_ROUND_H
#define OPARL_ROUND_H
#include <cjson/cJSON.h>

#include "base/buf.h"
#include "base/json.h"
#include "register/oparl.h"

#define OPA_BASE "\xEF\xB7\x90"                       /* U+FDD0, a noncharacter: stands in no text */

/* The key of what is not public begins with this; its id is made with the secret of the register. What turns public
 * gets the plain key, and the other way round; the id it had before is gone. */
#define OPA_HIDDEN "!"

struct opa_round {
	struct reg *reg;
	const struct reg_secret *secret;
	struct mem *mem;
	struct diag *diag;
	int64_t now;
	const char *ort, *quelle;
	struct reg_oparls before;                      /* what it gave last time; lfd 0: given again */
	bool ok;
};

struct opa_part {                                 /* an object to be stored */
	const char *typ, *key;
	cJSON *own;                                    /* all members but id, type, times; consumed */
	cJSON *back;                        /* back references: only where the object stands alone; consumed, or NULL */
	const char *inner;                             /* ",\"agendaItem\":[…]" or NULL */
	const char *gremium;                           /* kennung of an organization, or NULL */
	const char *const *weitere; size_t nweitere;   /* of further ones that list it */
	int64_t ausgegeben, since;
};

bool opa_round_begin(struct opa_round *, const char *ort, const char *quelle);
bool opa_round_end(struct opa_round *);              /* deletes what was not given again */
/* Stores it; the JSON text of its embedded form (with times, without back references), which lives in mem. */
const char *opa_put(struct opa_round *, struct opa_part *);
/* The embedded form of an object another source has stored: its times are looked up. NULL: not there. own is consumed.
 * */
const char *opa_embed(struct opa_round *, const char *typ, const char *key, cJSON *own);

struct reg_facts opa_facts(struct opa_round *, enum reg_fact, const char *key);
/* the one given, else the one it will get */
const char *opa_kennung(struct opa_round *, const char *typ, const char *key);
/* Ids of what is not public that were made without the secret of the register, or with another one, are made anew, and
 * told. */
bool opa_rename_hidden(struct opa_round *);
char *opa_url(struct opa_round *, const char *typ, const char *key);
char *opa_list_url(struct opa_round *, const char *typ, const char *key, const char *of);   /* "body/x/paper.json" */

void opa_add_url(cJSON *, const char *name, const char *url);         /* not if NULL */
void opa_add_date(cJSON *, const char *name, const char *iso);        /* full days only */
void opa_add_local(cJSON *, const char *name, const char *iso, const char *clock);   /* date-time */
cJSON *opa_array(cJSON *, const char *name);                          /* the array of that name, made at first use */
const char *opa_inner(struct mem *, const char *name, const char *const *embedded, size_t n);   /* "" if n is 0 */

/* The objects of one kind of source. */
void opa_town(struct opa_round *);     /* System, Body, LegislativeTerm, Organization, Person, Membership, Location */
void opa_place(struct opa_round *, const char *key); /* Location of sessions */
void opa_meeting(struct opa_round *, const char *id);/* Meeting, AgendaItem, File */
void opa_paper(struct opa_round *, const char *id);  /* Paper, Consultation, File */
void opa_edition(struct opa_round *, const char *id);/* File */

/* Objects of a source that was changed since its release: they stay as they are, but for files that were taken back.
 * files: those that are public. */
void opa_keep(struct opa_round *, const char *id, const struct reg_facts *files);

void opa_put_object(struct buf *, const struct reg_oparl *, const char *base, bool omit);   /* as it is handed out */

/* Shared between them. */
/* own members of a place from row 0; name: column of its description */
cJSON *opa_location(struct mem *, const struct reg_facts *, const char *name);
char *opa_file_key(struct mem *, const char *objekt, const struct reg_facts *files, size_t row);
/* own members */
cJSON *opa_file(struct opa_round *, const char *objekt, const struct reg_facts *files, size_t row, const char *name,
	const char *date);

#endif
