/* shelf.c: results that are kept: ab/KEY.pdf and ab/KEY.json, the digest of the latter in its first line. They are not
 * synced to the disk: one that is not whole after a crash is none, and is made again. */
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/version.h"
#include "office/joblist.h"

const char *off_result_path(struct mem *m, const char *shelf, const char *key, const char *ext)
{
	return mem_fmt(m, "%s/%.2s/%s%s", shelf, key, key, ext);
}

bool off_result_there(struct mem *m, const char *shelf, const char *key)
{
	return file_exists(off_result_path(m, shelf, key, ".json"));
}

bool off_result_is_set(struct mem *m, const char *shelf, const char *key)
{
	return file_exists(off_result_path(m, shelf, key, ".pdf"));
}

void off_result_drop(struct mem *m, const char *shelf, const char *key)
{
	unlink(off_result_path(m, shelf, key, ".json"));
	unlink(off_result_path(m, shelf, key, ".pdf"));
}

/* The sums of a result, by the names they have in its file. */
static const struct sum { const char *name; size_t at, size; } sums[] = {
	{"sha256", offsetof(struct reg_issue, sha256), HASH_SHA256},
	{"sha512", offsetof(struct reg_issue, sha512), HASH_SHA512},
	{"quelle", offsetof(struct reg_issue, source_sha256), HASH_SHA256},
	{"auszug", offsetof(struct reg_issue, excerpt_sha256), HASH_SHA256},
	{"gestaltung", offsetof(struct reg_issue, template_sha256), HASH_SHA256}};
enum { SUMS = sizeof sums / sizeof *sums };

/* ---- written ---- */

static void put_messages(cJSON *o, struct diag *d)
{
	size_t n;
	const struct diag_msg *msg = diag_sorted(d, &n);
	cJSON *list = cJSON_AddArrayToObject(o, "meldungen");
	for (; n; n--, msg++) {
		cJSON *one = cJSON_CreateObject();
		json_add(one, "datei", msg->file);
		cJSON_AddNumberToObject(one, "zeile", msg->line);
		cJSON_AddNumberToObject(one, "stufe", msg->sev);
		json_add(one, "code", msg->code);
		json_add(one, "text", msg->text);
		json_add(one, "grund", msg->grund);
		cJSON_AddItemToArray(list, one);
	}
}

static void put_issue(cJSON *o, const struct reg_issue *is)
{
	char hex[2 * HASH_SHA512 + 1];
	cJSON_AddNumberToObject(o, "seiten", is->pages);
	cJSON_AddNumberToObject(o, "groesse", (double)is->size);
	cJSON_AddBoolToObject(o, "oeffentlich", is->public);
	for (size_t i = 0; i < SUMS; i++) {
		hash_hex((const uint8_t *)is + sums[i].at, sums[i].size, hex);
		json_add(o, sums[i].name, hex);
	}
	json_add(o, "text", is->text);
}

bool off_result_write(const char *shelf, const char *key, const struct off_result *r, struct diag *d)
{
	struct mem *m = mem_new();
	struct buf b = {0}, whole = {0};
	uint8_t sum[HASH_SHA256];
	char hex[OFF_KEY + 1];
	cJSON *o = cJSON_CreateObject();
	json_add(o, "programm", version_program);
	cJSON_AddBoolToObject(o, "fehlerhaft", r->faulty);
	if (!r->faulty)
		put_issue(o, &r->is);
	put_messages(o, r->messages);
	json_put_line(&b, o);
	hash_sha256(b.data, b.len, sum);
	hash_hex(sum, sizeof sum, hex);
	buf_fmt(&whole, "%s\n", hex);
	buf_put(&whole, b.data, b.len);
	struct file_out *out = file_create(off_result_path(m, shelf, key, ".json"), d);
	bool ok = out && file_write(out, whole.data, whole.len);
	ok = out && file_keep(out, d) && ok;
	buf_free(&b);
	buf_free(&whole);
	mem_free(m);
	return ok;
}

/* ---- read ---- */

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

static void read_hex(const char *hex, uint8_t *to, size_t n)
{
	for (size_t i = 0; hex && strlen(hex) == 2 * n && i < n; i++)
		to[i] = (uint8_t)(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
}

static const char *string(const cJSON *o, const char *name)
{
	return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(o, name));
}

static int number(const cJSON *o, const char *name)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(o, name);
	return cJSON_IsNumber(v) ? v->valueint : 0;
}

static void read_issue(struct mem *m, const cJSON *o, struct reg_issue *is)
{
	const cJSON *size = cJSON_GetObjectItemCaseSensitive(o, "groesse");
	is->pages = number(o, "seiten");
	is->size = cJSON_IsNumber(size) ? (int64_t)size->valuedouble : 0;
	is->public = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(o, "oeffentlich"));
	is->text = string(o, "text") ? mem_dup(m, string(o, "text")) : NULL;
	for (size_t i = 0; i < SUMS; i++)
		read_hex(string(o, sums[i].name), (uint8_t *)is + sums[i].at, sums[i].size);
}

static void tell_again(const cJSON *o, struct diag *d)
{
	const cJSON *one;
	cJSON_ArrayForEach(one, cJSON_GetObjectItemCaseSensitive(o, "meldungen"))
	{
		enum diag_sev sev = (enum diag_sev)number(one, "stufe");
		const char *code = string(one, "code"), *text = string(one, "text"), *grund = string(one, "grund");
		if (code && text && grund)
			diag_accept(d, code, string(one, "datei"), number(one, "zeile"), grund, text);
		else if (code && text)
			diag_add(d, sev, code, string(one, "datei"), number(one, "zeile"), "%s", text);
	}
}

/* The object of the file, if that is whole. */
static cJSON *whole_object(const struct file_map *map)
{
	uint8_t sum[HASH_SHA256];
	char hex[OFF_KEY + 1];
	if (map->size <= OFF_KEY + 1)
		return NULL;
	const char *json = map->data + OFF_KEY + 1;
	size_t n = map->size - OFF_KEY - 1;
	hash_sha256(json, n, sum);
	hash_hex(sum, sizeof sum, hex);
	return memcmp(hex, map->data, OFF_KEY) ? NULL : cJSON_ParseWithLength(json, n);
}

bool off_result_read(struct mem *m, const char *shelf, const char *key, struct off_result *r, struct diag *told)
{
	struct file_map map;
	struct diag *unused = diag_new();
	const char *path = off_result_path(m, shelf, key, ".json");
	*r = (struct off_result){.pdf = off_result_path(m, shelf, key, ".pdf")};
	bool there = file_exists(path) && file_map(&map, path, unused);
	cJSON *o = there ? whole_object(&map) : NULL;
	if (there)
		file_unmap(&map);
	if (o) {
		r->faulty = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(o, "fehlerhaft"));
		read_issue(m, o, &r->is);
		if (told)
			tell_again(o, told);
	}
	bool ok = o != NULL;
	cJSON_Delete(o);
	diag_free(unused);
	return ok;
}

struct file_out *off_result_copy(const struct off_result *r, const char *target, struct diag *d)
{
	struct file_map map;
	uint8_t sum[HASH_SHA256];
	if (!file_map(&map, r->pdf, d))
		return NULL;
	hash_sha256(map.data, map.size, sum);
	struct file_out *out = NULL;
	if (memcmp(sum, r->is.sha256, sizeof sum)) {
		unlink(r->pdf);
		diag_sys(d, "STAPELDEFEKT", r->pdf, 0,
			"Das Ergebnis in der Ablage war nicht mehr das, was gesetzt wurde, und ist nun entfernt; bitte "
			"den Job noch einmal laufen lassen und wieder sammeln");
	} else if ((out = file_create(target, d))) {
		file_write(out, map.data, map.size);
	}
	file_unmap(&map);
	return out;
}
