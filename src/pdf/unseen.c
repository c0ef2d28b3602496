/* unseen.c: text that nobody sees on a page (ISO 32000-1, 8.4, 8.5, 8.6, 9.3, 9.4). Its place is followed, its width is
 * guessed low: this asks whether somebody covered a name, not where it ends. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/inside.h"
#include "pdf/plane.h"

enum { STATES = 32, OPERANDS = 6, PARENTS = 32, NAME = 128, WORK = 20000000, PIECES = 32, FORMS = 8 };
#define LIGHT 0.99                                     /* of each colour, from 0 to 1 */
#define DARK 0.25
#define LETTER 0.4                                     /* of a size, the width of a letter at least */
#define BLOCK 0.5                                      /* of a size, the height of what covers */
#define READABLE 1                                     /* points, the least size of letters */
#define SCAN 0.5                                       /* of a page: its text may have been read from its pictures */

struct piece { struct box b; double x, y; bool plain; };       /* of a path; x, y: its last point */
enum tone { TONE_UNKNOWN, TONE_DARK, TONE_LIGHT, TONE_OTHER };

struct gstate {
	struct matrix m;
	enum tone tone, stroke;                        /* of areas, of lines */
	int grey;                                      /* of cs: 1 one number is grey, 0 it may be an ink */
	bool through;                                  /* transparent, or of another blend mode */
	bool cut;                                      /* clipped to what is no rectangle */
	struct box clip;
	int mode, letter;                              /* how text is painted; bytes of a letter */
	double size, leading, width, stretch;          /* width: of lines; stretch: of letters, across */
};

struct shown { struct box line; double size; };        /* from the first letter to the last, at half their height */

struct page {
	qpdf_data q;
	qpdf_oh resources;
	struct box edge;
	struct gstate g, saved[STATES]; int nsaved;
	struct matrix line, text;                      /* 9.4.2 */
	struct piece path[PIECES]; int npath;          /* plain: a rectangle along the edges, as far as it goes */
	bool more;                                     /* the path has more pieces than that */
	double operand[OPERANDS]; int noperands;
	char name[NAME];                               /* the last one, with "/" */
	size_t letters; bool blank;                    /* of the strings since the last operator */
	struct shown *all; size_t nall, cap;
	struct box *painted; size_t npainted, paintcap;
	long work;
	int depth;                                     /* of forms within forms */
	double pictured;                               /* the area of all pictures */
	bool picture, invisible, found, beneath;       /* beneath: a picture hides a text */
};

static double operand(const struct page *p, int i)     /* from the last one: 0 */
{
	return i < p->noperands ? p->operand[p->noperands - 1 - i] : 0;
}

static struct matrix operands(const struct page *p)
{
	return (struct matrix){
		operand(p, 5), operand(p, 4), operand(p, 3), operand(p, 2), operand(p, 1), operand(p, 0)};
}

/* ---- resources */

/* Its own or that of a node above it. */
static qpdf_oh inherited(qpdf_data q, qpdf_oh page, const char *key)
{
	for (int i = 0; i < PARENTS && qpdf_oh_is_dictionary(q, page); i++) {
		if (qpdf_oh_has_key(q, page, key))
			return qpdf_oh_get_key(q, page, key);
		page = qpdf_oh_get_key_if_dict(q, page, "/Parent");
	}
	return qpdf_oh_new_null(q);
}

static qpdf_oh resource(const struct page *p, const char *kind)
{
	return qpdf_oh_get_key_if_dict(p->q, qpdf_oh_get_key_if_dict(p->q, p->resources, kind), p->name);
}

static void on_font(struct page *p)
{
	const qpdf_oh kind = qpdf_oh_get_key_if_dict(p->q, resource(p, "/Font"), "/Subtype");
	p->g.letter = qpdf_oh_is_name_and_equals(p->q, kind, "/Type0") ? 2 : 1;
	p->g.size = operand(p, 0);
}

static void on_state(struct page *p)
{
	const qpdf_oh s = resource(p, "/ExtGState"), mode = qpdf_oh_get_key_if_dict(p->q, s, "/BM");
	const qpdf_oh opaque = qpdf_oh_get_key_if_dict(p->q, s, "/ca");
	if (qpdf_oh_is_number(p->q, opaque))
		p->g.through = qpdf_oh_get_numeric_value(p->q, opaque) < LIGHT;
	if (!qpdf_oh_is_null(p->q, mode) && !qpdf_oh_is_name_and_equals(p->q, mode, "/Normal"))
		p->g.through = true;
}

/* ---- colours */

static enum tone tone_said(const struct page *p)
{
	const int n = p->noperands;
	double least = 1, most = 0;
	for (int i = 0; i < n; i++) {
		const double v = n == 4 ? 1 - operand(p, i) : operand(p, i);
		least = v < least ? v : least;
		most = v > most ? v : most;
	}
	if (n == 4 && operand(p, 0) > 1 - DARK)        /* black ink */
		most = 0;
	return least >= LIGHT ? TONE_LIGHT : most <= DARK ? TONE_DARK : TONE_OTHER;
}

static void on_colour(struct page *p)
{
	p->g.tone = tone_said(p);
}

static void on_line_colour(struct page *p)
{
	p->g.stroke = tone_said(p);
}

static void on_line_unknown(struct page *p)
{
	p->g.stroke = TONE_UNKNOWN;
}

static void on_space(struct page *p)
{
	const qpdf_oh space = resource(p, "/ColorSpace");
	const bool array = qpdf_oh_is_array(p->q, space) && qpdf_oh_get_array_n_items(p->q, space) > 1;
	const qpdf_oh kind = array ? qpdf_oh_get_array_item(p->q, space, 0) : space;
	p->g.grey = !strncmp(p->name, "/Device", 7) ||
		qpdf_oh_is_name_and_equals(p->q, kind, "/ICCBased") ||
		qpdf_oh_is_name_and_equals(p->q, kind, "/CalGray") ||
		qpdf_oh_is_name_and_equals(p->q, kind, "/CalRGB");
	p->g.tone = TONE_UNKNOWN;
}

static void on_components(struct page *p)
{
	if (p->g.grey && p->noperands)
		on_colour(p);
	else
		p->g.tone = TONE_UNKNOWN;
}

/* ---- paths: only where they reach, and whether they are one rectangle */

/* Another piece begins there. */
static struct piece *begin(struct page *p, double x, double y)
{
	const struct matrix *m = &p->g.m;
	const double dx = m->a * x + m->c * y + m->e, dy = m->b * x + m->d * y + m->f;
	p->more |= p->npath == PIECES;
	struct piece *k = &p->path[p->npath < PIECES ? p->npath++ : PIECES - 1];
	*k = (struct piece){{dx, dy, dx, dy}, dx, dy, true};
	return k;
}

/* A line to there: along an edge, or the piece is no rectangle. */
static void line_to(struct page *p, double x, double y)
{
	const struct matrix *m = &p->g.m;
	const double dx = m->a * x + m->c * y + m->e, dy = m->b * x + m->d * y + m->f;
	struct piece *k = p->npath ? &p->path[p->npath - 1] : begin(p, x, y);
	k->plain &= plane_near(dx, k->x) || plane_near(dy, k->y);
	plane_stretch(&k->b, dx, dy);
	k->x = dx;
	k->y = dy;
}

static void on_rectangle(struct page *p)
{
	const double x = operand(p, 3), y = operand(p, 2), w = operand(p, 1), h = operand(p, 0);
	begin(p, x, y);
	line_to(p, x + w, y);
	line_to(p, x + w, y + h);
	line_to(p, x, y + h);
}

static void on_begin_piece(struct page *p)
{
	begin(p, operand(p, 1), operand(p, 0));
}

static void on_line(struct page *p)
{
	line_to(p, operand(p, 1), operand(p, 0));
}

static void on_curve(struct page *p)
{
	line_to(p, operand(p, 5), operand(p, 4));
	line_to(p, operand(p, 3), operand(p, 2));
	line_to(p, operand(p, 1), operand(p, 0));
	p->path[p->npath - 1].plain = false;
}

static struct box whole_path(const struct page *p)
{
	struct box b = p->path[0].b;
	for (int i = 1; i < p->npath; i++) {
		plane_stretch(&b, p->path[i].b.x0, p->path[i].b.y0);
		plane_stretch(&b, p->path[i].b.x1, p->path[i].b.y1);
	}
	return b;
}

static void on_clip(struct page *p)
{
	p->g.cut |= p->npath != 1 || !p->path[0].plain;
	if (p->npath)
		p->g.clip = plane_cut(whole_path(p), &p->g.clip);
}

static void on_no_paint(struct page *p)
{
	p->npath = 0;
	p->more = false;
}

static bool covers(const struct box *b, const struct shown *t)
{
	const double mx = (t->line.x0 + t->line.x1) / 2, my = (t->line.y0 + t->line.y1) / 2;
	return b->y1 - b->y0 >= BLOCK * t->size && b->x1 - b->x0 >= t->size &&
		(plane_within(b, t->line.x0 + (t->line.x1 > t->line.x0 ? LETTER * t->size : 0), t->line.y0) ||
			plane_within(b, mx, my) || plane_within(b, t->line.x1, t->line.y1));
}

static void paint(struct page *p, struct box b)
{
	MEM_ROOM(p->painted, p->npainted, p->paintcap);
	p->painted[p->npainted++] = b;
}

/* An area is painted over what was shown: does it hide any? */
static bool cover(struct page *p, struct box b)
{
	bool any = false;
	b = plane_cut(b, &p->g.clip);
	for (size_t i = 0; i < p->nall && p->work-- > 0; i++)
		any |= covers(&b, &p->all[i]);
	return any;
}

static bool hides(const struct page *p, enum tone tone)
{
	return tone == TONE_DARK && !p->g.cut && !p->g.through && !p->more;
}

static void on_fill(struct page *p)
{
	for (int i = 0; i < p->npath && hides(p, p->g.tone); i++)
		if (p->path[i].plain)
			p->found |= cover(p, p->path[i].b);
	if (p->npath && p->g.tone != TONE_LIGHT)
		paint(p, plane_cut(whole_path(p), &p->g.clip));
	on_no_paint(p);
}

/* A thick line may be what white text stands on, or what hides a text. */
static void on_stroke(struct page *p)
{
	const struct matrix *m = &p->g.m;
	const double across = (m->a < 0 ? -m->a : m->a) + (m->b < 0 ? -m->b : m->b), w = across * p->g.width / 2;
	for (int i = 0; i < p->npath; i++) {
		const struct box *b = &p->path[i].b;
		const struct box thick = {b->x0 - w, b->y0 - w, b->x1 + w, b->y1 + w};
		paint(p, thick);
		if ((plane_near(b->x0, b->x1) || plane_near(b->y0, b->y1)) && hides(p, p->g.stroke))
			p->found |= cover(p, thick);
	}
	on_no_paint(p);
}

/* ---- text */

static void move(struct page *p, double x, double y)
{
	p->line = plane_times((struct matrix){1, 0, 0, 1, x, y}, p->line);
	p->text = p->line;
}

static void on_begin(struct page *p)
{
	p->line = p->text = (struct matrix){1, 0, 0, 1, 0, 0};
}

static void on_matrix(struct page *p)
{
	p->line = p->text = operands(p);
}

static void on_move(struct page *p)
{
	move(p, operand(p, 1), operand(p, 0));
}

static void on_move_leading(struct page *p)
{
	p->g.leading = -operand(p, 0);
	on_move(p);
}

static void on_next_line(struct page *p)
{
	move(p, 0, -p->g.leading);
}

static bool on_paper(struct page *p, const struct shown *t)
{
	bool dark = p->picture;
	for (size_t i = 0; !dark && i < p->npainted && p->work-- > 0; i++) {
		const struct box *b = &p->painted[i];
		dark = plane_within(b, t->line.x0, t->line.y0) || plane_within(b, t->line.x1, t->line.y1) ||
			plane_within(b, (t->line.x0 + t->line.x1) / 2, (t->line.y0 + t->line.y1) / 2);
	}
	return !dark && p->work > 0;
}

/* All of it lies outside of what is painted. */
static bool clipped(const struct page *p, const struct shown *t)
{
	const struct box *c = &p->g.clip, *l = &t->line;
	const double x0 = l->x0 < l->x1 ? l->x0 : l->x1, x1 = l->x0 < l->x1 ? l->x1 : l->x0;
	const double y0 = l->y0 < l->y1 ? l->y0 : l->y1, y1 = l->y0 < l->y1 ? l->y1 : l->y0;
	return x1 < c->x0 - t->size || x0 > c->x1 + t->size || y1 < c->y0 - t->size || y0 > c->y1 + t->size;
}

static void on_show(struct page *p)
{
	const struct matrix m = plane_times(p->text, p->g.m);
	const double letters = (double)(p->letters / (size_t)p->g.letter);
	const double up = p->g.size / 4, width = LETTER * p->g.size * letters * p->g.stretch;
	const double height = (m.c < 0 ? -m.c : m.c) + (m.d < 0 ? -m.d : m.d);
	struct shown t = {{m.c * up + m.e, m.d * up + m.f, 0, 0}, p->g.size * height};
	t.line.x1 = t.line.x0 + m.a * width;
	t.line.y1 = t.line.y0 + m.b * width;
	p->text = plane_times((struct matrix){1, 0, 0, 1, width, 0}, p->text);
	if (p->blank || !p->letters)
		return;
	const struct box out = {p->edge.x0 - t.size, p->edge.y0 - t.size, p->edge.x1 + t.size, p->edge.y1 + t.size};
	if ((!plane_within(&out, t.line.x0, t.line.y0) && !plane_within(&out, t.line.x1, t.line.y1)) ||
		(t.size > 0 && t.size < READABLE) || plane_near(p->g.stretch, 0) || clipped(p, &t))
		p->found = true;
	else if (p->g.mode == 3)
		p->invisible = true;
	else if (p->g.mode == 0 && p->g.tone == TONE_LIGHT && on_paper(p, &t))
		p->found = true;
	MEM_ROOM(p->all, p->nall, p->cap);
	p->all[p->nall++] = t;
}

static void on_show_line(struct page *p)
{
	on_next_line(p);
	on_show(p);
}

/* ---- the rest */

static void on_save(struct page *p)
{
	if (p->nsaved < STATES)
		p->saved[p->nsaved] = p->g;
	p->nsaved++;
}

static void on_restore(struct page *p)
{
	if (p->nsaved > 0 && --p->nsaved < STATES)
		p->g = p->saved[p->nsaved];
}

static void on_concat(struct page *p)
{
	p->g.m = plane_times(operands(p), p->g.m);
}

static void on_picture(struct page *p)
{
	p->picture = true;
}

/* A picture that nothing shows through hides what was shown before it. */
static void on_image(struct page *p, qpdf_oh dict)
{
	static const char *const holes[] = {"/SMask", "/Mask", "/SMaskInData"};
	struct box b;
	bool solid = !qpdf_oh_is_bool(p->q, qpdf_oh_get_key(p->q, dict, "/ImageMask")) && !p->g.cut && !p->g.through;
	for (size_t i = 0; i < sizeof holes / sizeof *holes; i++)
		solid &= !qpdf_oh_has_key(p->q, dict, holes[i]);
	p->picture = true;
	if (!plane_placed(&p->g.m, &(struct box){0, 0, 1, 1}, &b))
		return;
	const struct box shows = plane_cut(plane_cut(b, &p->g.clip), &p->edge);
	if (shows.x1 > shows.x0 && shows.y1 > shows.y0)
		p->pictured += (shows.x1 - shows.x0) * (shows.y1 - shows.y0);
	p->beneath |= solid && cover(p, b);
}

static void run(struct page *p, const unsigned char *content, size_t n);

static double number_at(const struct page *p, qpdf_oh array, int i)
{
	return qpdf_oh_get_numeric_value(p->q, qpdf_oh_get_array_item(p->q, array, i));
}

static bool has_numbers(const struct page *p, qpdf_oh array, int n)
{
	return qpdf_oh_is_array(p->q, array) && qpdf_oh_get_array_n_items(p->q, array) == n;
}

/* Where a form is placed, and what of it is painted (8.10). */
static void place_form(struct page *p, qpdf_oh dict)
{
	const qpdf_oh m = qpdf_oh_get_key(p->q, dict, "/Matrix"), box = qpdf_oh_get_key(p->q, dict, "/BBox");
	struct box b;
	if (has_numbers(p, m, 6))
		p->g.m = plane_times((struct matrix){number_at(p, m, 0), number_at(p, m, 1), number_at(p, m, 2),
			number_at(p, m, 3), number_at(p, m, 4), number_at(p, m, 5)}, p->g.m);
	if (has_numbers(p, box, 4) && plane_placed(&p->g.m, &(struct box){number_at(p, box, 0), number_at(p, box, 1),
		number_at(p, box, 2), number_at(p, box, 3)}, &b))
		p->g.clip = plane_cut(b, &p->g.clip);
}

/* A form is painted as if its content stood here. */
static void on_form(struct page *p, qpdf_oh form, qpdf_oh dict)
{
	const struct gstate g = p->g;
	const qpdf_oh resources = p->resources, own = qpdf_oh_get_key(p->q, dict, "/Resources");
	const int nsaved = p->nsaved;
	unsigned char *data = NULL;
	size_t n = 0;
	QPDF_BOOL whole = QPDF_TRUE;
	if (p->depth == FORMS || (qpdf_oh_get_stream_data(p->q, form, qpdf_dl_generalized, &whole, &data, &n) &
		QPDF_ERRORS) || !data) {
		p->picture = true;                             /* nobody knows what it paints */
		return;
	}
	p->work -= (long)n;
	place_form(p, dict);
	p->resources = qpdf_oh_is_dictionary(p->q, own) ? own : resources;
	p->depth++;
	run(p, data, n);
	p->depth--;
	p->resources = resources;
	p->nsaved = nsaved;
	p->g = g;
	free(data);
}

static void on_object(struct page *p)
{
	const qpdf_oh all = qpdf_oh_get_key_if_dict(p->q, p->resources, "/XObject");
	const qpdf_oh o = qpdf_oh_get_key_if_dict(p->q, all, p->name);
	if (!qpdf_oh_is_stream(p->q, o)) {
		p->picture = true;
		return;
	}
	const qpdf_oh dict = qpdf_oh_get_dict(p->q, o), kind = qpdf_oh_get_key(p->q, dict, "/Subtype");
	if (qpdf_oh_is_name_and_equals(p->q, kind, "/Form"))
		on_form(p, o, dict);
	else
		on_image(p, dict);
}

static void on_stretch(struct page *p)
{
	p->g.stretch = operand(p, 0) / 100;
}

static void on_mode(struct page *p)
{
	p->g.mode = (int)operand(p, 0);
}

static void on_width(struct page *p)
{
	p->g.width = operand(p, 0);
}

static void on_leading(struct page *p)
{
	p->g.leading = operand(p, 0);
}

static void on_operator(struct page *p, const struct pdf_token *t)
{
	static const struct { const char *name; void (*on)(struct page *); } all[] = {{"q", on_save}, {"Q", on_restore},
		{"cm", on_concat}, {"gs", on_state}, {"g", on_colour}, {"rg", on_colour}, {"k", on_colour},
		{"G", on_line_colour}, {"RG", on_line_colour}, {"K", on_line_colour}, {"CS", on_line_unknown},
		{"SC", on_line_unknown}, {"SCN", on_line_unknown},
		{"cs", on_space}, {"sc", on_components}, {"scn", on_components}, {"re", on_rectangle},
		{"m", on_begin_piece},
		{"l", on_line}, {"c", on_curve}, {"v", on_curve}, {"y", on_curve}, {"W", on_clip}, {"W*", on_clip},
		{"n", on_no_paint}, {"S", on_stroke}, {"s", on_stroke}, {"w", on_width}, {"f", on_fill}, {"F", on_fill},
		{"f*", on_fill}, {"B", on_fill}, {"B*", on_fill}, {"b", on_fill}, {"b*", on_fill}, {"sh", on_picture},
		{"Do", on_object}, {"Tz", on_stretch}, {"ID", on_picture}, {"BT", on_begin}, {"Tm", on_matrix},
		{"Td", on_move},
		{"TD", on_move_leading}, {"T*", on_next_line}, {"TL", on_leading}, {"Tr", on_mode}, {"Tf", on_font},
		{"Tj", on_show}, {"TJ", on_show}, {"'", on_show_line}, {"\"", on_show_line}};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (pdf_lex_is(t, all[i].name)) {
			all[i].on(p);
			break;
		}
	p->noperands = 0;
	p->letters = 0;
	p->blank = true;
}

static void on_token(struct page *p, const struct pdf_token *t)
{
	if (t->kind == PDF_NUMBER && p->noperands == OPERANDS)
		memmove(p->operand, p->operand + 1, sizeof p->operand - sizeof *p->operand);
	if (t->kind == PDF_NUMBER) {
		p->noperands += p->noperands < OPERANDS;
		p->operand[p->noperands - 1] = t->number;
	} else if (t->kind == PDF_NAME && t->n < NAME - 1) {
		p->name[0] = '/';
		memcpy(p->name + 1, t->s, t->n);
		p->name[t->n + 1] = '\0';
	} else if (t->kind == PDF_STRING) {
		p->letters += t->n;
		p->blank &= t->blank;
	}
}

/* Where the page shows anything: CropBox, else MediaBox; everywhere, if it says none. */
static struct box edge_of(qpdf_data q, qpdf_oh page)
{
	qpdf_oh r = inherited(q, page, "/CropBox");
	double v[4];
	if (!qpdf_oh_is_array(q, r))
		r = inherited(q, page, "/MediaBox");
	if (!qpdf_oh_is_array(q, r) || qpdf_oh_get_array_n_items(q, r) != 4)
		return (struct box){-1e9, -1e9, 1e9, 1e9};
	for (int i = 0; i < 4; i++)
		v[i] = qpdf_oh_get_numeric_value(q, qpdf_oh_get_array_item(q, r, i));
	return (struct box){v[0] < v[2] ? v[0] : v[2], v[1] < v[3] ? v[1] : v[3], v[0] < v[2] ? v[2] : v[0],
		v[1] < v[3] ? v[3] : v[1]};
}

static void run(struct page *p, const unsigned char *content, size_t n)
{
	struct pdf_lex s = {content, content + n};
	struct pdf_token t;
	while (!p->found && p->work-- > 0 && pdf_lex_next(&s, &t)) {
		if (t.kind == PDF_OPERATOR)
			on_operator(p, &t);
		else
			on_token(p, &t);
	}
}

bool pdf_has_unseen(qpdf_data q, qpdf_oh page, const unsigned char *content, size_t n)
{
	struct page p = {.q = q, .resources = inherited(q, page, "/Resources"), .edge = edge_of(q, page), .work = WORK,
		.blank = true};
	p.g = (struct gstate){.m = {1, 0, 0, 1, 0, 0}, .tone = TONE_DARK, .stroke = TONE_DARK, .grey = 1,
		.clip = {-1e9, -1e9, 1e9, 1e9},
		.letter = 1, .width = 1, .stretch = 1};
	run(&p, content, n);
	const bool scan = p.pictured >= SCAN * (p.edge.x1 - p.edge.x0) * (p.edge.y1 - p.edge.y0);
	free(p.all);
	free(p.painted);
	return p.found || (p.beneath && !scan) || (p.invisible && !p.picture);
}
