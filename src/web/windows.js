// Windows that are open over the page are steps on the way: "back" puts the last one away, "forward" opens a named one
// again, and so does a reload. A window that was put away otherwise leaves its step behind, which the next one takes; who
// comes by it goes on. No step is taken but after one of the reader's.
const open = [];                                       // outermost first: {key, name, box, away}
const gone = new Set();                                // put away by its reader: no step opens it again
let at = history.state;                                // where the reader was before a step: {id, windows, under, below}

const listed = state => state?.windows ?? [];
const isOpen = ({ key }) => open.some(w => w.key == key);
const entries = () => open.map(({ key, name }) => ({ key, name }));
// Of the windows of a step those that are still there.
const seen = all => (all ?? []).filter(isOpen).map(w => w.key).join();

function stay(state, address) {
	history.replaceState(state, '', address);
	at = history.state;
}

// One step more, for what is open now; one that shows nothing but what the step below it shows is taken.
function step(address) {
	const here = history.state;
	if (here?.under && !address && seen(here.windows) == seen(here.below)) return stay({ ...here, windows: entries() });
	if (!here?.id) stay({ ...here, id: crypto.randomUUID() });
	const { id, windows } = history.state;
	history.pushState({ id: crypto.randomUUID(), windows: entries(), under: id, below: windows }, '', address);
	at = history.state;
}

// name: what the view opens it by again. away: may it be put away now? Else it says why not.
export function opened(box, name, away) {
	// the browser tells some time later that one is closed
	for (const w of [...open]) if (!w.box.open) closed(w.box);
	const there = listed(history.state)[open.length], again = there && name && there.name == name && !isOpen(there) && !gone.has(there.key);
	open.push({ key: again ? there.key : crypto.randomUUID(), name, box, away });
	if (!again) step();
}

export function closed(box) {
	const i = open.findIndex(w => w.box == box);
	if (i < 0) return;
	const [{ key }] = open.splice(i, 1);
	gone.add(key);
	if (listed(history.state).some(w => w.key == key)) stay({ ...history.state, windows: listed(history.state).filter(w => w.key != key) });
}

// What is not open at this step is put away, unless somebody would lose something by it: then all stays, the address, too.
function putAway(wanted, address) {
	for (const w of [...open].reverse()) {
		if (wanted.some(({ key }) => key == w.key)) break;
		if (w.box.open && w.away && !w.away()) return step(address || '#'), false;
		open.splice(open.indexOf(w), 1);
		w.box.close();
	}
	return true;
}

// The window that is to be open here and is not: its name, '' for none.
export function left() {
	const next = listed(history.state)[open.length];
	return next && listed(history.state).length == open.length + 1 && !gone.has(next.key) ? next.name ?? '' : '';
}

// shown: the address of what is on the screen. reopen: called with the name of a window of it.
export function follow(shown, reopen) {
	addEventListener('popstate', () => {
		const from = at, here = at = history.state, address = shown();
		if (location.hash == address && left()) return reopen(left());
		const down = from?.under && from.under == here?.id, up = here?.under && here.under == from?.id;
		if ((down || up) && seen(listed(from)) == seen(listed(here))) return down ? history.back() : history.forward();
		putAway(listed(here), address);
	});
}
