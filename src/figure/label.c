/* label.c: labels of the forms, their faults and draft alt texts. */
#include "figure/label.h"

#include <string.h>

/* All measures are parts of the size of a name, which is the template's type for margins: on a slide it is larger. */
struct form fig_form(const struct fig_canvas *on)
{
	return (struct form){
		.d = fig_draw(on), .doc = on->doc, .diag = on->diag, .high = on->high,
		.em = sty_para(on->style, "rand")->ch.size};
}

void fig_form_fault(struct form *f, const struct doc_node *at, const char *text)
{
	if (!f->failed && f->diag)
		diag_error(f->diag, "ZEICHNUNG", doc_path(f->doc, at), at->line, "%s", text);
	f->failed = true;
}

len_t fig_part(const struct form *f, int of9)
{
	return len_scale(f->em, of9, 9);
}

const char *fig_form_name(struct form *f, const struct doc_node *kasten)
{
	const char *name = doc_get(kasten, DOC_A_NAME);
	f->failed |= !name || !*name;                      /* the schema has told it */
	return name && *name ? name : "?";
}

const char *fig_form_text(struct form *f, const struct doc_node *n)
{
	struct buf b = {0};
	if (n)
		doc_text(&b, f->doc, n);
	return buf_take(&b, f->d.mem);
}

/* The author's sentence loses its full stop: another sentence follows. */
const char *fig_form_alt(struct form *f, const struct doc_node *figure, const char *said)
{
	const char *s = fig_form_text(f, doc_child(figure, DOC_AUSSAGE));
	size_t n = strlen(s);
	while (n && strchr(". :", s[n - 1]))
		n--;
	return n ? mem_fmt(f->d.mem, "%.*s. %s", (int)n, s, said) : said;
}

bool fig_form_fits(struct form *f, const struct doc_node *figure, len_t height)
{
	const struct sty_page *page = &f->d.style->page;
	const len_t most = f->high ? f->high : page->bottom - page->top;
	if (!f->failed && height > most)
		fig_form_fault(f, figure,
			mem_fmt(f->d.mem,
				"Die Zeichnung ist %d\u00A0pt höher als die Seite; bitte auf mehrere Zeichnungen "
				"verteilen oder kürzen",
				(int)((height - most) / 1000) + 1));
	return !f->failed;
}

struct label fig_label(struct form *f, const struct doc_node *at, const char *style, const char *colour,
	const char *s, len_t width)
{
	const struct sty_para *p = sty_para(f->d.style, style);
	struct label l = {.ch = p->ch, .leading = p->leading};
	l.ch.colour = sty_colour(f->d.style, colour);
	fig_wrap(&f->d, l.ch, s, width, FIG_LINES_MAX, &l.text);
	for (int i = 0; i < l.text.n; i++) {
		len_t w = fig_width(&f->d, l.ch, l.text.line[i]);
		l.width = w > l.width ? w : l.width;
	}
	if (!l.text.whole)
		fig_form_fault(f, at,
			mem_fmt(f->d.mem,
				"„%s“ passt nicht in sein Feld von %d\u00A0pt Breite; bitte kürzen oder ein langes "
				"Wort mit bedingtem Trennstrich (U+00AD) teilen",
				s, (int)(width / 1000)));
	return l;
}

len_t fig_label_height(const struct label *l)
{
	return l->text.n * l->leading;
}

len_t fig_label_draw(struct form *f, const struct label *l, len_t x, len_t y, int anchor)
{
	for (int i = 0; i < l->text.n; i++, y += l->leading) {
		fig_text(&f->d, x, y + l->leading - len_scale(l->leading, 3, 10), anchor, l->ch, l->text.line[i]);
		fig_join(&f->d, &l->text, i);
	}
	return y;
}
