/* tagesordnung.c: the agenda of a session and all that is made of it, or the public agenda as JSON. */
#include <cjson/cJSON.h>

#include "cli/print.h"
#include "cli/run.h"
#include "office/announce.h"

/* The agenda as the public may read it, for other programs. */
static void print_agenda(void *unused, const struct doc_agenda *a)
{
	(void)unused;
	cJSON *all = cJSON_CreateArray();
	for (size_t i = 0; i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		if (!it->nummer)
			continue;
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "nummer", it->nummer);
		cJSON_AddStringToObject(o, "titel", it->titel);
		if (it->drucksache)
			cJSON_AddStringToObject(o, "drucksache", it->drucksache);
		if (it->rollen_wort && *it->rollen_wort)
			cJSON_AddStringToObject(o, "rolle", it->rollen_wort);
		cJSON_AddBoolToObject(o, "oeffentlich", it->oeffentlich);
		cJSON_AddBoolToObject(o, "entfallen", it->entfallen);
		if (it->nachtrag)
			cJSON_AddBoolToObject(o, "nachtrag", true);
		if (it->nachtrag && it->dringlichkeit)
			cJSON_AddStringToObject(o, "dringlichkeit", it->dringlichkeit);
		cJSON_AddItemToArray(all, o);
	}
	cmd_print_json(all);
}

static void one(const struct office *o, const struct cmd_args *a, const char *path, struct diag *d)
{
	const struct off_meeting wanted = {.folder = a->opt[CMD_O_OUTPUT],
		.guide = a->opt[CMD_O_REGIEBUCH] != NULL,
		.announce = a->opt[CMD_O_BEKANNTGEBEN] != NULL,
		.show = print_agenda};
	off_announce(o, &wanted, path, d);
}

int cmd_tagesordnung(const struct cmd_args *a)
{
	if (!a->opt[CMD_O_OUTPUT] && (!a->opt[CMD_O_JSON] || a->opt[CMD_O_BEKANNTGEBEN]))
		return cmd_usage("ratssatz tagesordnung braucht -o ORDNER");
	return cmd_documents(a, one);
}
