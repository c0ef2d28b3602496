/* words.h: what a town calls things. Model and compare know a word by the name the templates give it; who knows the
 * town hands in how it says it (style: sty_words). */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

struct doc_words {
	const char *(*say)(const void *town, const char *name);        /* "zustand-ohne" to its word; never NULL */
	const void *town;
	const char *waehrung;                          /* "Euro" or "€" */
};

static inline const char *doc_word(const struct doc_words *w, const char *name)
{
	return w->say(w->town, name);
}

#endif
