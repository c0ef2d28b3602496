// The table behind a chart as a grid, and the chart as it would be on its page; pictures put beside a document.
import * as api from './api.js';
import { h, fill, form, say } from './dom.js';
import { parse } from './xml.js';

// ---- CSV: rows that were not touched stay as they are written

function cellsOf(line, by) {
	const out = [];
	for (let i = 0; i <= line.length; i++) {
		let text = '';
		const marked = line[i] == '"';
		if (marked) for (i++; i < line.length && (line[i] != '"' || line[i + 1] == '"'); i++) text += line[i] == '"' ? line[i++] : line[i];
		const end = line.indexOf(by, i) < 0 ? line.length : line.indexOf(by, i);
		out.push(marked ? text : line.slice(i, end).trim());
		i = end;
	}
	return out;
}

export function readCsv(text) {
	const bom = text.startsWith('\ufeff') ? '\ufeff' : '', end = text.includes('\r\n') ? '\r\n' : '\n';
	const lines = text.slice(bom.length).match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? [], by = [';', '\t', ','].find(s => lines[0]?.includes(s)) ?? ';';
	const rows = lines.map(raw => ({ raw, cells: cellsOf(raw, by) })), columns = Math.max(2, ...rows.map(r => r.cells.length));
	for (const r of rows) while (r.cells.length < columns) r.cells.push('');
	return { bom, end, by, rows, columns };
}

const marked = (s, by) => s.includes(by) || /["\r\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s;
export const writeCsv = t => t.bom + t.rows.map(r => (r.raw ?? r.cells.map(c => marked(c, t.by)).join(t.by)) + t.end).join('');

// ---- the grid

class Grid {
	constructor(table, changed) {
		Object.assign(this, { table, changed });
		this.dom = h('table', { class: 'gitter' });
		this.dom.addEventListener('keydown', e => this.key(e));
		this.dom.addEventListener('paste', e => this.paste(e));
		this.draw();
	}

	touch(row) { delete row.raw; this.changed(); }

	field(row, r, c) {
		const input = h('input', { value: row.cells[c], 'data-r': r, 'data-c': c, size: Math.max(c ? 8 : 12, this.table.rows[0].cells[c].length), autofocus: r == 1 && c == 1, inputmode: r && c ? 'decimal' : null,
			'aria-label': r ? `Zeile ${r}, ${this.table.rows[0].cells[c] || 'Spalte ' + (c + 1)}` : `Kopf der Spalte ${c + 1}`, oninput: () => { row.cells[c] = input.value; this.touch(row); } });
		return input;
	}

	draw(r, c) {
		const { rows, columns } = this.table, cols = [...Array(columns).keys()];
		const button = (text, name, run) => h('button', { type: 'button', 'aria-label': name, title: name, onclick: run }, text);
		fill(this.dom, h('tbody', {}, rows.map((row, i) => h('tr', {}, cols.map(k => h(i && k ? 'td' : 'th', { scope: i ? k ? null : 'row' : 'col' }, this.field(row, i, k))),
			h('td', {}, i > 0 && rows.length > 2 && button('×', `Zeile ${i} entfernen`, () => this.removeRow(i))))),
		columns > 2 && h('tr', {}, cols.map(k => h('td', {}, k > 0 && button('×', `Spalte ${rows[0].cells[k] || k + 1} entfernen`, () => this.removeColumn(k)))))));
		if (r != null) this.focus(r, c);
	}

	focus(r, c) {
		const e = this.dom.querySelector(`[data-r="${r}"][data-c="${c}"]`);
		e?.focus();
		e?.select();
		return !!e;
	}

	addRow() {
		this.table.rows.push({ cells: Array(this.table.columns).fill('') });
		this.draw(this.table.rows.length - 1, 0);
		this.changed();
	}

	addColumn() {
		this.table.columns++;
		for (const r of this.table.rows) r.cells.push(''), delete r.raw;
		this.draw(0, this.table.columns - 1);
		this.changed();
	}

	removeRow(i) {
		this.table.rows.splice(i, 1);
		this.draw(Math.min(i, this.table.rows.length - 1), 0);
		this.changed();
	}

	removeColumn(k) {
		this.table.columns--;
		for (const r of this.table.rows) r.cells.splice(k, 1), delete r.raw;
		this.draw(0, Math.min(k, this.table.columns - 1));
		this.changed();
	}

	key(e) {
		const r = Number(e.target.dataset.r), c = Number(e.target.dataset.c);
		if (!e.target.matches('input')) return;
		if (e.key == 'ArrowUp') this.focus(r - 1, c);
		else if (e.key == 'ArrowDown') this.focus(r + 1, c);
		else if (e.key == 'Enter') this.focus(r + 1, c) || (this.addRow(), this.focus(r + 1, c));
		else return;
		e.preventDefault();
	}

	// What a spreadsheet puts on the clipboard goes into as many cells.
	paste(e) {
		const text = e.clipboardData.getData('text/plain').replace(/\r?\n$/, ''), r = Number(e.target.dataset.r), c = Number(e.target.dataset.c);
		if (!/[\t\n]/.test(text) || !e.target.matches('input')) return;
		e.preventDefault();
		text.split(/\r?\n/).forEach((line, i) => line.split('\t').forEach((cell, k) => {
			while (this.table.columns <= c + k) { this.table.columns++; for (const row of this.table.rows) row.cells.push(''), delete row.raw; }
			while (this.table.rows.length <= r + i) this.table.rows.push({ cells: Array(this.table.columns).fill('') });
			this.table.rows[r + i].cells[c + k] = cell.trim();
			delete this.table.rows[r + i].raw;
		}));
		this.draw(r, c);
		this.changed();
	}
}

// ---- the chart on its page

const find = (e, test) => test(e) ? e : e.children.filter(c => c.name).reduce((found, c) => found ?? find(c, test), null);

async function drawing(desk, name, now) {
	const part = await api.get('/api/part', { path: desk.path }), e = find(parse(part.xml, part.line), x => x.attrs.daten == name);
	if (!e) return null;
	const ask = (first, last) => api.post('/api/preview', { document: desk.document, changes: [{ path: desk.document, name, old: '', now }], known: [], first, last, at: { path: desk.path, line: e.line } });
	const { at } = JSON.parse((await ask(-1, -1)).split('\f')[0]);
	if (!at) return null;
	const [head, page] = (await ask(at.page, at.page)).split('\f'), { fonts } = JSON.parse(head);
	if (fonts > desk.pages.fonts) desk.pages.addFonts(fonts);
	const svg = document.adoptNode(new DOMParser().parseFromString(page.slice(page.indexOf('\n') + 1), 'image/svg+xml').documentElement);
	// the strip of the page where it stands, without the outer margins
	const box = svg.viewBox.baseVal, high = box.height * 0.4, top = Math.max(0, Math.min(at.y - 20, box.height - high));
	svg.setAttribute('viewBox', `${box.width * 0.1} ${top} ${box.width * 0.84} ${high}`);
	svg.removeAttribute('width');
	svg.removeAttribute('height');
	return svg;
}

// A file for a chart that has none yet.
export async function newData(desk, id) {
	for (let i = 1; ; i++) {
		const name = `daten/${id || 'diagramm'}${i > 1 ? '-' + i : ''}.csv`;
		if ((await api.get('/api/data', { document: desk.document, name })).text) continue;
		await api.post('/api/data', { id: crypto.randomUUID(), document: desk.document, name, old: '', now: `Jahr;Wert\n${new Date().getFullYear()};0\n` });
		return name;
	}
}

export async function showData(desk, name) {
	await desk.save();
	const { text } = await api.get('/api/data', { document: desk.document, name });
	const table = readCsv(text || ';\n;\n'), picture = h('div', { class: 'zeichnung', role: 'img', 'aria-label': 'Das Diagramm mit diesen Werten' });
	const trouble = h('p', { role: 'status', class: 'warnung' });
	let timer, busy = false, again = false;
	const look = async () => {
		if (busy) return void (again = true);
		busy = true;
		try {
			const svg = await drawing(desk, name, writeCsv(table));
			trouble.textContent = '';
			if (svg) fill(picture, svg);
		} catch (e) {
			trouble.textContent = e.message;
		}
		busy = false;
		if (again) again = false, look();
	};
	const grid = new Grid(table, () => { clearTimeout(timer); timer = setTimeout(look, 150); });
	look();
	const done = await form('Daten: ' + name, h('div', { class: 'daten' }, h('div', { class: 'gitterfeld', role: 'region', 'aria-label': 'Werte' }, grid.dom, h('p', { class: 'zeile' },
		h('button', { type: 'button', onclick: () => grid.addRow() }, 'Zeile anfügen'), h('button', { type: 'button', onclick: () => grid.addColumn() }, 'Spalte anfügen'))),
	h('div', {}, picture, trouble)), 'Speichern', () => api.post('/api/data', { id: crypto.randomUUID(), document: desk.document, name, old: text, now: writeCsv(table) }));
	if (done) say('Gespeichert: ' + name), desk.pages.ask(), desk.check();
	desk.focus();
}

// ---- a picture

const short = s => s.replace(/\.\w+$/, '').toLowerCase().replace(/[äöüß]/g, c => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[c]).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'bild';

// Chosen here and laid beside the document: {datei, alt}; null: put away.
export async function choosePicture(desk, alt = '', pasted = null) {
	const file = h('input', { id: 'bilddatei', type: 'file', required: true, accept: 'image/png,image/jpeg,image/svg+xml' });
	const text = h('textarea', { id: 'bildtext', rows: 3, required: true }, alt), seen = h('div', { class: 'zeichnung' });
	const chosen = () => pasted ?? file.files[0];
	const show = () => {
		const url = URL.createObjectURL(chosen());
		fill(seen, h('img', { src: url, alt: '', onload: () => URL.revokeObjectURL(url) }));
	};
	file.addEventListener('change', show);
	if (pasted) show();
	return form('Bild', h('div', {}, !pasted && h('p', { class: 'zeile' }, h('label', { for: 'bilddatei' }, 'Datei (PNG, JPEG oder SVG)'), file), seen,
		h('p', {}, h('label', { for: 'bildtext' }, 'Was das Bild zeigt, für alle, die es nicht sehen'), text)), 'Einsetzen', async () => {
		const made = await api.upload('/api/picture', { document: desk.document, name: pasted ? 'eingefuegt' : short(chosen().name) }, chosen());
		return { datei: made.file, alt: text.value.trim() };
	});
}
