// Generated values through the contract, the store and an export: kept exactly, or refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyText } from '../helpers/any-text.ts';
import type { Rig } from './figure.ts';
import { plainApp, plainHost } from './plain-app.ts';

const notes = fc.oneof(
  anyText(60),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('=1+1', '\u202eabc', '\ufeffx', '\ud800', 'a\0b', '1e309', 'NaN', '９９'),
);

export const roundTrips: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-trip-'));
  const host = plainHost(folder);
  const app = plainApp(folder, host);
  try {
    await app.createPath(join(folder, 'trip.assay'));
    const source = await app.ask('sources.paste', { text: 'one two three', meta: { title: 'Trip' } });
    const wanted = new Map<string, string>();
    let refused = 0;
    const values = fc.sample(notes, { numRuns: runs, seed: 7 });
    for (let at = 0; at < values.length; at += 500) {
      for (const [index, note] of values.slice(at, at + 500).entries()) {
        const claim = { kind: 'statement' as const, actor: `A${at + index}`, topic: 'T', note, passage: { source: source.id, exact: 'two' } };
        const result = await app.call('claims.capture', { claims: [claim] });
        if (result.ok) wanted.set(`A${at + index}`, note);
        else refused += 1;
      }
    }
    const made = await app.ask('exchange.export', { format: 'json' });
    const exported = JSON.parse(Buffer.from(host.files.read(made.download, 0, made.bytes).piece).toString('utf8')) as {
      claims: { actor: string; note: string }[];
    };
    const silent = exported.claims.filter((claim) => wanted.get(claim.actor) !== claim.note).length + (wanted.size - exported.claims.length);
    const lossy = values.filter((note) => Buffer.from(note, 'utf8').toString('utf8') !== note || note.includes('\0')).length;
    return {
      figure: 'values changed silently on the way through',
      runs,
      value: silent,
      limit: 0,
      ok: silent === 0 && lossy > 0 && refused >= lossy,
      control: `${lossy} of the values would have changed unseen; ${refused} were refused`,
    };
  } finally {
    app.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
