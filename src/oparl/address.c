/* address.c: where the objects stand in the net. */
#include <string.h>

#include "oparl/oparl.h"
#include "register/oparl.h"

static bool is_address(const char *s)
{
	const char *rest = !strncmp(s, "https://", 8) ? s + 8 : !strncmp(s, "http://", 7) ? s + 7 : "";
	size_t n = strlen(rest);
	return n && rest[n - 1] != '/' &&
		strspn(rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~:/[]%") == n;
}

const char *opa_base(struct reg *r, struct mem *m, const char *given, const char *otherwise, struct diag *d)
{
	struct reg_facts towns, f;
	const char *base = given;
	if (!reg_facts(r, m, REG_ORTE, reg_key(NULL, NULL), &towns, d))
		return NULL;
	if (!towns.rows) {
		diag_error(d, "OPARLLEER", NULL, 0,
			"Im Register steht noch keine Kommune, die sich über OParl zeigen könnte; bitte zuerst mit "
			"„ratssatz aufnehmen“ ein Dokument oder das Verzeichnis aufnehmen");
		return NULL;
	}
	for (size_t i = 0; !base && i < towns.rows; i++) {
		if (!reg_facts(r, m, REG_KOERPERSCHAFT, reg_key(towns.cells[i], NULL), &f, d))
			return NULL;
		base = reg_cell(&f, 0, "basis");
	}
	if (!base)
		base = otherwise;
	if (is_address(base))
		return base;
	diag_error(d, "OPARLADRESSE", NULL, 0,
		"„%s“ taugt nicht als Adresse der Schnittstelle, erwartet wird zum Beispiel "
		"https://ratsinfo.example.org/oparl ohne Schrägstrich am Ende; bitte --basis-url "
		"oder <oparl basis=\"…\"> im Verzeichnis berichtigen",
		base);
	return NULL;
}
