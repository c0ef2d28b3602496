"""The page of the Werkstatt in Chromium, for the stories: PORT and AXE.JS are the first arguments of the program. What
a test prints are verdicts, a line each."""
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
CAUGHT = """window.caught = [];
addEventListener('error', e => caught.push(e.message + ' ' + e.filename + ':' + e.lineno));
addEventListener('unhandledrejection', e => caught.push('rejected: ' + (e.reason?.stack ?? e.reason)));
addEventListener('securitypolicyviolation', e => caught.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));"""
KEYS = {'Enter': 13, 'Backspace': 8, 'Tab': 9, 'z': 90, 'b': 66, 'm': 77,
        'ArrowUp': 38, 'ArrowDown': 40, 'End': 35, 'Home': 36,
        'Escape': 27, ' ': 32}

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
    x, y = js('(() => { const e = %s; e.scrollIntoView({block: "center"}); const r = e.getBoundingClientRect();'
              'return [r.x + (%s), r.y + Math.min(r.height / 2, 12)] })()' %
              (expression, 'r.width / 2' if dx is None else dx))
    for kind in ('mousePressed', 'mouseReleased'):
        chromium.call('Input.dispatchMouseEvent', type=kind, x=x, y=y, button='left', clickCount=1)


def button(text, within='document'):
    return "[...%s.querySelectorAll('button')].find(b => b.textContent == '%s')" % (within, text)


def write(text):
    chromium.call('Input.insertText', text=text)


def choose(selector, option):
    js("""(() => { const s = document.querySelector(%r), o = [...s.options].find(o => o.textContent == %r);
        s.value = o.value; s.dispatchEvent(new Event('change')) })()""" % (selector, option))


def saved(what):
    sees(what, "document.querySelector('.stand').textContent == 'gespeichert'",
         "document.querySelector('#ansage')?.textContent")


def clean(view):
    verdict('no script error, nothing the policy forbids: ' + view, js('caught') == [], str(js('caught')))


def judged(view, looks=FEW):
    """axe-core finds nothing, and nothing is wider than the screen."""
    js(AXE + ';0')
    for width, scheme in looks:
        chromium.wide(width)
        chromium.scheme(scheme)
        time.sleep(0.15)
        found = js(browser.AXE)
        verdict('%s, %d px, %s: axe-core' % (view, width, scheme), not found, '; '.join(found))
        verdict('%s, %d px: not wider' % (view, width), js('document.documentElement.scrollWidth <= innerWidth'))
    chromium.wide(1920)
    verdict('%s, 1920 px: not wider' % view, js('document.documentElement.scrollWidth <= innerWidth'))
    chromium.wide(1280)
    chromium.scheme('light')


chromium.call('Page.enable')
chromium.call('Page.addScriptToEvaluateOnNewDocument', source=CAUGHT)
chromium.wide(1280)
