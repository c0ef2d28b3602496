// Elements of the page, made without a line of HTML: text is always text.
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

// A question that must be answered first: resolves to the value of the button, '' when it was put away.
export function ask(title, body, buttons) {
	return new Promise(done => {
		const box = h('dialog', { 'aria-labelledby': 'frage' }, h('h2', { id: 'frage' }, title), body,
			h('form', { method: 'dialog', class: 'zeile' }, buttons.map(([value, text], i) =>
				h('button', { value, class: i ? '' : 'haupt' }, text))));
		box.addEventListener('close', () => (box.remove(), done(box.returnValue)));
		document.body.append(box);
		box.showModal();
	});
}

// The same with something to be done: it stays until that is done, and says what stood in the way. Resolves to what
// was done, null when it was put away.
export function form(title, body, text, action) {
	return new Promise(done => {
		let result = null;
		const trouble = h('p', { role: 'alert', class: 'warnung' }), go = h('button', { class: 'haupt' }, text);
		const box = h('dialog', { 'aria-labelledby': 'frage' }, h('h2', { id: 'frage' }, title), h('form', { onsubmit: async e => {
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
		} }, body, trouble, h('div', { class: 'zeile' }, go, h('button', { type: 'button', onclick: () => box.close() }, 'Abbrechen'))));
		box.addEventListener('close', () => (box.remove(), done(result)));
		document.body.append(box);
		box.showModal();
	});
}

let live;
// Told to everyone: on the screen, and by a screen reader.
export function say(text, kind = 'gut') {
	if (!live) document.body.append(live = h('div', { id: 'ansage', role: 'status', 'aria-live': 'polite' }));
	live.className = kind;
	live.textContent = text;
}

// What an element is called in German: umlauts as they are written.
const names = { massnahme: 'Maßnahme', fussnote: 'Fußnote', grusswort: 'Grußwort', abk: 'Abkürzung', wert: 'Kennzahl im Text',
	top: 'Tagesordnungspunkt', strasse: 'Straße', plz: 'PLZ', id: 'Kennung', code: 'Code', 'massnahmen-aus': 'Maßnahmen aus', massnahmenplan: 'Maßnahmenplan', ebd: 'Ebenda' };
export const label = name => names[name] ??
	(name[0].toUpperCase() + name.slice(1)).replace(/(?<![qQ])([aouAOU])e(?!u)/g, (_, v) => ({ a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' })[v]).replaceAll('-', ' ');
