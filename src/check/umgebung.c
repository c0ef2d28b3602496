/* umgebung.c: where a text stands, and how its language is written. */
#include "check/umgebung.h"

static bool is_one_of(const char *lang, const char *const *languages)
{
	const size_t len = strcspn(lang, "-");
	for (; *languages; languages++)
		if (strlen(*languages) == len && !strncmp(*languages, lang, len))
			return true;
	return false;
}

struct chk_tongue chk_tongue_of(const char *lang)
{
	static const char *const leftwards[] = {"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "ug", NULL};
	static const char *const other[] = {"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "el", "hy",
		"cop", "zh", "ja", "ko", NULL};
	return (struct chk_tongue){lang, is_one_of(lang, leftwards), !is_one_of(lang, other)};
}

bool chk_is_drawn(const struct doc_node *n)
{
	while (n && doc_kind_class((enum doc_kind)n->kind) != DOC_CLASS_FIGURE)
		n = n->parent;
	return n && n->kind != DOC_TABELLE;
}

bool chk_in_title(const struct doc_node *n)
{
	for (; n; n = n->parent)
		if (n->kind == DOC_TITEL || n->kind == DOC_UNTERTITEL || n->kind == DOC_NEUTRAL || n->kind == DOC_NAME)
			return true;
	return false;
}
