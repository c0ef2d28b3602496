/* json.c: members and text of JSON trees. */
#include "base/json.h"

#include <stdlib.h>

void json_add(cJSON *o, const char *name, const char *text)
{
	if (text && *text)
		cJSON_AddStringToObject(o, name, text);
}

static void put(struct buf *b, cJSON *o, char *text)
{
	buf_fmt(b, "%s\n", text ? text : "{}");
	free(text);
	cJSON_Delete(o);
}

void json_put(struct buf *b, cJSON *o)
{
	put(b, o, cJSON_Print(o));
}

void json_put_line(struct buf *b, cJSON *o)
{
	put(b, o, cJSON_PrintUnformatted(o));
}
