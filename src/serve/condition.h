/* condition.h: inside the room: what the headers of a request ask for (RFC 9110). NULL stands for a header that is not
 * there. */
#ifndef SERVE_CONDITION_H
#define SERVE_CONDITION_H
#include <stdbool.h>
#include <stdint.h>

enum { SRV_TIME = 30 };
void srv_put_time(char out[SRV_TIME], int64_t);        /* "Wed, 31 May 2023 15:00:00 GMT" */
bool srv_read_time(const char *, int64_t *);           /* that form only, as all write it today */

/* "a", W/"b", or a star; tag without quotes. weak: W/"b" counts as "b", as for If-None-Match. */
bool srv_tag_listed(const char *list, const char *tag, bool weak);
/* Not changed for a reader that has the tag or the time: 304. modified 0: unknown. */
bool srv_unchanged(const char *none_match, const char *modified_since, const char *tag, int64_t modified);
/* What the reader asks about is still what it was: else 412. */
bool srv_as_asked(const char *match, const char *unmodified_since, const char *tag, int64_t modified);
bool srv_takes_gzip(const char *accept_encoding);

enum srv_range { SRV_WHOLE, SRV_PART, SRV_OUTSIDE };
/* One range of bytes; of several, or of another unit, the whole is sent. *from and *n are set for SRV_PART. */
enum srv_range srv_range(const char *range, int64_t size, int64_t *from, int64_t *n);
/* If-Range: the part is only good for a reader that has the rest of the same bytes. etag: with its quotes. */
bool srv_same_bytes(const char *if_range, const char *etag, int64_t modified);

#endif
