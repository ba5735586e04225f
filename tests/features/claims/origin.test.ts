import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../electron/commands/words.ts';
import { fromErrorShape } from '../../../shared/errors.ts';
import { countSupport, independentOrigins } from '../../../shared/features/claims/origin.ts';
import { toClaims } from '../../helpers/seed-claims.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

const source = (id: string, publisher: string | null, copyOf: string | null = null) => ({
  id,
  title: id,
  publisher,
  publishedOn: null,
  grade: null,
  copyOf,
});

/** A claim said by somebody, or by nobody, in a source of a publisher. */
function held(nth: number, saidBy: string | null, publisher: string | null, copyOf: string | null = null) {
  const [claim] = toClaims([
    {
      kind: 'figure',
      ref: `c${nth}`,
      measure: 'sales',
      subject: 'Cars',
      value: { low: '1', high: '1', qualifier: 'exact' },
      saidBy: saidBy === null ? [] : [saidBy],
      passage: { source: `s${nth}`, exact: 'words', start: 1 },
    },
  ]);
  return { claim: claim!, source: source(`s${nth}`, publisher, copyOf) };
}

describe('support', () => {
  it('counts who said it first, not who repeats it', () => {
    expect(countSupport([held(1, 'Agency', 'Paper'), held(2, 'Agency', 'Radio'), held(3, 'Bank', 'Paper')])).toBe(2);
    expect(countSupport([held(1, null, 'Paper'), held(2, null, 'Paper'), held(3, null, null)])).toBe(2);
    expect(countSupport([held(1, null, null), held(2, null, null, 's1')])).toBe(1);
  });

  it('follows a quotation to the publisher whose own words are here, and on to whom that one quotes', () => {
    expect(countSupport([held(1, null, 'Agency'), held(2, 'Agency', 'Paper')])).toBe(1);
    expect(countSupport([held(1, 'Agency', 'Paper'), held(2, 'Paper', 'Blog'), held(3, 'Blog', 'Forum')])).toBe(1);
  });

  it('counts publishers that quote each other in a circle once, and ends', () => {
    const circle = [held(1, 'B', 'A'), held(2, 'C', 'B'), held(3, 'A', 'C')];
    expect([...new Set(independentOrigins(circle).values())]).toEqual(['a']);
    expect(countSupport([...circle, held(4, 'Bank', 'Paper')])).toBe(2);
  });

  it('goes by the name that stands for an actor', () => {
    const both = [held(1, 'Agency', 'Paper'), held(2, 'Агентство', 'Radio')];
    expect([countSupport(both), countSupport(both, (name) => (name.toLowerCase() === 'агентство' ? 'Agency' : name))]).toEqual([2, 1]);
  });
});

describe('speakers', () => {
  it.each([
    'analysts',
    'Industry observers',
    'two senior officials',
    'people familiar with the matter',
    'чиновники',
    'источник на рынке',
    'отраслевые аналитики',
    '知情人士',
    '业内专家',
  ])('that nobody names are the words of each paper: %s', (name) => {
    expect(countSupport([held(1, name, 'Paper'), held(2, name, 'Radio')])).toBe(2);
  });

  it.each(['Alpha Bank analysts', 'Energy Traders Europe', 'Эксперт РА', 'Институт экспертов', '中国专家学会', 'Official Gazette'])(
    'that are named are one wherever they speak: %s',
    (name) => {
      expect(countSupport([held(1, name, 'Paper'), held(2, name, 'Radio')])).toBe(1);
    },
  );

  it.each([
    ['Росморпорт', 'Rosmorport'],
    ['Александр Козлов', 'Alexander Kozlov'],
    ['Nordgrid AG', 'Nordgrid'],
    ['ПАО «Севергрид»', 'Севергрид'],
    ['Газета сетей', 'Gazeta setey'],
  ])('in two scripts or with their legal form are one: %s, %s', (one, other) => {
    expect(countSupport([held(1, one, 'Paper'), held(2, other, 'Radio')])).toBe(1);
  });

  it.each([
    ['Нордбанк', 'Nordgrid'],
    ['Agency A', 'Agency B'],
    ['Сибирская палата', 'Siberian mine'],
  ])('of other names are two: %s, %s', (one, other) => {
    expect(countSupport([held(1, one, 'Paper'), held(2, other, 'Radio')])).toBe(2);
  });
});

describe('a sentence that two papers print', () => {
  const printed = (nth: number, exact: string, prefix: string, suffix: string, saidBy: readonly string[] = []) => {
    const { claim, source: own } = held(nth, null, `Paper ${nth}`);
    const passages = claim.passages.map((passage) => ({ ...passage, exact, prefix, suffix }));
    return { claim: { ...claim, passages, saidBy: saidBy.map((name) => ({ name, role: null })) }, source: own };
  };
  const words = ['load of the grid was 50%', 'In the dry spring the ', ', and repairs go on into the autumn'] as const;

  it('nearly word for word is one origin where nobody is named', () => {
    expect(countSupport([printed(1, ...words), printed(2, ...words)])).toBe(1);
    expect(countSupport([printed(1, ...words), printed(2, words[0], words[1], ', and the repairs go on into autumn')])).toBe(1);
  });
  it('in words of its own is an origin of its own, and so is one that names who said it', () => {
    expect(
      countSupport([printed(1, ...words), printed(2, 'ran at 50% of its load', 'Through April and May the network ', ' while older lines')]),
    ).toBe(2);
    expect(countSupport([printed(1, ...words, ['Grid office']), printed(2, ...words, ['Power union'])])).toBe(2);
  });
});

describe('what cannot be', () => {
  it.each([
    ['a period that ends before it starts', { period: '2024/2023' }, 'period'],
    ['bounds the wrong way round', { value: { low: '5', high: '1', qualifier: 'between' as const } }, 'value'],
    ['a unit that is no code', { unit: 'per cent' }, 'unit'],
  ])('is refused with its field, and nothing is kept: %s', async (_what, fields, field) => {
    const { app } = await newWorkbook();
    const id = await pasteSource(app);
    const refused = await app.call('claims.capture', { claims: [figure(id, '1.06m cars'), { ...figure(id, '1.10m cars'), ...fields }] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    if (!refused.ok) expect(errorWords(fromErrorShape(refused.error))).toContain(field);
    expect((await app.ask('workbook.info', {})).claims.figure).toBe(0);
  });

  it('is no burden: thousands of claims on one observation', { tags: ['large'] }, async () => {
    const { app } = await newWorkbook();
    const text = Array.from({ length: 3000 }, (_, nth) => `Count ${nth} is ${1000 + nth}.`).join(' ');
    const id = await pasteSource(app, text, { title: 'Many' });
    const claims = Array.from({ length: 3000 }, (_, nth) =>
      figure(id, `Count ${nth} is ${1000 + nth}.`, {
        measure: 'sales',
        subject: 'Cars',
        value: { low: String(1000 + nth), high: String(1000 + nth), qualifier: 'exact' },
        unit: 'UNITS',
        saidBy: [`Office ${nth}`],
      }),
    );
    await app.ask('claims.capture', { claims });
    const { observations } = await app.ask('ledger.list', {});
    expect(observations.map((one) => [one.claims.length, one.state, one.low, one.high, one.support])).toEqual([
      [3000, 'disputed', '1000', '3999', 3000],
    ]);
    expect((await app.ask('conflicts.list', { kind: 'value' })).groups).toHaveLength(1);
  });
});
