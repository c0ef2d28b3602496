/* nachweis.c: which paper or edition a PDF is, and whether it is as it was issued. */
#include <cjson/cJSON.h>
#include <string.h>

#include "base/hash.h"
#include "base/zone.h"
#include "cli/print.h"
#include "cli/run.h"
#include "office/proof.h"

static char *day_of(struct mem *m, int64_t when, void put(struct buf *, struct date))
{
	struct buf b = {0};
	put(&b, zone_day(when));
	return buf_take(&b, m);
}

static void print_fact(const char *label, const char *said)
{
	enum { SAID = 15 };                            /* the column where it begins */
	fputs("  ", stdout);
	cmd_pad(stdout, label, SAID - 2);
	cmd_wrap(stdout, said, SAID, SAID);
}

static void print_text(struct mem *m, const char *path, const struct off_proof *p)
{
	char hex[65];
	if (p->verdict == OFF_UNKNOWN) {
		printf("%s: unbekannt. In keinem Register steht diese Datei%s.\n", path,
			p->has_source ? " oder die Quelle, die ihr beiliegt" : ", und ihr liegt keine Quelle bei");
		return;
	}
	hash_hex(p->is.source_sha256, 32, hex);
	printf("%s: %s\n", path,
		p->verdict == OFF_AS_ISSUED ? "unverändert, wie ausgegeben"
			: p->source_known
			? "VERÄNDERT: die beiliegende Quelle ist die ausgegebene, die Datei ist es nicht"
			: "VERÄNDERT: weder die Datei noch ihre beiliegende Quelle ist die ausgegebene");
	print_fact("Dokument", mem_fmt(m, "%s „%s“ (%s)%s", p->is.kind, p->is.object_id, p->is.ort,
		p->is.public ? "" : ", nichtöffentlich"));
	print_fact("ausgegeben", mem_fmt(m, "%s als %s, %d %s, mit %s", day_of(m, p->is.when, date_put_short),
		file_base(p->is.file), p->is.pages, p->is.pages == 1 ? "Seite" : "Seiten", p->is.program));
	print_fact("Quelle", mem_fmt(m, "sha256 %s", hex));
}

static void add_hex(cJSON *o, const char *name, const uint8_t *sum, size_t n)
{
	char hex[129];
	hash_hex(sum, n, hex);
	cJSON_AddStringToObject(o, name, hex);
}

static void print_json(struct mem *m, const char *path, const struct off_proof *p)
{
	static const char *const verdicts[] = {"unveraendert", "veraendert", "unbekannt"};
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "datei", path);
	cJSON_AddStringToObject(o, "urteil", verdicts[p->verdict]);
	if (p->verdict != OFF_UNKNOWN) {
		cJSON_AddBoolToObject(o, "quelle-bekannt", p->source_known);
		cJSON_AddStringToObject(o, "ort", p->is.ort);
		cJSON_AddStringToObject(o, "id", p->is.object_id);
		cJSON_AddStringToObject(o, "art", p->is.kind);
		cJSON_AddStringToObject(o, "ausgegeben-als", file_base(p->is.file));
		cJSON_AddStringToObject(o, "ausgegeben-am", day_of(m, p->is.when, date_put_iso));
		cJSON_AddNumberToObject(o, "seiten", p->is.pages);
		cJSON_AddStringToObject(o, "programm", p->is.program);
		add_hex(o, "sha256", p->is.sha256, 32);
		add_hex(o, "quelle-sha256", p->is.source_sha256, 32);
		add_hex(o, "auszug-sha256", p->is.excerpt_sha256, 32);
	}
	cmd_print_json(o);
}

static int prove(const struct office *o, const struct cmd_args *a, const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	struct off_proof p;
	bool told = !off_prove(o, m, path, &p, d);
	if (!told)
		(a->opt[CMD_O_JSON] ? print_json : print_text)(m, path, &p);
	mem_free(m);
	return told || p.verdict == OFF_AS_ISSUED ? CMD_FINE : CMD_FAULTY;
}

int cmd_nachweis(const struct cmd_args *a)
{
	struct office *o = cmd_office(a);
	int status = CMD_FINE;
	for (int i = 0; i < a->nargs; i++) {
		struct diag *own = diag_new();
		int found = prove(o, a, a->arg[i], own), told = cmd_finish(&own, 1, a);
		status = told > status ? told : found > status ? found : status;
	}
	cmd_office_end(o);
	return status;
}
