/* attach.c: facts about the document for the PDF, and the files that go with it: the source it was made from and the
 * data of its charts. */
#include <string.h>

#include "base/picsize.h"
#include "compose/compose.h"
#include "compose/document.h"
#include "compose/names.h"
#include "compose/put.h"
#include "compose/session.h"
#include "model/niederschrift.h"

static const char *office(struct com *c, enum doc_kind kind)
{
	const struct doc_node *n = doc_angabe(c->doc, kind);
	const char *name = n ? com_stelle(c, n) : "";
	return *name && strcmp(name, "?") ? name : NULL;
}

/* Names are paths below the document's folder, so that two of them never meet. */
static const char *name_of(const struct doc *doc, const char *path)
{
	const char *dir = doc->dir;
	size_t n = dir ? strlen(dir) : 0;
	if (!strcmp(path, "-"))
		return "dokument.xml";
	if (n && !strncmp(path, dir, n) && path[n] == '/')
		return path + n + 1;
	while (!strncmp(path, "./", 2))
		path += 2;
	return *path == '/' || !strncmp(path, "../", 3) ? strrchr(path, '/') + 1 : path;
}

/* A non-public paper's file may be named after what it is about. */
static const char *neutral_name(struct com *c, const struct doc_vorlage *v)
{
	struct buf b = {0};
	buf_str(&b, "vorlage");
	for (const char *s = v->nummer ? v->nummer : ""; *s; s++) {
		if (s == v->nummer)
			buf_chr(&b, '-');
		buf_chr(&b,
			(*s >= '0' && *s <= '9') || (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z') ? *s : '-');
	}
	buf_str(&b, ".xml");
	return com_from(c, &b);
}

/* Of several documents in one file two may name a file alike. */
static void add(struct com *c, struct blk_attachment *all, const struct doc *doc, struct blk_attachment a)
{
	const char *id = doc_get(doc->root, DOC_A_ID);
	a.name = com_hidden(doc) ? neutral_name(c, doc_vorlage(doc)) : name_of(doc, a.name);
	for (size_t i = 0; i < c->t->nattachments; i++)
		if (!strcmp(all[i].name, a.name)) {
			if (all[i].size == a.size && (!a.size || !memcmp(all[i].data, a.data, a.size)))
				return;
			a.name = mem_fmt(c->t->mem, "%s/%s", id ? id : "weitere", a.name);
			i = (size_t)-1;
		}
	all[c->t->nattachments++] = a;
}

static void add_anlagen(struct com *c, struct blk_attachment *all, const struct doc *doc)
{
	size_t n;
	const struct doc_anlage *given = doc_anlagen(doc, &n);
	for (size_t i = 0; i < n; i++) {
		const struct doc_anlage *a = &given[i];
		if (doc_sitzung(doc) && a->entfallen)
			continue;
		if (a->data)                               /* else told by source */
			add(c, all, doc,
				(struct blk_attachment){.name = a->datei,
					.desc = *a->titel ? a->titel : a->datei,
					.mime = pic_mime(a->datei) ? pic_mime(a->datei) : "application/pdf",
					.relationship = "Supplement",
					.data = a->goes,
					.size = a->ngoes});
		if (a->text)
			add(c, all, doc,
				(struct blk_attachment){.name = a->alternative,
					.desc = mem_fmt(c->t->mem, "%s: %s", a->titel,
						sty_word(c->s, "anlage-text")),
					.mime = "text/plain",
					.relationship = "Alternative",
					.data = a->text,
					.size = a->text_size});
	}
}

/* An Anlage may have its text beside it. */
static size_t files_of(const struct doc *d)
{
	return d->nfiles + d->ncsvs + 2 * d->nbeilagen;
}

void com_attach(struct com *c, const struct doc *const *docs, size_t n, const struct com_attach *what)
{
	size_t most = 0;
	for (size_t k = 0; k < n; k++)
		most += docs[k] ? files_of(docs[k]) : 0;
	struct blk_attachment *all = MEM_ARRAY(c->t->mem, struct blk_attachment, most + 1);
	c->t->attachments = all;
	c->t->nattachments = 0;
	for (size_t k = 0; k < n; k++) {
		const struct doc *d = docs[k];
		if (!d)
			continue;
		for (size_t i = 0; i < d->nfiles; i++)
			add(c, all, d,
				(struct blk_attachment){.name = d->files[i].path,
					.desc = sty_word(c->s, i ? "quelltext-kapitel" : "quelltext-dokument"),
					.mime = "application/xml",
					.relationship = "Source",
					.data = what->whole ? d->files[i].data : d->files[i].shown,
					.size = what->whole ? d->files[i].size : d->files[i].nshown,
					.shown = d->files[i].shown,
					.nshown = d->files[i].nshown});
		for (size_t i = 0; i < d->ncsvs; i++)
			add(c, all, d,
				(struct blk_attachment){.name = d->csvs[i].path,
					.desc = sty_word(c->s, "werte-diagramm"),
					.mime = "text/csv",
					.relationship = "Data",
					.data = d->csvs[i].data,
					.size = d->csvs[i].size});
		if (what->anlagen)
			add_anlagen(c, all, d);
	}
}

static const char *keywords(struct com *c)
{
	struct buf b = {0};
	for (const struct doc_node *n = doc_angabe(c->doc, DOC_SCHLAGWORT); n; n = doc_next(n, DOC_SCHLAGWORT))
		if (doc_get(n, DOC_A_NAME))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", doc_get(n, DOC_A_NAME));
	return buf_take_or(&b, c->t->mem, NULL);
}

/* Minutes are a draft until they are signed, and while a transcript stands in them. */
static bool unfinished(const struct doc *doc)
{
	const struct doc_niederschrift *n = doc_niederschrift(doc);
	if (!n)
		return false;
	for (const struct doc_node *at = n->node; at; at = doc_walk(n->node, at))
		if (at->kind == DOC_AUSSPRACHE && doc_get(at, DOC_A_HERKUNFT))
			return true;
	return !n->unterschrieben;
}

bool com_is_draft(const struct doc *doc, const struct style *s)
{
	const char *said = doc_get(doc->root, DOC_A_ENTWURF), *town = sty_value(s, "entwurf", "zeigen");
	if (doc_offen(doc) || unfinished(doc))
		return true;                          /* as long as something is to be decided, whatever else is said */
	return said ? !strcmp(said, "ja") : town && !strcmp(town, "ja");
}

void com_facts(struct com *c)
{
	struct blk_tree *t = c->t;
	const struct doc_node *title = doc_angabe(c->doc, DOC_TITEL), *sub = doc_angabe(c->doc, DOC_UNTERTITEL);
	const struct doc_vorlage *v = doc_vorlage(c->doc);
	t->lang = c->doc->lang ? c->doc->lang : "de";
	t->title = v ? v->betreff : title ? com_unbroken(c, com_plain(c, title)) : "";
	t->subject = sub ? com_unbroken(c, com_plain(c, sub)) : v ? com_vorlage_name(c, v) : NULL;
	t->author = office(c, DOC_HERAUSGEBER);
	if (!t->author)
		t->author = c->s->town;
	t->keywords = keywords(c);
	t->edition = c->doc->edition;
	t->stand = doc_stand(c->doc);
	t->draft = com_is_draft(c->doc, c->s);
	if (t->draft)
		t->title = com_as_draft(c, t->title);
	const struct com_attach what = {.whole = c->handout || (v && !v->oeffentlich && !com_hidden(c->doc)),
		.anlagen = !doc_sitzung(c->doc)};
	com_attach(c, &c->doc, 1, &what);
}
