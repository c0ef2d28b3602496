// The outline: parts change places with their neighbours of the same kind, by keyboard and mouse. A part in a file of its
// own moves by its include, one in the text as it stands; everything else in the file stays. What is entered in a
// directory comes and goes here, too.
import * as api from './api.js';
import { h, ask, form, say, label, identifier } from './dom.js';
import { parse, elements, moved } from './xml.js';

const resolve = (from, href) => new URL(href, 'x:/' + from).pathname.slice(1);

// One part in two readings: by what it is called for others, else by its title.
export const samePart = (a, b) => a.path == b.path && a.kind == b.kind && (a.id || b.id ? a.id == b.id : a.title == b.title);

// The file that holds the part as an element or include, and those it can change places with, in order.
function siblings(parts, p) {
	const at = parts.indexOf(p);
	let up = at - 1;
	while (up >= 0 && parts[up].depth >= p.depth) up--;
	if (up < 0) return null;
	const all = [];
	for (let i = up + 1; i < parts.length && parts[i].depth > parts[up].depth; i++) if (parts[i].depth == p.depth && parts[i].kind == p.kind) all.push(parts[i]);
	return { file: parts[up].path, all };
}

function unit(file, tree, p) {
	let found = null;
	const look = (e, parent) => {
		const here = p.path == file ? e.name == p.kind && e.line == p.line : e.name == 'xi:include' && e.attrs.href && resolve(file, e.attrs.href) == p.path;
		if (here && !found) found = { ...e, parent };
		for (const c of elements(e)) look(c, e);
	};
	look(tree, null);
	return found;
}

// By the mouse without dragging, too: the part that is open.
export function moveTools(desk, current) {
	const button = (text, by) => h('button', { type: 'button', 'aria-label': `Teil ${text}`, onclick: () => current() && movePart(desk, current(), by) }, text);
	return [button('nach oben', -1), button('nach unten', 1)];
}

// by: -1 up, 1 down; or onto: before or behind that one.
export async function movePart(desk, taken, by, onto) {
	// what stands where is asked anew: somebody may have written since the outline was read
	await desk.save();
	await desk.readOutline();
	const today = q => desk.outlineParts.find(x => samePart(x, q)), p = today(taken), to = onto && today(onto);
	const around = p && siblings(desk.outlineParts, p), at = around?.all.indexOf(p) ?? -1, other = onto ? to : around?.all[at + by];
	if (!other || !around?.all.includes(other) || other == p) return say('Ein Teil tauscht nur den Platz mit einem seiner Art daneben', 'warnung');
	const part = await api.get('/api/part', { path: around.file }), tree = parse(part.xml, part.line), a = unit(around.file, tree, p), b = unit(around.file, tree, other);
	if (!a || !b || a.parent != b.parent) return say('Dieser Teil lässt sich hier nicht verschieben', 'warnung');
	const now = moved(part.xml, a, b);
	try {
		const answer = await api.post('/api/part', { id: crypto.randomUUID(), path: around.file, place: '', old: part.xml, now });
		if (around.file == desk.path && desk.view) desk.takeIn(answer, true);
		await desk.readOutline();
		desk.pages.ask();
		desk.check();
		desk.focusPart(p);
		say(`„${p.title}“ verschoben`);
	} catch (e) {
		say(e.message, 'fehler');
	}
}

// ---- a directory: its entries are written in the text that is open, so that what was done can be undone

const plural = { stelle: 'Stellen', gremium: 'Gremien', kennzahl: 'Kennzahlen', wahlperiode: 'Wahlperioden', person: 'Personen', ortsteil: 'Ortsteile' };
export const heading = kind => plural[kind] ?? label(kind);

const entries = desk => {
	const out = [], root = desk.view.state.doc.firstChild;
	root.forEach((node, offset) => out.push({ node, pos: 1 + offset, kind: node.type.spec.tag }));
	return { root, all: out };
};

// Where the entry is called something: an attribute of it, else an element in it.
function entry(schema, type, id, name) {
	const named = type.spec.element.attrs.some(a => a.name == 'name'), inside = named ? null : schema.nodes.name.create(null, schema.text(name));
	return type.create({ a: named ? { id, name } : { id } }, inside);
}

function free(root, wanted) {
	const used = new Set();
	root.descendants(n => { if (n.attrs.a?.id) used.add(n.attrs.a.id); });
	for (let n = 1; ; n++) if (!used.has(n > 1 ? `${wanted}-${n}` : wanted)) return n > 1 ? `${wanted}-${n}` : wanted;
}

export async function addEntry(desk, kind) {
	const { root: { type }, all: there } = entries(desk), kinds = type.spec.element.slots.filter(s => s.many).flatMap(s => s.kinds);
	if (!kinds.includes(kind)) kind = there.find(c => kinds.includes(c.kind))?.kind;
	const what = h('select', { id: 'eintragsart' }, kinds.map(k => h('option', { value: k, selected: k == kind }, label(k)))), name = h('input', { id: 'eintragsname', autocomplete: 'off', required: true, pattern: ".*\\S.*" });
	const done = await form('Neuer Eintrag', h('div', {}, h('p', { class: 'zeile' }, h('label', { for: 'eintragsart' }, 'Was'), what), h('p', { class: 'zeile' }, h('label', { for: 'eintragsname' }, 'Name'), name)), 'Anlegen', () => {
		const { root, all } = entries(desk), { schema, tr } = desk.view.state, type = schema.nodes[desk.words.keyOf(what.value, root.type.spec.tag)];
		const called = name.value.trim(), id = free(root, identifier(called, what.value)), last = all.findLast(c => c.kind == what.value) ?? all[all.length - 1];
		desk.editor.act(desk.view, tr.insert(last.pos + last.node.nodeSize, entry(schema, type, id, called)));
		return { id, kind: what.value };
	});
	if (!done) return;
	await desk.save();
	await desk.readOutline();
	desk.goToEntry(done);
	say(`„${name.value.trim()}“ angelegt`);
}

// Who names it in this file; others are only known to the checks.
function naming(root, id) {
	let n = 0;
	root.descendants(c => { if (c.type.spec.element?.attrs.some(a => a.names && c.attrs.a[a.name]?.split(' ').includes(id))) n++; });
	return n;
}

export async function removeEntry(desk, p) {
	const { root, all } = entries(desk), i = all.findIndex(c => c.kind == p.kind && c.node.attrs.a.id == p.id), at = all[i];
	if (!p.id || !at || !desk.editor.mayGo(root, i)) return say('Dieser Eintrag lässt sich nicht entfernen', 'warnung');
	const n = naming(root, p.id), here = n == 1 ? 'In diesem Verzeichnis nennt ihn ein anderer. ' : n ? `In diesem Verzeichnis nennen ihn ${n} andere. ` : '';
	if (await ask('Entfernen?', h('p', {}, `Der Eintrag „${p.title}“ wird aus dem Verzeichnis genommen. ${here}Dokumente, die ihn nennen, melden danach einen Fehler. Strg+Z im Text holt ihn zurück.`),
		[['weg', 'Entfernen'], ['', 'Abbrechen']]) != 'weg') return desk.focusPart(p);
	const now = entries(desk).all.find(c => c.node.attrs.a.id == p.id), next = desk.outlineParts[desk.outlineParts.findIndex(x => samePart(x, p)) + 1] ?? desk.outlineParts[0];
	if (now) desk.editor.act(desk.view, desk.view.state.tr.delete(now.pos, now.pos + now.node.nodeSize));
	await desk.save();
	await desk.readOutline();
	desk.focusPart(next);
	say(`„${p.title}“ entfernt`);
}
