// The schema of the editor, made of the grammar that documents are checked against: what may stand where, and how often.
// An element of the grammar becomes a node; inline ones that hold text become marks. Nothing here knows an element by
// name but quoted source.
import { Schema, Fragment } from './module/prosemirror-model.js';
import { escape, attribute, parse, elements, walk } from './xml.js';

const NOTE = 'note_';
export const TEXT = 'text_', OPAQUE = 'opaque_', INCLUDE = 'include_';
// What comes from elsewhere (a word processor, mail, a page) by what it is there.
const foreign = { absatz: ['p'], zwischentitel: ['h1', 'h2', 'h3', 'h4'], liste: ['ul', 'ol'], punkt: ['li'], stark: ['strong', 'b'], betont: ['em', 'i'] };
const known = d => ({ a: JSON.parse(d.dataset.a ?? '{}') });
const rules = (key, name) => [{ tag: `[data-name="${key}"]`, getAttrs: known }, ...(foreign[name] ?? []).map(tag => ({ tag }))];
// dir: what is written from right to left is so here, too
export const spoken = a => a?.['xml:lang'] ? { lang: a['xml:lang'], dir: 'auto' } : {};
const shown = (key, n, more = {}) => ({ 'data-name': key, 'data-a': JSON.stringify(n.attrs.a), ...spoken(n.attrs.a), ...more });
const key = (name, parent) => (parent ? parent + '__' + name : name).replace(/[^A-Za-z0-9_]/g, '_');
const uniq = list => [...new Set(list)];

export class Vocabulary {
	constructor(grammar) {
		this.grammar = grammar;
		this.class = new Map(grammar.map(e => [e.name, e.class]));
		this.local = new Map(grammar.filter(e => e.parent).map(e => [e.parent + ' ' + e.name, e]));
		this.global = new Map(grammar.filter(e => !e.parent).map(e => [e.name, e]));
		this.kept = new WeakMap();                     // node → its text as it stands in the file
		this.lines = new WeakMap();                    // node → its line there
		this.texts = new Map();                        // a text as we would write it → as it stands in the file
		this.schema = new Schema(this.spec());
	}

	inline(name) { return this.class.get(name) == 'inline'; }
	// A mark: inline, with text of its own, and nothing in it but what stands in running text.
	isMark(name) {
		const e = this.global.get(name);
		return e?.class == 'inline' && e.mixed && !this.isNote(name);
	}
	// What is set elsewhere, not in the line: kept as it is, with its own text beside.
	isNote(name) {
		const holds = e => e.slots.some(s => s.kinds.includes(name));
		const marks = [...this.global.values()].filter(e => e.class == 'inline' && e.mixed);
		return this.global.get(name).slots.some(s => s.kinds.length > 10) && !marks.some(holds);
	}
	elementOf(name, parent) { return this.local.get(parent + ' ' + name) ?? this.global.get(name); }
	keyOf(name, parent) { return key(name, this.local.has(parent + ' ' + name) ? parent : null); }

	kinds(e) { return uniq(e.slots.flatMap(s => s.kinds)); }
	// In running text also stand elements that are blocks elsewhere; those that have text of their own stay blocks.
	blocksIn(e) { return e.mixed ? this.kinds(e).filter(k => !this.inline(k) && this.global.get(k).class != 'meta' && k != 'vermerk') : []; }

	content(e) {
		if (e.mixed) {
			const blocks = this.blocksIn(e);
			return blocks.length ? `(${[TEXT, ...blocks.map(k => this.keyOf(k, e.name))].join(' | ')})+` : 'inline*';
		}
		return e.slots.map(s => {
			const kinds = s.kinds.map(k => this.keyOf(k, e.name));
			const parts = s.kinds.some(k => ['part', 'block'].includes(this.class.get(k)));
			if (parts) kinds.push(INCLUDE);        // a chapter in a file of its own
			return `(${kinds.join(' | ')})` + (s.many || parts ? (s.needed ? '+' : '*') : s.needed ? '' : '?');
		}).join(' ');
	}

	marksOf(e) { return this.kinds(e).filter(k => this.isMark(k)).map(k => key(k)).join(' '); }

	spec() {
		const nodes = {}, marks = {}, a = { a: { default: {} } };
		nodes.text = { group: 'inline' };
		// marks with attributes stand around those without
		for (const e of [...this.grammar].sort((x, y) => (x.attrs.length == 0) - (y.attrs.length == 0))) {
			if (e.class == 'inline' && this.isMark(e.name)) {
				const k = key(e.name);
				marks[k] = { attrs: a, tag: e.name, element: e, inclusive: false, parseDOM: rules(k, e.name),
					toDOM: m => ['span', shown(k, m, { class: 'm m-' + e.name }), 0] };
			} else if (e.class == 'inline') {
				const k = key(e.name);
				nodes[k] = { group: 'inline', inline: true, atom: true, attrs: a, tag: e.name, element: e, parseDOM: rules(k, e.name),
					toDOM: n => ['span', shown(k, n), n.attrs.a.ref ?? n.attrs.a.ziel ?? e.name] };
				// a note is written by itself, beside the text it hangs on
				if (e.mixed && this.isNote(e.name)) nodes[NOTE + k] = { content: 'inline*', attrs: a, tag: e.name, element: e, marks: this.marksOf(e), defining: true,
					toDOM: n => ['p', shown(NOTE + k, n, { class: 'el el-absatz' }), 0] };
			} else {
				const mixed = e.mixed && !this.blocksIn(e).length, code = e.name == 'quelltext';
				const k = key(e.name, e.parent), content = mixed ? (code ? 'text*' : 'inline*') : this.content(e);
				nodes[k] = { content, attrs: a, tag: e.name,
					element: e, marks: mixed && !code ? this.marksOf(e) : '', code, whitespace: code ? 'pre' : 'normal',
					defining: true, parseDOM: rules(k, e.parent ? null : e.name),
					toDOM: n => [mixed ? 'p' : 'div', shown(k, n, { class: 'el el-' + e.name }), ...(content ? [0] : [])] };
			}
		}
		const all = Object.keys(nodes).filter(k => nodes[k].element && !nodes[k].inline);
		nodes[TEXT] = { content: 'inline*', parseDOM: [{ tag: 'p[data-text]' }], toDOM: () => ['p', { 'data-text': '' }, 0] };
		nodes[OPAQUE] = { group: 'inline', inline: true, atom: true, attrs: { xml: {}, name: { default: '' } },
			parseDOM: [{ tag: '[data-xml]', getAttrs: d => ({ xml: d.dataset.xml, name: d.dataset.kind }) }],
			toDOM: n => ['span', { 'data-xml': n.attrs.xml, 'data-kind': n.attrs.name }, n.attrs.name] };
		nodes[INCLUDE] = { atom: true, attrs: { xml: {}, href: { default: '' } },
			toDOM: n => ['div', { class: 'el-include' }, n.attrs.href] };
		nodes.doc = { content: `(${all.join(' | ')})` };
		return { nodes, marks, topNode: 'doc' };
	}

	// ---- from XML

	read(tree, text) {
		this.text = text;
		const node = this.node(tree, '');
		node.descendants(n => {
			const stands = this.kept.get(n), made = stands && (n.inlineContent || n.firstChild?.type.name == TEXT) && this.made(n);
			if (made && made != stands) this.texts.set(made, stands);
		});
		return this.schema.nodes.doc.create(null, node);
	}

	// What others made of a text, with every paragraph that says the same as it stands in mine: a blank at an edge is none
	// in the file, but somebody may be about to go on behind it, or to undo what made it an edge.
	over(theirs, mine) {
		if (theirs.type != mine?.type || theirs.type.spec.code) return theirs;
		if (theirs.inlineContent) {
			if (!Fragment.from(said(this.schema, mine)).eq(theirs.content) || JSON.stringify(theirs.attrs) != JSON.stringify(mine.attrs)) return theirs;
			if (mine.content.eq(theirs.content)) return theirs;
			this.lines.set(mine, this.lines.get(theirs));
			return mine;
		}
		const all = [], behind = mine.childCount - theirs.childCount;
		theirs.forEach((c, _, i) => {
			const first = i < mine.childCount ? this.over(c, mine.child(i)) : c;
			all.push(first == c && behind && i + behind >= 0 ? this.over(c, mine.child(i + behind)) : first);
		});
		if (all.every((c, i) => c == theirs.child(i))) return theirs;
		const made = theirs.copy(Fragment.from(all));
		this.lines.set(made, this.lines.get(theirs));
		return made;
	}

	// Blocks that came from elsewhere: no line of the file is theirs, and only what one of them refers to keeps an id.
	piece(xml) {
		const t = parse(xml), ids = new Map(), forget = n => { this.kept.delete(n); this.lines.delete(n); };
		this.text = xml;
		walk(t, e => { if (e.attrs.ziel) ids.set(e.attrs.ziel, `${e.attrs.ziel}-${crypto.randomUUID().slice(0, 4)}`); });
		walk(t, e => {
			if (e.attrs.ziel) e.attrs.ziel = ids.get(e.attrs.ziel);
			ids.has(e.attrs.id) ? e.attrs.id = ids.get(e.attrs.id) : delete e.attrs.id;
		});
		const blocks = elements(t).map(c => this.node(c, t.name));
		for (const b of blocks) forget(b), b.descendants(forget);
		return blocks;
	}

	// The notes that may hang on the text of an element.
	notesIn(e) { return e?.mixed ? this.kinds(e).filter(k => this.inline(k) && this.global.get(k).mixed && this.isNote(k)) : []; }
	readNote(xml, t) {
		this.text = xml;
		return this.schema.nodes.doc.create(null, this.schema.nodes[NOTE + key(t.name)].create({ a: t.attrs }, this.mixed(t, this.global.get(t.name))));
	}

	node(t, parent) {
		if (t.name == 'xi:include' || !this.elementOf(t.name, parent))
			return this.schema.nodes[INCLUDE].create({ xml: this.text.slice(t.from, t.to), href: t.attrs.href ?? t.name });
		const e = this.elementOf(t.name, parent), type = this.schema.nodes[this.keyOf(t.name, parent)];
		let children;
		if (type.spec.code) children = t.children.length ? [this.schema.text(t.children.join(''))] : [];
		else if (!e.mixed) children = t.children.filter(c => c.name).map(c => this.node(c, t.name));
		else children = this.mixed(t, e);
		const node = type.create({ a: t.attrs }, Fragment.from(children));
		this.kept.set(node, this.text.slice(t.from, t.to));
		this.lines.set(node, t.line);
		return node;
	}

	mixed(t, e) {
		const blocks = new Set(this.blocksIn(e)), out = [];
		let run = [];
		const end = () => {
			const content = trim(this.schema, run);
			if (blocks.size && (content.length || !out.length)) out.push(this.schema.nodes[TEXT].create(null, content));
			else if (!blocks.size) out.push(...content);
			run = [];
		};
		for (const c of t.children) {
			if (c.name && blocks.has(c.name)) {
				if (run.some(n => !n.isText || n.text.trim())) end();
				run = [];
				out.push(this.node(c, t.name));
			} else {
				run.push(...this.run(c, []));
			}
		}
		if (!blocks.size || run.some(n => !n.isText || n.text.trim()) || !out.length) end();
		return out;
	}

	run(c, marks) {
		if (typeof c == 'string') return c ? [this.schema.text(c.replace(/[ \t\r\n]+/g, ' '), marks)] : [];
		const type = this.schema.marks[key(c.name)];
		if (type && c.children.length)
			return c.children.flatMap(d => this.run(d, type.create({ a: c.attrs }).addToSet(marks)));
		if (this.inline(c.name) && !this.isNote(c.name) && !type) return [this.schema.nodes[key(c.name)].create({ a: c.attrs }, null, marks)];
		return [this.schema.nodes[OPAQUE].create({ xml: this.text.slice(c.from, c.to), name: c.name }, null, marks)];
	}

	// ---- to XML: what was not touched as it stood, bytes and all

	write(node) {
		if (node.type.name == 'doc') return this.write(node.firstChild);
		if (node.type.name == INCLUDE) return node.attrs.xml;
		if (this.kept.has(node)) return this.kept.get(node);
		if (node.type.name == TEXT) return this.inlines(node);
		const made = this.made(node);
		return this.texts.get(made) ?? made;           // what was gone and came back is as it was
	}

	made(node) {
		let inside = '';
		if (node.inlineContent) inside = this.inlines(node);
		else node.forEach(c => { inside += this.write(c); });
		return this.tag(node.type.spec.tag, node.attrs.a, inside);
	}

	tag(name, attrs, inside) {
		const start = name + Object.entries(attrs).filter(([, v]) => v != null && v !== '').map(([n, v]) => ` ${n}="${attribute(v)}"`).join('');
		return inside ? `<${start}>${inside}</${name}>` : `<${start}/>`;
	}

	inlines(node) {
		let out = '';
		const open = [];
		const close = n => { while (open.length > n) out += `</${open.pop().type.spec.tag}>`; };
		node.forEach(c => {
			let same = 0;
			while (same < open.length && same < c.marks.length && open[same].eq(c.marks[same])) same++;
			close(same);
			for (const m of c.marks.slice(same)) {
				out += this.tag(m.type.spec.tag, m.attrs.a, ' ').slice(0, -(m.type.spec.tag.length + 4));
				open.push(m);
			}
			out += c.isText ? escape(c.text) : c.type.name == OPAQUE ? c.attrs.xml : this.tag(c.type.spec.tag, c.attrs.a, '');
		});
		close(0);
		return out;
	}
}

// What a paragraph says: as the file would be read.
function said(schema, node) {
	const run = [];
	node.forEach(n => run.push(n.isText ? schema.text(n.text.replace(/[ \t\r\n]+/g, ' '), n.marks) : n));
	return trim(schema, run);
}

// White space at the edges of a paragraph says nothing.
function trim(schema, run) {
	const out = [];
	for (const n of run) {
		const last = out[out.length - 1];
		if (!n.isText) { out.push(n); continue; }
		let text = n.text;
		if (!last || (last.isText && last.text.endsWith(' '))) text = text.replace(/^ +/, '');
		if (text) out.push(schema.text(text, n.marks));
	}
	const last = out[out.length - 1];
	if (last?.isText) {
		const text = last.text.replace(/ +$/, '');
		text ? out[out.length - 1] = schema.text(text, last.marks) : out.pop();
	}
	return out;
}
