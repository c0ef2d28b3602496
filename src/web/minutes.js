// Minutes while people talk: who is there, and of each item its result in one line. Each entry is a save of its own.
import * as api from './api.js';
import { h, fill, ask, form, say, label } from './dom.js';
import { time } from './form.js';
import { record } from './record.js';
import { issueMinutes } from './session.js';
import { parse, words, retag, elements, walk } from './xml.js';

const clock = () => new Date().toTimeString().slice(0, 5);

// One change to the file as it is now; tried once more if somebody else was faster.
async function change(path, how, again = true) {
	const part = await api.get('/api/part', { path }), now = how(part.xml, parse(part.xml));
	if (now == null || now == part.xml) return;
	try {
		await api.post('/api/part', { id: crypto.randomUUID(), path, place: '', old: part.xml, now });
	} catch (e) {
		if (e.status == 409 && again) return change(path, how, false);
		throw e;
	}
}

const timeField = (value, name, set, more = {}) => {
	const e = h('input', { value, size: 5, inputmode: 'numeric', placeholder: '--:--', autocomplete: 'off', 'aria-label': name, onchange: () => { e.value = time(e.value); set(e.value); }, class: 'uhr', ...more });
	return e;
};

const all = (tree, name) => { const out = []; walk(tree, e => { if (e.name == name) out.push(e); }); return out; };
const heading = e => words(elements(e).find(c => c.name == 'titel') ?? e).trim();
const item = (tree, id) => all(tree, 'top').find(e => e.attrs.id == id);

// Votes belong to an <abstimmung>; a result without a vote to the item itself.
function resulted(xml, top, result, votes, voteless) {
	const vote = elements(top).find(e => e.name == 'abstimmung');
	if (vote) return retag(xml, vote, { ergebnis: result, ...votes });
	if (voteless && !Object.values(votes).some(v => v)) return retag(xml, top, { ergebnis: result });
	const last = elements(top).filter(e => e.name != 'auftrag' && e.name != 'anlage').pop(), tag = retag('<abstimmung/>', { from: 0 }, { ergebnis: result, ...votes });
	const line = xml.lastIndexOf('\n', last.from) + 1, indent = xml.slice(line, last.from).match(/^\s*$/) ? '\n' + xml.slice(line, last.from) : '';
	return xml.slice(0, last.to) + indent + tag + xml.slice(last.to);
}

class Minutes {
	constructor(desk) {
		const issue = async () => {
			await this.writing;
			if (this.waiting.length) return say(this.state.textContent, 'warnung');
			if (await issueMinutes(this.path)) await this.draw();
		};
		// the button is not drawn anew with the rows: a click that began before is not lost
		this.rows = h('div');
		this.body = h('div', { class: 'mitschrift' }, this.rows, h('p', { class: 'zeile' }, h('button', { type: 'button', onclick: issue }, 'Niederschrift ausgeben')));
		Object.assign(this, { desk, path: desk.document, waiting: [] });
	}

	fields() { return [...this.body.querySelectorAll('input, select')]; }

	// Where somebody is, and what was typed and is not entered yet, stays when all is drawn anew: people talk faster than
	// a save takes. from: where the entry was made that led here, which goes on to focus.
	async draw(focus, from) {
		const part = await api.get('/api/part', { path: this.path }), active = document.activeElement;
		const typed = new Map(this.fields().filter(e => e.value != e.drawn && (e.form || e == active)).map(e => [e.ariaLabel, e.value]));
		const held = this.body.contains(active) && active != from && active.ariaLabel;
		this.xml = part.xml;
		this.tree = parse(part.xml);
		fill(this.rows, this.times(), h('h3', {}, 'Anwesenheit'), this.people(), h('h3', {}, 'Punkte'), this.items());
		for (const e of this.fields()) {
			e.drawn = e.value;
			if (typed.has(e.ariaLabel)) e.value = typed.get(e.ariaLabel);
		}
		this.goOn(held, focus);
		this.judge();
	}

	goOn(held, focus) {
		const e = held && [...this.body.querySelectorAll('input, select, button')].find(b => b.ariaLabel == held);
		if (!e) return focus && this.body.querySelector(focus)?.focus();
		e.focus();
		e.setSelectionRange?.(e.value.length, e.value.length);
		// what is saved when one leaves it is, though the browser saw nothing of it typed
		if (!e.form && e.value != e.drawn) e.addEventListener('blur', () => e.dispatchEvent(new Event('change')), { once: true });
	}

	// One entry after the other. What cannot be written now stays as it was entered, and is tried again until it can.
	save(how, focus) {
		this.waiting.push({ how, focus, from: document.activeElement });
		if (!this.writing) this.writing = this.write().finally(() => { this.writing = null; });
		return this.writing;
	}

	async write() {
		clearTimeout(this.timer);
		while (this.waiting.length) {
			const { how, focus, from } = this.waiting[0];
			this.state.textContent = 'speichert';
			try {
				await change(this.path, how);
			} catch (e) {
				if (api.passes(e) && e.status != 403) return this.later(e);
				say(e.message, 'fehler');
			}
			this.waiting.shift();
			if (focus !== false && !this.waiting.length) await this.draw(focus, from).catch(() => {});
			this.state.textContent = 'gespeichert';
		}
	}

	later(e) {
		this.state.textContent = `nicht gespeichert: ${e.message}. Was Sie eingetragen haben, bleibt hier; gespeichert wird von selbst, sobald es geht.`;
		this.timer = setTimeout(() => { this.writing ??= this.write().finally(() => { this.writing = null; }); }, 3000);
	}

	times() {
		const a = this.tree.attrs, field = (name, text) => {
			const input = timeField(a[name] ?? '', text, v => this.save((xml, t) => retag(xml, t, { [name]: v }), false));
			return [h('span', {}, text), input, h('button', { type: 'button', onclick: () => { input.value = clock(); input.dispatchEvent(new Event('change')); } }, `${text} jetzt`)];
		};
		this.state ??= h('span', { class: 'stand', role: 'status' });
		return h('p', { class: 'zeile' }, field('beginn', 'Beginn'), field('ende', 'Ende'), this.state);
	}

	nameOf(e) { return e.attrs.name ?? this.desk.choices.people?.find(p => p.id == e.attrs.person)?.name ?? e.attrs.person; }

	people() {
		const there = all(this.tree, 'teilnahme');
		const row = (e, i) => {
			const name = this.nameOf(e), set = more => this.save((xml, t) => retag(xml, all(t, 'teilnahme')[i], more), false);
			const state = h('select', { 'aria-label': `${name}: Anwesenheit`, onchange: () => set({ stand: state.value == 'anwesend' ? null : state.value }) },
				['anwesend', 'entschuldigt', 'abwesend'].map(v => h('option', { value: v }, v)));
			state.value = e.attrs.stand ?? 'anwesend';
			const at = (attr, text) => timeField(e.attrs[attr] ?? '', `${name}: ${text}`, v => set({ [attr]: v }), { title: text });
			return h('tr', {}, h('th', { scope: 'row', class: 'voll' }, name, e.attrs.amt && h('span', { class: 'klein' }, ` ${e.attrs.amt}`)), h('td', {}, state), h('td', { 'data-kopf': 'ab' }, at('ab', 'gekommen um')), h('td', { 'data-kopf': 'bis' }, at('bis', 'gegangen um')),
				h('td', {}, h('button', { type: 'button', 'data-wer': i, 'aria-label': `Mehr … zu ${name}: Vertretung, Zeiten`, onclick: () => this.details(name, t => all(t, 'teilnahme')[i], 'anwesenheit', `[data-wer="${i}"]`) }, 'Mehr …')));
		};
		return [h('div', { class: 'gitterfeld' }, h('table', { class: 'liste' }, h('thead', {}, h('tr', {}, ['Wer', 'Anwesenheit', 'ab', 'bis', 'Mehr'].map(t => h('th', { scope: 'col' }, t)))), h('tbody', {}, there.map(row)))),
			h('p', { class: 'zeile' }, h('button', { type: 'button', onclick: () => this.addGuest() }, 'Gast oder Verwaltung'),
				h('button', { type: 'button', onclick: () => this.save((xml, t) => all(t, 'teilnahme').filter(e => e.attrs.stand == 'abwesend').reverse().reduce((x, e) => retag(x, e, { stand: null }), xml)) }, 'Alle sind da'))];
	}

	async addGuest() {
		const name = h('input', { id: 'gast', required: true }), office = h('input', { id: 'amt' }), as = h('select', { id: 'als' }, [['gast', 'Gast'], ['verwaltung', 'Verwaltung']].map(([v, t]) => h('option', { value: v }, t)));
		const row = (id, text, e) => h('p', { class: 'zeile' }, h('label', { for: id }, text), e);
		await form('Gast oder Verwaltung', h('div', {}, row('gast', 'Name', name), row('amt', 'Amt oder Aufgabe', office), row('als', 'Als', as)), 'Eintragen', () =>
			change(this.path, (xml, t) => {
				const list = all(t, 'anwesenheit')[0], end = xml.lastIndexOf('</anwesenheit>', list.to), tag = retag('<teilnahme/>', { from: 0 }, { name: name.value.trim(), amt: office.value.trim(), als: as.value });
				return end < list.from ? null : `${xml.slice(0, end).trimEnd()}\n    ${tag}\n  ${xml.slice(end)}`;
			}).then(() => true));
		await this.draw();
	}

	// ---- all that can be said of one item or person, as the grammar has it

	lists() {
		const { people = [], voters = [], groups = [] } = this.desk.choices, ids = new Set();
		walk(this.tree, e => e.attrs.id && ids.add(e.attrs.id));
		const top = all(this.tree, 'top').map(e => ({ id: e.attrs.id, name: `${e.attrs.nummer ?? ''} ${heading(e)}`.trim() }));
		const there = all(this.tree, 'teilnahme').filter(e => e.attrs.person).map(e => ({ id: e.attrs.person, name: this.nameOf(e) }));
		// who is there comes first
		const person = [...there, ...people.filter(p => !there.some(t => t.id == p.id))];
		return { ...this.desk.choices, person, top, ids, each: { person: voters, gruppierung: groups } };
	}

	async details(title, find, parent, focus) {
		const part = await api.get('/api/part', { path: this.path }), tree = parse(part.xml), e = find(tree), lists = this.lists();
		lists.beschluss = all(e, 'beschluss').filter(b => b.attrs.id).map(b => ({ id: b.attrs.id, name: words(b).trim().slice(0, 60) }));
		const was = part.xml.slice(e.from, e.to);
		await record(title, part.xml, e, parent, lists, now => change(this.path, (xml, t) => {
			const today = find(t);
			if (!today || xml.slice(today.from, today.to) != was) throw new Error('Diesen Punkt hat inzwischen jemand anderes geändert; bitte „Abbrechen“ und noch einmal öffnen');
			return xml.slice(0, today.from) + now + xml.slice(today.to);
		}));
		await this.draw(focus);
	}

	// One vote on the matter is a line; what is more is told, and entered in its form.
	items() {
		const rows = all(this.tree, 'top').map(e => {
			const { id, nummer } = e.attrs, own = elements(e), votes = own.filter(c => c.name == 'abstimmung'), simple = votes.length < 2 && !own.some(c => c.name == 'wahl') && !votes.some(v => elements(v).length);
			const more = h('button', { type: 'button', 'data-mehr': id, 'aria-label': `Mehr … zu ${nummer}: Abstimmungen, Wahl, Anträge, Befangenheit`, onclick: () => this.details(`${nummer} ${heading(e)}`, t => item(t, id), 'sitzungsteil', `[data-mehr="${id}"]`) }, 'Mehr …');
			return h('tr', { 'data-von': e.line, 'data-bis': e.line + (this.xml.slice(e.from, e.to).match(/\n/g)?.length ?? 0) }, h('th', { scope: 'row' }, nummer), h('td', { class: 'punkt' }, heading(e), this.told(own)),
				h('td', { class: 'voll' }, simple ? this.line(e, votes[0]) : this.summary(own), h('p', { class: 'urteil warnung' })), h('td', {}, more),
				h('td', {}, h('button', { type: 'button', 'aria-label': `${e.attrs.beginn ?? 'jetzt'}: ${nummer} beginnt jetzt`, onclick: () => this.save((xml, t) => retag(xml, item(t, id), { beginn: clock() })) }, e.attrs.beginn ?? 'jetzt')));
		});
		return h('div', { class: 'gitterfeld' }, h('table', { class: 'liste' }, h('thead', {}, h('tr', {}, ['Nr.', 'Punkt', 'Ergebnis und Stimmen', 'Mehr', 'seit'].map(t => h('th', { scope: 'col' }, t)))), h('tbody', {}, rows)));
	}

	// What else was entered, so that nobody has to look.
	told(own) {
		const kinds = ['befangen', 'antrag', 'frage', 'auftrag'].map(k => [k, own.filter(c => c.name == k).length]).filter(([, n]) => n);
		return kinds.length > 0 && h('span', { class: 'klein' }, ' ' + kinds.map(([k, n]) => n > 1 ? `${label(k)}: ${n}` : label(k)).join(' · '));
	}

	summary(own) {
		const result = id => this.desk.choices.results?.find(r => r.id == id)?.name ?? id;
		const counts = a => ['ja', 'nein', 'enthaltung'].map(v => a[v]).filter(v => v != null).join(' : ');
		return own.filter(c => ['abstimmung', 'wahl'].includes(c.name)).map(c => c.name == 'wahl' ? `Wahl: ${c.attrs.amt}` : [c.attrs.gegenstand, result(c.attrs.ergebnis), counts(c.attrs)].filter(Boolean).join(', ')).join(' · ');
	}

	line(e, vote) {
		const results = this.desk.choices.results ?? [], { id, nummer } = e.attrs, has = vote?.attrs ?? e.attrs;
		const result = h('select', { 'aria-label': `${nummer}: Ergebnis`, 'data-top': id }, h('option', { value: '' }, '–'), results.map(r => h('option', { value: r.id }, r.name)));
		result.value = has.ergebnis ?? '';
		const counts = ['ja', 'nein', 'enthaltung'].map(v => h('input', { inputmode: 'numeric', size: 3, value: vote?.attrs[v] ?? '', 'aria-label': `${nummer}: ${v}`, pattern: '[0-9]{1,3}', title: 'Eine Zahl bis 999' }));
		const save = () => {
			const votes = Object.fromEntries(['ja', 'nein', 'enthaltung'].map((v, i) => [v, counts[i].value.trim()])), given = Object.values(votes).filter(v => v).length;
			if (given) for (const v in votes) votes[v] ||= '0'; // all three are said, or none
			if (!result.value) return result.focus(), say('Bitte das Ergebnis wählen', 'warnung');
			const voteless = results.find(r => r.id == result.value)?.value == 'ohne' || !elements(e).some(c => c.name == 'beschluss' || c.name == 'beschlussvorschlag');
			const next = [...this.body.querySelectorAll('[data-top]')], at = next.indexOf(result) + 1;
			return this.save((xml, t) => resulted(xml, item(t, id), result.value, given ? votes : { ja: null, nein: null, enthaltung: null }, voteless), next[at] ? `[data-top="${next[at].dataset.top}"]` : null);
		};
		return h('form', { class: 'zeile', onsubmit: x => (x.preventDefault(), save()) }, result, counts.map((e, i) => h('label', { class: 'feld' }, h('span', {}, ['ja', 'nein', 'Enth.'][i]), e)), h('button', {}, 'Eintragen'));
	}

	// What does not fit together is told beside the item.
	async judge() {
		const { messages = [] } = await api.post('/api/check', { document: this.path, changes: [] }).catch(() => ({}));
		for (const row of this.body.querySelectorAll('tr[data-von]')) {
			const mine = messages.filter(m => m.path == this.path && ['fehler', 'warnung'].includes(m.severity) && m.line >= row.dataset.von && m.line <= row.dataset.bis);
			fill(row.querySelector('.urteil'), mine.map(m => m.text).join(' · '));
		}
	}
}

export async function showMinutes(desk) {
	await desk.save();
	const minutes = new Minutes(desk);
	await minutes.draw();
	const leaving = e => { if (minutes.waiting.length) e.preventDefault(); };
	addEventListener('beforeunload', leaving);
	const away = () => !minutes.waiting.length || (say(minutes.state.textContent, 'warnung'), false);
	do await ask('Mitschrift', minutes.body, [['', 'Schließen']], { name: 'mitschrift', away });
	while (minutes.waiting.length && await ask('Noch nicht gespeichert', h('p', {}, minutes.state.textContent), [['', 'Zurück zur Mitschrift'], ['weg', 'Verwerfen und schließen']]) != 'weg');
	clearTimeout(minutes.timer);
	removeEventListener('beforeunload', leaving);
	await desk.refresh(true);
	desk.check();
	desk.focus();
}
