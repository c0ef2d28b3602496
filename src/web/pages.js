// The pages beside the text: drawings from the server, asked for after each key, only those that changed come.
import * as api from './api.js';
import { h } from './dom.js';

export class Pages {
	constructor(desk) {
		this.desk = desk;
		this.list = h('div', { class: 'seiten', tabindex: '0', role: 'region', 'aria-label': 'Gesetzte Seiten' });
		this.dom = this.list;
		this.pages = [];
		this.fonts = 0;
		this.sheet = new CSSStyleSheet();
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
		this.list.addEventListener('scroll', () => this.soon());
		this.list.addEventListener('click', e => this.pointed(e));
		this.shown = true;
		// what was hidden has lost its place, and is drawn when it is seen
		this.size = new ResizeObserver(([{ contentRect }]) => {
			if (!contentRect.width) this.at = null;
			else this.soon();
		});
		this.size.observe(this.list);
	}

	// There are no pages, and why.
	none(why) {
		this.shown = false;
		this.list.replaceChildren(h('p', { class: 'hinweis' }, why));
	}

	close() {
		this.size.disconnect();
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s != this.sheet);
	}

	// The document, or (synopse) what changed since the edition before.
	show(as) {
		this.as = as;
		this.list.setAttribute('aria-label', as == 'synopse' ? 'Synopse zur vorigen Ausgabe' : 'Gesetzte Seiten');
		for (const p of this.pages) p.remove();
		this.pages = [];
		this.ask();
	}

	soon() {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.ask(), 60);
	}

	visible() {
		const box = this.list.getBoundingClientRect();
		if (!this.pages.length) return [0, 3];
		const in_ = this.pages.map((p, i) => [p.getBoundingClientRect(), i]).filter(([r]) => r.bottom > box.top - 600 && r.top < box.bottom + 600).map(([, i]) => i);
		return in_.length ? [in_[0], in_[in_.length - 1]] : [0, 3];
	}

	// One question at a time; what was typed meanwhile is in the next.
	async ask() {
		if (!this.shown || !this.desk.opened || this.desk.closed) return;
		if (this.busy) { this.again = true; return; }
		this.busy = true;
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
		}
		this.busy = false;
		if (this.again) { this.again = false; this.ask(); }
	}

	take(answer) {
		const [head, ...drawings] = answer.split('\f'), info = JSON.parse(head);
		while (this.pages.length > info.pages.length) this.pages.pop().remove();
		while (this.pages.length < info.pages.length) {
			const p = h('div', { class: 'blatt', role: 'img' });
			this.pages.push(p);
			this.list.append(p);
		}
		info.pages.forEach((p, i) => {
			const e = this.pages[i];
			e.style.aspectRatio = `${p.w} / ${p.h}`;
			e.setAttribute('aria-label', 'Seite ' + (p.label || i + 1));
			e.dataset.page = i;
		});
		for (const d of drawings) {
			const at = d.indexOf('\n'), i = Number(d.slice(0, at));
			const svg = new DOMParser().parseFromString(d.slice(at + 1), 'image/svg+xml').documentElement;
			this.pages[i].replaceChildren(document.adoptNode(svg));
			this.pages[i].dataset.sum = info.pages[i].sum;
		}
		if (info.fonts > this.fonts) this.addFonts(info.fonts);
		if (info.at) this.follow(info.at);
		if (drawings.length == 0 && this.missing()) this.soon();
	}

	missing() {
		const [a, b] = this.visible();
		return this.pages.slice(a, b + 1).some(p => !p.firstChild);
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
			this.list.scrollTo({ top: Math.max(0, top - this.list.clientHeight / 3) });
	}

	async pointed(e) {
		const p = e.target.closest('.blatt'), svg = p?.querySelector('svg');
		if (!svg) return;
		const r = svg.getBoundingClientRect(), box = svg.viewBox.baseVal;
		const place = await api.post('/api/place', { document: this.desk.document, as: this.as, changes: this.desk.unsaved(), page: Number(p.dataset.page),
			x: (e.clientX - r.left) / r.width * box.width, y: (e.clientY - r.top) / r.height * box.height });
		if (place.path?.startsWith(this.desk.document.replace(/[^/]*$/, ''))) this.desk.goTo(place.path, place.line);
	}
}
