/* export.c: all objects, lists and files below one folder, each where its address says, so that a plain web server can
 * hand them out. */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "handover/folder.h"
#include "handover/oparl.h"
#include "handover/round.h"

struct export {
	struct reg *reg;
	struct mem *mem;
	struct diag *diag;
	const char *base;
	struct hand_folder *folder;
	struct buf text;
	bool ok;
};

const struct diag_code hand_codes[] = {
	{"OPARLLEER", DIAG_FEHLER, "Das Register kennt noch keine Kommune",
	 "Die OParl-Schnittstelle beginnt mit der Kommune aus verzeichnis.xml. Sie kommt mit dem ersten aufgenommenen "
	 "Dokument ins Register. "
	 "Beispiel: `ratssatz aufnehmen content/musterstadt/verzeichnis.xml`"},
	{"OPARLADRESSE", DIAG_FEHLER, "Die Adresse der OParl-Schnittstelle taugt nicht",
	 "Mit ihr beginnen die Kennungen aller Objekte. Erwartet wird eine Adresse des Netzes (http oder https) ohne "
	 "Schrägstrich am Ende. "
	 "Falsch: `--basis-url ratsinfo.example.org/` Richtig: `--basis-url https://ratsinfo.example.org/oparl`"},
	{"OPARLORDNER", DIAG_FEHLER, "Der Ordner gehört nicht zu einer OParl-Ausgabe",
	 "Die Ausgabe ersetzt den Ordner als Ganzes. Damit nichts anderes verloren geht, muss er fehlen, leer sein "
	 "oder eine frühere Ausgabe (system.json) enthalten. "
	 "Beispiel: `ratssatz oparl exportieren -o oparl`"},
	{"OPARLDATEI", DIAG_FEHLER, "Eine ausgegebene Datei fehlt oder ist eine andere",
	 "OParl nennt zu jeder Datei Größe und Prüfsumme aus dem Register. Liegt die Datei nicht mehr dort oder hat "
	 "sie anderen Inhalt, entsteht keine Ausgabe. "
	 "Beispiel: das PDF aus einer Sicherung zurückholen; `ratssatz register pruefen` nennt alle solchen Dateien"},
	{"ABGABEFEHLT", DIAG_WARNUNG, "In der Abgabe fehlt etwas",
	 "Abgegeben wird nur, was ausgegeben ist und im Register steht. Was zur Sitzung gehört und noch nicht "
	 "ausgegeben ist, fehlt im Paket; das Manifest nennt es unter fehlt. "
	 "Beispiel: `ratssatz tagesordnung --bekanntgeben -o sitzung sitzung.xml`, dann noch einmal abgeben"},
	{"ABGABELEER", DIAG_FEHLER, "Es gibt nichts abzugeben",
	 "Zur Sitzung oder Vorlage ist noch nichts ausgegeben. Beispiel: `ratssatz ausgeben -o ausgabe vorlage-*.xml`, "
	 "dann abgeben"},
	{"ABGABEDATEI", DIAG_FEHLER, "Eine ausgegebene Datei fehlt oder ist eine andere",
	 "Abgegeben werden genau die Bytes, die das Register kennt. Liegt die Datei nicht mehr dort oder hat sie "
	 "anderen Inhalt, entsteht kein Paket. "
	 "Beispiel: das PDF aus einer Sicherung zurückholen; `ratssatz register pruefen` nennt alle solchen Dateien"},
	{"ABGABEHTML", DIAG_WARNUNG, "Die HTML-Fassung fehlt in der Abgabe",
	 "Die HTML-Fassung entsteht aus der Quelle, die dem PDF beiliegt, und aus Bildern und Tabellen daneben. Haben "
	 "sie sich seit der Ausgabe geändert, passte sie nicht mehr zum PDF. "
	 "Beispiel: `ratssatz ausgeben -o ausgabe vorlage.xml`, dann noch einmal abgeben"},
	{"ABGABEORDNER", DIAG_FEHLER, "Der Ordner lässt sich nicht durch die Abgabe ersetzen",
	 "Eine Abgabe ersetzt den Ordner als Ganzes. Er muss fehlen, leer sein oder eine frühere Abgabe ohne "
	 "ausgefüllte Quittung enthalten. "
	 "Beispiel: `ratssatz abgeben --drucksache 2023/0123 -o abgabe.zip`"},
	{"QUITTUNGFORM", DIAG_FEHLER, "Die Datei ist keine Quittung",
	 "Erwartet wird das Formular quittung.json oder quittung.csv aus einer Abgabe, in UTF-8, mit allen Spalten; "
	 "ausgefüllt werden nur kennung, adresse und ablehnung. "
	 "Falsch: die Spalte sha512 löschen. Richtig: nur die leeren Spalten ausfüllen"},
	{"QUITTUNGANGABE", DIAG_FEHLER, "Eine Angabe der Quittung stimmt nicht",
	 "Je Dokument stehen Kennung und Adresse oder der Grund der Ablehnung, nicht beides; leer heißt noch offen. "
	 "Falsch: `\"kennung\": \"\", \"adresse\": \"ratsinfo\"` Richtig: `\"kennung\": \"4711\", \"adresse\": "
	 "\"https://ratsinfo.example.org/vo/4711\"`"},
	{"QUITTUNGFREMD", DIAG_FEHLER, "Die Quittung gehört zu keiner Abgabe",
	 "Jeder Eintrag nennt mit sha512 ein abgegebenes Dokument. Das Register kennt keine Abgabe davon. Beispiel: "
	 "die Quittung gehört zum Register einer anderen Stadt; "
	 "mit `--register` das richtige nennen"},
	{0},
};

/* ---- files ---- */

static bool put(struct export *x, const char *path, const void *data, size_t n)
{
	return x->ok = x->ok && hand_folder_put(x->folder, path, data, n);
}


static void write_pdf(struct export *x, const struct reg_oparl *o)
{
	char sum[2 * HASH_SHA256 + 1];
	uint8_t h[HASH_SHA256];
	struct file_map map;
	struct diag *quiet = diag_new();
	const char *path = reg_oparl_path(x->reg, x->mem, o->ausgegeben), *slash = strrchr(o->schluessel, '/');
	bool there = path && file_map(&map, path, quiet);
	if (there) {
		hash_sha256(map.data, map.size, h);
		hash_hex(h, HASH_SHA256, sum);
	}
	if (!there || !slash || strcmp(sum, slash + 1)) {
		diag_error(x->diag, "OPARLDATEI", path ? path : o->schluessel, 0,
			"Die ausgegebene Datei %s, erwartet wird die Datei aus dem Register; bitte aus einer Sicherung "
			"zurückholen",
			there ? "hat anderen Inhalt" : "ist nicht lesbar");
		x->ok = false;
	} else {
		const char *name = mem_fmt(x->mem, "file/%s/%s", o->kennung, file_base(path)),
			   *copy = mem_fmt(x->mem, "download/%s/%s", o->kennung, file_base(path));
		const char *from = file_join(x->mem, x->folder->temp, name),
			   *to = file_join(x->mem, x->folder->temp, copy);
		if (put(x, name, map.data, map.size) && file_make_dir(file_dir(x->mem, to), x->diag) &&
			link(from, to) < 0)
			put(x, copy, map.data, map.size);
	}
	if (there)
		file_unmap(&map);
	diag_free(quiet);
}

/* ---- objects and lists ---- */

static void lower(char *s)
{
	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
}

static void export_list(struct export *x, const char *stem)
{
	struct mem *m = mem_new();
	struct hand_answer a = {.kind = HAND_LIST};
	for (int64_t page = 1; x->ok && a.kind == HAND_LIST; page++) {
		const char *path =
			page == 1 ? mem_fmt(m, "%s.json", stem) : mem_fmt(m, "%s/%lld.json", stem, (long long)page);
		buf_clear(&x->text);
		x->ok = hand_answer(x->reg, m, x->base, path, NULL, &x->text, &a, x->diag);
		if (x->ok && a.kind == HAND_LIST)
			put(x, path, x->text.data, x->text.len);
	}
	mem_free(m);
}

static void export_object(void *arg, const struct reg_oparl *o)
{
	struct export *x = arg;
	struct mem *all = x->mem;
	x->mem = mem_new();
	char *type = mem_dup(x->mem, o->typ);
	lower(type);
	buf_clear(&x->text);
	hand_put_object(&x->text, o, x->base, false);
	buf_chr(&x->text, '\n');
	put(x, strcmp(o->typ, "System") ? mem_fmt(x->mem, "%s/%s.json", type, o->kennung) : "system.json", x->text.data,
		x->text.len);
	if (x->ok && !o->geloescht && !strcmp(o->typ, "File"))
		write_pdf(x, o);
	if (x->ok && !o->geloescht && strstr(o->inhalt, ",\"meeting\":\"") && !strcmp(o->typ, "Organization")) {
		export_list(x, mem_fmt(x->mem, "organization/%s/meeting", o->kennung));
		export_list(x, mem_fmt(x->mem, "organization/%s/consultation", o->kennung));
	}
	mem_free(x->mem);
	x->mem = all;
}

static void export_objects(struct export *x, const char *ort, const char *typ)
{
	enum { STEP = 1000 };
	struct reg_oparl_page p = {.ort = ort,
		.typ = typ,
		.limit = STEP,
		.filtered = true,
		.deleted = true,
		.created_since = INT64_MIN,
		.created_until = INT64_MAX,
		.modified_since = INT64_MIN,
		.modified_until = INT64_MAX};
	size_t before;
	do {
		before = x->folder->n;
		x->ok = x->ok && reg_oparl_list(x->reg, &p, export_object, x, x->diag) && x->ok;
		p.offset += STEP;
	} while (x->ok && x->folder->n > before);
}

static void export_town(struct export *x, const char *ort)
{
	static const char *const types[] = {"LegislativeTerm", "Organization", "Person", "Membership", "Meeting",
		"AgendaItem", "Paper", "Consultation", "File", "Location"};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		char *name = mem_dup(x->mem, types[i]);
		lower(name);
		export_objects(x, ort, types[i]);
		export_list(x, mem_fmt(x->mem, "body/%s/%s", ort, name));
	}
}

/* What a server has to add to the bytes, for those that read it here. */
static void export_rules(struct export *x)
{
	static const char all[] =
		"<IfModule mod_headers.c>\nHeader set Access-Control-Allow-Origin \"*\"\n</IfModule>\n";
	static const char attachments[] =
		"<IfModule mod_headers.c>\nHeader set Content-Disposition attachment\n</IfModule>\n";
	put(x, ".htaccess", all, sizeof all - 1);
	put(x, "download/.htaccess", attachments, sizeof attachments - 1);
}

static void export_all(struct export *x)
{
	struct reg_facts towns;
	x->ok = reg_facts(x->reg, x->mem, REG_ORTE, NULL, NULL, &towns, x->diag);
	export_objects(x, "", "System");
	export_objects(x, "", "Body");
	export_list(x, "body");
	for (size_t i = 0; x->ok && i < towns.rows; i++)
		export_town(x, towns.cells[i]);
	export_rules(x);
}

bool hand_export(struct reg *r, const char *base, const char *folder, size_t *n, struct diag *d)
{
	struct export x = {.reg = r,
		.mem = mem_new(),
		.diag = d,
		.base = base,
		.ok = true,
		.folder = hand_folder(folder, "system.json", d)};
	if (!x.folder) {
		diag_error(d, "OPARLORDNER", folder, 0,
			"Hier liegt etwas anderes als eine OParl-Ausgabe, und die Ausgabe ersetzt den Ordner als "
			"Ganzes; bitte einen eigenen Ordner nennen");
		x.ok = false;
	} else {
		export_all(&x);
		*n = x.folder->n;
		x.ok = x.ok && hand_folder_place(x.folder);
		hand_folder_end(x.folder);
	}
	buf_free(&x.text);
	mem_free(x.mem);
	return x.ok;
}
