/* net.h: what a reader did not find. Its file is looked through once more, without knowing what anything in it means;
 * letters that stand nowhere in the flow are kept in a remark at its end, and told. */
#ifndef IMPORT_NET_H
#define IMPORT_NET_H
#include "import/bag.h"
#include "import/flow.h"
#include "import/markup.h"

/* Texts below elements of these names (NULL: all), but for what stands below one of the others. */
void imp_net_tree(struct imp_flow *, const struct mk *root, const char *const *texts, const char *const *but);
/* Of these values those whose letters stand nowhere, as one place that was not read. */
void imp_net_tell(struct imp_flow *, const char *what, const char *const *values, size_t n);
/* Which of these values stand nowhere, also not in one before it. */
void imp_net_lacks(struct imp_flow *, const char *const *values, size_t n, bool *lacks);
/* Words of the text that stand nowhere, the same way. */
void imp_net_more(struct imp_flow *, const char *what, const char *text, size_t n);
/* Plain text, word by word; counted: each as often as it stands there. */
void imp_net_text(struct imp_flow *, const char *text, size_t n, bool counted);
/* The inner lines of the pages, a form feed behind each page. */
const char *imp_net_bodies(struct mem *, const char *pages, size_t n);
/* Words that they have more often than the flow, sorted; what stands on several pages counts once. */
struct bag imp_net_lacking(const struct imp_flow *, const char *bodies);
/* The same in the order of the pages into the buffer, a blank between them. */
void imp_net_count(struct imp_flow *, const char *bodies, struct buf *lost);
/* The same of the pages of a tagged file, and each word as often as it stands there. */
void imp_net_pages(struct imp_flow *, const char *text, size_t n);
/* Does the tree hold what stands on the pages, but for their heads and feet? Words of letters that are read from left
 * to right; one in fifty may lack. */
bool imp_net_covers(const char *tree, const char *pages);
void imp_net_html(struct imp_flow *, const char *html, size_t n);
void imp_net_markdown(struct imp_flow *, const char *text, size_t n);

#endif
