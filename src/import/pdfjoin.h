/* pdfjoin.h: words that the structure of a tagged PDF writes as one where a line ends between them. */
#ifndef IMPORT_PDFJOIN_H
#define IMPORT_PDFJOIN_H
#include "base/buf.h"
#include "import/lines.h"

struct pdf_joins;
/* What stands at the ends of the lines of the pages. */
struct pdf_joins *pdf_joins_of(struct mem *, const char *pages, size_t n);
/* The text with a blank, or without the hyphen, where two lines meet in a word; NULL joins: as it is. */
void pdf_parted_words(const struct pdf_joins *, struct buf *, const char *s, size_t n);
/* A text ends with the one token and the next text of the same paragraph begins with the other: how they meet. */
enum pdf_meeting { PDF_GLUED, PDF_APART, PDF_HYPHENED, PDF_DOUBTFUL };      /* a hyphen: falls away; may */
enum pdf_meeting pdf_meet(const struct pdf_joins *, const char *left, const char *right, size_t n);

#endif
