// The pages beside the text: drawings from the server, asked for after each key, only those that changed come.
import * as api from './api.js';
import { h } from './dom.js';
import { Drawing } from './drawing.js';

export class Pages {
	constructor(desk) {
		this.desk = desk;
		this.list = h('div', { class: 'seiten', tabindex: '0', role: 'region', 'aria-label': 'Gesetzte Seiten' });
		this.dom = this.list;
		this.pages = [];
		this.fonts = 0;
		this.sheet = new CSSStyleSheet();
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
		this.list.addEventListener('click', e => this.pointed(e));
		this.shown = true;
		// what was hidden has lost its place, and is drawn when it is seen
		this.size = new ResizeObserver(([{ contentRect }]) => {
			if (!contentRect.width) this.at = null;
			else this.soon();
		});
		this.size.observe(this.list);
		// which pages are in sight, or nearly: told by the browser, so that no key waits for their places
		this.seen = new Set();
		this.sight = new IntersectionObserver(all => {
			for (const { target, isIntersecting } of all) isIntersecting ? this.seen.add(target) : this.seen.delete(target);
			if (all.some(e => e.isIntersecting)) this.soon();
		}, { root: this.list, rootMargin: '600px 0px' });
	}

	// There are no pages, and why.
	none(why) {
		this.shown = false;
		this.list.replaceChildren(h('p', { class: 'hinweis' }, why));
	}

	close() {
		this.size.disconnect();
		this.sight.disconnect();
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s != this.sheet);
	}

	// The document, or (synopse) what changed since the edition before.
	show(as) {
		this.as = as;
		this.list.setAttribute('aria-label', as == 'synopse' ? 'Synopse zur vorigen Ausgabe' : 'Gesetzte Seiten');
		this.few(0);
		this.ask();
	}

	soon() {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.ask(), 60);
	}

	visible() {
		const at = [...this.seen].map(p => Number(p.dataset.page));
		return at.length ? [Math.min(...at), Math.max(...at)] : [0, 3];
	}

	// One question at a time; what was typed meanwhile is in the next.
	async ask() {
		if (!this.shown || !this.desk.opened || this.desk.closed) return;
		if (this.busy) { this.again = true; return; }
		this.busy = true;
		const { base } = this.desk;
		try {
			const [first, last] = this.visible();
			const asked = performance.now();
			const answer = await api.post('/api/preview', { document: this.desk.document, as: this.as, changes: this.desk.unsaved(), first, last,
				known: this.pages.map(p => p.dataset.sum ?? ''), at: this.desk.caret() });
			if (this.shown) this.take(answer);     // meanwhile there may be none
			this.took = performance.now() - asked;
			this.desk.told('');
		} catch (e) {
			if (e.status != 409) this.desk.told(e.message);
			// a save came in between: its answer says what stands in the file now
			await this.desk.saving?.catch(() => {});
			this.again ||= e.status == 409 && this.desk.base != base;
		}
		this.busy = false;
		if (this.again) { this.again = false; this.ask(); }
	}

	few(n) {
		for (const p of this.pages.splice(n)) this.sight.unobserve(p), this.seen.delete(p), p.remove();
	}

	take(answer) {
		const [head, ...drawings] = answer.split('\f'), info = JSON.parse(head);
		this.few(info.pages.length);
		while (this.pages.length < info.pages.length) {
			const p = h('div', { class: 'blatt', role: 'img', 'data-page': this.pages.length });
			p.drawing = new Drawing(p);
			this.pages.push(p);
			this.list.append(p);
			this.sight.observe(p);
		}
		info.pages.forEach((p, i) => {
			const e = this.pages[i], name = 'Seite ' + (p.label || i + 1), as = `${p.w} / ${p.h}`;
			if (e.shape != as) e.style.aspectRatio = e.shape = as;
			if (e.ariaLabel != name) e.ariaLabel = name;
		});
		for (const d of drawings) {
			const at = d.indexOf('\n'), i = Number(d.slice(0, at));
			this.pages[i].drawing.show(d.slice(at + 1));
			this.pages[i].dataset.sum = info.pages[i].sum;
		}
		if (info.fonts > this.fonts) this.addFonts(info.fonts);
		if (info.at?.line) this.desk.lookedAt(info.at.line);
		if (info.at) this.follow(info.at);
	}

	addFonts(n) {
		for (let i = this.fonts; i < n; i++) {
			const url = '/api/font?' + new URLSearchParams({ document: this.desk.document, n: i });
			this.sheet.insertRule(`@font-face { font-family: "R${i}"; src: url("${url}") format("woff2"); }`);
			this.sheet.insertRule(`svg.seite .f${i} { font-family: "R${i}"; }`, this.sheet.cssRules.length);
		}
		this.fonts = n;
	}

	// The page of the cursor comes into sight, if somebody writes.
	follow({ page, y }) {
		const key = page + ':' + Math.round(y / 200);
		if (key == this.at || !this.pages[page]) return;
		this.at = key;
		const p = this.pages[page], top = p.offsetTop + y / 842 * p.offsetHeight;
		if (top < this.list.scrollTop + 40 || top > this.list.scrollTop + this.list.clientHeight - 80)
			this.list.scrollTo({ top: Math.max(0, top - 160) });
	}

	async pointed(e) {
		const p = e.target.closest('.blatt'), svg = p?.querySelector('svg');
		if (!svg || this.desk.readOnly) return;
		const r = svg.getBoundingClientRect(), box = svg.viewBox.baseVal;
		const place = await api.post('/api/place', { document: this.desk.document, as: this.as, changes: this.desk.unsaved(), page: Number(p.dataset.page),
			x: (e.clientX - r.left) / r.width * box.width, y: (e.clientY - r.top) / r.height * box.height });
		if (place.path?.startsWith(this.desk.document.replace(/[^/]*$/, ''))) this.desk.goTo(place.path, place.line);
	}
}
