/* codes.c: the diagnostic codes of all rooms, joined. */
#include <string.h>
#include <strings.h>

#include "check/check.h"
#include "cli/messages.h"
#include "compose/compose.h"
#include "figure/figure.h"
#include "import/import.h"
#include "layout/layout.h"
#include "office/office.h"
#include "oparl/oparl.h"
#include "package/package.h"
#include "pdf/pdf.h"
#include "pipeline/pipeline.h"
#include "register/register.h"
#include "serve/serve.h"
#include "source/source.h"
#include "text/text.h"
#include "werkstatt/werkstatt.h"

static const struct diag_code own[] = {
	{"AUFRUF", DIAG_SYSTEM, "Der Aufruf stimmt nicht",
	 "Der Befehl, eine Option oder die Zahl der Angaben passt nicht. Was ein Befehl erwartet, sagt ratssatz BEFEHL "
	 "--hilfe. Rückgabewert 2."},
	{"SPEICHER", DIAG_SYSTEM, "Der Arbeitsspeicher reicht nicht aus",
	 "Das Betriebssystem hat keinen Speicher mehr hergegeben. Es wurde nichts geschrieben; ein früheres PDF steht "
	 "unverändert da. Andere Programme beenden oder das Dokument teilen."},
	{"AUSLAGERN", DIAG_SYSTEM, "Ein langes Dokument hat nicht genug Platz auf dem Datenträger",
	 "Was von einem langen Dokument (etwa ab 1000 Seiten) gerade nicht gebraucht wird, liegt so lange in einer "
	 "Datei ohne Namen, bis das PDF geschrieben ist: im Ordner, den TMPDIR nennt, sonst in /var/tmp. Dort ist "
	 "kein Platz, oder es lässt sich dort keine Datei anlegen. Es wurde nichts geschrieben; eine frühere Ausgabe "
	 "steht unverändert da.\nWas tun: Platz schaffen (rund 25 KB je Seite) oder mit TMPDIR einen Ordner nennen, "
	 "der ihn hat. Beispiel: TMPDIR=/srv/zwischen ratssatz setzen konzept.xml"},
	{"VORHANDEN", DIAG_SYSTEM, "Die Datei gibt es schon",
	 "ratssatz neu überschreibt nichts. Einen anderen Namen wählen oder die vorhandene Datei selbst entfernen."},
	{0},
};

static const struct diag_code *const rooms[] = {
	own,
	pipe_codes,
	off_codes,
	file_codes,
	src_codes,
	doc_codes,
	sty_codes,
	chk_codes,
	com_codes,
	fig_codes,
	txt_codes,
	lay_codes,
	pdf_codes,
	reg_codes,
	opa_codes,
	pak_codes,
	srv_codes,
	wst_codes,
	imp_codes,
};

void cmd_each_code(void (*fn)(void *, const struct diag_code *), void *arg)
{
	for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++)
		for (const struct diag_code *c = rooms[r]; c->code; c++)
			fn(arg, c);
}

const struct diag_code *cmd_code(const char *code)
{
	for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++)
		for (const struct diag_code *c = rooms[r]; c->code; c++)
			if (!strcasecmp(c->code, code))
				return c;
	return NULL;
}
