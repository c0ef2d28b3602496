/* access.c: the statement on accessibility: what was checked by what, what was not, known barriers, whom to tell. The
 * skeleton holds the words; here is what town and ledger add to them. */
#include "office/access.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/esc.h"
#include "base/version.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

static void put_escaped(struct buf *b, const char *s)
{
	esc_text(b, s ? s : "", s ? strlen(s) : 0);
}

static const char *value(int n, const char *const *names, const char *const *values, const char *name)
{
	for (int i = 0; i < n; i++)
		if (!strcmp(names[i], name))
			return values[i] ? values[i] : "";
	return "";
}

/* ---- rows of the register ---- */

static void put_file(void *arg, int n, const char *const *names, const char *const *values)
{
	static const char *const cells[] = {"art", "zahl", "zuletzt", "programm"};
	struct buf *b = arg;
	buf_str(b, "      <zeile>");
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		const char *v = value(n, names, values, cells[i]);
		bool day = !strcmp(cells[i], "zuletzt");
		buf_str(b, day ? "<zelle><datum datum=\"" : "<zelle>");
		put_escaped(b, v);
		buf_str(b, day ? "\" art=\"kurz\"/></zelle>" : "</zelle>");
	}
	buf_str(b, "</zeile>\n");
}

struct annexes { struct buf points; size_t all; };

/* What keeps readers out of an Anlage, and has no text beside it; NULL: nothing. */
static const char *barrier(int n, const char *const *names, const char *const *values)
{
	const char *state = value(n, names, values, "zustand");
	if (!strcmp(state, "gesperrt"))
		return "verschlüsselt";
	if (!strcmp(state, "beschaedigt") || !strcmp(state, "kein-pdf"))
		return "nicht lesbar";
	if (*value(n, names, values, "alternative"))
		return NULL;
	if (!strcmp(state, "unbekannt"))
		return "nicht angesehen";
	if (atoi(value(n, names, values, "ohne_text")))
		return "Scan ohne Text";
	if (atoi(value(n, names, values, "geschuetzt")))
		return "gegen Vorlesen geschützt";
	return atoi(value(n, names, values, "tags")) ? NULL : "ohne Struktur zum Vorlesen";
}

static void put_annex(void *arg, int n, const char *const *names, const char *const *values)
{
	struct annexes *a = arg;
	const char *what = barrier(n, names, values);
	a->all++;
	if (!what)
		return;
	buf_str(&a->points, "      <punkt>");
	put_escaped(&a->points, value(n, names, values, "wo"));
	buf_fmt(&a->points, ", Anlage\u00A0%s (", value(n, names, values, "anlage"));
	put_escaped(&a->points, value(n, names, values, "titel"));
	buf_fmt(&a->points, "): %s</punkt>\n", what);
}

static const char *annexes_of(struct mem *m, struct annexes *a)
{
	struct buf b = {0};
	if (!a->all) {
		buf_str(&b, "    <absatz>Öffentliche Anlagen stehen nicht im Register.</absatz>");
		return buf_take(&b, m);
	}
	buf_fmt(&b, "    <absatz>Öffentliche Anlagen im Register: %zu. ", a->all);
	if (a->points.len)
		buf_fmt(&b, "Nicht für alle lesbar sind:</absatz>\n    <liste>\n%s    </liste>", a->points.data);
	else
		buf_str(&b, "Von keiner ist eine Barriere bekannt.</absatz>");
	buf_free(&a->points);
	return buf_take(&b, m);
}

/* ---- what the town says ---- */

/* "VALUE, VALUE2": a list of children with the attributes that they have. */
static const char *points(struct mem *m, const struct doc_node *parent, enum doc_kind kind, const char *before,
	const char *none)
{
	struct buf b = {0};
	const struct doc_node *n = doc_child(parent, kind);
	buf_fmt(&b, "    <absatz>%s</absatz>", n ? before : none);
	for (const struct doc_node *k = n; k; k = doc_next(k, kind)) {
		const char *day = doc_get(k, DOC_A_DATUM), *more = doc_get(k, DOC_A_ERGEBNIS);
		more = more ? more : doc_get(k, DOC_A_GRUND);
		buf_str(&b, k == n ? "\n    <liste>\n      <punkt>" : "      <punkt>");
		put_escaped(&b, doc_get(k, DOC_A_NAME));
		if (day)
			buf_fmt(&b, ", <datum datum=\"%s\" art=\"kurz\"/>", day);
		if (more) {
			buf_str(&b, ": ");
			put_escaped(&b, more);
		}
		buf_str(&b, "</punkt>\n");
	}
	if (n)
		buf_str(&b, "    </liste>");
	return buf_take(&b, m);
}

static void put_way(struct buf *b, const char *word, const char *scheme, const char *v)
{
	if (!v)
		return;
	buf_fmt(b, "; %s: ", word);
	if (scheme) {
		buf_fmt(b, "<extern href=\"%s", scheme);
		esc_attr(b, v, strlen(v), '"');
		buf_str(b, "\">");
	}
	put_escaped(b, v);
	if (scheme)
		buf_str(b, "</extern>");
}

/* Who is to be asked, and how; other: whose ways count where there are none of its own, or NULL. */
static const char *contact(struct mem *m, const char *before, const char *name, const struct doc_node *n,
	const struct doc_node *other)
{
	static const struct { enum doc_attr attr; const char *word, *scheme;
	} ways[] = {{DOC_A_MAIL, "E-Mail", "mailto:"}, {DOC_A_TELEFON, "Telefon", NULL}, {DOC_A_WEB, "im Netz", ""}};
	struct buf b = {0};
	buf_str(&b, before);
	put_escaped(&b, name);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const char *v = doc_get(n, ways[i].attr);
		if (!v && other && ways[i].attr != DOC_A_WEB)
			v = doc_get(other, ways[i].attr);
		put_way(&b, ways[i].word, ways[i].scheme, v);
	}
	buf_str(&b, ".");
	return buf_take(&b, m);
}

static const struct doc_node *statement_of(const struct edition *dir, struct diag *d)
{
	const struct doc_node *root = dir->doc->root, *ort = doc_child(root, DOC_ORT);
	const struct doc_node *n = ort ? doc_child(ort, DOC_BARRIEREFREIHEIT) : NULL;
	if (root->kind == DOC_VERZEICHNIS && n)
		return n;
	diag_error(d, "ERKLAERUNG", doc_path(dir->doc, root), ort ? ort->line : root->line,
		root->kind == DOC_VERZEICHNIS
			? "Das Verzeichnis sagt nichts zur Barrierefreiheit; erwartet wird <barrierefreiheit> in "
			  "<ort>, bitte ergänzen"
			: "Die Erklärung entsteht aus dem Verzeichnis der Kommune; erwartet wird verzeichnis.xml, "
			  "bitte diese Datei nennen");
	return NULL;
}

/* ---- the whole ---- */

static bool from_register(const struct office *o, struct mem *m, const struct edition *dir, struct buf *files,
	struct annexes *annexes, struct diag *d)
{
	const struct pipe_places *places = pipe_places(o->pipe);
	const char *path = places->register_file ? places->register_file
						 : pipe_register_path(m, places, dir->root, dir->doc->ort);
	struct reg *r = reg_open(path, false, d);
	bool ok = r && reg_list(r, REG_LIST_ZUGANG_DATEIEN, dir->doc->ort, put_file, files, d) &&
		reg_list(r, REG_LIST_ZUGANG_ANLAGEN, dir->doc->ort, put_annex, annexes, d);
	reg_close(r);
	if (ok && !files->len)
		buf_str(files, "      <zeile><zelle>keine</zelle><zelle>0</zelle><zelle>nie</zelle><zelle>entfällt"
			       "</zelle></zeile>\n");
	return ok;
}

size_t off_access(const struct office *o, struct mem *m, const struct edition *dir, struct off_mark *marks,
	struct diag *d)
{
	const struct doc_node *n = statement_of(dir, d), *ort = n ? n->parent : NULL;
	const struct doc_node *body = n ? doc_child(n, DOC_DURCHSETZUNG) : NULL;
	struct buf files = {0};
	struct annexes annexes = {{0}, 0};
	if (!n || !body || !doc_get(n, DOC_A_DATUM) || diag_status(d) ||
		!from_register(o, m, dir, &files, &annexes, d)) {
		buf_free(&files);
		buf_free(&annexes.points);
		return 0;
	}
	const struct doc_node *office = doc_child(dir->doc->root, DOC_STELLE);
	const char *who = doc_get(n, DOC_A_STELLE) ? doc_get(n, DOC_A_STELLE) : doc_get(ort, DOC_A_NAME);
	const struct off_mark all[OFF_ACCESS_MARKS] = {{"@ABGEGEBEN@", doc_get(n, DOC_A_DATUM)},
		{"@STELLE@", office && doc_get(office, DOC_A_ID) ? doc_get(office, DOC_A_ID) : "stadt"},
		{"@PROGRAMM@", version_program},
		{"@DATEIEN@", buf_take(&files, m)},
		{"@PRUEFUNGEN@",
			points(m, n, DOC_PRUEFUNG, "Außer dem Programm haben geprüft:",
				"Andere Prüfungen sind nicht eingetragen.")},
		{"@BARRIEREN@",
			points(m, n, DOC_BARRIERE, "Der Kommune bekannt sind:",
				"Andere als die folgenden sind der Kommune nicht bekannt.")},
		{"@ANLAGEN@", annexes_of(m, &annexes)},
		{"@MELDEN@", contact(m, "Bitte wenden Sie sich an: ", who, n, doc_child(ort, DOC_KONTAKT))},
		{"@DURCHSETZUNG@",
			contact(m, "Hilft eine Antwort nicht weiter, wenden Sie sich an: ", doc_get(body, DOC_A_NAME),
				body, NULL)}};
	memcpy(marks, all, sizeof all);
	return OFF_ACCESS_MARKS;
}
