/* muster.c: skeletons are files in the share folder's muster/; what stands there as @ORT@ and the like is filled in. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "cli/muster.h"

static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

/* "Köln" as it may be written: "koeln". */
static char *proposal(struct mem *m, const char *ort)
{
	static const struct {
		uint32_t cp;
		const char *as;
	} umlauts[] = {{0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"}, {0xDF, "ss"}};
	struct buf b = {0};
	for (const char *p = ort, *end = ort + strlen(ort); p < end;) {
		uint32_t cp = u8_lower(u8_get(&p, end));
		const char *as = cp < 0x80 && cp && strchr(allowed, (int)cp) ? NULL : "-";
		for (size_t i = 0; as && i < sizeof umlauts / sizeof *umlauts; i++)
			as = cp == umlauts[i].cp ? umlauts[i].as : as;
		if (!as)
			buf_chr(&b, (char)cp);
		else if (*as != '-' || (b.len && b.data[b.len - 1] != '-'))
			buf_str(&b, as);
	}
	while (b.len && b.data[b.len - 1] == '-')
		b.len--;
	char *s = mem_fmt(m, "%.*s", (int)b.len, b.len ? b.data : "");
	buf_free(&b);
	return s + strspn(s, "-");
}

bool neu_good_ort(struct mem *m, const char *ort)
{
	if (*ort && *ort != '-' && strspn(ort, allowed) == strlen(ort))
		return true;
	char *better = proposal(m, ort);
	cmd_usage("„%s“ ist kein Ortskürzel; erlaubt sind Kleinbuchstaben a–z, Ziffern und dazwischen Bindestrich, "
		  "Umlaute werden ausgeschrieben%s%s",
		ort, *better ? ", hier etwa: " : "", better);
	return false;
}

/* "bad-musterstadt" as a name: "Bad Musterstadt". */
static char *name_of(struct mem *m, const char *ort)
{
	char *s = mem_dup(m, ort);
	for (char *p = s; *p; p++) {
		if (*p == '-')
			*p = ' ';
		else if ((p == s || p[-1] == ' ') && *p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	}
	return s;
}

size_t neu_marks(struct mem *m, const struct cmd_args *a, const char *ort, const char *official, struct off_mark *marks)
{
	struct date today = off_today(a->now);
	const char *blank = official ? strchr(official, ' ') : NULL,
		   *name = blank ? blank + 1
		: official       ? official
				 : name_of(m, ort);
	const char *town = blank ? official : mem_fmt(m, "Stadt %s", name);
	const struct off_mark all[NEU_TOWN_MARKS] = {{"@ORT@", ort}, {"@NAME@", name}, {"@STADT@", town},
		{"@JAHR@", mem_fmt(m, "%04d", today.year)},
		{"@STAND@", mem_fmt(m, "%04d-%02d", today.year, today.month)}};
	memcpy(marks, all, sizeof all);
	return NEU_TOWN_MARKS;
}

static void fill(struct buf *b, const char *s, size_t n, const struct off_mark *marks, size_t nmarks)
{
	for (size_t i = 0; i < n;) {
		size_t k = 0;
		while (k < nmarks &&
			(n - i < strlen(marks[k].mark) || memcmp(s + i, marks[k].mark, strlen(marks[k].mark))))
			k++;
		if (k < nmarks) {
			buf_str(b, marks[k].value);
			i += strlen(marks[k].mark);
		} else {
			buf_chr(b, s[i++]);
		}
	}
}

char *neu_schema(struct mem *m)
{
	char *path = pipe_share(m, "schema/ratssatz.xsd"), *real = realpath(path, NULL);
	struct buf b = {0};
	for (const char *p = real ? real : path; *p; p++)
		if (strchr(" \"%<>&?#", *p))
			buf_fmt(&b, "%%%02X", (unsigned char)*p);
		else
			buf_chr(&b, *p);
	free(real);
	return buf_take(&b, m);
}

bool neu_fill(struct mem *m, const char *name, const struct off_mark *marks, size_t n, struct buf *b, struct diag *d)
{
	struct file_map map;
	if (!file_map(&map, file_join(m, pipe_share(m, "muster"), name), d))
		return false;
	const char *line = map.size ? memchr(map.data, '\n', map.size) : NULL;
	size_t first = line && memmem(map.data, map.size, "\"urn:ratssatz:1\"", 16) ? (size_t)(line + 1 - map.data) : 0;
	buf_put(b, map.data, first);
	if (first)
		buf_fmt(b, "<?xml-model href=\"%s\" "
			"schematypens=\"http://www.w3.org/2001/XMLSchema\"?>\n", neu_schema(m));
	fill(b, map.data + first, map.size - first, marks, n);
	file_unmap(&map);
	return true;
}
