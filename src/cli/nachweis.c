/* nachweis.c: which paper or edition is this file, is it as it was issued, and from which source. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "cli/record.h"
#include "pdf/pdf.h"

enum verdict { NW_UNVERAENDERT, NW_VERAENDERT, NW_FREMD };

struct proof {
	struct mem *mem;
	const struct cmd_args *args;
	const char *path;
	struct diag *diag;
	enum verdict verdict;
	struct reg_issue is;                           /* unless NW_FREMD */
	bool source_known;                             /* the attached source is that of is */
	struct hash_run *hash;
	struct buf source;                             /* the first attached source */
	size_t attached;
};

static void take(void *arg, const struct pdf_attachment *f)
{
	struct proof *p = arg;
	if (!f->relationship || (strcmp(f->relationship, "Source") && strcmp(f->relationship, "Data")))
		return;
	hash_add(p->hash, f->data, f->size);
	if (!p->attached++)
		buf_put(&p->source, f->data, f->size);
}

/* A file whose attached source nobody knows may still say what it wants to be. */
static bool by_claim(struct proof *p, struct reg *reg)
{
	struct diag *unused = diag_new();
	struct session *s = p->attached ? cmd_session(p->args, unused) : NULL;
	struct edition e = {0};
	bool found = s && cmd_read(s, p->path, &p->source, &e, unused) && (doc_vorlage(e.doc) || doc_sitzung(e.doc))
		&& reg_issue_last(reg, p->mem, e.doc->ort, rec_id(p->mem, p->args, e.doc), &p->is);
	cmd_edition_end(&e);
	if (s)
		cmd_session_end(s);
	diag_free(unused);
	return found;
}

static bool ask(struct proof *p, const char *register_path, const uint8_t file[32], const uint8_t source[32])
{
	struct reg *reg = reg_open(register_path, false, p->diag);
	if (!reg)
		return false;
	bool found = true;
	if (reg_issue_find(reg, p->mem, file, &p->is)) {
		p->verdict = NW_UNVERAENDERT;
		p->source_known = true;
	} else if (p->attached && reg_issue_by_source(reg, p->mem, source, &p->is)) {
		p->verdict = NW_VERAENDERT;
		p->source_known = true;
	} else if (by_claim(p, reg)) {
		p->verdict = NW_VERAENDERT;
	} else {
		found = false;
	}
	reg_close(reg);
	return found;
}

/* ---- saying it */

static char *day_of(struct mem *m, int64_t when, void put(struct buf *, struct date))
{
	struct buf b = {0};
	put(&b, date_from_days((int32_t)(when / 86400)));
	char *s = mem_dup(m, b.data);
	buf_free(&b);
	return s;
}

static void print_text(const struct proof *p)
{
	char hex[65];
	if (p->verdict == NW_FREMD) {
		printf("%s: unbekannt. In keinem Register steht diese Datei%s.\n", p->path,
			p->attached ? " oder die Quelle, die ihr beiliegt" : ", und ihr liegt keine Quelle bei");
		return;
	}
	hash_hex(p->is.source_sha256, 32, hex);
	printf("%s: %s\n", p->path,
		p->verdict == NW_UNVERAENDERT ? "unverändert, wie ausgegeben"
			: p->source_known
			? "VERÄNDERT: die beiliegende Quelle ist die ausgegebene, die Datei ist es nicht"
			: "VERÄNDERT: weder die Datei noch ihre beiliegende Quelle ist die ausgegebene");
	printf("  Dokument     %s „%s“ (%s)%s\n", p->is.kind, p->is.object_id, p->is.ort,
		p->is.public ? "" : ", nichtöffentlich");
	printf("  ausgegeben   %s als %s, %d %s, mit %s\n", day_of(p->mem, p->is.when, date_put_short),
		file_base(p->is.file), p->is.pages, p->is.pages == 1 ? "Seite" : "Seiten", p->is.program);
	printf("  Quelle       sha256 %s\n", hex);
}

static void add_hex(cJSON *o, const char *name, const uint8_t *sum, size_t n)
{
	char hex[129];
	hash_hex(sum, n, hex);
	cJSON_AddStringToObject(o, name, hex);
}

static void print_json(const struct proof *p)
{
	static const char *const verdicts[] = {"unveraendert", "veraendert", "unbekannt"};
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "datei", p->path);
	cJSON_AddStringToObject(o, "urteil", verdicts[p->verdict]);
	if (p->verdict != NW_FREMD) {
		cJSON_AddBoolToObject(o, "quelle-bekannt", p->source_known);
		cJSON_AddStringToObject(o, "ort", p->is.ort);
		cJSON_AddStringToObject(o, "id", p->is.object_id);
		cJSON_AddStringToObject(o, "art", p->is.kind);
		cJSON_AddStringToObject(o, "ausgegeben-als", file_base(p->is.file));
		cJSON_AddStringToObject(o, "ausgegeben-am", day_of(p->mem, p->is.when, date_put_iso));
		cJSON_AddNumberToObject(o, "seiten", p->is.pages);
		cJSON_AddStringToObject(o, "programm", p->is.program);
		add_hex(o, "sha256", p->is.sha256, 32);
		add_hex(o, "quelle-sha256", p->is.source_sha256, 32);
		add_hex(o, "auszug-sha256", p->is.excerpt_sha256, 32);
	}
	char *s = cJSON_Print(o);
	puts(s ? s : "{}");
	free(s);
	cJSON_Delete(o);
}

static void prove(struct proof *p)
{
	struct file_map map;
	uint8_t file[32], source[32];
	const char **registers;
	size_t n = rec_registers(p->mem, p->args, &registers);
	if (!n)
		diag_sys(p->diag, "REGISTERWAHL", NULL, 0,
			"Ein Register gibt es nicht; ohne Register lässt sich nichts nachweisen, bitte mit --register "
			"DATEI eines nennen");
	if (!n || !file_map(&map, p->path, p->diag))
		return;
	hash_sha256(map.data, map.size, file);
	p->hash = hash_begin();
	pdf_read_attachments(map.data, map.size, take, p);
	hash_end(p->hash, source);
	file_unmap(&map);
	p->verdict = NW_FREMD;
	for (size_t i = 0; i < n; i++)
		if (ask(p, registers[i], file, source))
			break;
	if (diag_status(p->diag))
		return;
	if (p->args->opt[CMD_O_JSON])
		print_json(p);
	else
		print_text(p);
}

int cmd_nachweis(const struct cmd_args *a)
{
	int status = CMD_FINE;
	for (int i = 0; i < a->nargs; i++) {
		struct proof p = {.mem = mem_new(), .args = a, .path = a->arg[i], .diag = diag_new()};
		prove(&p);
		cmd_print_messages(&p.diag, 1, a);
		int s = cmd_status(p.diag, a);
		s = s ? s : p.verdict == NW_UNVERAENDERT ? CMD_FINE : CMD_FAULTY;
		status = s > status ? s : status;
		buf_free(&p.source);
		diag_free(p.diag);
		mem_free(p.mem);
	}
	return status;
}
