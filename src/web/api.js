// The server: every answer is JSON or text; what changes something says the second word.
import { here, marked } from './words.js';

let guard = '';

export class Refused extends Error {
	constructor(status, answer) {
		super(answer?.text ?? 'Der Server hat nicht geantwortet');
		Object.assign(this, { status, answer });
	}
}

// What another answers for the Werkstatt (a proxy that wants a new sign-in, or waits for it) is never taken for its word.
async function reach(path, options) {
	let response;
	try {
		// a computer that slept, a network that went without a word: nobody waits for ever
		response = await fetch(path, { credentials: 'same-origin', redirect: 'manual', signal: AbortSignal.timeout(path == '/api/part' ? 20000 : 120000), ...options });
	} catch {
		throw new Refused(0, { text: 'Keine Verbindung zur Werkstatt' });
	}
	if (response.headers.get('X-Ratssatz')) return response;
	if (response.status >= 500) throw new Refused(response.status, { text: 'Die Werkstatt ist gerade nicht zu erreichen' });
	if (response.status == 413) throw new Refused(413, { text: 'Das ist dem Webserver vor der Werkstatt zu groß' });
	throw new Refused(401, { text: 'Die Anmeldung ist abgelaufen; bitte in einem neuen Fenster neu anmelden' });
}

// What is told is told in the words of the desk; what is wrong with the signs of a file, in its own.
const signs = ['XML', 'NAMENSRAUM', 'KODIERUNG'];
function translate(told) {
	if (signs.includes(told.code)) return;
	for (const name of ['text', 'heldBack', 'told', 'task', 'expected'])
		if (typeof told[name] == 'string' && (marked.test(told[name]) || /--|„ratssatz |ratssatz erklaere/.test(told[name]))) told[name] = here(told[name]);
}

async function send(path, options) {
	const response = await reach(path, options), json = response.headers.get('Content-Type')?.includes('json');
	let answer;
	try {
		answer = json ? await response.json() : await response.text();
	} catch {
		throw new Refused(0, { text: 'Die Verbindung zur Werkstatt ist abgerissen' });
	}
	if (json) for (const m of [answer, ...answer.messages ?? [], ...answer.points ?? []]) translate(m);
	if (!response.ok) throw new Refused(response.status, json ? answer : null);
	return answer;
}

export const get = (path, query = {}, more) => send(path + '?' + new URLSearchParams(query), more);

let rules;                                             // what documents may hold; a failed answer is asked for again
export const grammar = () => rules ??= get('/api/grammar').then(all => {
	for (const e of all) for (const told of [e, ...e.attrs ?? []]) translate(told);
	return all;
}).catch(e => { rules = null; throw e; });
const change = body => ({ method: 'POST', body: JSON.stringify(body),
	headers: { 'Content-Type': 'application/json', 'X-Ratssatz': guard } });

// A server that was started anew has another second word: it is asked for once.
export async function post(path, body) {
	try {
		return await send(path, change(body));
	} catch (e) {
		if (e.status != 403) throw e;
		const old = guard;
		await session();
		if (guard == old) throw e;
		return send(path, change(body));
	}
}

// A file of this computer, as it is.
export const upload = (path, query, body) => send(path + '?' + new URLSearchParams(query),
	{ method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream', 'X-Ratssatz': guard } });

export async function file(path, body) {
	const response = await reach(path, change(body));
	if (!response.ok) throw new Refused(response.status, await response.json());
	return response.blob();
}

// What may pass by itself: the network, a full disk, a file that is mended or put back, a new sign-in. Not what somebody
// must decide, nor what no second time would change.
export const passes = e => e instanceof Refused && ![400, 409, 413].includes(e.status);

export async function session() {
	const s = await get('/api/session');
	guard = s.guard;
	return s;
}

export const client = crypto.randomUUID();
