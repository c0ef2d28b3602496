/* print.c: to the standard output. */
#include "cli/print.h"

#include <stdio.h>

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
