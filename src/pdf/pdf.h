/* pdf.h: pages to a tagged PDF 1.7 file that is PDF/UA-1 and PDF/A-3a, on libharu's object layer, written as a stream.
 * */
#ifndef PDF_PDF_H
#define PDF_PDF_H
#include <stdbool.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/store.h"
#include "block/block.h"
#include "layout/layout.h"
#include "text/text.h"

struct pdf_options {
	bool object_streams;                           /* PDF 1.5 object and xref streams: smaller, a little slower */
	int level;                                     /* deflate level 1 … 12; 0: 1, with object streams 6 */
	struct date date;                     /* when tree->stand is unknown (SOURCE_DATE_EPOCH, else 1 January 1970) */
	const char *producer;                          /* "ratssatz 0.1.0" */
	struct store *store;  /* compressed streams of the files before; NULL: none are kept. The bytes are the same. */
};

/* Writes the whole file to out (not committed). False: message given. Fails with code "VERLOREN" when a block with text
 * got no marked content. */
bool pdf_write(const struct blk_tree *, struct lay *, struct txt *, const struct pdf_options *, struct file_out *,
	struct diag *);
/* Would the structure tree satisfy PDF/UA-1, and is all on a page? False: message given at the author's line [STRUKTUR,
 * VERLOREN]. */
bool pdf_check(const struct blk_tree *, struct lay *, struct diag *);
void pdf_dump_tags(const struct blk_tree *, struct lay *, struct buf *);       /* --dump=tags: 'TH[Row] "Ziel" p12' */
struct pdf_image {
	const char *path, *data; size_t size;          /* path is only named */
	const char *file; int line;                    /* where the author asks for it */
	int px_w, px_h;                                /* out: as it is shown, upright; 0: unknown */
};
/* Reads size and colour of a picture, checks what PDF/A-3 allows; for compose via cli. False: message given. */
bool pdf_image_check(struct pdf_image *, struct diag *);
/* The files embedded in a PDF that this program wrote, in their order; borrowed during the call. Relationship NULL: not
 * to be seen. False: none found. */
struct pdf_attachment { const char *relationship, *data; size_t size; };
typedef void pdf_attachment_fn(void *, const struct pdf_attachment *);
bool pdf_read_attachments(const char *pdf, size_t n, pdf_attachment_fn *, void *);
extern const struct diag_code pdf_codes[];

#endif
