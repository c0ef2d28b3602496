/* mdfront.c: the front matter of Markdown, between lines of strokes: names with what they say, on one line or several.
 */
#include <string.h>

#include "base/esc.h"
#include "import/mdparts.h"

struct front {
	struct imp_flow *f;
	struct buf *html;
};

/* What is no word of the text but how some program is to set it. */
static bool is_setting(const char *name, size_t n)
{
	static const char *const names[] = {"documentclass", "classoption", "geometry", "fontsize", "mainfont",
		"sansfont", "monofont", "papersize", "toc", "toc-depth", "toc_depth", "numbersections",
		"number-sections", "secnumdepth", "bibliography", "csl", "link-citations", "header-includes", "output",
		"format", "linkcolor", "urlcolor", "colorlinks", "template", "layout", "permalink", "css", "theme",
		"linestretch", "lof", "lot", "marp", "paginate", "draft", "slug", "weight", "robots", "breaks", NULL};
	for (const char *const *k = names; *k; k++)
		if (strlen(*k) == n && !strncmp(*k, name, n))
			return true;
	return false;
}

/* Without quotes and brackets around it, without the stroke of a list. */
static const char *bare(const char *s, size_t *n)
{
	static const char around[] = " \t\r\"'[],";
	const char *end = s + *n;
	while (s < end && strchr(" \t", *s))
		s++;
	if (end - s > 1 && *s == '-' && s[1] == ' ')
		s++;
	while (s < end && strchr(around, *s))
		s++;
	while (end > s && strchr(around, end[-1]))
		end--;
	*n = (size_t)(end - s);
	return s;
}

/* One value: the flow's own fact if it has none, and a paragraph of that class; of no known name with its name. */
static void put_value(struct front *k, const char *name, size_t n, const char *value, size_t len)
{
	static const char *const known[] = {"title", "subtitle", "author", "date", "lang", "abstract"};
	struct imp_flow *f = k->f;
	const char **const to[] = {&f->title, NULL, &f->author, &f->date, &f->lang, NULL};
	size_t i = 0;
	value = bare(value, &len);
	while (i < 6 && (strlen(known[i]) != n || strncmp(name, known[i], n)))
		i++;
	if (!len || (i == 4 && f->lang))
		return;
	if (i == 2 && len > 5 && !strncmp(value, "name:", 5)) {
		value += 5;
		len -= 5;
		value = bare(value, &len);
	}
	if (i < 6 && to[i] && !*to[i])
		*to[i] = mem_str(f->mem, value, len);
	if (i == 4)
		return;
	buf_fmt(k->html, "<p class=\"%s\">", i < 6 ? known[i] : "front");
	if (i == 6) {
		esc_text(k->html, name, n);
		buf_str(k->html, ": ");
	}
	esc_text(k->html, value, len);
	buf_str(k->html, "</p>\n");
}

/* A value, or several in brackets; "|" and ">" say that it stands on the lines below. */
static void put_values(struct front *k, const char *name, size_t n, const char *s, size_t len)
{
	const char *end = s + len;
	while (s < end && strchr(" \t", *s))
		s++;
	if (s < end && (*s == '|' || *s == '>') && end - s < 3)
		return;
	if (s == end || *s != '[') {
		put_value(k, name, n, s, (size_t)(end - s));
		return;
	}
	while (s < end) {
		const char *comma = memchr(s, ',', (size_t)(end - s)), *to = comma ? comma : end;
		put_value(k, name, n, s, (size_t)(to - s));
		s = comma ? comma + 1 : end;
	}
}

size_t md_front(struct imp_flow *f, const char *s, struct buf *html)
{
	struct front k = {f, html};
	const bool begins = !strncmp(s, "---\n", 4);
	const char *end = begins ? strstr(s + 3, "\n---\n") : NULL, *name = "";
	size_t n = 0;
	end = begins && !end ? strstr(s + 3, "\n...\n") : end;
	if (!end)
		return 0;
	for (const char *l = s + 4; l <= end; l += strcspn(l, "\n") + 1) {
		const size_t len = strcspn(l, "\n"), own = strcspn(l, ":\n");
		const bool named = l[own] == ':' && !strchr(" \t-#", *l) && !memchr(l, ' ', own);
		const char *value = named ? l + own + 1 : l;
		name = named ? l : name;
		n = named ? own : n;
		if (is_setting(name, n))
			imp_lose(f, "Einstellung im Kopf der Datei", mem_str(f->mem, l, len));
		else
			put_values(&k, name, n, value, (size_t)(l + len - value));
	}
	return (size_t)(end + 5 - s);
}
