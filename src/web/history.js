// What was saved in a part, by whom, old beside new; each can be taken back.
import * as api from './api.js';
import { h, ask, say, label } from './dom.js';
import { plain, escape, decode } from './xml.js';
import { changes } from './diff.js';

const when = s => new Date(s).toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'short' });

const AROUND = 12;                                     // words around a change

// Words that are on one side alone are marked, and said to be so; far from every change nothing is repeated.
function side(text, other, tag, word) {
	const words = text.split(' '), { first, end, changed } = changes(words, other.split(' ')), marks = changed.flatMap((c, i) => c ? [i] : []);
	const shown = i => i >= first - AROUND && i < end + AROUND && (!marks.length || marks.some(m => Math.abs(m - i) <= AROUND));
	return words.flatMap((w, i) => shown(i) ? [changed[i] ? h(tag, { title: word }, w) : w, ' '] : !i || shown(i - 1) ? ['… '] : []);
}

// Facts that stand beside the text: amounts, days, offices; what is there on one side alone.
const facts = xml => [...xml.matchAll(/\s([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(m => `${label(m[1])}: ${decode(m[2] ?? m[3])}`);
function beyond(all, others) {
	const left = [...others];
	return all.filter(f => { const i = left.indexOf(f); if (i >= 0) left.splice(i, 1); return i < 0; });
}

// Several lists, each newest first, as one: by the day, each in its own order, whatever the clock said.
function together(lists) {
	const out = [], left = lists.map(l => [...l]).filter(l => l.length);
	while (left.length) {
		const newest = left.reduce((a, b) => b[0].when > a[0].when ? b : a);
		out.push(newest.shift());
		if (!newest.length) left.splice(left.indexOf(newest), 1);
	}
	return out;
}

export async function showHistory(desk) {
	await desk.save();
	const { saves, acts } = await api.get('/api/history', { path: desk.path }), lists = [saves, acts];
	// what was done with the document as a whole
	if (desk.path != desk.document) lists.push((await api.get('/api/history', { path: desk.document }).catch(() => ({ acts: [] }))).acts);
	// of the tables it names, too
	for (const name of new Set([...(desk.base ?? '').matchAll(/\sdaten="([^"]+)"/g)].map(m => m[1])))
		lists.push((await api.get('/api/history', { path: desk.document, name }).catch(() => ({ saves: [] }))).saves.map(s => ({ ...s, name })));
	const all = together(lists);
	const angaben = s => {
		const was = beyond(facts(s.old), facts(s.now)), is = beyond(facts(s.now), facts(s.old));
		return (was.length || is.length) > 0 && h('p', { class: 'klein' }, 'Angaben: ', was.length > 0 && h('del', { title: 'entfallen' }, was.join(', ')), was.length && is.length ? ' → ' : '',
			is.length > 0 && h('ins', { title: 'neu' }, is.join(', ')));
	};
	const entry = s => {
		if (s.what) return h('li', {}, h('p', { class: 'zeile' }, h('strong', {}, when(s.when)), s.who && h('span', {}, s.who), h('span', {}, s.what)));
		const old = plain(s.name ? escape(s.old) : s.old), now = plain(s.name ? escape(s.now) : s.now);
		return h('li', {}, h('p', { class: 'zeile' }, h('strong', {}, when(s.when)), s.name && h('span', {}, s.name), s.who && h('span', {}, s.who),
			h('button', { type: 'button', onclick: () => back(s) }, 'zurücknehmen')),
		h('div', { class: 'neben' }, h('p', {}, side(old, now, 'del', 'entfallen')), h('p', {}, side(now, old, 'ins', 'neu'))),
		!s.name && angaben(s));
	};
	const list = h('ol', { class: 'verlauf' }, all.map(entry));
	const back = async s => {
		try {
			await api.post('/api/take-back', { save: s.id });
			say('Zurückgenommen');
			document.querySelector('dialog')?.close();
			desk.refresh(true);
		} catch (e) {
			say(e.message, 'fehler');
		}
	};
	await ask('Verlauf', all.length ? list : h('p', {}, 'In diesem Teil ist noch nichts gespeichert worden.'), [['', 'Schließen']], { name: 'verlauf' });
	desk.focus();
}
