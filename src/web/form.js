// A field for an attribute, made of what the grammar says of its values.
import { h, label } from './dom.js';

// 1234,5 ↔ 1.234,50
export function germanAmount(v) {
	const [whole, part = ''] = v.replace('.', ',').split(',');
	const points = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
	return Number(part) ? points + ',' + part.padEnd(2, '0') : points;
}
const plainAmount = v => v.trim().replace(/\s*(€|Euro)$/, '').replaceAll('.', '');

// What an element shows beside its name: what must be there, what is there, and the facts people look for first.
const facts = ['betrag', 'turnus', 'stelle', 'jahre', 'klasse', 'datum', 'wert', 'name', 'einheit', 'stichtag', 'titel', 'beginn', 'datei', 'alt'];
const quiet = name => name == 'id' || name.startsWith('laut-') || name == 'grund' || name == 'xml:lang' || name.startsWith('xmlns');
// who is named by the directory has a name there
const idle = (name, a) => name == 'name' && a.person != null;
export const shownAttrs = (element, a) => element.attrs.filter(x => x.required || (!quiet(x.name) && (a[x.name] != null || (facts.includes(x.name) && !idle(x.name, a)))));

// Where what a reference names is listed.
const lists = { stelle: 'offices', gremium: 'offices', kennzahl: 'figures', ziel: 'places', person: 'people', gruppierung: 'groups', ergebnis: 'results',
	rolle: 'roles', vorlagenart: 'papers', gremienart: 'bodies', auswahl: 'ticks' };
export const listed = (choices, names) => choices?.[lists[names]];

// A time of the day as it is typed: 1730, 17.30, 17:30; '' where it is none.
export const time = s => { const m = s.trim().match(/^(\d{1,2})[.:]?(\d{2})?$/); return m ? `${m[1].padStart(2, '0')}:${m[2] ?? '00'}` : ''; };

// What a field means and expects here, where the file has it otherwise: an amount is typed as it is printed, a day is chosen.
const meaning = attr => [attr.name == 'betrag' ? 'Der Betrag in Euro; eine Einnahme mit Minus davor.' : attr.text,
	attr.name == 'betrag' ? 'Erwartet: ein Betrag, zum Beispiel 640.000 oder 12,50' : attr.base != 'date' && attr.expected && 'Erwartet: ' + attr.expected].filter(Boolean).join('\n');

// from: what a reference may name now; it may change while the field is there.
export function field(attr, value, from, set) {
	const make = attr.values || from()?.length ? (attr.names && accepts(attr, 'a b') ? several : chosen) : typed;
	const name = label(attr.name), title = meaning(attr);
	let now = value;
	const f = make(attr, from, { 'aria-label': name, title }, v => { f.judge(now = v); set(v); });
	const wrong = () => now ? !accepts(attr, now) : !!attr.required;
	f.judge = () => f.input.removeAttribute('aria-invalid') ?? (wrong() && f.input.setAttribute('aria-invalid', 'true'));
	f.put(value);
	f.judge();
	return { name: attr.name, attr, wrong, offer: () => f.offer?.(now), focus: () => f.input.focus(),
		dom: f.dom ?? h('label', { class: 'feld' }, h('span', {}, name), f.input, f.unit ?? ''),
		update(v) {
			now = v;
			f.judge();
			if (!f.input.contains(document.activeElement) || f.input.matches('select')) f.put(v);
		} };
}

function chosen(attr, from, about, set) {
	const input = h('select', { ...about, onchange: () => set(input.value) });
	const offer = value => {
		const all = attr.values?.map(v => [v, label(v)]) ?? from().map(c => [c.id, c.name || c.value || label(c.id)]);
		if (value && !all.some(([v]) => v == value)) all.push([value, value]);
		input.replaceChildren(...[['', '–'], ...all].map(([v, text]) => h('option', { value: v }, text)));
		input.value = value;
	};
	return { input, offer: attr.values ? null : offer, put: offer };
}

// Ids of several: each to be ticked.
function several(attr, from, about, set) {
	const input = h('span', { class: 'zeile', role: 'group', tabindex: '-1', ...about });
	const ticked = () => [...input.querySelectorAll(':checked')].map(e => e.value).join(' ');
	let shown;
	const offer = value => {
		const all = JSON.stringify(from());
		if (all != shown) input.replaceChildren(...from().map(c => h('label', { class: 'feld' }, h('input', { type: 'checkbox', value: c.id, onchange: () => set(ticked()) }), c.name || c.id)));
		shown = all;
		for (const e of input.querySelectorAll('input')) e.checked = value.split(' ').includes(e.value);
	};
	return { input, offer, put: offer, dom: h('span', { class: 'feld' }, h('span', {}, label(attr.name)), input) };
}

function typed(attr, from, about, set) {
	const money = attr.name == 'betrag', date = attr.base == 'date', clock = attr.pattern && accepts(attr, '17:30') && !accepts(attr, '1730'), number = attr.pattern && accepts(attr, '7') && !accepts(attr, 'a') && !accepts(attr, '12345');
	const read = v => money ? plainAmount(v) : clock ? time(v) || v : v.trim(), show = v => money && v ? germanAmount(v) : v;
	let timer, given = '';
	const input = h('input', { ...about, type: date ? 'date' : 'text', class: money ? 'betrag' : clock || number ? 'uhr' : '', autocomplete: 'off', inputmode: money ? 'decimal' : clock || number ? 'numeric' : null,
		oninput: () => { clearTimeout(timer); timer = setTimeout(() => accepts(attr, read(input.value)) && input.commit(), 1500); }, onchange: () => { input.commit(); input.value = show(given); } });
	// nobody need leave a field to have written in it
	input.commit = () => {
		clearTimeout(timer);
		const now = read(input.value);
		if (now != given) set(given = now);
	};
	const put = v => {
		clearTimeout(timer);
		given = v;
		input.value = show(v);
		if (!date) input.size = Math.max(attr.base == 'string' ? 16 : 4, Math.min(40, v.length + 2));
	};
	return { input, put, unit: money ? ' €' : '' };
}

// The attributes with one of them said otherwise, '' for not at all; a new one stands where the grammar has it.
export function saying(element, a, name, value) {
	const { [name]: was, ...rest } = a, order = element.attrs.map(x => x.name), all = Object.entries(a);
	if (value === '') return rest;
	if (was != null) return { ...a, [name]: value };
	const at = all.findLastIndex(([n]) => order.indexOf(n) < order.indexOf(name)) + 1;
	all.splice(at, 0, [name, value]);
	return Object.fromEntries(all);
}

// What stands in the way, for somebody who enters it.
export const trouble = (attr, v) => v ? `„${label(attr.name)}“: erwartet wird ${attr.name == 'betrag' ? 'ein Betrag, zum Beispiel 640.000 oder 12,50' : attr.expected ?? 'ein anderer Wert'}` : `„${label(attr.name)}“ fehlt`;

function accepts(attr, v) {
	try {
		return attr.values ? attr.values.includes(v) : !attr.pattern || new RegExp(`^(?:${attr.pattern})$`, 'u').test(v);
	} catch {
		return true;                                   // a pattern only XML Schema knows: the server looks at it
	}
}
