// The outline: parts change places with their neighbours of the same kind, by keyboard and mouse. A part in a file of its
// own moves by its include, one in the text as it stands; everything else in the file stays.
import * as api from './api.js';
import { say } from './dom.js';
import { parse, elements, moved } from './xml.js';

const resolve = (from, href) => new URL(href, 'x:/' + from).pathname.slice(1);

// The file that holds the part as an element or include, and those it can change places with, in order.
function siblings(parts, p) {
	const at = parts.indexOf(p);
	let up = at - 1;
	while (up >= 0 && parts[up].depth >= p.depth) up--;
	if (up < 0) return null;
	const all = [];
	for (let i = up + 1; i < parts.length && parts[i].depth > parts[up].depth; i++) if (parts[i].depth == p.depth && parts[i].kind == p.kind) all.push(parts[i]);
	return { file: parts[up].path, all };
}

function unit(file, tree, p) {
	let found = null;
	const look = (e, parent) => {
		const here = p.path == file ? e.name == p.kind && e.line == p.line : e.name == 'xi:include' && e.attrs.href && resolve(file, e.attrs.href) == p.path;
		if (here && !found) found = { ...e, parent };
		for (const c of elements(e)) look(c, e);
	};
	look(tree, null);
	return found;
}

// by: -1 up, 1 down; or onto: before or behind that one.
export async function movePart(desk, taken, by, onto) {
	// the outline may have been read anew since it was taken
	const today = q => desk.outlineParts.find(x => x.path == q.path && x.kind == q.kind && x.title == q.title), p = today(taken), to = onto && today(onto);
	const around = p && siblings(desk.outlineParts, p), at = around?.all.indexOf(p) ?? -1, other = onto ? to : around?.all[at + by];
	if (!other || !around?.all.includes(other) || other == p) return say('Ein Teil tauscht nur den Platz mit einem seiner Art daneben', 'warnung');
	await desk.save();
	const part = await api.get('/api/part', { path: around.file }), tree = parse(part.xml, part.line), a = unit(around.file, tree, p), b = unit(around.file, tree, other);
	if (!a || !b || a.parent != b.parent) return say('Dieser Teil lässt sich hier nicht verschieben', 'warnung');
	const now = moved(part.xml, a, b);
	try {
		const answer = await api.post('/api/part', { id: crypto.randomUUID(), path: around.file, place: '', old: part.xml, now });
		if (around.file == desk.path && desk.view) desk.takeIn(answer, true);
		await desk.readOutline();
		desk.pages.ask();
		desk.check();
		desk.focusPart(p.path, p.title);
		say(`„${p.title}“ verschoben`);
	} catch (e) {
		say(e.message, 'fehler');
	}
}
