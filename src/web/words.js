import { label } from './dom.js';

// What the program tells and explains names elements and attributes as they stand in the file: here they have the names
// that the forms show. <abk langform="…">DRB</abk> is „Abkürzung (Langform): DRB“, grund="…" is „Grund“.
const day = v => v.match(/^(\d{4})-(\d\d)-(\d\d)$/)?.slice(1).reverse().join('.');
// a word of a list is written as people write it; a name of somebody's own has hyphens or digits, or is what it is
const value = v => day(v) ?? (/^jjjj-mm-tt$/i.test(v) ? 'Tag' : /^[a-z]+$/.test(v) ? label(v)[0].toLowerCase() + label(v).slice(1) : v);
const said = (name, v) => /^(…|\.*$)/.test(v) ? label(name) : `${label(name)}: ${value(v)}`;
const attrs = /([a-z][\w:-]*)\s*=\s*"([^"]*)"/g;
const tag = /<(\/?)([a-zäöüß][\wäöüß:-]*)((?:\s+(?:…|[a-z][\w:-]*\s*=\s*"[^"]*"))*)\s*(\/?)>/g;
const element = (name, given, inside) => {
	const all = [...given.matchAll(attrs)].map(([, n, v]) => said(n, v)).join(', ');
	return label(name.replace(/^xi:/, '')) + (all && ` (${all})`) + (inside && `: ${inside}`);
};

// Where the element that begins with tag i ends: the tag that closes it, -1 where it is only named.
function end(tags, i) {
	if (tags[i][4]) return i;
	for (let j = i + 1, open = 1; j < tags.length; j++) {
		if (tags[j][2] == tags[i][2] && !tags[j][4]) open += tags[j][1] ? -1 : 1;
		if (!open) return j;
	}
	return -1;
}

function elements(text, quote) {
	const tags = [...text.matchAll(tag)];
	let out = '', at = 0;
	tags.forEach((t, i) => {
		if (t.index < at) return;
		const close = t[1] ? -1 : end(tags, i), last = tags[close < 0 ? i : close], inner = close > i ? text.slice(t.index + t[0].length, last.index) : '';
		const name = t[1] ? label(t[2]) : element(t[2], t[3], elements(inner, '').replace(/^…$/, '').trim());
		out += text.slice(at, t.index) + (quote ? `„${name}“` : (/[^\s,]$/.test(text.slice(0, t.index)) ? ', ' : '') + name);
		at = last.index + last[0].length;
	});
	return out + text.slice(at);
}
const spoken = text => elements(text, true).replace(attrs, (_, name, v) => `„${said(name, v)}“`);
export const marked = /<\/?[a-z][\w:-]*[^<>]*>|[a-z]\s*="|`/;

// What the office tells names commands of the terminal: here a button does it, or whoever runs the Werkstatt.
const buttons = { 'freigeben --wird-oeffentlich': 'Öffentlich freigeben', aufnehmen: 'Sitzung aufnehmen', freigeben: 'Freigeben', ausgeben: 'Vorlagen ausgeben',
	'tagesordnung --bekanntgeben': 'Bekannt geben', niederschrift: 'Niederschrift beginnen', ergebnis: 'Ergebnisse eintragen', abgeben: 'Abgeben',
	quittieren: 'Quittung einlesen', stand: 'Fortschreibung', 'stand --boegen': 'Bögen für die Stellen schreiben', neu: 'Neues Dokument', uebernehmen: 'Datei übernehmen' };
const fields = /--(stichentscheid|zusatz|rolle|sitzung|datum|gremium)\b/g;

export function here(text) {
	let elsewhere = false;
	const now = spoken(text.replace(/`([^`]+)`/g, '„$1“')).replace(/; Abhilfe nennt ratssatz erklaere \w+\.?/, '').replace(/ oder (?:mit )?--(?:register|inhalt)[^;.]*? nennen/g, '').replace(/„ratssatz ([a-z-]+)([^“]*)“( aufrufen)?/g, (all, command, more, call) => {
		const button = buttons[command + (more.match(/ --[a-z-]+/)?.[0] ?? '')] ?? buttons[more.includes(' --') ? '' : command];
		elsewhere ||= !button;
		return button ? `„${button}“${call ? ' wählen' : ''}` : all;
	}).replace(fields, (_, name) => `„${name[0].toUpperCase()}${name.slice(1)}“`);
	return elsewhere ? `${now} (das macht mit dem Programm ratssatz, wer die Werkstatt betreibt)` : now;
}
