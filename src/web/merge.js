// Two texts that began as one: what only one of them changed is taken from it; where both changed the same, mine stands.
// Between what all three share, the pieces that only one side touched are that side's.
import { Fragment } from './module/prosemirror-model.js';

const children = node => { const out = []; node.forEach(c => out.push(c)); return out; };

// For each of a its partner in b, in order: the longest run of those that are the same.
function partners(a, b) {
	const long = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--) long[i][j] = a[i].eq(b[j]) ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
	const out = new Array(a.length).fill(-1);
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		if (a[i].eq(b[j])) out[i++] = j++;
		else if (long[i + 1][j] >= long[i][j + 1]) i++;
		else j++;
	}
	return out;
}

const same = (a, b) => a.length == b.length && a.every((n, i) => n.eq(b[i]));

function piece(base, mine, theirs) {
	if (same(mine, base)) return theirs;
	if (same(theirs, base)) return mine;
	return base.length == mine.length && base.length == theirs.length ? base.map((b, i) => merged(b, mine[i], theirs[i])) : mine;
}

export function merged(base, mine, theirs) {
	if (mine.eq(base)) return theirs;
	if (theirs.eq(base) || mine.inlineContent || mine.type != theirs.type || mine.type != base.type) return mine;
	const b = children(base), m = children(mine), t = children(theirs), toMine = partners(b, m), toTheirs = partners(b, t), out = [];
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
