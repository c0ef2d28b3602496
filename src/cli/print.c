/* print.c: to the standard output. */
#include "cli/print.h"

#include <string.h>

#include "base/u8.h"

void cmd_print(const struct buf *b)
{
	fwrite(b->data ? b->data : "", 1, b->len, stdout);
}

void cmd_print_json(cJSON *tree)
{
	struct buf b = {0};
	json_put(&b, tree);
	cmd_print(&b);
	buf_free(&b);
}

void cmd_pad(FILE *f, const char *s, size_t width)
{
	fputs(s, f);
	for (size_t n = u8_count(s, strlen(s)); n < width; n++)
		fputc(' ', f);
}

void cmd_wrap(FILE *f, const char *s, size_t indent, size_t at)
{
	bool first = true;
	for (size_t gap = strspn(s, " \n"); *(s += gap); gap = strspn(s, " \n")) {
		size_t n = strcspn(s, " \n"), wide = u8_count(s, n);
		if (!first && (at + 1 + wide > CMD_COLUMNS || memchr(s - gap, '\n', gap))) {
			fprintf(f, "\n%*s", (int)indent, "");
			at = indent;
		} else if (!first) {
			fputc(' ', f);
			at++;
		}
		fprintf(f, "%.*s", (int)n, s);
		at += wide;
		first = false;
		s += n;
	}
	fputc('\n', f);
}
