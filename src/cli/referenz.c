/* referenz.c: writes one part of the reference, to standard output or a file. */
#include <string.h>

#include "base/esc.h"
#include "base/mark.h"
#include "cli/reference.h"
#include "cli/print.h"
#include "cli/run.h"
#include "pipeline/places.h"
#include "source/source.h"
#include "style/style.h"

/* „ja“, an address of which only the beginning is said, `a command`: as it is written, so as code. */
static void put_expected(struct buf *out, const char *s)
{
	static const struct { const char *open, *close; } quotes[] = {{"„", "“"}, {"`", "`"}, {"", " "}};
	while (*s) {
		const int q = !strncmp(s, "„", strlen("„")) ? 0 : *s == '`' ? 1 : 2;
		const char *from = s + strlen(quotes[q].open), *end = strstr(from, quotes[q].close);
		end = end ? end : from + strlen(from);
		const bool code = q < 2 || (end > from && memchr(from, '/', (size_t)(end - from)));
		const char *last = code && end[-1] == ',' ? end - 1 : end;
		buf_str(out, code ? "<code>" : "");
		esc_text(out, from, (size_t)(last - from));
		buf_str(out, code ? "</code>" : "");
		esc_text(out, last, (size_t)(end - last));
		s = *end ? end + strlen(quotes[q].close) : end;
		buf_str(out, q == 2 && *end ? " " : "");
	}
}

static void attributes(struct buf *out, const struct src_explained *e)
{
	buf_str(out, "    <liste>\n");
	for (int i = 0; i < e->nattrs; i++) {
		const struct src_explained_attr *a = &e->attrs[i];
		const bool text = !strncmp(a->expected, "ein nicht leerer Text", strlen("ein nicht leerer Text"));
		buf_fmt(out, "      <punkt><code>%s</code> (%s", a->name, a->required ? "nötig; " : "");
		put_expected(out, text ? "Text" : a->expected);
		buf_str(out, "): ");
		ref_prose(out, a->text);
		buf_str(out, "</punkt>\n");
	}
	buf_str(out, "    </liste>\n");
}

/* What may stand in it: names are what one types, so no line divides them. */
static void content(struct buf *out, const struct src_explained *e)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz-";
	buf_fmt(out, "    <absatz><betont>Darin:</betont> %s", e->mixed ? "Text, " : "");
	for (const char *s = e->children; *s;) {
		const size_t name = strspn(s, letters);
		if (name)
			buf_fmt(out, "<code>%.*s</code>", (int)name, s);
		else if (*s == ' ' && s[1] == '|')             /* begins no line */
			buf_str(out, "&#160;");
		else
			buf_chr(out, *s);
		s += name ? name : 1;
	}
	buf_str(out, "</absatz>\n");
}

static void element(void *b, const struct src_explained *e)
{
	struct buf *out = b;
	if (e->parent)
		buf_fmt(out,
			"    <zwischentitel id=\"el-%s-%s\"><code>%s</code> in <code>%s</code></zwischentitel>\n    "
			"<absatz>",
			e->parent, e->name, e->name, e->parent);
	else
		buf_fmt(out, "    <zwischentitel id=\"el-%s\"><code>%s</code></zwischentitel>\n    <absatz>", e->name,
			e->name);
	ref_prose(out, e->text);
	buf_str(out, "</absatz>\n");
	if (e->example && *e->example) {
		buf_str(out, "    <quelltext art=\"xml\">");
		esc_text(out, e->example, strlen(e->example));
		buf_str(out, "</quelltext>\n");
	}
	if (e->children && *e->children)
		content(out, e);
	if (e->nattrs)
		attributes(out, e);
}

static void elements(struct buf *b, const struct cmd *all)
{
	(void)all;
	ref_head(b, "elemente", "Alle Elemente",
		"Dieser Teil entsteht aus dem Schema; er nennt jedes Element mit seinen Attributen. In Klammern stehen "
		"die Werte, die ein Attribut haben darf.");
	src_explain(element, b);
	buf_str(b, "</anhang>\n");
}

static void write_out(const struct cmd_args *a, const struct buf *b, struct diag *d)
{
	if (!a->opt[CMD_O_OUTPUT]) {
		cmd_print(b);
		return;
	}
	const char *target = a->opt[CMD_O_OUTPUT];
	struct file_out *out = mark_may_replace(target, d) ? file_create(target, d) : NULL;
	if (out) {
		file_write(out, b->data, b->len);
		file_commit(out, d);
	}
}

/* The ground the towns build on, as it was shipped. */
static bool looks(struct buf *b, void (*write)(struct buf *, const struct style *), struct diag *d)
{
	struct mem *m = mem_new();
	const char *shipped = pipe_share(m, "vorlagen");
	struct style *ground = sty_load(file_join(m, shipped, "grund"), shipped, d);
	if (ground)
		write(b, ground);
	sty_free(ground);
	mem_free(m);
	return ground != NULL;
}

int cmd_referenz(const struct cmd_args *a)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *, const struct cmd *);
		void (*look)(struct buf *, const struct style *);
	} parts[] = {{"elemente", elements, NULL}, {"befehle", ref_commands, NULL}, {"meldungen", ref_codes, NULL},
		{"woerter", NULL, ref_words}, {"regeln", NULL, ref_rules}, {"rollen", NULL, ref_roles},
		{"stile", NULL, ref_styles}, {"man", ref_man, NULL}, {"bash", ref_bash, NULL},
		{"zsh", ref_zsh, NULL}, {"fish", ref_fish, NULL}};
	struct diag *d = diag_new();
	struct buf b = {0};
	bool ok = true;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (strcmp(a->arg[0], parts[i].name) != 0)
			continue;
		if (parts[i].look)
			ok = looks(&b, parts[i].look, d);
		else
			parts[i].write(&b, a->commands);
	}
	if (ok)
		write_out(a, &b, d);
	buf_free(&b);
	return cmd_finish(&d, 1, a);
}
