"""usage: writer.py SOFFICE FOLDER TASK BEFORE AFTER …: the same tasks in LibreOffice Writer, by its own test interface
(org.libreoffice.uitest): keys and clicks go to its windows as a hand would send them, and are counted. What has to
change is the difference between two texts, a paragraph a line; tables, numbers of pages and the look are left to be
done for nothing, so what is counted is the least. "compare" instead of a task: two files held against each other.
Prints TASK, a tab, the steps, a tab, "done" or what is wrong. Run by a Python that has uno."""
import difflib
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

PLACES = 12                                            # so many times "search" is pressed rather than more typed


def values(**named):
    return tuple(PropertyValue(n.upper() if n.islower() else n, 0, v, 0) for n, v in named.items())


class Writer:
    def __init__(self, program, folder):
        self.steps = 0
        port = 20000 + os.getpid() % 20000
        self.process = subprocess.Popen(
            [program, '-env:UserInstallation=file://%s/profil' % folder, '--headless', '--norestore', '--nologo',
             '--accept=socket,host=127.0.0.1,port=%d;urp;' % port],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', here)
        for _ in range(600):
            try:
                self.context = resolver.resolve(
                    'uno:socket,host=127.0.0.1,port=%d;urp;StarOffice.ComponentContext' % port)
                break
            except Exception:
                time.sleep(0.2)
        self.test, self.desktop = self.make('org.libreoffice.uitest.UITest'), self.make('com.sun.star.frame.Desktop')
        self.plainly()

    def make(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def plainly(self):
        """What is typed stays what was typed."""
        where = PropertyValue('nodepath', 0, '/org.openoffice.Office.Writer/AutoFunction/Format/ByInput', 0)
        access = self.make('com.sun.star.configuration.ConfigurationProvider').createInstanceWithArguments(
            'com.sun.star.configuration.ConfigurationUpdateAccess', (where,))
        access.setPropertyValue('Enable', False)
        access.commitChanges()

    def open(self, path):
        text = values(FilterName='Text (encoded)', FilterOptions='UTF8,LF,,,') if path.endswith('.txt') else ()
        self.doc = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(path)), '_blank', 0, text)
        self.window(lambda w: 'writer_edit' in w.getChildren())

    def window(self, fits):
        for _ in range(300):
            w = self.test.getTopFocusWindow()
            if w and fits(w):
                return w
            time.sleep(0.05)
        raise SystemExit('writer.py: a window does not come')

    def lines(self):
        return self.doc.getText().getString().split('\n')

    def key(self, name):
        self.steps += 1
        self.window(lambda w: 'writer_edit' in w.getChildren()).getChild('writer_edit').executeAction(
            'TYPE', values(keycode=name))

    def type(self, text):
        self.steps += len(text)
        if text:
            self.window(lambda w: 'writer_edit' in w.getChildren()).getChild('writer_edit').executeAction(
                'TYPE', values(text=text))

    def find(self, needle, times):
        """By the dialog of Ctrl+H, from the beginning; what is found is selected."""
        self.key('CTRL+HOME')
        self.steps += 1                                # Ctrl+H
        self.test.executeDialog('.uno:SearchDialog')
        box = self.window(lambda w: 'searchterm' in w.getChildren())
        box.getChild('searchterm').executeAction('TYPE', values(keycode='CTRL+A'))     # selected when it opens
        box.getChild('searchterm').executeAction('TYPE', values(text=needle))
        for _ in range(times):
            box.getChild('search').executeAction('CLICK', ())
        box.getChild('close').executeAction('CLICK', ())
        self.steps += len(needle) + times + 1

    def replace_all(self, old, new):
        self.steps += 1
        self.test.executeDialog('.uno:SearchDialog')
        box = self.window(lambda w: 'searchterm' in w.getChildren())
        for name, text in (('searchterm', old), ('replaceterm', new)):
            box.getChild(name).executeAction('TYPE', values(keycode='CTRL+A'))
            box.getChild(name).executeAction('TYPE', values(text=text))
        box.getChild('replaceall').executeAction('CLICK', ())
        box.getChild('close').executeAction('CLICK', ())
        self.steps += len(old) + 1 + len(new) + 2

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait()


# ---- what is to be done

def nearest(lines, at, start, end):
    """The cheapest way to have lines[at][start:end] selected: what is searched for, and how often."""
    best = None
    for wide in range(0, 40):
        a, b = max(0, start - wide // 2), min(len(lines[at]), end + (wide + 1) // 2)
        needle = lines[at][a:b]
        if not needle.strip() or a > start - wide // 2 and b < end + (wide + 1) // 2:
            continue
        before = sum(line.count(needle) for line in lines[:at]) + lines[at][:a].count(needle)
        if before < PLACES and (best is None or len(needle) + before + 1 < len(best[0]) + best[1]):
            best = needle, before + 1, a, b
    return best


def differing(a, b):
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[len(a) - 1 - end] == b[len(b) - 1 - end]:
        end += 1
    return start, len(a) - end, b[start:len(b) - end]


def everywhere(writer, now, after):
    """Where all that reads so is to read otherwise, once for all."""
    pairs = {}
    for a, b in zip(now, after):
        if a != b and len(a.split()) == len(b.split()):
            for x, y in zip(a.split(), b.split()):
                if x != y:
                    pairs.setdefault(x, set()).add(y)
    for old, new in pairs.items():
        changed = [line.replace(old, next(iter(new))) for line in now]
        wanted = sum(a != b for a, b in zip(now, changed))
        if len(new) == 1 and wanted > 1 and sum(c == b for c, b in zip(changed, after)) == \
                sum(a == b for a, b in zip(now, after)) + wanted:
            writer.replace_all(old, next(iter(new)))
            now = writer.lines()
    return now


def carry_out(writer, after):
    now = writer.lines()
    if len(now) == len(after):
        now = everywhere(writer, now, after)
    while now != after:
        tag, i, j, k, m = next(o for o in difflib.SequenceMatcher(None, now, after, False).get_opcodes()
                               if o[0] != 'equal')
        if tag == 'insert':
            at = max(0, i - 1)
            start = max(0, len(now[at]) - 1)
            needle, times, a, b = nearest(now, at, start, len(now[at]))
            writer.find(needle, times)
            writer.key('END')
            for line in after[k:m]:
                writer.key('RETURN')
                writer.type(line)
        elif tag == 'delete':
            raise SystemExit('writer.py: nothing is to go in these tasks')
        else:
            start, end, new = differing(now[i], after[k])
            needle, times, a, b = nearest(now, i, start, max(end, start + 1))
            writer.find(needle, times)
            put = now[i][a:start] + new + now[i][end:b]
            writer.type(put) if put else writer.key('DELETE')
        was, now = now, writer.lines()
        if was == now:
            return False
    return True


def main():
    writer, args = Writer(*sys.argv[1:3]), sys.argv[3:]
    try:
        for task, before, after in zip(args[::3], args[1::3], args[2::3]):
            writer.open(before)
            writer.steps = 0
            if task == 'compare':
                # menus Edit, Track Changes, Compare Document; the name of the file; Enter
                helper = writer.make('com.sun.star.frame.DispatchHelper')
                helper.executeDispatch(writer.doc.getCurrentController().getFrame(), '.uno:CompareDocuments', '', 0,
                                       values(URL=uno.systemPathToFileUrl(os.path.abspath(after))))
                writer.steps += 3 + len(os.path.basename(after)) + 1
                good = writer.doc.getRedlines().createEnumeration().hasMoreElements()
            else:
                with open(after, encoding='utf-8') as f:
                    good = carry_out(writer, f.read().rstrip('\n').split('\n'))
            print('%s\t%d\t%s' % (task, writer.steps, 'done' if good else 'not done'), flush=True)
            writer.doc.setModified(False)
            writer.doc.close(True)
    finally:
        writer.end()


main()
