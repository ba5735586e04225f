// The browser shell as a process of its own, over pages of the caller: `FILE PAGES [open]`. SIGUSR2 kills its core.
import type { Worker } from 'node:worker_threads';
import { serve } from '../../../electron/serve.ts';

const workers: Worker[] = [];
process.on('worker', (worker) => void workers.push(worker));
process.on('SIGUSR2', () => void workers.at(-1)?.terminate());

const [path = '', pages = '', opening] = process.argv.slice(2);
await serve({ path, port: 0, isOpening: opening === 'open', pages });
