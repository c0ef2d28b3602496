/* acc.c: words taken in, placed, dropped, unknown; what was guessed and found. */
#include "import/acc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "import/draft.h"
#include "import/flow.h"

struct acc *acc_new(struct mem *m)
{
	struct acc *a = MEM_NEW(m, struct acc);
	a->mem = a->in.mem = m;
	return a;
}

void acc_at(struct acc *a, const struct imp_node *n)
{
	if (n->line)
		a->line = n->line;
	if (n->page)
		a->page = n->page;
}

const char *acc_sure_name(enum acc_sure s)
{
	static const char *const names[] = {"sicher", "wahrscheinlich", "unsicher"};
	return names[s];
}

/* ---- what the original holds ---- */

static void flush(struct bag *g, struct buf *b)
{
	bag_add(g, b->data ? b->data : "");
	buf_free(b);
}

static bool is_aside(enum imp_kind k)
{
	return k == IMP_NOTE || k == IMP_COMMENT || imp_is_block(k);
}

/* Words may be cut in runs; notes and blocks stand apart from the line they are anchored in. */
static void take(struct bag *g, const struct imp_node *n, struct buf *b)
{
	if (n->label && n->typed_label)
		buf_fmt(b, "%s ", n->label);
	if (n->text && (n->kind == IMP_TEXT || n->kind == IMP_CODE))
		buf_str(b, n->text);
	if (n->kind == IMP_LINE || n->kind == IMP_TAB)
		buf_chr(b, ' ');
	if (n->kind == IMP_PICTURE && n->alt)
		bag_add(g, n->alt);
	for (const struct imp_node *c = n->first; c; c = c->next) {
		struct buf own = {0};
		take(g, c, is_aside(c->kind) ? &own : b);
		flush(g, &own);
	}
}

void acc_take_in(struct acc *a, const struct imp_node *root)
{
	struct buf b = {0};
	take(&a->in, root, &b);
	flush(&a->in, &b);
}

/* ---- what is told along the way ---- */

static void drop(struct acc *a, const char *rule, const char *text)
{
	size_t words = bag_count(text);
	if (!words)
		return;
	MEM_ROOM_IN(a->mem, a->drops, a->ndrops, a->capdrops);
	a->drops[a->ndrops++] = (struct acc_drop){rule, mem_dup(a->mem, text), a->line, a->page, words};
	a->dropped += words;
}

void acc_drop_node(struct acc *a, const char *rule, const struct imp_node *n)
{
	struct bag g = {.mem = a->mem};
	struct buf b = {0}, all = {0};
	acc_at(a, n);
	take(&g, n, &b);
	flush(&g, &b);
	for (size_t i = 0; i < g.n; i++)
		buf_fmt(&all, "%s%s", i ? " " : "", g.words[i]);
	if (all.len)
		drop(a, rule, all.data);
	buf_free(&all);
}

static const char *said(struct mem *m, const char *fmt, va_list args)
{
	char *s = NULL;
	if (vasprintf(&s, fmt, args) < 0)
		mem_out();
	const char *kept = mem_dup(m, s);
	free(s);
	return kept;
}

void acc_guess(struct acc *a, enum acc_sure sure, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	const char *text = said(a->mem, fmt, args);
	va_end(args);
	MEM_ROOM_IN(a->mem, a->guesses, a->nguesses, a->capguesses);
	a->guesses[a->nguesses++] = (struct acc_guess){sure, text, a->line, a->page};
}

void acc_find(struct acc *a, const char *code, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	const char *text = said(a->mem, fmt, args);
	va_end(args);
	MEM_ROOM_IN(a->mem, a->findings, a->nfindings, a->capfindings);
	a->findings[a->nfindings++] = (struct acc_finding){mem_dup(a->mem, code), text, a->line,
		a->page};
}

void acc_changed(struct acc *a, const char *what)
{
	size_t i = 0;
	while (i < a->nchanges && strcmp(a->changes[i].what, what))
		i++;
	if (i == a->nchanges) {
		MEM_ROOM_IN(a->mem, a->changes, a->nchanges, a->capchanges);
		a->changes[a->nchanges++] = (struct acc_change){what, 0};
	}
	a->changes[i].n++;
}

/* ---- adding up ---- */

static bool joins_words(const struct draft *d)
{
	static const char *const names[] = {"betont", "stark", "code", "abk", "sprache", "extern", "verweis", NULL};
	for (const char *const *n = names; *n; n++)
		if (draft_is(d, *n))
			return true;
	return false;
}

static void put_out(struct acc *a, struct bag *g, const struct draft *d, struct buf *b)
{
	if (d->meant) {
		size_t before = g->n;
		bag_add(g, d->meant);
		a->meant += g->n - before;
	}
	for (const struct draft *c = d->first; c; c = c->next) {
		if (!c->name) {
			buf_str(b, c->ours ? " " : c->text);
		} else if (joins_words(c)) {
			put_out(a, g, c, b);
		} else if (draft_is(c, "umbruch")) {
			buf_chr(b, ' ');
		} else {
			struct buf own = {0};
			put_out(a, g, c, &own);
			flush(g, &own);
		}
	}
}

static bool is_free(const char *rule)
{
	static const char *const rules[] = {"Inhaltsverzeichnis", "Kopf- und Fußzeile", "Seitenzahl", "Zusammenfassung",
		"Tagesordnung", "Rückverweis einer Fußnote", NULL};
	for (const char *const *r = rules; *r; r++)
		if (!strcmp(*r, rule))
			return true;
	return false;
}

static void tell_words(const struct bag *g, const char *path, const char *what, struct diag *d)
{
	struct buf b = {0};
	for (size_t i = 0; i < g->n; i++)
		buf_fmt(&b, "%s%s", i ? " " : "", g->words[i]);
	diag_error(d, "KONTO", path, 0, "Das Konto der Übernahme geht nicht auf: %s: „%s“; geschrieben wird nichts, "
		"bitte "
		"die Datei als Fehler melden", what, b.data);
	buf_free(&b);
}

bool acc_add_up(struct acc *a, struct draft *const *roots, size_t n, const char *path, struct diag *d)
{
	enum { SHOWN = 12 };
	struct bag out = {.mem = a->mem};
	struct buf b = {0};
	a->meant = a->free = 0;
	for (size_t i = 0; i < n; i++) {
		put_out(a, &out, roots[i], &b);
		flush(&out, &b);
	}
	a->placed = out.n - a->unknown;
	for (size_t i = 0; i < a->ndrops; i++) {
		bag_add(&out, a->drops[i].text);
		a->free += is_free(a->drops[i].rule) ? a->drops[i].words : 0;
	}
	bag_sort(&a->in);
	bag_sort(&out);
	struct bag lost = bag_missing(&a->in, &out, SHOWN), twice = bag_missing(&out, &a->in, SHOWN);
	if (lost.n)
		tell_words(&lost, path, "Diese Wörter des Originals stehen nirgends", d);
	if (twice.n)
		tell_words(&twice, path, "Diese Wörter stehen öfter da als im Original", d);
	size_t measured = a->dropped - a->free;
	if (measured * 50 > a->in.n && measured > 20)
		diag_error(d, "KONTO", path, 0,
			"Regeln ließen %zu von %zu Wörtern weg, mehr als 2 von 100; geschrieben wird nichts, bitte "
			"die Datei "
			"als Fehler melden", measured, a->in.n);
	return !lost.n && !twice.n && !(measured * 50 > a->in.n && measured > 20);
}
