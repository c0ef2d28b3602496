/* meeting.c: Meeting with its agenda as announced, its place and its public files. What neither was announced nor is
 * due is no agenda yet. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "oparl/round.h"

static const char *state(const struct reg_facts *f, bool agenda)
{
	return reg_cell_int(f, 0, "beraten") ? "durchgeführt" : agenda ? "eingeladen" : "terminiert";
}

/* How far the tasks of a decision are, as keywords: "Umsetzung: in Arbeit". */
static void add_states(struct opa_round *w, cJSON *o, const char *states)
{
	static const struct { const char *id, *word;
	} words[] = {{"offen", "offen"}, {"in-arbeit", "in Arbeit"}, {"erledigt", "erledigt"},
		{"zurueckgestellt", "zurückgestellt"}, {"entfallen", "entfallen"}};
	for (size_t k = 0; states && k < sizeof words / sizeof *words; k++)
		for (const char *p = states; *p; p += strspn(p, "|")) {
			size_t n = strcspn(p, "|");
			if (strlen(words[k].id) == n && !memcmp(words[k].id, p, n))
				cJSON_AddItemToArray(opa_array(o, "keyword"),
					cJSON_CreateString(mem_fmt(w->mem, "Umsetzung: %s", words[k].word)));
			p += n;
		}
}

/* What is earlier by the clock than the beginning of the session is of the day after. */
static const char *day_after(struct mem *m, const char *iso)
{
	struct date d;
	struct buf b = {0};
	if (!date_parse(&d, iso))
		return iso;
	date_put_iso(&b, date_from_days(date_days(d) + 1));
	return buf_take(&b, m);
}

static void add_time(struct opa_round *w, cJSON *o, const char *name, const struct reg_facts *session,
	const char *clock)
{
	const char *day = reg_cell(session, 0, "datum"), *start = reg_cell(session, 0, "beginn");
	if (clock && start)
		opa_add_local(o, name, strcmp(clock, start) < 0 ? day_after(w->mem, day) : day, clock);
}

/* The files of a session: what it is about as a whole, and what belongs to one item. */
struct files {
	struct opa_round *w;
	const char *session;
	const struct reg_facts *facts;                 /* of the session */
	struct reg_facts f;                            /* of the files */
	const char **embedded;                         /* by row; NULL: not the newest of its kind */
};

#define AUSZUG "auszug-"                               /* kind of the files with one decision each; its item's id */
#define ANLAGE "anlage/"                               /* of an item's Anlage: the item's id, "/" and the file's name */

/* The id of the item that a file belongs to; NULL: to none. */
static const char *item_of(struct mem *m, const char *kind)
{
	if (!strncmp(kind, AUSZUG, strlen(AUSZUG)))
		return kind + strlen(AUSZUG);
	if (!strncmp(kind, ANLAGE, strlen(ANLAGE)))
		return mem_str(m, kind + strlen(ANLAGE), strcspn(kind + strlen(ANLAGE), "/"));
	return NULL;
}

/* By the names of the files, which begin with the number of the Anlage. */
static void in_order(const struct files *x, size_t *rows)
{
	for (size_t i = 0; i < x->f.rows; i++) {
		const char *name = file_base(reg_cell(&x->f, i, "datei"));
		size_t k = i;
		for (; k && strcmp(file_base(reg_cell(&x->f, rows[k - 1], "datei")), name) > 0; k--)
			rows[k] = rows[k - 1];
		rows[k] = i;
	}
}

/* Its decision, and what goes with it. */
static void add_files(cJSON *o, const struct files *x, const char *item)
{
	size_t *rows = MEM_ARRAY(x->w->mem, size_t, x->f.rows + 1);
	in_order(x, rows);
	for (size_t k = 0; item && k < x->f.rows; k++) {
		const size_t i = rows[k];
		const char *kind = reg_cell(&x->f, i, "art"), *of = item_of(x->w->mem, kind);
		if (!of || strcmp(of, item) || !x->embedded[i])
			continue;
		if (!strncmp(kind, AUSZUG, strlen(AUSZUG)))
			cJSON_AddItemToObject(o, "resolutionFile", cJSON_CreateRaw(x->embedded[i]));
		else
			cJSON_AddItemToArray(opa_array(o, "auxiliaryFile"), cJSON_CreateRaw(x->embedded[i]));
	}
}

static const char *put_item(const struct files *x, const struct reg_facts *f, size_t i)
{
	struct opa_round *w = x->w;
	cJSON *o = cJSON_CreateObject(), *back = cJSON_CreateObject();
	bool public = reg_cell_int(f, i, "oeffentlich") == 1;
	const char *paper = reg_cell(f, i, "papier"),
		   *result = reg_cell_int(f, i, "entfallen") ? "entfallen" : reg_cell(f, i, "ergebnis");
	cJSON_AddStringToObject(back, "meeting", opa_url(w, "Meeting", x->session));
	json_add(o, "number", buf_line(w->mem, reg_cell(f, i, "nummer")));
	cJSON_AddNumberToObject(o, "order", (double)i);
	json_add(o, "name", buf_line(w->mem, reg_cell(f, i, "titel")));
	cJSON_AddBoolToObject(o, "public", public);
	if (public && paper)
		cJSON_AddStringToObject(o, "consultation",
			opa_url(w, "Consultation",
				mem_fmt(w->mem, "%s/%s/%s", paper, reg_cell(f, i, "gremium"),
					reg_cell(f, i, "schritt"))));
	if (public)
		json_add(o, "result", buf_line(w->mem, result));
	if (public)
		json_add(o, "resolutionText", buf_line(w->mem, reg_cell(f, i, "wortlaut")));
	if (public)
		add_states(w, o, reg_cell(f, i, "umsetzung"));
	if (public) {
		add_files(o, x, reg_cell(f, i, "id"));
		add_time(w, o, "start", x->facts, reg_cell(f, i, "beginn"));
		add_time(w, o, "end", x->facts, reg_cell(f, i, "ende"));
	}
	return opa_put(w,
		&(struct opa_part){.typ = "AgendaItem",
			.key = mem_fmt(w->mem, "%s%s/%s", public ? "" : OPA_HIDDEN, x->session, reg_cell(f, i, "id")),
			.own = o,
			.back = back,
			.since = reg_cell_int(f, i, "seit")});
}

/* What belongs to one item names it, all else the meeting. */
static const char *put_file(const struct files *x, size_t i, const char *name, const char *date)
{
	struct opa_round *w = x->w;
	cJSON *back = cJSON_CreateObject();
	const char *item = item_of(w->mem, reg_cell(&x->f, i, "art"));
	const char *to = item ? opa_url(w, "AgendaItem", mem_fmt(w->mem, "%s/%s", x->session, item))
			      : opa_url(w, "Meeting", x->session);
	cJSON_AddItemToArray(opa_array(back, item ? "agendaItem" : "meeting"), cJSON_CreateString(to));
	return opa_put(w,
		&(struct opa_part){.typ = "File",
			.key = opa_file_key(w->mem, x->session, &x->f, i),
			.own = opa_file(w, x->session, &x->f, i, name, date),
			.back = back,
			.ausgegeben = reg_cell_int(&x->f, i, "lfd"),
			.since = reg_cell_int(&x->f, i, "wann")});
}

static bool is_last(const struct reg_facts *f, size_t i)
{
	for (size_t k = i + 1; k < f->rows; k++)
		if (!strcmp(reg_cell(f, k, "art"), reg_cell(f, i, "art")))
			return false;
	return true;
}

static const struct { const char *art, *name, *member;
} files[] = {{"bekanntmachung", "Bekanntmachung", "invitation"}, {"niederschrift", "Niederschrift", "resultsProtocol"},
	{"auszug", "Beschlussauszug", NULL}, {"mappe", "Sitzungsmappe", NULL}};

/* How a kind of file is called; the last row for all others. */
static size_t named(const char *kind)
{
	size_t k = 0;
	while (k + 1 < sizeof files / sizeof *files && strncmp(kind, files[k].art, strlen(files[k].art)))
		k++;
	return k;
}

/* The last Bekanntmachung invites, the last Niederschrift tells the results; the date of the notice is the one that
 * deadlines count from. What belongs to an item is kept for it. */
static const char *put_files(struct files *x, cJSON *o, const char *notice)
{
	struct opa_round *w = x->w;
	const char **aux = MEM_ARRAY(w->mem, const char *, x->f.rows + 1);
	size_t n = 0;
	for (size_t i = 0; i < x->f.rows; i++) {
		const char *kind = reg_cell(&x->f, i, "art"), *titel = reg_cell(&x->f, i, "titel");
		const size_t k = named(kind);
		const bool last = is_last(&x->f, i), invites = !titel && (!k || k + 1 == sizeof files / sizeof *files);
		const char *file = put_file(x, i,
			mem_fmt(w->mem, "%s%s", titel ? titel : files[k].name, last ? "" : " (frühere Fassung)"),
			invites ? notice : NULL);
		if (item_of(w->mem, kind))
			x->embedded[i] = last ? file : NULL;
		else if (files[k].member && last)
			cJSON_AddItemToObject(o, files[k].member, cJSON_CreateRaw(file));
		else
			aux[n++] = file;
	}
	return opa_inner(w->mem, "auxiliaryFile", aux, n);
}

/* "Bauausschuss und Umweltausschuss" */
static void put_bodies(struct buf *b, const struct reg_facts *bodies)
{
	for (size_t i = 0; i < bodies->rows; i++) {
		const char *name = reg_cell(bodies, i, "name");
		buf_fmt(b, "%s%s", !i ? "" : i + 1 < bodies->rows ? ", " : " und ",
			name ? name : reg_cell(bodies, i, "gremium"));
	}
}

static cJSON *meeting_of(struct opa_round *w, const struct reg_facts *f, const struct reg_facts *bodies, bool agenda)
{
	cJSON *o = cJSON_CreateObject();
	const char *place = reg_cell(f, 0, "anschrift"), *day = reg_cell(f, 0, "datum");
	struct date d;
	struct buf title = {0};
	put_bodies(&title, bodies);
	buf_fmt(&title, ", %s", bodies->rows > 1 ? "gemeinsame Sitzung" : "Sitzung");
	if (date_parse(&d, day)) {
		buf_str(&title, " am ");
		date_put_short(&title, d);
	}
	json_add(o, "name", buf_line(w->mem, title.data));
	buf_free(&title);
	json_add(o, "meetingState", state(f, agenda));
	cJSON_AddBoolToObject(o, "cancelled", reg_cell_int(f, 0, "abgesagt") == 1);
	opa_add_local(o, "start", day, reg_cell(f, 0, "beginn"));
	add_time(w, o, "end", f, reg_cell(f, 0, "ende"));
	const char *location = place ? opa_embed(w, "Location", place, opa_location(w->mem, f, "haus")) : NULL;
	if (location)
		cJSON_AddItemToObject(o, "location", cJSON_CreateRaw(location));
	for (size_t i = 0; i < bodies->rows; i++)
		cJSON_AddItemToArray(opa_array(o, "organization"),
			cJSON_CreateString(opa_url(w, "Organization", reg_cell(bodies, i, "gremium"))));
	return o;
}

/* The lists of organizations it stands in besides that of the first. */
static const char *const *further_lists(struct opa_round *w, const struct reg_facts *bodies)
{
	const char **all = MEM_ARRAY(w->mem, const char *, bodies->rows + 1);
	for (size_t i = 1; i < bodies->rows; i++)
		all[i - 1] = opa_kennung(w, "Organization", reg_cell(bodies, i, "gremium"));
	return all;
}

void opa_meeting(struct opa_round *w, const char *id)
{
	struct reg_facts f = opa_facts(w, REG_SITZUNG, id);
	if (!f.rows)
		return;
	struct reg_facts items = opa_facts(w, REG_PUNKTE, id), bodies = opa_facts(w, REG_SITZUNGSGREMIEN, id);
	const char **inner = MEM_ARRAY(w->mem, const char *, items.rows + 1);
	cJSON *o = meeting_of(w, &f, &bodies, items.rows > 0);
	struct files x = {.w = w, .session = id, .facts = &f, .f = opa_facts(w, REG_DATEIEN, id)};
	x.embedded = MEM_ARRAY(w->mem, const char *, x.f.rows + 1);
	const char *more = put_files(&x, o, reg_cell(&f, 0, "bekanntmachung"));
	for (size_t i = 0; i < items.rows; i++)
		inner[i] = put_item(&x, &items, i);
	opa_put(w,
		&(struct opa_part){.typ = "Meeting",
			.key = id,
			.own = o,
			.inner = mem_fmt(w->mem, "%s%s", more, opa_inner(w->mem, "agendaItem", inner, items.rows)),
			.gremium = opa_kennung(w, "Organization", reg_cell(&f, 0, "gremium")),
			.weitere = further_lists(w, &bodies),
			.nweitere = bodies.rows ? bodies.rows - 1 : 0,
			.since = reg_cell_int(&f, 0, "seit")});
}
