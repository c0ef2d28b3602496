/* metadata.c: JPEG by segments (ITU T.81), PNG by chunks (ISO 15948): what a reader needs is kept by name. */
#include "base/metadata.h"

#include <stdint.h>
#include <string.h>

enum { SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, COM = 0xFE };
enum { APP0 = 0xE0, APP1 = 0xE1, APP2 = 0xE2, APP14 = 0xEE, APP15 = 0xEF };
enum { JFIF = 14, EXIF_HEAD = 6, EXIF_ENTRY = 12, ORIENTATION = 0x0112, PLACE = 0x8825, PNG_HEAD = 8, CHUNK = 12 };

static unsigned get(const unsigned char *s, int n, bool little)
{
	unsigned v = 0;
	for (int i = 0; i < n; i++)
		v = v << 8 | s[little ? n - 1 - i : i];
	return v;
}

/* An entry of the first directory of an APP1 segment's content; NULL: none. little: how numbers are written. */
static const unsigned char *exif_entry(const unsigned char *s, size_t n, unsigned name, bool *little)
{
	if (n < 14 || memcmp(s, "Exif\0\0", EXIF_HEAD))
		return NULL;
	s += EXIF_HEAD;
	n -= EXIF_HEAD;
	*little = s[0] == 'I';
	size_t dir = get(s + 4, 4, *little);
	if (dir > n || n - dir < 2)
		return NULL;
	unsigned entries = get(s + dir, 2, *little);
	for (size_t at = dir + 2; entries-- && at + EXIF_ENTRY <= n; at += EXIF_ENTRY)
		if (get(s + at, 2, *little) == name)
			return s + at;
	return NULL;
}

int pic_orientation(const unsigned char *s, size_t n)
{
	bool little;
	const unsigned char *entry = exif_entry(s, n, ORIENTATION, &little);
	unsigned v = entry ? get(entry + 8, 2, little) : 1;
	return v >= 1 && v <= 8 ? (int)v : 1;
}

bool pic_located(const char *data, size_t n)
{
	const unsigned char *s = (const unsigned char *)data;
	bool little;
	for (size_t i = 2; i + 4 < n && s[i] == 0xFF && s[i + 1] != SOS;) {
		const size_t len = get(s + i + 2, 2, false), left = n - i - 4;
		if (len < 2 || len - 2 > left)
			return false;
		if (s[i + 1] == APP1 && (exif_entry(s + i + 4, len - 2, PLACE, &little) ||
						memmem(s + i + 4, len - 2, "exif:GPSLatitude", 16)))
			return true;
		i += 2 + len;
	}
	return false;
}

/* ---- JPEG */

struct jpeg { struct buf *out; const unsigned char *s; size_t size; bool alone, said; };

static bool in_scan(const struct jpeg *j, size_t i)
{
	return j->s[i] != 0xFF || j->s[i + 1] == 0 || (j->s[i + 1] >= 0xD0 && j->s[i + 1] <= 0xD7);
}

/* A segment of nothing but the orientation. */
static void put_orientation(struct jpeg *j, int v)
{
	const unsigned char only[] = {0xFF, APP1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1,
		0x12, 0, 3, 0, 0, 0, 1, 0, (unsigned char)v, 0, 0, 0, 0, 0, 0};
	buf_put(j->out, only, sizeof only);
	j->said = true;
}

/* seg: a segment with its marker and length; n bytes */
static void put_segment(struct jpeg *j, const unsigned char *seg, size_t n)
{
	static const unsigned char none[2] = {0, 0};
	int marker = seg[1], v = 1;
	bool profile = n > 18 && !memcmp(seg + 4, "ICC_PROFILE", 12);
	if (marker == APP1 && j->alone && !j->said && n > 4 && (v = pic_orientation(seg + 4, n - 4)) > 1) {
		put_orientation(j, v);
	} else if (marker == APP0 && n >= 4 + JFIF && !memcmp(seg + 4, "JFIF", 5)) {
		const unsigned char head[] = {0xFF, APP0, 0, 2 + JFIF};
		buf_put(j->out, head, sizeof head);
		buf_put(j->out, seg + 4, JFIF - 2);
		buf_put(j->out, none, sizeof none);        /* no small copy */
	} else if ((marker < APP0 || marker > APP15 || marker == APP14) && marker != COM) {
		buf_put(j->out, seg, n);
	} else if (marker == APP2 && j->alone && profile) {
		buf_put(j->out, seg, n);
	}
}

/* Segment by segment up to the end mark. */
static void jpeg(struct jpeg *j)
{
	size_t i = 2;
	bool scan = false;
	buf_put(j->out, j->s, 2);
	while (i + 1 < j->size) {
		size_t start = i;
		if (in_scan(j, i)) {
			while (i + 1 < j->size && in_scan(j, i))
				i++;
			if (scan)                          /* before it: nothing that belongs there */
				buf_put(j->out, j->s + start, i - start);
			continue;
		}
		if (j->s[i + 1] == 0xFF) {                 /* fill byte */
			i++;
			continue;
		}
		if (j->s[i + 1] == EOI)
			break;
		size_t n = i + 3 < j->size ? 2 + get(j->s + i + 2, 2, false) : j->size - i;
		if (n > j->size - i)
			n = j->size - i;
		scan = j->s[i + 1] == SOS;
		put_segment(j, j->s + i, n);
		i += n < 4 ? 4 : n;
	}
	buf_put(j->out, "\xFF\xD9", 2);
}

/* ---- PNG */

static void png(struct buf *out, const unsigned char *s, size_t size, bool alone)
{
	static const char kept[] = "IHDR PLTE tRNS IDAT IEND", colour[] = "gAMA cHRM sRGB iCCP sBIT";
	size_t i = PNG_HEAD;
	buf_put(out, s, PNG_HEAD);
	while (size - i >= CHUNK) {
		size_t n = get(s + i, 4, false);
		char type[5] = {0};
		memcpy(type, s + i + 4, 4);
		if (n > size - i - CHUNK || strchr(type, ' ') || strlen(type) != 4)
			break;
		if (strstr(kept, type) || (alone && strstr(colour, type)))
			buf_put(out, s + i, n + CHUNK);
		i += n + CHUNK;
		if (!strcmp(type, "IEND"))
			break;
	}
}

/* Behind a byte order mark and white space. */
static bool is_xml(const char *s, size_t n)
{
	size_t i = n > 3 && !memcmp(s, "\xEF\xBB\xBF", 3) ? 3 : 0;
	while (i < n && strchr(" \t\r\n", s[i]) && s[i])
		i++;
	return i < n && s[i] == '<';
}

void pic_bare(struct buf *out, const char *data, size_t size, bool alone)
{
	const unsigned char *s = (const unsigned char *)data;
	if (size > PNG_HEAD && !memcmp(s, "\x89PNG", 4))
		png(out, s, size, alone);
	else if (size > 2 && s[0] == 0xFF && s[1] == SOI)
		jpeg(&(struct jpeg){out, s, size, alone, false});
	else if (is_xml(data, size))
		pic_bare_svg(out, data, size);
	else
		buf_put(out, data, size);
}
