// What does not fit together, beside the text: each message leads to its place; where there is one answer, a button makes it.
import * as api from './api.js';
import { h, fill, say, label } from './dom.js';
import { plain } from './xml.js';

// Blanks of other kinds, and what stands in the file as a number, as people know them.
const visible = s => plain(s).replace(/[\u00a0\u202f]/g, '\u2423');

export async function check(desk) {
	if (!desk.mayWrite || desk.closed) return;
	const changes = desk.unsaved();
	const { messages } = await api.post('/api/check', { document: desk.document, changes }).catch(() => ({}));
	if (!messages || desk.closed) return;
	desk.checkedUnsaved = changes.length > 0;
	// that a town has no register yet is told by the board, with a button that makes one
	const real = messages.filter(m => !['abweichung', 'aus'].includes(m.severity) && m.code != 'REGISTERFEHLT'), faults = real.filter(m => m.severity == 'fehler').length;
	const here = m => m.path == desk.path;
	real.sort((a, b) => here(b) - here(a));
	// who is at one of them stays there
	const at = [...desk.messages.querySelectorAll('button')].indexOf(document.activeElement);
	fill(desk.messages, h('h2', {}, real.length ? `${real.length} ${real.length == 1 ? 'Meldung' : 'Meldungen'}` + (faults ? `, ${faults} Fehler` : '') : 'Keine Meldungen'),
		h('ul', {}, real.slice(0, 200).map(m => h('li', { class: m.severity },
			h('button', { type: 'button', onclick: () => { desk.goTo(m.path, m.line); desk.turn('text'); } }, h('strong', {}, label(m.severity)), ' ', m.text,
				h('span', { class: 'klein' }, ` ${m.path.split('/').pop()}, Zeile ${m.line}`)),
			m.answer && h('button', { type: 'button', class: 'antwort', title: `Aus „${visible(m.answer.was)}“ wird „${visible(m.answer.becomes)}“`,
				onclick: e => answer(desk, m, e.target) }, 'Berichtigen: ', h('span', {}, visible(m.answer.becomes)))))));
	const now = desk.messages.querySelectorAll('button');
	if (at >= 0) now[Math.min(at, now.length - 1)]?.focus();
	desk.root.querySelector('.flaechen [data-flaeche=meldungen]').textContent = real.length ? `Meldungen (${real.length})` : 'Meldungen';
}

// Where there is one answer, it is made: an edit like any other, and the next message has the focus.
async function answer(desk, m, button) {
	const at = [...desk.messages.querySelectorAll('.antwort')].indexOf(button.closest('.antwort'));
	await desk.save();
	try {
		const made = await api.post('/api/answer', { id: crypto.randomUUID(), path: m.path, from: m.answer.from, to: m.answer.to, now: m.answer.now, sum: m.answer.sum });
		say(`Berichtigt: ${visible(m.answer.becomes)}`);
		if (m.path == desk.path) desk.takeIn(made, true);
		desk.pages.ask();
	} catch (e) {
		say(e.message, 'warnung');
	}
	await check(desk);
	const left = desk.messages.querySelectorAll('.antwort');
	(left[Math.min(at, left.length - 1)] ?? desk.messages.querySelector('button') ?? desk.view)?.focus();
}
