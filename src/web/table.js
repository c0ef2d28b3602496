// A table by its rows and columns, whatever its cells span: rows and columns come and go, the cells that stay are the same.
const number = (n, name) => Math.max(1, Number(n.attrs.a[name]) || 1);
const tagOf = n => n.type.spec.tag;
const isRow = n => ['zeile', 'kopfzeile'].includes(tagOf(n));
const children = n => { const out = []; n.forEach(c => out.push(c)); return out; };

function spanning(cell, name, n) {
	const { [name]: _, ...a } = cell.attrs.a;
	return cell.type.create({ ...cell.attrs, a: n > 1 ? { ...a, [name]: String(n) } : a }, cell.content, cell.marks);
}
const wide = (cell, n) => spanning(cell, 'spalten', n), high = (cell, n) => spanning(cell, 'zeilen', n);

// Lines are the children; of a row with its cells: {node, col, width, height}. taken: of each line, the columns covered from above.
function grid(table) {
	const lines = children(table).map(node => ({ node, cells: [] })), columns = lines.filter(l => tagOf(l.node) == 'spalte').length;
	const left = Array(columns).fill(0);
	for (const line of lines) {
		if (!isRow(line.node)) continue;
		line.row = true;
		line.covered = left.map(n => n > 0);
		let col = 0;
		for (const node of children(line.node)) {
			while (col < columns && line.covered[col]) col++;
			const cell = { node, col, width: number(node, 'spalten'), height: number(node, 'zeilen') };
			line.cells.push(cell);
			col += cell.width;
		}
		for (let c = 0; c < columns; c++) if (left[c]) left[c]--;
		for (const c of line.cells) for (let i = c.col; i < c.col + c.width && i < columns; i++) left[i] = c.height - 1;
	}
	return { lines, columns };
}

// Where the cursor is: the table, the line, the cell in it.
export function tableAt(state) {
	const { $from } = state.selection;
	let d = $from.depth;
	while (d > 0 && tagOf($from.node(d)) != 'tabelle') d--;
	if (!d) return null;
	const table = $from.node(d), line = $from.index(d), g = grid(table), here = g.lines[line];
	const cell = here?.row && $from.depth > d ? here.cells[$from.index(d + 1)] : null;
	return { ...g, table, pos: $from.before(d), line, col: cell?.col ?? 0, row: here?.row };
}

const rowOf = (line, cells) => line.node.copy(line.node.content.constructor.from(cells));
const empty = g => g.lines.find(l => l.row).cells[0].node.type.createAndFill();

function put(state, dispatch, at, nodes, line, col, Selection) {
	const content = at.table.content.constructor.from(nodes);
	if (!at.table.type.validContent(content)) return false;
	if (!dispatch) return true;
	const tr = state.tr.replaceWith(at.pos + 1, at.pos + at.table.nodeSize - 1, content), now = grid(tr.doc.nodeAt(at.pos));
	const cell = now.lines[line]?.cells.filter(c => c.col <= col).pop();
	let pos = at.pos + 1;
	for (let i = 0; i < line; i++) pos += now.lines[i].node.nodeSize;
	for (const c of now.lines[line]?.cells ?? []) { if (c == cell) break; pos += c.node.nodeSize; }
	tr.setSelection(Selection.near(tr.doc.resolve(Math.min(pos + 2, tr.doc.content.size))));
	dispatch(tr.scrollIntoView());
	return true;
}

// A line with its cells changed, the same node where they were not.
const changed = (line, cells) => cells.every((c, i) => c == line.cells[i]?.node) && cells.length == line.cells.length ? line.node : rowOf(line, cells);

export const addRow = (after, S) => (state, dispatch) => {
	const at = tableAt(state);
	if (!at?.row) return false;
	const here = at.lines[at.line], to = at.line + after, kind = after || tagOf(here.node) == 'zeile' ? 'zeile' : 'kopfzeile';
	const covered = Array(at.columns).fill(false);
	const nodes = at.lines.map((l, i) => !l.row ? l.node : changed(l, l.cells.map(c => {
		if (i >= to || i + c.height <= to) return c.node;
		for (let k = c.col; k < c.col + c.width; k++) covered[k] = true;
		return high(c.node, c.height + 1);
	})));
	const made = state.schema.nodes[kind].create({ a: {} }, covered.filter(c => !c).map(() => empty(at)));
	nodes.splice(to, 0, made);
	return put(state, dispatch, at, nodes, to, 0, S);
};

export const removeRow = S => (state, dispatch) => {
	const at = tableAt(state);
	if (!at?.row || at.lines.filter(l => l.row).length < 2) return false;
	const hang = at.lines[at.line].cells.filter(c => c.height > 1);
	const nodes = at.lines.flatMap((l, i) => {
		if (i == at.line) return [];
		if (!l.row) return [l.node];
		let cells = l.cells.map(c => ({ ...c, node: i < at.line && i + c.height > at.line ? high(c.node, c.height - 1) : c.node }));
		if (i == at.line + 1) cells = [...cells, ...hang.map(c => ({ ...c, node: high(c.node, c.height - 1) }))].sort((a, b) => a.col - b.col);
		return [changed(l, cells.map(c => c.node))];
	});
	return put(state, dispatch, at, nodes, Math.min(at.line, nodes.length - 1), at.col, S);
};

export const addColumn = (after, S) => (state, dispatch) => {
	const at = tableAt(state);
	if (!at?.row) return false;
	const here = at.lines[at.line].cells.find(c => c.col == at.col), to = at.col + (after ? here?.width ?? 1 : 0);
	const columns = at.lines.filter(l => tagOf(l.node) == 'spalte'), before = columns[Math.min(to, columns.length) - 1];
	const nodes = at.lines.map(l => {
		if (!l.row) return l.node;
		let done = l.covered[to] && l.covered[to - 1];
		const cells = l.cells.flatMap(c => {
			if (!done && c.col < to && c.col + c.width > to) return done = true, [wide(c.node, c.width + 1)];
			if (!done && c.col >= to) return done = true, [empty(at), c.node];
			return [c.node];
		});
		return changed(l, done ? cells : [...cells, empty(at)]);
	});
	nodes.splice(at.lines.indexOf(before ?? columns[0]) + (before ? 1 : 0), 0, columns[0].node.type.create({ a: {} }));
	return put(state, dispatch, at, nodes, at.line + 1, to, S);
};

export const removeColumn = S => (state, dispatch) => {
	const at = tableAt(state);
	if (!at?.row || at.columns < 2) return false;
	const gone = at.lines.filter(l => tagOf(l.node) == 'spalte')[at.col];
	const nodes = at.lines.flatMap(l => l == gone ? [] : !l.row ? [l.node] : [changed(l, l.cells.flatMap(c =>
		c.col > at.col || c.col + c.width <= at.col ? [c.node] : c.width > 1 ? [wide(c.node, c.width - 1)] : []))]);
	return put(state, dispatch, at, nodes, at.line - 1, Math.max(0, at.col - 1), S);
};

// The row becomes one of the head, or one of the body again.
export const turnHead = S => (state, dispatch) => {
	const at = tableAt(state), here = at?.lines[at.line];
	if (!at?.row) return false;
	const kind = tagOf(here.node) == 'zeile' ? 'kopfzeile' : 'zeile';
	const { art, ...a } = here.node.attrs.a;
	const nodes = at.lines.map(l => l == here ? state.schema.nodes[kind].create({ a }, l.node.content) : l.node);
	return put(state, dispatch, at, nodes, at.line, at.col, S);
};

// The cells of the column name their rows, or no more.
export const turnRowHead = S => (state, dispatch) => {
	const at = tableAt(state);
	if (!at?.row) return false;
	const column = at.lines.filter(l => tagOf(l.node) == 'spalte')[at.col], { art, ...a } = column?.node.attrs.a ?? {};
	const nodes = at.lines.map(l => l == column ? l.node.type.create({ a: art ? a : { ...a, art: 'zeilenkopf' } }) : l.node);
	return put(state, dispatch, at, nodes, at.line, at.col, S);
};

// The next cell or the one before; behind the last one a new row, and out of that again if nothing was written there.
export const step = (by, S, leave) => (state, dispatch, view) => {
	const at = tableAt(state);
	if (!at?.row) return false;
	const cells = at.lines.flatMap((l, line) => l.cells.map(c => ({ line, col: c.col, cell: c })));
	const i = cells.findIndex(c => c.line == at.line && c.col == at.col) + by;
	if (i < 0) return false;
	if (i >= cells.length) {
		if (at.lines[at.line].node.textContent) return addRow(1, S)(state, dispatch);
		const went = removeRow(S)(state, dispatch);
		return went && !!view ? leave(view.state, view.dispatch, view) : false;
	}
	let pos = at.pos + 1;
	for (let k = 0; k < cells[i].line; k++) pos += at.lines[k].node.nodeSize;
	for (const c of at.lines[cells[i].line].cells) { if (c == cells[i].cell) break; pos += c.node.nodeSize; }
	if (dispatch) dispatch(state.tr.setSelection(S.near(state.doc.resolve(pos + 2))).scrollIntoView());
	return true;
};

// A new one: two columns, a head and a row.
export function freshTable(schema) {
	const { tabelle, spalte, kopfzeile, zeile } = schema.nodes, titel = schema.nodes.titel?.createAndFill();
	const cells = () => [0, 1].map(() => schema.nodes.zelle.createAndFill());
	return tabelle.create({ a: {} }, [titel, spalte.create(), spalte.create(), kopfzeile.create({ a: {} }, cells()), zeile.create({ a: {} }, cells())].filter(Boolean));
}

export const commands = S => [['Zeile darüber', addRow(0, S)], ['Zeile darunter', addRow(1, S)], ['Zeile entfernen', removeRow(S)],
	['Spalte davor', addColumn(0, S)], ['Spalte danach', addColumn(1, S)], ['Spalte entfernen', removeColumn(S)],
	['Kopfzeile ja/nein', turnHead(S)], ['Spalte benennt die Zeilen ja/nein', turnRowHead(S)]];
