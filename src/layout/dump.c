/* dump.c: --dump=pages: every page with its pieces, for tests and for looking after. */
#include "layout/parts.h"

static const char *const names[] = {"Zeilen", "Zeichnung", "Bild", "Linie", "Fläche", "Tabellentitel", "Hinweis", "Gruppe", "Folie"};

static void put_len(struct buf *out, len_t v) { buf_fmt(out, "%d.%02d", (int)(v / 1000), (int)((v < 0 ? -v : v) % 1000 / 10)); }

static void put_piece(const struct lay *l, const struct piece *v, struct buf *out)
{
	char name[8];
	buf_fmt(out, "  %s%s x ", names[v->kind], v->artifact ? " (Artefakt)" : "");
	put_len(out, v->x);
	buf_str(out, " y ");
	put_len(out, v->y + l->style->page.top);
	if (v->kind == PIECE_LINES || v->kind == PIECE_MORE)
		buf_fmt(out, " %s #%u Zeile %u bis %u", blk_role_name(v->b, name), v->b->num, v->first + 1, v->first + v->n);
	else {
		buf_str(out, " Breite ");
		put_len(out, v->w);
		buf_str(out, " Höhe ");
		put_len(out, v->h);
	}
	buf_chr(out, '\n');
}

void lay_dump(struct lay *l, struct buf *out)
{
	for (uint32_t s = 0; s < l->nseqs; s++)
		for (uint32_t k = 0; k < l->seqs[s].npages; k++) {
			lay_look(l, &l->seqs[s]);
			const struct page *pg = &l->seqs[s].pages[k];
			char label[24];
			lay_label(l, (int)(l->seqs[s].first_page + k), label);
			buf_fmt(out, "Seite %u \"%s\"%s%s\n", l->seqs[s].first_page + k + 1, label, pg->head ? " Kopf: " : "", pg->head ? pg->head : "");
			for (uint32_t i = pg->first; i < pg->first + pg->n; i++)
				put_piece(l, &l->seqs[s].p.v[i], out);
		}
}
