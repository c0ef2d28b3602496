/* mail.c: drafts of e-mails: headers as encoded words (RFC 2047), bodies in base64. */
#include "base/mail.h"

#include <string.h>

#define BORDER "ratssatz-teil"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* line: bytes of text a line stands for; 0: in one line */
static void put_base64(struct buf *b, const char *s, size_t n, size_t line)
{
	for (size_t i = 0; i < n; i += 3) {
		const unsigned char *p = (const unsigned char *)s + i;
		const unsigned v = (unsigned)p[0] << 16 | (i + 1 < n ? (unsigned)p[1] << 8 : 0) | (i + 2 < n ? p[2]
			: 0);
		buf_chr(b, digits[v >> 18]);
		buf_chr(b, digits[v >> 12 & 63]);
		buf_chr(b, i + 1 < n ? digits[v >> 6 & 63] : '=');
		buf_chr(b, i + 2 < n ? digits[v & 63] : '=');
		if (line && (i + 3) % line == 0 && i + 3 < n)
			buf_str(b, "\r\n");
	}
}

static bool plain(const char *s)
{
	for (; *s; s++)
		if (*s < ' ' || *s > '~')
			return false;
	return true;
}

/* As encoded words of at most 75 characters, cut between characters of UTF-8. */
static void put_words(struct buf *b, const char *s)
{
	enum { MOST = 42 };
	size_t n = strlen(s);
	if (plain(s)) {
		buf_str(b, s);
		return;
	}
	for (size_t at = 0; at < n;) {
		size_t k = n - at < MOST ? n - at : MOST;
		while (at + k < n && ((unsigned char)s[at + k] & 0xC0) == 0x80)
			k--;
		buf_str(b, at ? "\r\n =?UTF-8?B?" : "=?UTF-8?B?");
		put_base64(b, s + at, k, 0);
		buf_str(b, "?=");
		at += k;
	}
}

static void put_header(struct buf *b, const char *name, const char *value)
{
	if (!value)
		return;
	buf_fmt(b, "%s: ", name);
	put_words(b, value);
	buf_str(b, "\r\n");
}

static void put_body(struct buf *b, const char *type, const char *data, size_t n)
{
	enum { LINE = 57 };
	buf_fmt(b, "Content-Type: %s\r\nContent-Transfer-Encoding: base64\r\n\r\n", type);
	put_base64(b, data, n, LINE);
	buf_str(b, "\r\n");
}

void mail_put(struct buf *b, const struct mail *m)
{
	put_header(b, "From", m->from);
	put_header(b, "To", m->to);
	put_header(b, "Subject", m->subject);
	buf_str(b, "X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
	if (!m->nparts) {
		put_body(b, "text/plain; charset=utf-8", m->text, strlen(m->text));
		return;
	}
	buf_str(b, "Content-Type: multipart/mixed; boundary=\"" BORDER "\"\r\n\r\n--" BORDER "\r\n");
	put_body(b, "text/plain; charset=utf-8", m->text, strlen(m->text));
	for (size_t i = 0; i < m->nparts; i++) {
		const struct mail_part *p = &m->parts[i];
		buf_fmt(b, "--" BORDER "\r\nContent-Disposition: attachment; filename=\"%s\"\r\n", p->name);
		put_body(b, p->type, p->data, p->size);
	}
	buf_str(b, "--" BORDER "--\r\n");
}
