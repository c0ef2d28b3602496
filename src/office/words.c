/* words.c: the words of an issued file as OParl carries them: those set, and those of PDF Anlagen that others made. */
#include <string.h>

#include "base/file.h"
#include "base/look.h"
#include "office/record.h"

/* Only what may be read aloud is taken out; a scan has nothing to take. */
static bool has_words(const struct doc_anlage *a)
{
	return !a->text && !a->plan && a->data && a->look.state == LOOK_READ && a->look.spoken && !a->look.closed;
}

/* An excerpt has other lines than its author's file. */
static void tell(const struct doc *doc, const struct doc_anlage *a, struct diag *d)
{
	const char *path = doc_path(doc, a->node);
	diag_warn(d, "ANLAGETEXT", path, file_line_of(path, a->datei),
		"Der Text der Anlage „%s“ fehlt in der OParl-Schnittstelle: pdftotext fehlt oder liest die Datei "
		"nicht; bitte das Paket poppler-utils installieren oder den Text mit alternative=\"….txt\" nennen",
		a->datei);
}

const char *off_annex_words(struct mem *m, const struct doc *doc, const struct doc_anlage *a, struct diag *d)
{
	struct buf b = {0};
	if (a->text || !has_words(a))
		return a->text ? mem_str(m, a->text, a->text_size) : NULL;
	if (!look_words(a->data, a->size, &b))
		tell(doc, a, d);
	const char *words = b.len ? mem_str(m, b.data, b.len) : NULL;
	buf_free(&b);
	return words;
}

/* Text beside an Anlage is set with it (compose/anlagen.c); what lies at an item is a file for itself. */
void off_words(const struct edition *e, struct buf *b, struct diag *d)
{
	size_t n;
	const struct doc_anlage *all = doc_anlagen(e->doc, &n);
	struct mem *m = mem_new();
	blk_plain(e->tree, b);
	for (size_t i = 0; i < n && !doc_sitzung(e->doc); i++) {
		const struct doc_anlage *a = &all[i];
		const char *words = a->text ? NULL : off_annex_words(m, e->doc, a, d);
		if (words)
			buf_fmt(b, "%s\n%s\n", *a->titel ? a->titel : a->datei, words);
	}
	mem_free(m);
}
