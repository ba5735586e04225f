// Forks the children that are named on the command line, asks each, and says their numbers on stdout.
import { fork } from 'node:child_process';
import { writeSync } from 'node:fs';

const children = process.argv.slice(2).map((path) => fork(path, [String(process.pid)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }));
for (const child of children) child.send({});
writeSync(1, `${children.map((child) => child.pid).join(' ')}\n`);
