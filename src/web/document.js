// A document: its outline, the text of one part, the pages beside it, what does not fit together, who else is here.
import * as api from './api.js';
import { h, fill, say, ask, label, choosing, help } from './dom.js';
import { parse, plain, sound } from './xml.js';
import { Pages } from './pages.js';
import { address } from './start.js';
import { titleOf } from './open.js';
import { elementPanel } from './panel.js';
import { showHistory } from './history.js';
import { showSession, makePublic } from './session.js';
import { showMinutes } from './minutes.js';
import { showPoints } from './points.js';
import { tableAt, commands } from './table.js';
import { choosePicture } from './data.js';
import { readRemarks, readProposals, comment } from './remarks.js';
import { addNote } from './note.js';
import { differing } from './diff.js';
import { check } from './messages.js';
import { movePart, moveTools, addEntry, removeEntry, samePart, heading } from './outline.js';

let grammar, parts;
// The editor's building blocks are fetched when the Werkstatt is built; without them documents can be read.
const editorParts = () => parts ??= Promise.all([import('./editor.js'), import('./schema.js'), import('./merge.js')]).catch(() => null);

class Desk {
	constructor(root, document_, part, line, session) {
		Object.assign(this, { root, document: document_, path: part, wantedLine: line, session, choices: {}, people: [], closed: false, number: 0 });
		this.pages = new Pages(this);
		this.windows = { sitzung: () => showSession(this), mitschrift: () => showMinutes(this), fortschreibung: () => showPoints(this), verlauf: () => showHistory(this) };
		this.build();
	}

	build() {
		const tab = (name, text) => h('button', { type: 'button', 'aria-pressed': String(name == 'text'), 'data-flaeche': name, onclick: e => this.turn(name) }, text);
		this.outline = h('nav', { class: 'gliederung', 'aria-label': 'Gliederung' });
		this.tools = h('div', { class: 'werkzeuge', role: 'toolbar', 'aria-label': 'Werkzeuge' });
		this.paper = h('div', { class: 'papier' });
		this.panel = h('div', { class: 'eigenschaften', 'aria-label': 'Element', role: 'region' });
		this.messages = h('section', { class: 'meldungen', 'aria-label': 'Meldungen' });
		this.remarkBox = h('details', { class: 'kommentare' });
		this.state = h('span', { class: 'stand', role: 'status' }, 'gespeichert');
		this.trouble = h('p', { class: 'stoerung', role: 'status' });
		this.others = h('span', { class: 'andere', role: 'status' });
		const outputs = [['pdf', 'PDF'], ['html', 'HTML'], ['docx', 'Word'], ['text', 'Vorlesen']];
		fill(this.root,
			h('header', { class: 'leiste' }, h('a', { href: '#', class: 'zurueck' }, 'Werkstatt'), this.title = h('h1', {}, this.document),
				this.others, this.state,
				this.outputs = outputs.map(([f, t]) => h('button', { type: 'button', onclick: () => this.output(f) }, t)),
				h('span', { class: 'zeile' }, this.more = h('span', { class: 'zeile' }),
					this.log = h('button', { type: 'button', onclick: this.windows.verlauf }, 'Verlauf'))),
			this.held = h('p', { class: 'hinweis zurueckgezogen', role: 'status', hidden: true }),
			h('nav', { class: 'flaechen', 'aria-label': 'Ansicht' }, tab('gliederung', 'Gliederung'), tab('text', 'Text'), tab('seiten', 'Seiten'), tab('meldungen', 'Meldungen')),
			this.body = h('main', { class: 'tisch', 'data-flaeche': 'text' }, this.outline,
				h('section', { class: 'text', 'aria-label': 'Text', onkeydown: e => e.key == 's' && (e.ctrlKey || e.metaKey) && !e.altKey && (e.preventDefault(), this.save()),
					oninput: e => { if (e.target.commit) this.state.textContent = 'nicht gespeichert'; }, onchange: e => { if (e.target.commit) this.stand(); } }, this.tools, this.trouble, this.paper, help(), this.panel),
				h('section', { class: 'rechts', 'aria-label': 'Seiten und Meldungen' }, this.pages.dom, this.messages, this.remarkBox)));
	}

	turn(name) {
		this.body.dataset.flaeche = name;
		for (const b of this.root.querySelectorAll('[data-flaeche][aria-pressed]')) b.setAttribute('aria-pressed', String(b.dataset.flaeche == name));
		this.pages.soon();
	}

	async open() {
		await this.readOutline();
		await this.readChoices();
		const wanted = this.path;
		await this.openPart(wanted ?? this.firstPart());
		if (wanted && this.readOnly && this.wantedLine) this.lookAt(wanted, 1, this.wantedLine), this.turn('seiten');
		else if (wanted && (this.readOnly || this.wantedLine)) await this.goTo(wanted, this.wantedLine || (this.outlineParts.find(p => p.path == wanted)?.line ?? 1));
		this.check();
		readProposals(this);
		this.listen();
		addEventListener('beforeunload', this.leaving = e => { this.commit(); if (this.unsaved().length) e.preventDefault(); });
		addEventListener('focus', this.back = () => this.lookAgain());
		this.lookAgain();
		return this;
	}

	async readChoices() {
		const now = await api.get('/api/choices', { document: this.document }).catch(() => null), text = JSON.stringify(now);
		if (!now || text == this.chosenFrom) return;
		this.choices = now;
		this.chosenFrom = text;
		if (this.view && !this.tools.contains(document.activeElement)) this.drawTools(), this.panelFor();
	}

	firstPart() {
		return this.outlineParts.find(p => p.path != this.document && p.kind != 'impressum')?.path ?? this.document;
	}

	// ---- the outline

	async readOutline() {
		try {
			const { parts: all, heldBack, write, output, edition } = await api.get('/api/outline', { document: this.document });
			this.outlineParts = all;
			this.mayWrite = write;
			this.mayTake = output;
			this.edition = edition;
			this.held.hidden = !heldBack;
			fill(this.held, heldBack && [heldBack, ' ', h('button', { type: 'button', onclick: () => makePublic(this).catch(e => say(e.message, 'warnung')) }, 'Öffentlich freigeben')]);
		} catch (e) {
			if (e.status == 403) { this.outlineParts = []; this.closedText = this.readOnly = e.message; this.mayWrite = false; } else throw e;
		}
		for (const e of [this.log, this.messages, this.remarkBox, this.root.querySelector('.flaechen [data-flaeche=meldungen]')]) e.hidden = !this.mayWrite;
		const kind = this.outlineParts[0]?.kind;
		fill(this.more, this.mayWrite && [kind == 'sitzung' && h('button', { type: 'button', onclick: this.windows.sitzung }, 'Sitzung'),
			kind == 'niederschrift' && h('button', { type: 'button', onclick: this.windows.mitschrift }, 'Mitschrift'),
			kind == 'konzept' && h('button', { type: 'button', onclick: this.windows.fortschreibung }, 'Fortschreibung'),
			['konzept', 'bericht', 'handbuch'].includes(kind) && h('button', { type: 'button', 'aria-pressed': String(this.pages.as == 'synopse'), title: 'Was sich seit der vorigen Ausgabe geändert hat, alt neben neu',
				onclick: e => { const on = this.pages.as != 'synopse'; e.target.setAttribute('aria-pressed', String(on)); this.pages.show(on ? 'synopse' : ''); } }, 'Synopse')]);
		// a directory stands in the others' pages
		if (kind == 'verzeichnis') this.pages.none('Ein Verzeichnis hat keine eigenen Seiten; was darin steht, erscheint in den Dokumenten.');
		for (const b of this.outputs) b.hidden = kind == 'verzeichnis' || !this.mayTake;
		const first = this.outlineParts.find(p => p.title);
		this.title.textContent = ['sitzung', 'niederschrift', 'verzeichnis'].includes(kind) ? titleOf({ kind, datum: this.document.match(/\d{4}-\d\d-\d\d/)?.[0] ?? '', path: this.document }) : [first?.title || this.document, first?.title && this.edition].filter(Boolean).join(' ');
		document.title = this.title.textContent + ' – Werkstatt';
		const focused = this.outline.contains(document.activeElement) && this.outlineShown?.find(p => p.link == document.activeElement);
		const directory = kind == 'verzeichnis' && this.mayWrite;
		this.outlineShown = this.outlineParts.filter(p => p.kind != 'massnahme' || p.title);
		fill(this.outline, h('h2', {}, 'Gliederung'), this.mayWrite && h('p', { class: 'klein', id: 'verschieben' }, 'Alt+Pfeil oder die Maus verschiebt' + (directory ? ', Entf entfernt' : '')),
			this.mayWrite && this.partTools(directory),
			h('ul', {}, this.outlineShown.map((p, i, all) => [directory && i > 0 && p.kind != all[i - 1].kind && h('li', { class: 'gruppe' }, heading(p.kind)), this.outlineEntry(p, directory)])));
		if (focused) this.focusPart(focused);
		this.markOutline();
	}

	partTools(directory) {
		const current = () => this.outlineShown.find(p => p.link.getAttribute('aria-current'));
		const button = (text, run) => h('button', { type: 'button', onclick: () => this.view && run() }, text);
		return h('p', { class: 'zeile' }, directory && [button('Neuer Eintrag', () => addEntry(this, current()?.kind)), button('Entfernen', () => current() && removeEntry(this, current()))], moveTools(this, current));
	}

	outlineEntry(p, directory) {
		const keys = e => {
			if (e.altKey && ['ArrowUp', 'ArrowDown'].includes(e.key)) e.preventDefault(), movePart(this, p, e.key == 'ArrowUp' ? -1 : 1);
			else if (directory && e.key == 'Delete' && this.view) e.preventDefault(), removeEntry(this, p);
		};
		p.link = h('a', { href: address(this.document, p.path), 'data-path': p.path, 'data-line': p.line, 'data-title': p.title, lang: p.lang, dir: p.lang && 'auto', 'aria-describedby': this.mayWrite ? 'verschieben' : null, onkeydown: e => this.mayWrite && keys(e),
			onclick: e => { e.preventDefault(); this.goTo(p.path, p.line); this.turn(this.readOnly ? 'seiten' : 'text'); } },
		p.number && h('span', { class: 'nr' }, p.number), wrappable(p.title || [label(p.kind), p.art && label(p.art)].filter(Boolean).join(': ')));
		return h('li', { style: `--tiefe:${Math.min(Math.max(p.depth - 1, 0), 4)}`, draggable: this.mayWrite ? 'true' : null, ondragover: e => this.dragged && e.preventDefault(), ondragstart: () => { this.dragged = p; }, ondragend: () => { this.dragged = null; },
			ondrop: e => (e.preventDefault(), this.dragged && movePart(this, this.dragged, 0, p)) }, p.link);
	}

	focusPart(p) {
		this.outlineShown.find(q => samePart(q, p))?.link.focus();
	}

	// What was entered is gone on with.
	goToEntry({ id, kind }) {
		const p = this.outlineShown.find(q => q.id == id && q.kind == kind);
		if (p) this.goTo(p.path, p.line);
	}

	markOutline() {
		// of several parts of one file, the one the cursor is in
		const all = [...this.outline.querySelectorAll('a')], line = this.caret()?.line ?? 1;
		const mine = all.filter(a => a.dataset.path == this.path), at = mine.filter(a => Number(a.dataset.line) <= line).pop() ?? mine[0];
		for (const a of all) {
			const who = [...new Set(this.people.filter(p => p.path == a.dataset.path).map(p => p.name || 'jemand'))].join(', '), told = a.querySelector('.wer');
			if ((a.ariaCurrent == 'true') != (a == at)) a.ariaCurrent = a == at ? 'true' : null;
			if (who == (told?.textContent ?? '')) continue;
			told?.remove();
			if (who) a.append(h('span', { class: 'wer' }, who));
		}
	}

	// ---- a part

	async openPart(path) {
		if (!await this.mayLeave()) return;
		this.view?.destroy();
		this.view = null;
		this.path = path;
		this.opened = true;                        // the text comes first: nothing it needs waits behind the pages
		if (this.closedText) {
			fill(this.paper, h('p', { class: 'hinweis' }, this.closedText));
			return this.pages.ask();
		}
		const part = await api.get('/api/part', { path }).catch(e => { if (e.status != 403) throw e; return {}; });
		this.readOnly = part.write ? null : 'Hier dürfen Sie lesen, nicht schreiben: Der Text steht auf den Seiten. Wer schreiben darf, steht in der Rollendatei.';
		if (this.readOnly) {
			fill(this.tools);
			fill(this.panel);
			fill(this.paper, h('p', { class: 'hinweis' }, this.readOnly));
			this.markOutline();
			return this.pages.ask();
		}
		if (!sound(part.xml)) {
			fill(this.tools);
			fill(this.panel);
			fill(this.paper, h('p', { class: 'hinweis', role: 'alert' }, 'Diese Datei ist beschädigt und lässt sich so nicht bearbeiten; die Meldungen sagen, in welcher Zeile. Ist sie berichtigt oder eine frühere Fassung zurückgeholt, bitte die Seite neu laden.'), h('pre', {}, part.xml));
			return this.pages.ask();
		}
		const modules = await editorParts();
		if (!modules) {
			fill(this.paper, h('p', { class: 'hinweis' }, 'Der Editor fehlt noch: „make werkstatt“ holt seine Bausteine. Lesen geht auch so.'), h('pre', {}, plain(part.xml)));
			return this.pages.ask();
		}
		[this.editor, this.schema, { merged: this.merge }] = modules;
		grammar ??= new this.schema.Vocabulary(await api.grammar());
		this.words = grammar;
		this.base = part.xml;
		this.saved = null;
		fill(this.paper);
		grammar.texts.clear();
		const doc = grammar.read(parse(part.xml, part.line), part.xml);
		this.readable(doc);
		this.view = this.editor.open(this.paper, grammar, doc, this);
		this.saved = this.view.state.doc;
		this.drawTools();
		this.panelFor();
		this.markOutline();
		this.presence();
		readRemarks(this);
		this.pages.ask();
	}

	// What cannot be saved now (no connection, somebody else's text in the same place) is given up by nobody but its writer.
	async mayLeave() {
		await this.save();
		if (!this.unsaved().length) return true;
		const how = await ask('Noch nicht gespeichert', h('p', {}, 'Was Sie hier zuletzt geschrieben haben, steht noch nicht in der Datei: ', this.trouble.textContent || 'es ließ sich nicht speichern', '.'),
			[['', 'Hier bleiben'], ['weg', 'Verwerfen und weiter']]);
		if (how != 'weg') return this.focus(), false;
		clearTimeout(this.timer);
		this.pending = null;
		this.saved = this.view.state.doc;
		return true;
	}

	comment() { comment(this); }

	// What is invalid already can be seen and mended, but the editor says so.
	readable(doc) {
		try {
			doc.check();
		} catch {
			say('Dieser Teil entspricht nicht dem Schema; die Meldungen sagen, wo', 'warnung');
		}
	}

	async goTo(path, line) {
		if (this.readOnly) return this.lookAt(path, line);
		if (path != this.path) await this.openPart(path);
		if (!this.view) return;
		let at = null;
		this.view.state.doc.descendants((node, pos) => {
			const l = grammar.lines.get(node);
			if (l && l <= line) at = pos;
		});
		if (at == null) return;
		const { tr } = this.view.state;
		this.view.dispatch(tr.setSelection(this.editor.into(tr.doc, at)).scrollIntoView());
		this.markOutline();
		this.view.focus();
	}

	// Who only reads goes to the place on the pages. shown: a line that the search found in a file; what is seen of it is
	// one file with lines of its own.
	lookAt(path, line, shown) {
		this.path = path;
		this.looked = { path, line, shown };
		this.markOutline();
		this.pages.at = null;
		this.pages.ask();
	}

	lookedAt(line) {
		this.looked = { path: this.path = this.document, line };
		this.markOutline();
	}

	caret() {
		if (!this.view) return this.looked ?? null;
		const { $from } = this.view.state.selection;
		for (let d = $from.depth; d > 0; d--) {
			const l = grammar.lines.get($from.node(d));
			if (l) return { path: this.path, line: l };
			for (let i = $from.index(d - 1) - 1; i >= 0; i--) {
				const before = grammar.lines.get($from.node(d - 1).child(i));
				if (before) return { path: this.path, line: before + 1 };
			}
		}
		return null;
	}

	unsaved() {
		if (!this.view || this.view.state.doc == this.saved) return [];
		return [{ path: this.path, place: '', old: this.base, now: grammar.write(this.view.state.doc) }];
	}

	changed(view, old) {
		if (view.state.doc != old.doc) {
			this.pages.ask();
			if (this.state.textContent != 'nicht gespeichert') this.state.textContent = 'nicht gespeichert';
			clearTimeout(this.timer);
			// after a pause; who writes without one is not kept waiting for long
			this.since ??= performance.now();
			const waited = performance.now() - this.since;
			this.timer = setTimeout(() => this.save(), this.lost ? 5000 : Math.max(0, Math.min(900, 5000 - waited)));
			clearTimeout(this.checkTimer);
			this.checkTimer = setTimeout(() => this.check(), 1500);
		}
		if (view.state.selection != old.selection || view.state.doc != old.doc) {
			clearTimeout(this.panelTimer);
			// who writes looks at the text and the page
			this.panelTimer = setTimeout(() => this.panelFor(), view.state.doc != old.doc ? 250 : 60);
		}
	}

	// ---- saving: one at a time; the same one again after a lost answer

	// What is being written in a field counts, too.
	commit() { if (this.root.contains(document.activeElement)) document.activeElement.commit?.(); }
	stand() { if (this.view && this.view.state.doc == this.saved) this.state.textContent = 'gespeichert'; }

	async save() {
		this.commit();
		clearTimeout(this.timer);
		if (this.saving) return this.saving;
		if (!this.view || this.view.state.doc == this.saved) return;
		this.saving = this.saveOnce().finally(() => { this.saving = null; });
		await this.saving;
		if (this.view && this.view.state.doc != this.saved && !this.lost) clearTimeout(this.timer), this.timer = setTimeout(() => this.save(), 900);
	}

	async saveOnce() {
		const doc = this.view.state.doc, now = grammar.write(doc), path = this.path;
		this.since = null;
		this.pending = this.pending?.now == now ? this.pending : { id: crypto.randomUUID(), path, place: '', old: this.base, now };
		try {
			const answer = await api.post('/api/part', this.pending);
			this.pending = null;
			if (this.hindered) this.told('', 'news'), this.pages.ask();       // who was heard is signed in
			this.lost = this.hindered = null;
			this.told('', 'save');
			if (path != this.path) return;
			this.base = now;
			this.saved = doc;
			if (this.view.state.doc == doc) this.takeIn(answer);     // else more was written meanwhile, which is saved next
			if (this.checkedUnsaved) this.checkTimer = setTimeout(() => this.check(), 600);
		} catch (e) {
			this.state.textContent = 'nicht gespeichert';
			if (e.status == 409) return this.clash(e.answer, now);
			await this.hinder(e);
		}
	}

	// What stands in the way is said and stays on the screen; what may pass by itself is tried again.
	async hinder(e) {
		const again = api.passes(e);
		if (e.status == 404 && await this.renamed()) return;
		if (again) this.lost = true, this.timer = setTimeout(() => this.save(), e.status ? 5000 : 2000);
		this.told(again ? `${e.message}. Was Sie geschrieben haben, bleibt hier; gespeichert wird von selbst, sobald es geht.` : e.message, 'save');
		if (this.hindered != e.message) say(this.hindered = e.message, 'fehler');
	}

	// The file of this part may have another name now: found by what stood in it, or by the id of what it holds.
	async renamed() {
		const root = parse(this.base);
		await this.readOutline().catch(() => {});
		const here = this.outlineParts.filter(p => p.path != this.path), same = here.filter(p => p.id && p.id == root.attrs.id && p.kind == root.name);
		for (const path of new Set((same.length ? same : here).map(p => p.path))) {
			const part = await api.get('/api/part', { path }).catch(() => null);
			if (!part || (!same.length && part.xml != this.base)) continue;
			if (location.hash == address(this.document, this.path)) history.replaceState(null, '', address(this.document, path));
			this.path = path;
			this.pending = null;
			say(`Die Datei dieses Teils heißt jetzt ${path.split('/').pop()}`);
			this.timer = setTimeout(() => this.save(), 0);
			this.presence();
			return true;
		}
		return false;
	}

	// What the file holds now, with what others wrote.
	takeIn(answer, own) {
		if (!sound(answer.xml)) return;            // damaged beside the Werkstatt: what is here stays until it is mended
		if (this.saved && this.view.state.doc != this.saved) return;    // written meanwhile: the next save brings both together
		const doc = grammar.over(grammar.read(parse(answer.xml, answer.line), answer.xml), this.view.state.doc);
		this.base = answer.xml;
		if (!doc.eq(this.view.state.doc)) this.editor.takeIn(this.view, doc, own);
		this.saved = this.view.state.doc;
		this.state.textContent = 'gespeichert';
	}

	async clash(answer, mine) {
		const side = (title, xml) => h('section', { 'aria-label': title }, h('h3', {}, title), h('p', {}, plain(xml)));
		const theirs = answer.xml, differs = differing(theirs, mine);
		const how = await ask('Diese Stelle hat inzwischen jemand anderes geändert',
			h('div', { class: 'neben' }, side('In der Datei', differs[0]), side('Von Ihnen', differs[1])),
			[['theirs', 'Die aus der Datei übernehmen'], ['mine', 'Meine speichern'], ['', 'Später entscheiden']]);
		if (how == 'mine') {
			// mine where both wrote, and what the others wrote elsewhere
			const doc = grammar.over(grammar.read(parse(theirs, answer.line), theirs), this.saved);
			this.editor.takeIn(this.view, this.merge(this.saved, this.view.state.doc, doc), true);
			this.base = theirs;
			this.saved = doc;
			this.pending = null;               // another save than the one that was refused
			await this.saveOnce();
		} else if (how == 'theirs') {
			this.saved = null;
			this.takeIn(answer);
		}
	}

	// ---- others

	async listen() {
		while (!this.closed) {
			try {
				const news = await api.get('/api/events', { since: this.number }, { signal: AbortSignal.timeout(40000) });
				if (this.closed) return;
				// a server that was started anew counts anew; while nobody answered, anything may have happened
				const missed = this.unheard || news.number < this.number;
				this.number = news.number;
				this.unheard = false;
				this.told('', 'news');
				if (missed) await this.refresh(true);
				this.people = news.people.filter(p => p.client != api.client);
				this.others.textContent = [...new Set(this.people.map(p => p.name || 'noch jemand'))].join(', ');
				this.markOutline();
				if (news.changed.some(c => c.path == this.path)) readRemarks(this);
				const near = news.changed.filter(c => c.path.startsWith(this.document.replace(/[^/]*$/, '')));
				if (near.length) await this.refresh(near.some(c => c.path == this.path), near.some(c => c.path != this.path));
			} catch (e) {
				this.unheard = true;
				if (e.status == 401) this.told(e.message, 'news');
				await new Promise(r => setTimeout(r, e.status ? 5000 : 2000));
			}
		}
	}

	// Of my own part the pages know already what it says, unless another wrote in it.
	async refresh(own, others = true) {
		if (own && this.view && this.view.state.doc == this.saved && !this.saving) {
			const part = await api.get('/api/part', { path: this.path });
			if (part.xml != this.base && this.view.state.doc == this.saved) this.takeIn(part), others = true;
		}
		if (others || !this.view || this.troubles?.pages) this.pages.ask();
		clearTimeout(this.outlineTimer);
		this.outlineTimer = setTimeout(() => this.closed || this.readOutline().then(() => this.readChoices()).catch(() => {}), 1500);
	}

	presence() {
		if (this.closed) return;
		api.post('/api/presence', { client: api.client, name: this.session.name || 'Ein anderes Fenster', path: this.path, place: '' }).catch(() => {});
		clearTimeout(this.presenceTimer);
		this.presenceTimer = setTimeout(() => this.presence(), 25000);
	}

	// What was changed beside the Werkstatt (another editor, git) nobody tells: it is looked for, and when one comes back.
	async lookAgain() {
		clearTimeout(this.lookTimer);
		if (this.closed) return;
		this.lookTimer = setTimeout(() => this.lookAgain(), 25000);
		if (!this.view || document.hidden || this.saving || this.unsaved().length) return;
		const path = this.path, part = await api.get('/api/part', { path }).catch(() => null);
		if (!part || path != this.path || part.xml == this.base || this.unsaved().length) return;
		this.takeIn(part);
		this.pages.ask();
		this.check();
	}

	// ---- messages

	check() { return check(this); }

	// What is wrong now, by who found it: the save comes first, and one sentence is enough.
	told(text, who = 'pages') {
		const all = this.troubles ??= { save: '', news: '', pages: '' };
		all[who] = text;
		const now = all.save || all.news || all.pages;
		if (this.trouble.textContent != now) this.trouble.textContent = now;
	}

	async output(format) {
		await this.save();
		try {
			const url = URL.createObjectURL(await api.file('/api/output', { document: this.document, format }));
			const name = this.document.replace(/\.xml$/, '').replace(/\/(konzept|bericht|sitzung)$/, '').replaceAll('/', '-');
			h('a', { href: url, download: `${name}.${format == 'text' ? 'txt' : format}` }).click();
			setTimeout(() => URL.revokeObjectURL(url), 60000);
			say('Fertig: ' + name);
		} catch (e) {
			say(e.message, 'fehler');
			this.check();
		}
	}

	// ---- tools

	drawTools() {
		const { editor, view } = this, { marks } = grammar.schema;
		const button = (text, title, run) => h('button', { type: 'button', title, 'aria-label': title, onmousedown: e => e.preventDefault(), onclick: run }, text);
		fill(this.tools,
			button('↶', 'Rückgängig (Strg+Z)', () => (editor.undo(view.state, view.dispatch), view.focus())),
			button('↷', 'Wiederholen (Strg+Y)', () => (editor.redo(view.state, view.dispatch), view.focus())),
			marks.stark && button('F', 'Fett (Strg+B)', () => editor.mark(view, marks.stark)),
			marks.betont && button('K', 'Kursiv (Strg+I)', () => editor.mark(view, marks.betont)),
			this.tables = choosing({ 'aria-label': 'Tabelle', hidden: true }, s => this.tableChosen(s), h('option', { value: '' }, 'Tabelle …'),
				commands(editor.TextSelection).map(([text], i) => h('option', { value: i }, text))),
			this.notes = h('span', { class: 'zeile' }),
			this.adder = choosing({ 'aria-label': 'Einfügen' }, s => this.addChosen(s)),
			this.chooser('figures', 'Kennzahl', 'wert', 'ref'), this.chooser('places', 'Verweis', 'verweis', 'ziel'));
	}

	// A figure, a reference: chosen by name, put where the cursor is.
	chooser(list, text, kind, attr) {
		const type = grammar.schema.nodes[kind], from = this.choices[list];
		if (!type || !from?.length) return null;
		return choosing({ 'aria-label': text + ' einsetzen' }, s => {
			if (s.value) this.editor.insertInline(this.view, type, { [attr]: s.value });
			s.value = '';
		}, h('option', { value: '' }, text), from.map(c => h('option', { value: c.id }, [c.value, c.name].filter(Boolean).join(' · '))));
	}

	tableChosen(select) {
		const command = commands(this.editor.TextSelection)[Number(select.value)];
		select.value = '';
		if (command && !command[1](this.view.state, this.view.dispatch)) say('Das geht an dieser Stelle nicht', 'warnung');
		this.view.focus();
	}

	addChosen(select) {
		const c = this.offers[Number(select.value)];
		select.value = '';
		const names = c?.element.attrs.map(a => a.name) ?? [];
		// a picture is chosen before it has its place
		if (names.includes('datei') && names.includes('alt')) choosePicture(this).then(a => a ? this.editor.add(this.view, c, a) : this.view.focus());
		else if (c) this.editor.add(this.view, c);
	}

	panelFor() {
		if (!this.view) return;
		const here = this.view.state.selection.$from, text = here.parent.isTextblock && (here.parent.type.spec.element ?? here.node(here.depth - 1).type.spec.element);
		const notes = here.parent.isTextblock ? grammar.notesIn(text) : [];
		if (notes.join() != this.notes.dataset.kinds && !this.notes.contains(document.activeElement)) {
			this.notes.dataset.kinds = notes.join();
			fill(this.notes, notes.map(name => h('button', { type: 'button', onmousedown: e => e.preventDefault(), onclick: () => addNote(this, name) }, label(name))));
		}
		this.tables.hidden = !tableAt(this.view.state)?.row;
		this.offers = this.editor.addable(this.view.state);
		const offered = this.offers.map(o => `${o.where} ${o.element.name}`).join();
		if (document.activeElement != this.adder && this.adder.dataset.offered != offered) {
			const groups = Map.groupBy?.(this.offers, o => o.where) ?? this.offers.reduce((m, o) => m.set(o.where, [...(m.get(o.where) ?? []), o]), new Map());
			this.adder.dataset.offered = offered;
			fill(this.adder, h('option', { value: '' }, 'Einfügen …'), [...groups].map(([where, all]) => h('optgroup', { label: 'in ' + where },
				all.map(o => h('option', { value: this.offers.indexOf(o), title: o.element.text ?? '' }, label(o.element.name))))));
		}
		elementPanel(this);
		this.markOutline();
	}

	// Back into the text; who went on to another document meanwhile, with a window still open, has none here.
	focus() {
		if (!this.closed) this.view?.focus();
	}

	close() {
		this.save();
		this.closed = true;
		removeEventListener('beforeunload', this.leaving);
		removeEventListener('focus', this.back);
		for (const t of [this.timer, this.lookTimer, this.checkTimer, this.panelTimer, this.presenceTimer, this.outlineTimer]) clearTimeout(t);
		this.pages.close();
		this.view?.destroy();
	}
}

// A line may end behind a slash.
const wrappable = text => text.replaceAll('/', '/\u200b');

export async function openDocument(root, document_, part, line, session) {
	const desk = new Desk(root, document_, part, line, session);
	await desk.open();
	return desk;
}
