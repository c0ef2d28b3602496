#!/usr/bin/env python3
"""HTML files as Chromium has them, all in one start: axe-core's violations, sideways scrolling on a narrow screen, and
the words. usage: browser.py AXE.JS HTML…
Prints "pass FILE" or "FAULT FILE: what", and writes HTML.worte beside each: its innerText, notes at their marks,
pictures and page references left out. FILE is told from the first one's folder. WEITE in the environment: every
element is judged in all looks by all rules. Exit 0: no violation; 1: some.
Speaks the DevTools protocol over a pipe: JSON messages ended by a zero byte."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

# WCAG 1.4.10: no scrolling in two directions at 320 CSS pixels
LOOKS = ((1280, "light"), (1280, "dark"), (768, "light"), (320, "light"), (320, "dark"))
NARROW = LOOKS[-1]
# What these rules find depends on colours and sizes alone, so on the kind of an element; they cost as much as the rest.
SEEN_ONLY = "['color-contrast', 'link-in-text-block', 'target-size']"
WIDTHS = (320, 375, 768, 1024, 1280, 1920)
LOADED = "new Promise(r => document.readyState == 'complete' ? r() : addEventListener('load', () => r()))"
AXE = """axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(
n => v.id + ' (' + v.help + '): ' + n.html.slice(0, 160))))"""
WHOLE = AXE.replace("{result", "{rules: Object.fromEntries(%s.map(r => [r, {enabled: false}])), result" % SEEN_ONLY)
SOME = AXE.replace("document", "{include: FRESH.map(k => kinds[k])}")
COLOURS = SOME.replace("{result", "{runOnly: %s, result" % SEEN_ONLY)
# For these a document is put aside but for the sections that hold some of it: axe-core looks at all there is each time.
ASIDE = """window.aside = [...document.querySelectorAll('main section')]
	.filter(e => !FRESH.some(k => e.contains(kinds[k])))
	.map(e => [e, document.createComment('')]).map(([e, mark]) => (e.replaceWith(mark), [e, mark])); 0"""
BACK = "aside.reverse().forEach(([e, mark]) => mark.replaceWith(e))"
# Of each element its colours and size as they are now.
SHADES = """(window.shades ??= []).push((() => {
	const kept = new Map();
	const of = e => kept.get(e) ?? kept.set(e, made(e)).get(e);
	const made = e => {
		const s = getComputedStyle(e), up = e.parentElement ? of(e.parentElement).ground : '';
		const ground = s.backgroundColor == 'rgba(0, 0, 0, 0)' ? up : s.backgroundColor;
		return {ground, text: [s.color, s.fill, ground, s.fontSize, s.fontWeight, s.textDecorationLine].join()};
	};
	document.querySelectorAll('body, body *').forEach(of);
	return kept;
})()); 0"""
# Kinds of elements with words of their own or nothing in them: name, classes and attributes, and those of two around;
# the colours and sizes that were told, and those of the one around. One of each is kept.
KINDS = """(() => {
	const kinds = window.kinds = {}, told = ['class', 'role', 'dir', 'lang'], names = new Map();
	const shown = a => '.' + (told.includes(a.name) ? a.value : a.name);
	const one = e => names.get(e) ?? names.set(e, e.localName + [...e.attributes].map(shown).sort()).get(e);
	for (const e of document.querySelectorAll('body *')) {
		if (e.firstElementChild && ![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())) continue;
		let kind = shades.map(s => s.get(e).text + ' < ' + s.get(e.parentElement).text).join();
		for (let up = e, i = 0; up && i < 3; up = up.parentElement, i++) kind += ' < ' + one(up);
		kinds[kind] ??= e;
	}
	return Object.keys(kinds);
})()"""
# What a reader sees at a width: nothing wider than the screen or cut, what scrolls says so and takes the focus by a
# link, nothing else does; the words of drawings are large enough; lines are short enough; contents stand beside.
SEEN = """(() => {
	const out = [], wide = innerWidth, all = s => document.querySelectorAll(s);
	const shown = e => e.getClientRects().length > 0 && getComputedStyle(e).clipPath == 'none';
	const told = (what, e) => out.push(what + ': ' + (e.outerHTML || e.textContent).slice(0, 100));
	const total = document.documentElement.scrollWidth;
	if (total > wide) out.push('wider than the screen: ' + total + ', not ' + wide + ' pixels');
	for (const e of all('main *')) {
		if (e.closest('[data-rollen], .still, thead, svg') || !shown(e)) continue;
		const hides = getComputedStyle(e).overflowX == 'hidden' && e.scrollWidth > e.clientWidth + 1;
		if (hides || e.getBoundingClientRect().right > wide + 1) told('cut', e);
	}
	for (const e of all('[data-rollen]')) {
		const scrolls = e.scrollWidth > e.clientWidth, says = shown(e.querySelector('.rollt'));
		if (scrolls != says) told(says ? 'says that it scrolls' : 'scrolls and does not say so', e);
	}
	for (const e of all('[data-hinten] sup')) {
		const cell = e.closest('td, th').getBoundingClientRect();
		if (shown(e) && e.getBoundingClientRect().right > cell.right + 1) told('a mark out of its cell', e);
	}
	for (const e of all('[tabindex]')) told('takes the focus', e);
	for (const e of all('svg text')) {
		const ctm = shown(e) ? e.getScreenCTM() : null;
		const size = ctm ? parseFloat(e.getAttribute('font-size')) * Math.hypot(ctm.a, ctm.b) : 11;
		if (size < 10.9) told('small words in a drawing, ' + size.toFixed(1) + ' px', e);
	}
	for (const e of all('main p')) {
		if (!shown(e) || e.textContent.length < 240 || e.querySelector('br')) continue;
		const range = document.createRange();
		range.selectNodeContents(e);
		const lines = new Set([...range.getClientRects()].map(r => Math.round(r.bottom / 6))).size;
		if (e.textContent.length / lines > 76) told('long lines', e);
	}
	const contents = document.querySelector('[data-verzeichnis]');
	const text = document.querySelector('main > section:not([data-verzeichnis])');
	const beside = contents && text && contents.getBoundingClientRect().right <= text.getBoundingClientRect().left;
	if (contents && text && beside != (wide >= 1024))
		out.push('contents ' + (beside ? '' : 'not ') + 'beside the text');
	if (![...document.fonts].some(f => f.status == 'loaded')) out.push('no font of its own is in use');
	return out.slice(0, 6);
})()"""
# On paper nothing stands for a narrow screen, however narrow the paper is.
PRINTED = """[...document.querySelectorAll('.rollt, .sprung, [data-statt]')].filter(e => e.getClientRects().length)
	.map(e => 'printed: ' + e.outerHTML.slice(0, 100))"""
WORDS = """(() => {
	for (const sup of document.querySelectorAll('sup[id^="mark:"]')) {
		const mark = sup.querySelector('[role=doc-noteref]');
		if (!mark) continue;
		const note = document.createElement('div');
		const target = decodeURIComponent(mark.getAttribute('href').slice(1));
		note.innerHTML = document.getElementById(target).innerHTML;
		note.querySelector('.lbl')?.remove();
		sup.after(note);
	}
	const apart = 'body > header, .sprung, svg, [data-statt], .stelle, .rollt, del .still, ins .still, ' +
		'[role=doc-endnotes], [role=doc-backlink]';
	for (const e of document.querySelectorAll(apart)) e.remove();
	const imprint = document.querySelector('[data-impressum]');
	const last = imprint ? imprint.innerText : '';
	imprint?.remove();
	return document.body.innerText + '\\f' + last;
})()"""


class Chromium:
    def __init__(self, program):
        self.profile, self.count, self.buffer, self.session = tempfile.mkdtemp(), 0, b"", None
        self.heard = {}  # of each kind of event the last one
        take, self.to = os.pipe()
        self.back, give = os.pipe()
        low = [fcntl.fcntl(fd, fcntl.F_DUPFD, 10) for fd in (take, give)]
        self.process = subprocess.Popen(
            [
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-pipe",
                "--user-data-dir=" + self.profile,
            ],
            preexec_fn=lambda: (os.dup2(low[0], 3), os.dup2(low[1], 4)),
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for fd in low + [take, give]:
            os.close(fd)
        page = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]

    def call(self, method, **params):
        self.count += 1
        message = {"id": self.count, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.buffer:
                got = os.read(self.back, 1 << 20)
                if not got:
                    raise SystemExit("browser.py: Chromium ended")
                self.buffer += got
            one, self.buffer = self.buffer.split(b"\0", 1)
            answer = json.loads(one)
            if answer.get("id") == self.count:
                return answer.get("result", {})
            if "method" in answer:
                self.heard[answer["method"]] = answer["params"]

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit("browser.py: " + json.dumps(answer["exceptionDetails"])[:600])
        return answer.get("result", {}).get("value")

    def wide(self, width):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)

    def scheme(self, name):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def paper(self, on):
        self.call("Emulation.setEmulatedMedia", media="print" if on else "")

    def end(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def program():
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))


def looks(fresh):
    """In which looks a file is judged, and by what: a document's rules once; of its kinds of elements those no file
    before had, by all rules on a narrow screen in the dark, by colours and sizes in each look. No look: what is done
    between."""
    if "WEITE" in os.environ:
        return [(look, AXE) for look in LOOKS]
    colours = [(look, COLOURS) for look in LOOKS if look != NARROW]
    return [(LOOKS[0], WHOLE)] + ([(NARROW, SOME), (None, ASIDE), *colours, (None, BACK)] if fresh else [])


def judge(chromium, axe, path, known):
    """Faults of one file; its words stand beside it afterwards, its kinds of elements in KNOWN."""
    chromium.wide(1280)
    chromium.call("Page.navigate", url="file://" + os.path.abspath(path))
    chromium.evaluate(LOADED)
    chromium.evaluate("document.fonts.ready.then(() => 0)")
    chromium.evaluate(axe + ";0")
    for scheme in ("dark", "light"):
        chromium.scheme(scheme)
        chromium.evaluate(SHADES)
    faults, fresh = [], set(chromium.evaluate(KINDS)) - known
    known |= fresh
    for width in WIDTHS:
        chromium.wide(width)
        faults += ["%d px: %s" % (width, f) for f in chromium.evaluate(SEEN)]
    for look, script in looks(fresh):
        if look:
            chromium.wide(look[0])
            chromium.scheme(look[1])
        found = chromium.evaluate(script.replace("FRESH", json.dumps(sorted(fresh))))
        faults += ["%d px, %s: %s" % (*look, f) for f in found] if look else []
    chromium.scheme("light")
    chromium.paper(True)
    faults += chromium.evaluate(PRINTED)
    chromium.paper(False)
    chromium.wide(1280)
    with open(path + ".worte", "w", encoding="utf-8") as f:
        f.write(chromium.evaluate(WORDS))
    return faults


def main():
    axe, start, folder, bad = open(sys.argv[1], encoding="utf-8").read(), time.time(), os.path.dirname(sys.argv[2]), 0
    chromium, known = Chromium(program()), set()
    try:
        for path in sorted(sys.argv[2:], key=os.path.getsize):  # what is new is cheap to judge in a short one
            name, faults = os.path.relpath(path, folder), judge(chromium, axe, path, known)
            bad |= len(faults) > 0
            print("\n".join("FAULT %s: %s" % (name, f) for f in faults) or "pass " + name)
    finally:
        chromium.end()
    print("browser.py: %d files in %.1f s" % (len(sys.argv) - 2, time.time() - start))
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
