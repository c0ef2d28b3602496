/* finish.c: a tree that source built, worked out once for everyone; each step may ask what those before it found. */
#include "model/index.h"
#include "model/literatur.h"

void doc_finish(struct doc *doc, struct diag *d)
{
	doc->index = MEM_NEW(doc->mem, struct doc_index);
	doc->ort = doc_get(doc->root, DOC_A_ORT);
	doc->edition = doc_get(doc->root, DOC_A_EDITION);
	doc->lang = doc_get(doc->root, DOC_A_LANG);
	if (!doc->lang)
		doc->lang = "de";
	doc_number(doc);
	doc_index_ids(doc, d);
	doc_index_kennzahlen(doc, d);
	doc_index_stellen(doc);
	doc_index_massnahmen(doc, d);
	doc_index_papier(doc, d);
	doc_index_niederschrift(doc);
	doc_index_punkte(doc);
	doc_index_literatur(doc);
}
