/* inside.h: what goes out with a PDF of others and nobody sees; internal to pdf, of the second program. */
#ifndef PDF_INSIDE_H
#define PDF_INSIDE_H
#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stddef.h>

#include "pdf/foreign.h"

/* An error that nobody asked for is none: the library would tell it in its own words. */
static inline void pdf_end(qpdf_data *q)
{
	qpdf_get_error(*q);
	qpdf_cleanup(q);
}

/* rest.c: all objects, those that nothing names as well; data: the bytes of the file. */
void pdf_look_rest(qpdf_data, const char *data, size_t n, struct look_pdf *);

/* lex.c */
enum pdf_token_kind { PDF_NUMBER, PDF_NAME, PDF_STRING, PDF_OPERATOR };
struct pdf_lex { const unsigned char *p, *end; };
struct pdf_token {
	enum pdf_token_kind kind;
	const unsigned char *s; size_t n;              /* a name without "/"; n of a string: its bytes when shown */
	double number;
	bool blank;                                    /* a string of blanks only */
};
bool pdf_lex_next(struct pdf_lex *, struct pdf_token *);
bool pdf_lex_is(const struct pdf_token *, const char *operator);
bool pdf_lex_among(const struct pdf_token *, const char *const *operators);     /* NULL ends them */

/* unseen.c: a page has text that nobody sees and everybody can copy: beneath a dark area (a "blackened" name), white on
 * white, not painted at all though there is no picture it could be the text of, or beside the page. In doubt: none. */
bool pdf_has_unseen(qpdf_data, qpdf_oh page, const unsigned char *content, size_t n);

#endif
