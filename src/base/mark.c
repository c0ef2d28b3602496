/* mark.c: the marks by which each output is known, whatever version of the program wrote it. */
#include "base/mark.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

/* head: what the file begins with, NULL: anything; then somewhere the mark. */
static const struct { const char *head, *mark; } known[] = {
	{"%PDF-", "<pdf:Producer>" MARK_NAME},             /* XMP, never compressed (PDF/A) */
	{"<!DOCTYPE html", "\"generator\" content=\"" MARK_NAME},
	{"BEGIN:VCALENDAR", "PRODID:-//" MARK_NAME},
	{"PK", "pruefsummen.sha512"},                      /* a package of any version */
	{"PK", MARK_NAME},                                 /* the comment */
	{"{", "\"erzeuger\":\t\"" MARK_NAME},
	{"<?xml", "<!-- erzeugt: " MARK_NAME},
	{MARK_TEXT, ""},
	{"{\"job\":", "\"schluessel\":"},                 /* a plan of jobs */
	{"#!/bin/sh\n", "# Geschrieben von „ratssatz"},
};

static bool has(const struct file_map *f, const char *head, const char *mark)
{
	size_t n = strlen(head);
	return f->size >= n && !memcmp(f->data, head, n) && memmem(f->data, f->size, mark, strlen(mark));
}

bool mark_is_ours(const char *path)
{
	struct stat st;
	struct file_map f;
	struct diag *quiet = diag_new();
	bool ours = false;
	if (stat(path, &st) || !S_ISREG(st.st_mode) || !st.st_size) {
		ours = true;                               /* nothing is lost; a folder is told when it is opened */
	} else if (file_map(&f, path, quiet)) {
		for (size_t i = 0; !ours && i < sizeof known / sizeof *known; i++)
			ours = has(&f, known[i].head, known[i].mark);
		file_unmap(&f);
	}
	diag_free(quiet);
	return ours;
}

bool mark_may_replace(const char *path, struct diag *d)
{
	if (!file_exists(path) || mark_is_ours(path))
		return true;
	diag_sys(d, "FREMDEDATEI", path, 0,
		"Die Datei gibt es schon, und ratssatz hat sie nicht geschrieben; ersetzt wird nur, was ratssatz "
		"schrieb, bitte einen anderen Namen wählen oder die Datei vorher wegräumen");
	return false;
}
