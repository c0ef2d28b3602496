/* sentence.h: inside the room: sentences of a text. */
#ifndef CHECK_SENTENCE_H
#define CHECK_SENTENCE_H
#include "check/rule.h"

/* The closing mark of the sentence from p on, or the end of the text. */
const char *chk_sentence_end(const struct chk_text *, const char *p);
/* The sentence that holds p: its first character, and its closing mark or the end of the text. False: longer than any.
 * */
bool chk_sentence(const struct chk_text *, const char *p, const char **from, const char **to);
/* Where the next sentence begins, behind the closing mark at p. */
const char *chk_sentence_next(const struct chk_text *, const char *p);

/* One of words, in small letters, stands between p and q, in any case. */
bool chk_has_word(const char *p, const char *q, const char *const *words);
/* From the word p to q to the next, behind a blank; false: there is none. */
bool chk_next_word(const char **p, const char **q);

#endif
