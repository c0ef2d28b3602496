/* rest.c: what a PDF of others holds beside its pages. Every object that can be reached from the trailer is looked at
 * once, wherever it hangs; then those that cannot be reached, which an earlier state left (ISO 32000-1, 7.5.6, 7.11.4,
 * 8.11.4, 12.5.3, 12.6.4, 12.7, 14.5). */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/metadata.h"
#include "pdf/inside.h"

enum { DEEP = 40, LEAST = 4, TAIL = 64 };              /* objects in each other; bytes of one; bytes behind the end */
enum { HIDDEN = 2, NO_VIEW = 32 };                     /* flags of an annotation (12.5.3) */

struct place { int id, generation; bool field; };

struct walk {
	qpdf_data q;
	struct look_pdf *k;
	unsigned char *seen;                           /* a bit for each number */
	int most;                                      /* numbers are below */
	struct place *todo; size_t ntodo, cap;
	int signatures;
	bool ours;                                     /* written by this program: what it attaches is what it shows */
};

static qpdf_oh get(const struct walk *w, qpdf_oh dict, const char *key)
{
	return qpdf_oh_get_key_if_dict(w->q, dict, key);
}

static bool has(const struct walk *w, qpdf_oh dict, const char *key)
{
	return qpdf_oh_is_dictionary(w->q, dict) && qpdf_oh_has_key(w->q, dict, key);
}

static bool is(const struct walk *w, qpdf_oh dict, const char *key, const char *name)
{
	return qpdf_oh_is_name_and_equals(w->q, get(w, dict, key), name);
}

/* ---- each object */

/* Comments of readers; what leads elsewhere, is filled in or is drawn only for print is none. */
static bool is_note(const struct walk *w, qpdf_oh a)
{
	static const char *const none[] = {"/Link", "/Widget", "/Popup", "/Screen", "/PrinterMark", "/TrapNet",
		"/Watermark", "/FileAttachment", NULL};
	if (!has(w, a, "/Rect") || !has(w, a, "/Subtype") || (has(w, a, "/Type") && !is(w, a, "/Type", "/Annot")))
		return false;
	for (const char *const *n = none; *n; n++)
		if (is(w, a, "/Subtype", *n))
			return false;
	return true;
}

static bool is_nowhere(const struct walk *w, qpdf_oh rect)
{
	double at[4] = {0};
	for (int i = 0; i < 4 && qpdf_oh_is_array(w->q, rect) && qpdf_oh_get_array_n_items(w->q, rect) == 4; i++)
		at[i] = qpdf_oh_get_numeric_value(w->q, qpdf_oh_get_array_item(w->q, rect, i));
	return !(at[0] < at[2] || at[0] > at[2]) || !(at[1] < at[3] || at[1] > at[3]);
}

/* A field that says something and is not to be seen. */
static bool is_hidden_field(const struct walk *w, qpdf_oh a)
{
	const qpdf_oh flags = get(w, a, "/F");
	const long long f = qpdf_oh_is_integer(w->q, flags) ? qpdf_oh_get_int_value(w->q, flags) : 0;
	qpdf_oh value = get(w, a, "/V");
	if (!qpdf_oh_is_string(w->q, value))
		value = get(w, get(w, a, "/Parent"), "/V");
	return is(w, a, "/Subtype", "/Widget") && qpdf_oh_is_string(w->q, value) &&
		*qpdf_oh_get_utf8_value(w->q, value) &&
		((f & (HIDDEN | NO_VIEW)) || is_nowhere(w, get(w, a, "/Rect")));
}

/* The bytes of a stream as they lie there, or decoded; to be freed, NULL: none. */
static unsigned char *bytes_of(const struct walk *w, qpdf_oh stream, bool decode, size_t *n)
{
	unsigned char *data = NULL;
	QPDF_BOOL decoded = QPDF_FALSE;
	*n = 0;
	if (qpdf_oh_get_stream_data(w->q, stream, decode ? qpdf_dl_generalized : qpdf_dl_none, &decoded, &data, n) &
		QPDF_ERRORS) {
		free(data);
		return NULL;
	}
	return data;
}

static bool is_located(const struct walk *w, qpdf_oh stream, qpdf_oh dict)
{
	const bool metadata = is(w, dict, "/Subtype", "/XML");
	if (!metadata && (!is(w, dict, "/Subtype", "/Image") || !is(w, dict, "/Filter", "/DCTDecode")))
		return false;
	size_t n;
	unsigned char *data = bytes_of(w, stream, metadata, &n);
	const bool found = data &&
		(metadata ? memmem(data, n, "exif:GPSLatitude", 16) != NULL : pic_located((const char *)data, n));
	free(data);
	return found;
}

/* The names in it, each ended by NUL; there is one iterator, so first all of them. */
static void keys_of(const struct walk *w, qpdf_oh d, struct buf *keys)
{
	qpdf_oh_begin_dict_key_iter(w->q, d);
	while (qpdf_oh_dict_more_keys(w->q)) {
		const char *key = qpdf_oh_dict_next_key(w->q);
		buf_put(keys, key, strlen(key) + 1);
	}
}

/* What a drawing program keeps of a page for itself (14.5), if it is more than names and numbers. */
static bool is_private(const struct walk *w, qpdf_oh d)
{
	const qpdf_oh own = get(w, d, "/Private");
	struct buf keys = {0};
	if (!has(w, d, "/LastModified"))
		return false;
	bool found = qpdf_oh_is_stream(w->q, own);
	if (qpdf_oh_is_dictionary(w->q, own))
		keys_of(w, own, &keys);
	for (size_t i = 0; i < keys.len && !found; i += strlen(keys.data + i) + 1)
		found = qpdf_oh_is_stream(w->q, get(w, own, keys.data + i));
	buf_free(&keys);
	return found;
}

static void look_at_dict(struct walk *w, qpdf_oh d, bool field)
{
	int *rest = w->k->rest;
	rest[LOOK_NOTES] += is_note(w, d);
	rest[LOOK_FILES] += !w->ours && qpdf_oh_is_dictionary(w->q, get(w, d, "/EF"));
	rest[LOOK_SCRIPTS] += !field && (has(w, d, "/JS") || is(w, d, "/S", "/Launch"));
	rest[LOOK_FIELDS] += is_hidden_field(w, d);
	rest[LOOK_XFA] += has(w, d, "/XFA");
	rest[LOOK_THUMBS] += is(w, d, "/Type", "/Page") && has(w, d, "/Thumb");
	rest[LOOK_PRIVATE] += is_private(w, d);
	w->signatures += has(w, d, "/ByteRange");
}

/* ---- the way to all of them */

static bool is_seen(const struct walk *w, int id)
{
	return w->seen[id / 8] >> (id % 8) & 1;
}

static void meet(struct walk *w, int id, int generation, bool field)
{
	if (id <= 0 || id >= w->most || is_seen(w, id))
		return;
	w->seen[id / 8] |= (unsigned char)(1 << (id % 8));
	MEM_ROOM(w->todo, w->ntodo, w->cap);
	w->todo[w->ntodo++] = (struct place){id, generation, field};
}

static void look_into(struct walk *w, qpdf_oh o, int depth, bool field);

static void look_at_child(struct walk *w, qpdf_oh o, int depth, bool field)
{
	const int id = qpdf_oh_get_object_id(w->q, o);
	if (id)
		meet(w, id, qpdf_oh_get_generation(w->q, o), field);
	else if (depth < DEEP)
		look_into(w, o, depth + 1, field);
	qpdf_oh_release(w->q, o);
}

static void look_at_values(struct walk *w, qpdf_oh d, int depth, bool field)
{
	struct buf keys = {0};
	const bool widget = has(w, d, "/FT") || is(w, d, "/Subtype", "/Widget");
	keys_of(w, d, &keys);
	for (size_t i = 0; i < keys.len; i += strlen(keys.data + i) + 1)
		look_at_child(w, get(w, d, keys.data + i), depth,
			field || (widget && !strcmp(keys.data + i, "/AA")));   /* sums and formats of a form */
	buf_free(&keys);
}

static void look_into(struct walk *w, qpdf_oh o, int depth, bool field)
{
	const bool stream = qpdf_oh_is_stream(w->q, o);
	const int n = qpdf_oh_is_array(w->q, o) ? qpdf_oh_get_array_n_items(w->q, o) : 0;
	for (int i = 0; i < n; i++)
		look_at_child(w, qpdf_oh_get_array_item(w->q, o, i), depth, field);
	if (!stream && !qpdf_oh_is_dictionary(w->q, o))
		return;
	const qpdf_oh d = stream ? qpdf_oh_get_dict(w->q, o) : o;
	look_at_dict(w, d, field);
	w->k->rest[LOOK_PLACES] += stream && is_located(w, o, d);
	look_at_values(w, d, depth, field);
}

/* ---- what nothing names */

static bool is_loose(const struct walk *w, qpdf_oh o)
{
	static const char *const machinery[] = {"/Type", "/S", "/N", "/Length1", "/Length2", "/FunctionType", NULL};
	if (!qpdf_oh_is_stream(w->q, o))
		return is(w, o, "/Type", "/Page");
	const qpdf_oh d = qpdf_oh_get_dict(w->q, o);
	if (is(w, d, "/Subtype", "/Image") || is(w, d, "/Subtype", "/Form"))
		return true;
	for (const char *const *key = machinery; *key; key++)
		if (has(w, d, *key))
			return false;
	size_t n;
	unsigned char *data = bytes_of(w, o, true, &n);
	const bool text = data && !has(w, d, "/Subtype") && !memmem(data, n, "begincmap", 9);
	free(data);
	return text;
}

static void look_loose(struct walk *w)
{
	for (int id = 1; id < w->most; id++)
		if (!is_seen(w, id)) {
			const qpdf_oh o = qpdf_get_object_by_id(w->q, id, 0);
			w->k->rest[LOOK_LOOSE] += is_loose(w, o);
			qpdf_oh_release_all(w->q);
		}
}

/* ---- of the whole file */

static void look_layers(struct walk *w)
{
	const qpdf_oh own = get(w, qpdf_get_root(w->q), "/OCProperties"), d = get(w, own, "/D");
	const bool off = is(w, d, "/BaseState", "/OFF");
	const qpdf_oh all = get(w, own, "/OCGs"), named = get(w, d, off ? "/ON" : "/OFF");
	const int n = qpdf_oh_is_array(w->q, named) ? qpdf_oh_get_array_n_items(w->q, named) : 0,
		  of = qpdf_oh_is_array(w->q, all) ? qpdf_oh_get_array_n_items(w->q, all) : 0;
	w->k->rest[LOOK_LAYERS] = !off ? n : of > n ? of - n : 0;
}

/* Each time it was saved something is put behind the end, with the place of the state before (7.5.6); but for a file
 * whose first page stands in front (annex F), where the first end is none. */
static int count_earlier(const char *data, size_t n)
{
	const char *end = data + n;
	int found = 0;
	for (const char *p = data, *stop; (stop = memmem(p, (size_t)(end - p), "%%EOF", 5)); p = stop + 5) {
		const size_t len = (size_t)(stop - p);
		found += p > data && memmem(p, len, "/Prev", 5) && memmem(p, len, " obj", 4);
	}
	return found;
}

/* Behind the end of all there may be blanks. */
static bool has_tail(const char *data, size_t n)
{
	size_t said = 0;
	while (n > 5 && memcmp(data + n - 5, "%%EOF", 5) && said <= TAIL) {
		said += (unsigned char)data[n - 1] > ' ';
		n--;
	}
	return said > TAIL;
}

void pdf_look_rest(qpdf_data q, const char *data, size_t n, struct look_pdf *k)
{
	const qpdf_oh trailer = qpdf_get_trailer(q), size = qpdf_oh_get_key_if_dict(q, trailer, "/Size");
	const long long all = qpdf_oh_is_integer(q, size) ? qpdf_oh_get_int_value(q, size) : 0;
	const char *producer = qpdf_get_info_key(q, "/Producer");
	const int most = 64 + (int)(n / LEAST < INT_MAX / 2 ? n / LEAST : INT_MAX / 2);   /* whatever it says */
	struct walk w = {.q = q, .k = k, .most = all > 0 && all < most ? (int)all : most};
	w.ours = producer && !strncmp(producer, "ratssatz", 8);
	w.seen = calloc((size_t)w.most / 8 + 1, 1);
	if (!w.seen)
		return;
	look_into(&w, trailer, 0, false);
	while (w.ntodo) {
		const struct place at = w.todo[--w.ntodo];
		const qpdf_oh o = qpdf_get_object_by_id(q, at.id, at.generation);
		look_into(&w, o, 0, at.field);
		qpdf_oh_release_all(q);
	}
	look_loose(&w);
	look_layers(&w);
	int earlier = count_earlier(data, n) - w.signatures;
	k->rest[LOOK_EARLIER] = earlier > 0 ? earlier : 0;
	k->rest[LOOK_LOOSE] += has_tail(data, n);
	free(w.todo);
	free(w.seen);
}
