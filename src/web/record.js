// An element as a form, for facts rather than text: what may be said of it and what may stand in it, the grammar tells.
// Nothing here knows an element by name but the author's asides. What is entered goes into the file as one edit; every
// byte that nobody touched stays.
import * as api from './api.js';
import { h, fill, form, label } from './dom.js';
import { field, listed, trouble } from './form.js';
import { elements, words, retag, escape } from './xml.js';

const asides = ['abweichung', 'laut', 'vermerk'];      // the author's, beside the matter
let known;

// The elements of the grammar, by parent and name.
async function grammar() {
	known ??= await api.grammar().then(all => new Map(all.map(e => [(e.parent ?? '') + ' ' + e.name, e])));
	return (name, parent) => known.get(parent + ' ' + name) ?? known.get(' ' + name);
}

const reference = e => e.attrs.find(a => a.required && a.names);

class Record {
	constructor(element, xml, tree, parent, lists) {
		Object.assign(this, { element, xml, lists, added: 0 });
		this.root = this.draft(tree, parent);
		this.dom = h('div', { class: 'angaben-form' });
	}

	// ---- what is being entered

	draft(t, parent) {
		const e = this.element(t.name, parent), inner = elements(t), plain = e.mixed && !inner.length;
		return { e, name: t.name, parent, was: t, attrs: { ...t.attrs }, text: plain ? words(t).replace(/\s+/g, ' ').trim() : null, kids: inner.map(c => this.element(c.name, t.name) ? this.draft(c, t.name) : { was: c, kids: [] }) };
	}

	kinds(d) { return d.e.slots.flatMap((s, slot) => s.kinds.map((name, rank) => ({ name, slot, rank, many: s.many, needed: s.needed, e: this.element(name, d.name) }))); }

	// A fact, or what facts stand in; in such a one its text, too.
	fits({ name, e }, d) {
		const inside = c => e.slots.some(s => s.kinds.some(k => this.element(k, name).class == c && !asides.includes(k)));
		if (asides.includes(name) || name == 'titel') return false;
		return e.class == 'field' || (e.class == 'meta' && d.e.class == 'meta') || (e.class == 'block' && (e.mixed ? d != this.root : inside('field')));
	}

	offered(d) {
		return this.kinds(d).filter(k => this.fits(k, d) && !k.e.attrs.some(a => a.required && a.name == 'datei') && (k.many || !d.kids.some(c => c.name == k.name)));
	}

	all(name, d = this.root) { return [...d.kids.filter(c => c.name == name), ...d.kids.flatMap(c => this.all(name, c))]; }

	// What a reference may name: of the form itself, else of what the others know.
	choices(names) {
		const own = this.all(names).filter(d => d.attrs.id);
		return own.length ? own.map((d, i) => ({ id: d.attrs.id, name: this.called(d) ?? `${label(names)} ${i + 1}` })) : this.lists[names] ?? listed(this.lists, names) ?? [];
	}
	called(d) {
		const person = d.attrs.person && this.lists.people?.find(p => p.id == d.attrs.person);
		return person?.name ?? d.attrs.name ?? d.attrs.amt ?? d.text?.slice(0, 60);
	}

	fresh(name, parent) {
		const e = this.element(name, parent), d = { e, name, parent, was: null, attrs: {}, text: e.mixed ? '' : null, kids: [] };
		if (e.attrs.some(a => a.name == 'id' && a.required)) d.attrs.id = this.id(name);
		return d;
	}
	id(name) {
		const used = this.lists.ids ?? new Set();
		do this.added++; while (used.has(`${name}-${this.added}`) || this.all(name).some(d => d.attrs.id == `${name}-${this.added}`));
		return `${name}-${this.added}`;
	}

	// In the order of the grammar: behind those that may stand before it.
	put(d, made) {
		const order = this.kinds(d), place = name => order.find(k => k.name == name), mine = place(made.name);
		const before = c => { const o = place(c.name); return o && (o.slot < mine.slot || (o.slot == mine.slot && o.rank <= mine.rank)); };
		d.kids.splice(d.kids.findLastIndex(before) + 1, 0, made);
	}

	// With what cannot be missing in it; where that names another one of the form, one for each.
	add(d, name) {
		const made = this.fresh(name, d.name);
		this.put(d, made);
		for (const k of this.kinds(made).filter(k => k.needed && this.fits(k, made))) {
			const ref = reference(k.e);
			if (ref && this.all(ref.names).length) this.addEach(made, k);
			else this.add(made, k.name);
		}
		// and where those that are there have one for each, it is one more
		for (const other of this.everywhere()) for (const k of this.kinds(other).filter(k => k.needed && reference(k.e)?.names == name && other.kids.some(c => c.name == k.name))) this.addEach(other, k);
		return made;
	}
	everywhere(d = this.root) { return [d, ...d.kids.flatMap(c => c.e ? this.everywhere(c) : [])]; }

	// Rows that are still to be made, where one for each makes sense.
	missing(d, k) {
		const ref = reference(k.e), there = d.kids.filter(c => c.name == k.name).map(c => c.attrs[ref.name]);
		const from = this.lists.each?.[ref.names] ?? (this.all(ref.names).length ? this.choices(ref.names) : []);
		return from.filter(c => !there.includes(c.id));
	}
	addEach(d, k) {
		const ref = reference(k.e);
		return this.counting(d, () => this.missing(d, k).map(c => {
			const row = this.fresh(k.name, d.name);
			row.attrs[ref.name] = c.id;
			this.put(d, row);
			return row;
		}));
	}

	// The numbers stay: a vote that is told otherwise has the same.
	remove(d, gone) {
		d.kids = d.kids.filter(c => c != gone);
		// nothing names what is no longer there
		if (gone.attrs.id) for (const other of this.everywhere()) other.kids = other.kids.filter(c => !c.e || !c.e.attrs.some(a => a.required && a.names == gone.name && c.attrs[a.name] == gone.attrs.id));
	}

	// ---- numbers of rows are added up in what they stand in: by name, or by the name that a row chose

	sums(d) {
		const sums = {}, add = (name, v) => { sums[name] = (sums[name] ?? 0) + v; };
		const own = d.e.attrs.filter(a => !a.values && !a.names).map(a => a.name);
		for (const c of d.kids) for (const a of c.e?.attrs ?? []) {
			const v = c.attrs[a.name] ?? '';
			if (a.values?.some(x => own.includes(x))) for (const x of a.values) own.includes(x) && add(x, Number(v == x));
			else if (own.includes(a.name) && /^\d+$/.test(v)) add(a.name, Number(v));
		}
		return sums;
	}
	// A total that somebody wrote otherwise stays.
	counting(d, change) {
		const before = this.sums(d), out = change(), now = this.sums(d);
		for (const [name, v] of Object.entries(now)) {
			const had = d.attrs[name] ?? '';
			if (had !== '' && had != String(before[name])) continue;
			d.attrs[name] = String(v);
			d.inputs?.find(i => i.name == name)?.update(String(v));
		}
		return out;
	}

	// ---- the form

	draw(focus) {
		fill(this.dom, this.body(this.root, null));
		(focus?.legend?.parentNode.querySelector('input, select, textarea') ?? focus)?.focus?.();
	}

	set(d, up, name, v) {
		const put = () => { if (v === '') delete d.attrs[name]; else d.attrs[name] = v; };
		this.touched = true;
		up ? this.counting(up, put) : put();
		for (const other of this.everywhere()) {
			for (const i of other.inputs ?? []) i.offer?.();
			if (other.legend) other.legend.textContent = this.title(other, other.up);
		}
	}

	// What it names is its title; a name is given once. A reference to nothing that is there is none.
	fields(d, up) {
		const given = up && this.named(d) && reference(d.e), idle = a => a.names && !a.required && !d.attrs[a.name] && !this.choices(a.names).length;
		const shown = d.e.attrs.filter(a => a != given && !idle(a) && a.name != 'id' && !a.name.startsWith('xml') && !(d == this.root && ['nummer', 'vorlage'].includes(a.name)));
		d.inputs = shown.map(a => field(a, d.attrs[a.name] ?? '', () => a.names && this.choices(a.names), v => this.set(d, up, a.name, v)));
		return h('div', { class: 'felder' }, d.inputs.map(i => i.dom));
	}

	words(d) {
		if (!d.e.mixed) return null;
		if (d.text == null) return h('p', { class: 'klein' }, words(d.was), ' (im Text zu ändern)');
		const box = h('textarea', { rows: 2, 'aria-label': `${label(d.name)}: Wortlaut`, oninput: () => { this.touched = true; d.text = box.value; } });
		box.value = d.text;
		return box;
	}

	// An element in another; a row with nothing in it lies flat.
	part(d, up) {
		const flat = !this.offered(d).length && !d.kids.some(c => c.e), name = this.title(d, up);
		const remove = h('button', { type: 'button', class: 'schmal', 'aria-label': `${name} entfernen`, title: 'Entfernen', onclick: () => {
			this.touched = true;
			this.remove(up, d);
			this.draw(up.adder);
		} }, '×');
		d.up = up;
		d.legend = h('legend', { title: d.e.text }, name);
		d.dom = h('fieldset', { class: flat ? 'satz flach' : 'satz' }, d.legend, h('div', { class: 'zeile' }, this.body(d, up), remove));
		return d.dom;
	}
	// In a row that is one of each: whom or what it is about.
	named(d) {
		const ref = reference(d.e);
		return ref && (this.lists.each?.[ref.names] || this.all(ref.names).length) ? this.choices(ref.names).find(c => c.id == d.attrs[ref.name]) : null;
	}
	title(d, up) {
		const same = up.kids.filter(c => c.name == d.name), named = this.named(d);
		return named ? `${label(d.name)}: ${named.name}` : same.length > 1 ? `${label(d.name)} ${same.indexOf(d) + 1}` : label(d.name);
	}

	body(d, up) {
		const kids = d.kids.filter(c => c.e && this.fits({ name: c.name, e: c.e }, d)), offers = this.offered(d);
		const buttons = offers.flatMap((k, i) => {
			const button = (text, title, run) => h('button', { type: 'button', title, onclick: () => { this.touched = true; this.draw(run()); } }, text);
			const one = button(`+ ${label(k.name)}`, k.e.text, () => this.add(d, k.name)), ref = reference(k.e);
			if (!i) d.adder = one;
			return [one, ref && this.missing(d, k).length > 1 && button(`+ ${label(k.name)} je ${label(ref.names)}`, k.e.text, () => this.addEach(d, k)[0])];
		});
		return h('div', { class: 'voll' }, this.fields(d, up), this.words(d), kids.map(c => this.part(c, d)), buttons.length > 0 && h('div', { class: 'zeile' }, buttons));
	}

	// What is still to be said, in words; the first such field has the focus.
	trouble() {
		for (const d of this.everywhere()) {
			const bad = d.inputs?.find(i => i.wrong()), up = d == this.root ? '' : `${d.legend?.textContent ?? label(d.name)}: `;
			if (bad) return bad.focus(), up + trouble(bad.attr, d.attrs[bad.name] ?? '');
			const none = d.e && this.kinds(d).find(k => k.needed && this.fits(k, d) && !d.kids.some(c => c.name == k.name));
			if (none) return `${up}${label(none.name)} fehlt`;
		}
		return '';
	}

	// ---- into the file

	// The bytes of the element as entered.
	text() {
		const edits = [], out = this.xml.slice(this.root.was.from, this.root.was.to);
		this.edit(this.root, edits, this.indentOf(this.root.was));
		return edits.sort((a, b) => b.from - a.from || b.order - a.order).reduce((s, e) => s.slice(0, e.from - this.root.was.from) + e.text + s.slice(e.to - this.root.was.from), out);
	}

	indentOf(t) {
		const line = this.xml.lastIndexOf('\n', t.from - 1) + 1, lead = this.xml.slice(line, t.from);
		return /^[ \t]*$/.test(lead) && line ? lead : null;
	}

	edit(d, edits, indent) {
		const { from, to } = d.was, old = d.was.attrs, change = {};
		for (const name of new Set([...Object.keys(old), ...Object.keys(d.attrs)])) if ((old[name] ?? null) !== (d.attrs[name] ?? null)) change[name] = d.attrs[name] ?? null;
		const whole = this.xml.slice(from, to), start = whole.match(/^<(?:[^>"']|"[^"]*"|'[^']*')*>/)[0], empty = start.endsWith('/>');
		const made = d.kids.filter(c => !c.was), deeper = indent == null ? null : indent + '  ';
		const put = (at, end, text) => edits.push({ from: at, to: end, text, order: edits.length });
		let tag = retag(start, { from: 0 }, change);
		if (empty && (made.length || d.text)) tag = tag.replace(/\s*\/>$/, '>') + (d.text ? escape(d.text) : made.map(c => this.made(c, deeper)).join('') + (indent == null ? '' : '\n' + indent)) + `</${d.name}>`;
		if (tag != start) put(from, from + start.length, tag);
		if (empty) return;
		if (d.text != null && d.text != words(d.was).replace(/\s+/g, ' ').trim()) put(from + start.length, to - `</${d.name}>`.length, escape(d.text));
		let at = from + start.length;
		for (const c of d.kids) {
			if (c.was) at = c.was.to, c.e && this.edit(c, edits, this.indentOf(c.was));
			else put(at, at, this.made(c, deeper));
		}
		for (const gone of elements(d.was).filter(t => !d.kids.some(c => c.was == t))) {
			const lead = this.xml.slice(0, gone.from).match(/\n?[ \t]*$/)[0].length;
			put(gone.from - lead, gone.to, '');
		}
	}

	made(d, indent) {
		const tag = retag(`<${d.name}/>`, { from: 0 }, d.attrs), lead = indent == null ? '' : '\n' + indent;
		if (!d.kids.length && !d.text) return lead + tag;
		const inside = d.text ? escape(d.text) : d.kids.map(c => this.made(c, indent == null ? null : indent + '  ')).join('') + lead;
		return lead + tag.replace(/\/>$/, '>') + inside + `</${d.name}>`;
	}
}

// Asks for an element of a file: title, its text, tree and parent, what references may name ({person: [{id, name}], …};
// each: those that get a row each; ids: in use). put: gets its bytes as entered. Resolves when that is done or put away.
export async function record(title, xml, tree, parent, lists, put) {
	const r = new Record(await grammar(), xml, tree, parent, lists);
	r.draw();
	return form(title, r.dom, 'Eintragen', async () => {
		const why = r.trouble();
		if (why) throw new Error(why);
		await put(r.text());
		return true;
	}, () => r.touched);
}
