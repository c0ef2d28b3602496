/* lying.c: files that were taken back and still lie where they were written. Removed is only what is byte for byte what
 * was written; what somebody changed since may hold it still, so it is told. */
#include "office/lying.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "office/exported.h"
#include "pipeline/pipeline.h"
#include "package/package.h"

struct lying {
	const struct office *office;
	struct reg *reg;
	struct mem *mem;
	enum off_lying how;
	struct diag *diag;
	const struct reg_issues *files;
};

static enum diag_sev severity(const struct lying *l)
{
	return l->how == OFF_LYING_WARN || l->how == OFF_LYING_BY_HAND ? DIAG_WARNUNG : DIAG_FEHLER;
}

/* How it goes away. */
static const char *way(const struct lying *l)
{
	return l->how == OFF_LYING_BY_HAND ? "selbst löschen"
		: "mit „ratssatz zurueckziehen --entfernen“ löschen lassen oder selbst löschen";
}

/* ---- one file ---- */

enum state { GONE, AS_WRITTEN, CHANGED };

/* What the ledger knows by another row is no change: it is looked at there, or was written since. */
static enum state state_of(const struct lying *l, const struct reg_issue *it)
{
	uint8_t sum[HASH_SHA256];
	struct file_map map;
	struct diag *quiet = diag_new();
	bool there = file_exists(it->file), readable = there && file_map(&map, it->file, quiet);
	if (readable) {
		hash_sha256(map.data, map.size, sum);
		file_unmap(&map);
	}
	diag_free(quiet);
	if (!there)
		return GONE;
	if (readable && !memcmp(sum, it->sha256, sizeof sum))
		return AS_WRITTEN;
	return readable && reg_knows_file(l->reg, it->file, sum) ? GONE : CHANGED;
}

static bool told_before(const struct lying *l, const struct reg_issue *it)
{
	for (const struct reg_issue *i = l->files->all; i < it; i++)
		if (!strcmp(i->file, it->file))
			return true;
	return false;
}

/* A warning: nobody but a reader can say whether it holds it. */
static void tell_changed(const struct lying *l, const struct reg_issue *it)
{
	if (!strcmp(it->kind, OFF_LIST_LOST))
		diag_warn(l->diag, "LIEGTNOCH", it->file, 0,
			"Hierher wurde OParl ausgegeben, als es öffentlich war; die Liste der Dateien (%s) ist nicht "
			"mehr die, die geschrieben wurde, bitte mit „ratssatz oparl exportieren -o %s“ neu ausgeben "
			"oder den Ordner selbst löschen",
			OPA_SUMS, it->file);
	else
		diag_warn(l->diag, "LIEGTNOCH", it->file, 0,
			"Hier wurde ausgegeben, was zurückgezogen ist; die Datei hat seither anderen Inhalt und wird "
			"nicht gelöscht, bitte ansehen, ob es noch darin steht, und dann selbst löschen");
}

/* ---- those of one folder ---- */

/* Of a package: where its list of digests lies. Of an export it is known, of other files there is none. */
static void find_folders(const struct lying *l)
{
	const char **folders = MEM_ARRAY(l->mem, const char *, l->files->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < l->files->n; i++)
		if (!strcmp(file_base(l->files->all[i].file), PAK_SUMS))
			folders[n++] = file_dir(l->mem, l->files->all[i].file);
	for (size_t i = 0; i < l->files->n; i++) {
		struct reg_issue *it = &l->files->all[i];
		for (size_t k = 0; k < n && !strcmp(it->kind, "abgabe") && !it->text; k++) {
			size_t len = strlen(folders[k]);
			if (!strncmp(it->file, folders[k], len) && it->file[len] == '/')
				it->text = folders[k];
		}
	}
}

static void tell_file(const struct lying *l, const char *file)
{
	diag_add(l->diag, severity(l), "LIEGTNOCH", file, 0,
		"Die ausgegebene Datei liegt noch da, wo sie geschrieben wurde; bitte %s", way(l));
}

static void tell_folder(const struct lying *l, const struct reg_issue *first, size_t n)
{
	const char *files = n == 1 ? "Datei" : "Dateien", *name = first->file + strlen(first->text) + 1;
	if (!strcmp(first->kind, "oparl"))
		diag_add(l->diag, severity(l), "LIEGTNOCH", first->text, 0,
			"Die OParl-Ausgabe enthält es noch (%zu %s, zuerst %s); bitte mit „ratssatz oparl exportieren "
			"-o %s“ neu ausgeben, oder die Dateien %s",
			n, files, name, first->text, way(l));
	else
		diag_add(l->diag, severity(l), "LIEGTNOCH", first->text, 0,
			"Das Paket liegt noch da, wo es geschrieben wurde (%zu %s, zuerst %s); bitte %s", n, files,
			name, way(l));
}

static void say_gone(const struct lying *l, const struct reg_issue *first, size_t n)
{
	if (first->text && strcmp(first->kind, "oparl"))
		pipe_say(l->office->pipe, "%s: Paket gelöscht (%zu %s)", first->text, n, n == 1 ? "Datei" : "Dateien");
	else
		for (size_t i = 0; i < n; i++)
			pipe_say(l->office->pipe, "%s: gelöscht", first[i].file);
}

/* How many from the first on lie in the same folder of a package or export; they follow each other. */
static size_t together(const struct reg_issue *all, size_t n)
{
	size_t k = 1;
	while (k < n && all->text && all[k].text && !strcmp(all->text, all[k].text))
		k++;
	return k;
}

/* ---- all ---- */

static bool removed(const struct lying *l, const char *file)
{
	if (!unlink(file))
		return true;
	diag_add(l->diag, severity(l), "LIEGTNOCH", file, 0,
		"Die zurückgezogene Datei lässt sich nicht löschen: %s, und sie dann selbst löschen",
		file_reason(errno));
	return false;
}

/* Those that lie there as they were written; with REMOVE those that lay there. */
static struct reg_issues as_written(const struct lying *l)
{
	struct reg_issues found = {MEM_ARRAY(l->mem, struct reg_issue, l->files->n + 1), 0};
	for (size_t i = 0; i < l->files->n; i++) {
		const struct reg_issue *it = &l->files->all[i];
		enum state is = state_of(l, it);
		if (is == CHANGED && !told_before(l, it))
			tell_changed(l, it);
		if (is == AS_WRITTEN && (l->how != OFF_LYING_REMOVE || removed(l, it->file)))
			found.all[found.n++] = *it;
	}
	return found;
}

/* Nobody but a reader can say whether it may stand there. */
static void tell_mentions(const struct lying *l, struct reg_key key)
{
	struct reg_issues named;
	if (!reg_mentions(l->reg, l->mem, key, &named, l->diag))
		return;
	for (size_t i = 0; i < named.n; i++)
		diag_warn(l->diag, "LIEGTNOCH", named.all[i].file, 0,
			"Diese öffentliche Datei nennt das Zurückgezogene, seine Nummer oder seinen Titel, und bleibt "
			"öffentlich; bitte ansehen, was darin steht, und wenn nötig auch sie zurückziehen");
}

void off_lying(const struct office *o, struct reg *reg, struct reg_key key, enum off_lying how, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_issues files, found;
	struct lying l = {o, reg, m, how, d, &files};
	if (reg_withdrawn_files(reg, m, key, &files, d))
		off_exported(reg, m, key, &files, d);
	find_folders(&l);
	found = as_written(&l);
	for (size_t i = 0, n; i < found.n; i += n) {
		n = together(&found.all[i], found.n - i);
		if (how == OFF_LYING_REMOVE && found.all[i].text && !strcmp(found.all[i].kind, "oparl"))
			off_shorten_list(reg, &found.all[i], n, o->now, d);
		if (how == OFF_LYING_REMOVE)
			say_gone(&l, &found.all[i], n);
		else if (found.all[i].text)
			tell_folder(&l, &found.all[i], n);
		else
			tell_file(&l, found.all[i].file);
	}
	tell_mentions(&l, key);
	mem_free(m);
}
