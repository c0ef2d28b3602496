// A Fortschreibung: what each office still has to decide, old beside the choice; a decision changes one element.
import * as api from './api.js';
import { h, fill, ask, say } from './dom.js';
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

function choices(desk, p, again) {
	const go = change => async () => (await decide(desk, p, change), again());
	if (p.kind == 'massnahme') {
		const why = h('input', { 'aria-label': 'Grund', placeholder: 'Grund', size: 24 });
		const set = status => async () => {
			if (['geaendert', 'entfallen'].includes(status) && !why.value.trim()) return why.focus(), say('Bitte den Grund nennen', 'warnung');
			await decide(desk, p, { status, grund: why.value.trim() || null });
			again();
		};
		return h('p', { class: 'zeile' }, [['unveraendert', 'bleibt'], ['geaendert', 'geändert'], ['abgeschlossen', 'erledigt'], ['entfallen', 'entfällt']].map(([v, t]) =>
			h('button', { type: 'button', 'aria-pressed': String(p.status == v), onclick: set(v) }, t)), why);
	}
	if (['kennzahl', 'diagramm', 'grusswort', 'kurzfassung'].includes(p.kind))
		return h('p', { class: 'zeile' }, h('button', { type: 'button', onclick: go({ bleibt: 'ja' }) }, 'bleibt, wie es ist'),
			p.kind == 'kennzahl' && newValue(desk, p, again));
	return null;
}

function newValue(desk, p, again) {
	const value = h('input', { 'aria-label': 'Neuer Wert', placeholder: 'neuer Wert', size: 10, inputmode: 'decimal' });
	const day = h('input', { 'aria-label': 'Stichtag', placeholder: 'Stichtag jjjj-mm', size: 12 });
	return h('form', { class: 'zeile', onsubmit: async e => {
		e.preventDefault();
		if (!value.value.trim()) return;
		await decide(desk, p, { wert: value.value.trim().replaceAll('.', '').replace(/[\s\u202f]/g, ''), veraltet: null, ...(day.value.trim() ? { stichtag: day.value.trim() } : {}) });
		again();
	} }, value, day, h('button', {}, 'Eintragen'));
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
		fill(body, h('p', {}, h('label', {}, `${points.length - open} von ${points.length} entschieden `, h('progress', { max: Math.max(1, points.length), value: points.length - open }))),
			h('p', { class: 'zeile' }, output ? open > 0 && h('button', { type: 'button', onclick: send }, 'Bögen für die Stellen schreiben') : h('span', { class: 'klein' }, 'Bögen für die Stellen brauchen einen Ordner: beim Start -o ORDNER')),
			offices.map(o => h('details', { open: points.some(p => p.office == o && p.open) }, h('summary', {}, `${o || 'ohne Stelle'}: ${points.filter(p => p.office == o && p.open).length} offen`, sent(o) && h('span', { class: 'klein' }, ` · Bogen vom ${sent(o).split('-').reverse().join('.')}, noch ohne Antwort`)),
				h('ul', { class: 'punkte' }, points.filter(p => p.office == o).map(p => h('li', {}, h('p', {}, h('strong', {}, p.what), p.before && h('span', { class: 'klein' }, ' bisher: ' + p.before)),
					p.open ? h('p', { class: 'klein' }, p.task) : h('p', { class: 'klein' }, 'entschieden'), choices(desk, p, draw),
					h('button', { type: 'button', onclick: () => { document.querySelector('dialog')?.close(); desk.goTo(p.path, p.line); } }, 'zum Text')))))));
	};
	await draw();
	await ask('Fortschreibung', body, [['', 'Schließen']]);
	await desk.refresh(true);
	desk.view?.focus();
}
