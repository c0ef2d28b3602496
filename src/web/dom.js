// Elements of the page, made without a line of HTML: text is always text.
import * as windows from './windows.js';

export function h(tag, attrs = {}, ...children) {
	const e = document.createElement(tag);
	for (const [name, value] of Object.entries(attrs)) {
		if (name.startsWith('on')) e.addEventListener(name.slice(2), value);
		else if (name == 'style') e.style.cssText = value; // by script, which the policy allows
		else if (value === true) e.setAttribute(name, '');
		else if (value !== false && value != null) e.setAttribute(name, value);
	}
	e.append(...children.flat(Infinity).filter(c => c != null && c !== false));
	return e;
}

export const fill = (e, ...children) => (e.replaceChildren(...children.flat(Infinity).filter(c => c != null && c !== false)), e);

// What the field with the focus means and expects, in words on the screen: what is read out, and shown to the mouse, is
// its title. It stays in its place until another field has the focus, so that nothing moves under a click.
export const help = () => h('p', { class: 'hilfe klein', 'aria-hidden': 'true' });
addEventListener('focusin', ({ target: e }) => {
	const field = e.closest('.felder, .feld') && e.closest('[title]:is(input, select, textarea, [role=group])'), line = e.closest('dialog, .text')?.querySelector('.hilfe');
	if (line && (field || e.closest('.ProseMirror'))) line.textContent = field ? `${field.ariaLabel}: ${field.title.replace('\n', '. ').replace('..', '.')}` : '';
});

let count = 0;
// With a place for what is said while it is open: what lies behind it is out of reach, and says nothing. name, away: windows.js.
function dialog({ title, name, away, closed }, ...children) {
	const id = 'frage-' + ++count;
	const box = h('dialog', { 'aria-labelledby': id }, h('h2', { id }, title), children, speaker());
	document.body.append(box);
	box.showModal();
	windows.opened(box, name, away);
	box.addEventListener('close', () => {
		box.remove();
		windows.closed(box);
		closed(box.returnValue);
	});
	return box;
}

// A question that must be answered first: resolves to the value of the button, '' when it was put away.
// more: name, away (windows.js).
export function ask(title, body, buttons, more) {
	return new Promise(closed => dialog({ title, ...more, closed }, body, h('form', { method: 'dialog', class: 'zeile' }, buttons.map(([value, text], i) =>
		h('button', { value, class: i ? '' : 'haupt' }, text)))));
}

// The same with something to be done: it stays until that is done, and says what stood in the way. Resolves to what
// was done, null when it was put away. touched: something was entered that would be lost
// (without it: something longer was typed); then it is put away twice.
export function form(title, body, text, action, touched) {
	return new Promise(done => {
		let result = null;
		const trouble = h('p', { role: 'alert', class: 'warnung' }), go = h('button', { class: 'haupt' }, text);
		const box = dialog({ title, away: () => away(), closed: () => done(result) }, h('form', { onsubmit: async e => {
			e.preventDefault();
			go.disabled = true;
			trouble.textContent = '';
			try {
				result = await action();
				box.close();
			} catch (why) {
				trouble.textContent = why.message;
			}
			go.disabled = false;
		} }, body, body.querySelector?.('.feld') && help(), trouble, h('div', { class: 'zeile' }, go, h('button', { type: 'button', onclick: () => away() && box.close() }, 'Abbrechen'))));
		let asked = false, typed = false;
		box.addEventListener('input', e => { typed ||= e.target.matches('textarea, table input, .ProseMirror'); });
		const away = () => {
			if (asked || !(touched ? touched() : typed)) return true;
			trouble.textContent = 'Das Eingegebene ist noch nicht eingetragen; noch einmal „Abbrechen“ verwirft es';
			asked = true;
			return false;
		};
		box.addEventListener('cancel', e => away() || e.preventDefault());
	});
}

const speaker = () => h('div', { class: 'ansage', role: 'status', 'aria-live': 'polite' });
document.body.append(speaker());
// Told to everyone: on the screen, and by a screen reader, from the dialog that is open, else from the page.
export function say(text, kind = 'gut') {
	const live = [...document.querySelectorAll(':is(dialog[open], body) > .ansage')].pop();
	live.className = 'ansage ' + kind;
	live.textContent = text;
	const clear = () => live.textContent == text && live.replaceChildren();
	// what went wrong stays until somebody goes on, however long they read
	setTimeout(() => kind == 'gut' ? clear() : ['keydown', 'pointerdown'].forEach(t => addEventListener(t, clear, { once: true, capture: true })), 8000);
}

// What must not be missed stays until something else is said.
export function saySo(text, kind) {
	const live = [...document.querySelectorAll(':is(dialog[open], body) > .ansage')].pop();
	live.className = 'ansage ' + kind;
	fill(live, text, ' ', h('button', { type: 'button', onclick: () => live.replaceChildren() }, 'Verstanden'));
}

// What an element is called in German: umlauts as they are written.
const names = { massnahme: 'Maßnahme', fussnote: 'Fußnote', grusswort: 'Grußwort', abk: 'Abkürzung', wert: 'Kennzahl im Text',
	top: 'Tagesordnungspunkt', strasse: 'Straße', plz: 'PLZ', id: 'Kennung', code: 'Code', 'massnahmen-aus': 'Maßnahmen aus', massnahmenplan: 'Maßnahmenplan', ebd: 'Ebenda',
	'in-arbeit': 'In Arbeit', zu: 'Zu Beschluss', massgeblich: 'Maßgeblich', ags: 'AGS', rgs: 'RGS', mail: 'E-Mail', rgb: 'RGB', oparl: 'OParl', xmlns: 'Namensraum', vgl: 'Vergleiche', sha256: 'SHA-256', href: 'Datei',
	'sainte-lague': 'Sainte-Laguë', 'hare-niemeyer': 'Hare/Niemeyer', dhondt: 'd’Hondt', alt: 'Alternativtext',
	'im-auftrag': 'Im Auftrag', 'in-vertretung': 'In Vertretung', 'laufende-verwaltung': 'Laufende Verwaltung', 'ab-top': 'Ab TOP', 'bis-top': 'Bis TOP', 'von-top': 'Von TOP',
	'ohne-massnahme': 'Ohne Maßnahme', 'ohne-felder': 'Ohne Felder', 'geprueft-text': 'Geprüfter Text', 'laut-kosten': 'Laut Kosten', 'laut-nummer': 'Laut Nummer',
	'laut-summe': 'Laut Summe', 'laut-titel': 'Laut Titel', 'laut-wert': 'Laut Wert', 'laut-zeitbedarf': 'Laut Zeitbedarf', 'xml:lang': 'Sprache' };
export const label = name => names[name] ??
	(name[0].toUpperCase() + name.slice(1)).replace(/[aoAO]e|(?<![aeqAEQ])[uU]e/g, ([v]) => ({ a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' })[v]).replaceAll('-', ' ');

// A name for references, made of what something is called; by what it is where that begins with no letter.
export function identifier(name, kind = '') {
	const plain = name.toLowerCase().replace(/[äöüß]/g, c => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[c]).normalize('NFD').replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
	return /^[a-z]/.test(plain) || !kind ? plain : [kind, plain].filter(Boolean).join('-');
}

// A list that does what is chosen: with the keys, too, one chooses first. (An arrow on a closed list would choose at once.)
export const choosing = (attrs, run, ...options) => h('select', { ...attrs, onchange: e => run(e.target), onkeydown: e => {
	if (!e.altKey && ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'].includes(e.key)) e.preventDefault(), e.target.showPicker?.();
} }, options);
