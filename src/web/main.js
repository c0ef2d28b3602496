// Which view: the start page, or a document. The address says it: #beckum/…/konzept.xml, then the file of a part, then a
// line in it.
import * as api from './api.js';
import { h, fill, say } from './dom.js';
import { start } from './start.js';
import { follow, left } from './windows.js';

const root = h('div', { id: 'werkstatt' });
document.body.append(root);
let view, session, shown = '';

async function show() {
	if (location.hash == shown && view) return;
	if (view?.mayLeave && !await view.mayLeave()) return history.replaceState(null, '', shown || '#');
	shown = location.hash;
	const [document_, part, line] = decodeURIComponent(location.hash.slice(1)).split('#');
	view?.close?.();
	view = null;
	try {
		session ??= await api.session();
		view = document_ ? await (await import('./document.js')).openDocument(root, document_, part, Number(line) || 0, session) : await start(root, session);
		reopen(left());
	} catch (e) {
		fill(root, h('main', { class: 'meldung' }, h('h1', {}, 'Werkstatt'), h('p', { role: 'alert' }, e.message),
			e.status == 401 ? null : h('p', {}, h('a', { href: '#' }, 'Zur Startseite'))));
		if (!e.status) console.error(e);
	}
}
const reopen = name => view?.windows?.[name]?.();
follow(() => shown, reopen);
addEventListener('hashchange', show);
addEventListener('unhandledrejection', e => say(e.reason?.message ?? String(e.reason), 'fehler'));
show();
