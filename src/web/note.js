// A note that hangs on the text: written by itself, with what may stand in it.
import { h, form, label } from './dom.js';
import { parse } from './xml.js';

export async function editNote(desk, pos) {
	const { editor, words, view } = desk, node = view.state.doc.nodeAt(pos), tree = parse(node.attrs.xml), { marks, nodes } = words.schema;
	const paper = h('div', { class: 'notiz' }), quiet = { choices: desk.choices, save() {}, changed() {} };
	const inner = editor.open(paper, words, words.readNote(node.attrs.xml, tree), quiet, label(node.attrs.name));
	const button = (text, title, mark) => mark && h('button', { type: 'button', title, 'aria-label': title, onmousedown: e => e.preventDefault(), onclick: () => editor.mark(inner, mark) }, text);
	const choose = (list, text, kind, attr) => nodes[kind] && desk.choices[list]?.length && h('select', { 'aria-label': `${text} einsetzen`, onchange: e => {
		if (e.target.value) editor.insertInline(inner, nodes[kind], { [attr]: e.target.value });
		e.target.value = '';
	} }, h('option', { value: '' }, text), desk.choices[list].map(c => h('option', { value: c.id }, [c.value, c.name].filter(Boolean).join(' · '))));
	const asked = form(label(node.attrs.name), h('div', {}, h('p', { class: 'zeile' }, button('F', 'Fett (Strg+B)', marks.stark), button('K', 'Kursiv (Strg+I)', marks.betont),
		choose('figures', 'Kennzahl', 'wert', 'ref'), choose('places', 'Verweis', 'verweis', 'ziel')), paper), 'Übernehmen', async () => words.write(inner.state.doc));
	inner.focus();
	const xml = await asked;
	inner.destroy();
	const there = desk.view?.state.doc.nodeAt(pos);
	if (xml != null && there?.attrs.xml == node.attrs.xml) desk.view.dispatch(desk.view.state.tr.setNodeMarkup(pos, null, { ...node.attrs, xml }, there.marks));
	else if (xml == null && there?.attrs.xml == node.attrs.xml && !tree.children.length) desk.view.dispatch(desk.view.state.tr.delete(pos, pos + 1));
	desk.view?.focus();
}

// A new one where the cursor is; put away without a word, it goes again.
export function addNote(desk, name) {
	const { view, words } = desk, type = words.schema.nodes.opaque_, pos = view.state.selection.to;
	view.dispatch(view.state.tr.insert(pos, type.create({ name, xml: `<${name}></${name}>` })));
	return editNote(desk, pos);
}
