/* alike.c: a file that is named almost right. */
#include "base/file.h"
#include "source/load.h"

/* U+0300 to U+036F: marks that stand above or below the letter before. */
static bool has_marks(const char *s)
{
	for (; *s; s++)
		if (*s == '\xCC' || (*s == '\xCD' && (unsigned char)s[1] <= 0xAF))
			return true;
	return false;
}

/* Two names that look the same would tell nothing. */
const char *load_alike(struct loader *l, const char *dir, const char *name)
{
	const char *is = file_alike(l->doc->mem, dir, name);
	if (!is || has_marks(is) == has_marks(name))
		return is ? mem_fmt(l->doc->mem, "„%s“; bitte den Namen genau so schreiben", is) : NULL;
	return has_marks(is) ? "eine, deren Name Buchstaben aus zwei Zeichen hat, wie macOS sie ablegt; "
			       "bitte die Datei umbenennen"
			     : "eine, deren Name Buchstaben aus einem Zeichen hat, hier sind es zwei; bitte neu tippen";
}
