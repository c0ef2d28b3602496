// A note that hangs on the text: written by itself, with what may stand in it.
import { h, form, label, say } from './dom.js';
import { parse } from './xml.js';

// xml: as it stands; '' of a name: a new one.
async function written(desk, xml, name) {
	const { editor, words } = desk, empty = `<${name}></${name}>`, { marks, nodes } = words.schema;
	const paper = h('div', { class: 'notiz' }), quiet = { choices: desk.choices, save() {}, changed() {} };
	const inner = editor.open(paper, words, words.readNote(xml || empty, parse(xml || empty)), quiet, label(name));
	const button = (text, title, mark) => mark && h('button', { type: 'button', title, 'aria-label': title, onmousedown: e => e.preventDefault(), onclick: () => editor.mark(inner, mark) }, text);
	const choose = (list, text, kind, attr) => nodes[kind] && desk.choices[list]?.length && h('select', { 'aria-label': `${text} einsetzen`, onchange: e => {
		if (e.target.value) editor.insertInline(inner, nodes[kind], { [attr]: e.target.value });
		e.target.value = '';
	} }, h('option', { value: '' }, text), desk.choices[list].map(c => h('option', { value: c.id }, [c.value, c.name].filter(Boolean).join(' · '))));
	const asked = form(label(name), h('div', {}, h('p', { class: 'zeile' }, button('F', 'Fett (Strg+B)', marks.stark), button('K', 'Kursiv (Strg+I)', marks.betont),
		choose('figures', 'Kennzahl', 'wert', 'ref'), choose('places', 'Verweis', 'verweis', 'ziel')), paper), 'Übernehmen', async () => words.write(inner.state.doc));
	inner.focus();
	const now = await asked;
	inner.destroy();
	return now;
}

// Meanwhile others may have written before it: it is found again by what it was.
export async function editNote(desk, pos) {
	const { xml, name } = desk.view.state.doc.nodeAt(pos).attrs, now = await written(desk, xml, name), { view } = desk;
	let at = view?.state.doc.nodeAt(pos)?.attrs.xml == xml ? pos : null;
	if (at == null) view?.state.doc.descendants((n, p) => { if (at == null && n.attrs.xml == xml) at = p; });
	if (now != null && at == null) say('Die Fußnote hat inzwischen jemand anderes geändert', 'warnung');
	else if (now != null) view.dispatch(view.state.tr.setNodeMarkup(at, null, { name, xml: now }, view.state.doc.nodeAt(at).marks));
	view?.focus();
}

// A new one where the cursor is.
export async function addNote(desk, name) {
	const now = await written(desk, '', name), { view, words } = desk;
	if (now != null) view?.dispatch(view.state.tr.insert(view.state.selection.to, words.schema.nodes.opaque_.create({ name, xml: now })));
	view?.focus();
}
