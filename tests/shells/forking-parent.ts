// Forks the children that are named on the command line, asks each, and says their numbers on stdout once all have begun.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';

const children = process.argv.slice(2).map((path) => fork(path, [String(process.pid)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }));
const begun = children.map((child) => once(child, 'message'));
for (const child of children) child.send({});
await Promise.all(begun);
writeSync(1, `${children.map((child) => child.pid).join(' ')}\n`);
