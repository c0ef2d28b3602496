/* export.c: all objects, lists and files below one folder, each where its address says, so that a plain web server can
 * hand them out. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/hash.h"
#include "oparl/oparl.h"
#include "oparl/round.h"

struct export {
	struct reg *reg;
	struct mem *mem;
	struct diag *diag;
	const char *base;
	struct opa_export *written;
	struct reg_facts towns;
	struct file_folder *folder;
	struct buf text, sums;                         /* sums: digest and name of each file, a line each */
	bool ok;
};

/* ---- files ---- */

static void add_sum(struct export *x, const char *path, const char *hex)
{
	buf_fmt(&x->sums, "%s  %s\n", hex, path);
}

static bool put(struct export *x, const char *path, const void *data, size_t n)
{
	char hex[2 * HASH_SHA256 + 1];
	uint8_t sum[HASH_SHA256];
	hash_sha256(data, n, sum);
	hash_hex(sum, sizeof sum, hex);
	x->ok = x->ok && file_folder_put(x->folder, path, data, n);
	add_sum(x, path, hex);
	return x->ok;
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
			"zurückholen oder noch einmal ausgeben",
			there ? "hat anderen Inhalt" : "ist nicht lesbar");
		x->ok = false;
	} else {
		const char *name = mem_fmt(x->mem, "file/%s/%s", o->kennung, file_base(path)),
			   *copy = mem_fmt(x->mem, "download/%s/%s", o->kennung, file_base(path));
		const char *from = file_join(x->mem, x->folder->temp, name),
			   *to = file_join(x->mem, x->folder->temp, copy);
		if (put(x, name, map.data, map.size) && file_make_dir(file_dir(x->mem, to), x->diag)) {
			if (link(from, to) < 0)
				put(x, copy, map.data, map.size);
			else
				add_sum(x, copy, sum);
		}
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
	struct opa_answer a = {.kind = OPA_LIST};
	for (int64_t page = 1; x->ok && a.kind == OPA_LIST; page++) {
		const char *path =
			page == 1 ? mem_fmt(m, "%s.json", stem) : mem_fmt(m, "%s/%lld.json", stem, (long long)page);
		buf_clear(&x->text);
		const struct opa_asked asked = {.reg = x->reg, .base = x->base, .path = path};
		x->ok = opa_answer(&asked, m, &x->text, &a, x->diag);
		if (x->ok && a.kind == OPA_LIST)
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
	opa_put_object(&x->text, o, x->base, false);
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
	export_objects(x, "", "System");
	export_objects(x, "", "Body");
	export_list(x, "body");
	for (size_t i = 0; x->ok && i < x->towns.rows; i++)
		export_town(x, x->towns.cells[i]);
	export_rules(x);
	x->written->n = x->folder->n;
	hash_sha256(x->sums.data ? x->sums.data : "", x->sums.len, x->written->sums);
	x->ok = x->ok && file_folder_put(x->folder, OPA_SUMS, x->sums.data, x->sums.len);
}

static bool is_ours(const struct export *x, const char *file)
{
	const size_t n = strlen(file), end = strlen(".json");
	for (size_t i = 0; i < x->towns.rows; i++)
		if (n == strlen(x->towns.cells[i]) + end && !strncmp(file, x->towns.cells[i], n - end))
			return true;
	return n <= end || strcmp(file + n - end, ".json") != 0;
}

/* A town that an earlier export has, and this register does not know: it would be gone from the web. */
static bool has_other_town(const struct export *x, const char *folder)
{
	struct dirent **names;
	const char *other = NULL;
	int n = scandir(file_join(x->mem, folder, "body"), &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		if (!other && !is_ours(x, names[i]->d_name))
			other = mem_dup(x->mem, names[i]->d_name);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	if (other)
		diag_error(x->diag, "OPARLORDNER", folder, 0,
			"Hier liegt die OParl-Ausgabe einer anderen Kommune (%.*s), und die Ausgabe ersetzt den Ordner "
			"als Ganzes; bitte einen eigenen Ordner nennen oder den anderen vorher wegräumen",
			(int)(strlen(other) - strlen(".json")), other);
	return other != NULL;
}

/* The folder is replaced as a whole: what the web server was given there would be gone. */
static bool has_work(const struct export *x, const char *folder)
{
	const char *name = file_folder_work(x->mem, folder, OPA_SUMS);
	if (name)
		diag_error(x->diag, "OPARLORDNER", folder, 0,
			"Hier ist „%s“ geändert oder dazugekommen, und die OParl-Ausgabe ersetzt den Ordner als "
			"Ganzes; bitte die Datei woanders ablegen oder einen eigenen Ordner nennen",
			name);
	return name != NULL;
}

bool opa_export(struct reg *r, const char *base, const char *folder, struct opa_export *written, struct diag *d)
{
	*written = (struct opa_export){0};
	struct export x = {.reg = r,
		.mem = mem_new(),
		.diag = d,
		.base = base,
		.written = written,
		.ok = true};
	if (!reg_facts(r, x.mem, REG_ORTE, reg_key(NULL, NULL), &x.towns, d) || has_work(&x, folder) ||
		has_other_town(&x, folder)) {
		x.ok = false;
	} else if (!(x.folder = file_folder_new(folder, "system.json", d))) {
		diag_error(d, "OPARLORDNER", folder, 0,
			"Hier liegt etwas anderes als eine OParl-Ausgabe, und die Ausgabe ersetzt den Ordner als "
			"Ganzes; bitte einen eigenen Ordner nennen");
		x.ok = false;
	} else {
		export_all(&x);
		written->folder = x.folder;
	}
	buf_free(&x.text);
	buf_free(&x.sums);
	mem_free(x.mem);
	return x.ok;
}

void opa_export_end(struct opa_export *x, bool good)
{
	if (x->folder && !good)
		file_folder_take_back(x->folder);
	file_folder_end(x->folder);
}
