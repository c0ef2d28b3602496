/* kinds.h: inside the room: what happens on entering and on leaving a node, by its kind. */
#ifndef COMPOSE_KINDS_H
#define COMPOSE_KINDS_H
#include "compose/walk.h"

extern const struct com_kind com_kinds[DOC_KIND_MAX];

com_leave com_arbeitspaket_end;
com_enter com_on_massnahmen_aus;
com_enter com_on_hinweis, com_on_zitat, com_on_randzahl, com_on_quelltext, com_on_leitsatz;
com_leave com_zitat_end;
com_enter com_on_karten, com_on_zeitachse;
com_enter com_on_datentabellen;
com_enter com_on_diagramm_aus, com_on_diagramm, com_on_organigramm, com_on_nabe, com_on_landkarte,
	com_on_wortwolke, com_on_prozess;
com_enter com_on_folie, com_on_umfrage, com_on_slide_source;
com_leave com_folie_end;
com_enter com_on_impressum;
com_enter com_on_betont, com_on_stark, com_on_abk, com_on_wert, com_on_sprache, com_on_code, com_on_umbruch,
	com_on_offen, com_on_beschlussdatum, com_on_datum;
com_enter com_on_kurzfassung;
com_leave com_kurzfassung_end;
com_enter com_on_verweis, com_on_extern, com_on_fundstelle, com_on_fussnote;
com_enter com_on_liste, com_on_punkt;
com_enter com_on_beleg, com_on_ebd, com_on_literaturverzeichnis;
com_enter com_on_massnahme;
com_enter com_on_part, com_on_zwischentitel, com_on_absatz, com_on_handlungsempfehlung, com_on_unterschriften,
	com_on_titel;
com_leave com_part_end;
com_enter com_on_abbildung, com_on_bildplatz;
com_enter com_on_massnahmenplan, com_on_stellenplan, com_on_umsetzungsstand;
com_enter com_on_vermerk;
com_enter com_on_stichwort, com_on_stellenverzeichnis;
com_enter com_on_zusammenfassung;
com_enter com_on_tabelle;
com_enter com_on_inhaltsverzeichnis, com_on_abbildungsverzeichnis;
com_enter com_on_finanzuebersicht;

bool com_slide_title(struct com *, const struct doc_node *);                   /* com_on_titel, on a slide */

#endif
