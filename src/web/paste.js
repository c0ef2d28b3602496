// What is pasted from elsewhere goes through the importer: typed, counted, what was left out said. What was copied here
// stays what it is. Nothing is lost on the way: what has no place where the cursor is comes behind it, or as words.
import * as api from './api.js';
import { say, saySo } from './dom.js';
import { Plugin, PluginKey, TextSelection } from './module/prosemirror-state.js';
import { Fragment, Slice } from './module/prosemirror-model.js';
import { choosePicture } from './data.js';

// While the importer is asked somebody may go on writing: the place moves with the text.
const key = new PluginKey('pasted');
export const places = () => new Plugin({ key, state: { init: () => null, apply(tr, at) {
	const set = tr.getMeta(key);
	return set !== undefined ? set : at && { from: tr.mapping.map(at.from), to: tr.mapping.map(at.to) };
} } });

// What a document holds, for counting: letters, and whatever else stands in it by itself.
function weight(content) {
	let n = 0;
	content.descendants(node => { n += node.isText ? node.text.replace(/\s/g, '').length : node.isLeaf && node.isInline ? 1 : 0; });
	return n;
}

const opens = node => node?.type.spec.tag == 'absatz' ? 1 : 0;

// Where the selection is, as the editor fits it in; behind the innermost element that may be followed by it; as words.
function* ways(state, at, blocks) {
	const content = Fragment.from(blocks), $to = state.doc.resolve(at.to), inText = $to.parent.inlineContent;
	const slice = new Slice(content, inText ? opens(content.firstChild) : 0, inText ? opens(content.lastChild) : 0);
	yield state.tr.replaceRange(at.from, at.to, slice);
	for (let d = $to.depth - 1; d > 0; d--) {
		const i = $to.indexAfter(d);
		if ($to.node(d).canReplace(i, i, content)) yield state.tr.insert($to.after(d + 1), content);
	}
	const words = [];
	content.descendants(n => { if (n.isTextblock) words.push(n.textContent); });
	yield state.tr.insertText(words.join(' '), at.from, at.to);
}

function fits(before, made, blocks, at) {
	const gone = made.steps.length && made.mapping.mapResult(at.from, 1).deleted ? 0 : weight(before.slice(at.from, at.to).content);
	const want = weight(before) + weight(Fragment.from(blocks));
	return [want, want - gone].includes(weight(made.doc));
}

// Says whether it came as what it was.
function insert(view, blocks) {
	const at = key.getState(view.state) ?? view.state.selection;
	let last = null, whole = true;
	for (const tr of ways(view.state, at, blocks)) {
		whole = fits(view.state.doc, tr, blocks, at);
		last = tr;
		if (whole) break;
	}
	const end = last.mapping.map(at.to);
	last.setSelection(TextSelection.near(last.doc.resolve(Math.min(end, last.doc.content.size)), -1)).setMeta(key, null);
	view.dispatch(last.scrollIntoView());
	view.focus();
	return whole;
}

function tell(words, told, whole) {
	const lines = [`${words == 1 ? 'Ein Wort' : words + ' Wörter'} eingefügt`, ...told];
	if (!whole) lines.push('An dieser Stelle geht nur Text: Listen, Tabellen und Bilder stehen hier als Worte');
	(told.length || !whole ? saySo : say)(lines.join('. ').replaceAll('..', '.'), told.length || !whole ? 'warnung' : 'gut');
}

async function take(desk, view, clip) {
	const { from, to } = view.state.selection;
	view.dispatch(view.state.tr.setMeta(key, { from, to }));
	let answer = null, trouble = '';
	try {
		answer = await api.post('/api/paste', { document: desk.document, ...clip });
	} catch (e) {
		trouble = e.message;
	}
	if (view.isDestroyed) return say('Eingefügt ist nichts: Dieser Teil ist nicht mehr offen', 'fehler');
	const { absatz } = view.state.schema.nodes, lines = clip.text.split(/\r?\n\s*/).filter(Boolean);
	const blocks = answer ? desk.words.piece(answer.xml) : lines.map(l => absatz.create(null, view.state.schema.text(l)));
	if (!blocks.length) return say('In der Zwischenablage steht nichts, was sich einfügen lässt', 'warnung');
	const whole = insert(view, blocks);
	if (trouble) saySo(`Nur die Worte sind eingefügt: ${trouble}`, 'warnung');
	else tell(answer.words, answer.told, whole);
}

async function takePicture(desk, view, file) {
	const a = await choosePicture(desk, '', file), type = view.state.schema.nodes.abbildung;
	if (a && !view.isDestroyed) view.dispatch(view.state.tr.replaceSelectionWith(type.create({ a })).scrollIntoView());
	view.focus();
}

// True: it is taken care of. Words of one line, and what was copied here, the editor puts in itself.
export const pasteInto = desk => (view, event) => {
	const data = event.clipboardData, html = data?.getData('text/html') ?? '', text = data?.getData('text/plain') ?? '';
	const picture = [...data?.files ?? []].find(f => /^image\/(png|jpeg|svg)/.test(f.type));
	if (!desk.document || !data || html.includes('data-pm-slice') || view.state.selection.$from.parent.type.spec.code) return false;
	if (!html && !text && picture) return takePicture(desk, view, picture), true;
	if (!html && !text.trim().includes('\n')) return false;
	const whole = /<html[\s>]/i.test(html) ? html : html && `<html><body>${html}</body></html>`;
	take(desk, view, { html: whole.replace(/<meta[^>]*charset[^>]*>/gi, ''), text });
	return true;
};
