/* words.c: the dictionary of the language, opened with the first document that needs it; and words nobody saw before,
 * looked up beside everything else. */
#include "base/file.h"
#include "check/check.h"
#include "pipeline/run.h"

/* Where they are; false: they are not. */
static bool find_words(struct mem *m, const char **aff, const char **dic)
{
	const char *dir = pipe_share(m, "rechtschreibung");
	*aff = file_join(m, dir, "de.aff");
	*dic = file_join(m, dir, "de.dic");
	return file_exists(*aff) && file_exists(*dic);
}

struct chk_spell *pipe_speller(struct pipe *p)
{
	p->spell = p->spell ? p->spell : pipe_dictionary(p->run);
	return p->spell;
}

bool pipe_has_words(struct pipe *p)
{
	const char *aff, *dic;
	return find_words(p->run, &aff, &dic);
}

bool pipe_has_word(struct pipe *p, const char *word, size_t n, bool made)
{
	struct chk_spell *s = pipe_speller(p);
	return s && (chk_spell_knows(s, word, n) || (made && chk_spell_joins(s, word, n)));
}

void pipe_add_spelling(struct pipe *p, const struct edition *e, struct chk_context *c, struct diag *d)
{
	if (!pipe_speller(p))
		diag_sys(d, "WOERTERBUCH", file_join(p->run, pipe_share(p->run, "rechtschreibung"), "de.dic"), 0,
			"Für --rechtschreibung fehlt das Wörterbuch; bitte das Debian-Paket hunspell-de-de "
			"installieren und „make“ aufrufen");
	c->spell = p->spell;
	c->wordlist = e->root ? mem_fmt(p->run, "%s/%s/" CHK_WORDLIST, e->root, e->doc->ort) : NULL;
}

/* ---- later */

struct chk_spell *pipe_dictionary(struct mem *m)
{
	const char *aff, *dic;
	return find_words(m, &aff, &dic) ? chk_spell_open(aff, dic) : NULL;
}

void pipe_dictionary_close(struct chk_spell *s)
{
	chk_spell_close(s);
}

void pipe_words_later(struct pipe *p, bool later)
{
	p->words_later = later && pipe_speller(p);
	if (p->spell)
		chk_spell_later(p->spell, p->words_later);
}

size_t pipe_words_noted(struct pipe *p, struct mem *m, const char *const **words)
{
	return p->words_later ? chk_spell_noted(p->spell, m, words) : 0;
}

void pipe_look_up(struct chk_spell *s, const char *word)
{
	chk_spell_look_up(s, word);
}

void pipe_learn(struct pipe *p, const struct chk_spell *from, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n && pipe_speller(p); i++)
		chk_spell_learn(p->spell, from, words[i]);
}
