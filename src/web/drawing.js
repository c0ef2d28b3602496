// A page as it is drawn: one element a line. A browser takes long to set a page of text, so that of another drawing of the
// same page only those lines are read and placed that are new; what moved up or down is moved.
import { partners } from './diff.js';

const parse = svg => document.adoptNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
const place = / y="([^"]*)"/, MANY = 400;

export class Drawing {
	constructor(dom) {
		Object.assign(this, { dom, lines: [], nodes: [] });
	}

	// head: the start tag of the drawing, between it and its end tag the elements.
	show(text) {
		const lines = text.split('\n'), head = lines.shift(), end = lines.pop();
		if (head != this.head || !this.change(lines, head, end)) this.fresh(text);
		Object.assign(this, { head, lines });
	}

	fresh(text) {
		const svg = parse(text);
		for (const n of [...svg.childNodes]) if (n.nodeType == 3) n.remove();
		this.nodes = [...svg.children];
		this.svg = svg;
		this.dom.replaceChildren(svg);
	}

	// False: it is quicker to draw all of it.
	change(now, head, end) {
		const old = this.lines, least = Math.min(old.length, now.length);
		let from = 0, same = 0;
		while (from < least && old[from] == now[from]) from++;
		while (same < least - from && old[old.length - 1 - same] == now[now.length - 1 - same]) same++;
		const was = old.slice(from, old.length - same), is = now.slice(from, now.length - same), nodes = this.nodes.slice(from, old.length - same);
		if (was.length > MANY || is.length > MANY) return false;
		const [a, b] = [is, was].map(all => all.map(l => l.replace(place, ''))), of = partners(a, b, (x, y) => x == y);
		const made = is.some((_, i) => of[i] < 0) ? [...parse(head + is.filter((_, i) => of[i] < 0).join('') + end).children] : [];
		for (const [i, n] of nodes.entries()) if (!of.includes(i)) n.remove();
		const next = this.nodes[old.length - same] ?? null;
		const all = is.map((line, i) => {
			const kept = nodes[of[i]];
			if (kept && line != was[of[i]]) kept.setAttribute('y', line.match(place)[1]);
			return kept ?? made.shift();
		});
		all.reduceRight((behind, n) => (n.parentNode == this.svg || this.svg.insertBefore(n, behind), n), next);
		this.nodes.splice(from, nodes.length, ...all);
		return true;
	}
}
