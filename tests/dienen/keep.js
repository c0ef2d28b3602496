// Asks with Node's agent, which keeps connections and sends the next request on them. usage: node keep.js PORT
const http = require('http');
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
const paths = ['/system.json', '/body/beckum/paper.json', '/body/beckum/meeting.json?limit=2'];

function ask(path, headers) {
	return new Promise((good, bad) => {
		const request = http.get({ port: Number(process.argv[2]), host: '127.0.0.1', path, headers, agent }, (answer) => {
			let body = '';
			answer.on('data', (part) => { body += part; });
			answer.on('end', () => good({ status: answer.statusCode, etag: answer.headers.etag, body }));
		});
		request.on('error', bad);
	});
}

async function main() {
	for (const path of paths) {
		const first = await ask(path, {});
		for (let i = 0; i < 50; i++) {
			const same = await ask(path, { 'If-None-Match': first.etag });
			const whole = await ask(path, {});
			if (same.status !== 304 || same.body || whole.status !== 200 || whole.body !== first.body)
				throw new Error(`${path}: ${same.status} ${whole.status}`);
		}
	}
	agent.destroy();
}

main().catch((error) => { console.log(error); process.exit(1); });
