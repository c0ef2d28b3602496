/* margin.c: blocks in the margin column. They take no room in the flow, they hang on a unit: the first of the block
 * before or after them. */
#include "layout/lay.h"

static uint32_t rand_new(struct flow *f, uint32_t first, uint32_t n, len_t y)
{
	MEM_ROOM(f->r, f->nr, f->cap_r);
	f->r[f->nr] = (struct rand){.first = first, .n = n, .y = y};
	return f->nr++;
}

static void hang_on(struct flow *f, struct unit *u, uint32_t rand, len_t bottom)
{
	f->r[rand].next = u->rand;
	u->rand = rand + 1;
	u->margin = true;
	if (bottom > u->rand_h)
		u->rand_h = bottom;
}

void lay_margin_hang(struct lay *l, struct flow *f, const struct flow *beside, uint32_t anchor)
{
	len_t base;
	uint32_t first = f->p.n;
	len_t h = lay_flow_stack(beside, &f->p, 0, &base);
	uint32_t n = f->p.n - first;
	if (!n)
		return;
	if (anchor != UINT32_MAX && anchor >= f->gone && anchor - f->gone < f->nu) {
		struct unit *u = &f->u[anchor - f->gone];
		len_t y = u->rand_h > 0 ? u->rand_h + l->style->page.grid : 0;
		uint32_t r = rand_new(f, first, n, y);
		f->r[r].after = true;
		hang_on(f, u, r, y + h);
		return;
	}
	uint32_t r = rand_new(f, first, n, f->waiting ? f->waiting_h : 0);
	f->waiting_base = f->waiting ? f->waiting_base : base;
	f->waiting_h = f->r[r].y + h;
	f->r[r].next = f->waiting;
	f->waiting = r + 1;
}

/* The first unit after waiting margin blocks: first baselines are made equal. */
void lay_margin_attach(struct flow *f, struct unit *u)
{
	len_t dy = u->base ? u->base - f->waiting_base : 0;
	for (uint32_t r = f->waiting, next; r; r = next) {
		next = f->r[r - 1].next;
		f->r[r - 1].y += dy;
		hang_on(f, u, r - 1, 0);
	}
	if (f->waiting_h + dy > u->rand_h)
		u->rand_h = f->waiting_h + dy;
	f->waiting = 0;
	f->waiting_h = 0;
}
