/* mail.c: drafts of e-mails: headers as encoded words (RFC 2047), bodies in base64. */
#include "base/mail.h"

#include <string.h>

#define BORDER "ratssatz-teil"

/* What stands as it is: short enough for a line, of ASCII, and nothing that would be read as an encoded word. */
static bool plain(const char *s)
{
	enum { LINE = 64 };
	size_t n = 0;
	while (s[n] >= ' ' && s[n] <= '~')
		n++;
	return !s[n] && n <= LINE && !strstr(s, "=?");
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
		buf_base64(b, s + at, k);
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
	for (size_t i = 0; i < n; i += LINE) {
		buf_base64(b, data + i, n - i < LINE ? n - i : LINE);
		buf_str(b, "\r\n");
	}
	if (!n)
		buf_str(b, "\r\n");
}

/* Text as it travels: its lines end with CRLF (RFC 2045, 6.8). */
static void put_text(struct buf *b, const char *text)
{
	struct buf lines = {0};
	for (const char *p = text; *p; p++) {
		if (*p == '\n' && (p == text || p[-1] != '\r'))
			buf_chr(&lines, '\r');
		buf_chr(&lines, *p);
	}
	put_body(b, "text/plain; charset=utf-8", lines.data ? lines.data : "", lines.len);
	buf_free(&lines);
}

/* Addresses are of ASCII, and no word stands for one (RFC 2047, 5). */
static void put_address(struct buf *b, const char *name, const char *address)
{
	if (address)
		buf_fmt(b, "%s: %s\r\n", name, address);
}

void mail_put(struct buf *b, const struct mail *m)
{
	put_address(b, "From", m->from);
	put_address(b, "To", m->to);
	put_header(b, "Subject", m->subject);
	buf_str(b, "X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
	if (!m->nparts) {
		put_text(b, m->text);
		return;
	}
	buf_str(b, "Content-Type: multipart/mixed; boundary=\"" BORDER "\"\r\n\r\n--" BORDER "\r\n");
	put_text(b, m->text);
	for (size_t i = 0; i < m->nparts; i++) {
		const struct mail_part *p = &m->parts[i];
		buf_fmt(b, "--" BORDER "\r\nContent-Disposition: attachment; filename=\"%s\"\r\n", p->name);
		put_body(b, p->type, p->data, p->size);
	}
	buf_str(b, "--" BORDER "--\r\n");
}
