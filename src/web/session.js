// A session at the desk: the agenda with its numbers, the papers and how far they are, and what the office does with them.
import * as api from './api.js';
import { h, fill, ask, say } from './dom.js';
import { address } from './start.js';
import { decode } from './xml.js';

// What happens is said before; what the commands tell is shown after.
async function act(what, documents, more, question) {
	if (question && await ask(question[0], h('p', {}, question[1]), [['ja', question[2]], ['', 'Abbrechen']]) != 'ja') return false;
	const answer = await api.post('/api/office', { do: what, documents, ...more });
	const told = answer.messages.filter(m => ['fehler', 'warnung', 'system'].includes(m.severity));
	if (told.length) await ask(answer.done ? 'Geschehen, mit Hinweisen' : 'Das ging nicht', h('ul', {}, told.map(m => h('li', {}, m.text))), [['', 'Schließen']]);
	else say('Erledigt');
	return answer.done;
}

function paperRow(p, onAgenda, again) {
	const step = p.released ? null : p.taken ? ['freigeben', 'Freigeben'] : ['aufnehmen', 'Aufnehmen'];
	return h('li', { class: 'zeile' }, h('a', { href: address(p.path) }, decode(p.titel)), h('span', { class: 'klein' }, p.nummer || 'noch ohne Nummer',
		p.released ? ' · freigegeben' : p.taken ? ' · aufgenommen' : ' · noch nicht im Register', onAgenda ? ' · auf der Tagesordnung' : ''),
	step && h('button', { type: 'button', onclick: async () => {
		const question = step[0] == 'freigeben' ? ['Freigeben?', `„${decode(p.titel)}“ wird freigegeben: Von jetzt an gilt diese Fassung, spätere Änderungen müssen neu freigegeben werden.`, 'Freigeben'] : null;
		if (await act(step[0], [p.path], {}, question)) again();
	} }, step[1]));
}

function resultForm(board, item, again) {
	const paper = board.papers.find(p => p.nummer && p.nummer == item.drucksache);
	if (!paper) return null;
	const result = h('input', { 'aria-label': `Ergebnis zu ${item.nummer}`, placeholder: 'einstimmig', size: 14 });
	const votes = ['ja', 'nein', 'enthaltung'].map(v => [v, h('input', { 'aria-label': `${v} zu ${item.nummer}`, inputmode: 'numeric', size: 3, placeholder: v })]);
	const enter = async () => {
		if (!result.value.trim()) return;
		const counted = Object.fromEntries(votes.filter(([, e]) => e.value.trim()).map(([v, e]) => [v, Number(e.value)]));
		if (await act('ergebnis', [paper.path], { gremium: board.gremium, datum: board.datum, ergebnis: result.value.trim(), ...counted })) again();
	};
	return h('form', { class: 'zeile', onsubmit: e => (e.preventDefault(), enter()) }, result, votes.map(([, e]) => e), h('button', {}, 'Eintragen'));
}

export async function showSession(desk) {
	await desk.save();
	const body = h('div', { class: 'sitzung' });
	const draw = async () => {
		const board = await api.get('/api/meeting', { document: desk.document });
		const agenda = board.agenda ?? [], here = new Set(agenda.map(i => i.drucksache));
		const folder = desk.document.replace(/[^/]*$/, '');
		const papers = board.papers.filter(p => p.path.startsWith(folder) || here.has(p.nummer) || !p.released);
		const announce = ['Bekannt geben?', `Die Nummern der Punkte gelten dann, und Bekanntmachung, Mappe und Kalenderdatei werden geschrieben. ${board.announced ? 'Was seit der letzten Bekanntgabe neu ist, wird zum Nachtrag.' : 'Was danach kommt, wird ein Nachtrag.'}`, 'Bekannt geben'];
		fill(body,
			h('h3', {}, 'Tagesordnung'),
			agenda.length ? h('ol', { class: 'punkte' }, agenda.map(i => h('li', {}, h('p', { class: 'titel' }, h('strong', {}, i.nummer), h('span', {}, i.titel),
				h('span', { class: 'klein' }, [i.drucksache, i.rolle, !i.oeffentlich && 'nichtöffentlich', i.nachtrag && 'Nachtrag', i.entfallen && 'entfallen'].filter(Boolean).join(' · '))),
			resultForm(board, i, draw)))) : h('p', {}, board.agenda ? 'Noch ohne Punkte.' : 'Die Kommune hat noch kein Register; „Aufnehmen“ legt es an.'),
			board.messages.filter(m => m.severity == 'fehler').length > 0 && h('ul', {}, board.messages.filter(m => m.severity == 'fehler').map(m => h('li', {}, m.text))),
			h('p', { class: 'zeile' }, h('button', { type: 'button', onclick: async () => await act('aufnehmen', [desk.document]) && draw() }, 'Sitzung aufnehmen'),
				board.output && h('button', { type: 'button', onclick: async () => await act('bekanntgeben', [desk.document], {}, announce) && draw() }, 'Bekannt geben'),
				h('span', { class: 'klein' }, board.announced ? `${board.announced}-mal bekannt gegeben` : 'noch nicht bekannt gegeben')),
			h('h3', {}, 'Vorlagen'),
			h('ul', { class: 'punkte' }, papers.map(p => paperRow(p, here.has(p.nummer), draw))));
	};
	await draw();
	await ask('Sitzung', body, [['', 'Schließen']]);
	desk.pages.ask();
	desk.view?.focus();
}
