"""The page of the Werkstatt in Chromium, for the stories: PORT and AXE.JS are the first arguments of the program. What
a test prints are verdicts, a line each."""
import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
import browser  # noqa: E402
from desk import verdict  # noqa: E402

PORT, AXE = int(sys.argv[1]), open(sys.argv[2], encoding='utf-8').read()
BASE = 'http://127.0.0.1:%d/' % PORT
LOOKS = ((375, 'light'), (375, 'dark'), (1280, 'light'), (1280, 'dark'))
FEW = ((375, 'dark'), (1280, 'light'))
# What is there to be used: in a dialog that is open, else on the page.
USED = """const box = [...document.querySelectorAll('dialog[open]')].pop() ?? document.body;
const seen = e => e.getClientRects().length && e.checkVisibility({visibilityProperty: true});
const all = s => [...box.querySelectorAll(s)].filter(e => seen(e) && !e.closest('svg'));
const tag = e => e.outerHTML.slice(0, 120), style = e => getComputedStyle(e);
const CONTROLS = 'button, a[href], input:not([type=hidden]), select, textarea, summary';
"""
# WCAG 1.4.4, 1.4.10: all of it is there without scrolling sideways, but for tables, and bars that stay in view.
CUT = """(() => { %s
const rolls = e => { for (let up = e.parentElement; up; up = up.parentElement)
    if (/auto|scroll/.test(style(up).overflowX) && up.scrollWidth > up.clientWidth) return up; };
const stays = e => e.matches('.gitterfeld') || (e.matches('.leiste, .werkzeuge, .flaechen') && innerHeight > 400);
const out = box.scrollWidth > box.clientWidth + 1 ? ['sideways: ' + tag(box)] : [];
for (const e of all('*')) {
    const hides = !e.matches('input') && /hidden|clip/.test(style(e).overflowX);
    if (hides && e.scrollWidth > e.clientWidth + 1) out.push('cut: ' + tag(e));
    if (e.getBoundingClientRect().right <= innerWidth + 1) continue;
    const by = rolls(e);
    if (!by || !stays(by)) out.push('out of sight: ' + tag(by ?? e));
}
return [...new Set(out)].slice(0, 4) })()""" % USED
# WCAG 2.5.8: 24 by 24 pixels, or as far from the next one as if it were that large.
SMALL = """(() => { %s
const at = all(CONTROLS).map(e => [e, (e.matches('[type=checkbox], [type=radio]') && e.closest('label') || e)
    .getBoundingClientRect()]);
const small = r => r.width < 23.9 || r.height < 23.9, middle = r => [r.x + r.width / 2, r.y + r.height / 2];
const near = ([x, y], r) => Math.hypot(Math.max(r.x - x, 0, x - r.right), Math.max(r.y - y, 0, y - r.bottom)) < 12;
const apart = (a, b) => Math.hypot(middle(a)[0] - middle(b)[0], middle(a)[1] - middle(b)[1]) >= 24;
return at.filter(([e, r]) => small(r) && at.some(([f, q]) => f != e && !e.contains(f) && !f.contains(e) &&
    (near(middle(r), q) || (small(q) && !apart(r, q))))).map(([e]) => tag(e)).slice(0, 4) })()""" % USED
# WCAG 2.4.11: what has the focus lies behind nothing.
BEHIND = """(() => { %s
const was = document.activeElement, out = [];
for (const e of all(CONTROLS + ', [tabindex="0"]').slice(0, 150)) {
    if (e == was || e.disabled || e.closest('.ProseMirror')) continue;
    e.focus();
    const r = e.getBoundingClientRect(), spots = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
    const hit = ([x, y]) => document.elementFromPoint(r.x + r.width * x, r.y + r.height * y);
    if (document.activeElement == e && !spots.some(s => e.contains(hit(s)))) 
        out.push(tag(e) + ' behind ' + tag(hit(spots[0]) ?? box));
}
was?.focus();
return out.slice(0, 4) })()""" % USED
# WCAG 1.4.12: as far apart as a reader may want it.
SPACED = """(() => { const s = new CSSStyleSheet(); s.replaceSync(`* { line-height: 1.5 !important;
letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; })()"""
SETTLED = 'new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(true))))'
CAUGHT = """window.caught = [];
addEventListener('error', e => caught.push(e.message + ' ' + e.filename + ':' + e.lineno));
addEventListener('unhandledrejection', e => caught.push('rejected: ' + (e.reason?.stack ?? e.reason)));
addEventListener('securitypolicyviolation', e => caught.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));"""
KEYS = {'Enter': 13, 'a': 65, 's': 83, 'y': 89, 'ArrowLeft': 37, 'Backspace': 8, 'Tab': 9, 'z': 90, 'b': 66, 'm': 77,
        'ArrowUp': 38, 'ArrowDown': 40, 'End': 35, 'Home': 36,
        'Escape': 27, ' ': 32, 'Delete': 46}

chromium = browser.Chromium(browser.program())
js = chromium.evaluate


def wait(expression, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        if js('!!(%s)' % expression):
            return True
        time.sleep(0.03)
    return False


def sees(what, expression, more='null'):
    good = wait(expression)
    verdict(what, good, '' if good else str(js(more)))


def key(name, ctrl=False, alt=False):
    how = {'key': name, 'code': name if len(name) > 1 else 'Key' + name.upper(), 'windowsVirtualKeyCode': KEYS[name],
           'modifiers': 2 * ctrl + alt}
    chromium.call('Input.dispatchKeyEvent', type='keyDown', **how, **({'text': '\r'} if name == 'Enter' else {}))
    chromium.call('Input.dispatchKeyEvent', type='keyUp', **how)


def click(expression, dx=None):
    """Where it stands still: nobody aims at what is just moving."""
    x, y = js('(async () => { const find = () => %s, at = () => find().getBoundingClientRect();'
              'find().scrollIntoView({block: "center"}); let r = at(), was;'
              'do { was = r; await %s; r = at() } while (r.x != was.x || r.y != was.y);'
              'return [r.x + (%s), r.y + Math.min(r.height / 2, 12)] })()' %
              (expression, SETTLED, 'r.width / 2' if dx is None else dx))
    for kind in ('mousePressed', 'mouseReleased'):
        chromium.call('Input.dispatchMouseEvent', type=kind, x=x, y=y, button='left', clickCount=1)


def button(text, within='document'):
    return "[...%s.querySelectorAll('button')].find(b => b.textContent == '%s')" % (within, text)


def write(text):
    chromium.call('Input.insertText', text=text)


def paste(html, text):
    """As the browser hands over what is in the clipboard."""
    js("""((html, text) => { const d = new DataTransfer();
        if (html) d.setData('text/html', html);
        if (text) d.setData('text/plain', text);
        document.activeElement.closest('.ProseMirror').dispatchEvent(
            new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true})) })(%s, %s)""" %
       (json.dumps(html), json.dumps(text)))


def choose_file(selector, path):
    """Into the field of a dialog."""
    root = chromium.call('DOM.getDocument')['root']['nodeId']
    node = chromium.call('DOM.querySelector', nodeId=root, selector=selector)['nodeId']
    chromium.call('DOM.setFileInputFiles', nodeId=node, files=[os.path.abspath(path)])


def choose(selector, option):
    js("""(() => { const s = document.querySelector(%r), o = [...s.options].find(o => o.textContent == %r);
        s.value = o.value; s.dispatchEvent(new Event('change')) })()""" % (selector, option))


def drag(one, other):
    """By the mouse, as the browser itself drags: two expressions of elements."""
    middle = ('(() => { const e = %s, r = (e.scrollIntoView({block: "center"}), e.getBoundingClientRect());'
              'return [r.x + r.width / 2, r.y + r.height / 2] })()')
    chromium.heard.pop('Input.dragIntercepted', None)
    chromium.call('Input.setInterceptDrags', enabled=True)
    x, y = js(middle % one)
    chromium.call('Input.dispatchMouseEvent', type='mousePressed', x=x, y=y, button='left', clickCount=1)
    for step in (4, 12, 24):
        chromium.call('Input.dispatchMouseEvent', type='mouseMoved', x=x, y=y + step, button='left', buttons=1)
    js('new Promise(r => setTimeout(r, 100))')
    carried = chromium.heard.get('Input.dragIntercepted')
    verdict('it can be taken by the mouse', carried)
    to_x, to_y = js(middle % other)
    for kind in ('dragEnter', 'dragOver', 'drop') if carried else ():
        chromium.call('Input.dispatchDragEvent', type=kind, x=to_x, y=to_y, data=carried['data'])
    chromium.call('Input.dispatchMouseEvent', type='mouseReleased', x=to_x, y=to_y, button='left')
    chromium.call('Input.setInterceptDrags', enabled=False)


# ---- what somebody has who does not see: roles, names, what is said by itself

def tree():
    """Of each thing that is there: role, name, a number for the browser, its children's numbers."""
    nodes = chromium.call('Accessibility.getFullAXTree')['nodes']
    return {n['nodeId']: (n.get('role', {}).get('value', ''), n.get('name', {}).get('value', ''),
                          n.get('backendDOMNodeId'), n.get('childIds', [])) for n in nodes if not n.get('ignored')}


def thing(role, name, seconds=20):
    """The last one of that role whose name begins so; modal dialogs hide the rest by themselves. None: none."""
    end = time.time() + seconds
    while True:
        found = [n for n in tree().values() if n[0] == role and n[1].startswith(name)]
        if found or time.time() > end:
            return found[-1] if found else None
        time.sleep(0.05)


def go_to(role, name):
    """The focus goes there; False: it is not to be found, or does not take the focus."""
    found = thing(role, name)
    if found:
        chromium.call('DOM.getDocument')
        chromium.call('DOM.focus', backendNodeId=found[2])
    verdict('%s “%s” is there' % (role, name), found, sorted({n[:2] for n in tree().values() if n[0] == role})[:40])
    return found


def press(role, name):
    if go_to(role, name):
        key('Enter')


def says(what, text, seconds=20):
    """A live region says it."""
    end, told = time.time() + seconds, []

    def words(nodes, n):
        return n[1] + ' '.join(words(nodes, nodes[c]) for c in n[3] if c in nodes)
    while time.time() < end:
        nodes = tree()
        told = [words(nodes, n) for n in nodes.values() if n[0] in ('status', 'alert', 'log')]
        if any(text in t for t in told):
            return verdict(what, True)
        time.sleep(0.05)
    return verdict(what, False, told)


def saved(what):
    sees(what, "document.querySelector('.stand').textContent == 'gespeichert'",
         "document.querySelector('.ansage')?.textContent")


def drawn(what, desk, document):
    """What stands on the screen by many small changes is what the server draws by one."""
    same = """(fresh => [...document.querySelectorAll('.blatt')].filter(b => b.firstChild && b.dataset.sum ==
        fresh[0][b.dataset.page]).map(b => { const d = document.createElement('div');
        d.innerHTML = fresh[1][b.dataset.page].replaceAll('\\n', ''); return d.innerHTML == b.innerHTML }))"""
    head, pages = desk.preview(document)
    fresh = json.dumps([[p['sum'] for p in head['pages']], [pages[i] for i in range(len(pages))]])
    sees(what, '%s(%s).length > 1' % (same, fresh))
    told = js('%s(%s)' % (same, fresh))
    verdict(what + ': all of it', told and all(told), told)


def clean(view):
    verdict('no script error, nothing the policy forbids: ' + view, js('caught') == [], str(js('caught')))


def screen(width, height):
    chromium.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=False)
    js(SETTLED)


def enlarged(view):
    """At 200 and 400 % of a screen of 1280 by 1024 all of it can be seen, reached and hit; nothing moves by itself."""
    for width, height in ((640, 512), (320, 256)):
        screen(width, height)
        for what, fault in (('nothing is cut', CUT), ('targets', SMALL), ('the focus is in sight', BEHIND)):
            found = js(fault)
            verdict('%s, %d by %d: %s' % (view, width, height, what), not found, '; '.join(found))
    verdict(view + ': nothing moves', js('document.getAnimations().length == 0'))
    chromium.wide(1280)
    js(SPACED)
    found = js(CUT)
    verdict(view + ', text far apart: nothing is cut', not found, '; '.join(found))
    js('document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); 0')


def judged(view, looks=FEW):
    """axe-core finds nothing, and nothing is wider than the screen. The pages beside the text, thousands of elements,
    are judged in one view."""
    js(AXE + ';0')
    axe = browser.AXE if looks == LOOKS else browser.AXE.replace('document', "{exclude: ['.blatt']}")
    for width, scheme in looks:
        chromium.wide(width)
        chromium.scheme(scheme)
        js(SETTLED)
        found = js(axe)
        verdict('%s, %d px, %s: axe-core' % (view, width, scheme), not found, '; '.join(found))
        verdict('%s, %d px: not wider' % (view, width), js('document.documentElement.scrollWidth <= innerWidth'))
    chromium.wide(1920)
    verdict('%s, 1920 px: not wider' % view, js('document.documentElement.scrollWidth <= innerWidth'))
    chromium.wide(1280)
    chromium.scheme('light')
    enlarged(view)


def elsewhere():
    """A document that is open on a small screen, at 400 %, in colours of the reader's own, and on paper."""
    for width in (900, 1025, 1150):
        chromium.wide(width)
        sees('at %d px the page is beside the text' % width, """(([text, page]) => text.width > 380 &&
            page.width > 300 && page.left >= text.right - 1)(
            ['.papier', '.seiten'].map(s => document.querySelector(s).getBoundingClientRect()))""")
    chromium.call('Emulation.setDeviceMetricsOverride', width=320, height=256, deviceScaleFactor=1, mobile=False)
    sees('at 400 %: nothing is wider, the tools are there', """document.documentElement.scrollWidth <= innerWidth &&
        document.querySelector('.werkzeuge button').getBoundingClientRect().height > 20""")
    cut = js("""[...document.querySelectorAll('.papier *')].filter(e => e.getClientRects().length &&
        e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90)).slice(0, 4)""")
    verdict('at 400 %: nothing is cut', not cut, cut)
    chromium.wide(1280)
    chromium.call('Emulation.setEmulatedMedia', features=[{'name': 'forced-colors', 'value': 'active'}])
    sees('what is chosen is told in forced colours', """(of => {
        const b = document.createElement('button'), colour = e => getComputedStyle(e).backgroundColor;
        document.querySelector('.flaechen').append(b);
        const other = colour(b) != colour(of);
        b.remove();
        return other })(document.querySelector('.flaechen [aria-pressed=true]'))""")
    chromium.call('Emulation.setEmulatedMedia', features=[], media='print')
    verdict('on paper it says where the pages are', js("getComputedStyle(document.querySelector('.tisch')).display") ==
            'none' and 'PDF' in js("getComputedStyle(document.querySelector('#werkstatt'), '::after').content"))
    chromium.scheme('light')
    chromium.paper(False)
    chromium.scheme('light')


chromium.call('Page.enable')
chromium.call('Page.addScriptToEvaluateOnNewDocument', source=CAUGHT)
chromium.wide(1280)
