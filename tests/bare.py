#!/usr/bin/env python3
"""Files of ours for word processors as programs write them that hand on nothing they do not know: bare.py FILE…
The source that lies in each is gone, so that all is read that can be read without it."""

import sys
import zipfile

PARTS = ('customXml/', 'beilage.rdf', 'manifest.rdf')


def main():
    for path in sys.argv[1:]:
        with zipfile.ZipFile(path) as z:
            parts = [(i, z.read(i)) for i in z.infolist()]
        assert any(i.filename.startswith(PARTS) for i, _ in parts), path
        with zipfile.ZipFile(path, 'w') as z:
            for i, data in parts:
                if not i.filename.startswith(PARTS):
                    z.writestr(i, data)


if __name__ == '__main__':
    main()
