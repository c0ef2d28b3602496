/* lang.h: languages by their codes. */
#ifndef BASE_LANG_H
#define BASE_LANG_H

const char *lang_name(const char *code);           /* "en-GB": "englisch"; the code itself if not known */

#endif
