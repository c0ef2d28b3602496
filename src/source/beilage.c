/* beilage.c: the Anlagen of a paper: files that others made, and their text for those who cannot see them. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/metadata.h"
#include "base/picsize.h"
#include "source/load.h"

static bool as_it_was(struct loader *l, const struct doc_node *n, const char *name, const struct doc_beilage *a)
{
	const char *told = doc_get(n, DOC_A_SHA256);
	uint8_t sum[HASH_SHA256];
	char hex[2 * HASH_SHA256 + 1];
	if (!told)
		return true;
	hash_sha256(a->data, a->size, sum);
	hash_hex(sum, sizeof sum, hex);
	if (strcmp(hex, told))
		load_tell(l, "ANLAGENDATEI", doc_path(l->doc, n), n->line,
			"Die Anlage „%s“ hat sich geändert: ihre SHA-256-Prüfsumme ist %s; "
			"erwartet wird die Datei, "
			"wie sie bei sha256=\"…\" war, bitte sie zurückholen oder die neue Prüfsumme eintragen",
			name, hex);
	return !strcmp(hex, told);
}

/* A paper is read several times in a run, the same file looked at once. */
static struct look_pdf look_once(struct src *src, const struct doc_beilage *a)
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(a->data, a->size, sum);
	for (size_t i = 0; i < src->nlooked; i++)
		if (!memcmp(src->looked[i].sum, sum, sizeof sum))
			return src->looked[i].look;
	MEM_ROOM(src->looked, src->nlooked, src->cap);
	struct looked *new = &src->looked[src->nlooked++];
	memcpy(new->sum, sum, sizeof sum);
	return new->look = look_ask(a->data, a->size);
}

static void add_text(struct loader *l, const struct doc_node *n, struct doc_beilage *a)
{
	const char *name = doc_get(n, DOC_A_ALTERNATIVE), *text;
	size_t size;
	if (!name || !load_fetch(l, n, "ANLAGENDATEI", name, &text, &size) ||
		!load_is_utf8(l, file_join(l->doc->mem, l->root, name), text, size))
		return;
	if (strspn(text, " \t\r\n\xEF\xBB\xBF") == size) {
		load_tell(l, "ANLAGENDATEI", doc_path(l->doc, n), n->line,
			"In „%s“ steht kein Text; erwartet wird, was in der Anlage steht, bitte ergänzen", name);
		return;
	}
	a->text = text;
	a->text_size = size;
}

static void make_bare(struct loader *l, struct doc_beilage *a)
{
	struct buf bare = {0};
	pic_bare(&bare, a->data, a->size, true);
	a->ngoes = bare.len;
	a->goes = buf_take(&bare, l->doc->mem);
}

void load_beilage(struct loader *l, const struct doc_node *n, const char *name)
{
	struct doc *doc = l->doc;
	struct doc_beilage a = {.node = n};
	if (!load_fetch(l, n, "ANLAGENDATEI", name, &a.data, &a.size) || !as_it_was(l, n, name, &a))
		return;
	a.goes = a.data;
	a.ngoes = a.size;
	if (pic_mime(name))
		make_bare(l, &a);
	else
		a.look = look_once(l->src, &a);
	add_text(l, n, &a);
	if ((doc->nbeilagen & (doc->nbeilagen - 1)) == 0)
		doc->beilagen = mem_grow(doc->mem, doc->beilagen, doc->nbeilagen * sizeof a,
			(doc->nbeilagen ? doc->nbeilagen * 2 : 1) * sizeof a);
	doc->beilagen[doc->nbeilagen++] = a;
}
