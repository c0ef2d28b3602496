/* runs.h: running text with light markup, as converters leave it: **bold**, *italic*, [words](address), `code`, tags
 * and
 * entities of HTML, breaks, escapes. Text without any is one run. */
#ifndef IMPORT_RUNS_H
#define IMPORT_RUNS_H
#include "import/flow.h"

/* Inlines below the block. marked: markup of Markdown counts, not only tags. */
void runs_put(struct imp_flow *, struct imp_node *block, const char *s, size_t n, bool marked);
/* A cell: tags of paragraphs and lists in it become blocks. */
void runs_cell(struct imp_flow *, struct imp_node *cell, const char *s, size_t n, bool marked);

#endif
