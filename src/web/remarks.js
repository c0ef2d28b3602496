// Comments beside the text, and what colleagues propose in a file they sent back: accepted or refused one by one.
import * as api from './api.js';
import { h, fill, form, ask, say } from './dom.js';

const when = s => new Date(s).toLocaleString('de-DE', { dateStyle: 'short', timeStyle: 'short' });
const OBJECT = '\ufffc';
export const shown = quote => quote.replaceAll(OBJECT, ' … ').replace(/\s+/g, ' ').trim();
const words = block => block.textBetween(0, block.content.size, '', OBJECT);

// Where the words stand now: {from, to}; null: they were changed.
export function placeOf(doc, quote) {
	let found = null;
	if (quote) doc.descendants((node, pos) => {
		const at = !found && node.isTextblock ? words(node).indexOf(quote) : -1;
		if (at >= 0) found = { from: pos + 1 + at, to: pos + 1 + at + quote.length };
		return !found;
	});
	return found;
}

// The words a new comment is about: what is selected, else the beginning of the paragraph.
function quoted(state) {
	const { $from, $to, from, to } = state.selection;
	if (!$from.parent.isTextblock) return '';
	if (from != to && $from.sameParent($to)) return state.doc.textBetween(from, to, '', OBJECT).slice(0, 300);
	return words($from.parent).slice(0, 120);
}

async function write(desk, title, more) {
	const text = h('textarea', { id: 'kommentartext', rows: 4, required: true });
	await form(title, h('div', {}, more.quote && h('blockquote', {}, shown(more.quote)), h('label', { for: 'kommentartext' }, 'Kommentar'), text), 'Speichern',
		() => api.post('/api/remark', { id: crypto.randomUUID(), path: desk.path, name: desk.session.name, text: text.value.trim(), quote: '', to: '', ...more }));
	await readRemarks(desk);
}

export async function comment(desk) {
	if (!desk.view) return;
	await write(desk, 'Kommentar', { quote: quoted(desk.view.state) });
	desk.focus();
}

function goTo(desk, r) {
	const at = placeOf(desk.view.state.doc, r.quote), { TextSelection } = desk.editor;
	if (!at) return say('Die Worte, um die es ging, stehen so nicht mehr da', 'warnung');
	desk.turn('text');
	desk.view.dispatch(desk.view.state.tr.setSelection(TextSelection.create(desk.view.state.doc, at.from, at.to)).scrollIntoView());
	desk.focus();
}

function entry(desk, r, answers) {
	const settle = async done => (await api.post('/api/remark', { id: r.id, done }), await readRemarks(desk), desk.remarkBox.querySelector('summary').focus());
	return h('li', { class: r.done ? 'erledigt' : '' }, r.quote && h('button', { type: 'button', class: 'zitat', onclick: () => goTo(desk, r) }, shown(r.quote)),
		[r, ...answers].map(a => h('p', {}, h('strong', {}, a.who || 'ohne Namen'), h('span', { class: 'klein' }, ` ${when(a.when)} `), a.text)),
		h('p', { class: 'zeile' }, h('button', { type: 'button', onclick: () => write(desk, 'Antwort', { to: r.id }) }, 'Antworten'),
			h('button', { type: 'button', onclick: () => settle(!r.done) }, r.done ? 'Wieder öffnen' : 'Erledigt')));
}

// ---- proposals

const names = { ersetzen: 'ersetzen', 'neuer-absatz': 'neuer Absatz', 'absatz-streichen': 'Absatz streichen' };

function proposal(desk, p, at) {
	const decide = async what => {
		try {
			await desk.save();
			await api.post('/api/proposal', { id: crypto.randomUUID(), document: desk.document, return: p.return, key: p.key, do: what });
			say(what == 'annehmen' ? 'Angenommen' : 'Abgelehnt');
			if (what == 'annehmen') await desk.refresh(true), desk.check();
		} catch (e) {
			say(e.message, 'warnung');
		}
		await readProposals(desk);
		const left = desk.remarkBox.querySelectorAll('.vorschlag button');
		(left[Math.min(at * 3, left.length - 1)] ?? desk.remarkBox.querySelector('summary')).focus();
	};
	const about = [names[p.art] ?? p.art, p.name, p.auch && `auch ${p.auch}`].filter(Boolean).join(' · ');
	return h('li', { class: 'vorschlag' }, h('p', { class: 'klein' }, about), h('p', {}, p.bisher && h('del', {}, p.bisher), ' ', p.neu && h('ins', {}, p.neu)),
		p['von-hand'] && h('p', { class: 'klein' }, `Von Hand: ${p['von-hand']}`),
		h('p', { class: 'zeile' }, h('button', { type: 'button', disabled: !p.path || !!p['von-hand'], onclick: () => decide('annehmen') }, 'Annehmen'),
			h('button', { type: 'button', onclick: () => decide('ablehnen') }, 'Ablehnen'),
			h('button', { type: 'button', disabled: !p.path, onclick: () => { desk.goTo(p.path, p.zeile); desk.turn('text'); } }, 'zum Text')));
}

async function sendBack(desk) {
	const file = h('input', { id: 'rueckdatei', type: 'file', required: true, accept: '.docx,.odt' });
	const done = await form('Rückmeldung einlesen', h('div', {}, h('p', {}, 'Eine Word- oder LibreOffice-Datei, die aus diesem Dokument entstand und mit Kommentaren oder nachverfolgten Änderungen zurückkam.'),
		h('p', { class: 'zeile' }, h('label', { for: 'rueckdatei' }, 'Datei'), file)), 'Einlesen',
	() => api.upload('/api/return', { id: crypto.randomUUID(), document: desk.document, file: file.files[0].name }, file.files[0]).then(() => true));
	if (done) await readProposals(desk), await readRemarks(desk), desk.remarkBox.open = true;
}

async function finish(desk, r) {
	const sure = await ask('Rückmeldung abschließen?', h('p', {}, `Was in „${r.name}“ noch nicht angenommen ist, wird nicht mehr gezeigt. Die Kommentare daraus bleiben.`), [['ja', 'Abschließen'], ['', 'Abbrechen']]);
	if (sure != 'ja') return;
	await api.post('/api/proposal', { id: crypto.randomUUID(), document: desk.document, return: r.id, key: '', do: 'abschliessen' });
	await readProposals(desk);
}

// ---- the box

function draw(desk) {
	const all = desk.remarks ?? [], { proposals = [], returns = [] } = desk.proposals ?? {}, first = all.filter(r => !r.to), open = first.filter(r => !r.done).length;
	const box = desk.remarkBox, told = [open ? `Kommentare (${open})` : 'Kommentare', proposals.length && `Vorschläge (${proposals.length})`].filter(Boolean).join(', ');
	fill(box, h('summary', {}, told), h('p', { class: 'zeile' }, h('button', { type: 'button', title: 'Strg+Alt+M', onclick: () => comment(desk) }, 'Kommentieren'),
		h('button', { type: 'button', onclick: () => sendBack(desk) }, 'Rückmeldung einlesen'),
		returns.map(r => h('button', { type: 'button', onclick: () => finish(desk, r) }, `„${r.name}“ abschließen`))),
	h('ul', {}, [...first].sort((a, b) => !!a.done - !!b.done).map(r => entry(desk, r, all.filter(a => a.to == r.id))), proposals.map((p, i) => proposal(desk, p, i))));
	if (desk.view && !desk.view.isDestroyed) desk.view.dispatch(desk.view.state.tr.setMeta('remarks', true));
}

export async function readRemarks(desk) {
	if (desk.readOnly) return;
	desk.remarks = (await api.get('/api/remarks', { path: desk.path }).catch(() => ({ remarks: [] }))).remarks;
	draw(desk);
}

export async function readProposals(desk) {
	if (desk.readOnly) return;
	desk.proposals = await api.get('/api/proposals', { document: desk.document }).catch(() => ({}));
	draw(desk);
}
