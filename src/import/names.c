/* names.c: ids that speak, and plain text of a node. */
#include <string.h>

#include "base/u8.h"
#include "import/sense.h"

char *sense_plain(struct sense *s, const struct imp_node *n)
{
	struct buf b = {0};
	imp_plain(n, &b);
	char *line = buf_line(s->mem, b.data ? b.data : "");
	buf_free(&b);
	return line;
}

/* a to z for a letter of Latin script; "" for what has none. */
static const char *plain_letter(uint32_t c, char one[2])
{
	static const struct { const char *of, *to; } marks[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"},
		{"é", "e"}, {"è", "e"}, {"ê", "e"}, {"á", "a"}, {"à", "a"}, {"â", "a"}, {"ó", "o"}, {"ò", "o"}, {"ô",
		"o"},
		{"ú", "u"}, {"ù", "u"}, {"û", "u"}, {"í", "i"}, {"ì", "i"}, {"î", "i"}, {"ı", "i"}, {"ç", "c"}, {"ş",
		"s"},
		{"ğ", "g"}, {"ñ", "n"}, {"ł", "l"}, {"ń", "n"}, {"ś", "s"}, {"ż", "z"}, {"ź", "z"}, {"š", "s"}, {"č",
		"c"},
		{"ž", "z"}, {"ć", "c"}, {"đ", "d"}, {"ø", "o"}, {"å", "a"}, {"æ", "ae"}, {"œ", "oe"}};
	char as[5] = "";
	if (c < 0x80) {
		one[0] = (char)c;
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? one : "";
	}
	u8_put(as, c);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (!strcmp(marks[i].of, as))
			return marks[i].to;
	return "";
}

/* Words that say little in a name. */
static bool is_filler(const char *w, size_t n)
{
	static const char *const fillers[] = {"der", "die", "das", "des", "dem", "den", "und", "oder", "von", "vom",
		"zur",
		"zum", "zu", "im", "in", "am", "an", "auf", "fuer", "ueber", "mit", "bei", "ein", "eine", "einer",
		"eines",
		"sich",
		"hier", "the", "of", "and", "for", "to", NULL};
	for (const char *const *f = fillers; *f; f++)
		if (strlen(*f) == n && !memcmp(*f, w, n))
			return true;
	return false;
}

static void end_word(struct buf *out, struct buf *word, size_t most)
{
	if (word->len && !is_filler(word->data, word->len) && (!out->len || out->len + 1 + word->len <= most)) {
		if (out->len)
			buf_chr(out, '-');
		buf_put(out, word->data, word->len > most ? most : word->len);
	} else if (word->len && out->len + 1 + word->len > most) {
		buf_chr(out, '\0');                        /* full: no later word is shorter */
		out->len--;
	}
	word->len = 0;
}

/* "Wohnen und Arbeiten" -> "wohnen-arbeiten"; begins with a letter; "" if it has none. */
static char *slug(struct mem *m, const char *words, size_t most)
{
	struct buf out = {0}, word = {0};
	const char *end = words + strlen(words);
	while (words < end) {
		char one[2] = "";
		uint32_t c = u8_get(&words, end);
		const char *p = c == 0xAD ? NULL : plain_letter(u8_lower(c), one);
		if (!p)
			continue;
		if (*p)
			buf_str(&word, p);
		else
			end_word(&out, &word, most);
	}
	end_word(&out, &word, most);
	buf_free(&word);
	char *s = buf_take(&out, m);
	while (*s && !(*s >= 'a' && *s <= 'z'))
		s++;
	return s;
}

static size_t hash(const char *s)
{
	size_t h = 5381;
	while (*s)
		h = h * 33 ^ (unsigned char)*s++;
	return h;
}

/* Where the id is, or the free place for it. */
static struct sense_name *name_at(const struct sense *s, const char *id)
{
	size_t i = hash(id) & (s->capids - 1);
	while (s->ids[i].id && strcmp(s->ids[i].id, id))
		i = (i + 1) & (s->capids - 1);
	return &s->ids[i];
}

static void make_room(struct sense *s)
{
	struct sense_name *old = s->ids;
	size_t n = s->capids;
	if (n && s->nids * 2 < n)
		return;
	s->capids = n ? 2 * n : 64;
	s->ids = MEM_ARRAY(s->mem, struct sense_name, s->capids);
	for (size_t i = 0; i < n; i++)
		if (old[i].id)
			*name_at(s, old[i].id) = old[i];
}

static bool take(struct sense *s, const char *id)
{
	make_room(s);
	struct sense_name *at = name_at(s, id);
	if (at->id)
		return false;
	*at = (struct sense_name){id, 2};
	s->nids++;
	return true;
}

const char *sense_id(struct sense *s, const char *words, const char *fallback)
{
	enum { LENGTH = 40 };
	const char *base = slug(s->mem, words, LENGTH), *id = base = *base ? base : fallback;
	while (!take(s, id))
		id = mem_fmt(s->mem, "%s-%d", base, name_at(s, base)->next++);
	return id;
}

void sense_forget_ids(struct sense *s)
{
	s->ids = NULL;
	s->nids = s->capids = 0;
}

bool sense_told(struct sense *s, const char *what)
{
	for (size_t i = 0; i < s->ntold; i++)
		if (!strcmp(s->told[i], what))
			return true;
	MEM_ROOM_IN(s->mem, s->told, s->ntold, s->captold);
	s->told[s->ntold++] = mem_dup(s->mem, what);
	return false;
}
