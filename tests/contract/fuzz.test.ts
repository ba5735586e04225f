// Whatever is sent, each handler answers with a value or one typed error, and a query writes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCall } from '../../shared/contract.ts';
import { errorCodes } from '../../shared/errors.ts';
import { fuzzedMethods, hostileInput } from '../helpers/hostile-input.ts';
import { figure, newWorkbook, pasteSource } from '../helpers/workbook.ts';

describe('a call with fuzzed input', () => {
  it('ends with a value or a typed error, never otherwise', async () => {
    const { app, logged } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%')] });
    const call = fc.constantFrom(...fuzzedMethods).chain((name) => fc.tuple(fc.constant(name), hostileInput(name, [source])));
    await fc.assert(
      fc.asyncProperty(call, async ([name, input]) => {
        const before = findCall(name)!.kind === 'query' ? (await app.ask('history.list', {})).total : undefined;
        const result = await app.call(name, input);
        if (!result.ok) expect(errorCodes).toContain(result.error.code);
        if (before !== undefined) expect((await app.ask('history.list', {})).total).toBe(before);
      }),
      { numRuns: 600 },
    );
    expect(logged).toEqual([]);
  });

  it('is refused for names that the contract does not own', async () => {
    const { app } = await newWorkbook();
    for (const name of [
      '',
      '.',
      'claims',
      'claims.',
      'claims.capture.x',
      '__proto__.toString',
      'constructor.name',
      'claims.constructor',
      'CLAIMS.list',
    ]) {
      expect(await app.call(name, {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });
});
