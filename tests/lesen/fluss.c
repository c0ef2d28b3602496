/* fluss.c: what a reader makes of files, as indented lines: fluss [--roh] FILE…. --roh: in this process, without the
 * confined child, for sanitizers and valgrind. Exit status: 1 when one was refused. Last line: "WORDS n" in all. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "import/formats.h"
#include "import/read.h"
#include "import/wire.h"

static const char *const kinds[] = {"doc", "heading", "para", "item", "quote", "code", "caption", "table", "row",
	"cell", "box", "furniture", "toc", "page", "text", "line", "tab", "link", "anchor", "field", "note", "comment",
	"change", "picture"};
static const char *const changes[] = {"", "inserted", "deleted", "moved-from", "moved-to"};

static void says(const char *name, const char *value)
{
	if (value)
		printf(" %s=\"%s\"", name, value);
}

static void dump(const struct imp_node *n, int depth)
{
	static const char marks[] = "biusPpmhrw";
	printf("%*s%s", 2 * depth, "", kinds[n->kind]);
	if (n->level)
		printf(" %d", n->level);
	if (n->kind == IMP_CELL && (n->rows != 1 || n->cols != 1))
		printf(" %dx%d", n->rows, n->cols);
	for (int i = 0; marks[i]; i++)
		if (n->marks >> i & 1)
			printf("%s%c", n->marks & ((1u << i) - 1) ? "" : " +", marks[i]);
	printf("%s%s", n->head ? " head" : "", n->done ? " done" : "");
	says(n->typed_label ? "typed" : "label", n->label);
	says("style", n->style);
	says("lang", n->lang);
	says("href", n->href);
	says("target", n->target);
	says("name", n->name);
	says("alt", n->alt);
	says("author", n->author);
	says("when", n->when);
	if (n->change)
		printf(" %s", changes[n->change]);
	if (n->bytes)
		printf(" (%zu bytes)", n->nbytes);
	if (n->text)
		printf(": %s", n->text);
	putchar('\n');
	for (const struct imp_node *c = n->first; c; c = c->next)
		dump(c, depth + 1);
}

/* As the door does, but here. */
static struct imp_flow *raw(struct mem *m, const char *name, const struct file_map *in)
{
	enum imp_refusal r;
	const char *why;
	imp_reader *reader = imp_recognise(name, in->data, in->size, &r, &why);
	struct imp_flow *f = imp_flow_new(m);
	f->refused = why;
	f->read_inner = imp_read_inner;
	if (reader)
		r = reader(f, in->data, in->size);
	if (r != IMP_TAKEN) {
		printf("%s: refused %d: %s\n", name, r, f->refused);
		return NULL;
	}
	struct buf b = {0};
	imp_pack(f, &b);
	f = imp_unpack(m, b.data, b.len);
	hyphens_decide(f, NULL);
	buf_free(&b);
	return f;
}

int main(int argc, char **argv)
{
	bool here = argc > 1 && !strcmp(argv[1], "--roh");
	int bad = 0;
	size_t words = 0;
	for (int i = 1 + here; i < argc; i++) {
		struct mem *m = mem_new();
		struct diag *d = diag_new();
		struct file_map in = {0};
		struct imp_flow *f = NULL;
		if (!here)
			f = imp_read(m, argv[i], NULL, d);
		else if (file_map(&in, argv[i], d))
			f = raw(m, argv[i], &in);
		size_t n;
		const struct diag_msg *msg = diag_sorted(d, &n);
		for (size_t k = 0; k < n; k++)
			printf("%s [%s]\n", msg[k].text, msg[k].code);
		if (f) {
			printf("= %s", f->format);
			says("title", f->title);
			says("author", f->author);
			says("date", f->date);
			says("lang", f->lang);
			putchar('\n');
			for (size_t k = 0; k < f->nlosses; k++)
				printf("- %s: %s\n", f->losses[k].what, f->losses[k].where);
			dump(f->root, 0);
			words += imp_words(f->root, true);
		}
		bad |= !f;
		if (in.data)
			file_unmap(&in);
		diag_free(d);
		mem_free(m);
	}
	printf("WORDS %zu\n", words);
	return bad;
}
