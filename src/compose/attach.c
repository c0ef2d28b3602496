/* attach.c: facts about the document for the PDF, and the files that go with it: the source it was made from and the data of its charts. */
#include <string.h>

#include "compose/com.h"

static const char *office(struct com *c, enum doc_kind kind)
{
	const struct doc_node *n = doc_angabe(c->doc, kind);
	const char *name = n ? com_stelle(c, n) : "";
	return *name && strcmp(name, "?") ? name : NULL;
}

/* Names are paths below the document's folder, so that two of them never meet. */
static const char *name_of(struct com *c, const char *path)
{
	const char *dir = c->doc->dir;
	size_t n = dir ? strlen(dir) : 0;
	if (!strcmp(path, "-"))
		return "dokument.xml";
	if (n && !strncmp(path, dir, n) && path[n] == '/')
		return path + n + 1;
	while (!strncmp(path, "./", 2))
		path += 2;
	return *path == '/' || !strncmp(path, "../", 3) ? strrchr(path, '/') + 1 : path;
}

static void attach(struct com *c)
{
	const struct doc *d = c->doc;
	struct blk_attachment *a = MEM_ARRAY(c->t->mem, struct blk_attachment, d->nfiles + d->ncsvs + 1);
	c->t->attachments = a;
	for (size_t i = 0; i < d->nfiles; i++)
		*a++ = (struct blk_attachment){.name = name_of(c, d->files[i].path), .desc = i ? "Quelltext eines Kapitels" : "Quelltext des Dokuments",
			.mime = "application/xml", .relationship = "Source", .data = d->files[i].data, .size = d->files[i].size};
	for (size_t i = 0; i < d->ncsvs; i++)
		*a++ = (struct blk_attachment){.name = name_of(c, d->csvs[i].path), .desc = "Werte eines Diagramms", .mime = "text/csv", .relationship = "Data",
			.data = d->csvs[i].data, .size = d->csvs[i].size};
	c->t->nattachments = d->nfiles + d->ncsvs;
}

static const char *keywords(struct com *c)
{
	struct buf b = {0};
	for (const struct doc_node *n = doc_angabe(c->doc, DOC_SCHLAGWORT); n; n = doc_next(n, DOC_SCHLAGWORT))
		if (doc_get(n, DOC_A_NAME))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", doc_get(n, DOC_A_NAME));
	return b.len ? com_from(c, &b) : NULL;
}

static bool is_draft(struct com *c)
{
	const char *said = doc_get(c->doc->root, DOC_A_ENTWURF), *town = sty_value(c->s, "entwurf", "zeigen");
	return said ? !strcmp(said, "ja") : town && !strcmp(town, "ja");
}

void com_facts(struct com *c)
{
	struct blk_tree *t = c->t;
	const struct doc_node *title = doc_angabe(c->doc, DOC_TITEL), *sub = doc_angabe(c->doc, DOC_UNTERTITEL);
	t->lang = c->doc->lang ? c->doc->lang : "de";
	t->title = title ? com_plain(c, title) : "";
	t->subject = sub ? com_plain(c, sub) : NULL;
	t->author = office(c, DOC_HERAUSGEBER);
	if (!t->author)
		t->author = c->s->town;
	t->keywords = keywords(c);
	t->edition = c->doc->edition;
	t->stand = doc_stand(c->doc);
	t->draft = is_draft(c);
	if (t->draft)
		t->title = mem_fmt(c->t->mem, "%s (%s)", t->title, sty_word(c->s, "entwurf"));
	attach(c);
}
