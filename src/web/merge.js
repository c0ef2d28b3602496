// Two texts that began as one: what only one of them changed is taken from it; where both changed the same, mine stands.
// Between what all three share, the pieces that only one side touched are that side's.
import { Fragment } from './module/prosemirror-model.js';
import { partners } from './diff.js';

const children = node => { const out = []; node.forEach(c => out.push(c)); return out; };

const eq = (a, b) => a.eq(b);
const same = (a, b) => a.length == b.length && a.every((n, i) => n.eq(b[i]));

function piece(base, mine, theirs) {
	if (same(mine, base)) return theirs;
	if (same(theirs, base)) return mine;
	return base.length == mine.length && base.length == theirs.length ? base.map((b, i) => merged(b, mine[i], theirs[i])) : mine;
}

export function merged(base, mine, theirs) {
	if (mine.eq(base)) return theirs;
	if (theirs.eq(base) || mine.inlineContent || mine.type != theirs.type || mine.type != base.type) return mine;
	const b = children(base), m = children(mine), t = children(theirs), toMine = partners(b, m, eq), toTheirs = partners(b, t, eq), out = [];
	let i = 0, j = 0, k = 0;
	for (let next = 0; next <= b.length; next++) {
		if (next < b.length && (toMine[next] < 0 || toTheirs[next] < 0)) continue;
		const end = next < b.length;
		out.push(...piece(b.slice(i, next), m.slice(j, end ? toMine[next] : m.length), t.slice(k, end ? toTheirs[next] : t.length)));
		if (end) out.push(t[toTheirs[next]]), i = next + 1, j = toMine[next] + 1, k = toTheirs[next] + 1;
	}
	const content = Fragment.from(out);
	return mine.type.validContent(content) ? mine.copy(content) : mine;
}
