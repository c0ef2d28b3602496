/* version.c: the number from the Makefile. */
#include "base/version.h"

const char version_number[] = RATSSATZ_VERSION;
const char version_program[] = "ratssatz " RATSSATZ_VERSION;
