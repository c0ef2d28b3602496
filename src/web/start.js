// The start page: what is open, what there is by town and kind, words in all documents, a new one.
import * as api from './api.js';
import { h, fill, form, ask, label, identifier } from './dom.js';
import { whatIsOpen, documentOf, titleOf, called, day } from './open.js';

const order = ['konzept', 'bericht', 'vorlage', 'sitzung', 'niederschrift', 'praesentation', 'verzeichnis', 'handbuch'];
const heading = { konzept: 'Konzepte', bericht: 'Berichte', vorlage: 'Vorlagen', sitzung: 'Sitzungen', niederschrift: 'Niederschriften',
	praesentation: 'Präsentationen', verzeichnis: 'Verzeichnis', handbuch: 'Handbuch' };
// What can be begun here, and how its folder or file may be called.
const kinds = { konzept: 'integrationskonzept-2027', bericht: 'jahresbericht-2027', vorlage: 'baumpflanzung', sitzung: '', praesentation: 'auftakt-2027' };

export const address = (document_, part, line) => '#' + encodeURIComponent(document_ + (part ? '#' + part : '') + (line ? '#' + line : ''));
const townOf = d => d.path.split('/')[0];

function entry(d) {
	const facts = [d.nummer, d.edition && 'Ausgabe ' + d.edition, !['sitzung', 'niederschrift'].includes(d.kind) && d.datum && day(d.datum), d.gremium,
		d.hidden && 'nichtöffentlich', d.withdrawn && 'zurückgezogen', !d.write && 'nur lesen'].filter(Boolean);
	return h('li', {}, h('a', { href: address(d.path) }, titleOf(d)), h('span', { class: 'klein' }, facts.join(' · ')));
}

const row = (id, text, e) => h('p', { class: 'zeile' }, h('label', { for: id }, text), e);

function towns(documents) {
	return h('select', { id: 'ort' }, [...new Set(documents.filter(d => d.ort && d.write).map(townOf))].map(t => h('option', { value: t }, label(t))));
}

async function begin(documents) {
	const kind = h('select', { id: 'art' }, Object.keys(kinds).map(k => h('option', { value: k }, label(k))));
	const town = towns(documents), name = h('input', { id: 'name', autocomplete: 'off', required: true, size: 28 }), date = h('input', { id: 'tag', type: 'date', required: true });
	const named = h('div', {}), turn = () => {
		name.placeholder = kinds[kind.value];
		fill(named, kind.value == 'sitzung' ? row('tag', 'Tag der Sitzung', date) : [row('name', 'Kurzer Name', name),
			h('p', { class: 'klein' }, 'So heißen Ordner oder Datei: Kleinbuchstaben, Ziffern, Bindestriche.')]);
	};
	kind.addEventListener('change', turn);
	turn();
	const made = await form('Neues Dokument', h('div', {}, row('art', 'Was', kind), row('ort', 'Kommune', town), named), 'Anlegen',
		() => api.post('/api/new', { kind: kind.value, town: town.value, name: kind.value == 'sitzung' ? date.value : name.value.trim() }));
	if (made) location.hash = address(made.path);
}

// A name made of that of a file.
const short = file => identifier(file.replace(/\.\w+$/, ''));

async function takeOver(documents, dropped) {
	const file = h('input', { id: 'datei', type: 'file', required: !dropped, accept: '.docx,.odt,.html,.md,.txt,.pdf,.xlsx,.csv' });
	const town = towns(documents), name = h('input', { id: 'name', autocomplete: 'off', required: true, size: 28 });
	const from = () => dropped ?? file.files[0];
	const propose = () => { if (from()) name.value = short(from().name); };
	file.addEventListener('change', propose);
	propose();
	const done = await form('Aus Word, LibreOffice, HTML, PDF übernehmen', h('div', {}, dropped ? h('p', {}, dropped.name) : row('datei', 'Datei', file),
		row('ort', 'Kommune', town), row('name', 'Kurzer Name', name)), 'Übernehmen',
	() => api.upload('/api/import', { town: town.value, name: name.value.trim(), file: from().name }, from()));
	if (!done) return;
	await ask('Übernommen', h('div', {}, done.told.split('\n').filter(Boolean).map(l => h('p', {}, l))), [['', 'Zum Dokument']]);
	if (done.path) location.hash = address(done.path);
}

// Documents by what they are called, then places where the word stands.
function searching(documents, hits) {
	let timer, asked = 0;
	const input = h('input', { type: 'search', id: 'suche', placeholder: 'Titel, Nummer oder Wort in allen Dokumenten', autocomplete: 'off' });
	const look = async () => {
		const q = input.value.trim(), mine = ++asked;
		if (q.length < 2) return fill(hits);
		const word = q.toLowerCase();
		const named = documents.filter(d => [titleOf(d), d.nummer, d.gremium, d.path].join(' ').toLowerCase().includes(word)).slice(0, 8);
		const found = (await api.get('/api/search', { q })).hits;
		if (mine != asked) return;
		const file = (f, d) => f.path == d.path ? '' : f.path.slice(f.path.lastIndexOf('/') + 1);
		const place = (f, d) => h('li', {}, h('a', { href: address(d?.path ?? f.path, f.path, f.line) }, f.before, h('mark', {}, f.found), f.text.slice((f.before ?? '').length + f.found.length)),
			h('span', { class: 'klein', title: f.path }, d ? [called(d), file(f, d), d.withdrawn && 'zurückgezogen'].filter(Boolean).join(' · ') : f.path));
		fill(hits, named.map(entry), found.map(f => place(f, documentOf(documents, f.path))),
			!named.length && !found.length && h('li', {}, 'Nichts gefunden.'));
	};
	input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 200); });
	return input;
}

function listOf(documents, town) {
	const here = documents.filter(d => townOf(d) == town);
	return h('section', { 'aria-label': label(town) }, h('h2', {}, label(town)),
		order.filter(k => here.some(d => d.kind == k)).map(k => h('div', { class: 'art' }, h('h3', {}, heading[k]),
			h('ul', {}, here.filter(d => d.kind == k).sort((a, b) => (b.datum + b.edition).localeCompare(a.datum + a.edition)).map(entry)))));
}

export async function start(root, session) {
	const { documents } = await api.get('/api/documents');
	const hits = h('ul', { class: 'treffer', 'aria-live': 'polite' }), search = searching(documents, hits), open = h('section', { 'aria-label': 'Was ansteht' });
	const may = documents.some(d => d.write);
	let gone = false;
	fill(root,
		h('header', { class: 'leiste' }, h('h1', {}, 'Werkstatt'), h('span', { class: 'klein' }, session.name),
			may && h('button', { type: 'button', onclick: () => takeOver(documents) }, 'Datei übernehmen'),
			may && h('button', { type: 'button', onclick: () => begin(documents) }, 'Neues Dokument')),
		h('main', { class: 'start', ondragover: e => e.dataTransfer.types.includes('Files') && e.preventDefault(),
			ondrop: e => { if (may && e.dataTransfer.files.length) e.preventDefault(), takeOver(documents, e.dataTransfer.files[0]); } },
		h('form', { role: 'search', onsubmit: e => e.preventDefault() }, h('label', { for: 'suche' }, 'Suchen'), search), hits, may && open,
		!documents.length && h('p', { class: 'hinweis' }, 'Hier liegt noch kein Dokument. Eine Kommune mit ihrem ersten Konzept legt der Befehl „ratssatz ort-anlegen KÜRZEL NAME“ an; danach bitte diese Seite neu laden.'),
		[...new Set(documents.map(townOf))].map(town => listOf(documents, town))));
	document.title = 'Werkstatt';
	search.focus({ preventScroll: true });
	if (may) whatIsOpen(open, documents, address, () => gone);
	return { close: () => { gone = true; } };
}
