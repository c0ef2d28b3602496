/* point.h: inside the room: the fields of a sheet, and the note of what was sent. */
#ifndef OFFICE_POINT_H
#define OFFICE_POINT_H
#include "model/doc.h"
#include "office/sheets.h"
#include "pipeline/pipeline.h"

/* What stands in a row; those from STATUS on are filled in by the office. */
enum off_field {
	OFF_AUSGABE, OFF_ART, OFF_ID, OFF_WAS, OFF_BISHER, OFF_SCHRITTE, OFF_KOSTEN, OFF_FRIST, OFF_PARTNER,
	OFF_STATUS, OFF_GRUND, OFF_KOSTEN_NEU, OFF_FRIST_NEU, OFF_WERT, OFF_STICHTAG, OFF_BLEIBT, OFF_WORTLAUT,
	OFF_ANMERKUNG, OFF_FIELDS
};
extern const char *const off_field_names[OFF_FIELDS];
extern const char *const off_point_arts[];         /* by enum doc_punkt_art: "massnahme" */

/* What can be decided about a point: a field with its label. */
struct off_entry {
	enum off_field field;
	const char *label;
	uint8_t entry;                                 /* enum blk_entry */
	const char *const *shown, *const *values; int n;       /* CHOICE: what is shown, what it means */
};
const struct off_entry *off_entries(enum doc_punkt_art, size_t *n);
const char *off_known_label(enum off_field);       /* of what is only told: OFF_BISHER to OFF_PARTNER */
#define OFF_KEY_LABEL "Kennung (bitte stehen lassen)"
#define OFF_ASK "Bitte wählen"                         /* what stands in a field that nobody filled in */
#define OFF_BETWEEN " | "                              /* steps, or paragraphs, in one cell */
#define OFF_WRITE "Hier eintragen"

/* What an office has to decide or to look at. */
struct off_point {
	struct doc_punkt p;
	const char *id;                                /* for programs, the same as long as it is the same */
	const char *words;                             /* of a text to be looked at: why; else NULL */
};
struct off_points { struct off_point *at; size_t n; };
/* Those of doc_punkte and the texts that checks beside the edition before tell (texts.c). */
struct off_points off_points(struct mem *, const struct edition *);
const struct off_point *off_points_get(const struct off_points *, const char *art, const char *id);    /* or NULL */

/* The row of a point as it is sent: OFF_AUSGABE to OFF_PARTNER filled, the others "". */
void off_point_row(struct mem *, const struct edition *, const struct off_point *, const char *row[OFF_FIELDS]);
/* What it is headed by: "Diagramm 1 Zuweisungen", "Kennzahl: Einwohner"; was: of its row. */
const char *off_point_title(struct mem *, const struct edition *, enum doc_punkt_art, const char *was);
const char *off_stelle_name(const struct doc *, const char *id);         /* NULL: "ohne Stelle" */
/* A table as a spreadsheet leaves it. */
struct off_table off_table_read(struct mem *, const char *data, size_t size);
/* Where its head has each field, -1: nowhere. False: it is no sheet. */
bool off_columns(struct mem *, const struct off_table *, int column[OFF_FIELDS]);

/* ---- form.c: a sheet for word processors */
struct off_sheet { const struct edition *e; struct off_points points; const char *name; };
void off_form(struct mem *, const struct off_sheet *, bool odt, struct buf *, struct diag *);
const char *off_form_title(struct mem *, const char *name);
extern const char off_form_intro[];
extern const char *const off_form_heads[2];
/* filled.c: what came back in another format as the table that CSV has: first its names, then a row a point; empty: it
 * is no sheet. form: it is one of word processors. */
struct off_table off_filled_read(struct mem *, const struct off_table *rows, bool *form);
/* What was written besides the fields is told; points: of the edition that is meant, or NULL. */
struct off_filled { const struct edition *e; const struct off_points *points; const char *path; };
void off_filled_tell(struct mem *, const struct off_filled *, const struct off_table *rows, struct diag *);
/* What was written in a field, as the source says it: "31.12.2019" is 2019-12-31, "geändert" is geaendert. */
const char *off_value(struct mem *, enum off_field, const char *written);
/* The same but for blanks, quotation marks, dashes and soft hyphens, which word processors change. */
bool off_alike(const char *a, const char *b);
#define OFF_SENT "boegen.csv"                          /* beside the edition: art;id;stelle;tag */

#endif
