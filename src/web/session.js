// A session at the desk: the agenda with its numbers, the papers and how far they are, and what the office does with them.
import * as api from './api.js';
import { h, fill, ask, form, say, label } from './dom.js';
import { address } from './start.js';
import { decode, parse, elements, walk, moved } from './xml.js';

const done = { aufnehmen: 'Aufgenommen', freigeben: 'Freigegeben', bekanntgeben: 'Bekannt gegeben', ausgeben: 'Ausgegeben', 'niederschrift-ausgeben': 'Niederschrift ausgegeben', niederschrift: 'Niederschrift begonnen', ergebnis: 'Ergebnis eingetragen', abgeben: 'Abgegeben' };

async function told(answer, text) {
	const all = answer.messages.filter(m => ['fehler', 'warnung', 'system'].includes(m.severity));
	if (all.length) await ask(answer.done ? 'Geschehen, mit Hinweisen' : 'Das ging nicht', h('ul', {}, all.map(m => h('li', {}, m.text))), [['', 'Schließen']]);
	else say(text);
	return answer.done;
}

// What the office asks back has one answer here: what it would change, and the button that says it is meant.
const meant = { ERGEBNISDA: ['Soll stattdessen gelten, was jetzt eingetragen ist?', 'Berichtigen'],
	WIRDOEFFENTLICH: ['Mit der Freigabe darf es jeder lesen, und was einmal hinausging, lässt sich nicht zurückholen. Ist das gewollt?', 'Öffentlich freigeben'] };
const unreleased = { FREIGABEALT: true, NICHTFREI: true, NICHTAUFGENOMMEN: true };
const first = m => `${m.text.split('; ')[0]}.`;
// All that was wrong is of such a kind.
const only = (answer, kinds) => {
	const faults = answer.done ? [] : answer.messages.filter(m => m.severity == 'fehler');
	return faults.length && faults.every(m => kinds[m.code]) && faults;
};

const releases = p => ['Freigeben?', `„${decode(p.titel)}“ wird freigegeben: Von jetzt an gilt diese Fassung, spätere Änderungen müssen neu freigegeben werden.`, 'Freigeben'];

const nameOf = e => e.ariaLabel || e.textContent;

// What the office is to do, once somebody has said that it is meant; what it asks back is asked. null: put away.
async function act(what, documents, more, question) {
	if (question && await ask(question[0], h('p', {}, question[1]), [['ja', question[2]], ['', 'Abbrechen']]) != 'ja') return null;
	const answer = await api.post('/api/office', { do: what, documents, ...more }), back = only(answer, meant);
	if (!back) return answer;
	const [text, button] = meant[back[0].code];
	return act(what, documents, { ...more, meant: true }, [`${button}?`, `${back.map(first).join(' ')} ${text}`, button]);
}

// The minutes of a session, with an extract for each decision.
export async function issueMinutes(path) {
	const answer = await act('niederschrift-ausgeben', [path], {}, ['Niederschrift ausgeben?',
		'Öffentliche und nichtöffentliche Niederschrift und die Beschlussauszüge werden als PDF geschrieben. Ist sie unterschrieben, kommen ihre Ergebnisse in die Vorlagen und ins Register; das lässt sich nicht zurücknehmen.', 'Ausgeben']);
	return answer && told(answer, done['niederschrift-ausgeben']);
}

class Board {
	constructor(desk) {
		Object.assign(this, { desk, body: h('div', { class: 'sitzung' }) });
		this.folder = desk.document.replace(/[^/]*$/, '');
	}

	async draw(focus) {
		this.data = await api.get('/api/meeting', { document: this.desk.document });
		this.part = await api.get('/api/part', { path: this.desk.document });
		this.agenda = this.data.agenda ?? [];
		const here = new Set(this.agenda.map(i => i.drucksache)), faults = this.data.messages.filter(m => ['fehler', 'system'].includes(m.severity));
		// what was written long before and never released does not wait for this session
		const since = new Date(Date.parse(this.data.datum) - 400 * 864e5).toISOString().slice(0, 10);
		const papers = this.data.papers.filter(p => p.path.startsWith(this.folder) || here.has(p.nummer) || (!p.released && p.datum >= since));
		const waiting = papers.filter(p => !here.has(p.nummer) || !p.nummer), on = papers.filter(p => p.nummer && here.has(p.nummer));
		this.entered = await this.results(on);
		const held = this.body.contains(document.activeElement) && nameOf(document.activeElement), typed = this.typed();
		fill(this.body, this.steps(papers), faults.length > 0 && h('ul', {}, faults.map(m => h('li', { class: 'fehler' }, m.text))),
			h('div', { class: 'daten' }, h('section', { 'aria-label': 'Tagesordnung', class: 'ablage', ondragover: e => this.dragged && e.preventDefault(), ondrop: e => this.dropped(e) }, h('h3', {}, 'Tagesordnung'), this.list()),
				h('section', { 'aria-label': 'Vorlagen, die warten' }, h('h3', {}, 'Vorlagen, die warten'), waiting.length ? h('ul', { class: 'punkte' }, waiting.map(p => this.paper(p))) : h('p', {}, 'Keine.'))),
			on.length > 0 && h('details', { class: 'ergebnisse', open: typed.open }, h('summary', {}, 'Ergebnisse eintragen'), h('ul', { class: 'punkte' }, this.agenda.map(i => this.result(i)).filter(Boolean))));
		for (const e of this.body.querySelectorAll('.ergebnisse :is(select, input)')) e.value = typed.values.get(e.ariaLabel) ?? '';
		if (focus) this.body.querySelector(focus)?.focus();
		else if (held) ([...this.body.querySelectorAll('button, a, input')].find(e => nameOf(e) == held) ?? this.body.querySelector('button')).focus();
	}

	// Of each paper what stands in it for this session.
	async results(papers) {
		const { gremium, datum } = this.data, all = new Map();
		await Promise.all(papers.map(async p => {
			const part = await api.get('/api/part', { path: p.path }).catch(() => null), found = [];
			if (part?.xml) walk(parse(part.xml), ({ name, attrs: a }) => name == 'beratung' && a.gremium == gremium && a.datum == datum && a.ergebnis && found.push(a.ergebnis));
			if (found.length) all.set(p.path, found.join('; '));
		}));
		return all;
	}

	// What was entered of results stays when the board is drawn anew; what is done with is empty.
	typed() {
		const values = new Map();
		for (const e of this.body.querySelectorAll('.ergebnisse :is(select, input)')) values.set(e.ariaLabel, e.value);
		return { open: !!this.body.querySelector('.ergebnisse[open]'), values };
	}

	// What happens is said before; what the commands tell is shown after, when the board is as it is then.
	async act(what, documents, more, question) {
		const answer = await act(what, documents, more, question), again = () => this.act(what, documents, more);
		if (!answer) return;
		const late = this.papersOf(only(answer, unreleased) || []), twice = only(answer, { BERATUNGMEHRFACH: true });
		if (late.length) return this.releaseFirst(late, only(answer, unreleased), again);
		if (twice && this.desk.choices.roles?.length) {
			const role = await ask('Welche Beratung?', h('p', {}, first(twice[0])), [...this.desk.choices.roles.map(r => [r.id, r.name]), ['', 'Abbrechen']]);
			return role && this.act(what, documents, { ...more, rolle: role });
		}
		if (answer.done) await this.draw();
		return told(answer, done[what]);
	}

	// The papers that such messages are about: each names its file, or what belongs to it.
	papersOf(faults) {
		const folder = p => p.replace(/[^/]*$/, ''), name = p => p.split('/').pop();
		return this.data.papers.filter(p => faults.some(m => m.path == p.path || (folder(m.path) == folder(p.path) && m.text.includes(` ${name(p.path)} `)))).map(p => p.path);
	}

	// What was changed since, or was never released, can be so now; then it goes on.
	async releaseFirst(paths, faults, then) {
		const question = h('div', {}, faults.map(m => h('p', {}, first(m))), h('p', {}, 'Wird freigegeben, gilt von jetzt an, was in der Datei steht.'));
		if (await ask('Jetzt freigeben?', question, [['ja', 'Freigeben'], ['', 'Abbrechen']]) != 'ja') return false;
		const taken = await api.post('/api/office', { do: 'aufnehmen', documents: [...paths, this.desk.document] });
		if (!taken.done) return told(taken);
		return await this.act('freigeben', paths) && then();
	}

	// What is done with the whole session, in the order it is done.
	steps(papers) {
		const { desk, data } = this, released = papers.filter(p => p.released && !p.withdrawn && this.agenda.some(i => i.drucksache == p.nummer)).map(p => p.path);
		const button = (text, run) => h('button', { type: 'button', onclick: run }, text);
		const announce = [data.announced ? 'Als Nachtrag bekannt geben?' : 'Bekannt geben?', `Die Nummern der Punkte gelten dann, und Bekanntmachung, Mappe und Kalenderdatei werden geschrieben. ${data.announced ? 'Was seit der letzten Bekanntgabe neu ist, wird zum Nachtrag.' : 'Was danach kommt, wird ein Nachtrag.'} Das lässt sich nicht zurücknehmen.`, 'Bekannt geben'];
		const issue = ['Vorlagen ausgeben?', `${released.length} freigegebene Vorlagen werden als PDF geschrieben und ins Register eingetragen. Das lässt sich nicht zurücknehmen.`, 'Ausgeben'];
		const over = ['Abgeben?', 'Was ausgegeben ist, kommt in ein Paket für das Ratsinformationssystem; Nichtöffentliches in ein zweites. Das Register hält fest, was abgegeben ist.', 'Abgeben'];
		return h('div', { class: 'zeile schritte' }, button('Sitzung aufnehmen', () => this.act('aufnehmen', [desk.document])),
			data.output && button(data.announced ? 'Nachtrag bekannt geben' : 'Bekannt geben', () => this.act('bekanntgeben', [desk.document], {}, announce)),
			data.output && released.length > 0 && button('Vorlagen ausgeben', () => this.act('ausgeben', released, {}, issue)),
			data.minutes ? h('button', { type: 'button', onclick: () => { location.hash = address(data.minutes); } }, 'Zur Niederschrift')
				: data.announced > 0 && button('Niederschrift beginnen', () => this.act('niederschrift', [desk.document])),
			data.output && data.announced > 0 && button('Abgeben', () => this.act('abgeben', [desk.document], {}, over)), data.announced > 0 && button('Quittung einlesen', () => this.receipt()),
			data.withdrawn && h('strong', { class: 'fehler' }, 'zurückgezogen'),
			h('span', { class: 'klein' }, data.announced ? `${data.announced}-mal bekannt gegeben` : 'noch nicht bekannt gegeben', !data.output && ' · Ausgaben brauchen einen Ordner: beim Start -o ORDNER'));
	}


	async receipt() {
		const file = h('input', { id: 'quittung', type: 'file', required: true, accept: '.json,.csv' });
		const answer = await form('Quittung einlesen', h('div', {}, h('p', {}, 'Das ausgefüllte Formular quittung.json oder quittung.csv aus der Abgabe.'), h('p', { class: 'zeile' }, h('label', { for: 'quittung' }, 'Datei'), file)), 'Einlesen',
			() => api.upload('/api/receipt', { document: this.desk.document, file: file.files[0].name }, file.files[0]));
		return answer && told(answer, 'Quittung eingelesen');
	}

	// ---- the agenda: what stands in the session can be moved, also the place of the papers

	list() {
		if (!this.agenda.length) return h('p', {}, this.data.agenda ? 'Noch ohne Punkte.' : 'Die Kommune hat noch kein Register; „Sitzung aufnehmen“ legt es an.');
		const units = this.units();
		return h('ol', { class: 'punkte' }, this.agenda.map(i => {
			const unit = units.find(u => u.attrs.id && u.attrs.id == i.id), movable = unit && !this.data.announced;
			const move = (by, text) => h('button', { type: 'button', class: 'schmal', 'data-zug': `${i.id} ${by}`, 'aria-label': `${i.nummer} ${i.titel}: ${text}`, title: text, onclick: () => this.move(unit, by) }, by < 0 ? '↑' : '↓');
			return h('li', { draggable: movable ? 'true' : null, ondragstart: () => { this.dragged = { unit }; }, ondragend: () => { this.dragged = null; }, 'data-id': i.id },
				h('p', { class: 'titel' }, h('strong', {}, i.nummer), h('span', {}, i.titel, movable && h('span', { class: 'zug' }, move(-1, 'nach oben'), move(1, 'nach unten'))),
					h('span', { class: 'klein' }, [i.titel != i.draussen && `öffentlich: „${i.draussen}“`, i.drucksache, i.rolle, !i.oeffentlich && 'nichtöffentlich', i.nachtrag && 'Nachtrag', i.entfallen && 'entfallen'].filter(Boolean).join(' · '))));
		}));
	}

	units() {
		const out = [];
		walk(parse(this.part.xml, this.part.line), e => { if (e.name == 'teil') out.push(...elements(e).filter(c => c.name == 'top' || c.name == 'vorlagen').map(c => ({ ...c, teil: e.from }))); });
		return out;
	}

	// The unit goes before or behind its neighbour, both with every byte of theirs.
	async move(unit, by, to) {
		const units = this.units().filter(u => u.teil == unit.teil), at = units.findIndex(u => u.from == unit.from), other = to ?? units[at + by], xml = this.part.xml;
		if (!other || other.teil != unit.teil) return say('Weiter geht es hier nicht', 'warnung');
		await api.post('/api/part', { id: crypto.randomUUID(), path: this.desk.document, place: '', old: xml, now: moved(xml, unit, other) });
		const told_ = await api.post('/api/office', { do: 'aufnehmen', documents: [this.desk.document] });
		if (!told_.done) await told(told_);
		await this.draw();
		this.body.querySelector(`[data-zug="${unit.attrs.id} ${by || 1}"]`)?.focus();
		say('Verschoben');
	}

	async dropped(e) {
		const { paper, unit } = this.dragged ?? {}, id = e.target.closest('[data-id]')?.dataset.id, to = this.units().find(u => id && u.attrs.id == id);
		this.dragged = null;
		e.preventDefault();
		if (paper) await this.put(paper);
		else if (unit && to && to.from != unit.from) await this.move(unit, 0, to);
	}

	// ---- papers

	paper(p) {
		const state = [p.nummer || 'noch ohne Nummer', p.withdrawn ? 'zurückgezogen' : p.released ? 'freigegeben' : p.taken ? 'aufgenommen' : 'noch nicht im Register'].join(' · ');
		return h('li', { draggable: 'true', ondragstart: () => { this.dragged = { paper: p }; }, ondragend: () => { this.dragged = null; } }, h('a', { href: address(p.path) }, decode(p.titel)), h('p', { class: 'klein' }, state),
			h('p', { class: 'zeile' }, h('button', { type: 'button', 'aria-label': `${decode(p.titel)}: auf die Tagesordnung`, onclick: () => this.put(p) }, 'Auf die Tagesordnung')));
	}

	// It names the session, is in the register and released: what of that is missing is done, release asks.
	async put(p) {
		const { gremium, datum } = this.data, part = await api.get('/api/part', { path: p.path }), steps = [];
		walk(parse(part.xml), e => { if (e.name == 'beratung') steps.push(e); });
		if (!steps.some(s => s.attrs.gremium == gremium && s.attrs.datum == datum)) {
			const open = steps.find(s => s.attrs.gremium == gremium && !s.attrs.datum);
			if (!open) return ask('Das geht noch nicht', h('p', {}, `Die Beratungsfolge der Vorlage nennt dieses Gremium nicht mit diesem Tag oder ohne Tag. Bitte dort eintragen: „${decode(p.titel)}“.`), [['', 'Schließen']]);
			const end = part.xml.slice(open.from, open.to).replace(/\s*\/?>/, m => ` datum="${datum}"${m}`);
			await api.post('/api/part', { id: crypto.randomUUID(), path: p.path, place: '', old: part.xml, now: part.xml.slice(0, open.from) + end + part.xml.slice(open.to) });
		}
		if (p.released || await ask(...(q => [q[0], h('p', {}, q[1]), [['ja', q[2]], ['', 'Abbrechen']]])(releases(p))) == 'ja') {
			const taken = await api.post('/api/office', { do: 'aufnehmen', documents: [p.path, this.desk.document] });
			if (taken.done) return this.act('freigeben', [p.path]);
			await told(taken);
		}
		await this.draw();
	}

	result(item) {
		const { data } = this, paper = data.papers.find(p => p.nummer && p.nummer == item.drucksache);
		if (!paper) return null;
		const result = h('select', { 'aria-label': `Ergebnis zu ${item.nummer}`, required: true }, h('option', { value: '' }, 'Ergebnis'), (this.desk.choices.results ?? []).map(r => h('option', { value: r.id }, r.name)));
		const votes = ['ja', 'nein', 'enthaltung', 'ungueltig', 'nicht-beteiligt'].map(v => [v, h('input', { 'aria-label': `${label(v)} zu ${item.nummer}`, inputmode: 'numeric', pattern: '[0-9]{1,3}', title: 'Eine Zahl bis 999', size: 3 })]);
		const { casting, numbered } = this.desk.choices, more = [['zusatz', h('input', { 'aria-label': `Zusatz zu ${item.nummer}`, title: 'Was zum Ergebnis noch zu sagen ist', size: 16 })]];
		if (casting) more.push(['stichentscheid', h('select', { 'aria-label': `Stichentscheid zu ${item.nummer}` }, [['', '–'], ['ja', 'ja'], ['nein', 'nein']].map(([value, text]) => h('option', { value }, text)))]);
		if (numbered) more.push(['beschlussnummer', h('input', { 'aria-label': `Beschlussnummer zu ${item.nummer}`, size: 12 })]);
		const enter = async () => {
			// who counts one kind of votes has none of the others that are not said
			const said = ([, e]) => e.value.trim(), some = votes.slice(0, 3).some(said);
			const counted = Object.fromEntries(votes.filter((v, i) => said(v) || (some && i < 3)).map(([v, e]) => [v, Number(e.value)]));
			const besides = Object.fromEntries(more.map(([v, e]) => [v, e.value.trim()]));
			const all = [result, ...votes.map(([, e]) => e), ...more.map(([, e]) => e)], entered = all.map(e => e.value);
			for (const e of all) e.value = '';
			let good = false;
			try {
				good = await this.act('ergebnis', [paper.path], { gremium: data.gremium, datum: data.datum, sitzung: data.id, ergebnis: entered[0], ...counted, ...besides });
			} finally {
				if (!good) all.forEach((e, i) => { e.value = entered[i]; });
			}
		};
		return h('li', {}, h('form', { class: 'zeile', onsubmit: e => (e.preventDefault(), enter()) }, h('strong', {}, item.nummer), h('span', {}, item.titel),
			this.entered.has(paper.path) && h('span', { class: 'klein' }, `Eingetragen: ${this.entered.get(paper.path)}`), result, [...votes, ...more].map(([v, e]) => h('label', { class: 'feld' }, h('span', {}, label(v)), e)), h('button', { 'aria-label': `Eintragen zu ${item.nummer}` }, 'Eintragen')));
	}
}

// What was taken back is for everybody again.
export async function makePublic(desk) {
	await desk.save();
	const [text, button] = meant.WIRDOEFFENTLICH;
	if (await ask(`${button}?`, h('p', {}, `Was zurückgezogen war, wird wieder öffentlich. ${text}`), [['ja', button], ['', 'Abbrechen']]) != 'ja') return;
	await told(await api.post('/api/office', { do: 'freigeben', documents: [desk.document], meant: true }), done.freigeben);
	await desk.readOutline();
	desk.pages.ask();
}

export async function showSession(desk) {
	await desk.save();
	const board = new Board(desk);
	await board.draw();
	await ask('Sitzung', board.body, [['', 'Schließen']], { name: 'sitzung' });
	if (desk.closed) return;
	desk.pages.ask();
	await desk.refresh(true);
	desk.focus();
}
