/* teilarten.h: inside the room: rows that part a whole, "davon …": which of them nothing is two of. */
#ifndef CHECK_TEILARTEN_H
#define CHECK_TEILARTEN_H
#include <stdbool.h>
#include <stddef.h>

/* Ways to part something: by sex, by age, … 0 to chk_part_kinds() - 1. */
enum { CHK_PART_ROWS = 24 };
int chk_part_kinds(void);
/* Of n heads those that part it in that way: how many, at least two, and which; 0: none, or some that overlap. */
size_t chk_parts_of_kind(const char *const *head, size_t n, int kind, size_t *row);

#endif
