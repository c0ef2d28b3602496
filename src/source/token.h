/* token.h: a file as a row of tokens that know their bytes, for edits and excerpts that leave the rest as it is.
 * Only for files load_sound found well-formed: then a '<' begins markup and a tag ends at the first '>' outside quotes.
 * */
#ifndef SOURCE_TOKEN_H
#define SOURCE_TOKEN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "model/doc.h"

enum token_kind { TOKEN_TEXT, TOKEN_CDATA, TOKEN_OPEN, TOKEN_EMPTY, TOKEN_CLOSE, TOKEN_COMMENT, TOKEN_PI, TOKEN_DECL };

struct token {
	enum token_kind kind;
	size_t from, to;
	const char *name, *local;                      /* tags: in the data; local: after the prefix */
	size_t nname, nlocal;
};

/* from: of the name; to: after the closing quote */
struct token_attr { size_t from, name_end, value, value_end, to; };

struct tokens { const char *data; size_t size, at; };

bool token_next(struct tokens *, struct token *);                       /* false: the end */
/* The attribute after *at (0: the first) of a start tag; false: no more. */
bool token_attr(const struct tokens *, const struct token *, size_t *at, struct token_attr *);
bool token_find(const struct tokens *, const struct token *, const char *name, struct token_attr *);
bool token_is(const struct token *, const char *local);
enum doc_kind token_doc_kind(const struct token *);                     /* of a tag; DOC_KIND_MAX: unknown */
/* The character that the entity at s stands for, '&' where it is none; *n: its bytes. */
uint32_t token_entity(const char *s, const char *end, size_t *n);
/* Reads a file and makes sure of it. False: message given. */
bool token_read(struct buf *, const char *path, struct diag *);
/* well-formed, UTF-8, without DOCTYPE */
bool token_sound(const char *path, const char *data, size_t size, struct diag *);

#endif
