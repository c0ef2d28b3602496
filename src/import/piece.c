/* piece.c: what a clipboard holds, as blocks for where somebody writes: with the same care and the same account as a
 * whole file, but without a title, a day, parts. */
#include <string.h>

#include "import/import.h"
#include "import/parts.h"
#include "import/read.h"

/* Pictures get the names under which they are kept; one that is not kept leaves its description. */
static void name_pictures(struct sense *s, const struct imp_clip *c, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root)) {
		const char *file = draft_get(d, "datei"), *kept = NULL;
		for (size_t i = 0; file && i < s->nfiles && !kept; i++)
			if (!strcmp(s->files[i].name, file))
				kept = c->picture(c->arg, s->files[i].bytes, s->files[i].n);
		if (kept)
			draft_set(s->mem, d, "datei", kept);
		else if (file)
			acc_guess(s->acc, ACC_WEAK, "Ein Bild ließ sich nicht ablegen, bitte selbst einsetzen");
	}
}

static void tell_dropped(const struct acc *a, struct buf *told)
{
	enum { SHOWN = 80 };
	for (size_t i = 0; i < a->ndrops; i++) {
		const char *text = a->drops[i].text;
		size_t n = strlen(text), cut = n < SHOWN ? n : SHOWN;
		while (cut < n && cut && ((unsigned char)text[cut] & 0xC0) == 0x80)
			cut--;
		if (a->drops[i].words)
			buf_fmt(told, "Weggelassen (%s): %.*s%s\n", a->drops[i].rule, (int)cut, text,
				cut < n ? " …" : "");
	}
}

static void tell(const struct sense *s, struct buf *told)
{
	const struct acc *a = s->acc;
	tell_dropped(a, told);
	for (size_t i = 0; i < s->flow->nlosses; i++)
		buf_fmt(told, "Nicht gelesen: %s%s%s\n", s->flow->losses[i].what, *s->flow->losses[i].where ? ", " : "",
			s->flow->losses[i].where);
	for (size_t i = 0; i < a->nguesses; i++)
		if (a->guesses[i].sure != ACC_SURE)
			buf_fmt(told, "%s\n", a->guesses[i].text);
	for (size_t i = 0; i < a->nfindings; i++)
		buf_fmt(told, "%s\n", a->findings[i].text);
}

/* plain: what tables mean is left to the writer. */
static bool make(const struct imp_wish *w, const struct imp_clip *c, bool plain, struct imp_pasted *out,
	struct diag *d)
{
	struct mem *m = mem_new();
	struct imp_flow *f = imp_read_bytes(m, c->name, c->data, c->n, w->words, d);
	struct buf words = {0};
	struct draft *root = draft_new(m, "kapitel");
	if (!f) {
		mem_free(m);
		return false;
	}
	struct acc *unsaid = acc_new(m);               /* which town it is, is known */
	imp_plain(f->root, &words);
	struct sense s = {.mem = m, .flow = f, .path = c->name, .acc = acc_new(m), .plain = plain, .piece = true};
	s.text = buf_take(&words, m);
	s.town = town_open(m, w, s.text, unsaid, d);
	sense_begin(&s, w->changes);
	for (const struct imp_node *n = f->root->first; n;)
		n = sense_block(&s, n, root);
	sense_waiting(&s, root);
	sense_resolve(&s);
	bool ok = acc_add_up(s.acc, &root, 1, c->name, d);
	if (ok) {
		name_pictures(&s, c, root);
		draft_write(root, NULL, &out->xml);
		tell(&s, &out->told);
		out->words = s.acc->in.n;
	}
	mem_free(m);
	return ok;
}

bool imp_clip(const struct imp_wish *w, const struct imp_clip *c, struct imp_pasted *out, struct diag *d)
{
	struct diag *first = diag_new();
	bool ok = make(w, c, false, out, first) || make(w, c, true, out, d);
	diag_free(first);
	return ok;
}
