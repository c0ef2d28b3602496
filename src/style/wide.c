/* wide.c: the page turned on its side. */
#include "style/style.h"

struct sty_page sty_wide(const struct style *s)
{
	struct sty_page p = s->page;
	if (p.width < p.height) {
		p.width = s->page.height;
		p.height = s->page.width;
	}
	p.margin_col = p.gutter = 0;
	p.text = p.width - p.left - p.right;
	p.bottom = p.height - LEN_PT(56.7);
	p.folio_y = p.height - LEN_PT(40.3);
	return p;
}
