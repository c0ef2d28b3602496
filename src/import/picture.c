/* picture.c: pictures to files beside the source; the place of one that is missing or of a kind that is not set. */
#include <string.h>

#include "import/parts.h"

static const char *kind_of(const struct imp_node *n)
{
	const char *b = n->bytes;
	if (!b || n->nbytes < 16)
		return NULL;
	if (!memcmp(b, "\x89PNG\r\n\x1a\n", 8))
		return "png";
	if (!memcmp(b, "\xFF\xD8\xFF", 3))
		return "jpg";
	return NULL;
}

static const char *ending_of(const struct imp_node *n)
{
	const char *dot = n->name ? strrchr(n->name, '.') : NULL;
	return dot && strlen(dot) < 6 && dot[1] && !dot[1 + strspn(dot + 1,
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789")] ? dot + 1 : "bin";
}

/* The same bytes are one file. */
static const char *keep_file(struct sense *s, const struct imp_node *n, const char *ending)
{
	for (size_t i = 0; i < s->nfiles; i++)
		if (s->files[i].n == n->nbytes && !memcmp(s->files[i].bytes, n->bytes, n->nbytes))
			return s->files[i].name;
	MEM_ROOM_IN(s->mem, s->files, s->nfiles, s->capfiles);
	struct sense_file *f = &s->files[s->nfiles++];
	f->name = mem_fmt(s->mem, "bilder/bild-%zu.%s", s->nfiles, ending);
	f->bytes = n->bytes;
	f->n = n->nbytes;
	return f->name;
}

/* Beside the picture, or the paragraph or frame around it: the first picture there has it. */
static const struct imp_node *caption_of(const struct imp_node *n)
{
	for (const struct imp_node *k = n; k && k->kind != IMP_DOC && k->kind != IMP_CELL; k = k->parent) {
		const struct imp_node *caption = sense_caption(k);
		if (caption)
			return k == n || sense_find(k, IMP_PICTURE) == n ? caption : NULL;
	}
	return NULL;
}

static void put_caption(struct sense *s, const struct imp_node *caption, struct draft *to)
{
	sense_line(s, caption, to, SENSE_TITLE);
}

static void set(struct sense *s, const struct imp_node *n, struct draft *to, const char *ending)
{
	struct draft *a = draft_add(s->mem, to, "abbildung");
	const struct imp_node *caption = caption_of(n);
	a->line = n->line;
	draft_set(s->mem, a, "datei", keep_file(s, n, ending));
	if (n->alt && bag_count(n->alt)) {
		draft_set(s->mem, a, "alt", n->alt);
		draft_meant(s->mem, a, n->alt);
	} else {
		draft_set(s->mem, a, "alt", "Im Original ohne Beschreibung");
		acc_find(s->acc, "ALT", "Ein Bild hat keinen Alternativtext; bitte beschreiben, was darauf zu sehen "
			"ist");
	}
	if (caption) {
		struct draft *title = draft_add(s->mem, a, "titel");
		put_caption(s, caption, title);
		sense_cut_number(s, a, title);
	}
}

/* "Bildplatz" holds words only: caption, description, else the name of the file. */
static void keep_place(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *p = draft_add(s->mem, to, "bildplatz");
	const struct imp_node *caption = caption_of(n);
	p->line = n->line;
	if (caption)
		put_caption(s, caption, p);
	if (n->alt && bag_count(n->alt)) {
		if (p->first)
			draft_ours(s->mem, p, " – ");
		draft_text(s->mem, p, n->alt);
	}
	if (n->bytes && n->nbytes && s->piece)
		acc_guess(s->acc, ACC_WEAK, "Ein Bild dieser Art lässt sich nicht setzen; im Text steht sein Platz");
	else if (n->bytes && n->nbytes)
		acc_guess(s->acc, ACC_SURE, "Ein Bild dieser Art lässt sich nicht setzen; es liegt als „%s“ im "
			"Ordner, im Text steht sein Platz",
			keep_file(s, n, ending_of(n)));
	if (draft_empty(p))
		draft_ours(s->mem, p, "Bild aus dem Original");
	sense_flatten(s, p);
}

void sense_picture(struct sense *s, const struct imp_node *n, struct draft *to)
{
	const char *ending = kind_of(n);
	acc_at(s->acc, n);
	if (ending)
		set(s, n, to, ending);
	else
		keep_place(s, n, to);
}
