/* foreign.c: what a PDF made by others gives a screen reader: tags, text on its pages, language, title (ISO 32000-1,
 * 7.7.2, 14.7, 14.8, 14.9). */
#include "pdf/inside.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH = 6, FORMS = 2000 };                      /* forms in forms; forms looked at of one page */

struct seen { bool text, paint; };

/* ---- content streams: only which operators there are (9.4.3, 8.5.3, 8.8, 8.9.7) ---- */

static void read_content(const unsigned char *data, size_t n, struct seen *seen)
{
	static const char *const show[] = {"Tj", "TJ", "'", "\"", NULL};
	static const char *const paint[] = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "ID", NULL};
	struct pdf_lex s = {data, data + n};
	struct pdf_token t;
	bool shown = false;                            /* a string since the last one shown is not empty */
	while (!seen->text && pdf_lex_next(&s, &t)) {
		shown |= t.kind == PDF_STRING && t.n;
		if (pdf_lex_among(&t, show)) {
			seen->text |= shown;
			shown = false;
		}
		seen->paint |= pdf_lex_among(&t, paint);
	}
}

/* ---- pages ---- */

static void look_forms(qpdf_data q, qpdf_oh page, int depth, int *left, struct seen *seen);

static void look_form(qpdf_data q, qpdf_oh form, int depth, int *left, struct seen *seen)
{
	unsigned char *data = NULL;
	size_t n = 0;
	QPDF_BOOL decoded = QPDF_FALSE;
	if (!qpdf_oh_is_stream(q, form) ||
		!qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key_if_dict(q, qpdf_oh_get_dict(q, form), "/Subtype"),
			"/Form"))
		return;
	if (!(qpdf_oh_get_stream_data(q, form, qpdf_dl_generalized, &decoded, &data, &n) & QPDF_ERRORS) && data)
		read_content(data, n, seen);
	free(data);
	look_forms(q, qpdf_oh_get_dict(q, form), depth + 1, left, seen);
}

/* Text may stand in forms alone; whether they are used is not asked. */
static void look_forms(qpdf_data q, qpdf_oh owner, int depth, int *left, struct seen *seen)
{
	qpdf_oh forms = qpdf_oh_get_key_if_dict(q, qpdf_oh_get_key_if_dict(q, owner, "/Resources"), "/XObject");
	qpdf_oh found[64];
	size_t n = 0;
	if (depth > DEPTH || !qpdf_oh_is_dictionary(q, forms))
		return;
	qpdf_oh_begin_dict_key_iter(q, forms);
	while (qpdf_oh_dict_more_keys(q) && n < sizeof found / sizeof *found)
		found[n++] = qpdf_oh_get_key(q, forms, qpdf_oh_dict_next_key(q));
	for (size_t i = 0; i < n && !seen->text && (*left)-- > 0; i++)
		look_form(q, found[i], depth, left, seen);
}

static void look_author(qpdf_data q, struct look_pdf *k)
{
	const char *author = qpdf_get_info_key(q, "/Author");
	size_t n = author ? strlen(author) : 0;
	while (n >= sizeof k->author || (n && author && (author[n] & 0xC0) == 0x80))
		n--;                                   /* between two characters */
	for (size_t i = 0; i < n; i++)
		k->author[i] = (unsigned char)author[i] < ' ' ? ' ' : author[i];
}

static void look_pages(qpdf_data q, struct look_pdf *k)
{
	k->pages = qpdf_get_num_pages(q);
	for (int i = 0; i < k->pages; i++) {
		struct seen seen = {0};
		unsigned char *data = NULL;
		size_t n = 0;
		int left = FORMS;
		qpdf_oh page = qpdf_get_page_n(q, (size_t)i);
		if (!(qpdf_oh_get_page_content_data(q, page, &data, &n) & QPDF_ERRORS) && data)
			read_content(data, n, &seen);
		if (!k->unseen && data && pdf_has_unseen(q, page, data, n))
			k->unseen = i + 1;
		free(data);
		if (!seen.text)
			look_forms(q, page, 0, &left, &seen);
		k->spoken += seen.text;
		k->silent += seen.paint && !seen.text;
		qpdf_oh_release_all(q);
	}
}

/* ---- the catalog ---- */

static bool says_something(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] > ' ')
			return true;
	return false;
}

/* dc:title of the metadata; Info may say nothing (14.3.2). */
static bool titled_in_metadata(qpdf_data q, qpdf_oh root)
{
	unsigned char *data = NULL;
	size_t n = 0;
	QPDF_BOOL decoded = QPDF_FALSE;
	bool found = false;
	qpdf_oh meta = qpdf_oh_get_key_if_dict(q, root, "/Metadata");
	if (qpdf_oh_is_stream(q, meta) &&
		!(qpdf_oh_get_stream_data(q, meta, qpdf_dl_generalized, &decoded, &data, &n) & QPDF_ERRORS) && data) {
		const char *p = memmem(data, n, "<dc:title", 9), *all = (const char *)data;
		const char *end = p ? memmem(p, n - (size_t)(p - all), "</dc:title", 10) : NULL;
		const char *li = end ? memmem(p, (size_t)(end - p), "<rdf:li", 7) : NULL;
		const char *text = li ? memchr(li, '>', (size_t)(end - li)) : NULL;
		const char *stop = text ? memchr(text, '<', (size_t)(end - text)) : NULL;
		found = stop && says_something(text + 1, (size_t)(stop - text - 1));
	}
	free(data);
	return found;
}

static void look_catalog(qpdf_data q, struct look_pdf *k)
{
	qpdf_oh root = qpdf_get_root(q), tree = qpdf_oh_get_key_if_dict(q, root, "/StructTreeRoot");
	qpdf_oh marked = qpdf_oh_get_key_if_dict(q, qpdf_oh_get_key_if_dict(q, root, "/MarkInfo"), "/Marked");
	qpdf_oh lang = qpdf_oh_get_key_if_dict(q, root, "/Lang");
	const char *title = qpdf_get_info_key(q, "/Title");
	k->tagged = qpdf_oh_is_bool(q, marked) && qpdf_oh_get_bool_value(q, marked) &&
		qpdf_oh_is_dictionary(q, tree) && qpdf_oh_has_key(q, tree, "/K");
	k->titled = (title && says_something(title, strlen(title))) || titled_in_metadata(q, root);
	const char *said = qpdf_oh_is_string(q, lang) ? qpdf_oh_get_utf8_value(q, lang) : "";
	if (strlen(said) < sizeof k->lang && strspn(said, "abcdefghijklmnopqrstuvwxyz"
							  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen(said))
		strcpy(k->lang, said);
	k->encrypted = qpdf_is_encrypted(q);
	k->closed = k->encrypted && !qpdf_allow_accessibility(q);
}

/* ---- the whole ---- */

static bool begins_as_pdf(const char *data, size_t n)
{
	return memmem(data, n < 1024 ? n : 1024, "%PDF-", 5) != NULL;          /* as readers take it */
}

void pdf_look(const char *data, size_t n, struct look_pdf *k)
{
	*k = (struct look_pdf){.state = LOOK_NONE};
	if (!begins_as_pdf(data, n))
		return;
	qpdf_data q = qpdf_init();
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read_memory(q, "", data, n, NULL) & QPDF_ERRORS) {
		bool locked = qpdf_has_error(q) && qpdf_get_error_code(q, qpdf_get_error(q)) == qpdf_e_password;
		k->state = locked ? LOOK_LOCKED : LOOK_BROKEN;
		k->encrypted = locked;
	} else {
		look_catalog(q, k);
		look_author(q, k);
		look_pages(q, k);
		pdf_look_rest(q, data, n, k);
		k->mended = qpdf_more_warnings(q);
		k->state = k->pages > 0 ? LOOK_READ : LOOK_BROKEN;
	}
	pdf_end(&q);
}
