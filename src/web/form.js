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
const facts = ['betrag', 'turnus', 'stelle', 'jahre', 'klasse', 'datum', 'wert', 'name', 'einheit', 'stichtag', 'titel', 'gremium', 'beginn', 'datei', 'alt'];
const quiet = name => name == 'id' || name.startsWith('laut-') || name == 'grund' || name == 'xml:lang' || name.startsWith('xmlns');
export const shownAttrs = (element, a) => element.attrs.filter(x => x.required || (!quiet(x.name) && (a[x.name] != null || facts.includes(x.name))));

const lists = { stelle: 'offices', gremium: 'offices', ref: 'figures', ziel: 'places' };

export function field(attr, value, choices, set) {
	const name = label(attr.name), title = [attr.text, attr.expected && 'Erwartet: ' + attr.expected].filter(Boolean).join('\n');
	const from = choices?.[lists[attr.name]], money = attr.name == 'betrag';
	let input;
	const option = (v, text) => h('option', { value: v }, text);
	if (attr.values || (from?.length && attr.base != 'date')) {
		const all = attr.values?.map(v => [v, label(v)]) ?? from.map(c => [c.id, c.name || c.value || c.id]);
		input = h('select', { 'aria-label': name, title }, option('', '–'), all.map(([v, t]) => option(v, t)));
		if (value && !all.some(([v]) => v == value)) input.append(option(value, value));
		input.value = value;
		input.addEventListener('change', () => set(input.value));
	} else {
		input = h('input', { 'aria-label': name, title, type: attr.base == 'date' ? 'date' : 'text', class: money ? 'betrag' : '',
			inputmode: money ? 'decimal' : null, size: attr.base == 'date' ? null : Math.max(4, Math.min(40, value.length + 2)) });
		input.value = money && value ? germanAmount(value) : value;
		input.addEventListener('change', () => set(money ? plainAmount(input.value) : input.value));
	}
	const judge = v => {
		const bad = v ? attr.pattern && !matches(attr.pattern, v) : attr.required;
		input.toggleAttribute('aria-invalid', !!bad);
		if (bad) input.setAttribute('aria-invalid', 'true');
	};
	judge(value);
	return {
		name: attr.name,
		dom: h('label', { class: 'feld' }, h('span', {}, name), input, money ? ' €' : ''),
		update(v) {
			judge(v);
			if (document.activeElement == input && !input.matches('select')) return;
			input.value = money && v ? germanAmount(v) : v;
		},
	};
}

function matches(pattern, v) {
	try {
		return new RegExp(`^(?:${pattern})$`, 'u').test(v);
	} catch {
		return true;                                   // a pattern only XML Schema knows: the server looks at it
	}
}
