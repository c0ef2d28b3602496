/* point.h: inside the room: the fields of a sheet, and the note of what was sent. */
#ifndef OFFICE_POINT_H
#define OFFICE_POINT_H
#include "model/doc.h"
#include "office/sheets.h"
#include "pipeline/pipeline.h"

/* What stands in a row; those from STATUS on are filled in by the office. */
enum off_field {
	OFF_AUSGABE, OFF_ART, OFF_ID, OFF_WAS, OFF_BISHER, OFF_SCHRITTE, OFF_KOSTEN, OFF_FRIST, OFF_PARTNER,
	OFF_STATUS, OFF_GRUND, OFF_WERT, OFF_STICHTAG, OFF_BLEIBT, OFF_ANMERKUNG, OFF_FIELDS
};
extern const char *const off_field_names[OFF_FIELDS];
extern const char *const off_point_arts[];         /* by enum doc_punkt_art: "massnahme" */

/* The row of a point as it is sent: OFF_AUSGABE to OFF_PARTNER filled, the others "". */
void off_point_row(struct mem *, const struct edition *, const struct doc_punkt *, const char *row[OFF_FIELDS]);
const char *off_point_id(const struct doc_punkt *);
/* A table as a spreadsheet leaves it; line: of a row in the file. */
struct off_row { const char **cell; int n, line; };
struct off_table { struct off_row *row; size_t n; };
struct off_table off_table_read(struct mem *, const char *data, size_t size);
/* Where its head has each field, -1: nowhere. False: it is no sheet. */
bool off_columns(struct mem *, const struct off_table *, int column[OFF_FIELDS]);
#define OFF_SENT "boegen.csv"                          /* beside the edition: art;id;stelle;tag */

#endif
