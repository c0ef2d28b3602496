/* route.h: inside the room: what a path means, and how it is written. */
#ifndef OPARL_ROUTE_H
#define OPARL_ROUTE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"
#include "oparl/oparl.h"

struct opa_route {
	const char *type, *id;                         /* "Paper", its kennung; of a list: whose it is, or NULL */
	const char *list;                              /* type of its objects; NULL: no list */
	int64_t page;                                  /* from 1 */
	const char *name;                              /* of a file; NULL: none is asked for */
	bool download;
};
/* False: nothing stands at such a path. */
bool opa_route(struct mem *, const char *path, struct opa_route *);
char *opa_stem(struct mem *, const struct opa_route *);                /* "body/ORT/paper" */
/* "?limit=…", "" if nothing is asked for: one spelling for each filter, sorted, times of the German zone. */
void opa_put_query(struct buf *, const struct opa_filter *);

#endif
