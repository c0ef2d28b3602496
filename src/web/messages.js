// What does not fit together, beside the text: each message leads to its place; where there is one answer, a button makes it.
import * as api from './api.js';
import { h, fill, say, label } from './dom.js';
import { plain } from './xml.js';

// Blanks of other kinds, and what stands in the file as a number, as people know them.
const visible = s => plain(s).replace(/[\u00a0\u202f]/g, '\u2423');

// What it is about, why it matters and what to do, for who asks; it stays open while messages come and go.
const told = new Map(), open = new Set();
function explanation(m) {
	const key = m.code + m.text, text = h('p', { class: 'klein' });
	const show = async () => {
		told.get(m.code) ?? told.set(m.code, api.get('/api/code', { code: m.code }));
		try {
			const { title, text: more } = await told.get(m.code);
			fill(text, h('strong', {}, title), ' ', more);
		} catch (e) {
			told.delete(m.code);
			text.textContent = e.message;
		}
	};
	if (open.has(key)) show();
	return h('details', { class: 'erklaerung', open: open.has(key) || null, ontoggle: e => { open[e.target.open ? 'add' : 'delete'](key); if (e.target.open) show(); } },
		h('summary', {}, `Erklärung zu ${m.code}`), text);
}

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
	const at = [...desk.messages.querySelectorAll('button, summary')].indexOf(document.activeElement);
	fill(desk.messages, h('h2', {}, real.length ? `${real.length} ${real.length == 1 ? 'Meldung' : 'Meldungen'}` + (faults ? `, ${faults} Fehler` : '') : 'Keine Meldungen'),
		h('ul', {}, real.slice(0, 200).map(m => h('li', { class: m.severity },
			h('button', { type: 'button', onclick: () => { desk.goTo(m.path, m.line); desk.turn('text'); } }, h('strong', {}, label(m.severity)), ' ', m.text,
				h('span', { class: 'klein' }, ` ${m.path.split('/').pop()}, Zeile ${m.line}`)),
			m.answer && h('button', { type: 'button', class: 'antwort', title: `Aus „${visible(m.answer.was)}“ wird „${visible(m.answer.becomes)}“`,
				onclick: e => answer(desk, m, e.target) }, 'Berichtigen: ', h('span', {}, visible(m.answer.becomes))),
			m.code && explanation(m)))));
	const now = desk.messages.querySelectorAll('button, summary');
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
