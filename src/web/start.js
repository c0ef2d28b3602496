// The start page: what there is, by town and kind; words in all documents.
import * as api from './api.js';
import { h, fill, ask, say, label } from './dom.js';
import { decode } from './xml.js';

const order = ['konzept', 'bericht', 'vorlage', 'sitzung', 'niederschrift', 'praesentation', 'verzeichnis', 'handbuch'];
const heading = { konzept: 'Konzepte', bericht: 'Berichte', vorlage: 'Vorlagen', sitzung: 'Sitzungen', niederschrift: 'Niederschriften',
	praesentation: 'Präsentationen', verzeichnis: 'Verzeichnis', handbuch: 'Handbuch' };
const day = d => d.split('-').reverse().join('.');

export const address = (document_, part) => '#' + encodeURIComponent(document_ + (part ? '#' + part : ''));

function entry(d) {
	const facts = [d.nummer, d.edition && 'Ausgabe ' + d.edition, d.kind != 'sitzung' && d.datum && day(d.datum), d.gremium && label(d.gremium),
		d.hidden && 'nichtöffentlich', !d.write && 'nur lesen'].filter(Boolean);
	const title = d.kind == 'sitzung' ? 'Sitzung am ' + day(d.datum) : d.kind == 'verzeichnis' ? 'Stellen, Gremien und Personen' : decode(d.title);
	return h('li', {}, h('a', { href: address(d.path) }, title || d.path),
		h('span', { class: 'klein' }, facts.join(' · ')));
}

export async function start(root, session) {
	const { documents } = await api.get('/api/documents');
	const hits = h('ul', { class: 'treffer', 'aria-live': 'polite' });
	const search = h('input', { type: 'search', id: 'suche', placeholder: 'Wort in allen Dokumenten', autocomplete: 'off' });
	let timer;
	search.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(async () => {
			const q = search.value.trim();
			const found = q.length > 1 ? (await api.get('/api/search', { q })).hits : [];
			const whole = p => documents.find(d => d.path == p)?.path ?? documents.find(d => p.startsWith(d.path.replace(/[^/]*$/, '')) && d.kind != 'verzeichnis')?.path ?? p;
			fill(hits, found.map(f => h('li', {}, h('a', { href: address(whole(f.path), f.path) }, f.text), h('span', { class: 'klein' }, f.path))),
				q.length > 1 && !found.length ? h('li', {}, 'Nichts gefunden.') : null);
		}, 200);
	});
	const begin = async () => {
		const kind = h('select', { id: 'art' }, ['konzept', 'bericht', 'vorlage', 'sitzung', 'praesentation'].map(k => h('option', { value: k }, label(k))));
		const town = h('select', { id: 'ort' }, [...new Set(documents.filter(d => d.ort).map(d => d.path.split('/')[0]))].map(t => h('option', { value: t }, label(t))));
		const name = h('input', { id: 'name', autocomplete: 'off', placeholder: 'baumpflanzung-2027' });
		const row = (id, text, e) => h('p', { class: 'zeile' }, h('label', { for: id }, text), e);
		const how = await ask('Neues Dokument', h('div', {}, row('art', 'Was', kind), row('ort', 'Kommune', town), row('name', 'Kurzer Name', name),
			h('p', { class: 'klein' }, 'So heißen Ordner oder Datei: Kleinbuchstaben, Ziffern, Bindestriche; eine Sitzung nach ihrem Tag, 2027-05-31.')),
		[['neu', 'Anlegen'], ['', 'Abbrechen']]);
		if (how != 'neu') return;
		try {
			const made = await api.post('/api/new', { kind: kind.value, town: town.value, name: name.value.trim() });
			location.hash = address(made.path);
		} catch (e) {
			say(e.message, 'fehler');
		}
	};
	const takeOver = async () => {
		const file = h('input', { id: 'datei', type: 'file', accept: '.docx,.odt,.html,.md,.txt,.pdf,.xlsx,.csv' });
		const town = h('select', { id: 'ort' }, [...new Set(documents.filter(d => d.ort).map(d => d.path.split('/')[0]))].map(t => h('option', { value: t }, label(t))));
		const name = h('input', { id: 'name', autocomplete: 'off', placeholder: 'konzept-2027' });
		const row = (id, text, e) => h('p', { class: 'zeile' }, h('label', { for: id }, text), e);
		const how = await ask('Aus Word, LibreOffice, HTML, PDF übernehmen', h('div', {}, row('datei', 'Datei', file), row('ort', 'Kommune', town), row('name', 'Kurzer Name', name)),
			[['ja', 'Übernehmen'], ['', 'Abbrechen']]);
		if (how != 'ja' || !file.files[0]) return;
		try {
			const done = await api.upload('/api/import', { town: town.value, name: name.value.trim(), file: file.files[0].name }, file.files[0]);
			await ask('Übernommen', h('div', {}, done.told.split('\n').filter(Boolean).map(l => h('p', {}, l))), [['', 'Zum Dokument']]);
			if (done.path) location.hash = address(done.path);
		} catch (e) {
			say(e.message, 'fehler');
		}
	};
	const towns = [...new Set(documents.map(d => d.path.split('/')[0]))];
	fill(root,
		h('header', { class: 'leiste' }, h('h1', {}, 'Werkstatt'), h('span', { class: 'klein' }, session.name),
			h('button', { type: 'button', onclick: takeOver }, 'Übernehmen'),
			h('button', { type: 'button', onclick: begin }, 'Neues Dokument')),
		h('main', { class: 'start' },
			h('form', { role: 'search', onsubmit: e => e.preventDefault() }, h('label', { for: 'suche' }, 'Suchen'), search), hits,
			towns.map(town => h('section', { 'aria-label': label(town) }, h('h2', {}, label(town)),
				order.filter(k => documents.some(d => d.kind == k && d.path.split('/')[0] == town)).map(k => h('div', { class: 'art' }, h('h3', {}, heading[k]),
					h('ul', {}, documents.filter(d => d.kind == k && d.path.split('/')[0] == town).sort((a, b) => (b.datum + b.edition).localeCompare(a.datum + a.edition)).map(entry))))))));
	document.title = 'Werkstatt';
	search.focus({ preventScroll: true });
	return {};
}
