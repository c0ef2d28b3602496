/* pdf.c: the way of a file: pages one after the other, then all that refers to them, then the trailer. */
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/syntax.h"
#include "pdf/write.h"

/* Level 1 takes a third of the time of level 6 and makes the file 4 % larger; who asks for a small file gets level 6.
 * */
enum { FANOUT = 64, LEVEL = 1, LEVEL_SMALL = 6 };

const struct diag_code pdf_codes[] = {
	{"VERLOREN", DIAG_FEHLER, "Inhalt fehlt auf den Seiten",
	 "Ein Text, ein Bild oder ein Diagramm der Quelle ist auf keiner Seite angekommen. Weil eine Ausgabe nie "
	 "stillschweigend etwas weglassen darf, "
	 "wird kein PDF geschrieben.\nWas tun: Die genannte Stelle anders fassen, zum Beispiel einen überlangen Absatz "
	 "oder eine Tabellenzelle teilen, "
	 "und den Fall melden: Das ist ein Fehler des Programms.\nBeispiel: ein Absatz in einer Tabellenzelle, die "
	 "höher ist als eine Seite."},
	{"STRUKTUR", DIAG_FEHLER, "Der Aufbau wäre nicht barrierefrei",
	 "Bevor ein PDF geschrieben wird, prüft ratssatz den Strukturbaum, den ein Vorleseprogramm bekommt: Jeder "
	 "Platz einer Tabelle gehört zu genau einer Zelle, Listen und Verzeichnisse stehen ineinander, wie sie müssen, "
	 "Überschriften überspringen keine Ebene, Bilder haben einen Alternativtext. Was eine Regel von PDF/UA-1 "
	 "verletzte, wird nicht geschrieben.\nWas tun: Die genannte Stelle einfacher fassen und den Fall melden; was "
	 "die Quelle selbst falsch macht, sagt vorher eine andere Meldung.\n"
	 "Beispiel: eine Änderungsfassung, in deren Tabelle eine Zeile weniger Zellen hat als die anderen."},
	{"BILD", DIAG_FEHLER, "Bild nicht verwendbar",
	 "Eine Bilddatei ist beschädigt, zu groß oder von einer Art, die in ein PDF/A-3 nicht darf. Möglich sind PNG "
	 "und JPEG bis 10 000 × 10 000 "
	 "Bildpunkte und 50 MB im entpackten Zustand. Bilder in Druckfarben (CMYK) werden in Bildschirmfarben "
	 "umgerechnet; das wird als Warnung gesagt.\n"
	 "Was tun: Das Bild in einem Bildprogramm neu speichern, als JPEG für Fotos, als PNG für Zeichnungen, "
	 "höchstens 4 000 Bildpunkte breit.\n"
	 "Beispiel: <abbildung datei=\"bilder/fest.jpg\" …>, wobei fest.jpg nur zur Hälfte übertragen wurde."},
	{"PDF", DIAG_SYSTEM, "PDF nicht vollständig",
	 "Beim Schreiben der PDF-Datei ist eine Grenze des Formats oder der Bibliothek libharu erreicht worden. Die "
	 "Datei wird nicht angelegt, eine frühere "
	 "bleibt, wie sie war.\nWas tun: Ein sehr großes Dokument in Bände teilen; sonst den Fall mit der Eingabe "
	 "melden.\n"
	 "Beispiel: mehr als 8 Millionen Objekte, das sind einige Hunderttausend Seiten."},
	{0}};

/* ---- pages */

struct tree { uint32_t first[6], count[6]; int levels; };  /* levels[0]: parents of pages; the last has one node */

/* Objects of the page tree are numbered before the pages are written, since pages name their parent. */
static struct tree plan_tree(struct pdf *pdf)
{
	struct tree t = {0};
	uint32_t n = (uint32_t)pdf->pages;
	do {
		n = (n + FANOUT - 1) / FANOUT;
		t.first[t.levels] = pdf_obj_new(pdf->obj, n);
		t.count[t.levels++] = n;
	} while (n > 1);
	return t;
}

static void write_node(struct pdf *pdf, const struct tree *t, int level, uint32_t i)
{
	struct pdf_obj *o = pdf->obj;
	uint32_t below = level ? t->first[level - 1] : pdf->first_page,
		 n = level ? t->count[level - 1] : (uint32_t)pdf->pages;
	uint64_t span = FANOUT, pages = (uint64_t)pdf->pages;
	for (int l = 0; l < level; l++)
		span *= FANOUT;
	pdf_dict d = pdf_dict_new(o, "Pages");
	pdf_array kids = pdf_array_new(o);
	for (uint32_t k = i * FANOUT; k < n && k < (i + 1) * FANOUT; k++)
		pdf_array_ref(o, kids, below + k);
	pdf_dict_put(d, "Kids", kids);
	pdf_dict_int(d, "Count", (int32_t)((i + 1) * span < pages ? span : pages - i * span));
	if (level + 1 < t->levels)
		pdf_dict_ref(o, d, "Parent", t->first[level + 1] + i / FANOUT);
	pdf_write_dict(o, t->first[level] + i, d);
}

static void write_tree(struct pdf *pdf, const struct tree *t)
{
	for (int level = 0; level < t->levels; level++)
		for (uint32_t i = 0; i < t->count[level]; i++)
			write_node(pdf, t, level, i);
}

static void write_content(struct pdf *pdf, int i, const struct lay_page *items, struct pdf_page *page, uint32_t num)
{
	struct pdf_obj *o = pdf->obj;
	if (pdf->options->store) {
		pdf_page_key(pdf, i, items, page);
		if (pdf_write_kept(o, num, &page->key))
			return;
	}
	pdf_content(pdf, i, items, page);
	if (pdf->options->store)
		pdf_write_keeping(o, num, &page->key, &page->content);
	else
		pdf_write_stream(o, num, pdf_dict_new(o, NULL), page->content.data, page->content.len, true);
}

/* A page and its links are written before its elements: those know the numbers of both. */
static void write_page(struct pdf *pdf, const struct tree *t, int i, const struct lay_page *items,
	struct pdf_page *page)
{
	struct pdf_obj *o = pdf->obj;
	struct buf b = {0};
	len_t w, h;
	uint32_t key = pdf_tags_key(pdf->tags);
	pdf_tags_page(pdf->tags, i, key);
	pdf_marks(pdf, i, items, page);
	buf_str(&b, "/Type/Page/MediaBox[0 0 ");
	lay_page_size(pdf->lay, i, &w, &h);
	pdf_put_len(&b, w);
	pdf_put_len(&b, h);
	buf_chr(&b, ']');
	if (page->nlinks) {
		buf_str(&b, "/Annots[");
		for (size_t k = 0; k < page->nlinks; k++) {
			uint32_t a = pdf_link_write(pdf, i, &page->links[k], page->areas);
			if (a) {
				pdf_put_ref(&b, a);
				buf_chr(&b, ' ');
			}
		}
		buf_chr(&b, ']');
	}
	if (page->transparent)
		buf_str(&b, "/Group<</S/Transparency/CS/DeviceRGB>>");
	uint32_t contents = pdf_obj_new(o, 1);
	write_content(pdf, i, items, page, contents);
	pdf_put_entry(&b, "/Parent ", t->first[0] + (uint32_t)i / FANOUT);
	pdf_put_entry(&b, "/Resources ", pdf->resources);
	pdf_put_entry(&b, "/Contents ", contents);
	buf_str(&b, "/Tabs/S/StructParents ");
	pdf_put_uint(&b, key);
	pdf_write_raw(o, pdf->first_page + (uint32_t)i, &b);
	pdf_tags_page_end(pdf->tags);
	buf_free(&b);
}

static void write_pages(struct pdf *pdf, const struct tree *t)
{
	struct lay_page items = {0};
	struct pdf_page page = {0};
	for (int i = 0; i < pdf->pages; i++) {
		lay_page(pdf->lay, i, &items);
		write_page(pdf, t, i, &items, &page);
	}
	lay_page_free(&items);
	pdf_page_free(&page);
}

/* ---- the rest */

static bool write_resources(struct pdf *pdf)
{
	struct buf b = {0};
	buf_str(&b, "/Font<<");
	bool ok = pdf_fonts_finish(pdf->fonts, &b);
	buf_str(&b, ">>");
	pdf_images_finish(pdf->images, &b);
	pdf_write_raw(pdf->obj, pdf->resources, &b);
	buf_free(&b);
	return ok;
}

/* All that refers to pages and elements; it comes last, when their numbers and places are known. */
static uint32_t write_catalog(struct pdf *pdf, const struct tree *t)
{
	struct pdf_obj *o = pdf->obj;
	struct buf af = {0};
	uint32_t tags = pdf_tags_finish(pdf->tags), outline = pdf_outline_write(pdf), labels = pdf_labels_write(pdf);
	uint32_t names = pdf_names_write(pdf, &af), xmp = pdf_meta_xmp(pdf), intent = pdf_meta_intent(pdf),
		 num = pdf_obj_new(o, 1);
	pdf_dict d = pdf_dict_new(o, "Catalog"), view = pdf_dict_new(o, NULL), marks = pdf_dict_new(o, NULL);
	pdf_array intents = pdf_array_new(o);
	pdf_dict_ref(o, d, "Pages", t->first[t->levels - 1]);
	pdf_dict_text(o, d, "Lang", pdf->tree->lang ? pdf->tree->lang : "de");
	pdf_dict_bool(marks, "Marked", true);
	pdf_dict_put(d, "MarkInfo", marks);
	pdf_dict_ref(o, d, "StructTreeRoot", tags);
	pdf_dict_bool(view, "DisplayDocTitle", true);
	pdf_dict_put(d, "ViewerPreferences", view);
	pdf_dict_ref(o, d, "Metadata", xmp);
	pdf_array_ref(o, intents, intent);
	pdf_dict_put(d, "OutputIntents", intents);
	pdf_dict_ref(o, d, "PageLabels", labels);
	if (outline) {
		pdf_dict_ref(o, d, "Outlines", outline);
		pdf_dict_name(d, "PageMode", "UseOutlines");
	}
	if (names)
		pdf_dict_ref(o, d, "Names", names);
	if (af.len) {
		struct buf entry = {0};
		buf_fmt(&entry, "/AF[%s]", af.data);
		pdf_dict_raw(d, entry.data, entry.len);
		buf_free(&entry);
	}
	buf_free(&af);
	pdf_write_dict(o, num, d);
	return num;
}

/* The day of a document is its last known one, at noon: no clock, no zone. */
static struct date date_of(const struct blk_tree *t, const struct pdf_options *options)
{
	struct date d = t->stand.year ? t->stand : options->date;
	return d.year ? date_last(d) : (struct date){1970, 1, 1};
}

bool pdf_write(const struct blk_tree *tree, struct lay *lay, struct txt *txt, const struct pdf_options *options,
	struct file_out *out, struct diag *diag)
{
	struct pdf pdf = {.tree = tree,
		.lay = lay,
		.txt = txt,
		.options = options,
		.diag = diag,
		.mem = mem_new_large(tree->mem),
		.pages = lay_pages(lay)};
	if (pdf.pages < 1) {
		diag_sys(diag, "PDF", NULL, 0,
			"Das Dokument hat keine Seite, es gibt nichts zu schreiben; bitte Inhalt ergänzen");
		mem_free(pdf.mem);
		return false;
	}
	int level = options->level >= 1 && options->level <= 12 ? options->level
		: options->object_streams                       ? LEVEL_SMALL
								: LEVEL;
	pdf.date = date_of(tree, options);
	pdf.obj = pdf_obj_open(out, pdf.mem, options->object_streams, level, options->store);
	pdf.first_page = pdf_obj_new(pdf.obj, (uint32_t)pdf.pages);
	pdf.resources = pdf_obj_new(pdf.obj, 1);
	pdf.tags = pdf_tags_new(&pdf);
	pdf.fonts = pdf_fonts_new(&pdf);
	pdf.images = pdf_images_new(&pdf);
	struct tree nodes = plan_tree(&pdf);
	write_pages(&pdf, &nodes);
	bool ok = pdf_tags_complete(pdf.tags) && write_resources(&pdf) && !pdf.failed;
	if (ok) {
		write_tree(&pdf, &nodes);
		uint32_t root = write_catalog(&pdf, &nodes), info = pdf_meta_info(&pdf);
		ok = pdf_obj_close(pdf.obj, root, info, diag);
	}
	pdf_images_free(pdf.images);
	pdf_fonts_free(pdf.fonts);
	pdf_tags_free(pdf.tags);
	pdf_obj_free(pdf.obj);
	mem_free(pdf.mem);
	return ok;
}
