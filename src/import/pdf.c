/* pdf.c: a PDF by pdftotext, pdfinfo and pdfdetach. */
#include "import/net.h"
#include "import/pdf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/program.h"
#include "import/bag.h"
#include "import/sealed.h"

bool pdf_is(const char *data, size_t n)
{
	enum { HEAD = 1024 };
	return memmem(data, n < HEAD ? n : HEAD, "%PDF-", 5) != NULL;
}

const char *pdf_path(struct mem *m, const char *path)
{
	return *path == '-' ? mem_fmt(m, "./%s", path) : path;
}

static void refuse(struct diag *d, const char *path, int status)
{
	if (status == PROGRAM_MISSING)
		diag_sys(d, "EINGANGPROGRAMM", path, 0, "Zum Lesen einer PDF-Datei fehlen pdftotext und pdfinfo; "
			"bitte das "
			"Paket poppler-utils installieren");
	else if (status == PROGRAM_KILLED)
		diag_error(d, "EINGANGGROSS", path, 0, "Die Datei braucht zum Lesen mehr Zeit oder Speicher, als ein "
			"Dokument "
			"brauchen darf; nichts wurde übernommen: bitte in Teile zerlegen");
	else
		diag_error(d, "EINGANGKAPUTT", path, 0, "Die Datei lässt sich nicht öffnen; sie ist beschädigt oder "
			"verlangt "
			"ein Kennwort: bitte ohne Kennwort speichern oder noch einmal senden lassen");
}

static bool is_tagged(const struct file_map *in)
{
	struct buf b = {0};
	bool tagged = !prog_run_on((const char *const[]){"pdfinfo", "-", NULL}, in->data, in->size, &b) &&
		b.data && strstr(b.data, "Tagged:") && strstr(strstr(b.data, "Tagged:"), "yes");
	const char *at = b.data ? strstr(b.data, "Tagged:") : NULL, *end = at ? strchr(at, '\n') : NULL;
	tagged = tagged && end && memmem(at, (size_t)(end - at), "yes", 3);
	buf_free(&b);
	return tagged;
}

/* The same with spans called so: poppler leaves out those it knows by no other name, and their words with them. */
static const char *plain_spans(struct mem *m, const struct file_map *in)
{
	static const struct { const char *is, *becomes; } names[] = {{"/S /Strong\n", "/S /Span  \n"},
		{"/S/Strong", "/S/Span  "}, {"/S /Em\n", "/S/Span"}};
	char *copy = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const size_t n = strlen(names[i].is);
		const char *p = in->data, *end = p + in->size;
		for (; (p = memmem(p, (size_t)(end - p), names[i].is, n)); p += n) {
			copy = copy ? copy : mem_str(m, in->data, in->size);
			memcpy(copy + (p - in->data), names[i].becomes, n);
		}
	}
	return copy ? copy : in->data;
}

static bool is_latin(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* TeX's old fonts say no more of their signs than their numbers: "o\x1Ben" is "offen", and "Stra\xC3\xBFe" "Straße". */
static const char *const of_tex[] = {"“", "”", "„", "«", "»", "–", "—", "", "", "", "", "ff", "fi", "fl", "ffi", "ffl"};
enum { TEX = 0x10, TEX_LIGATURES = 0x1B, TEX_END = TEX + sizeof of_tex / sizeof *of_tex };

static bool is_ligature(const struct buf *b, size_t i)
{
	const unsigned char c = (unsigned char)b->data[i];
	const bool beside = (i && is_latin(b->data[i - 1])) || (i + 1 < b->len && is_latin(b->data[i + 1]));
	return c >= TEX_LIGATURES && c < TEX_END && beside;
}

static void spell_tex(struct buf *b)
{
	static const char eszett[] = "\xC3\xBF";
	struct buf out = {0};
	bool tex = false;
	for (size_t i = 0; i < b->len && !tex; i++)
		tex = is_ligature(b, i);
	for (size_t i = 0; i < b->len && tex; i++) {
		const unsigned char c = (unsigned char)b->data[i];
		if (c >= TEX && c < TEX_END)
			buf_str(&out, of_tex[c - TEX]);
		else if (i && i + 1 < b->len && !memcmp(b->data + i, eszett, 2) && is_latin(b->data[i - 1])) {
			buf_str(&out, "ß");
			i++;
		} else {
			buf_chr(&out, b->data[i]);
		}
	}
	if (tex) {
		buf_free(b);
		*b = out;
	}
}

/* Tags that leave out what is to be seen are no structure to go by. */
static bool says_enough(const struct buf *tree, const struct buf *pages)
{
	return tree->len && bag_count(tree->data) * 10 > bag_count(pages->data) * 8 &&
		imp_net_covers(tree->data, pages->data);
}

/* Where the words stand and how they look, behind the text of the pages; nothing more where a program cannot say it. */
static void add_layout(struct buf *pages, const struct file_map *in)
{
	struct buf boxes = {0}, looks = {0};
	if (prog_run_on((const char *const[]){"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL}, in->data,
		in->size, &boxes))
		buf_clear(&boxes);
	else if (prog_run_on((const char *const[]){"pdftohtml", "-xml", "-i", "-stdout", "-enc", "UTF-8",
		"-noroundcoord", "-fontfullname", "-zoom", "3", "-", "out", NULL}, in->data, in->size, &looks))
		buf_clear(&looks);
	spell_tex(&boxes);
	spell_tex(&looks);
	if (boxes.len)
		buf_fmt(pages, "%s%s%s%s", PDF_BOXES, boxes.data, PDF_LOOKS, looks.len ? looks.data : "");
	buf_free(&boxes);
	buf_free(&looks);
}

bool pdf_text(struct mem *m, const char *path, const struct file_map *in, struct file_map *said, bool *tagged,
	struct diag *d)
{
	struct buf pages = {0}, tree = {0};
	int status = prog_run_on((const char *const[]){"pdftotext", "-enc", "UTF-8", "-", "-", NULL}, in->data,
		in->size, &pages);
	if (status || !pages.len || !bag_count(pages.data)) {
		if (status)
			refuse(d, path, status);
		else
			diag_error(d, "EINGANGFREMD", path, 0, "Die Datei enthält keinen Text, nur Bilder (ein "
				"Scan?); bitte mit "
				"einer Texterkennung (OCR) lesen lassen");
		buf_free(&pages);
		return false;
	}
	spell_tex(&pages);
	*tagged = is_tagged(in) && !prog_run_on((const char *const[]){"pdfinfo", "-struct-text", "-", NULL},
		plain_spans(m, in), in->size, &tree) && says_enough(&tree, &pages);
	if (*tagged)                                   /* what no tag holds shows there */
		buf_fmt(&tree, "%s%s", PDF_PAGES, pages.data);
	else
		add_layout(&pages, in);
	struct buf *say = *tagged ? &tree : &pages;
	said->size = say->len;
	said->data = buf_take(say, m);
	buf_free(*tagged ? &pages : &tree);
	return true;
}

/* ---- our own source */

static bool is_ours(const char *path)
{
	struct buf b = {0};
	bool ours = !prog_run((const char *const[]){"pdfinfo", path, NULL}, &b) && b.data &&
		strstr(b.data, "ratssatz");
	buf_free(&b);
	return ours;
}

/* An attachment by its number, through a file of its own; NULL: it cannot be taken. */
static const char *detached(struct mem *m, const char *path, int no, size_t *size)
{
	char temp[] = "/tmp/ratssatz-beilage-XXXXXX";
	int fd = mkstemp(temp);
	struct buf none = {0}, b = {0};
	if (fd < 0)
		return NULL;
	close(fd);
	struct diag *quiet = diag_new();
	bool ok = !prog_run((const char *const[]){"pdfdetach", "-save", mem_fmt(m, "%d", no), "-o", temp, path,
		NULL},
		&none) && file_read(&b, temp, quiet);
	unlink(temp);
	diag_free(quiet);
	buf_free(&none);
	*size = b.len;
	return ok ? buf_take(&b, m) : NULL;
}

static bool is_pdf_file(const char *path)
{
	struct file_map in;
	struct diag *quiet = diag_new();
	bool is = file_exists(path) && file_map(&in, path, quiet);
	if (is) {
		is = pdf_is(in.data, in.size);
		file_unmap(&in);
	}
	diag_free(quiet);
	return is;
}

size_t pdf_source(struct mem *m, const char *path, struct pdf_file **files)
{
	struct buf b = {0};
	size_t n = 0, cap = 0;
	*files = NULL;
	if (!is_pdf_file(path))
		return 0;
	path = pdf_path(m, path);
	if (!is_ours(path) || prog_run((const char *const[]){"pdfdetach", "-list", path, NULL}, &b) || !b.len) {
		buf_free(&b);
		return 0;
	}
	for (const char *line = b.data; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		const char *colon = strstr(line, ": ");
		int no = atoi(line);
		if (no < 1 || !colon)
			continue;
		const char *name = mem_str(m, colon + 2, strcspn(colon + 2, "\n"));
		size_t size;
		const char *data = sealed_is_safe(name) ? detached(m, path, no, &size) : NULL;
		if (!data)
			continue;
		MEM_ROOM_IN(m, *files, n, cap);
		(*files)[n++] = (struct pdf_file){name, data, size};
	}
	buf_free(&b);
	return n;
}
