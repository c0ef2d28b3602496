/* beilagen.c: the files of Anlagen as source looked at them: what a reader, or a program that reads aloud, gets. */
#include <stdlib.h>

#include "check/number.h"
#include "check/sentence.h"
#include "check/told.h"

static const char *name_of(struct chk *c, const struct doc_anlage *a)
{
	return mem_fmt(c->mem, "Anlage %d („%s“, %s)", a->nummer, a->titel, a->datei);
}

/* "Tags, Sprache und Titel" */
static const char *lacking(struct chk *c, const struct look_pdf *k)
{
	const struct { bool there; const char *what;
	} all[] = {{k->tagged, "Tags"}, {*k->lang, "Sprache"}, {k->titled, "Titel"}};
	const char *found[3];
	size_t n = 0;
	for (size_t i = 0; i < 3; i++)
		if (!all[i].there)
			found[n++] = all[i].what;
	return !n        ? NULL
		: n == 1 ? found[0]
		: n == 2 ? mem_fmt(c->mem, "%s und %s", found[0], found[1])
			 : "Tags, Sprache und Titel";
}

/* The one fault that keeps a reader out; NULL: none. */
static const char *shut(const struct look_pdf *k)
{
	switch (k->state) {
	case LOOK_LOCKED:
		return "öffnet sich nur mit einem Kennwort; erwartet wird eine Datei, die alle lesen können, bitte "
		       "sie ohne Kennwort speichern";
	case LOOK_BROKEN:
		return "ist beschädigt und lässt sich nicht öffnen; erwartet wird eine vollständige PDF-Datei, bitte "
		       "sie neu erzeugen";
	case LOOK_NONE: return "ist keine PDF-Datei; erwartet wird eine, bitte die Anlage als PDF speichern";
	default: break;
	}
	if (k->mended)
		return "ist beschädigt, Programme müssen sie beim Öffnen reparieren; erwartet wird eine fehlerfreie "
		       "PDF-Datei, bitte sie neu erzeugen";
	if (k->closed)
		return "verbietet Vorleseprogrammen, den Text zu lesen; erwartet wird eine Datei ohne diesen Schutz, "
		       "bitte sie ungeschützt speichern";
	return NULL;
}

static void one_pdf(struct chk *c, const struct doc_anlage *a)
{
	const char *fault = shut(&a->look);
	const char *lack = lacking(c, &a->look);
	if (fault)
		chk_tell(c, RULE_ANLAGENPDF, a->node, "%s %s", name_of(c, a), fault);
	else if (lack && a->look.state == LOOK_READ && !a->look.silent && !a->text)
		chk_tell(c, RULE_ANLAGENPDF, a->node,
			"%s hat keine Angabe für: %s; erwartet wird ein barrierefreies PDF, bitte die Datei so "
			"speichern („PDF/UA“) oder ihren Text mit alternative=\"….txt\" nennen",
			name_of(c, a), lack);
}

void chk_anlagenpdf(struct chk *c)
{
	size_t n;
	const struct doc_anlage *all = doc_anlagen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		if (all[i].data)
			one_pdf(c, &all[i]);
}

/* What it says beside its pages, and with that who wrote it; NULL: nothing. */
static const char *concealed(struct chk *c, const struct look_pdf *k)
{
	struct buf b = {0};
	if (look_put_rest(&b, k) && *k->author)
		buf_fmt(&b, "; als Verfasser nennt sie „%s“", k->author);
	return buf_take_or(&b, c->mem, NULL);
}

static void one_rest(struct chk *c, const struct doc_anlage *a)
{
	const char *what = concealed(c, &a->look);
	if (what)
		chk_tell(c, RULE_ANLAGENREST, a->node,
			"%s geht hinaus, wie sie ist, und enthält, was keine Seite zeigt: %s; erwartet wird eine "
			"Datei, aus der das entfernt ist, bitte sie ohne das neu als PDF speichern",
			name_of(c, a), what);
	if (a->look.unseen)
		chk_tell(c, RULE_ANLAGENREST, a->node,
			"%s enthält auf Seite %d Text, den niemand sieht und jeder kopieren kann: Er ist schwarz "
			"oder mit einem Bild überdeckt, weiß auf weiß, abgeschnitten, unsichtbar oder steht neben der "
			"Seite; erwartet wird eine Datei "
			"ohne ihn, bitte ihn im Original löschen, nicht überdecken, und sie neu als PDF speichern",
			name_of(c, a), a->look.unseen);
}

void chk_anlagenrest(struct chk *c)
{
	size_t n;
	const struct doc_anlage *all = doc_anlagen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		if (all[i].oeffentlich && all[i].data)
			one_rest(c, &all[i]);
}

void chk_anlagentext(struct chk *c)
{
	size_t n;
	const struct doc_anlage *all = doc_anlagen(c->doc, &n);
	for (size_t i = 0; i < n; i++) {
		const struct doc_anlage *a = &all[i];
		const struct look_pdf *k = &a->look;
		if (a->plan && !a->alternative)
			chk_tell(c, RULE_ANLAGENTEXT, a->node,
				"%s ist ein Bild ohne Text; erwartet wird alternative=\"….txt\" mit einer Textdatei, "
				"die sagt, was dort zu sehen ist, bitte ergänzen",
				name_of(c, a));
		if (k->state != LOOK_READ || !k->silent || a->alternative)
			continue;
		chk_tell(c, RULE_ANLAGENTEXT, a->node,
			"%s: %d von %d %s %s nur ein Bild ohne Text (Scan); erwartet wird "
			"alternative=\"….txt\" mit einer Textdatei, die sagt, was dort steht oder zu sehen "
			"ist, bitte ergänzen",
			name_of(c, a), k->silent, k->pages, k->pages == 1 ? "Seite" : "Seiten",
			k->silent == 1 ? "ist" : "sind");
	}
}

/* As far as it is known. */
static int pages_of(const struct doc_anlage *a)
{
	return a->plan ? 1 : a->look.state == LOOK_READ ? a->look.pages : 0;
}

static const char *pages_said(struct chk *c, int n)
{
	return mem_fmt(c->mem, "%d %s", n, n == 1 ? "Seite" : "Seiten");
}

void chk_anlagenseiten(struct chk *c)
{
	size_t n;
	const struct doc_anlage *all = doc_anlagen(c->doc, &n);
	for (size_t i = 0; i < n; i++) {
		const struct doc_anlage *a = &all[i];
		const int is = pages_of(a);
		if (is && a->seiten && a->seiten != is)
			chk_tell(c, RULE_ANLAGENSEITEN, a->node,
				"%s hat %s, angegeben ist seiten=\"%d\"; bitte die Datei prüfen oder die Zahl "
				"berichtigen",
				name_of(c, a), pages_said(c, is), a->seiten);
	}
}

/* "umfasst 12 Seiten", "(„Plan“, 12 Seiten)" from p on; q: behind. 0: something else follows. */
static int told_pages(const char *p, const char **q)
{
	static const char *const fill[] = {"umfasst", "hat", "enthält", "zählt", "besteht", "aus", "mit", "insgesamt",
		"ist", NULL};
	static const char *const pages[] = {"Seite", "Seiten", NULL};
	for (int words = 0; words < 4; words++, p = *q) {
		p += strspn(p, " ,(");
		const char *quote = chk_starts(p, "„") ? strstr(p, "“") : NULL, *noun;
		*q = quote ? quote + strlen("“") : chk_word_end(p);
		const int n = quote ? 0
			: *p >= '0' && *p <= '9' ? (*q - p <= 3 ? atoi(p) : 0) : chk_number_word(p, (size_t)(*q - p));
		noun = *q;
		if (n)
			return chk_gap(&noun) && chk_among(noun, *q = chk_word_end(noun), pages) ? n : 0;
		if (*q == p || (!quote && !chk_among(p, *q, fill)))
			return 0;
	}
	return 0;
}

void chk_anlage_pages(struct chk *c, const struct chk_text *t, const struct chk_tok *k, const char *p,
	const struct doc_anlage *a)
{
	const char *q;
	const int is = pages_of(a), told = is ? told_pages(p, &q) : 0;
	if (told && told != is)
		chk_tell_at(c, RULE_ANLAGENSEITEN, t, k->p,
			"„%s“: die Datei %s hat %s; bitte die Datei prüfen oder die Zahl berichtigen",
			chk_quote(c, t, k->p, q), a->datei, pages_said(c, is));
}
