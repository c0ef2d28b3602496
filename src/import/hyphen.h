/* hyphen.h: a hyphen at the end of a line is the setter's ("Integra-tion"), the word's own ("deutsch-polnisch"), or
 * stands for a word left out ("Haupt- und Realschule"). A reader only says where one stood: it is confined and has no
 * dictionary. Who has called it decides. */
#ifndef IMPORT_HYPHEN_H
#define IMPORT_HYPHEN_H
struct imp_flow;
struct imp_words;

/* Behind a hyphen that stood at the end of a line; nothing else in a flow is a control character. */
#define HYPHEN_MARK '\x1F'

/* Decides all that are marked; words NULL: by looks alone. Flow keeps what was made whole and no dictionary has. */
void hyphens_decide(struct imp_flow *, const struct imp_words *);

#endif
