/* json.h: what users of cJSON would each write again. */
#ifndef BASE_JSON_H
#define BASE_JSON_H
#include <cjson/cJSON.h>

#include "base/buf.h"

void json_add(cJSON *, const char *name, const char *text);            /* not if NULL or empty */
/* Its text with a line end, indented or on one line; the tree is consumed. */
void json_put(struct buf *, cJSON *);
void json_put_line(struct buf *, cJSON *);

#endif
