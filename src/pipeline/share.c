/* share.c: documents shared out to forked workers. A worker notes what one process would carry from document to
 * document (files read, targets, what is told once in a run); here, in the order of the call, it comes together. Where
 * that shows that a document would have gone another way after those before it, it is made once more, here. */
#include "pipeline/share.h"

#include "base/crew.h"
#include "pipeline/run.h"

struct sharing {
	struct pipe *pipe;
	const struct pipe_share *share;
	size_t first;                  /* the first that may ask the register: of all after it the asking is assumed */
	struct pipe_options options;                   /* of a worker */
	bool at_work;
	struct buf said;                               /* a worker's lines of one document */
};

/* ---- in a worker ---- */

static void note_line(void *arg, const char *line)
{
	struct sharing *s = arg;
	pack_str(&s->said, line);
}

static void begin_work(struct sharing *s)
{
	s->at_work = true;
	s->options = *s->pipe->options;
	s->options.cores = 1;
	s->options.voice = (struct pipe_voice){.say = s->options.voice.say ? note_line : NULL, .arg = s};
	s->pipe->options = &s->options;
	pipe_go_to_work(s->pipe);
}

static int assumed(const struct sharing *s, size_t i)
{
	return i > s->first;
}

static void work(void *arg, size_t i, struct buf *b)
{
	struct sharing *s = arg;
	struct pipe *p = s->pipe;
	struct buf more = {0}, told = {0};
	struct diag *d = s->share->diags[i];
	if (!s->at_work)
		begin_work(s);
	buf_clear(&s->said);
	pipe_fresh(p);
	p->reg_missed = assumed(s, i);
	s->share->one(s->share->arg, i, &more, d);
	pack_int(b, p->reg_missed > assumed(s, i));
	pipe_pack(p, b);
	pack_bytes(b, s->said.data, s->said.len);
	diag_pack(d, &told);
	pack_bytes(b, told.data, told.len);
	pack_bytes(b, more.data, more.len);
	buf_free(&told);
	buf_free(&more);
}

/* ---- here ---- */

static void take(struct sharing *s, size_t i, struct unpack more)
{
	if (s->share->take)
		s->share->take(s->share->arg, i, &more);
}

static void alone(struct sharing *s, size_t i)
{
	struct buf more = {0};
	s->share->one(s->share->arg, i, &more, s->share->diags[i]);
	take(s, i, (struct unpack){more.data, more.data ? more.data + more.len : NULL});
	buf_free(&more);
}

static struct unpack part_of(struct unpack *u)
{
	size_t n;
	const char *p = unpack_bytes(u, &n);
	return (struct unpack){p, p ? p + n : NULL};
}

static void say_lines(struct pipe *p, struct unpack said)
{
	struct mem *m = mem_new();
	while (said.at < said.end)
		pipe_say(p, "%s", unpack_str(&said, m));
	mem_free(m);
}

static void took(void *arg, size_t i, const struct buf *result, const char *died)
{
	struct sharing *s = arg;
	struct diag *d = s->share->diags[i];
	if (died) {
		diag_sys(d, "ABSTURZ", s->share->paths[i], 0,
			"Der Prozess, der dieses Dokument bearbeitet hat, ist vor dem Ende abgebrochen (%s); die "
			"übrigen Dokumente sind davon nicht betroffen, bitte dieses noch einmal aufrufen",
			died);
		return;
	}
	struct unpack u = {result->data, result->data + result->len};
	int missed = (int)unpack_int(&u);
	bool fits = !missed || assumed(s, i) == (s->pipe->reg_missed > 0);
	fits = pipe_unpack(s->pipe, &u, fits, d);
	struct unpack said = part_of(&u), told = part_of(&u), more = part_of(&u);
	if (!fits) {
		if (s->share->drop)
			s->share->drop(s->share->arg, &more);
		alone(s, i);
		return;
	}
	s->pipe->reg_missed += missed;
	say_lines(s->pipe, said);
	diag_unpack(d, &told);
	take(s, i, more);
}

static size_t first_asking(struct pipe *p, const struct pipe_share *w)
{
	struct diag *unused = diag_new();
	size_t i = 0;
	for (; i < w->n; i++) {
		const char *path = pipe_master(p->run, w->paths[i], unused);
		enum doc_kind kind = path ? pipe_peek(path).kind : DOC_KIND_MAX;
		if (doc_kind_council(kind))
			break;
	}
	diag_free(unused);
	return i;
}

void pipe_each(struct pipe *p, const struct pipe_share *w)
{
	struct sharing s = {.pipe = p, .share = w};
	const struct crew crew = {.workers = p->options->cores, .n = w->n, .arg = &s, .work = work, .take = took};
	bool shared = !w->alone && crew.workers > 1 && w->n > 1 && pipe_warm(p, w->paths, w->n);
	if (shared) {
		s.first = first_asking(p, w);
		shared = crew_run(&crew);
	}
	for (size_t i = 0; !shared && i < w->n; i++)
		alone(&s, i);
	buf_free(&s.said);
}
