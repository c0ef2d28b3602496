/* joblist.c: the file of jobs, one JSON object a line, and what a job's result is kept by. */
#include "office/joblist.h"

#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/version.h"
#include "pipeline/deps.h"

/* What a line ends with: the digest of all between its number and this. */
static const char seal_begin[] = ",\"pruefsumme\":\"", seal_end[] = "\"}";
enum { SEAL = sizeof seal_begin - 1 + OFF_KEY + sizeof seal_end - 1 };

static void hex_of(const char *s, size_t n, char out[OFF_KEY + 1])
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(s, n, sum);
	hash_hex(sum, sizeof sum, out);
}

static const char *digest(struct mem *m, const struct buf *b)
{
	char *hex = mem_get(m, OFF_KEY + 1);
	hex_of(b->data ? b->data : "", b->len, hex);
	return hex;
}

const char *off_job_key(struct mem *m, const struct off_job *j)
{
	struct buf b = {0};
	const char *const first[] = {"1 ", j->date, " ", j->common, " ", j->path, "\n"};
	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		buf_str(&b, first[i]);
	for (size_t i = 0; i < j->ninputs; i++) {
		const char *const one[] = {j->inputs[i].sum, " ", j->inputs[i].path, "\n"};
		for (size_t k = 0; k < sizeof one / sizeof *one; k++)
			buf_str(&b, one[k]);
	}
	const char *key = digest(m, &b);
	buf_free(&b);
	return key;
}

/* ---- written ---- */

static void put_inputs(cJSON *o, const struct off_job *j)
{
	cJSON *list = cJSON_AddArrayToObject(o, "liest");
	for (size_t i = 0; i < j->ninputs; i++) {
		cJSON *file = cJSON_CreateObject();
		json_add(file, "datei", j->inputs[i].path);
		json_add(file, "sha256", j->inputs[i].sum);
		cJSON_AddItemToArray(list, file);
	}
}

/* Of the line from there on. */
static void put_seal(struct buf *b, size_t from)
{
	char hex[OFF_KEY + 1];
	const char *line = b->data + from, *comma = strchr(line, ',');
	b->len -= strlen("}\n");
	hex_of(comma, (size_t)(b->data + b->len - comma), hex);
	buf_fmt(b, "%s%s%s\n", seal_begin, hex, seal_end);
}

void off_job_put(struct buf *b, const struct off_job *j)
{
	if (j->line) {
		buf_fmt(b, "{\"job\":%zu", j->number);
		buf_put(b, j->line, j->size);
		buf_chr(b, '\n');
		return;
	}
	cJSON *o = cJSON_CreateObject();
	cJSON_AddNumberToObject(o, "job", (double)j->number);
	json_add(o, "ort", j->town);
	json_add(o, "dokument", j->path);
	json_add(o, "art", j->kind);
	json_add(o, "id", j->id);
	json_add(o, "nummer", j->nummer);
	json_add(o, "weg", j->issued ? "ausgeben" : "setzen");
	if (j->release)
		cJSON_AddNumberToObject(o, "freigabe", (double)j->release);
	json_add(o, "ausgabe", j->target);
	json_add(o, "schluessel", j->key);
	json_add(o, "tag", j->date);
	json_add(o, "inhalt", j->contents);
	json_add(o, "gestaltung", j->templates);
	json_add(o, "register", j->register_file);
	json_add(o, "gemeinsam", j->common);
	put_inputs(o, j);
	const size_t from = b->len;
	json_put_line(b, o);
	put_seal(b, from);
}

/* ---- read ---- */

static const char *text(struct mem *m, const cJSON *o, const char *name)
{
	const char *s = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(o, name));
	return s ? mem_dup(m, s) : NULL;
}

static int64_t number(const cJSON *o, const char *name)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(o, name);
	return cJSON_IsNumber(v) ? (int64_t)v->valuedouble : 0;
}

static void read_inputs(struct mem *m, const cJSON *o, struct off_job *j)
{
	const cJSON *list = cJSON_GetObjectItemCaseSensitive(o, "liest"), *file;
	j->inputs = MEM_ARRAY(m, struct off_input, cJSON_GetArraySize(list) + 1);
	cJSON_ArrayForEach(file, list)
	{
		struct off_input in = {text(m, file, "datei"), text(m, file, "sha256")};
		if (in.path && in.sum)
			j->inputs[j->ninputs++] = in;
	}
}

/* From its first comma on; false: it is not as it was written. */
static bool is_sealed(const char *comma, const char *end)
{
	char hex[OFF_KEY + 1];
	const char *seal = end - SEAL, *sum = seal + sizeof seal_begin - 1;
	if (!comma || end - comma <= SEAL || memcmp(seal, seal_begin, sizeof seal_begin - 1))
		return false;
	hex_of(comma, (size_t)(seal - comma), hex);
	return !memcmp(sum, hex, OFF_KEY) && !memcmp(sum + OFF_KEY, seal_end, sizeof seal_end - 1);
}

static bool read_job(struct mem *m, const cJSON *o, struct off_job *j)
{
	const char *way = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(o, "weg"));
	*j = (struct off_job){.number = (size_t)number(o, "job"),
		.town = text(m, o, "ort"),
		.path = text(m, o, "dokument"),
		.kind = text(m, o, "art"),
		.id = text(m, o, "id"),
		.nummer = text(m, o, "nummer"),
		.release = number(o, "freigabe"),
		.issued = way && !strcmp(way, "ausgeben"),
		.target = text(m, o, "ausgabe"),
		.date = text(m, o, "tag"),
		.common = text(m, o, "gemeinsam"),
		.key = text(m, o, "schluessel"),
		.contents = text(m, o, "inhalt"),
		.templates = text(m, o, "gestaltung"),
		.register_file = text(m, o, "register")};
	read_inputs(m, o, j);
	return j->number && j->town && j->path && j->target && j->date && j->common && j->key;
}

static bool wrong_line(const char *path, size_t line, struct diag *d)
{
	diag_sys(d, "STAPELPLAN", path, (int)line,
		"Diese Zeile ist kein Job, wie „ratssatz stapel plan“ ihn schreibt; erwartet wird die Datei, wie "
		"sie geplant wurde, bitte neu planen");
	return false;
}

static bool read_line(struct mem *m, struct off_jobs *jobs, const char *line, const char *end)
{
	const char *comma = memchr(line, ',', (size_t)(end - line));
	cJSON *o = is_sealed(comma, end) ? cJSON_ParseWithLength(line, (size_t)(end - line)) : NULL;
	struct off_job *j = &jobs->all[jobs->n];
	bool ok = o && read_job(m, o, j) && j->number == jobs->n + 1;
	if (ok) {
		j->size = (size_t)(end - comma);
		j->line = mem_str(m, comma, j->size);
	}
	cJSON_Delete(o);
	jobs->n += ok;
	return ok;
}

static size_t lines_of(const struct file_map *map)
{
	const char *p = map->data, *end = p + map->size;
	size_t n = 1;
	for (; map->size && (p = memchr(p, '\n', (size_t)(end - p))); p++)
		n++;
	return n;
}

bool off_jobs_read(struct mem *m, const char *path, bool may_miss, struct off_jobs *jobs, struct diag *d)
{
	struct file_map map;
	bool ok = true;
	*jobs = (struct off_jobs){0};
	if (may_miss && !file_exists(path))
		return true;
	if (!file_map(&map, path, d))
		return false;
	jobs->all = MEM_ARRAY(m, struct off_job, lines_of(&map));
	for (const char *p = map.data, *end = p + map.size, *stop; ok && p < end; p = stop + 1) {
		stop = memchr(p, '\n', (size_t)(end - p));
		ok = stop && read_line(m, jobs, p, stop);
		if (!ok)
			wrong_line(path, jobs->n + 1, d);
	}
	file_unmap(&map);
	return ok;
}

/* ---- places ---- */

const char *off_jobs_folder(struct mem *m, const struct off_jobs_places *p, const char *name)
{
	const char *dir = file_dir(m, p->jobs);
	return strcmp(dir, ".") ? file_join(m, dir, name) : name;
}

const char *off_jobs_shelf(struct mem *m, const struct off_jobs_places *p)
{
	return p->shelf ? p->shelf : off_jobs_folder(m, p, "ablage");
}

/* ---- what a document was read from ---- */

void off_job_inputs(const struct office *o, struct mem *m, const struct edition *e, struct off_job *j)
{
	struct deps *deps = deps_new(m, o->pipe, "stapel");
	struct off_input in;
	size_t n = 0, cap = 0;
	deps_add_sources(deps, e);
	j->inputs = NULL;
	for (; deps_at(deps, n, &in.path, &in.sum); n++) {
		MEM_ROOM_IN(m, j->inputs, n, cap);
		j->inputs[n] = in;
	}
	j->ninputs = n;
}

/* Not where they lie: program and fonts may have another place on another machine. */
const char *off_job_common(const struct office *o, struct mem *m, const struct edition *e)
{
	struct deps *deps = deps_new(m, o->pipe, "stapel");
	struct buf b = {0};
	const char *name, *sum;
	deps_add_look(deps, e);
	buf_fmt(&b, "%s (%s)\n", version_program, version_made);
	for (size_t i = 0; deps_at(deps, i, &name, &sum); i++)
		buf_fmt(&b, "%s  %s\n", sum, file_base(name));
	const char *common = digest(m, &b);
	buf_free(&b);
	return common;
}

bool off_jobs_named(struct mem *m, const char *path, struct off_jobs_named *named, struct diag *d)
{
	struct file_map map;
	struct off_jobs jobs = {.all = MEM_NEW(m, struct off_job)};
	*named = (struct off_jobs_named){0};
	if (!file_map(&map, path, d))
		return false;
	const char *end = map.size ? memchr(map.data, '\n', map.size) : NULL;
	bool ok = !map.size || (end && read_line(m, &jobs, map.data, end)) || wrong_line(path, 1, d);
	file_unmap(&map);
	const struct off_job *j = jobs.all;
	if (ok && jobs.n) {
		*named = (struct off_jobs_named){j->contents, j->templates, j->register_file, {0}};
		date_parse(&named->date, j->date);
	}
	return ok;
}
