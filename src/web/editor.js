// The text of a part: ProseMirror with the vocabulary's schema. Elements show what they are; their attributes are fields.
import { EditorState, Plugin, TextSelection, NodeSelection } from './module/prosemirror-state.js';
import { EditorView, Decoration, DecorationSet } from './module/prosemirror-view.js';
import { keymap } from './module/prosemirror-keymap.js';
import { baseKeymap, toggleMark, chainCommands, selectParentNode } from './module/prosemirror-commands.js';
import { history, undo, redo, closeHistory } from './module/prosemirror-history.js';
import { gapCursor } from './module/prosemirror-gapcursor.js';
import { dropCursor } from './module/prosemirror-dropcursor.js';
import { Fragment, Slice } from './module/prosemirror-model.js';
import { h, label } from './dom.js';
import { field, listed, saying, shownAttrs, germanAmount } from './form.js';
import { TEXT, OPAQUE, INCLUDE, spoken } from './schema.js';
import { plain } from './xml.js';
import { placeOf } from './remarks.js';
import { editNote } from './note.js';
import { step, addRow, freshTable } from './table.js';
import { places, pasteInto } from './paste.js';
import { showData, newData, choosePicture } from './data.js';

// ---- elements as boxes with their fields

class Box {
	constructor(node, view, getPos, desk) {
		Object.assign(this, { node, view, getPos, desk, inputs: new Map() });
		const name = node.type.spec.tag;
		// what may be chosen may have changed since
		this.fields = h('span', { class: 'felder', contenteditable: 'false', onfocusin: () => { for (const i of this.inputs.values()) i.offer(); },
			onkeydown: e => e.key == 'Tab' && !e.altKey && !e.ctrlKey && e.target.type != 'date' ? toText(view, e) : e.key == 'Escape' && this.select() });
		this.head = h('div', { class: 'kopf', contenteditable: 'false' },
			h('button', { type: 'button', class: 'name', tabindex: '-1', onclick: () => this.select() }, label(name)), this.fields);
		this.contentDOM = node.isLeaf && !node.inlineContent && !node.type.contentMatch.edgeCount ? null : h(node.inlineContent ? 'p' : 'div', { class: 'inhalt' });
		this.dom = h('div', { class: 'el el-' + name, 'data-name': name, role: 'group', 'aria-label': label(name) }, this.head, this.contentDOM);
		if (this.contentDOM == null) this.dom.contentEditable = 'false';
		this.files();
		this.show();
	}

	// What an element names beside its text: the values of a chart, a picture.
	files() {
		const names = this.node.type.spec.element.attrs.map(x => x.name), a = () => this.node.attrs.a;
		const button = (text, run) => this.head.append(h('button', { type: 'button', class: 'beilage', onclick: run }, text));
		const take = chosen => chosen && describe(this.view, this.getPos(), { a: { ...a(), ...chosen } });
		if (names.includes('daten')) button('Werte', async () => {
			if (!a().daten) take({ daten: await newData(this.desk, a().id) });
			await showData(this.desk, a().daten);
		});
		if (names.includes('datei') && names.includes('alt')) button('Bild wählen', async () => {
			take(await choosePicture(this.desk, a().alt));
			this.view.focus();
		});
	}

	select() {
		this.view.dispatch(this.view.state.tr.setSelection(NodeSelection.create(this.view.state.doc, this.getPos())));
		this.view.focus();
	}

	show() {
		const { element } = this.node.type.spec, a = this.node.attrs.a, now = new Set(shownAttrs(element, a));
		// a field that was there stays, though it was emptied: somebody may be in it
		element.attrs.filter(x => now.has(x) || this.inputs.has(x.name)).forEach((attr, i) => {
			const there = this.inputs.get(attr.name), value = a[attr.name] ?? '';
			if (there) return there.update(value);
			const made = field(attr, value, () => listed(this.desk.choices, attr.names), v => this.set(attr.name, v));
			this.inputs.set(attr.name, made);
			this.fields.insertBefore(made.dom, this.fields.children[i] ?? null);
		});
		if (this.node.type.spec.tag == 'finanzen') this.sum();
		const { lang = '', dir = '' } = spoken(a);
		if (this.dom.lang != lang) Object.assign(this.dom, { lang, dir });
		this.dom.dataset.leer = this.contentDOM && this.node.content.size == 0 ? 'ja' : 'nein';
	}

	// One-off and yearly amounts are never one sum.
	sum() {
		const sums = {};
		this.node.forEach(c => {
			const { betrag, turnus } = c.attrs.a ?? {};
			const v = Number((betrag ?? '').replace(',', '.'));
			if (betrag && Number.isFinite(v)) sums[turnus ?? 'einmalig'] = (sums[turnus ?? 'einmalig'] ?? 0) + Math.round(v * 100);
		});
		this.total ??= this.dom.appendChild(h('output', { class: 'summe', contenteditable: 'false' }));
		this.total.textContent = Object.entries(sums).map(([t, v]) =>
			`${t == 'jaehrlich' ? 'jährlich' : t} ${germanAmount((v / 100).toFixed(2))} €`).join(' · ');
	}

	set(name, value) {
		const a = saying(this.node.type.spec.element, this.node.attrs.a, name, value);
		describe(this.view, this.getPos(), { a });
	}

	update(node) {
		if (node.type != this.node.type) return false;
		this.node = node;
		this.show();
		return true;
	}

	selectNode() { this.dom.classList.add('gewaehlt'); }
	deselectNode() { this.dom.classList.remove('gewaehlt'); }
	stopEvent(e) { return this.head.contains(e.target) && !(e.type == 'dragstart'); }
	ignoreMutation(m) { return this.head.contains(m.target) || this.total?.contains(m.target) || m.type == 'attributes'; }
}

// What stands in the line and shows something else: a figure its value, a reference its place, a note its words.
class Chip {
	constructor(node, view, getPos, desk) {
		const a = node.attrs.a ?? {}, name = node.type.spec.tag ?? node.attrs.name;
		const find = (list, id) => desk.choices[list]?.find(c => c.id == id);
		const text = name == 'wert' ? find('figures', a.ref)?.value ?? a.ref
			: name == 'verweis' ? find('places', a.ziel)?.value ?? a.ziel
				: name == 'umbruch' ? '↵' : node.type.name == OPAQUE ? (name == 'fussnote' ? 'Fn' : label(name)) : label(name);
		const more = node.type.name == OPAQUE ? plain(node.attrs.xml.replace(/^<[^>]*>/, '').replace(/<\/[^>]*>$/, '')) : Object.values(a).join(' ');
		const note = node.type.name == OPAQUE && desk.words?.schema.nodes['note_' + name];
		this.dom = h('span', { class: 'chip chip-' + name, ondblclick: note ? () => editNote(desk, getPos()) : () => {}, title: label(name) + ': ' + more }, text || label(name));
	}
}

// ---- keys

// Tab goes through fields and texts in the order they stand in.
const fieldsOf = view => [...view.dom.querySelectorAll('.kopf :is(input, select, .beilage)')];
const before = (a, b) => !!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

function toField(by, desk) {
	return ({ selection }, dispatch, view) => {
		const here = selection.node ? view.nodeDOM(selection.from) : view.domAtPos(selection.head).node, all = fieldsOf(view);
		const next = by > 0 ? all.find(f => before(here, f)) ?? desk.panel?.querySelector('button') : all.findLast(f => before(f, here));
		next?.focus();
		return !!next;
	};
}

// A text that stands before the next field comes first.
function toText(view, e) {
	const all = fieldsOf(view), at = all.indexOf(e.target), texts = [...view.dom.querySelectorAll('p')], back = e.shiftKey;
	const next = all[at + (back ? -1 : 1)], text = back ? texts.findLast(t => before(t, e.target)) : texts.find(t => before(e.target, t));
	if (at < 0 || !text || (next && (back ? before(text, next) : before(next, text)))) return;
	e.preventDefault();
	const pos = view.posAtDOM(text, back ? text.childNodes.length : 0);
	view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos), back ? -1 : 1)).scrollIntoView());
	view.focus();
}

const blockAt = state => {
	const { $from } = state.selection;
	for (let d = $from.depth; d > 0; d--) if ($from.node(d).isTextblock) return d;
	return 0;
};

// May stand there. In what was invalid already nothing can be told: rather nothing than something worse.
const fits = (parent, from, to, type) => { try { return parent.canReplaceWith(from, to, type); } catch { return false; } };
export const mayGo = (parent, i) => { try { return parent.canReplace(i, i + 1); } catch { return false; } };
const matchAt = (parent, index) => { try { return parent.contentMatchAt(index); } catch { return null; } };

// Enter goes on with the same; behind a heading with a paragraph; in an empty last item it leaves the list.
function enter(state, dispatch) {
	const { $from, empty } = state.selection, d = blockAt(state);
	if (!d) return false;
	const node = $from.node(d), wrapped = node.type.name == TEXT && $from.node(d - 1).childCount == 1;
	const at = wrapped ? d - 1 : d, up = $from.node(at - 1), index = $from.index(at - 1), outer = $from.node(at);
	if (node.type.spec.code) return false;
	const paragraph = state.schema.nodes.absatz;
	if (empty && outer.content.size <= 2 && !node.content.size && up.childCount > 1 && index == up.childCount - 1 && at > 1 &&
		fits($from.node(at - 2), $from.indexAfter(at - 2), $from.indexAfter(at - 2), paragraph)) {
		if (dispatch) {
			const tr = state.tr.delete($from.before(at), $from.after(at));
			const pos = tr.mapping.map($from.after(at - 1));
			tr.insert(pos, paragraph.create());
			dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
		}
		return true;
	}
	if (fits(up, index + 1, index + 1, outer.type) && node.type.spec.tag != 'titel') {
		if (dispatch) {
			const types = wrapped ? [{ type: outer.type }, { type: node.type }] : [{ type: outer.type }];
			dispatch(state.tr.deleteSelection().split(state.tr.deleteSelection().selection.from, wrapped ? 2 : 1, types).scrollIntoView());
		}
		return true;
	}
	if (fits(up, index + 1, index + 1, paragraph)) {
		if (dispatch) {
			const pos = $from.after(at), tr = state.tr.insert(pos, paragraph.create());
			dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
		}
		return true;
	}
	return true;                                   // nothing else fits: rather nothing than something invalid
}

// An empty element goes with Backspace.
function backspace(state, dispatch) {
	const { $from, empty } = state.selection, d = blockAt(state);
	if (!d || !empty || $from.parent.content.size) return false;
	const at = $from.parent.type.name == TEXT ? d - 1 : d, up = $from.node(at - 1), index = $from.index(at - 1);
	if (!mayGo(up, index)) return false;
	if (dispatch) {
		const tr = state.tr.delete($from.before(at), $from.after(at));
		dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min($from.before(at), tr.doc.content.size)), -1)).scrollIntoView());
	}
	return true;
}

function move(by) {
	return (state, dispatch) => {
		const { $from, node } = state.selection;
		const depth = node ? $from.depth + 1 : blockAt(state);
		const at = !node && $from.node(depth)?.type.name == TEXT ? depth - 1 : depth;
		const parent = $from.node(at - 1), index = $from.index(at - 1), other = index + by;
		if (!parent || at < 2 || other < 0 || other >= parent.childCount) return false;
		const order = [...Array(parent.childCount).keys()];
		[order[index], order[other]] = [order[other], order[index]];
		const content = Fragment.from(order.map(i => parent.child(i)));
		if (!parent.type.validContent(content)) return false;
		if (dispatch) {
			const from = $from.start(at - 1), own = node ?? $from.node(at);
			const tr = state.tr.replaceWith(from, from + parent.content.size, content);
			let pos = from;
			for (let i = 0; i < other; i++) pos += content.child(i).nodeSize;
			const inside = node ? 0 : $from.pos - $from.before(at);
			tr.setSelection(node ? NodeSelection.create(tr.doc, pos) : TextSelection.near(tr.doc.resolve(pos + Math.min(inside, own.nodeSize - 1))));
			dispatch(tr.scrollIntoView());
		}
		return true;
	};
}

// ---- what may be added where the cursor is: innermost first, with the way there

export function addable(state) {
	const { $from, node } = state.selection, out = [], seen = new Set();
	const offer = (parent, index, pos, where) => {
		const match = matchAt(parent, index);
		for (let i = 0; i < (match?.edgeCount ?? 0); i++) {
			const type = match.edge(i).type, e = type.spec.element;
			if (!e || seen.has(type.name) || !fits(parent, index, index, type)) continue;
			seen.add(type.name);
			out.push({ type, element: e, pos, where });
		}
	};
	if (node && !node.isLeaf && !node.inlineContent) offer(node, node.childCount, $from.pos + 1 + node.content.size, label(node.type.spec.tag ?? ''));
	for (let d = $from.depth; d > 0; d--) {
		const parent = $from.node(d);
		if (parent.inlineContent || parent.type.name == TEXT) continue;
		const index = node && d == $from.depth ? $from.index(d) + 1 : $from.indexAfter(d);
		offer(parent, index, $from.posAtIndex(index, d), label(parent.type.spec.tag ?? ''));
	}
	return out;
}

// A form comes with its rows: of each part that only fields may fill, the first.
function form(type, depth = 0) {
	const e = type.spec.element, { nodes } = type.schema;
	if (!e || type.inlineContent || e.mixed || depth > 3) return type.createAndFill();
	const rows = e.slots.flatMap(s => {
		const fields = s.kinds.filter(k => nodes[k.replaceAll('-', '_')]?.spec.element?.class == 'field');
		const others = s.kinds.some(k => ['block', 'part', 'figure'].includes(nodes[k.replaceAll('-', '_')]?.spec.element?.class) && k != 'vermerk');
		return fields.length && !others ? [form(nodes[fields[0].replaceAll('-', '_')], depth + 1)] : [];
	});
	const content = Fragment.from(rows);
	return type.validContent(content) ? type.create(null, content) : type.createAndFill();
}

// In the text of an element, or the element where it has none.
export function into(doc, pos) {
	const text = TextSelection.findFrom(doc.resolve(pos + 1), 1, true);
	return text && text.from < pos + doc.nodeAt(pos).nodeSize ? text : NodeSelection.create(doc, pos);
}

export function add(view, choice, a) {
	const made = a ? choice.type.create({ a }, form(choice.type)?.content) : choice.type.spec.tag == 'tabelle' ? freshTable(choice.type.schema) : form(choice.type);
	if (!made) return;
	const tr = view.state.tr.insert(choice.pos, made);
	act(view, tr.setSelection(into(tr.doc, choice.pos)).scrollIntoView());
	view.focus();
}

export function insertInline(view, type, a) {
	view.dispatch(view.state.tr.replaceSelectionWith(type.create({ a }), true).scrollIntoView());
	view.focus();
}

// ---- what is pasted: only what it is, not how it looked; an id is for one element alone

const plainly = html => html.replace(/<(style|script|head)\b[^]*?<\/\1>/gi, '').replace(/<!--[^]*?-->/g, '')
	.replace(/\s(style|class|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi, '');

const idsIn = content => {
	const ids = new Set();
	content.descendants(n => { if (n.attrs.a?.id) ids.add(n.attrs.a.id); });
	return ids;
};

// What was cut out or is drawn by the mouse keeps its id, in one place; a copy has none.
const moves = desk => (slice, view) => {
	const used = view.dragging?.move ? new Set() : idsIn(view.state.doc), own = view.dragging?.move ? idsIn(slice.content) : desk.cut ?? new Set();
	const kept = new Set([...own].filter(id => !used.has(id)));
	for (const id of idsIn(slice.content)) desk.cut?.delete(id);
	return unnamed(slice, kept);
};

function unnamed(slice, kept) {
	const bare = n => {
		if (n.isText || !n.attrs.a || kept.has(n.attrs.a.id)) return n.copy(each(n.content));
		const { id, ...a } = n.attrs.a;
		return n.type.create({ ...n.attrs, a }, each(n.content), n.marks);
	};
	const each = content => {
		const out = [];
		content.forEach(n => out.push(n.isText ? n : bare(n)));
		return Fragment.from(out);
	};
	return new Slice(each(slice.content), slice.openStart, slice.openEnd);
}

// A file is of one kind: who deletes all of it has an empty one of that kind, with its id.
function sameRoot(trs, old, now) {
	const was = old.doc.firstChild, is = now.doc.firstChild;
	if ((now.doc.childCount == 1 && is.type == was.type) || trs.some(t => t.getMeta('others'))) return null;
	const tr = now.tr.replaceWith(0, now.doc.content.size, form(was.type).type.create(was.attrs, form(was.type).content));
	return tr.setSelection(TextSelection.atStart(tr.doc));
}

// ---- what is commented is marked

const seen = new WeakMap();
function commented(doc, remarks) {
	const open = (remarks ?? []).filter(r => !r.done && r.quote), kept = seen.get(doc);
	if (kept && kept.remarks == remarks) return kept.set;
	const set = DecorationSet.create(doc, open.flatMap(r => {
		const at = placeOf(doc, r.quote);
		return at ? [Decoration.inline(at.from, at.to, { class: 'kommentiert', title: `${r.who || 'Kommentar'}: ${r.text}` })] : [];
	}));
	seen.set(doc, { remarks, set });
	return set;
}

// ---- the view

export function open(place, vocabulary, doc, desk, name = 'Text') {
	const { marks } = vocabulary.schema, nodeViews = {};
	// Enter on a chosen note opens it
	const note = s => s.selection.node?.type.name == OPAQUE && desk.words?.schema.nodes['note_' + s.selection.node.attrs.name] ? (editNote(desk, s.selection.from), true) : false;
	const keys = { Enter: chainCommands(note, enter), Backspace: backspace, 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo, 'Alt-ArrowUp': move(-1),
		'Alt-ArrowDown': move(1), Escape: selectParentNode, Tab: chainCommands(step(1, TextSelection, toField(1, desk)), toField(1, desk)), 'Shift-Tab': chainCommands(step(-1, TextSelection), toField(-1, desk)), 'Mod-Enter': addRow(1, TextSelection), 'Mod-s': () => (desk.save(), true),
		'Mod-Alt-m': () => (desk.comment?.(), true) };
	if (marks.stark) keys['Mod-b'] = toggleMark(marks.stark);
	if (marks.betont) keys['Mod-i'] = toggleMark(marks.betont);
	for (const [name, type] of Object.entries(vocabulary.schema.nodes)) {
		if (type.isInline && !type.isText) nodeViews[name] = (n, v, p) => new Chip(n, v, p, desk);
		else if (type.spec.element && !['absatz', 'titel', 'zwischentitel'].includes(type.spec.tag)) nodeViews[name] = (n, v, p) => new Box(n, v, p, desk);
	}
	const state = EditorState.create({ doc, plugins: [history(), keymap(keys), keymap(baseKeymap),
		gapCursor(), dropCursor(), places(), new Plugin({ props: { decorations: s => commented(s.doc, desk.remarks) } }), new Plugin({ appendTransaction: sameRoot, view: () => ({ update: (v, old) => desk.changed(v, old) }) })] });
	return new EditorView(place, { state, nodeViews, transformPasted: moves(desk), handleDOMEvents: { cut: v => { desk.cut = idsIn(v.state.selection.content().content); return false; } }, handlePaste: pasteInto(desk), transformPastedHTML: plainly, attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': name, spellcheck: 'true', lang: 'de' } });
}

// The text as others made it, put in without losing the cursor.
export function takeIn(view, doc, own) {
	const a = view.state.doc.content.findDiffStart(doc.content);
	if (a == null) return;
	let { a: end, b: otherEnd } = view.state.doc.content.findDiffEnd(doc.content);
	const overlap = a - Math.min(end, otherEnd);
	if (overlap > 0) end += overlap, otherEnd += overlap;
	const tr = view.state.tr.replace(a, end, doc.slice(a, otherEnd)).setMeta('addToHistory', !!own).setMeta('others', true);
	view.dispatch(own ? closeHistory(tr) : tr);
}

// What is done by one key or button is undone by itself.
export const act = (view, tr) => view.dispatch(closeHistory(tr));

// Other attributes of what stands there; what was chosen stays chosen.
export function describe(view, pos, attrs) {
	const { doc, selection, tr } = view.state, chosen = selection.node && selection.from == pos;
	tr.setNodeMarkup(pos, null, attrs, doc.nodeAt(pos).marks);
	act(view, chosen ? tr.setSelection(NodeSelection.create(tr.doc, pos)) : tr);
}

export const canMark = (view, type) => toggleMark(type)(view.state);
export const mark = (view, type) => (toggleMark(type)(view.state, view.dispatch), view.focus());
export const isInclude = node => node.type.name == INCLUDE;
export { undo, redo, move, NodeSelection, TextSelection };
