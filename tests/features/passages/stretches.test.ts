import { describe, expect, it } from 'vitest';
import type { Found } from '../../../shared/features/passages/contract.ts';
import { findMentions } from '../../../shared/features/passages/finder/index.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const longText = Array.from({ length: 400 }, (_, index) => `🚌 Line ${index}: sales came to ${index + 1},500 cars.`).join('\n');

async function longSource() {
  const { app } = await newWorkbook();
  const sourceId = await pasteSource(app, longText, { title: 'Long' });
  const whole = await app.ask('passages.found', { sourceId });
  return { app, sourceId, whole };
}

describe('a stretch of a text', () => {
  it('tells the mentions that start in it, and stretches side by side tell each of them once', async () => {
    const { app, sourceId, whole } = await longSource();
    const parts: Found[] = [];
    for (let start = 0; start < [...longText].length; start += 700) {
      const { found, first, total } = await app.ask('passages.found', { sourceId, start, length: 700 });
      expect({ first, total }).toEqual({ first: parts.length, total: whole.total });
      parts.push(...found);
    }
    expect(parts).toEqual(whole.found);
    expect(whole.found.map((one) => one.exact)).toEqual(findMentions(longText).map((one) => one.exact));
  });

  it('counts what is captured and set aside in all of the text, wherever the stretch lies', async () => {
    const { app, sourceId, whole } = await longSource();
    await app.ask('claims.capture', { claims: [figure(sourceId, '400,500 cars')] });
    const { start, end } = whole.found[3]!;
    await app.ask('passages.setAside', { sourceId, start, end, aside: true });
    for (const from of [0, 5000, 10_000_000]) {
      const { captured, setAside, total } = await app.ask('passages.found', { sourceId, start: from, length: 100 });
      expect({ captured, setAside, total }).toEqual({ captured: 1, setAside: 1, total: whole.total });
    }
  });

  it('is not longer than the longest that is told at once', async () => {
    const { app, sourceId } = await longSource();
    await expect(app.ask('passages.found', { sourceId, length: 100_001 })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a step', () => {
  it('goes to what is open, past what was captured or set aside, and around the end', async () => {
    const { app, sourceId, whole } = await longSource();
    const [first, second, third] = whole.found as [Found, Found, Found];
    await app.ask('passages.setAside', { sourceId, start: second.start, end: second.end, aside: true });
    expect(await app.ask('passages.step', { sourceId, from: first.start, isOn: true })).toEqual({ mention: third, index: 2 });
    const all = await app.ask('passages.step', { sourceId, from: first.start, isOn: true, onlyOpen: false });
    expect(all).toEqual({ mention: { ...second, setAside: true }, index: 1 });
    const last = await app.ask('passages.step', { sourceId, from: first.start, isOn: true, direction: 'previous' });
    expect(last.index).toBe(whole.total - 1);
  });

  it('finds nothing in a text without figures', async () => {
    const { app } = await newWorkbook();
    const sourceId = await pasteSource(app, 'No figure stands here.', { title: 'Words' });
    expect(await app.ask('passages.step', { sourceId, from: 0 })).toEqual({ mention: null, index: -1 });
  });
});
