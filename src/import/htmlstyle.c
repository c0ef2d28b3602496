/* htmlstyle.c: what rules of CSS in the page itself hide: "display: none" for a class, an id or a kind of element. */
#include <string.h>
#include <strings.h>

#include "import/htmlparts.h"

static const char *after_blanks(const char *s)
{
	return s + strspn(s, " \t\r\n\f");
}

/* Do the declarations up to end hide? */
static bool hides(const char *s, const char *end)
{
	static const char *const names[] = {"display", "visibility", "mso-hide"}, *const values[] = {"none", "hidden",
		"all"};
	for (; s < end; s += strcspn(s, ";}") + 1) {
		s = after_blanks(s);
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			const size_t n = strlen(names[i]);
			const char *colon = strncasecmp(s, names[i], n) ? NULL : after_blanks(s + n);
			if (colon && *colon == ':' && !strncasecmp(after_blanks(colon + 1), values[i],
				strlen(values[i])))
				return true;
		}
	}
	return false;
}

/* Each selector of one name: ".weg", "#fort"; of others nobody can say what they meet. */
static void keep(struct html *h, const char *s, const char *end)
{
	while (s < end) {
		s = after_blanks(s);
		size_t n = strcspn(s, ",{"), own = n;
		while (own && strchr(" \t\r\n\f", s[own - 1]))
			own--;
		const char *name = mem_str(h->f->mem, s, own);
		if ((*name == '.' || *name == '#') && !name[1 + strcspn(name + 1, " .#:>+~[*")])
			imp_index_put(h->f->mem, &h->hidden, NULL, name, name);
		s += n + 1;
	}
}

void htm_read_styles(struct html *h)
{
	for (const struct mk *n = h->root; n; n = mk_after(n, h->root)) {
		const char *media = mk_get(n, "media"), *s = mk_is(n, "style") ? mk_text(h->f->mem, n) : "";
		if (media && strcasestr(media, "print") && !strcasestr(media, "screen"))
			continue;
		for (const char *open; (open = strchr(s, '{'));) {
			const char *end = open + strcspn(open, "}"), *last = open;
			while (last > s && !strchr("};{/", last[-1]))
				last--;
			if (hides(open + 1, end))
				keep(h, last, open);
			s = end + (*end != '\0');
		}
	}
}

bool htm_is_hidden(const struct html *h, const struct mk *n)
{
	const char *class = mk_get(n, "class"), *id = mk_get(n, "id");
	if (!h->hidden.n || (!class && !id))
		return false;
	if (id && imp_index_get(&h->hidden, NULL, mem_fmt(h->f->mem, "#%s", id)))
		return true;
	for (const char *s = class ? after_blanks(class) : ""; *s; s = after_blanks(s)) {
		const size_t len = strcspn(s, " \t\r\n\f");
		if (imp_index_get(&h->hidden, NULL, mem_fmt(h->f->mem, ".%.*s", (int)len, s)))
			return true;
		s += len;
	}
	return false;
}
