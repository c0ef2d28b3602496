/* anlage.c: says of PDFs made by others what they give a screen reader. Also the door by which the first program asks
 * (base/look.h): a file in memory as standard input, a line of JSON as answer. */
#include <stdlib.h>
#include <sys/resource.h>

#include "base/file.h"
#include "base/sanitized.h"
#include "cli/print.h"
#include "cli/run.h"
#include "pdf/foreign.h"

enum { MIB = 1024, SECONDS = 50 };                     /* what looking at one file may cost */

/* A file that wants more is told as broken by whoever asked. */
static void keep_within(void)
{
#if !SANITIZED
	struct rlimit room = {(rlim_t)MIB << 20, (rlim_t)MIB << 20}, time = {SECONDS, SECONDS}, none = {0, 0};
	setrlimit(RLIMIT_AS, &room);
	setrlimit(RLIMIT_CPU, &time);
	setrlimit(RLIMIT_CORE, &none);
#endif
}

static void put_text(const char *path, const struct look_pdf *k)
{
	static const char *const odd[] = {[LOOK_UNKNOWN] = "nicht angesehen",
		[LOOK_LOCKED] = "verschlüsselt, ohne Kennwort kann sie niemand öffnen",
		[LOOK_BROKEN] = "beschädigt, sie lässt sich nicht öffnen",
		[LOOK_NONE] = "keine PDF-Datei"};
	if (k->state != LOOK_READ) {
		printf("%s: %s\n", path, odd[k->state]);
		return;
	}
	printf("%s: %d %s\n", path, k->pages, k->pages == 1 ? "Seite" : "Seiten");
	if (k->silent)
		printf("  Text     %d %s\n", k->silent, k->silent == 1 ? "Seite ohne Text" : "Seiten ohne Text");
	else
		printf("  Text     auf allen Seiten\n");
	printf("  Tags     %s\n", k->tagged ? "ja" : "keine");
	printf("  Sprache  %s\n", *k->lang ? k->lang : "nicht angegeben");
	printf("  Titel    %s\n", k->titled ? "ja" : "nicht angegeben");
	if (*k->author)
		printf("  Von      %s\n", k->author);
	struct buf rest = {0};
	if (look_put_rest(&rest, k))
		printf("  Enthält  %s\n", rest.data);
	buf_free(&rest);
	if (k->unseen)
		printf("  Verdeckt Text, den niemand sieht, auf Seite %d\n", k->unseen);
	if (k->encrypted)
		printf("  Schutz   verschlüsselt%s\n", k->closed ? ", Vorlesen verboten" : "");
	if (k->mended)
		printf("  Aufbau   beschädigt, Programme müssen die Datei reparieren\n");
}

int cmd_anlage(const struct cmd_args *a)
{
	struct diag *d = diag_new();
	bool good = true;
	keep_within();
	for (int i = 0; i < a->nargs; i++) {
		struct buf b = {0}, line = {0};
		struct look_pdf k;
		if (file_read(&b, a->arg[i], d)) {
			pdf_look(b.data ? b.data : "", b.len, &k);
			good &= k.state == LOOK_READ;
			if (a->opt[CMD_O_BEIWERK]) {
				pdf_beside(b.data ? b.data : "", b.len, &line);
				cmd_print(&line);
			} else if (a->opt[CMD_O_JSON]) {
				look_put(&line, &k);
				cmd_print(&line);
			} else {
				put_text(a->arg[i], &k);
			}
		}
		buf_free(&line);
		buf_free(&b);
	}
	int status = cmd_finish(&d, 1, a);
	return status ? status : good ? CMD_FINE : CMD_FAULTY;
}
