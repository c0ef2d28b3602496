/* mail.h: drafts of e-mails (RFC 5322, MIME) as files that a mail program opens to be looked at and sent. */
#ifndef BASE_MAIL_H
#define BASE_MAIL_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct mail_part { const char *name, *type; const char *data; size_t size; };  /* type: "text/html"; an attachment */
struct mail {
	const char *from, *to, *subject, *text;        /* from, to: addresses, of ASCII, or NULL; UTF-8 */
	const struct mail_part *parts; size_t nparts;
};
/* Appends the message, marked as unsent; the same for the same: no date, no random border. */
void mail_put(struct buf *, const struct mail *);

#endif
