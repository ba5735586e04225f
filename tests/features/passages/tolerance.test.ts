import { describe, expect, it } from 'vitest';
import { anchorQuote, anchorText } from '../../../shared/features/passages/anchor.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';

/** What a quote is found as; undefined where it is refused. */
function found(text: string, exact: string): string | undefined {
  try {
    return anchorQuote(anchorText(text), { exact }).exact;
  } catch {
    return undefined;
  }
}

describe('a quote whose typesetting differs from the text', () => {
  it('is found with the words of the text', () => {
    const cases: readonly (readonly [text: string, quote: string, words: string])[] = [
      ['The ministry’s note – dated 5 May – says', "ministry's note - dated 5 May - says", 'ministry’s note – dated 5 May – says'],
      ['It says: “sales rose by 12 % to 95\u00a0000 cars”.', '"sales rose by 12% to 95 000 cars"', '“sales rose by 12 % to 95\u00a0000 cars”'],
      ['It is a\nlong-term trend', 'It is a long-term trend', 'It is a\nlong-term trend'],
      ['left the of-\nfice at noon', 'the office at noon', 'the of-\nfice at noon'],
      ['left the short-\nterm plan', 'the short-term plan', 'the short-\nterm plan'],
      ['the long\u00adterm trend', 'longterm trend', 'long\u00adterm trend'],
      ['Министр сказал: «продажи выросли на 12 %».', 'сказал: "продажи выросли на 12%"', 'сказал: «продажи выросли на 12 %»'],
      ['рост на 5–7 процентов', 'рост на 5-7 процентов', 'рост на 5–7 процентов'],
      ['объём прода-\nж вырос', 'объём продаж вырос', 'объём прода-\nж вырос'],
      ['销量增长了 12%，达到5000辆', '销量增长了12%,达到5000辆', '销量增长了 12%，达到5000辆'],
      ['他说：「销量增长」。', '他说："销量增长"', '他说：「销量增长」'],
      ['rose  by\ttwelve', 'rose by twelve', 'rose  by\ttwelve'],
      ['It fell by −5 %', 'fell by -5%', 'fell by −5 %'],
    ];
    expect(cases.map(([text, quote]) => [text, quote, found(text, quote)])).toEqual(cases);
  });

  it('is refused where a figure, a letter or a word differs, or where it would cut a number in two', () => {
    const text = 'Sales rose by 12 % to 95 000 cars – less than “before”, at 1 195 000.';
    for (const quote of [
      'rose by 13% to 95 000',
      'rose by 12% to 95000',
      'Salesroseby12%',
      'sales rose by 12%',
      '"after"',
      '5 000 cars - less',
      'rose by 2% to',
      '95 000 – cars',
    ])
      expect(found(text, quote), quote).toBeUndefined();
  });

  it('is refused where it stands twice and nothing decides', () => {
    expect(found('12 % here and 12 % there', '12%')).toBeUndefined();
    expect(anchorQuote(anchorText('12 % here and 12 % there'), { exact: '12%', suffix: ' there' }).start).toBe(14);
  });

  it('is placed alike by a capture and by an annotation', async () => {
    const { app } = await newWorkbook();
    const id = await pasteSource(app, 'The plan – of 5 May – says: “sales rose by 12 % to 95 000 cars”, in a short-\nterm view.', {
      title: 'plan.txt',
    });
    const quotes = ['The plan - of 5 May', '"sales rose by 12% to 95 000 cars"', 'a short-term view', 'sales rose by 13% to 95 000 cars'];
    const isCaptured = async (exact: string) =>
      app.ask('claims.capture', { claims: [figure(id, exact)] }).then(
        () => true,
        () => false,
      );
    const captured: boolean[] = [];
    for (const quote of quotes) captured.push(await isCaptured(quote));
    const annotations = quotes.map((exact, at) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:x:${at}`,
      type: 'Annotation',
      target: { source: 'plan.txt', selector: { type: 'TextQuoteSelector', exact } },
    }));
    const { unplaced } = await app.ask('passages.importAnnotations', { json: JSON.stringify(annotations) });
    expect(captured).toEqual([true, true, true, false]);
    expect(unplaced.map((one) => one.annotation)).toEqual(['urn:x:3']);
  });
});
