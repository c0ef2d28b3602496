/* reply.c: answers, with the headers that every answer has. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/zone.h"
#include "werkstatt/desk.h"

/* Nothing from elsewhere, no program in the page, no frame around it. */
static const char policy[] =
	"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
	"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

void wst_say(struct wst_call *k, unsigned status, const char *german)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "text", german);
	wst_json(k, status, o);
}

void wst_json(struct wst_call *k, unsigned status, cJSON *o)
{
	buf_clear(&k->out);
	json_put_line(&k->out, o);
	k->status = status;
	k->type = "application/json; charset=utf-8";
}

void wst_add_instant(cJSON *o, const char *name, int64_t when)
{
	struct buf b = {0};
	if (when)
		zone_put_instant(&b, when);
	cJSON_AddStringToObject(o, name, b.data ? b.data : "");
	buf_free(&b);
}

const char *wst_query(struct wst_call *k, const char *name)
{
	const char *v = NULL;
	size_t n = 0;
	bool there = MHD_lookup_connection_value_n(k->c, MHD_GET_ARGUMENT_KIND, name, strlen(name), &v, &n) == MHD_YES;
	return there && v && strlen(v) == n ? v : "";          /* nothing is said behind a NUL */
}

const char *wst_field(const struct wst_call *k, const char *name)
{
	const cJSON *v = k->json ? cJSON_GetObjectItemCaseSensitive(k->json, name) : NULL;
	return cJSON_IsString(v) ? v->valuestring : "";
}

static void head(struct MHD_Response *r, const char *name, const char *value)
{
	if (value)
		MHD_add_response_header(r, name, value);
}

enum MHD_Result wst_send(struct wst_call *k)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(
		k->out.len, k->out.data ? k->out.data : (char *)"", MHD_RESPMEM_MUST_COPY);
	if (!r)
		return MHD_NO;
	head(r, "Content-Type", k->type);
	head(r, "X-Ratssatz", "werkstatt");            /* not what a proxy says in our place */
	head(r, "Content-Security-Policy", policy);
	head(r, "X-Content-Type-Options", "nosniff");
	head(r, "Referrer-Policy", "no-referrer");
	head(r, "Cross-Origin-Opener-Policy", "same-origin");
	head(r, "Cross-Origin-Resource-Policy", "same-origin");
	head(r, "Cache-Control", k->keep ? "private, max-age=31536000, immutable" : "no-store");
	head(r, "Connection", k->last ? "close" : NULL);
	head(r, "Set-Cookie", k->cookie);
	enum MHD_Result done = MHD_queue_response(k->c, k->status, r);
	MHD_destroy_response(r);
	return done;
}
