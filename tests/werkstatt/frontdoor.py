"""A web server before the Werkstatt that signs people in, for tests; mode says how it answers: open; redirect and page
(to its own sign-in, or with it), nobody (without a name), gone (502), cut (not at all)."""
import http.client
import http.server
import threading


class Door:
    def __init__(self, port, who):
        self.mode, door = 'open', self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def log_message(self, *_):
                pass

            def answer(self, status, body, **headers):
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name.replace('_', '-'), value)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def pass_on(self):
                body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
                if door.mode == 'cut':
                    self.close_connection = True
                    return
                if door.mode == 'redirect' and self.path != '/anmelden':
                    return self.answer(302, b'', Location='/anmelden')
                if door.mode in ('redirect', 'page'):
                    return self.answer(200, b'<form>Bitte anmelden</form>', Content_Type='text/html')
                if door.mode == 'gone':
                    return self.answer(502, b'Bad Gateway', Content_Type='text/html')
                sent = {n: v for n, v in self.headers.items() if n.lower() not in ('connection', 'content-length')}
                if door.mode == 'open':
                    sent['X-Remote-User'] = who
                c = http.client.HTTPConnection('127.0.0.1', port, timeout=60)
                try:
                    c.request(self.command, self.path, body or None, sent)
                    a = c.getresponse()
                    got = a.read()
                except OSError:
                    return self.answer(502, b'Bad Gateway')
                left = ('content-length', 'connection', 'transfer-encoding')
                self.answer(a.status, got, **{n: v for n, v in a.getheaders() if n.lower() not in left})

            do_GET = do_POST = pass_on

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None         # the browser went away
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
