/* beside.c: what a PDF of others says beside its pages: annotations, forms, layers that are switched off, texts for
 * screen readers, bookmarks, properties, scripts (ISO 32000-1, 12.5, 12.7, 8.11, 14.9, 12.3.3, 14.3, 12.6.4.16). */
#include "pdf/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/program.h"

enum { VISITS = 200000, SAID = 4 << 20, DEPTH = 100 };     /* objects looked at, bytes said, how deep */

struct beside {
	qpdf_data q;
	struct buf *out;
	int page;                                      /* from 1; 0: of none */
	int left;                                      /* objects that may still be looked at */
};

static qpdf_oh get(struct beside *b, qpdf_oh dict, const char *key)
{
	return qpdf_oh_get_key_if_dict(b->q, dict, key);
}

static bool is(struct beside *b, qpdf_oh dict, const char *key, const char *name)
{
	return qpdf_oh_is_name_and_equals(b->q, get(b, dict, key), name);
}

/* May one more be looked at? */
static bool visit(struct beside *b)
{
	return b->left-- > 0 && b->out->len < SAID;
}

/* ---- saying ---- */

static void put_clean(struct buf *out, const char *s, size_t n)
{
	bool blank = false;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] <= ' ' || s[i] == 0x7F) {
			blank = true;
		} else {
			if (blank && i)
				buf_chr(out, ' ');
			blank = false;
			buf_chr(out, s[i]);
		}
}

/* A string or a stream of text; false: it is neither, or empty. */
static bool put_value(struct beside *b, qpdf_oh v)
{
	const size_t before = b->out->len;
	if (qpdf_oh_is_string(b->q, v)) {
		const char *s = qpdf_oh_get_utf8_value(b->q, v);
		put_clean(b->out, s, strlen(s));
	} else if (qpdf_oh_is_stream(b->q, v)) {
		unsigned char *data = NULL;
		size_t n = 0;
		QPDF_BOOL decoded = QPDF_FALSE;
		if (!(qpdf_oh_get_stream_data(b->q, v, qpdf_dl_generalized, &decoded, &data, &n) & QPDF_ERRORS) &&
			data)
			put_clean(b->out, (const char *)data, n < SAID ? n : SAID);
		free(data);
	} else if (qpdf_oh_is_name(b->q, v)) {
		const char *s = qpdf_oh_get_name(b->q, v);
		put_clean(b->out, s + 1, strlen(s + 1));
	}
	return b->out->len > before;
}

static void put_key(struct beside *b, qpdf_oh of, const char *key)
{
	const qpdf_oh v = get(b, of, key);
	put_value(b, v);
	qpdf_oh_release(b->q, v);
}

/* A line: what it is, its page, who said it, when, its words. Nothing where there are none. */
static void say_line(struct beside *b, const char *kind, const qpdf_oh *by, qpdf_oh v)
{
	const size_t before = b->out->len;
	buf_fmt(b->out, "%s\t%d\t", kind, b->page);
	if (by)
		put_key(b, *by, "/T");
	buf_chr(b->out, '\t');
	if (by)
		put_key(b, *by, "/M");
	buf_chr(b->out, '\t');
	if (put_value(b, v))
		buf_chr(b->out, '\n');
	else
		b->out->len = before;
}

static void say(struct beside *b, const char *kind, qpdf_oh v)
{
	say_line(b, kind, NULL, v);
}

/* Of a large file there are many: no handle stays. */
static void say_key(struct beside *b, const char *kind, qpdf_oh of, const char *key)
{
	const qpdf_oh v = get(b, of, key);
	say(b, kind, v);
	qpdf_oh_release(b->q, v);
}

/* ---- annotations and fields ---- */

/* Of the field or of those above it. */
static qpdf_oh inherited(struct beside *b, qpdf_oh field, const char *key)
{
	qpdf_oh v = get(b, field, key);
	for (int i = 0; i < DEPTH && qpdf_oh_is_null(b->q, v) && qpdf_oh_has_key(b->q, field, "/Parent"); i++) {
		field = get(b, field, "/Parent");
		if (!qpdf_oh_is_dictionary(b->q, field))
			break;
		v = get(b, field, key);
	}
	return v;
}

static void say_choices(struct beside *b, qpdf_oh all)
{
	const int n = qpdf_oh_is_array(b->q, all) ? qpdf_oh_get_array_n_items(b->q, all) : 0;
	for (int i = 0; i < n && visit(b); i++) {
		qpdf_oh one = qpdf_oh_get_array_item(b->q, all, i);
		if (qpdf_oh_is_array(b->q, one) && qpdf_oh_get_array_n_items(b->q, one) > 1)
			one = qpdf_oh_get_array_item(b->q, one, 1);
		say(b, "Formularfeld", one);
	}
}

static void say_field(struct beside *b, qpdf_oh field)
{
	static const char *const said[] = {"/V", "/DV", "/TU", "/RV"};
	static const char *const signing[] = {"/Name", "/Reason", "/Location", "/ContactInfo"};
	const qpdf_oh value = inherited(b, field, "/V"), look = get(b, field, "/MK");
	const bool button = qpdf_oh_is_name_and_equals(b->q, inherited(b, field, "/FT"), "/Btn");
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (!button || i == 2)                 /* of a button they are names of its states */
			say(b, "Formularfeld", inherited(b, field, said[i]));
	if (qpdf_oh_is_array(b->q, value))
		say_choices(b, value);
	say_choices(b, inherited(b, field, "/Opt"));
	say(b, "Formularfeld", get(b, look, "/CA"));
	for (size_t i = 0; qpdf_oh_is_dictionary(b->q, value) && i < sizeof signing / sizeof *signing; i++)
		say(b, "Unterschrift", get(b, value, signing[i]));
}

/* Rich text: its words between tags, where nothing else says them. */
static void say_annotation(struct beside *b, qpdf_oh a)
{
	if (is(b, a, "/Subtype", "/Popup") || !qpdf_oh_is_dictionary(b->q, a))
		return;
	if (is(b, a, "/Subtype", "/Widget")) {
		say_field(b, a);
		return;
	}
	const qpdf_oh file = get(b, a, "/FS");
	say_line(b, "Anmerkung", &a, get(b, a, "/Contents"));
	say_line(b, "Anmerkung", &a, get(b, a, "/RC"));
	say_line(b, "Betreff", &a, get(b, a, "/Subj"));
	say(b, "Anhang", qpdf_oh_has_key(b->q, file, "/UF") ? get(b, file, "/UF") : get(b, file, "/F"));
	say(b, "Anhang", get(b, file, "/Desc"));
}

static void say_pages(struct beside *b)
{
	const int pages = qpdf_get_num_pages(b->q);
	for (int i = 0; i < pages && visit(b); i++) {
		const qpdf_oh all = get(b, qpdf_get_page_n(b->q, (size_t)i), "/Annots");
		const int n = qpdf_oh_is_array(b->q, all) ? qpdf_oh_get_array_n_items(b->q, all) : 0;
		b->page = i + 1;
		for (int k = 0; k < n && visit(b); k++)
			say_annotation(b, qpdf_oh_get_array_item(b->q, all, k));
		qpdf_oh_release_all(b->q);
	}
	b->page = 0;
}

/* ---- what screen readers say ---- */

static void say_element(struct beside *b, qpdf_oh e, int depth);

static void say_elements(struct beside *b, qpdf_oh kids, int depth)
{
	if (depth > DEPTH)
		return;
	if (qpdf_oh_is_array(b->q, kids)) {
		const int n = qpdf_oh_get_array_n_items(b->q, kids);
		for (int i = 0; i < n && visit(b); i++) {
			const qpdf_oh one = qpdf_oh_get_array_item(b->q, kids, i);
			say_element(b, one, depth + 1);
			qpdf_oh_release(b->q, one);
		}
	} else if (visit(b)) {
		say_element(b, kids, depth + 1);
	}
}

static void say_summary(struct beside *b, qpdf_oh attributes)
{
	const int n = qpdf_oh_is_array(b->q, attributes) ? qpdf_oh_get_array_n_items(b->q, attributes) : 0;
	say_key(b, "Alternativtext", attributes, "/Summary");
	for (int i = 0; i < n && visit(b); i++) {
		const qpdf_oh one = qpdf_oh_get_array_item(b->q, attributes, i);
		say_key(b, "Alternativtext", one, "/Summary");
		qpdf_oh_release(b->q, one);
	}
}

static void say_element(struct beside *b, qpdf_oh e, int depth)
{
	if (!qpdf_oh_is_dictionary(b->q, e))
		return;
	const qpdf_oh attributes = get(b, e, "/A"), kids = get(b, e, "/K");
	say_key(b, "Alternativtext", e, "/Alt");
	say_key(b, "Langform", e, "/E");
	say_key(b, "Ersatztext", e, "/ActualText");
	say_key(b, "Titel", e, "/T");
	say_summary(b, attributes);
	say_elements(b, kids, depth);
	qpdf_oh_release(b->q, attributes);
	qpdf_oh_release(b->q, kids);
}

/* ---- layers ---- */

static bool among(struct beside *b, qpdf_oh all, qpdf_oh one)
{
	const int n = qpdf_oh_is_array(b->q, all) ? qpdf_oh_get_array_n_items(b->q, all) : 0;
	bool found = false;
	for (int i = 0; i < n && !found && visit(b); i++) {
		const qpdf_oh k = qpdf_oh_get_array_item(b->q, all, i);
		found = qpdf_oh_get_object_id(b->q, k) == qpdf_oh_get_object_id(b->q, one);
		qpdf_oh_release(b->q, k);
	}
	return found;
}

/* With all layers to be seen, its text line by line. */
static void say_layer_text(struct beside *b, qpdf_oh root)
{
	static const char *const argv[] = {"pdftotext", "-enc", "UTF-8", "-", "-", NULL};
	struct buf said = {0};
	qpdf_oh_remove_key(b->q, root, "/OCProperties");
	if (qpdf_init_write_memory(b->q) & QPDF_ERRORS)
		return;
	qpdf_set_preserve_encryption(b->q, QPDF_FALSE);
	if (!(qpdf_write(b->q) & QPDF_ERRORS) &&
		!prog_run_on(argv, (const char *)qpdf_get_buffer(b->q), qpdf_get_buffer_length(b->q), &said))
		for (const char *s = said.data; s && *s && b->out->len < SAID;) {
			const size_t n = strcspn(s, "\n\f");
			if (n) {
				buf_str(b->out, "Ebenentext\t0\t\t\t");
				put_clean(b->out, s, n);
				buf_chr(b->out, '\n');
			}
			s += n + (s[n] != '\0');
		}
	buf_free(&said);
}

static void say_layers(struct beside *b, qpdf_oh root)
{
	const qpdf_oh own = get(b, root, "/OCProperties"), d = get(b, own, "/D"), all = get(b, own, "/OCGs");
	const int n = qpdf_oh_is_array(b->q, all) ? qpdf_oh_get_array_n_items(b->q, all) : 0;
	const bool usual = !is(b, d, "/BaseState", "/OFF");
	bool any = false;
	for (int i = 0; i < n && visit(b); i++) {
		const qpdf_oh one = qpdf_oh_get_array_item(b->q, all, i);
		const bool shown = usual ? !among(b, get(b, d, "/OFF"), one) : among(b, get(b, d, "/ON"), one);
		if (!shown)
			say(b, "Ebene", get(b, one, "/Name"));
		any |= !shown;
	}
	if (any)
		say_layer_text(b, root);
}

/* ---- of the file ---- */

static void say_bookmarks(struct beside *b, qpdf_oh of, int depth)
{
	for (qpdf_oh one = get(b, of, "/First"); qpdf_oh_is_dictionary(b->q, one) && depth < DEPTH && visit(b);
		one = get(b, one, "/Next")) {
		say(b, "Lesezeichen", get(b, one, "/Title"));
		say_bookmarks(b, one, depth + 1);
	}
}

static void say_properties(struct beside *b)
{
	static const char *const technical[] = {"/CreationDate", "/ModDate", "/Producer", "/Creator", "/Trapped"};
	const qpdf_oh info = get(b, qpdf_get_trailer(b->q), "/Info");
	char key[64][64];
	size_t n = 0;
	if (!qpdf_oh_is_dictionary(b->q, info))
		return;
	qpdf_oh_begin_dict_key_iter(b->q, info);
	while (qpdf_oh_dict_more_keys(b->q) && n < sizeof key / sizeof *key) {
		const char *name = qpdf_oh_dict_next_key(b->q);
		bool of_program = strlen(name) >= sizeof *key || !strncmp(name, "/PTEX", 5);
		for (size_t i = 0; i < sizeof technical / sizeof *technical; i++)
			of_program |= !strcmp(name, technical[i]);
		if (!of_program)
			strcpy(key[n++], name);
	}
	for (size_t i = 0; i < n; i++)
		say(b, "Eigenschaft", get(b, info, key[i]));
}

/* The names of a tree (7.9.6): of each value, of its file or action. */
static void say_names(struct beside *b, qpdf_oh tree, int depth)
{
	const qpdf_oh kids = get(b, tree, "/Kids"), names = get(b, tree, "/Names");
	const int nkids = qpdf_oh_is_array(b->q, kids) ? qpdf_oh_get_array_n_items(b->q, kids) : 0;
	const int n = qpdf_oh_is_array(b->q, names) ? qpdf_oh_get_array_n_items(b->q, names) : 0;
	for (int i = 0; i < nkids && depth < DEPTH && visit(b); i++)
		say_names(b, qpdf_oh_get_array_item(b->q, kids, i), depth + 1);
	for (int i = 1; i < n && visit(b); i += 2) {
		const qpdf_oh one = qpdf_oh_get_array_item(b->q, names, i);
		say(b, "Anhang", get(b, one, "/Desc"));
		say(b, "Skript", get(b, one, "/JS"));
	}
}

static void say_metadata(struct beside *b, qpdf_oh root)
{
	static const char *const of[] = {"<dc:description", "<dc:subject", "<dc:rights", "<dc:title"};
	unsigned char *data = NULL;
	size_t n = 0;
	QPDF_BOOL decoded = QPDF_FALSE;
	const qpdf_oh meta = get(b, root, "/Metadata");
	if (!qpdf_oh_is_stream(b->q, meta) ||
		(qpdf_oh_get_stream_data(b->q, meta, qpdf_dl_generalized, &decoded, &data, &n) & QPDF_ERRORS) || !data)
		return;
	const char *all = (const char *)data, *end = all + n;
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		const char *p = memmem(all, n, of[i], strlen(of[i]));
		const char *stop = p ? memmem(p, (size_t)(end - p), "</dc:", 5) : NULL;
		while (p && stop && (p = memmem(p, (size_t)(stop - p), "<rdf:li", 7))) {
			const char *text = memchr(p, '>', (size_t)(stop - p));
			const char *to = text ? memchr(text, '<', (size_t)(end - text)) : NULL;
			if (!to || b->out->len > SAID)
				break;
			if (to > text + 1) {
				buf_str(b->out, "Eigenschaft\t0\t\t\t");
				put_clean(b->out, text + 1, (size_t)(to - text - 1));
				buf_chr(b->out, '\n');
			}
			p = to;
		}
	}
	free(data);
}

static void say_catalog(struct beside *b)
{
	qpdf_oh root = qpdf_get_root(b->q);
	const qpdf_oh names = get(b, root, "/Names");
	say_properties(b);
	say_metadata(b, root);
	say(b, "Skript", get(b, get(b, root, "/OpenAction"), "/JS"));
	say_names(b, get(b, names, "/JavaScript"), 0);
	say_names(b, get(b, names, "/EmbeddedFiles"), 0);
	say_bookmarks(b, get(b, root, "/Outlines"), 0);
	say_elements(b, get(b, get(b, root, "/StructTreeRoot"), "/K"), 0);
	say_layers(b, root);
}

void pdf_beside(const char *data, size_t n, struct buf *out)
{
	struct beside b = {.q = qpdf_init(), .out = out, .left = VISITS};
	qpdf_silence_errors(b.q);
	qpdf_set_suppress_warnings(b.q, QPDF_TRUE);
	if (!(qpdf_read_memory(b.q, "", data, n, NULL) & QPDF_ERRORS)) {
		say_pages(&b);
		say_catalog(&b);
	}
	pdf_end(&b.q);
}
