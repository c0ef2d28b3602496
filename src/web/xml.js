// XML as a tree that knows where each element stands in its text. Only for what the server sent: well-formed, no DOCTYPE.
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
export const decode = s => s.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (all, e) => e[0] != '#' ? entities[e] ?? all :
	String.fromCodePoint(e[1] == 'x' ? parseInt(e.slice(2), 16) : parseInt(e.slice(1), 10)));
// What XML cannot hold (from a clipboard, a broken keyboard) is not written; breaks of a line or page are blanks.
const fit = s => s.replace(/[\x0b\x0c\u2028\u2029]/g, ' ').replace(/[\0-\x08\x0e-\x1f\ufffe\uffff]/g, '').toWellFormed();
export const escape = s => fit(s).replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
export const attribute = s => escape(s).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

const markup = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([^\s\/>]+)((?:\s+[^\s=>\/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

// {name, attrs, children, from, to, line}; children are such and strings.
export function parse(text, line = 1) {
	const root = { children: [] }, open = [root];
	let at = 0, counted = 0;
	const top = () => open[open.length - 1];
	const put = s => s && top().children.push(s);
	for (const m of text.matchAll(markup)) {
		put(decode(text.slice(at, m.index)));
		at = m.index + m[0].length;
		if (m[1] != null) put(m[1]);
		if (!m[3]) continue;
		if (m[2]) {
			open.pop().to = at;
			continue;
		}
		for (; counted < m.index; counted++) line += text[counted] == '\n';
		const e = { name: m[3], attrs: {}, children: [], from: m.index, to: at, line };
		for (const a of m[4].matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) e.attrs[a[1]] = decode(a[2] ?? a[3]);
		top().children.push(e);
		if (!m[5]) open.push(e);
	}
	return root.children.find(c => c.name);
}

// Do the tags fit together? A file may have been damaged beside the Werkstatt.
export function sound(text) {
	const open = [];
	let at = 0, tags = 0;
	for (const m of text.matchAll(markup)) {
		if (text.slice(at, m.index).includes('<') || (m[2] && open.pop() != m[3])) return false;
		at = m.index + m[0].length;
		tags += !!m[3];
		if (m[3] && !m[2] && !m[5]) open.push(m[3]);
	}
	return tags > 0 && !open.length && !text.slice(at).includes('<');
}

export const words = e => typeof e == 'string' ? e : e.children.map(words).join('');
export const plain = xml => words({ children: [parse(`<r>${xml}</r>`)] }).replace(/\s+/g, ' ').trim();

// The text with other attributes in the start tag of an element: null takes one away, all else stays as it stands.
export function retag(text, e, change) {
	const tag = text.slice(e.from).match(/^<(?:[^>"']|"[^"]*"|'[^']*')*>/)[0];
	let now = tag;
	for (const [name, value] of Object.entries(change)) {
		const at = now.match(new RegExp(`\\s+${name}\\s*=\\s*("[^"]*"|'[^']*')`)), put = value == null || value === '' ? '' : ` ${name}="${attribute(value)}"`;
		now = at ? now.slice(0, at.index) + put + now.slice(at.index + at[0].length) : put ? now.replace(/\s*(\/?>)$/, (_, end) => put + end) : now;
	}
	return text.slice(0, e.from) + now + text.slice(e.from + tag.length);
}
export const elements = e => e.children.filter(c => c.name);
export const walk = (e, visit) => { visit(e); for (const c of elements(e)) walk(c, visit); };

// The text with an element before or behind a sibling of it: with the blanks before it, every other byte as it was.
export function moved(xml, unit, other) {
	const text = xml.slice(unit.from, unit.to), down = other.from > unit.from, line = xml.lastIndexOf('\n', unit.from - 1);
	const lead = /^\n[ \t]*$/.test(xml.slice(line, unit.from)) ? line : unit.from, gap = xml.slice(lead, unit.from);
	const bare = xml.slice(0, lead) + xml.slice(unit.to), place = down ? other.to - (unit.to - lead) : other.from;
	return bare.slice(0, place) + (down ? gap + text : text + gap) + bare.slice(place);
}
