/* number.h: inside the room: what a table's cell says as a number. */
#ifndef COMPOSE_NUMBER_H
#define COMPOSE_NUMBER_H
#include <stdbool.h>

/* unit: what follows the digits, "" or " %"; NULL: it is no number, or more than one. year: it may be one. */
struct com_number { const char *unit; int decimals; bool year; };
struct com_number com_number(const char *);
/* "-5.000", "–1,5 %": nothing but a number and its unit; in a column of numbers whatever begins like one. */
bool com_negative(const char *, bool numbers);

#endif
