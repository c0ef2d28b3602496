// For each of a its partner in b (-1: none), in order: the longest run of those that are the same.
export function partners(a, b, same) {
	const long = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--) long[i][j] = same(a[i], b[j]) ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
	const out = new Array(a.length).fill(-1);
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		if (same(a[i], b[j])) out[i++] = j++;
		else if (long[i + 1][j] >= long[i][j + 1]) i++;
		else j++;
	}
	return out;
}

// How many two rows have in common from one end.
const common = (a, b, at) => {
	let n = 0;
	while (n < a.length && n < b.length && a.at(at(n)) == b.at(at(n))) n++;
	return n;
};

// Which words of a are not in b at their place, and around which places what changed lies: [first, end).
export function changes(a, b) {
	const first = common(a, b, n => n), last = Math.min(common(a, b, n => -1 - n), a.length - first, b.length - first), end = a.length - last;
	const mine = a.slice(first, end), theirs = b.slice(first, b.length - last), much = mine.length * theirs.length > 4e6;
	const found = much ? mine.map(w => theirs.includes(w) ? 0 : -1) : partners(mine, theirs, (v, w) => v == w);
	return { first, end, changed: a.map((w, i) => i >= first && i < end && found[i - first] < 0) };
}

// The innermost stretch in which two texts differ, with a few words around it.
export function differing(a, b) {
	let from = 0, end = 0;
	while (from < a.length && a[from] == b[from]) from++;
	while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] == b[b.length - 1 - end]) end++;
	const start = Math.max(0, a.lastIndexOf('>', Math.max(0, from - 1)) + 1);
	const cut = s => s.slice(start, Math.max(s.length - end, start)) + s.slice(s.length - end).split('<')[0];
	return [a, b].map(s => cut(s).replace(/<[^>]*$/, ''));
}
