/* register_values_test.c: every value stands in the column of its name and comes back under it; two that are swapped
 * would show, as no two are the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "register/delivery.h"
#include "register/oparl.h"
#include "register/sample.h"
#include "source/source.h"

/* "ort=probe id=v …" of the only row, NULLs left out. */
static void row_is(struct set *s, const char *table, const char *want)
{
	struct buf b = {0};
	sqlite3_stmt *st = reg_prepare(s->reg, s->diag, mem_fmt(s->mem, "SELECT * FROM %s", table));
	assert_true(reg_next(s->reg, s->diag, st));
	for (int i = 0; i < sqlite3_column_count(st); i++) {
		const char *name = sqlite3_column_name(st, i);
		if (sqlite3_column_type(st, i) == SQLITE_BLOB)
			buf_fmt(&b, "%s=%02x ", name, *(const uint8_t *)sqlite3_column_blob(st, i));
		else if (sqlite3_column_type(st, i) != SQLITE_NULL)
			buf_fmt(&b, "%s=%s ", name, (const char *)sqlite3_column_text(st, i));
	}
	assert_false(reg_next(s->reg, s->diag, st));
	sqlite3_finalize(st);
	if (strcmp(b.data, want))
		fail_msg("%s: %s", table, b.data);
	buf_free(&b);
}

static struct date day(const char *iso)
{
	struct date d;
	date_parse(&d, iso);
	return d;
}

/* ---- documents ---- */

static void index_file(struct set *s, const char *name, const char *xml)
{
	struct src *src = src_open();
	const char *path = in_dir(s, name);
	write_file(path, xml);
	struct doc *doc = src_load(src, path, NULL, s->diag);
	assert_non_null(doc);
	struct reg_source from = {.path = mem_fmt(s->mem, "probe/%s", name), .ort = "probe", .sha256 = {0x5e}};
	if (doc->root->kind == DOC_VERZEICHNIS)
		assert_true(reg_index_directory(s->reg, &from, doc, s->diag));
	else if (doc->root->kind == DOC_KONZEPT)
		assert_true(reg_index_edition(s->reg, &from, doc, s->diag));
	else if (doc->root->kind == DOC_SITZUNG)
		assert_true(reg_index_session(s->reg, &from, doc, s->diag));
	else
		assert_true(reg_index_paper(s->reg, &from, doc, "Volltext", s->diag));
	src_free(doc);
	src_close(src);
}

#define NS "xmlns=\"urn:ratssatz:1\" "

static void directory(void **state)
{
	struct set *s = *state;
	index_file(s, "verzeichnis.xml",
		"<verzeichnis " NS "ort=\"probe\"><ort name=\"Stadt Probe\" ags=\"05999999\">"
		"<anschrift strasse=\"Markt 1\" plz=\"59000\" ort=\"Probe am Bach\"/>"
		"<kontakt telefon=\"02521 1\" mail=\"stadt@probe.example\" web=\"https://probe.example\"/>"
		"<oparl basis=\"https://oparl.probe.example\" lizenz=\"https://lizenz.example\" stelle=\"amt\""
		" mail=\"oparl@probe.example\" rgs=\"059999999999\"/></ort>"
		"<gremium id=\"rat\" art=\"ausschuss\" kurz=\"R\" ueber=\"amt\"><name von=\"2001-01-01\" "
		"bis=\"2009-12-31\">"
		"Rat der Stadt</name></gremium>"
		"<wahlperiode id=\"wp\" name=\"Periode\" von=\"2002-01-01\" bis=\"2008-12-31\"/>"
		"<person id=\"meier\" name=\"Dr. Eva Meier\" vorname=\"Eva\" nachname=\"Meier\" anrede=\"Frau\" "
		"titel=\"Dr.\""
		" amt=\"Vorsitz\" telefon=\"02521 2\" mail=\"meier@probe.example\">"
		"<mitgliedschaft gremium=\"rat\" rolle=\"Mitglied\" stimmrecht=\"ja\" von=\"2003-01-01\" "
		"bis=\"2007-12-31\""
		" fuer=\"amt\"/></person>"
		"<kennzahl id=\"einwohner\" name=\"Einwohner\" wert=\"12,5\" einheit=\"Tausend\" "
		"stichtag=\"2022-12-31\"/>"
		"</verzeichnis>");
	row_is(s, "koerperschaft",
		"ort=probe name=Stadt Probe ags=05999999 rgs=059999999999 strasse=Markt 1 plz=59000 wohnort=Probe am "
		"Bach "
		"telefon=02521 1 mail=oparl@probe.example web=https://probe.example basis=https://oparl.probe.example "
		"lizenz=https://lizenz.example kontakt=amt ");
	row_is(s, "stelle", "ort=probe id=rat gremium=1 art=ausschuss kurz=R ueber=amt ");
	row_is(s, "stellenname", "ort=probe stelle=rat pos=0 von=2001-01-01 bis=2009-12-31 name=Rat der Stadt ");
	row_is(s, "wahlperiode", "ort=probe id=wp name=Periode von=2002-01-01 bis=2008-12-31 ");
	row_is(s, "person",
		"ort=probe id=meier name=Dr. Eva Meier vorname=Eva nachname=Meier anrede=Frau titel=Dr. amt=Vorsitz "
		"telefon=02521 2 mail=meier@probe.example ");
	row_is(s, "mitgliedschaft",
		"ort=probe person=meier pos=0 gremium=rat rolle=Mitglied stimmrecht=ja von=2003-01-01 bis=2007-12-31 "
		"fuer=amt ");
	row_is(s, "kennzahl",
		"ort=probe quelle=verzeichnis id=einwohner name=Einwohner wert=125 stellen=1 einheit=Tausend "
		"stichtag=2022-12-31 ");
}

static void edition(void **state)
{
	struct set *s = *state;
	index_file(s, "konzept.xml",
		"<konzept " NS
		"ort=\"probe\" edition=\"2018\"><angaben><titel>Konzept</titel><stand datum=\"2018-05-01\"/>"
		"</angaben><kapitel id=\"k\"><titel>Felder</titel>"
		"<handlungsfeld id=\"hf\"><titel>Feld</titel><massnahme id=\"m\"><ziel>Ein Ziel</ziel><finanzen>"
		"<posten betrag=\"500\" davon=\"200\" circa=\"ja\" turnus=\"einmalig\" gefoerdert-durch=\"Bund\">Kurse"
		"</posten></finanzen><zeitbedarf jahre=\"3\" klasse=\"mittelfristig\"/></massnahme></handlungsfeld>"
		"</kapitel></konzept>");
	row_is(s, "ausgabe",
		"ort=probe id=2018 art=konzept edition=2018 titel=Konzept stand=2018-05-01 pfad=probe/konzept.xml "
		"sha256=5e ");
	row_is(s, "massnahme",
		"ort=probe ausgabe=2018 pos=0 id=m feld=hf ziel=Ein Ziel einmalig=50000 jaehrlich=0 davon=20000 "
		"jahre=3 "
		"klasse=mittelfristig faellig=2021 ");
	row_is(s, "posten",
		"ort=probe ausgabe=2018 massnahme=0 pos=0 text=Kurse zustand=betrag betrag=50000 davon=20000 circa=1 "
		"jaehrlich=0 gefoerdert=Bund ");
}

/* A body is called what it was called on the day. */
static void name_of_the_day(void **state)
{
	struct set *s = *state;
	static const char *const days[] = {"2005-05-31", "2023-05-31"};
	index_file(s, "verzeichnis.xml",
		"<verzeichnis " NS "ort=\"probe\"><ort name=\"Stadt Probe\"/><gremium id=\"rat\" art=\"ausschuss\">"
		"<name von=\"2001-01-01\" bis=\"2009-12-31\">Rat von einst</name></gremium></verzeichnis>");
	for (int i = 0; i < 2; i++) {
		struct reg_facts f;
		index_file(s, "s.xml",
			mem_fmt(s->mem,
				"<sitzung " NS "ort=\"probe\" id=\"s%d\" gremium=\"rat\" datum=\"%s\" beginn=\"17:00\">"
				"<angaben/><tagesordnung/></sitzung>",
				i, days[i]));
		const struct reg_key key = reg_key("probe", i ? "s1" : "s0");
		assert_true(reg_facts(s->reg, s->mem, REG_SITZUNGSGREMIEN, key, &f, s->diag));
		assert_int_equal(f.rows, 1);
		if (i)
			assert_null(reg_cell(&f, 0, "name"));
		else
			assert_string_equal(reg_cell(&f, 0, "name"), "Rat von einst");
	}
}

static void paper_and_session(void **state)
{
	struct set *s = *state;
	index_file(s, "v.xml",
		"<vorlage " NS "ort=\"probe\" id=\"v\" art=\"mitteilung\" nummer=\"2023/0007\" datum=\"2023-05-10\""
		" oeffentlich=\"nein\"><angaben><titel>Das Haus Nr. 7</titel><neutral>Ein Haus</neutral>"
		"<federfuehrung stelle=\"amt\"/><beratung gremium=\"rat\" datum=\"2023-05-31\" rolle=\"entscheidung\""
		" sitzung=\"s\" massgeblich=\"ja\" top=\"N 2\" ergebnis=\"beschlossen\"/>"
		"<praesentiert edition=\"probe/k-2018\"/><schlagwort name=\"Haus\"/></angaben></vorlage>");
	row_is(s, "papier",
		"ort=probe id=v art=mitteilung nummer=2023/0007 datum=2023-05-10 oeffentlich=0 titel=Das Haus Nr. 7 "
		"neutral=Ein Haus federfuehrung=amt praesentiert=probe/k-2018 pfad=probe/v.xml sha256=5e "
		"abweichend=0 ");
	row_is(s, "beratung",
		"ort=probe papier=v pos=0 gremium=rat datum=2023-05-31 rolle=entscheidung massgeblich=1 oeffentlich=0 "
		"top=N 2 ergebnis=beschlossen sitzung=s bedeutet=entscheidung ");
	row_is(s, "schlagwort", "ort=probe papier=v pos=0 name=Haus ");
	row_is(s, "volltext", "nr=1 ort=probe art=vorlage id=v titel=Das Haus Nr. 7 inhalt=Volltext ");
	index_file(s, "s.xml",
		"<sitzung " NS
		"ort=\"probe\" id=\"s\" gremium=\"rat\" datum=\"2023-05-31\" beginn=\"17:00\" ende=\"19:30\">"
		"<angaben><sitzungsort name=\"Rathaus\" strasse=\"Markt 1\" plz=\"59000\" ort=\"Probe am Bach\"/>"
		"<bekanntmachung datum=\"2023-05-20\"/></angaben><tagesordnung/></sitzung>");
	row_is(s, "sitzung",
		"ort=probe id=s gremium=rat datum=2023-05-31 beginn=17:00 ende=19:30 bekanntmachung=2023-05-20 "
		"pfad=probe/s.xml sha256=5e abgesagt=0 entwurf=0 ");
	row_is(s, "sitzungsort",
		"ort=probe sitzung=s anschrift=Rathaus|Markt 1|59000|Probe am Bach name=Rathaus strasse=Markt 1 "
		"plz=59000 "
		"wohnort=Probe am Bach ");
}

static void papers_as_asked_for(void **state)
{
	struct set *s = *state;
	struct reg_papers found;
	struct reg_known k;
	paper_and_session(state);
	release(s, "v", 5);
	assert_true(reg_papers_for(s->reg, s->mem, &(struct reg_meeting){"probe", "rat", day("2023-05-31"), "s"}, NULL,
		&found, s->diag));
	assert_int_equal(found.n, 1);
	const struct doc_agenda_paper *p = found.all;
	assert_string_equal(p->id, "v");
	assert_string_equal(p->nummer, "2023/0007");
	assert_string_equal(p->titel, "Das Haus Nr. 7");
	assert_string_equal(p->neutral, "Ein Haus");
	assert_string_equal(p->path, "probe/v.xml");
	assert_string_equal(p->rollen, "entscheidung");
	assert_false(p->oeffentlich);
	assert_true(reg_paper_by_number(s->reg, s->mem, "probe", "2023/0007", &k));
	assert_string_equal(k.id, "v");
	assert_string_equal(k.titel, "Das Haus Nr. 7");
	assert_string_equal(k.path, "probe/v.xml");
	assert_int_equal(k.datum.day, 10);
	assert_false(k.oeffentlich);
}

/* A public paper in a non-public step: not public in that session. */
static void public_is_the_step(void **state)
{
	struct set *s = *state;
	struct reg_papers p;
	index_file(s, "v.xml",
		"<vorlage " NS
		"ort=\"probe\" id=\"v\" art=\"mitteilung\" datum=\"2023-05-10\"><angaben><titel>T</titel>"
		"<federfuehrung stelle=\"amt\"/><beratung gremium=\"rat\" datum=\"2023-05-31\" rolle=\"entscheidung\""
		" oeffentlich=\"nein\"/><beratung gremium=\"br\" datum=\"2023-05-30\" "
		"rolle=\"anhoerung\"/></angaben></vorlage>");
	release(s, "v", 5);
	assert_true(reg_papers_for(s->reg, s->mem, &(struct reg_meeting){"probe", "rat", day("2023-05-31"), "s"}, NULL,
		&p, s->diag));
	assert_int_equal(p.n, 1);
	assert_false(p.all->oeffentlich);
	assert_true(reg_papers_for(s->reg, s->mem, &(struct reg_meeting){"probe", "br", day("2023-05-30"), "s-br"},
		NULL, &p, s->diag));
	assert_int_equal(p.n, 1);
	assert_true(p.all->oeffentlich);
}

/* ---- agendas ---- */

static const struct doc_agenda_item item = {.id = "top-7",
	.nummer = "N 2",
	.order = 4,
	.titel = "Ein Haus",
	.titel_intern = "Das Haus Nr. 7",
	.drucksache = "2023/0007",
	.paper_id = "v",
	.paper_path = "probe/v.xml",
	.rollen = "vorberatung entscheidung",
	.entfallen = true,
	.grund = "Krankheit"};

static void announced(void **state)
{
	struct set *s = *state;
	struct doc_agenda_item *kept;
	size_t n;
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){&item, 1, true}, 77, s->diag));
	row_is(s, "tagesordnung",
		"lfd=1 ort=probe sitzung=s wann=77 pos=4 id=top-7 nummer=N 2 titel=Ein Haus titel_intern=Das Haus Nr. "
		"7 "
		"drucksache=2023/0007 papier=v pfad=probe/v.xml rolle=vorberatung entscheidung oeffentlich=0 "
		"entfallen=1 "
		"grund=Krankheit ");
	assert_true(reg_agenda_kept(s->reg, s->mem, "probe", "s", &kept, &n));
	assert_int_equal(n, 1);
	assert_string_equal(kept->id, item.id);
	assert_string_equal(kept->nummer, item.nummer);
	assert_int_equal(kept->order, item.order);
	assert_string_equal(kept->titel, item.titel);
	assert_string_equal(kept->titel_intern, item.titel_intern);
	assert_string_equal(kept->drucksache, item.drucksache);
	assert_string_equal(kept->paper_id, item.paper_id);
	assert_string_equal(kept->paper_path, item.paper_path);
	assert_string_equal(kept->rollen, item.rollen);
	assert_false(kept->oeffentlich);
	assert_true(kept->entfallen);
	assert_string_equal(kept->grund, item.grund);
}

static void due(void **state)
{
	struct set *s = *state;
	paper_and_session(state);
	assert_true(reg_agenda_draft(s->reg, "probe", "s", &(struct doc_agenda){&item, 1, true}, s->diag));
	row_is(s, "punkt", "ort=probe sitzung=s pos=4 id=top-7 nummer=N 2 titel=Ein Haus oeffentlich=0 entfallen=1 ");
	const struct reg_key key = reg_key("probe", "s");
	assert_null(reg_session_due(s->reg, s->mem, key, day("2023-05-19")).path);
	const struct reg_due due = reg_session_due(s->reg, s->mem, key, day("2023-05-20"));
	assert_string_equal(due.path, "probe/s.xml");
	assert_int_equal(due.sha256[0], 0x5e);
	assert_true(reg_agenda_keep(s->reg, "probe", "s", &(struct doc_agenda){&item, 1, true}, 77, s->diag));
	assert_null(reg_session_due(s->reg, s->mem, key, day("2023-05-20")).path);
}

/* ---- ledger ---- */

static struct reg_issue file(struct set *s)
{
	return (struct reg_issue){.ort = "probe",
		.object_id = "v",
		.file = in_dir(s, "v.pdf"),
		.kind = "vorlage",
		.sha256 = {1},
		.sha512 = {2},
		.source_sha256 = {3},
		.excerpt_sha256 = {4},
		.template_sha256 = {5},
		.size = 600,
		.pages = 7,
		.public = true,
		.program = "ratssatz 0.1.0",
		.text = "Der Text",
		.when = 88};
}

static void issued(void **state)
{
	struct set *s = *state;
	struct reg_issue in = file(s), out;
	bool added;
	assert_true(reg_issue(s->reg, &in, &added, s->diag) && added);
	row_is(s, "ausgegeben",
		"lfd=1 ort=probe objekt=v art=vorlage datei=v.pdf sha256=01 sha512=02 quelle_sha256=03 "
		"auszug_sha256=04 "
		"vorlage_sha256=05 groesse=600 seiten=7 oeffentlich=1 programm=ratssatz 0.1.0 wann=88 ");
	row_is(s, "ausgabetext", "lfd=1 text=Der Text ");
	assert_true(reg_issue_last(s->reg, s->mem, reg_key("probe", "v"), &out));
	assert_string_equal(out.ort, in.ort);
	assert_string_equal(out.object_id, in.object_id);
	assert_string_equal(out.file, in.file);
	assert_string_equal(out.kind, in.kind);
	assert_memory_equal(out.sha256, in.sha256, 32);
	assert_memory_equal(out.sha512, in.sha512, 64);
	assert_memory_equal(out.source_sha256, in.source_sha256, 32);
	assert_memory_equal(out.excerpt_sha256, in.excerpt_sha256, 32);
	assert_memory_equal(out.template_sha256, in.template_sha256, 32);
	assert_int_equal(out.size, in.size);
	assert_int_equal(out.pages, in.pages);
	assert_true(out.public);
	assert_string_equal(out.program, in.program);
	assert_int_equal(out.when, in.when);
	assert_int_equal(out.lfd, 1);
	assert_true(reg_issue_by_source(s->reg, s->mem, in.source_sha256, &out));
	assert_true(reg_issue_by_source(s->reg, s->mem, in.excerpt_sha256, &out));
	assert_false(reg_issue_by_source(s->reg, s->mem, in.template_sha256, &out));
	assert_true(reg_event(s->reg, reg_key("probe", "v"), REG_ERGEBNIS, 99, "beschlossen", s->diag));
	row_is(s, "ereignis", "lfd=1 ort=probe objekt=v art=ergebnis wann=99 text=beschlossen ");
}

static void internal_text_is_not_kept(void **state)
{
	struct set *s = *state;
	struct reg_issue in = file(s);
	bool added;
	in.public = false;
	assert_true(reg_issue(s->reg, &in, &added, s->diag) && added);
	assert_int_equal(value(s, "SELECT count(*) FROM ausgabetext"), 0);
}

static void number_given(void **state)
{
	struct set *s = *state;
	assert_string_equal(number(s, "v", "2023/0007"), "2023/0007");
	row_is(s, "nummer", "lfd=1 ort=probe papier=v nummer=2023/0007 jahr=2023 zaehler=7 gezaehlt=0 reihe=2023 "
		"art=drucksache ");
}

static void handed_over(void **state)
{
	struct set *s = *state;
	struct reg_issue first = file(s), is = file(s);
	struct reg_delivery one, two, out;
	bool added;
	assert_true(reg_issue(s->reg, &first, &added, s->diag) &&
		reg_issue_last(s->reg, s->mem, reg_key("probe", "v"), &first));
	assert_true(reg_delivery(s->reg, s->mem, &first, as_new(&one, "eins.pdf", 11), s->diag) &&
		reg_deliver(s->reg, &one, s->diag));
	row_is(s, "abgabe", "lfd=1 ort=probe objekt=v art=vorlage datei=eins.pdf ausgegeben=1 fassung=1 wann=11 ");
	assert_true(reg_delivered(s->reg, s->mem, first.sha512, &one));
	assert_true(reg_receipt(s->reg, &one, &(struct reg_receipt){"77", "https://rat.example", NULL}, 12, &added,
		s->diag));
	row_is(s, "quittung", "lfd=1 abgabe=1 kennung=77 adresse=https://rat.example wann=12 ");
	is.sha256[0] = 21;
	is.sha512[0] = 22;
	assert_true(reg_issue(s->reg, &is, &added, s->diag) &&
		reg_issue_last(s->reg, s->mem, reg_key("probe", "v"), &is));
	assert_true(reg_delivery(s->reg, s->mem, &is, as_new(&two, "zwei.pdf", 13), s->diag) &&
		reg_deliver(s->reg, &two, s->diag));
	row_is(s, "(SELECT * FROM abgabe WHERE lfd = 2)",
		"lfd=2 ort=probe objekt=v art=vorlage datei=zwei.pdf ausgegeben=2 fassung=2 ersetzt=1 "
		"ersetzt_kennung=77 "
		"ersetzt_adresse=https://rat.example wann=13 ");
	assert_true(reg_delivery(s->reg, s->mem, &is, as_new(&out, "anders.pdf", 14), s->diag));
	assert_int_equal(out.lfd, 2);
	assert_string_equal(out.ort, "probe");
	assert_string_equal(out.objekt, "v");
	assert_string_equal(out.art, "vorlage");
	assert_string_equal(out.datei, "zwei.pdf");
	assert_int_equal(out.ausgegeben, 2);
	assert_int_equal(out.fassung, 2);
	assert_int_equal(out.ersetzt, 1);
	assert_string_equal(out.ersetzt_datei, "eins.pdf");
	assert_string_equal(out.ersetzt_kennung, "77");
	assert_string_equal(out.ersetzt_adresse, "https://rat.example");
	assert_int_equal(out.ersetzt_fassung, 1);
	assert_memory_equal(out.ersetzt_sha512, first.sha512, 64);
	assert_int_equal(out.when, 13);
}

static void refused(void **state)
{
	struct set *s = *state;
	struct reg_issue is = file(s);
	struct reg_delivery d;
	bool added;
	assert_true(reg_issue(s->reg, &is, &added, s->diag) &&
		reg_issue_last(s->reg, s->mem, reg_key("probe", "v"), &is));
	assert_true(reg_delivery(s->reg, s->mem, &is, as_new(&d, "eins.pdf", 11), s->diag) &&
		reg_deliver(s->reg, &d, s->diag));
	assert_true(reg_delivered(s->reg, s->mem, is.sha512, &d));
	assert_true(reg_receipt(s->reg, &d, &(struct reg_receipt){.grund = "zu groß"}, 12, &added, s->diag) && added);
	row_is(s, "quittung", "lfd=1 abgabe=1 grund=zu groß wann=12 ");
	assert_true(reg_receipt(s->reg, &d, &(struct reg_receipt){.grund = "zu groß"}, 13, &added, s->diag) && !added);
}

/* ---- objects ---- */

static void objects(void **state)
{
	struct set *s = *state;
	struct reg_oparl in = {.ort = "probe",
		.typ = "Paper",
		.schluessel = "v",
		.kennung = "0f3d",
		.quelle = "vorlage/v",
		.gremium = "9a",
		.ausgegeben = 3,
		.erstellt = 40,
		.inhalt = "\"a\":1",
		.eingebettet = ",\"b\":[2]"};
	struct reg_oparl out, other = in;
	assert_true(reg_oparl_put(s->reg, s->mem, &in, 50, s->diag));
	row_is(s, "oparl",
		"lfd=1 ort=probe typ=Paper schluessel=v kennung=0f3d quelle=vorlage/v gremium=9a ausgegeben=3 "
		"erstellt=40 "
		"geaendert=50 fassung=1 geloescht=0 inhalt=\"a\":1 eingebettet=,\"b\":[2] ");
	assert_true(reg_oparl_by_id(s->reg, s->mem, "Paper", "0f3d", &out));
	assert_string_equal(out.ort, in.ort);
	assert_string_equal(out.typ, in.typ);
	assert_string_equal(out.schluessel, in.schluessel);
	assert_string_equal(out.kennung, in.kennung);
	assert_string_equal(out.quelle, in.quelle);
	assert_string_equal(out.gremium, in.gremium);
	assert_int_equal(out.ausgegeben, 3);
	assert_int_equal(out.erstellt, 40);
	assert_int_equal(out.geaendert, 50);
	assert_int_equal(out.fassung, 1);
	assert_false(out.geloescht);
	assert_string_equal(out.inhalt, in.inhalt);
	assert_string_equal(out.eingebettet, in.eingebettet);
	other.quelle = "vorlage/w";
	other.gremium = "9b";
	other.ausgegeben = 4;
	other.inhalt = "\"a\":5";
	other.eingebettet = ",\"b\":[6]";
	assert_true(reg_oparl_put(s->reg, s->mem, &other, 60, s->diag));
	row_is(s, "oparl",
		"lfd=1 ort=probe typ=Paper schluessel=v kennung=0f3d quelle=vorlage/w gremium=9b ausgegeben=4 "
		"erstellt=40 "
		"geaendert=60 fassung=2 geloescht=0 inhalt=\"a\":5 eingebettet=,\"b\":[6] ");
	assert_true(reg_oparl_delete(s->reg, &other, "\"a\":7", 70, s->diag));
	row_is(s, "oparl",
		"lfd=1 ort=probe typ=Paper schluessel=v kennung=0f3d quelle=vorlage/w gremium=9b erstellt=40 "
		"geaendert=70 "
		"fassung=3 geloescht=1 inhalt=\"a\":7 eingebettet= ");
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(directory),
		T(edition),
		T(name_of_the_day), T(paper_and_session),
		T(papers_as_asked_for),
		T(public_is_the_step),
		T(announced),
		T(due),
		T(issued),
		T(internal_text_is_not_kept),
		T(number_given),
		T(handed_over),
		T(refused),
		T(objects),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
