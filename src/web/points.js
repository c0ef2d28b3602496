// A Fortschreibung: what each office still has to decide, old beside the choice; a decision changes one element.
import * as api from './api.js';
import { h, fill, ask, form, say, label } from './dom.js';
import { parse, attribute } from './xml.js';

// The start tag with other attributes; all else as it stands.
function withAttributes(xml, change) {
	const tree = parse(xml), end = xml.search(/\/?>/), a = { ...tree.attrs, ...change };
	let at = 0;
	for (const m of xml.matchAll(/"[^"]*"|'[^']*'|>/g)) if (m[0] == '>') { at = m.index; break; }
	const empty = xml[at - 1] == '/';
	const attrs = Object.entries(a).filter(([, v]) => v != null).map(([n, v]) => ` ${n}="${attribute(v)}"`).join('');
	return end < 0 ? xml : `<${tree.name}${attrs}${empty ? '/' : ''}>${xml.slice(at + 1)}`;
}

async function decide(desk, p, change) {
	await desk.save();
	const part = await api.get('/api/part', { path: p.path, place: p.place });
	await api.post('/api/part', { id: crypto.randomUUID(), path: p.path, place: p.place, old: part.xml, now: withAttributes(part.xml, change) });
	say('Entschieden');
}

// What is to be done, as the buttons beside it say it, not as the file does.
const tasks = { massnahme: 'Wie geht es mit der Maßnahme weiter?', kennzahl: 'Neuer Wert mit Stichtag, oder der alte bleibt.', diagramm: 'Neue Werte eintragen (beim Diagramm der Knopf „Werte“), oder sie bleiben.',
	grusswort: 'Neu schreiben, oder es bleibt.', kurzfassung: 'Neu schreiben, oder sie bleibt.', stand: 'Monat und Jahr des Stands eintragen.' };

const named = (text, input) => h('label', { class: 'feld' }, h('span', {}, text), input);

function choices(desk, p, again) {
	const go = change => async () => (await decide(desk, p, change), again());
	if (p.kind == 'massnahme') {
		const why = h('input', { 'aria-label': 'Grund', size: 24 });
		const set = status => async () => {
			if (['geaendert', 'entfallen'].includes(status) && !why.value.trim()) return why.focus(), say('Bitte den Grund nennen', 'warnung');
			await decide(desk, p, { status, grund: why.value.trim() || null });
			again();
		};
		return h('p', { class: 'zeile' }, [['unveraendert', 'bleibt'], ['geaendert', 'geändert'], ['abgeschlossen', 'erledigt'], ['entfallen', 'entfällt']].map(([v, t]) =>
			h('button', { type: 'button', 'aria-pressed': String(p.status == v), onclick: set(v) }, t)), named('Grund', why));
	}
	if (['kennzahl', 'diagramm', 'grusswort', 'kurzfassung'].includes(p.kind))
		return h('p', { class: 'zeile' }, h('button', { type: 'button', onclick: go({ bleibt: 'ja' }) }, 'bleibt, wie es ist'),
			p.kind == 'kennzahl' && newValue(desk, p, again));
	return null;
}

// A day or month as it is typed: 31.12.2025, 12.2025, 2025; '' where it is none.
export function dated(s) {
	const m = s.trim().match(/^(?:(?:(\d{1,2})\.\s*)?(\d{1,2})[./]\s*)?(\d{4})$/);
	return m ? [m[3], m[2], m[1]].filter(Boolean).map(n => n.padStart(2, '0')).join('-') : /^\d{4}(-\d\d){0,2}$/.test(s.trim()) ? s.trim() : '';
}

function newValue(desk, p, again) {
	const value = h('input', { 'aria-label': 'Neuer Wert', size: 10, inputmode: 'decimal' });
	const day = h('input', { 'aria-label': 'Stichtag', title: 'Zum Beispiel 31.12.2025, 12.2025 oder 2025', size: 12 });
	return h('form', { class: 'zeile', onsubmit: async e => {
		e.preventDefault();
		if (!value.value.trim()) return value.focus(), say('Bitte den neuen Wert nennen', 'warnung');
		if (day.value.trim() && !dated(day.value)) return day.focus(), say('Als Stichtag wird ein Tag, ein Monat oder ein Jahr erwartet, zum Beispiel 31.12.2025, 12.2025 oder 2025', 'warnung');
		await decide(desk, p, { wert: value.value.trim().replaceAll('.', '').replace(/[\s\u202f]/g, ''), veraltet: null, ...(day.value.trim() ? { stichtag: dated(day.value) } : {}) });
		again();
	} }, named('neuer Wert', value), named('Stichtag, z. B. 31.12.2025', day), h('button', {}, 'Eintragen'));
}

// ---- what an office answered: its sheet is read, what it would change is shown, then it is taken over

const fields = { jahre: 'Jahre', betrag: 'Kosten', zustand: 'Kosten', stichtag: 'Stichtag', datum: 'Stichtag', wortlaut: 'neuer Wortlaut', anmerkung: 'Anmerkung' };
const values = { unveraendert: 'bleibt', geaendert: 'geändert', abgeschlossen: 'erledigt', entfallen: 'entfällt', laeuft: 'läuft', geplant: 'geplant', ja: 'ja', immer: 'ja, auf Dauer' };

function proposed(all) {
	const points = [...new Set(all.map(p => p.path + ' ' + p.place))].map(at => all.filter(p => p.path + ' ' + p.place == at));
	return h('ul', { class: 'punkte bogen' }, points.map(([p, ...more]) => h('li', {}, h('p', {}, h('strong', {}, p.what), p.before && h('span', { class: 'klein' }, ' bisher: ' + p.before)),
		h('dl', { class: 'angaben' }, [p, ...more].map(v => [h('dt', {}, fields[v.field] ?? label(v.field)), h('dd', {}, values[v.value] ?? v.value)])))));
}

async function readSheet(desk) {
	const file = h('input', { id: 'bogendatei', type: 'file', required: true, accept: '.docx,.odt,.csv,.xlsx,.ods' });
	const send = (id, more) => api.upload('/api/sheet', { document: desk.document, file: file.files[0].name, id, ...more }, file.files[0]);
	const seen = await form('Ausgefüllten Bogen einlesen', h('div', {}, h('p', {}, 'Der Bogen einer Stelle, wie er zurückkam: aus Word oder LibreOffice, aus der Tabellenkalkulation oder vom Formular im Browser. Geändert wird noch nichts.'),
		h('p', { class: 'zeile' }, h('label', { for: 'bogendatei' }, 'Datei'), file)), 'Einlesen', () => send(crypto.randomUUID(), {}));
	if (!seen) return;
	const told = h('ul', {}, seen.messages.filter(m => m.severity != 'hinweis').map(m => h('li', { class: m.severity }, m.text)));
	if (!seen.done || !seen.proposals.length)
		return ask(seen.done ? 'In diesem Bogen steht keine Antwort' : 'So lässt sich der Bogen nicht übernehmen', told, [['', 'Schließen']]);
	const id = crypto.randomUUID(), points = new Set(seen.proposals.map(p => p.path + ' ' + p.place)).size;
	const made = await form(`${points} ${points == 1 ? 'Antwort' : 'Antworten'} in „${file.files[0].name}“`, h('div', {}, told, proposed(seen.proposals)), 'Übernehmen', async () => {
		const done = await send(id, { enter: 'ja' });
		if (!done.done) throw new Error(done.messages[0]?.text ?? 'Das ging nicht');
		return done;
	});
	if (made) say(`${points} ${points == 1 ? 'Antwort' : 'Antworten'} übernommen`);
	return made;
}

export async function showPoints(desk) {
	await desk.save();
	const body = h('div', {});
	const draw = async () => {
		const { points, waiting, output } = await api.get('/api/points', { document: desk.document });
		const open = points.filter(p => p.open).length, offices = [...new Set(points.map(p => p.office))], sent = o => waiting.filter(w => w.office == (o || 'ohne-stelle') || w.office == o).map(w => w.since).sort()[0];
		const send = async () => {
			const answer = await api.post('/api/office', { do: 'boegen', documents: [desk.document] });
			say(answer.done ? 'Die Bögen liegen im Ordner der Ausgaben' : answer.messages[0]?.text ?? 'Das ging nicht', answer.done ? 'gut' : 'fehler');
			await draw();
		};
		// what its reader opened or closed stays so
		const shown = new Map([...body.querySelectorAll('details')].map(d => [d.dataset.stelle, d.open]));
		fill(body, h('p', {}, h('label', {}, `${points.length - open} von ${points.length} entschieden `, h('progress', { max: Math.max(1, points.length), value: points.length - open }))),
			h('p', { class: 'zeile' }, output ? open > 0 && h('button', { type: 'button', onclick: send }, 'Bögen für die Stellen schreiben') : h('span', { class: 'klein' }, 'Bögen für die Stellen brauchen einen Ordner: beim Start -o ORDNER'),
				h('button', { type: 'button', onclick: async () => await readSheet(desk) && await draw() }, 'Ausgefüllten Bogen einlesen')),
			offices.map(o => h('details', { 'data-stelle': o, open: shown.get(o) ?? points.some(p => p.office == o && p.open) }, h('summary', {}, `${o || 'ohne Stelle'}: ${points.filter(p => p.office == o && p.open).length} offen`, sent(o) && h('span', { class: 'klein' }, ` · Bogen vom ${sent(o).split('-').reverse().join('.')}, noch ohne Antwort`)),
				h('ul', { class: 'punkte' }, points.filter(p => p.office == o).map(p => h('li', {}, h('p', {}, h('strong', {}, p.kind == 'diagramm' && 'Abbildung ', p.what), p.before && p.kind != 'diagramm' && h('span', { class: 'klein' }, ' bisher: ' + p.before)),
					p.open ? h('p', { class: 'klein' }, tasks[p.kind] ?? p.task) : h('p', { class: 'klein' }, 'entschieden'), h('div', { class: 'zeile' }, choices(desk, p, draw),
					h('button', { type: 'button', onclick: () => { document.querySelector('dialog')?.close(); desk.goTo(p.path, p.line); } }, 'zum Text'))))))));
	};
	await draw();
	await ask('Fortschreibung', body, [['', 'Schließen']], { name: 'fortschreibung' });
	await desk.refresh(true);
	desk.focus();
}
