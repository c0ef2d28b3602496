/* spots.c: a source file read for its text alone, by its bytes: the document tree does not know where a character
 * stood. */
#include "import/spots.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "source/source.h"

enum { DEPTH = 256 };

struct open { /* an element being read */
	const char *name;
	size_t nname, from, tag;                       /* tag: its number + 1 */
	int line;
	bool silent; /* its text is none of the document's */
	struct buf text, at, past; /* at, past: arrays of size_t */
	bool blank; /* a blank is owed, at blank_at */
	size_t blank_at;
};
struct reading {
	struct mem *mem;
	const struct doc_file *file;
	struct spots *all;
	struct open open[DEPTH];
	int depth, line;
	char nothing[1];                               /* the text of a tag */
};

static bool is_white(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static enum doc_class class_of(const struct open *o, enum doc_kind *kind)
{
	char name[64];
	*kind = DOC_KIND_MAX;
	if (o->nname >= sizeof name)
		return DOC_CLASS_BLOCK;
	memcpy(name, o->name, o->nname);
	name[o->nname] = '\0';
	*kind = doc_kind_find(name);
	return *kind == DOC_KIND_MAX ? DOC_CLASS_BLOCK : doc_kind_class(*kind);
}

/* The element whose text this is: an inline one hands it on. NULL: nobody's. */
static struct open *owner(struct reading *r)
{
	enum doc_kind kind;
	for (int i = r->depth; i > 0; i--) {
		struct open *o = &r->open[i - 1];
		if (o->silent)
			return NULL;
		if (class_of(o, &kind) != DOC_CLASS_INLINE)
			return kind != DOC_KIND_MAX && doc_kind_mixed(kind) ? o : NULL;
	}
	return NULL;
}

static void put(struct open *o, const char *s, size_t n, size_t from, size_t to)
{
	if (o->blank && o->text.len) {
		size_t end = o->blank_at + 1;
		buf_chr(&o->text, ' ');
		buf_put(&o->at, &o->blank_at, sizeof o->blank_at);
		buf_put(&o->past, &end, sizeof end);
	}
	o->blank = false;
	for (size_t i = 0; i < n; i++) {
		buf_chr(&o->text, s[i]);
		buf_put(&o->at, &from, sizeof from);
		buf_put(&o->past, &to, sizeof to);
	}
}

/* What a character is in a text that is compared: a blank, nothing, or itself. */
static char folded(uint32_t cp)
{
	if (cp == 0xA0 || cp == 0x202F || (cp < 0x80 && is_white((unsigned char)cp)))
		return ' ';
	return cp == 0xAD || cp == 0x200B ? 0 : 'x';
}

static void put_char(struct open *o, uint32_t cp, size_t from, size_t to)
{
	char s[4], is = folded(cp);
	if (is == ' ' && !o->blank) {
		o->blank = true;
		o->blank_at = from;
	} else if (is == 'x') {
		put(o, s, u8_put(s, cp), from, to);
	}
}

/* &amp; &#160; &#xA0; the length, 0: none. */
static size_t entity(const char *s, const char *end, uint32_t *cp)
{
	static const struct {
		const char *name;
		uint32_t cp;
	} known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
	const char *semi = memchr(s, ';', (size_t)(end - s) < 12 ? (size_t)(end - s) : 12);
	if (!semi)
		return 0;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strncmp(s, known[i].name, strlen(known[i].name))) {
			*cp = known[i].cp;
			return strlen(known[i].name);
		}
	if (s[1] != '#')
		return 0;
	*cp = (uint32_t)strtoul(s + 2 + (s[2] == 'x'), NULL, s[2] == 'x' ? 16 : 10);
	return (size_t)(semi + 1 - s);
}

static size_t read_text(struct reading *r, size_t i)
{
	const char *data = r->file->data, *end = data + r->file->size, *s = data + i;
	struct open *o = owner(r);
	while (s < end && *s != '<') {
		const char *from = s;
		uint32_t cp = 0;
		size_t n = *s == '&' ? entity(s, end, &cp) : 0;
		if (n)
			s += n;
		else
			cp = u8_get(&s, end);
		r->line += cp == '\n';
		if (o)
			put_char(o, cp, (size_t)(from - data), (size_t)(s - data));
	}
	return (size_t)(s - data);
}

static void close_element(struct reading *r, size_t to)
{
	struct open *o = &r->open[--r->depth];
	if (o->text.len) {
		MEM_ROOM_IN(r->mem, r->all->at, r->all->n, r->all->cap);
		struct spot *s = &r->all->at[r->all->n++];
		*s = (struct spot){.file = r->file,
			.name = mem_str(r->mem, o->name, o->nname),
			.from = o->from,
			.to = to,
			.line = o->line,
			.len = o->text.len};
		size_t *at = MEM_ARRAY(r->mem, size_t, s->len), *past = MEM_ARRAY(r->mem, size_t, s->len);
		memcpy(at, o->at.data, s->len * sizeof *at);
		memcpy(past, o->past.data, s->len * sizeof *past);
		s->at = at;
		s->past = past;
		s->text = buf_take(&o->text, r->mem);
	}
	buf_free(&o->text);
	buf_free(&o->at);
	buf_free(&o->past);
}

static bool is_silent(const struct open *o)
{
	enum doc_kind kind;
	class_of(o, &kind);
	return kind == DOC_VERMERK || kind == DOC_ABWEICHUNG || kind == DOC_LAUT || kind == DOC_MELDUNG;
}

static size_t tag_end(const struct reading *r, size_t i)
{
	const char *data = r->file->data;
	char quote = 0;
	for (; i < r->file->size && (quote || data[i] != '>'); i++)
		if (quote ? data[i] == quote : data[i] == '"' || data[i] == '\'')
			quote = quote ? 0 : data[i];
	return i < r->file->size ? i + 1 : i;
}

static size_t past_mark(struct reading *r, size_t i, const char *end)
{
	const char *at = memmem(r->file->data + i, r->file->size - i, end, strlen(end));
	return at ? (size_t)(at - r->file->data) + strlen(end) : r->file->size;
}

static size_t read_tag(struct reading *r, size_t i)
{
	const char *s = r->file->data + i;
	size_t end = r->file->size - i >= 4 && !strncmp(s, "<!--", 4) ? past_mark(r, i, "-->")
		: s[1] == '?'                                         ? past_mark(r, i, "?>")
								      : tag_end(r, i);
	int line = r->line;
	for (size_t k = i; k < end; k++)
		r->line += r->file->data[k] == '\n';
	if (s[1] == '!' || s[1] == '?')
		return end;
	if (s[1] == '/') {
		if (r->depth)
			close_element(r, end);
		return end;
	}
	MEM_ROOM_IN(r->mem, r->all->tags, r->all->ntags, r->all->captags);
	r->all->tags[r->all->ntags++] = (struct spot_tag){{.file = r->file, .name = "", .from = i, .to = end,
		.line = line, .last = r->line, .text = r->nothing}, r->depth ? r->open[r->depth - 1].tag : 0};
	if (r->depth < DEPTH) {
		struct open *o = &r->open[r->depth++];
		*o = (struct open){.name = s + 1, .nname = strcspn(s + 1, " \t\r\n/>"), .from = i, .line = line,
			.tag = r->all->ntags};
		o->silent = is_silent(o) || (r->depth > 1 && r->open[r->depth - 2].silent);
	}
	if (r->file->data[end - 2] == '/' && r->depth)
		close_element(r, end);
	return end;
}

static void read_file(struct mem *m, const struct doc_file *file, struct spots *all)
{
	struct reading *r = MEM_NEW(m, struct reading);
	*r = (struct reading){.mem = m, .file = file, .all = all, .line = 1};
	for (size_t i = 0; i < file->size;)
		i = file->data[i] == '<' ? read_tag(r, i) : read_text(r, i);
	while (r->depth)
		close_element(r, file->size);
}

struct spots imp_spots(struct mem *m, const struct doc *d)
{
	struct spots all = {0};
	for (size_t i = 0; i < d->nfiles; i++)
		if (!d->files[i].broken && d->files[i].data)
			read_file(m, &d->files[i], &all);
	return all;
}

static bool stands_at(const struct spot *s, size_t k, const char *const parts[3], const size_t n[3])
{
	return !memcmp(s->text + k, parts[0], n[0]) && !memcmp(s->text + k + n[0], parts[1], n[1]) &&
		!memcmp(s->text + k + n[0] + n[1], parts[2], n[2]);
}

/* How many lines from where it came from; in another file too far. */
static int distance(const struct spot *s, struct origin o)
{
	if (!o.line || origin_file(s->file->path) != o.file)
		return INT_MAX;
	return s->line > o.line ? s->line - o.line : o.line - s->line;
}

int imp_spot_find(const struct spots *all, const char *const parts[3], struct origin origin, const struct spot **found,
	size_t *start)
{
	const size_t lengths[3] = {strlen(parts[0]), strlen(parts[1]), strlen(parts[2])};
	const size_t whole = lengths[0] + lengths[1] + lengths[2];
	int n = 0, nearest = INT_MAX;
	for (size_t i = 0; i < all->n && whole; i++) {
		const struct spot *s = &all->at[i];
		for (size_t k = 0; k + whole <= s->len; k++) {
			if (!stands_at(s, k, parts, lengths))
				continue;
			const int far = distance(s, origin);
			n = far < nearest ? 1 : far == nearest ? n + 1 : n;
			if (far > nearest || (far == nearest && n > 1))
				continue;
			nearest = far;
			*found = s;
			*start = k + lengths[0];
		}
	}
	return n;
}

const struct spot *imp_spot_at(const struct spots *all, struct origin o)
{
	const struct spot *best = NULL;
	int nearest = INT_MAX;
	for (size_t i = 0; i < all->n; i++) {
		const int far = distance(&all->at[i], o);
		if (far < nearest)
			best = &all->at[i];
		nearest = far < nearest ? far : nearest;
	}
	return best;
}

/* Elements that the schema lets have a remark amid their text. */
struct takers {
	struct mem *mem;
	const char **at;
	size_t n, cap;
};

static void note_taker(void *arg, const struct src_explained *e)
{
	struct takers *t = arg;
	if (!e->mixed || !strstr(e->children, "(vermerk |"))
		return;
	MEM_ROOM_IN(t->mem, t->at, t->n, t->cap);
	t->at[t->n++] = mem_dup(t->mem, e->name);
}

static bool takes(const struct takers *t, const struct spot *s)
{
	for (size_t i = 0; i < t->n; i++)
		if (!strcmp(t->at[i], s->name))
			return s->len > 0;
	return false;
}

const struct spot *imp_spot_remark(struct mem *m, const struct spots *all, const struct spot *s)
{
	struct takers t = {.mem = m};
	const struct spot *best = NULL;
	size_t nearest = SIZE_MAX;
	src_explain(note_taker, &t);
	if (takes(&t, s))
		return s;
	for (size_t i = 0; i < all->n; i++) {
		const struct spot *o = &all->at[i];
		const size_t far = o->from > s->from ? o->from - s->from : s->from - o->from;
		if (o->file != s->file || far >= nearest || !takes(&t, o))
			continue;
		nearest = far;
		best = o;
	}
	return best;
}

char *imp_spot_text(struct mem *m, const char *s, size_t n)
{
	struct buf b = {0};
	bool blank = false;
	for (const char *end = s + n; s < end;) {
		uint32_t cp = u8_get(&s, end);
		char is = folded(cp);
		if (is == ' ')
			blank = true;
		if (is != 'x')
			continue;
		if (blank)
			buf_chr(&b, ' ');
		blank = false;
		buf_u8(&b, cp);
	}
	if (blank)
		buf_chr(&b, ' ');
	return buf_take(&b, m);
}
