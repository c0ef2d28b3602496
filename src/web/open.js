// What is open: sessions to come and what is due before them, tasks, the next edition, faults, what was written last.
import * as api from './api.js';
import { h, fill } from './dom.js';
import { decode } from './xml.js';

const MOST = 10;                                   // documents that are looked through for faults
export const day = d => d.split('-').reverse().join('.');
const between = (a, b) => Math.round((Date.parse(b) - Date.parse(a)) / 864e5);
const many = (n, one, more) => `${n} ${n == 1 ? one : more}`;

// How far away a day is, in words.
export function away(today, d) {
	const n = between(today, d);
	return n == 0 ? 'heute' : n == 1 ? 'morgen' : n == -1 ? 'gestern' : n > 0 ? `in ${n} Tagen` : `seit ${-n} Tagen`;
}

// The document a file belongs to.
export const documentOf = (documents, path) => documents.find(d => d.path == path) ??
	documents.find(d => path.startsWith(d.path.replace(/[^/]*$/, '')) && d.kind != 'verzeichnis');

function notice(today, s) {
	if (s.withdrawn) return h('span', { class: 'fehler' }, 'zurückgezogen');
	if (s.announced === undefined) return h('span', { class: 'fehler' }, 'Ob bekannt gegeben ist, sagt das Register gerade nicht');
	if (s.announced) return h('span', { class: 'gut' }, 'bekannt gegeben');
	if (!s.notice) return h('span', { class: 'klein' }, 'Die Ladungsfrist steht nicht in den Regeln');
	const n = between(today, s.notice);
	return n < 0 ? h('strong', { class: 'fehler' }, `Die Frist für die Bekanntgabe war am ${day(s.notice)}`)
		: h('span', { class: n <= 3 ? 'warnung' : '' }, `Bekanntgabe bis ${day(s.notice)}: `, h('strong', {}, n == 0 ? 'heute' : `noch ${many(n, 'Tag', 'Tage')}`));
}

const row = (when, more, ...what) => h('li', {}, h('span', { class: 'wann' }, when), h('div', {}, what, more && h('p', { class: 'klein' }, more)));

function sessions(news, address) {
	return [...news.sessions].sort((a, b) => (a.datum + a.beginn).localeCompare(b.datum + b.beginn)).slice(0, MOST).map(s =>
		row(away(news.today, s.datum), null, h('a', { href: address(s.path) }, s.gremium),
			h('span', { class: 'klein' }, ` ${day(s.datum)}${s.beginn ? `, ${s.beginn} Uhr` : ''}`), h('p', {}, s.off ? 'abgesagt' : notice(news.today, s))));
}

function tasks(news, address) {
	return [...news.tasks].sort((a, b) => a.due.localeCompare(b.due)).slice(0, MOST).map(t => {
		const late = t.due < news.today;
		return row(h('span', { class: late ? 'fehler' : '' }, late ? `überfällig ${away(news.today, t.due)}` : away(news.today, t.due)),
			[t.office, t.gremium && `${t.gremium} vom ${day(t.datum)}`, t.state].filter(Boolean).join(' · '), h('a', { href: address(t.path) }, t.text));
	});
}

function remarks(open, documents, address) {
	return open.filter(r => !r.to).slice(-6).reverse().flatMap(r => {
		const d = documentOf(documents, r.path);
		return d ? [row(when(r.when), `${r.who || 'ohne Namen'} zu „${titleOf(d)}“`, h('a', { href: address(d.path, r.path) }, r.text.slice(0, 120)))] : [];
	});
}

function written(news, documents, address) {
	const seen = new Set();
	return news.written.flatMap(w => {
		const d = documentOf(documents, w.path);
		if (!d || seen.has(d.path)) return [];
		seen.add(d.path);
		return [row(when(w.when), [w.who, w.path != d.path && w.path.split('/').pop()].filter(Boolean).join(' · '),
			h('a', { href: address(d.path, w.path) }, titleOf(d)))];
	}).slice(0, 6);
}

const when = s => new Date(s).toLocaleString('de-DE', { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' });
export const titleOf = d => (d.kind == 'sitzung' ? 'Sitzung am ' + day(d.datum) : d.kind == 'niederschrift' ? 'Niederschrift der Sitzung am ' + day(d.datum)
	: d.kind == 'verzeichnis' ? 'Stellen, Gremien und Personen' : decode(d.title)) || d.path;

// Which of those of one name: an edition, the town.
export const called = d => [titleOf(d), d.edition, ['sitzung', 'niederschrift'].includes(d.kind) && d.gremium].filter(Boolean).join(' · ');

// Of each Konzept the newest edition.
function newest(documents) {
	const best = new Map();
	for (const d of documents.filter(x => x.kind == 'konzept' && x.write)) {
		const name = d.path.split('/')[0] + ' ' + d.title;
		if (!best.has(name) || best.get(name).edition < d.edition) best.set(name, d);
	}
	return [...best.values()];
}

function edition(d, { points, waiting }, address) {
	const left = points.filter(p => p.open).length, since = new Map(), days = new Map();
	for (const w of waiting) if (!since.has(w.office) || since.get(w.office) > w.since) since.set(w.office, w.since);
	for (const [office, d] of since) days.set(d, [...(days.get(d) ?? []), office]);
	return left && row(`${left} offen`, [...days].sort().map(([d, offices]) => `Seit dem ${day(d)} ohne Antwort: ${offices.join(', ')}`).join('. '),
		h('a', { href: address(d.path) }, `${titleOf(d)} ${d.edition}`), ' ',
		h('progress', { max: points.length, value: points.length - left, 'aria-label': `${points.length - left} von ${points.length} Punkten entschieden` }));
}

async function faults(d, address) {
	const { messages } = await api.post('/api/check', { document: d.path, changes: [] });
	const bad = messages.filter(m => m.severity == 'fehler');
	return bad.length && row(h('span', { class: 'fehler' }, `${bad.length} Fehler`), bad[0].text, h('a', { href: address(d.path, bad[0].path) }, titleOf(d)));
}

// What cannot be looked through at all is a fault, too; a lost connection is told elsewhere.
const unreadable = (d, e, address) => e.status ? row(h('span', { class: 'fehler' }, 'Fehler'), e.message, h('a', { href: address(d.path) }, titleOf(d))) : null;

const block = (title, rows) => h('section', { class: 'offen', hidden: !rows.length }, h('h3', {}, title), h('ul', {}, rows));

// Behind the others: what is there keeps its place, and the focus.
function add(to, row) {
	to.hidden = false;
	to.lastChild.append(row);
}

// Put into place as it comes: what takes long is asked for one by one, while the rest is there.
export async function whatIsOpen(place, documents, address, gone) {
	const news = await api.get('/api/start'), said = (await api.get('/api/remarks')).remarks;
	const status = h('p', { class: 'klein', role: 'status' });
	const editions = block('Fortschreibung', []), faulty = block('Fehler', []);
	fill(place, h('h2', {}, 'Was ansteht'), status, news.messages.map(m => h('p', { class: 'fehler' }, `${m.path}: ${m.text}`)), h('div', { class: 'ansteht' },
		block('Nächste Sitzungen', sessions(news, address)), block('Aufgaben aus Beschlüssen', tasks(news, address)), editions, faulty,
		block('Offene Kommentare', remarks(said, documents, address)), block('Zuletzt geschrieben', written(news, documents, address))));
	const mine = news.written.map(w => documentOf(documents, w.path)), soon = news.sessions.map(s => s.path.replace(/[^/]*$/, ''));
	const checked = [...new Set([...mine, ...documents.filter(d => soon.some(f => d.path.startsWith(f))), ...newest(documents)])].filter(d => d?.write).slice(0, MOST);
	const asked = [...newest(documents).map(d => [editions, async () => edition(d, await api.get('/api/points', { document: d.path }), address), d]),
		...checked.map(d => [faulty, () => faults(d, address), d])];
	for (const [i, [to, ask, d]] of asked.entries()) {
		if (gone()) return;
		status.textContent = `Durchgesehen: ${i} von ${many(asked.length, 'Dokument', 'Dokumenten')}`;
		let place = to;
		const found = await ask().catch(e => (place = faulty, unreadable(d, e, address)));
		if (found) add(place, found);
	}
	status.textContent = place.querySelector('li') ? '' : 'Nichts ist offen.';
}
