// The server: every answer is JSON or text; what changes something says the second word.
let guard = '';

export class Refused extends Error {
	constructor(status, answer) {
		super(answer?.text ?? 'Der Server hat nicht geantwortet');
		Object.assign(this, { status, answer });
	}
}

async function send(path, options) {
	let response;
	try {
		response = await fetch(path, { credentials: 'same-origin', ...options });
	} catch {
		throw new Refused(0, { text: 'Keine Verbindung zur Werkstatt; das Geschriebene bleibt hier, bis sie wieder da ist' });
	}
	const json = response.headers.get('Content-Type')?.includes('json');
	const answer = json ? await response.json() : await response.text();
	if (!response.ok) throw new Refused(response.status, json ? answer : null);
	return answer;
}

export const get = (path, query = {}) => send(path + '?' + new URLSearchParams(query));

let rules;                                             // what documents may hold; a failed answer is asked for again
export const grammar = () => rules ??= get('/api/grammar').catch(e => { rules = null; throw e; });
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
	const response = await fetch(path, { credentials: 'same-origin', ...change(body) });
	if (!response.ok) throw new Refused(response.status, await response.json());
	return response.blob();
}

export async function session() {
	const s = await get('/api/session');
	guard = s.guard;
	return s;
}

export const client = crypto.randomUUID();
