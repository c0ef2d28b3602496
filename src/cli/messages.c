/* messages.c: diagnostics for people, for scripts (JSON lines) and for editors and CI (SARIF 2.1.0). */
#include <cjson/cJSON.h>
#include <string.h>

#include "base/json.h"
#include "base/version.h"
#include "cli/messages.h"
#include "cli/print.h"

static const char *word(enum diag_sev s)
{
	static const char *const words[] = {"", "Hinweis", "Abweichung", "Warnung", "Fehler", "Fehler"};
	return words[s];
}

static void put_text(struct buf *b, const struct diag_msg *m)
{
	buf_str(b, m->file ? m->file : "ratssatz");
	if (m->file && m->line)
		buf_fmt(b, ":%d", m->line);
	buf_str(b, ": ");
	buf_str(b, word(m->sev));
	buf_str(b, ": ");
	buf_str(b, m->text);
	if (m->grund)
		buf_fmt(b, " (gewollt: %s)", m->grund);
	buf_str(b, " [");
	buf_str(b, m->code);
	buf_str(b, "]\n");
}

/* -q leaves what decides the exit status; what the author wants is counted, and listed for people only if asked for. */
static bool wanted(const struct cmd_args *a, const struct diag_msg *m, bool people)
{
	if (a->opt[CMD_O_STILL])
		return m->sev >= DIAG_FEHLER || (m->sev == DIAG_WARNUNG && a->opt[CMD_O_STRENG]);
	return !people || m->sev != DIAG_ABWEICHUNG || a->opt[CMD_O_ABWEICHUNGEN];
}

/* In blocks: the standard error stream is unbuffered. */
static void print_texts(const struct diag_msg *m, size_t n, const struct cmd_args *a)
{
	struct buf b = {0};
	for (size_t i = 0; i < n; i++) {
		if (wanted(a, &m[i], true))
			put_text(&b, &m[i]);
		if (b.len < 60000 && i + 1 < n)
			continue;
		fwrite(b.data ? b.data : "", 1, b.len, stderr);
		buf_clear(&b);
	}
	buf_free(&b);
}

static void print_json(const struct diag_msg *m)
{
	cJSON *o = cJSON_CreateObject();
	if (m->file)
		cJSON_AddStringToObject(o, "datei", m->file);
	if (m->line)
		cJSON_AddNumberToObject(o, "zeile", m->line);
	cJSON_AddStringToObject(o, "stufe", word(m->sev));
	cJSON_AddStringToObject(o, "code", m->code);
	cJSON_AddStringToObject(o, "text", m->text);
	if (m->grund)
		cJSON_AddStringToObject(o, "grund", m->grund);
	struct buf b = {0};
	json_put_line(&b, o);
	cmd_print(&b);
	buf_free(&b);
}

static cJSON *sarif_message(const char *text)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "text", text);
	return o;
}

static cJSON *sarif_result(const struct diag_msg *m)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "ruleId", m->code);
	cJSON_AddStringToObject(o, "level",
		m->sev >= DIAG_FEHLER            ? "error"
			: m->sev == DIAG_WARNUNG ? "warning"
						 : "note");
	cJSON_AddItemToObject(o, "message", sarif_message(m->text));
	if (m->grund) {
		cJSON *s = cJSON_CreateObject();
		cJSON_AddStringToObject(s, "kind", "inSource");
		cJSON_AddStringToObject(s, "justification", m->grund);
		cJSON_AddItemToArray(cJSON_AddArrayToObject(o, "suppressions"), s);
	}
	if (m->file) {
		cJSON *place = cJSON_CreateObject(), *phys = cJSON_AddObjectToObject(place, "physicalLocation");
		cJSON_AddStringToObject(cJSON_AddObjectToObject(phys, "artifactLocation"), "uri", m->file);
		cJSON_AddNumberToObject(cJSON_AddObjectToObject(phys, "region"), "startLine",
			m->line > 0 ? m->line : 1);
		cJSON_AddItemToArray(cJSON_AddArrayToObject(o, "locations"), place);
	}
	return o;
}

static void add_rule(void *rules, const struct diag_code *c)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "id", c->code);
	cJSON_AddItemToObject(o, "shortDescription", sarif_message(c->title));
	cJSON_AddItemToObject(o, "fullDescription", sarif_message(c->text));
	cJSON_AddItemToArray(rules, o);
}

static void print_sarif(struct diag **d, size_t nd, const struct cmd_args *a)
{
	cJSON *log = cJSON_CreateObject(), *run = cJSON_CreateObject(), *driver, *results;
	cJSON_AddStringToObject(log, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	cJSON_AddStringToObject(log, "version", "2.1.0");
	cJSON_AddItemToArray(cJSON_AddArrayToObject(log, "runs"), run);
	driver = cJSON_AddObjectToObject(cJSON_AddObjectToObject(run, "tool"), "driver");
	cJSON_AddStringToObject(driver, "name", "ratssatz");
	cJSON_AddStringToObject(driver, "version", version_number);
	cmd_each_code(add_rule, cJSON_AddArrayToObject(driver, "rules"));
	results = cJSON_AddArrayToObject(run, "results");
	for (size_t k = 0; k < nd; k++) {
		size_t n;
		const struct diag_msg *m = diag_sorted(d[k], &n);
		for (size_t i = 0; i < n; i++)
			if (wanted(a, &m[i], false))
				cJSON_AddItemToArray(results, sarif_result(&m[i]));
	}
	cmd_print_json(log);
}

static size_t count(struct diag **d, size_t n, enum diag_sev sev)
{
	size_t sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += diag_count(d[i], sev);
	return sum;
}

static void print_summary(struct diag **d, size_t n, const struct cmd_args *a)
{
	size_t errors = count(d, n, DIAG_FEHLER) + count(d, n, DIAG_SYSTEM), warnings = count(d, n, DIAG_WARNUNG),
	       meant = count(d, n, DIAG_ABWEICHUNG);
	if (!errors && !warnings && !meant)
		return;
	fprintf(stderr, "%zu Fehler, %zu %s", errors, warnings, warnings == 1 ? "Warnung" : "Warnungen");
	if (meant)
		fprintf(stderr, ", %zu gewollte %s%s", meant, meant == 1 ? "Abweichung" : "Abweichungen",
			a->opt[CMD_O_ABWEICHUNGEN] ? "" : " (--abweichungen nennt sie)");
	fputc('\n', stderr);
}

static void print_messages(struct diag **d, size_t nd, const struct cmd_args *a)
{
	const char *form = a->opt[CMD_O_MELDUNGEN] ? a->opt[CMD_O_MELDUNGEN] : "text";
	if (!strcmp(form, "sarif")) {
		print_sarif(d, nd, a);
		return;
	}
	for (size_t k = 0; k < nd; k++) {
		size_t n;
		const struct diag_msg *m = diag_sorted(d[k], &n);
		if (!strcmp(form, "text"))
			print_texts(m, n, a);
		else
			for (size_t i = 0; i < n; i++)
				if (wanted(a, &m[i], false))
					print_json(&m[i]);
	}
	if (!strcmp(form, "text") && !a->opt[CMD_O_STILL])
		print_summary(d, nd, a);
}

static int status_of(struct diag *d, const struct cmd_args *a)
{
	int status = diag_status(d);
	if (!status && a->opt[CMD_O_STRENG] && diag_count(d, DIAG_WARNUNG))
		return CMD_FAULTY;
	return status;
}

int cmd_finish(struct diag **d, size_t n, const struct cmd_args *a)
{
	int worst = CMD_FINE;
	print_messages(d, n, a);
	for (size_t i = 0; i < n; i++) {
		int status = status_of(d[i], a);
		worst = status > worst ? status : worst;
		diag_free(d[i]);
	}
	return worst;
}
