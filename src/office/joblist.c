/* joblist.c: the file of jobs, one JSON object a line, and what a job's result is kept by. */
#include "office/joblist.h"

#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/version.h"
#include "pipeline/deps.h"

/* What a line ends with: the digest of all between its number and this; the last says that it is, so that a plan whose
 * end is missing is none. */
static const char seal_begin[] = ",\"pruefsumme\":\"", line_end[] = "\"}", last_end[] = "\",\"letzter\":true}";
enum { SEAL = sizeof seal_begin - 1 + OFF_KEY };
static const char without_jobs[] = "{\"jobs\":0}\n";     /* a plan of towns that have no documents */

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
	buf_fmt(b, "%s%s%s\n", seal_begin, hex, line_end);
}

void off_jobs_end(struct buf *b)
{
	if (!b->len) {
		buf_str(b, without_jobs);
		return;
	}
	b->len -= strlen(line_end) + 1;
	buf_fmt(b, "%s\n", last_end);
}

void off_job_put(struct buf *b, const struct off_job *j)
{
	if (j->line) {
		buf_fmt(b, "{\"job\":%zu", j->number);
		buf_put(b, j->line, j->size);
		buf_fmt(b, "%s\n", line_end);
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

/* From its first comma to its seal, as it was written; NULL: it is not. */
static const char *sealed(const char *comma, const char *line, const char *end)
{
	char hex[OFF_KEY + 1];
	const size_t n = strlen(line);
	const char *stop = end - n, *seal = stop - SEAL;
	if (memcmp(stop, line, n) || memcmp(seal, seal_begin, sizeof seal_begin - 1))
		return NULL;
	hex_of(comma, (size_t)(seal - comma), hex);
	return memcmp(stop - OFF_KEY, hex, OFF_KEY) ? NULL : stop;
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

static const char no_job[] = "Diese Zeile ist kein Job, wie er geplant wurde",
		  no_end[] = "Dies ist der letzte Job, aber nicht der letzte des Plans",
		  nothing[] = "Die Datei ist leer";

static bool ends(const char *end, const char *with)
{
	return !memcmp(end - strlen(with), with, strlen(with));
}

/* The job of that number. False: it is none as it was written. */
static bool read_line(struct mem *m, struct off_jobs *jobs, size_t number, const char *line, const char *end)
{
	struct off_job *j = &jobs->all[jobs->n];
	const char *begin = mem_fmt(m, "{\"job\":%zu,", number), *comma = line + strlen(begin) - 1;
	bool ours = end - comma > SEAL + (ptrdiff_t)sizeof last_end && !memcmp(line, begin, strlen(begin));
	const char *stop = ours ? sealed(comma, ends(end, last_end) ? last_end : line_end, end) : NULL;
	cJSON *o = stop ? cJSON_ParseWithLength(line, (size_t)(end - line)) : NULL;
	bool ok = o && read_job(m, o, j);
	if (ok) {
		j->size = (size_t)(stop - comma);
		j->line = mem_str(m, comma, j->size);
	}
	cJSON_Delete(o);
	jobs->n += ok;
	return ok;
}

static const char *line_stop(const char *p, const char *end)
{
	const char *stop = memchr(p, '\n', (size_t)(end - p));
	return stop ? stop : end;
}

static size_t lines_of(const struct file_map *map)
{
	size_t n = 0;
	for (const char *p = map->data, *end = p + map->size; p < end; p = line_stop(p, end) + 1)
		n++;
	return n;
}

/* NULL: read; else what is wrong with the line of that number. */
static const char *read_lines(struct mem *m, const struct file_map *map, struct off_jobs *jobs, size_t *line)
{
	const char *end = map->data + map->size, *stop;
	if (!map->size)
		return nothing;
	if (map->size == strlen(without_jobs) && !memcmp(map->data, without_jobs, map->size)) {
		jobs->of = 0;
		return NULL;
	}
	size_t to = jobs->to && jobs->to < jobs->of ? jobs->to : jobs->of;
	jobs->all = MEM_ARRAY(m, struct off_job, to - (jobs->from < to ? jobs->from - 1 : to) + 1);
	*line = 0;
	for (const char *p = map->data; p < end; p = stop + 1) {
		bool wanted = ++*line >= jobs->from && *line <= to, last;
		stop = line_stop(p, end);
		last = stop - p > (ptrdiff_t)sizeof last_end && ends(stop, last_end);
		if ((wanted && !read_line(m, jobs, *line, p, stop)) || (last && *line < jobs->of))
			return no_job;
		if (!last && *line == jobs->of)
			return no_end;
	}
	return NULL;
}

bool off_jobs_read(struct mem *m, const char *path, bool may_miss, struct off_jobs *jobs, struct diag *d)
{
	struct file_map map;
	size_t line = 0;
	if (may_miss && !file_exists(path))
		return true;
	if (!file_map(&map, path, d))
		return false;
	jobs->of = lines_of(&map);
	const char *wrong = read_lines(m, &map, jobs, &line);
	file_unmap(&map);
	if (wrong)
		diag_sys(d, "STAPELPLAN", path, (int)line,
			"%s; erwartet wird die Datei, wie „ratssatz stapel plan“ sie schreibt, bitte neu planen",
			wrong);
	return !wrong;
}

bool off_jobs_here(const struct off_jobs *jobs, const char *path, struct diag *d)
{
	for (size_t i = 0; i < jobs->n; i++)
		if (file_exists(jobs->all[i].path))
			return true;
	if (jobs->n)
		diag_sys(d, "STAPELORT", path, 0,
			"Keines der geplanten Dokumente liegt hier, auch nicht %s; erwartet wird der Aufruf in dem "
			"Ordner, in dem geplant wurde, bitte dorthin wechseln oder neu planen",
			jobs->all[0].path);
	return !jobs->n;
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
	if (!e->doc) {
		j->inputs = MEM_NEW(m, struct off_input);
		j->ninputs = 1;
		*j->inputs = (struct off_input){j->path, deps_sum(o->pipe, j->path)};
		return;
	}
	if (e->doc->files[0].path[0] == '/')               /* as it is named itself */
		deps_in_full(deps);
	deps_add_sources(deps, e);
	j->inputs = NULL;
	for (; deps_at(deps, n, &in.path, &in.sum); n++) {
		MEM_ROOM_IN(m, j->inputs, n, cap);
		j->inputs[n] = in;
	}
	j->ninputs = n;
}

/* Not where they lie: program and fonts may have another place on another machine. */
struct off_look off_look(const struct office *o, struct mem *m, const struct edition *e)
{
	struct deps *deps = deps_new(m, o->pipe, "stapel");
	struct buf b = {0}, files = {0};
	struct off_look look;
	const char *name, *sum;
	deps_add_look(deps, e);
	buf_fmt(&b, "%s (%s)\n", version_program, version_made);
	for (size_t i = 0; deps_at(deps, i, &name, &sum); i++) {
		buf_fmt(&b, "%s  %s\n", sum, file_base(name));
		buf_fmt(&files, "%s\n", name);
	}
	look.common = digest(m, &b);
	look.files = buf_take(&files, m);
	buf_free(&b);
	return look;
}

bool off_town_look(const struct office *o, struct mem *m, const char *town_dir, struct off_look *look, struct diag *d)
{
	struct edition e;
	const bool ok = pipe_read(o->pipe, file_join(m, town_dir, "verzeichnis.xml"), NULL, &e, d) && e.style;
	if (ok)
		*look = off_look(o, m, &e);
	pipe_end(&e);
	return ok;
}

bool off_jobs_named(struct mem *m, const char *path, struct off_jobs_named *named, struct diag *d)
{
	struct off_jobs jobs = {.from = 1, .to = 1};
	*named = (struct off_jobs_named){0};
	if (!off_jobs_read(m, path, false, &jobs, d))
		return false;
	if (jobs.n) {
		const struct off_job *j = jobs.all;
		*named = (struct off_jobs_named){j->contents, j->templates, j->register_file, .jobs = jobs.of};
		date_parse(&named->date, j->date);
	}
	return true;
}
