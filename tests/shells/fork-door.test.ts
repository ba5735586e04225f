import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { forkNodeFile } from '../../electron/core/jobs/child.ts';
import { createDocumentReader } from '../../electron/core/jobs/reader.ts';
import { forkUtility } from '../../electron/shells/electron/utility-fork.ts';
import { answerFork, type ForkRequest, forkThrough } from '../../electron/shells/fork-door.ts';

const file = (name: string, text: string) => ({ name, mediaType: '', bytes: new Uint8Array(Buffer.from(text)) });

describe('children that the shell makes for the core', () => {
  it('read documents through the door, and a crash comes through as one error', { tags: ['process'] }, async () => {
    const asked: ForkRequest[] = [];
    const fork = forkThrough((request) => {
      asked.push(request);
      answerFork(request, forkNodeFile);
    });
    const reader = createDocumentReader(fork, { timeoutMs: 300_000, memoryMb: 40, documents: 10 });
    expect((await reader.read(file('a.txt', 'Sales rose.'))).text).toBe('Sales rose.');
    await expect(reader.read(file('huge.html', `<html><body>${'<p>Sales rose.</p>'.repeat(200_000)}</body></html>`))).rejects.toMatchObject({
      code: 'unreadable',
    });
    expect((await reader.read(file('b.txt', 'Sales fell.'))).text).toBe('Sales fell.');
    reader.close();
    expect(asked.map(({ options }) => options.memoryMb)).toEqual([40, 40]);
  });

  it('are utility processes under Electron, with the cap on their memory', () => {
    const made: unknown[][] = [];
    const sent: object[] = [];
    const utility = Object.assign(new EventEmitter(), { postMessage: (message: object) => sent.push(message), kill: () => true });
    const fork = forkUtility({
      fork(...args) {
        made.push(args);
        return utility as never;
      },
    });
    const child = fork('/app/extract-entry.js', { memoryMb: 512 });
    const heard: unknown[] = [];
    child.listen((message) => heard.push(message));
    child.send({ ask: 1 });
    utility.emit('message', { answer: 1 });
    utility.emit('exit', 0);
    expect([sent, heard, child.hasEnded()]).toEqual([[{ ask: 1 }], [{ answer: 1 }, undefined], true]);
    expect(made).toEqual([['/app/extract-entry.js', [], expect.objectContaining({ execArgv: ['--max-old-space-size=512'], stdio: 'ignore' })]]);
  });
});
