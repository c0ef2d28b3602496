/* com.h: inside the room: the state of a run, and who composes what. The document is walked once; every kind has a row
 * in the table of run.c with what happens on entering and on leaving it. What is open (block, paragraph, element,
 * styles) is struct open; the walk saves it before a node and restores it after, so that a leave function only adds
 * what comes at the end. */
#ifndef COMPOSE_COM_H
#define COMPOSE_COM_H
#include "compose/compose.h"
#include "figure/figure.h"
#include "model/papier.h"

enum com_style {                                   /* styles used by name, looked up once */
	COM_TITEL,
	COM_UNTERTITEL,
	COM_TITELANGABE,
	COM_KOPFANGABE,
	COM_H1,
	COM_H2,
	COM_H3,
	COM_MARKE,
	COM_FLIESS,
	COM_VORSPANN,
	COM_LISTE,
	COM_ZITAT,
	COM_QUELLTEXT,
	COM_KLEIN,
	COM_QUELLE,
	COM_RECHTLICHES,
	COM_FUSSNOTE,
	COM_KASTENTITEL,
	COM_RAND,
	COM_KENNZAHL,
	COM_KENNZAHLTEXT,
	COM_TABELLE,
	COM_TABKOPF,
	COM_TABTITEL,
	COM_GRUPPE,
	COM_SUMME,
	COM_ZIEL,
	COM_VERZ1,
	COM_VERZ2,
	COM_UNTERSCHRIFT,
	COM_LISTENTITEL,
	COM_KOPFSTELLE,
	COM_KOPFART,
	COM_KOPFSTATUS,
	COM_VORLAGENTITEL,
	COM_EINLADUNG,
	COM_TEIL,
	COM_TOPNUMMER,
	COM_TOPTITEL,
	COM_DRUCKSACHE,
	COM_LEITSATZ,
	COM_SYNOPSE,
	COM_LEGENDE,
	COM_STYLES
};

struct open {
	struct block *at;                              /* new blocks go here */
	struct block *text, *owner;                    /* open paragraph and the element in it; NULL: none */
	const struct sty_char *ch;                     /* of the text in it */
	const struct sty_para *body;                   /* for paragraphs without a style of their own, here */
	const struct sty_para *item;                   /* for list items here */
	len_t tab;                                     /* how far list items stand in */
	len_t hang;                          /* inside an item of several blocks: what has no label stands in as well */
	uint8_t level;                                 /* heading level of the part */
	bool small;                                    /* inside a table cell: no space around lists */
	bool foreign;                                  /* inside an element of another language than the summary's */
	bool quiet;                       /* what is made here shows a node from elsewhere: not its place, not its id */
};

struct com_link {                                  /* points to a block that may not exist yet */
	struct com_link *next;
	struct block *block;                       /* its target is set; and, if page is set, that of its segment seg */
	uint32_t seg; bool page;
	const struct doc_node *to;
	const struct com_chart *table;                 /* instead of to: its data table */
	size_t werk;                                   /* instead of to: 1 + the work, its entry */
};

struct com_chart {
	const struct doc_node *node;
	const char *number;                            /* of its data table: "A.1"; NULL: no annex of data */
	struct block *table;
	struct fig_result result;
	bool done, good;
};

struct com_traced { const struct doc_node *node; struct block *block; };
/* which paragraphs each node became, as they were opened */
struct com_trace { struct com_traced *v; uint32_t n, cap; };

struct com {
	struct blk_tree *t;
	const struct doc *doc;
	const struct style *s;
	struct txt *txt;
	struct diag *d;
	const struct sty_para *style[COM_STYLES];
	struct open o;
	struct open *saved; size_t nsaved, cap_saved;  /* the walk's stack */
	struct block **block_of;                       /* by node->order */
	struct com_link *links;
	struct com_chart *charts; size_t ncharts;
	struct block **werke;                 /* by work of the bibliography: its entry; NULL: no bibliography is set */
	struct doc_node *asked;              /* an index the town asks for; NULL: none, or the author gave it a place */
	struct com_variant *variants; size_t nvariants, cap_variants;
	struct block *label;                           /* Lbl the next paragraph begins with; NULL: none */
	const char *mark; len_t mark_tab;              /* its text, and how far the paragraph's text stands in */
	size_t label_depth;                            /* saved states when it was made: with them it is gone */
	struct block *seq; int numbering;              /* the open run of pages; NULL: none */
	struct blk_seq *pages;                 /* how its pages look, to be filled; on a slide: the slide's */
	int paper;                      /* a paper or session: its title is heading 1, all parts stand so much deeper */
	const char *variant;                           /* of the styles in use: "ar", "leicht"; NULL: none */
	const char *summary;                           /* language of the Kurzfassung that is open; NULL: none */
	bool foreign_letters;                          /* in it, Latin letters are of another language */
	bool slides, handout;                          /* slides: with their pages as pictures on paper, notes below */
	struct com_trace *trace;                       /* NULL: nobody asks */
	bool intern;                                   /* notes of the administration are set */
	const char *prefix;                            /* of ids, where several documents share a tree; NULL: none */
	bool margin;                                   /* there is a margin column */
	len_t full;                                    /* width of the type area */
};

void com_styles(struct com *, const char *variant);                             /* looks up com->style */

void com_look(struct com *, const struct style *); /* what is made from here on looks so */

/* run.c: a tree is begun, filled with one document or several, and finished. */
void com_begin(struct com *, const struct doc *, const struct style *, struct txt *, struct diag *);
void com_open(struct com *, const struct doc *);
void com_close(struct com *);
struct blk_tree *com_finish(struct com *);
void com_children(struct com *, const struct doc_node *);                      /* composes what is in a node */
void com_push(struct com *);
void com_pop(struct com *);
typedef bool com_enter(struct com *, const struct doc_node *);                 /* false: its content is done with */
typedef void com_leave(struct com *, const struct doc_node *);

/* Blocks of a node; they take its file, line, language and, the first of them, its id. */
struct block *com_block(struct com *, const struct doc_node *, enum blk_role, enum blk_flow);      /* in o.at */
struct block *com_in(struct com *, const struct doc_node *, struct block *parent, enum blk_role, enum blk_flow);
/* and opens it */
struct block *com_para(struct com *, const struct doc_node *, enum blk_role, const struct sty_para *);
void com_traced(struct com *, const struct doc_node *, struct block *paragraph);           /* com_para does it itself */
/* element in the open paragraph; opens it */
struct block *com_inline(struct com *, const struct doc_node *, enum blk_role);

/* text.c */
enum {
	COM_BOLD = 1,
	COM_ITALIC = 2,
	COM_ACCENT = 4,
	COM_RAISED = 8,
	COM_FIXED = 16,
	COM_GREY = 32,
	COM_REGULAR = 64,
	COM_WHITE = 128,
	COM_INSERTED = 256,
	COM_DELETED = 512,
	COM_MOVED = 1024,
	COM_NO_BAR = 2048,
	COM_LATIN = 4096,
	COM_NASKH = 8192
};
struct com_variant { const struct sty_char *base; int flags; const struct sty_char *ch; };
const struct sty_char *com_char(struct com *, const struct sty_char *base, int flags);
void com_need_text(struct com *, const struct doc_node *);     /* opens a paragraph of the body style if none is open */
void com_end_text(struct com *);                                               /* trims and closes the open paragraph */
void com_text(struct com *, const struct doc_node *);                          /* a DOC_TEXT */
struct blk_seg *com_put(struct com *, const char *s);                          /* generated text; s must last */
struct blk_seg *com_put_char(struct com *, const struct sty_char *, const char *s);
struct blk_seg *com_fmt(struct com *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct blk_seg *com_special(struct com *, enum blk_seg_kind, int flags);       /* break, tab, space */
void com_set_label(struct com *, struct block *label, const char *mark, len_t tab);
void com_label(struct com *);                            /* puts the label, if any, at the head of the open paragraph */
/* A paragraph of generated text in o.at, closed again. */
struct block *com_line(struct com *, const struct doc_node *, enum blk_role, const struct sty_para *, const char *s);
const char *com_plain(struct com *, const struct doc_node *);                /* the node's text, in the tree's memory */
/* without soft hyphens, for what is no text of a page: metadata, bookmarks */
const char *com_unbroken(struct com *, const char *s);
const char *com_from(struct com *, struct buf *);    /* the buffer's text, in the tree's memory; empties and frees it */

/* link.c */
void com_link_to(struct com *, struct block *, const struct doc_node *to);
void com_link_data(struct com *, struct block *, const struct com_chart *);    /* to its data table */
void com_link_work(struct com *, struct block *, size_t work);                 /* to its entry in the bibliography */
void com_page_of(struct com *, const struct doc_node *to);                     /* "12" in the open paragraph */
void com_links(struct com *);                                                  /* at the end: all are known */
const char *com_ref_name(struct com *, const struct doc_node *);               /* "2.1", "Abbildung 3" */
com_enter com_verweis, com_extern, com_fundstelle, com_fussnote;

/* inline.c */
com_enter com_betont, com_stark, com_abk, com_wert, com_sprache, com_code, com_umbruch, com_offen, com_beschlussdatum,
	com_datum;
void com_blank(struct com *, const struct doc_node *, const char *what);

/* part.c */
const char *com_draft_mark(struct com *);                                   /* "Entwurf · Stand: …"; NULL: it is none */
struct blk_seq *com_sequence(struct com *, int numbering);    /* opens a run of pages, unless the open one counts so */
struct block *com_sect(struct com *, const struct doc_node *);
struct block *com_heading(struct com *, const struct doc_node *, int level, const struct sty_para *,
	const char *number);
void com_running(struct com *, struct block *, const struct doc_node *part, const char *title);
com_enter com_part, com_zwischentitel, com_absatz, com_handlungsempfehlung, com_unterschriften, com_ignore;
com_leave com_part_end;
com_enter com_titel;

/* kurzfassung.c */
com_enter com_kurzfassung, com_abbildung_leicht;
com_leave com_kurzfassung_end;
/* opens a Span; the caller pushes and pops */
void com_in_language(struct com *, const struct doc_node *, const char *lang);
void com_text_foreign(struct com *, const struct doc_node *, const char *s, size_t n);
void com_text_leicht(struct com *, const struct doc_node *, const char *s, size_t n);
bool com_full_leicht(const struct doc_node *zwischentitel);                     /* does the page end before it? */

/* folie.c */
void com_praesentation(struct com *);
bool com_slide_title(struct com *, const struct doc_node *);
com_enter com_folie, com_umfrage, com_slide_source, com_diagramm_aus;
com_leave com_folie_end;

/* cover.c, toc.c, impressum.c */
void com_cover(struct com *);
/* about so many; more than 9: a word is wider than a line */
int com_lines_in(struct com *, const struct sty_char *, const char *s, len_t width);
void com_generated_title(struct com *, const struct doc_node *, const char *word);
com_enter com_inhaltsverzeichnis, com_abbildungsverzeichnis, com_impressum;

/* list.c */
struct block *com_list(struct com *, const struct doc_node *);                 /* opens an L */
com_enter com_liste, com_punkt;
len_t com_grown(const struct com *, len_t);          /* on slides what is measured for items of 10 pt grows with them */
/* opens an LI; whole: of several blocks */
void com_item(struct com *, const struct doc_node *, const char *mark, bool whole);
void com_items_of(struct com *, const struct doc_node *parent, enum doc_kind);       /* one: as text; more: as a list */

/* table.c */
struct com_grid { struct block *grid; struct blk_table *table; struct blk_col *cols; };
struct com_grid com_grid(struct com *, const struct doc_node *, const char *style, int ncols);
struct block *com_row(struct com *, const struct doc_node *, struct block *in);
struct block *com_cell(struct com *, const struct doc_node *, struct block *row, enum blk_role, enum blk_scope,
	int align);
void com_cell_text(struct com *, const struct doc_node *, struct block *cell, const struct sty_para *, const char *s);
void com_caption(struct com *, const struct doc_node *, struct com_grid *, const char *number,
	const struct doc_node *title, const char *text);
len_t com_drop(const struct sty_para *of, const struct sty_para *beside);      /* to share the first baseline */
com_enter com_tabelle, com_datentabellen;
enum { COM_ALIGN_COLUMN = 255 };
len_t com_mm(const char *);

/* massnahme.c, finanzen.c, summary.c */
com_enter com_massnahme, com_zusammenfassung;
struct block *com_fields(struct com *, const struct doc_node *);           /* opens a table of named fields: its body */
bool com_finanzen(struct com *, const struct doc_massnahme *);                 /* true: set as a table of its own */
const char *com_euro(struct com *, money_t);
const char *com_stelle(struct com *, const struct doc_node *);
/* "Umsetzung mittelfristig in den nächsten 5 Jahren" */
const char *com_zeitbedarf(struct com *, const struct doc_massnahme *);
/* opens a paragraph at its place on the page */
struct block *com_fixed(struct com *, const struct doc_node *, enum com_style, len_t x, len_t y, len_t w);
/* yearly_said: by the column's head */                   /* into the open paragraph, part by part on a line */
void com_kosten(struct com *, const struct doc_massnahme *, bool yearly_said);

/* plan.c, uebersicht.c: seen another way */
bool com_goes_on(const struct doc_massnahme *);                                /* neither done nor dropped */
/* the Stelle named first, else the group; NULL: nobody */
const char *com_lead(struct com *, const struct doc_massnahme *);
struct com_grid com_plan(struct com *, const struct doc_node *, const char *style, const char *title,
	const char *const *words);
com_enter com_finanzuebersicht, com_massnahmenplan, com_stellenplan, com_umsetzungsstand;
/* arbeitspaket.c, literatur.c, stellen.c */
com_leave com_arbeitspaket_end;
com_enter com_beleg, com_ebd, com_literaturverzeichnis;
com_enter com_stichwort, com_stellenverzeichnis;
/* sets c->asked, where the town asks for an index and the author gave it no place */
void com_stellen_asked(struct com *, uint32_t order);
void com_stellen_end(struct com *);                /* at the end: sets it */

/* figure.c */
void com_find_charts(struct com *);
struct com_chart *com_chart(struct com *, const struct doc_node *);
com_enter com_diagramm, com_organigramm, com_nabe, com_landkarte, com_wortwolke, com_prozess, com_abbildung;
/* opens the block a figure and its legend stand in */
struct block *com_around(struct com *, const struct doc_node *figure);
/* chart NULL: none */
struct block *com_legend(struct com *, const struct doc_node *, enum blk_place, const struct com_chart *);
void com_points(struct com *, const struct doc_node *, len_t tab);    /* its punkt as lists, its absatz as paragraphs */
struct block *com_picture(struct com *, const struct doc_node *, const char *path, len_t width, len_t height);

/* cards.c */
com_enter com_karten, com_zeitachse;

/* box.c */
com_enter com_hinweis, com_zitat, com_randzahl, com_quelltext, com_leitsatz, com_bildplatz;
com_leave com_zitat_end;

/* attach.c */
void com_facts(struct com *);
/* all files of the documents; a NULL is passed over */
void com_attach(struct com *, const struct doc *const *, size_t n);

/* letter.c: what papers and announcements have in common: head, foot, form */
struct com_letter { const char *kind, *status, *foot; enum blk_folio folio; };  /* kind: "Vorlage 2023/0123" */
/* opens its pages and sets the head */
void com_letter(struct com *, const struct doc_node *, const struct com_letter *);
/* opens it */
struct block *com_letter_title(struct com *, const struct doc_node *, const struct sty_para *, const char *title,
	const char *outline);
const char *com_address(struct com *);                       /* "Stadt Musterstadt, Hauptstraße 1, 99999 Musterstadt" */
const char *com_website(struct com *);                                         /* "www.example.org"; NULL: none */
const char *com_name(struct com *, const char *id, struct date);               /* as it was called that day */
struct com_form { struct block *body; };
struct com_form com_form(struct com *, const struct doc_node *, const char *style);
len_t com_form_value(const struct com *);                                      /* width of the values' column */
/* opens the value's cell; com_pop */
struct block *com_form_row(struct com *, const struct com_form *, const struct doc_node *, const char *word);
void com_form_text(struct com *, const struct com_form *, const struct doc_node *, const char *word, int flags,
	const char *s);
void com_sample(struct com *, enum blk_place);    /* that this is none of the town's own; at the end or in the margin */
bool com_posten(struct com *, const struct doc_node *);                        /* Posten of a paper's field, if any */

/* vorlage.c, sitzung.c, mappe.c */
struct com_session;
bool com_hidden(const struct doc *);                                           /* the excerpt of a non-public paper */
/* its title; session NULL: by itself */
struct block *com_vorlage(struct com *, const struct com_session *, const struct doc_agenda_item *);
const char *com_vorlage_name(struct com *, const struct doc_vorlage *);        /* "Vorlage 2023/0123" */
/* links to a paper, and the paragraph with its page */
struct com_item { struct block *title, *number, *page; uint32_t seg; };
struct com_session {
	const struct doc_sitzung *s; const struct doc_agenda *agenda;
	enum com_sitzung kind;
	const char *word;                              /* what it is called */
	bool intern, mappe;
	struct com_item *items;                 /* by item, in the Mappe: to be led to the paper; NULL: none is there */
	const struct doc *const *papers;               /* by item; NULL: none */
};
/* "TOP 6 Baumpflanzung": in the outline */
const char *com_top_title(struct com *, const struct doc_agenda_item *, const char *title);
/* the public agenda as far as it is known without the register's papers */
void com_draft(struct com *, const struct doc *sitzung);
void com_tagesordnung(struct com *, struct com_session *);
com_enter com_vermerk, com_massnahmen_aus;

#endif
