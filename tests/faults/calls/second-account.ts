// Another user of the machine, while a window is opened: reads the command line of every process and every file of the shell that
// can be read, and tries what was found as an entry secret, as a cookie and as a form. None may enter.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServedShell } from '../../helpers/served-shell.ts';
import { type Rig, skipped } from '../figure.ts';

const figure = 'another user of the machine who entered';
/** The account of nobody: it is there on every Linux, and owns nothing. */
const stranger = { uid: 65_534, gid: 65_534 };

export const secondAccount: Rig = async (runs) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return skipped(figure, 'needs Linux and the right to act as another user');
  const place = mkdtempSync(join(tmpdir(), 'assay-browser-'));
  chmodSync(place, 0o755);
  try {
    const browser = makeBrowser(place);
    let entered = 0;
    for (let run = 0; run < runs; run += 1) entered += Number(await entersOne(browser));
    const isControlIn = await entersOpenServer();
    return {
      figure,
      runs,
      value: entered,
      limit: 0,
      ok: entered === 0 && isControlIn,
      control: `with the secret in a command line it ${isControlIn ? 'entered' : 'did not enter'}`,
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** Stands for the browser. */
function makeBrowser(folder: string): string {
  const path = join(folder, 'browser');
  // The kernel shows a command line for as long as the process lives; here it is kept for whoever looks later.
  writeFileSync(path, `#!/bin/sh\necho "$@" > ${folder}/said-$PPID\nchmod 644 ${folder}/said-$PPID\n`, { mode: 0o755 });
  return path;
}

async function entersOne(browser: string): Promise<boolean> {
  const shell = await startServedShell({ isOpening: true, env: { DISPLAY: ':0', ASSAY_BROWSER: browser } });
  try {
    const said = join(browser, '..', `said-${shell.process.pid}`);
    while (!existsSync(said)) await new Promise((resolve) => setImmediate(resolve));
    // As a home folder that others may look into.
    chmodSync(shell.folder, 0o755);
    return await tries(shell.port, [said, shell.folder]);
  } finally {
    await shell.stop();
  }
}

/** The control: a server as it was, whose one secret stands where it is started. */
async function entersOpenServer(): Promise<boolean> {
  const secret = 'S'.repeat(43);
  const program = `const http = require('node:http');
    const server = http.createServer((request, response) => response.writeHead(request.url.includes(process.argv[1]) ? 303 : 403).end());
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program, '--', secret], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [port] = await once(child.stdout, 'data');
  try {
    return await tries(Number(String(port)), []);
  } finally {
    child.kill('SIGKILL');
  }
}

async function tries(port: number, places: readonly string[]): Promise<boolean> {
  const child = spawn('/usr/bin/env', ['python3', '-c', strangerProgram, String(port), ...places], {
    ...stranger,
    cwd: '/',
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece) => (said += String(piece)));
  await once(child, 'close');
  return /^in$/m.test(said);
}

/** What the stranger does, with what every machine has. */
const strangerProgram = `
import glob, http.client, os, re, sys
port = int(sys.argv[1])
found = []
for path in glob.glob('/proc/[0-9]*/cmdline'):
    try: found.append(open(path, 'rb').read().decode('latin1'))
    except OSError: pass
for top in sys.argv[2:]:
    for place in [top] + [os.path.join(at, name) for at, _, names in os.walk(top) for name in names]:
        try: found.append(open(place, 'rb').read(2000000).decode('latin1'))
        except OSError: pass
words = set(re.findall(r'[A-Za-z0-9_-]{43}', ' '.join(found)))
urls = re.findall(r'file://(\\S+?\\.html)', ' '.join(found))
for url in urls:
    try: words |= set(re.findall(r'[A-Za-z0-9_-]{43}', open(url).read()))
    except OSError: pass
def ask(method, path, headers={}, body=None):
    try:
        line = http.client.HTTPConnection('127.0.0.1', port, timeout=20)
        line.request(method, path, body, headers)
        return line.getresponse().status
    except OSError: return 0
statuses = [ask('GET', '/')]
for word in words:
    statuses.append(ask('GET', '/?token=' + word))
    statuses.append(ask('GET', '/', {'Cookie': 'assay_%d=%s' % (port, word)}))
    statuses.append(ask('POST', '/enter', {'Origin': 'null'}, 'secret=' + word))
print('in' if any(status in (200, 303, 101) for status in statuses) else 'out')
print(len(words), len(urls))
`;
