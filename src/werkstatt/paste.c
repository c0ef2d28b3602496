/* paste.c: what a clipboard brings into a document goes through the importer: typed, counted, what was left
 * out told. */
#include <string.h>

#include "base/file.h"
#include "werkstatt/desk.h"

struct pasting { struct wst_call *k; const char *document; };

static const char *keep_picture(void *arg, const char *bytes, size_t n)
{
	const struct pasting *p = arg;
	struct buf b = {0};
	buf_put(&b, bytes, n);
	const char *path = wst_keep_picture(p->k, p->document, "eingefuegt", &b);
	buf_free(&b);
	return path ? path + strlen(file_dir(p->k->mem, p->document)) + 1 : NULL;
}

static void answer(struct wst_call *k, const struct wst_piece *p)
{
	cJSON *o = cJSON_CreateObject(), *told = cJSON_AddArrayToObject(o, "told");
	cJSON_AddStringToObject(o, "xml", p->xml.data ? p->xml.data : "");
	cJSON_AddNumberToObject(o, "words", (double)p->words);
	for (const char *line = p->told.data; line && *line; line += strcspn(line, "\n") + 1)
		cJSON_AddItemToArray(told,
			cJSON_CreateString(mem_str(k->mem, line, strcspn(line, "\n"))));
	wst_json(k, MHD_HTTP_OK, o);
}

void wst_post_paste(struct wst_call *k)
{
	const char *path = wst_field(k, "document"), *html = wst_field(k, "html"), *text = wst_field(k, "text");
	char *real = wst_file(k, path, WST_WRITE);
	if (!real)
		return;
	struct pasting p = {k, real};
	const struct wst_clip c = {.name = *html ? "Zwischenablage.html" : "Zwischenablage.txt",
		.data = *html ? html : text, .n = strlen(*html ? html : text),
		.town = mem_str(k->mem, path, strcspn(path, "/")), .picture = keep_picture, .arg = &p};
	struct wst_piece piece = {0};
	struct diag *d = diag_new();
	pthread_mutex_lock(&k->w->reading);
	bool done = k->w->setup->piece(k->w->setup->arg, &c, &piece, d);
	pthread_mutex_unlock(&k->w->reading);
	size_t n;
	const struct diag_msg *why = diag_sorted(d, &n);
	if (done)
		answer(k, &piece);
	else
		wst_say(k, MHD_HTTP_UNPROCESSABLE_CONTENT, n ? why->text : "Das lässt sich nicht einfügen");
	buf_free(&piece.xml);
	buf_free(&piece.told);
	diag_free(d);
}
