/* exported.c: an exported folder has a list of its files with their digests; the digest of that list stands in the
 * ledger. So each file there that is still as it was written can be told, without a row for each. */
#include "office/exported.h"

#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/hash.h"

enum { KENNUNG = 36 };                                 /* characters of an id */

struct looking {
	struct reg *reg;
	struct mem *mem;
	struct reg_issues *found;
	size_t cap;
	const struct reg_issue *gone; size_t ngone;    /* files that were taken back, by digest */
	const char *const *ids; size_t nids;           /* of objects that go or change with it */
	const char *folder;
};

bool off_lay_export(struct reg *r, const char *folder, const struct opa_export *x, int64_t now, struct diag *d)
{
	struct mem *m = mem_new();
	struct reg_laid l = {reg_key("", ""), "oparl", file_join(m, folder, OPA_SUMS), {0}};
	memcpy(l.sha256, x->sums, sizeof l.sha256);
	bool ok = reg_begin_as_looked(r, d) && file_folder_place(x->folder) && reg_lay(r, &l, now, d) &&
		reg_commit(r, d);
	mem_free(m);
	return ok;
}

static bool is_gone(const struct looking *w, const char *written)
{
	char hex[2 * HASH_SHA256 + 1];
	for (size_t i = 0; i < w->ngone; i++) {
		hash_hex(w->gone[i].sha256, HASH_SHA256, hex);
		if (!strcmp(hex, written))
			return true;
	}
	return false;
}

static bool names_one(const struct looking *w, const struct file_map *map)
{
	for (size_t i = 0; i < w->nids; i++)
		if (memmem(map->data, map->size, w->ids[i], KENNUNG))
			return true;
	return false;
}

static void add(struct looking *w, const struct reg_issue *it)
{
	MEM_ROOM_IN(w->mem, w->found->all, w->found->n, w->cap);
	w->found->all[w->found->n++] = *it;
}

/* A file of the list, if it holds something of it; one that was changed since has no digest. */
static void look_at(struct looking *w, const char *hex, const char *name)
{
	struct reg_issue it = {.file = file_join(w->mem, w->folder, name), .kind = "oparl", .text = w->folder};
	struct file_map map;
	char now[2 * HASH_SHA256 + 1];
	struct diag *quiet = diag_new();
	if (file_exists(it.file) && file_map(&map, it.file, quiet)) {
		hash_sha256(map.data, map.size, it.sha256);
		hash_hex(it.sha256, sizeof it.sha256, now);
		if (strcmp(now, hex))
			memset(it.sha256, 0, sizeof it.sha256);
		if (is_gone(w, hex) || names_one(w, &map))
			add(w, &it);
		file_unmap(&map);
	}
	diag_free(quiet);
}

static void look_into(struct looking *w, char *p)
{
	const size_t digits = 2 * HASH_SHA256;
	while (p && *p) {
		char *end = p + strcspn(p, "\n");
		if ((size_t)(end - p) > digits + 2)
			look_at(w, mem_str(w->mem, p, digits),
				mem_str(w->mem, p + digits + 2, (size_t)(end - p) - digits - 2));
		p = *end ? end + 1 : end;
	}
}

/* One export: by its list, if that is what the ledger says; one that was written since is looked at in its own turn. */
static void look_for(struct looking *w, const struct reg_issue *list)
{
	uint8_t sum[HASH_SHA256];
	struct buf b = {0};
	struct diag *quiet = diag_new();
	w->folder = file_dir(w->mem, list->file);
	bool there = file_exists(list->file) && file_read(&b, list->file, quiet);
	hash_sha256(b.data ? b.data : "", b.len, sum);
	if (there && b.len && !memcmp(sum, list->sha256, sizeof sum))
		look_into(w, b.data);
	else if (file_is_dir(w->folder) && !(there && reg_knows_file(w->reg, list->file, sum)))
		add(w, &(struct reg_issue){.file = w->folder, .kind = OFF_LIST_LOST});
	buf_free(&b);
	diag_free(quiet);
}

bool off_exported(struct reg *r, struct mem *m, struct reg_key key, struct reg_issues *found, struct diag *d)
{
	struct reg_issues lists;
	struct looking w = {.reg = r, .mem = m, .found = found, .cap = found->n};
	const struct reg_laid laid = {.key = key, .kind = "oparl"};
	if (!reg_withdrawn_ids(r, m, key, &w.ids, &w.nids, d) || !reg_laid_before(r, m, &laid, &lists, d))
		return false;
	struct reg_issue *own = MEM_ARRAY(m, struct reg_issue, found->n + 1);
	for (size_t i = 0; i < found->n; i++)          /* of a package that goes as a whole the rest is public still */
		if (found->all[i].lfd)
			own[w.ngone++] = found->all[i];
	w.gone = own;
	for (size_t i = 0; i < lists.n; i++)
		look_for(&w, &lists.all[i]);
	return true;
}

/* The line of a list: its digest, two blanks, the name. */
static const char *name_in(struct mem *m, const char *line, size_t n)
{
	const size_t at = 2 * HASH_SHA256 + 2;
	return n > at ? mem_str(m, line + at, n - at) : "";
}

static bool is_among(const struct reg_issue *all, size_t n, const char *file)
{
	while (n && strcmp(all[n - 1].file, file))
		n--;
	return n;
}

/* The ledger first: until it is replaced, the longer list is known, too. */
bool off_shorten_list(struct reg *r, const struct reg_issue *gone, size_t n, int64_t now, struct diag *d)
{
	struct mem *m = mem_new();
	struct buf was = {0}, left = {0};
	struct reg_laid l = {reg_key("", ""), "oparl", file_join(m, gone->text, OPA_SUMS), {0}};
	bool ok = file_read(&was, l.file, d);
	for (char *p = was.data; ok && p && *p;) {
		const size_t len = strcspn(p, "\n"), whole = len + (p[len] == '\n');
		if (!is_among(gone, n, file_join(m, gone->text, name_in(m, p, len))))
			buf_put(&left, p, whole);
		p += whole;
	}
	hash_sha256(left.data ? left.data : "", left.len, l.sha256);
	struct file_out *out = ok && reg_begin(r, d) && reg_lay(r, &l, now, d) && reg_commit(r, d)
		? file_create(l.file, d) : NULL;
	if (out)
		file_write(out, left.data ? left.data : "", left.len);
	ok = out && file_commit(out, d);
	buf_free(&was);
	buf_free(&left);
	mem_free(m);
	return ok;
}
