/* font.c: the fonts of the pages for a browser: once for all pages, so with every character that may come. */
#include "view/view.h"

/* Latin, marks, Greek, Cyrillic, Hebrew, Arabic, their punctuation, currencies, arrows, signs, presentation forms. */
static const struct { uint32_t first, last; } shown[] = {{0x20, 0x7E}, {0xA0, 0x24F}, {0x2B0, 0x52F}, {0x590, 0x77F},
	{0x1E00, 0x1FFF}, {0x2000, 0x22FF}, {0x2500, 0x27BF}, {0xFB00, 0xFDFF}, {0xFE70, 0xFEFF}};

bool view_font(struct buf *out, struct txt *txt, int n)
{
	struct mem *m = mem_new();
	struct txt_web web = {0};
	size_t count = 0, cap = 0;
	uint32_t *chars = NULL;
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		for (uint32_t c = shown[i].first; c <= shown[i].last; c++) {
			MEM_ROOM_IN(m, chars, count, cap);
			chars[count++] = c;
		}
	bool ok = n >= 0 && n < txt_fonts(txt) && txt_web(txt, n, chars, count, &web, m);
	if (ok)
		buf_put(out, web.data, web.size);
	mem_free(m);
	return ok;
}
