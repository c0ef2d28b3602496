/* reference.c: commands, options and codes as handbook appendix, man page and bash completion. */
#include "cli/reference.h"

#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/mem.h"
#include "base/version.h"
#include "cli/messages.h"

void ref_head(struct buf *b, const char *part, const char *title, const char *lead)
{
	buf_fmt(b,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- erzeugt: ratssatz referenz %s -->\n"
		"<anhang xmlns=\"urn:ratssatz:1\" id=\"referenz-%s\">\n  <titel>%s</titel>\n  <absatz>",
		part, part, title);
	ref_prose(b, lead);
	buf_str(b, "</absatz>\n");
}

static void option(struct buf *b, const struct cmd_option *o)
{
	buf_str(b, "    <punkt><code>");
	if (o->letter)
		buf_fmt(b, "-%c, ", o->letter);
	buf_str(b, o->name);
	if (o->value)
		buf_fmt(b, " %s", o->choices ? o->choices : o->value);
	buf_str(b, "</code>: ");
	ref_prose(b, o->text);
	buf_str(b, "</punkt>\n");
}

/* Options that so many commands take are explained once. */
enum { SHARED = 6 };

static cmd_opts shared(const struct cmd *all)
{
	cmd_opts bits = 0;
	for (int i = 0; i < CMD_OPT_MAX; i++) {
		int n = 0;
		for (const struct cmd *c = all; c->name; c++)
			n += c->opts >> i & 1;
		bits |= (cmd_opts)(n >= SHARED) << i;
	}
	return bits;
}

static void options(struct buf *b, cmd_opts bits)
{
	if (!bits)
		return;
	buf_str(b, "  <liste>\n");
	for (int i = 0; i < CMD_OPT_MAX; i++)
		if (bits >> i & 1)
			option(b, &cmd_options[i]);
	buf_str(b, "  </liste>\n");
}

/* "Dazu --streng, --inhalt": of what stands above. */
static void names_of(struct buf *b, cmd_opts bits)
{
	const char *before = "  <absatz>Dazu ";
	for (int i = 0; i < CMD_OPT_MAX; i++)
		if (bits >> i & 1) {
			buf_fmt(b, "%s<code>%s</code>", before, cmd_options[i].name);
			before = ", ";
		}
	buf_str(b, bits ? ".</absatz>\n" : "");
}

void ref_commands(struct buf *b, const struct cmd *all)
{
	const cmd_opts common = shared(all);
	ref_head(b, "befehle", "Alle Befehle",
		"Dieser Teil entsteht aus der Befehlstabelle des Programms. Optionen, die viele Befehle haben, stehen "
		"hier am Anfang und beim Befehl nur mit ihrem Namen. Jeder Befehl kennt `--hilfe`.");
	buf_str(b, "  <zwischentitel id=\"gemeinsame-optionen\">Optionen, die viele Befehle haben</zwischentitel>\n");
	options(b, common);
	for (const struct cmd *c = all; c->name; c++) {
		buf_fmt(b, "  <zwischentitel><code>ratssatz %s", c->name);
		esc_text(b, *c->args ? " " : "", *c->args ? 1 : 0);
		esc_text(b, c->args, strlen(c->args));
		buf_str(b, "</code></zwischentitel>\n  <absatz>");
		ref_prose(b, c->text);
		buf_str(b, "</absatz>\n");
		options(b, c->opts & ~common);
		names_of(b, c->opts & common);
	}
	buf_str(b, "</anhang>\n");
}

/* Examples end an explanation ("… Falsch: … Richtig: …", "… Beispiel: …"): in the handbook they are a block of source.
 * */
static const char *examples_in(const char *text)
{
	const char *wrong = strstr(text, "Falsch: "), *example = strstr(text, "Beispiel:");
	return wrong && (!example || wrong < example) ? wrong : example;
}

/* In a block of source nothing marks source, and no full stop is copied with a command. */
static void source(struct buf *b, const char *s, size_t n)
{
	for (const char *end = s + n, *mark; s < end; s = mark + 1) {
		mark = memchr(s, '`', (size_t)(end - s));
		if (!mark)
			mark = end;
		esc_text(b, s, (size_t)(mark - s));
		if (end - mark == 2 && mark[1] == '.')
			return;
	}
}

static void examples(struct buf *b, const char *wrong)
{
	const char *right = strstr(wrong, " Richtig: ");
	size_t n = right ? (size_t)(right - wrong) : strlen(wrong);
	buf_str(b, "  <quelltext>");
	source(b, wrong, n);
	if (right) {
		buf_chr(b, '\n');
		source(b, right + 1, strlen(right + 1));
	}
	buf_str(b, "</quelltext>\n");
}

static void code_entry(struct buf *b, const struct diag_code *c)
{
	const char *wrong = examples_in(c->text);
	struct buf lead = {0};
	buf_put(&lead, c->text, wrong ? (size_t)(wrong - c->text) : strlen(c->text));
	buf_fmt(b, "  <zwischentitel><code>%s</code></zwischentitel>\n  <absatz><stark>", c->code);
	ref_prose(b, c->title);
	buf_fmt(b, "</stark> (%s). ",
		c->sev == DIAG_WARNUNG           ? "Warnung"
			: c->sev == DIAG_HINWEIS ? "Hinweis"
			: c->sev == DIAG_AUS     ? "ausgeschaltet"
						 : "Fehler");
	ref_prose(b, lead.data);
	buf_str(b, "</absatz>\n");
	if (wrong)
		examples(b, wrong);
	buf_free(&lead);
}

struct codes { const struct diag_code **v; size_t n, cap; };

static void gather(void *to, const struct diag_code *c)
{
	struct codes *all = to;
	MEM_ROOM(all->v, all->n, all->cap);
	all->v[all->n++] = c;
}

static int by_name(const void *a, const void *b)
{
	const struct diag_code *const *x = a, *const *y = b;
	return strcmp((*x)->code, (*y)->code);
}

void ref_codes(struct buf *b, const struct cmd *unused)
{
	(void)unused;
	struct codes all = {0};
	cmd_each_code(gather, &all);
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_name);
	ref_head(b, "meldungen", "Alle Meldungen",
		"Jede Meldung endet mit einem Kürzel in eckigen Klammern; hier stehen sie nach dem Alphabet. Dieser "
		"Teil entsteht aus den Regeltabellen des Programms; dasselbe sagt `ratssatz erklaere`.");
	for (size_t i = 0; i < all.n; i++)
		code_entry(b, all.v[i]);
	buf_str(b, "</anhang>\n");
	free(all.v);
}

/* A line of text for man: backslashes and leading dots are escaped, hyphens are minus signs. */
static void man_text(struct buf *b, const char *s)
{
	if (*s == '.' || *s == '\'')
		buf_str(b, "\\&");
	for (; *s; s++)
		if (*s == '\\')
			buf_str(b, "\\e");
		else if (*s == '-')
			buf_str(b, "\\-");
		else
			buf_chr(b, *s);
	buf_chr(b, '\n');
}

static void man_options(struct buf *b)
{
	buf_str(b, ".SH OPTIONEN\n");
	for (int i = 0; i < CMD_OPT_MAX; i++) {
		const struct cmd_option *o = &cmd_options[i];
		buf_str(b, ".TP\n.B ");
		if (o->letter)
			buf_fmt(b, "\\-%c, ", o->letter);
		man_text(b, o->name);
		if (o->value) {
			b->len--;
			buf_fmt(b, " \\fI%s\\fR\n", o->choices ? o->choices : o->value);
		}
		man_text(b, o->text);
	}
}

void ref_man(struct buf *b, const struct cmd *all)
{
	buf_fmt(b, ".TH RATSSATZ 1 \"\" \"%s\" \"ratssatz\"\n", version_program);
	buf_str(b,
		".SH NAME\nratssatz \\- geprüfte, barrierefreie Dokumente der Verwaltung aus strukturiertem XML\n"
		".SH SYNOPSIS\n");
	for (const struct cmd *c = all; c->name; c++)
		buf_fmt(b, ".B ratssatz %s\n%s%s\n.br\n", c->name, c->opts ? "[\\fIOPTION\\fR…] " : "", c->args);
	buf_str(b, ".SH BEFEHLE\n");
	for (const struct cmd *c = all; c->name; c++) {
		buf_fmt(b, ".TP\n.B %s\n", c->name);
		man_text(b, c->text);
	}
	man_options(b);
	buf_str(b,
		".SH RÜCKGABEWERT\n0: gut. 1: das Dokument ist fehlerhaft, geschrieben wurde nichts. 2: der Aufruf "
		"stimmt nicht. 3: das System (Datei, Speicher, Datenträger).\n"
		".SH MELDUNGEN\n.I datei:zeile: Fehler|Warnung: was nicht stimmt, was erwartet wurde, was zu tun "
		"ist [KÜRZEL]\n.PP\n"
		"Mehr zu einem Kürzel sagt\n.BR \"ratssatz erklaere\" .\n"
		".SH UMGEBUNG\n.TP\n.B RATSSATZ_GESTALTUNG\nOrdner der Gestaltungen.\n.TP\n.B RATSSATZ_INHALT\nWurzel "
		"der Inhalte.\n"
		".TP\n.B RATSSATZ_SCHLUESSEL\nSchlüssel eines neuen Registers, 64 Ziffern 0 bis f; sonst macht es ihn "
		"selbst. Nur für Prüfungen.\n"
		".TP\n.B SOURCE_DATE_EPOCH\nDatum des PDF, wo die Quelle keinen Stand nennt.\n");
}

/* What may follow a word; the pattern "command:word" stands already. */
static void bash_words(struct buf *b, const char *choices)
{
	buf_str(b, ") COMPREPLY=($(compgen -W \"");
	for (const char *p = choices; *p; p++)
		buf_chr(b, *p == '|' ? ' ' : *p);
	buf_str(b, "\" -- \"$cur\")); return ;;\n");
}

/* Two commands may mean different things by one name. */
static void bash_option(struct buf *b, const struct cmd *all, int option)
{
	const char *before = "\t";
	for (const struct cmd *c = all; c->name; c++)
		if (c->opts >> option & 1) {
			buf_fmt(b, "%s%s:%s", before, c->name, cmd_options[option].name);
			before = "|";
		}
	bash_words(b, cmd_options[option].choices);
}

void ref_bash(struct buf *b, const struct cmd *all)
{
	buf_str(b,
		"# bash completion for ratssatz\n_ratssatz()\n{\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} "
		"prev=${COMP_WORDS[COMP_CWORD-1]}\n"
		"\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\tCOMPREPLY=($(compgen -W \"");
	for (const struct cmd *c = all; c->name; c++)
		buf_fmt(b, "%s ", c->name);
	buf_str(b, "--hilfe --version\" -- \"$cur\"))\n\t\treturn\n\tfi\n\tcase ${COMP_WORDS[1]}:$prev in\n");
	for (int i = 0; i < CMD_OPT_MAX; i++)
		if (cmd_options[i].choices)
			bash_option(b, all, i);
	for (const struct cmd *c = all; c->name; c++)
		if (c->choices) {
			buf_fmt(b, "\t%s:%s", c->name, c->name);
			bash_words(b, c->choices);
		}
	buf_str(b,
		"\terklaere:erklaere) COMPREPLY=($(compgen -W \"$(ratssatz erklaere 2>/dev/null | cut -d' ' -f1)\" -- "
		"\"$cur\")); return ;;\n\tesac\n\tcase ${COMP_WORDS[1]} in\n");
	for (const struct cmd *c = all; c->name; c++) {
		buf_fmt(b, "\t%s) [[ $cur == -* ]] && COMPREPLY=($(compgen -W \"", c->name);
		for (int i = 0; i < CMD_OPT_MAX; i++)
			if (c->opts >> i & 1)
				buf_fmt(b, "%s ", cmd_options[i].name);
		buf_str(b, "--hilfe\" -- \"$cur\")) && return ;;\n");
	}
	buf_str(b, "\tesac\n\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n}\ncomplete -o filenames -F _ratssatz ratssatz\n");
}
