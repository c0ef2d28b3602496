/* fuzz.c: every reader under libFuzzer, inside this process: the first byte says which, the rest is what it reads.
 * Of the zip formats the parts are what is fuzzed (a package is made around them; "%%%" on a line parts them), and
 * the bytes of whole archives besides. Crash, leak, a faulty tree: found. tests/lesen/fuzz.sh builds and runs it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "docx/zip.h"
#include "import/answer.h"
#include "import/formats.h"
#include "import/read.h"
#include "import/tidy.h"
#include "import/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

static const char types[] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
			    "Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
static const char word_rels[] = RELATIONS
	"<Relationship Id=\"a\" Type=\"" OFFICE "styles\" Target=\"p1.xml\"/><Relationship Id=\"b\" Type=\"" OFFICE
	"numbering\" Target=\"p2.xml\"/><Relationship Id=\"c\" Type=\"" OFFICE
	"footnotes\" Target=\"p3.xml\"/><Relationship Id=\"d\" Type=\"" OFFICE
	"comments\" Target=\"p4.xml\"/><Relationship Id=\"e\" Type=\"" OFFICE
	"header\" Target=\"p5.xml\"/><Relationship Id=\"f\" Type=\"" OFFICE
	"customXml\" Target=\"p6.xml\"/><Relationship Id=\"rId1\" Type=\"" OFFICE
	"image\" Target=\"p1.xml\"/></Relationships>";
static const char sheet_rels[] = RELATIONS
	"<Relationship Id=\"a\" Type=\"" OFFICE "worksheet\" Target=\"p1.xml\"/><Relationship Id=\"b\" Type=\"" OFFICE
	"sharedStrings\" Target=\"p2.xml\"/><Relationship Id=\"c\" Type=\"" OFFICE
	"styles\" Target=\"p3.xml\"/></Relationships>";
static const char workbook[] = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
			       "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
			       "<sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>";

static void add(struct dox_zip *z, const char *name, const char *data, size_t n)
{
	dox_zip_add(z, name, data, n, false);
}

/* The parts of a package, from the input; n: which of them is called name. */
static const char *part(const char *data, size_t size, int i, size_t *n)
{
	const char *end = data + size;
	for (; i > 0 && data; i--) {
		data = memmem(data, (size_t)(end - data), "\n%%%\n", 5);
		data = data ? data + 5 : NULL;
	}
	if (!data)
		return NULL;
	const char *stop = memmem(data, (size_t)(end - data), "\n%%%\n", 5);
	*n = (size_t)((stop ? stop : end) - data);
	return data;
}

static void package(struct buf *out, const char *data, size_t size, bool sheet)
{
	struct dox_zip z;
	char root[400];
	dox_zip_begin(&z, out);
	add(&z, "[Content_Types].xml", types, sizeof types - 1);
	snprintf(root, sizeof root,
		RELATIONS "<Relationship Id=\"r\" Type=\"" OFFICE "officeDocument\" Target=\"w/%s\"/></Relationships>",
		sheet ? "book.xml" : "p0.xml");
	add(&z, "_rels/.rels", root, strlen(root));
	add(&z, sheet ? "w/_rels/book.xml.rels" : "w/_rels/p0.xml.rels", sheet ? sheet_rels : word_rels,
		(sheet ? sizeof sheet_rels : sizeof word_rels) - 1);
	if (sheet)
		add(&z, "w/book.xml", workbook, sizeof workbook - 1);
	for (int i = 0; i < 7; i++) {
		size_t n = 0;
		const char *p = part(data, size, i, &n);
		char name[16];
		snprintf(name, sizeof name, "w/p%d.xml", i + sheet);
		if (p)
			add(&z, name, p, n);
	}
	dox_zip_end(&z);
}

static void open_document(struct buf *out, const char *data, size_t size, bool sheet)
{
	struct dox_zip z;
	size_t n = 0;
	const char *type = sheet ? "application/vnd.oasis.opendocument.spreadsheet" :
		"application/vnd.oasis.opendocument.text";
	dox_zip_begin(&z, out);
	add(&z, "mimetype", type, strlen(type));
	const char *p = part(data, size, 0, &n);
	add(&z, "content.xml", p, n);
	if ((p = part(data, size, 1, &n)))
		add(&z, "styles.xml", p, n);
	if ((p = part(data, size, 2, &n)))
		add(&z, "beilage.rdf", p, n);
	dox_zip_end(&z);
}

static void again(struct mem *m, const struct imp_flow *f)
{
	struct buf b = {0}, plain = {0};
	imp_pack(f, &b);
	struct imp_flow *g = imp_unpack(m, b.data, b.len);
	if (!g || imp_words(g->root, true) != imp_words(f->root, true) || g->nenclosed != f->nenclosed)
		abort();
	for (size_t i = 0; i < g->nenclosed; i++)
		if (g->enclosed[i].nbytes != f->enclosed[i].nbytes)
			abort();
	imp_plain(g->root, &plain);
	buf_free(&plain);
	buf_free(&b);
}

/* A source, and behind it what a paragraph that was made of it said, and says now, each on a line: where is that? */
static void answered(struct mem *m, const char *data, size_t size)
{
	size_t n[3] = {0};
	const char *p[3];
	for (int i = 0; i < 3; i++)
		p[i] = part(data, size, i, &n[i]);
	char *source = mem_alloc(n[0] + 1);
	memcpy(source, p[0], n[0]);
	source[n[0]] = '\0';
	struct doc_file file = {.path = "k.xml", .data = source, .size = n[0]};
	const struct doc doc = {.files = &file, .nfiles = 1};
	const struct spots all = imp_spots(m, &doc);
	struct imp_flow *f = imp_flow_new(m);
	struct imp_enclosed e = {"k.xml", source, n[0] / 2, NULL};
	char mark[ORIGIN_NAME];
	f->enclosed = &e;
	f->nenclosed = 1;
	for (int line = 1; line < 12 && p[1] && u8_valid(p[1], n[1]); line++) {
		const struct origin o = {origin_file("k.xml"), line, 1, true, 1, 1};
		struct imp_node *para = imp_add(f, f->root, IMP_PARA);
		struct imp_passage l;
		struct imp_proposal x = {.is = IMP_REPLACE, .was = "", .now = p[2] ? mem_str(m, p[2], n[2]) : ""};
		origin_put(mark, &o);
		imp_add(f, para, IMP_ANCHOR)->target = mem_dup(m, mark);
		imp_add_text(f, para, p[1], n[1], 0);
		imp_align(m, f, &doc);
		imp_passage_read(&l, m, para);
		imp_place(&x, &all, &l, 0, l.was.len / 2);
		if (x.spot && (x.from > x.to || x.to > n[0]))
			abort();
		buf_free(&l.was);
	}
	free(source);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static imp_reader *const readers[] = {imp_html, imp_markdown, imp_csv, imp_text, imp_office, imp_office,
		imp_office, imp_office, imp_office, imp_mail, imp_flat, imp_pdftree, imp_pdfpages};
	enum { READERS = sizeof readers / sizeof *readers };
	if (size < 2)
		return 0;
	const char *data = (const char *)bytes + 1;
	struct mem *m = mem_new();
	struct buf b = {0};
	unsigned which = (bytes[0] + 256u - '0') % (READERS + 2);    /* '0' is the first */
	size--;
	if (which == READERS) {                            /* what a child might say */
		struct imp_flow *f = imp_unpack(m, data, size);
		if (f)
			imp_words(f->root, true);
		mem_free(m);
		return 0;
	}
	if (which > READERS) {
		answered(m, data, size);
		mem_free(m);
		return 0;
	}
	if (which == 5 || which == 6)
		package(&b, data, size, which == 6);
	else if (which > 6 && which < 9)
		open_document(&b, data, size, which == 8);
	else
		buf_put(&b, data, size);
	struct imp_flow *f = imp_flow_new(m);
	f->read_inner = imp_read_inner;
	char *exact = mem_alloc(b.len);                    /* so that one byte too many is seen */
	memcpy(exact, b.data, b.len);
	if (readers[which](f, exact, b.len) == IMP_TAKEN)
		again(m, f);
	free(exact);
	buf_free(&b);
	mem_free(m);
	return 0;
}
