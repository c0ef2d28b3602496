/* export.c: all objects, lists and files below one folder, each where its address says, so that a plain web server can hand them out. Written beside
 * the folder, synced once, then put in its place in one step. */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "handover/oparl.h"
#include "handover/round.h"

struct export {
	struct reg *reg;
	struct mem *mem;
	struct diag *diag;
	const char *base, *folder, *temp;
	struct buf text;
	size_t n;
	bool ok;
};

const struct diag_code hand_codes[] = {
	{"OPARLLEER", DIAG_FEHLER, "Das Register kennt noch keine Kommune",
	 "Die OParl-Schnittstelle beginnt mit der Kommune aus verzeichnis.xml. Sie kommt mit dem ersten aufgenommenen Dokument ins Register. "
	 "Beispiel: `ratssatz aufnehmen content/musterstadt/verzeichnis.xml`"},
	{"OPARLADRESSE", DIAG_FEHLER, "Die Adresse der OParl-Schnittstelle taugt nicht",
	 "Mit ihr beginnen die Kennungen aller Objekte. Erwartet wird eine Adresse des Netzes (http oder https) ohne Schrägstrich am Ende. "
	 "Falsch: `--basis-url ratsinfo.example.org/` Richtig: `--basis-url https://ratsinfo.example.org/oparl`"},
	{"OPARLORDNER", DIAG_FEHLER, "Der Ordner gehört nicht zu einer OParl-Ausgabe",
	 "Die Ausgabe ersetzt den Ordner als Ganzes. Damit nichts anderes verloren geht, muss er fehlen, leer sein oder eine frühere Ausgabe (system.json) enthalten. "
	 "Beispiel: `ratssatz oparl exportieren -o oparl`"},
	{"OPARLDATEI", DIAG_FEHLER, "Eine ausgegebene Datei fehlt oder ist eine andere",
	 "OParl nennt zu jeder Datei Größe und Prüfsumme aus dem Register. Liegt die Datei nicht mehr dort oder hat sie anderen Inhalt, entsteht keine Ausgabe. "
	 "Beispiel: das PDF aus einer Sicherung zurückholen; `ratssatz register pruefen` nennt alle solchen Dateien"},
	{0},
};

static bool failed(struct export *x, const char *path)
{
	diag_sys(x->diag, "SCHREIBEN", path, 0, "Die Datei lässt sich nicht schreiben (%s); bitte Rechte und freien Platz prüfen", strerror(errno));
	return x->ok = false;
}

static bool write_file(struct export *x, const char *path, const void *data, size_t n)
{
	const char *full = file_join(x->mem, x->temp, path);
	if (!x->ok || !file_make_dir(file_dir(x->mem, full), x->diag))
		return x->ok = false;
	int fd = open(full, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return failed(x, full);
	for (const char *p = data; n;) {
		ssize_t did = write(fd, p, n);
		if (did < 0 && errno != EINTR) {
			failed(x, full);
			break;
		}
		p += did > 0 ? did : 0;
		n -= did > 0 ? (size_t)did : 0;
	}
	if (close(fd) < 0 && x->ok)
		failed(x, full);
	x->n++;
	return x->ok;
}

/* ---- files ---- */

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
		diag_error(x->diag, "OPARLDATEI", path ? path : o->schluessel, 0, "Die ausgegebene Datei %s, erwartet wird die Datei aus dem Register; bitte aus einer Sicherung zurückholen",
		           there ? "hat anderen Inhalt" : "ist nicht lesbar");
		x->ok = false;
	} else {
		const char *name = mem_fmt(x->mem, "file/%s/%s", o->kennung, file_base(path)), *copy = mem_fmt(x->mem, "download/%s/%s", o->kennung, file_base(path));
		const char *from = file_join(x->mem, x->temp, name), *to = file_join(x->mem, x->temp, copy);
		if (write_file(x, name, map.data, map.size) && file_make_dir(file_dir(x->mem, to), x->diag) && link(from, to) < 0)
			write_file(x, copy, map.data, map.size);
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
		const char *path = page == 1 ? mem_fmt(m, "%s.json", stem) : mem_fmt(m, "%s/%lld.json", stem, (long long)page);
		buf_clear(&x->text);
		x->ok = hand_answer(x->reg, m, x->base, path, NULL, &x->text, &a, x->diag);
		if (x->ok && a.kind == HAND_LIST)
			write_file(x, path, x->text.data, x->text.len);
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
	write_file(x, strcmp(o->typ, "System") ? mem_fmt(x->mem, "%s/%s.json", type, o->kennung) : "system.json", x->text.data, x->text.len);
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
	struct reg_oparl_page p = {.ort = ort, .typ = typ, .limit = STEP, .filtered = true, .deleted = true, .created_since = INT64_MIN, .created_until = INT64_MAX,
		.modified_since = INT64_MIN, .modified_until = INT64_MAX};
	size_t before;
	do {
		before = x->n;
		x->ok = x->ok && reg_oparl_list(x->reg, &p, export_object, x, x->diag) && x->ok;
		p.offset += STEP;
	} while (x->ok && x->n > before);
}

static void export_town(struct export *x, const char *ort)
{
	static const char *const types[] = {"LegislativeTerm", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation", "File", "Location"};
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
	static const char all[] = "<IfModule mod_headers.c>\nHeader set Access-Control-Allow-Origin \"*\"\n</IfModule>\n";
	static const char attachments[] = "<IfModule mod_headers.c>\nHeader set Content-Disposition attachment\n</IfModule>\n";
	write_file(x, ".htaccess", all, sizeof all - 1);
	write_file(x, "download/.htaccess", attachments, sizeof attachments - 1);
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

/* ---- the folder ---- */

static int drop(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

static void remove_all(const char *folder)
{
	nftw(folder, drop, 16, FTW_DEPTH | FTW_PHYS);
}

static bool may_replace(struct export *x)
{
	if (!file_exists(x->folder) || file_exists(file_join(x->mem, x->folder, "system.json")) || !rmdir(x->folder))
		return true;
	diag_error(x->diag, "OPARLORDNER", x->folder, 0, "Hier liegt etwas anderes als eine OParl-Ausgabe, und die Ausgabe ersetzt den Ordner als Ganzes; bitte einen eigenen Ordner nennen");
	return false;
}

static bool put_in_place(struct export *x)
{
	int fd = open(x->temp, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || syncfs(fd) < 0)
		failed(x, x->temp);
	if (fd >= 0)
		close(fd);
	if (!x->ok)
		return false;
	bool there = file_exists(x->folder);
	if (renameat2(AT_FDCWD, x->temp, AT_FDCWD, x->folder, there ? RENAME_EXCHANGE : 0) == 0)
		return true;                               /* the old one now has the temporary name */
	if (!there || errno != EINVAL)
		return failed(x, x->folder);
	/* a file system that cannot exchange */
	const char *old = mem_fmt(x->mem, "%s.alt", x->temp);
	if (rename(x->folder, old) < 0 || rename(x->temp, x->folder) < 0)
		return failed(x, x->folder);
	remove_all(old);
	return true;
}

bool hand_export(struct reg *r, const char *base, const char *folder, size_t *n, struct diag *d)
{
	struct export x = {.reg = r, .mem = mem_new(), .diag = d, .base = base, .ok = true};
	size_t len = strlen(folder);
	while (len > 1 && folder[len - 1] == '/')
		len--;
	x.folder = mem_str(x.mem, folder, len);
	x.temp = mem_fmt(x.mem, "%s.neu-%ld", x.folder, (long)getpid());
	if (may_replace(&x) && file_make_dir(x.temp, d)) {
		export_all(&x);
		bool placed = x.ok && put_in_place(&x);
		remove_all(x.temp);
		x.ok = placed;
	} else {
		x.ok = false;
	}
	*n = x.n;
	buf_free(&x.text);
	mem_free(x.mem);
	return x.ok;
}
