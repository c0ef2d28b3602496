// The element at the cursor: where it stands, what it is for, all its attributes, what can be done with it.
import { h, fill, label } from './dom.js';
import { field, listed, saying } from './form.js';
import { plain } from './xml.js';
import { editNote } from './note.js';

// The elements around the cursor, outermost first: {node, pos}.
function around(state) {
	const { $from, node } = state.selection, out = [];
	for (let d = 1; d <= $from.depth; d++) if ($from.node(d).type.spec.tag) out.push({ node: $from.node(d), pos: $from.before(d) });
	if (node && (node.type.spec.tag || node.attrs.xml)) out.push({ node, pos: $from.pos });
	return out;
}

// What is kept as it stands: a note says its words and can be written.
function noteForm(desk) {
	const at = () => desk.view.state.selection, { xml, name } = at().node.attrs;
	return [h('h2', {}, label(name)), h('p', {}, plain(xml)), desk.words.schema.nodes['note_' + name] &&
		h('button', { type: 'button', onclick: () => editNote(desk, at().from) }, 'Bearbeiten')];
}

// Of the same element with the same attributes the panel stays: who writes in it has other things to wait for.
export function elementPanel(desk) {
	const { view, editor, panel } = desk, path = around(view.state), at = path[path.length - 1];
	if (!at || panel.contains(document.activeElement)) return;
	const { xml, name, href, a } = at.node.attrs, shown = JSON.stringify([path.map(p => p.node.type.name), xml ?? a]);
	if (panel.firstChild && panel.shown == shown && panel.view == view && panel.choices == desk.choices) return;
	const open = panel.querySelector('details')?.open;
	Object.assign(panel, { shown, view, choices: desk.choices });
	if (xml) {
		fill(panel, name ? noteForm(desk) : h('p', {}, 'Dieses Stück steht in einer eigenen Datei: ' + href));
		return;
	}
	const element = at.node.type.spec.element, here = (i = path.length - 1) => around(view.state)[i];
	const run = command => () => (command(view.state, view.dispatch), view.focus());
	const select = pos => (view.dispatch(view.state.tr.setSelection(editor.NodeSelection.create(view.state.doc, pos))), view.focus());
	const remove = () => {
		const { pos, node } = here(), $pos = view.state.doc.resolve(pos);
		if (editor.mayGo($pos.parent, $pos.index())) editor.act(view, view.state.tr.delete(pos, pos + node.nodeSize));
		view.focus();
	};
	fill(panel,
		h('nav', { class: 'pfad', 'aria-label': 'Wo der Cursor steht' }, path.map((p, i) => h('button', { type: 'button', 'aria-current': i == path.length - 1 ? 'true' : null, onclick: () => select(here(i).pos) }, label(p.node.type.spec.tag ?? '')))),
		element.text && h('p', { class: 'klein' }, element.text),
		element.attrs.length > 0 && h('details', { open }, h('summary', {}, `Angaben (${Object.keys(a).filter(n => !n.startsWith('xmlns')).length})`),
			h('div', { class: 'felder' }, element.attrs.map(attr => field(attr, a[attr.name] ?? '', () => listed(desk.choices, attr.names), v => {
				editor.describe(view, here().pos, { a: saying(element, here().node.attrs.a, attr.name, v) });
			}).dom))),
		h('div', { class: 'zeile' },
			h('button', { type: 'button', title: 'Alt+Pfeil hoch', onclick: run(editor.move(-1)) }, 'nach oben'),
			h('button', { type: 'button', title: 'Alt+Pfeil runter', onclick: run(editor.move(1)) }, 'nach unten'),
			path.length > 1 && h('button', { type: 'button', onclick: remove }, 'entfernen')));
}
