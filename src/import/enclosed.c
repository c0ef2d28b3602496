/* enclosed.c: our own source that lies in a file for word processors, as metadata (base/enclosed.h). Programs may have
 * written it anew: a description in several pieces, in another order. */
#include "base/enclosed.h"

#include <stdlib.h>
#include <string.h>

#include "import/decode.h"
#include "import/office.h"

enum { FILES = 10000 };

struct described { const struct mk *name, *text, *bytes, *picture; };

static int number_of(const struct mk *description)
{
	const char *about = mk_get(description, "rdf:about");
	const size_t n = strlen(ENCLOSED_ABOUT);
	return about && !strncmp(about, ENCLOSED_ABOUT, n) ? atoi(about + n) : -1;
}

static void describe(struct imp_flow *f, struct described *d, const struct mk *n)
{
	for (const struct mk *c = n->first; c; c = c->next)
		if (mk_is(c, "beilage:name"))
			d->name = c;
		else if (mk_is(c, "beilage:text"))
			d->text = c;
		else if (mk_is(c, "beilage:bytes"))
			d->bytes = c;
		else if (mk_is(c, "beilage:bild"))
			d->picture = c;
		else if (mk_is(c, "beilage:siegel"))
			f->seal = mk_text(f->mem, c);
}

static void add(struct imp_flow *f, const struct described *d)
{
	struct imp_enclosed e = {.name = mk_text(f->mem, d->name)};
	struct buf b = {0};
	if (d->text) {
		e.bytes = mk_text(f->mem, d->text);
		e.nbytes = strlen(e.bytes);
	} else if (d->bytes) {
		const char *s = mk_text(f->mem, d->bytes);
		imp_base64(&b, s, strlen(s));
		e.nbytes = b.len;
		e.bytes = buf_take_or(&b, f->mem, "");
	} else {
		e.digest = mk_text(f->mem, d->picture);
	}
	MEM_ROOM_IN(f->mem, f->enclosed, f->nenclosed, f->capenclosed);
	f->enclosed[f->nenclosed++] = e;
}

/* Is it worth to be parsed? A part of others that is broken does not concern the document. */
static bool is_ours(struct imp_office_file *o, const char *part)
{
	const char *data;
	size_t n;
	return o->zip && !o->flow->nested && imp_zip_get(o->zip, part, &data, &n) == IMP_ZIP_FINE &&
		memmem(data, n, ENCLOSED_NAMESPACE, strlen(ENCLOSED_NAMESPACE));
}

void imp_enclosed(struct imp_office_file *o, const char *part)
{
	struct imp_flow *f = o->flow;
	const struct mk *root = is_ours(o, part) ? imp_part(o, part) : NULL;
	int most = 0;
	if (!mk_is(root, "rdf:RDF"))
		return;
	struct described *all = MEM_ARRAY(f->mem, struct described, FILES);
	for (const struct mk *n = root->first; n; n = n->next) {
		const int number = mk_is(n, "rdf:Description") ? number_of(n) : -1;
		if (number >= 0 && number < FILES)
			describe(f, &all[number], n);
		most = number > most && number < FILES ? number : most;
	}
	for (int i = 1; i <= most; i++)
		if (all[i].name && (all[i].text || all[i].bytes || all[i].picture))
			add(f, &all[i]);
}
