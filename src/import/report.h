/* report.h: the account as people and programs read it: uebernahme.html and uebernahme.json. */
#ifndef IMPORT_REPORT_H
#define IMPORT_REPORT_H
#include "base/buf.h"
#include "import/sense.h"

void report_json(const struct sense *, const struct sense_result *, struct buf *);
void report_html(const struct sense *, const struct sense_result *, struct buf *);

#endif
