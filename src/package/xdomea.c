/* xdomea.c: the message Information.Information.0101 of xdomea 3.0.0 (urn:xoev-de:xdomea:schema:3.0.0): each paper a
 * Dokument with its PDF, its annexes and its source; what xdomea has no place for (Beratungsfolge, address in OParl)
 * stands in AnwendungsspezifischeErweiterungXML. Ids are made from the content, so that the same hand-over is the same
 * message. Code lists: nachrichtentyp 2.0, vertraulichkeitsstufe 1.0 (003 open, 002 for official use), medium 1.0 (001
 * electronic), dateiformat 1.0 (044 PDF/A, 018 PDF, 030 XML, 045 text, 019 PNG, 010 and 011 JPEG, 100 another). */
#include <string.h>

#include "base/esc.h"
#include "base/version.h"
#include "base/zone.h"
#include "package/package.h"

struct message { struct buf b; struct mem *mem; const struct pak_package *k; int depth; };

/* ---- XML ---- */

static void text(struct message *x, const char *s)
{
	s = buf_line(x->mem, s);
	esc_text(&x->b, s, strlen(s));
}

static void indent(struct message *x)
{
	for (int i = 0; i < x->depth; i++)
		buf_str(&x->b, "  ");
}

static void begin(struct message *x, const char *name)
{
	indent(x);
	buf_fmt(&x->b, "<xdomea:%s>\n", name);
	x->depth++;
}

static void end(struct message *x, const char *name)
{
	x->depth--;
	indent(x);
	buf_fmt(&x->b, "</xdomea:%s>\n", name);
}

/* Left out if there is nothing to say. */
static void leaf(struct message *x, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	indent(x);
	buf_fmt(&x->b, "<xdomea:%s>", name);
	text(x, value);
	buf_fmt(&x->b, "</xdomea:%s>\n", name);
}

static void code(struct message *x, const char *name, const char *list, const char *version, const char *value)
{
	indent(x);
	buf_fmt(&x->b,
		"<xdomea:%s listURI=\"urn:xoev-de:xdomea:codeliste:%s\" "
		"listVersionID=\"%s\"><code>%s</code></xdomea:%s>\n",
		name, list, version, value, name);
}

/* ---- ids ---- */

static const char *uuid(struct message *x, const char *kind, const void *data, size_t n)
{
	uint8_t h[HASH_SHA256];
	char id[37];
	struct hash_run *run = hash_begin();
	hash_add(run, kind, strlen(kind) + 1);
	hash_add(run, data, n);
	hash_end(run, h);
	hash_uuid(h, id);
	return mem_dup(x->mem, id);
}

static const char *stored_name(struct message *x, const struct pak_item *it, const char *name)
{
	return mem_fmt(x->mem, "%s_%s", uuid(x, name, it->issue.sha512, HASH_SHA512), name);
}

static const char *instant(struct message *x, int64_t at)
{
	struct buf b = {0};
	zone_put_instant(&b, at);
	return buf_take(&b, x->mem);
}

/* ---- the parts ---- */

static void contact(struct message *x, const char *role)
{
	begin(x, role);
	begin(x, "Institution");
	leaf(x, "Name", x->k->town ? x->k->town : x->k->ort);
	end(x, "Institution");
	end(x, role);
}

static void head(struct message *x, const char *process, int64_t when)
{
	begin(x, "Kopf");
	leaf(x, "ProzessID", process);
	code(x, "Nachrichtentyp", "nachrichtentyp", "2.0", "0101");
	leaf(x, "Erstellungszeitpunkt", instant(x, when));
	contact(x, "Absender");
	contact(x, "Empfaenger");
	begin(x, "SendendesSystem");
	leaf(x, "Produktname", "ratssatz");
	leaf(x, "Version", version_number);
	end(x, "SendendesSystem");
	leaf(x, "Empfangsbestaetigung", "false");
	end(x, "Kopf");
}

static void general(struct message *x, const struct pak_item *it, const char *subject)
{
	begin(x, "AllgemeineMetadaten");
	leaf(x, "Betreff", subject);
	leaf(x, "Kennzeichen", it->nummer);
	leaf(x, "Federfuehrung", it->federfuehrung);
	code(x, "Vertraulichkeitsstufe", "vertraulichkeitsstufe", "1.0", x->k->public ? "003" : "002");
	code(x, "Medium", "medium", "1.0", "001");
	end(x, "AllgemeineMetadaten");
}

/* A file as xdomea calls it: type of the annex, what its format is in the code list, which variant of it. */
struct form { const char *type, *format, *variant, *other; };

/* An Anlage as it was given. */
static struct form form_of(const char *name)
{
	static const struct form known[] = {{".pdf", "018", "unbekannt", NULL}, {".png", "019", "unbekannt", NULL},
		{".jpg", "011", "unbekannt", NULL}, {".jpeg", "010", "unbekannt", NULL},
		{".svg", "100", "1.1", "SVG"}, {".txt", "045", "UTF-8", NULL}};
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < sizeof known / sizeof *known; i++)
		if (!strcmp(dot, known[i].type))
			return (struct form){"Anlage", known[i].format, known[i].variant, known[i].other};
	return (struct form){"Anlage", "100", "unbekannt", "unbekannt"};
}

static void version(struct message *x, const struct pak_item *it, const char *name, const struct form *f)
{
	begin(x, "Version");
	leaf(x, "Nummer", mem_fmt(x->mem, "%d", it->delivery.fassung));
	begin(x, "Format");
	code(x, "Name", "dateiformat", "1.0", f->format);
	leaf(x, "SonstigerName", f->other);
	leaf(x, "Version", f->variant);
	begin(x, "Primaerdokument");
	leaf(x, "Dateiname", stored_name(x, it, name));
	leaf(x, "DateinameOriginal", name);
	leaf(x, "Ersteller", version_program);
	leaf(x, "DatumUhrzeit", instant(x, it->issue.when));
	end(x, "Primaerdokument");
	end(x, "Format");
	end(x, "Version");
}

/* In a namespace of our own: xdomea demands none here. */
static void extension(struct message *x, const struct pak_item *it)
{
	begin(x, "AnwendungsspezifischeErweiterungXML");
	indent(x);
	buf_str(&x->b, "<papier xmlns=\"urn:ratssatz:xdomea:1\"");
	if (it->oparl) {
		buf_str(&x->b, " oparl=\"");
		text(x, it->oparl);
		buf_chr(&x->b, '"');
	}
	buf_str(&x->b, ">\n");
	for (size_t i = 0; i < it->nsteps; i++) {
		const struct pak_step *s = &it->steps[i];
		const char *const names[] = {"gremium", "datum", "rolle"},
				  *const values[] = {s->gremium, s->datum, s->rolle};
		indent(x);
		buf_str(&x->b, "  <beratung");
		for (int k = 0; k < 3; k++) {
			if (!values[k] || !*values[k])
				continue;
			buf_fmt(&x->b, " %s=\"", names[k]);
			text(x, values[k]);
			buf_chr(&x->b, '"');
		}
		buf_fmt(&x->b, " massgeblich=\"%s\"/>\n", s->massgeblich ? "ja" : "nein");
	}
	indent(x);
	buf_str(&x->b, "</papier>\n");
	end(x, "AnwendungsspezifischeErweiterungXML");
}

static void identification(struct message *x, const char *id)
{
	begin(x, "Identifikation");
	leaf(x, "ID", id);
	end(x, "Identifikation");
}

static void annex(struct message *x, const struct pak_item *it, size_t number, const char *title, const char *name,
	const struct form *f)
{
	begin(x, "Anlage");
	identification(x, uuid(x, mem_fmt(x->mem, "anlage %zu", number), it->issue.sha512, HASH_SHA512));
	general(x, it, title);
	leaf(x, "Typ", f->type);
	version(x, it, name, f);
	leaf(x, "Nummer", mem_fmt(x->mem, "%zu", number));
	end(x, "Anlage");
}

/* The file, and its text where it has one beside it. */
static void given(struct message *x, const struct pak_item *it, size_t *n, const struct pak_annex *a)
{
	const struct form file = form_of(a->name);
	annex(x, it, ++*n, a->titel, a->name, &file);
	if (!a->text_name)
		return;
	const struct form text = form_of(a->text_name);
	annex(x, it, ++*n, mem_fmt(x->mem, "%s: Text", a->titel), a->text_name, &text);
}

/* The id is that of the paper, not of its version: a corrected one is the same Dokument with a higher Version. */
static void document(struct message *x, const struct pak_item *it)
{
	static const struct form pdf = {NULL, "044", "PDF/A-3a", NULL}, source = {"Quelle", "030", "1.0", NULL};
	size_t n = 0;
	const char *key = mem_fmt(x->mem, "%s/%s/%s", it->issue.ort, it->issue.object_id, it->issue.kind);
	char *type = mem_dup(x->mem, it->art);
	if (*type >= 'a' && *type <= 'z')
		*type = (char)(*type - 'a' + 'A');
	begin(x, "Schriftgutobjekt");
	begin(x, "Dokument");
	identification(x, uuid(x, "dokument", key, strlen(key)));
	general(x, it, it->titel);
	/* a full day */
	leaf(x, "DatumDesSchreibens", it->datum && strlen(it->datum) == strlen("2023-05-31") ? it->datum : NULL);
	leaf(x, "Typ", type);
	const struct form as_given = form_of(it->pdf);
	version(x, it, it->pdf, it->given ? &as_given : &pdf);
	for (size_t i = 0; i < it->nannexes; i++)
		given(x, it, &n, &it->annexes[i]);
	if (it->quelle)
		annex(x, it, n + 1, mem_fmt(x->mem, "%s: Quelle", it->titel), it->quelle, &source);
	if (it->nsteps || it->oparl)
		extension(x, it);
	end(x, "Dokument");
	end(x, "Schriftgutobjekt");
}

/* ---- the message ---- */

void pak_xdomea(struct pak *p, struct mem *m, const struct pak_package *k)
{
	struct message x = {.mem = m, .k = k};
	struct buf all = {0};
	int64_t when = 0;
	buf_str(&all, k->name);
	for (size_t i = 0; i < k->n; i++) {
		const struct pak_item *it = &k->items[i];
		buf_put(&all, it->issue.sha512, HASH_SHA512);
		when = it->delivery.when > when ? it->delivery.when : when;
		pak_add(p, stored_name(&x, it, it->pdf), it->bytes, it->size);
		for (size_t j = 0; j < it->nannexes; j++) {
			const struct pak_annex *a = &it->annexes[j];
			pak_add(p, stored_name(&x, it, a->name), a->bytes, a->size);
			if (a->text_name)
				pak_add(p, stored_name(&x, it, a->text_name), a->text, a->text_size);
		}
		if (it->quelle)
			pak_add(p, stored_name(&x, it, it->quelle), it->source, it->source_size);
	}
	const char *process = uuid(&x, "prozess", all.data, all.len);
	buf_free(&all);
	buf_str(&x.b,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xdomea:Information.Information.0101 "
		"xmlns:xdomea=\"urn:xoev-de:xdomea:schema:3.0.0\">\n");
	x.depth = 1;
	head(&x, process, when);
	for (size_t i = 0; i < k->n; i++)
		document(&x, &k->items[i]);
	buf_str(&x.b, "</xdomea:Information.Information.0101>\n");
	pak_text(p, m, mem_fmt(m, "%s_Information.Information.0101.xml", process), &x.b);
}
