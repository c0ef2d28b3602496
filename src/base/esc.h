/* esc.h: text of any origin into XML and HTML. What neither can hold (control characters, NUL, U+FFFE, U+FFFF, a broken
 * byte of UTF-8) becomes U+FFFD: nothing is dropped in silence, and no file is written that no parser reads. A line
 * ends with LF: CR and CR LF become one, so that what a parser makes of it is the same everywhere. */
#ifndef BASE_ESC_H
#define BASE_ESC_H
#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Between tags: & < > " as entities; tabs and line ends as they are. */
void esc_text(struct buf *, const char *s, size_t n);
/* Within quotes (" or '): besides, the quote is an entity, and tabs and line ends are references (&#9; &#10;), as a
 * parser makes blanks of bare ones. */
void esc_attr(struct buf *, const char *s, size_t n, char quote);
/* A cell of a table (RFC 4180 with ";"), quoted, with the ";" before it unless it begins a line; one line, and it never
 * begins as a formula does. The caller ends rows with CR LF. */
void esc_csv(struct buf *, const char *s);
/* Does XML hold all of it, so that nothing becomes U+FFFD? */
bool esc_holds(const char *s, size_t n);

#endif
