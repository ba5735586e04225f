import { describe, expect, it } from 'vitest';
import { read } from '../../helpers/extracting.ts';

/** The text of a page of one paragraph. */
async function shown(html: string): Promise<string> {
  return (await read('a.html', `<!doctype html><html><body><p>${html}</p></body></html>`)).text;
}

async function expectTexts(cases: readonly (readonly [html: string, text: string])[]): Promise<void> {
  expect(await Promise.all(cases.map(async ([html]) => [html, await shown(html)]))).toEqual(cases);
}

describe('characters that a page raises or lowers', () => {
  it('are never glued to a number', async () => {
    await expectTexts([
      ['415,000<sup>1</sup> cars', '415,000¹ cars'],
      ['415,000<sup><a href="#n1">1</a></sup> cars', '415,000¹ cars'],
      ['95 000<sup>[2]</sup> машин', '95 000[2] машин'],
      ['9.5<sup>a</sup>万辆', '9.5^a万辆'],
      ['10<sup>6</sup>', '10⁶'],
      ['5×10<sup>−3</sup>', '5×10⁻³'],
      ['CO<sub>2</sub> 120 g', 'CO₂ 120 g'],
      ['120 m<sup>3</sup>, 40 м<sup>2</sup>', '120 m³, 40 м²'],
      ['the 1<sup>st</sup> quarter', 'the 1st quarter'],
      ['300<span style="vertical-align: super">4</span>', '300⁴'],
      ['300<span style="font-size:8px;vertical-align:sub">4</span>', '300₄'],
      ['300<sup>*</sup>', '300*'],
    ]);
  });

  it('are told apart within the article and the tables of a page too', async () => {
    const words = 'The association counted the cars that dealers brought to the country in summer. '.repeat(12);
    const page = `<html><body><article><h1>Title of it</h1><p>${words}</p><p>Imports were 415,000<sup>1</sup>, <span style="text-decoration:line-through">40</span> less.</p><table><tr><td>Lada</td><td>10<sup>6</sup></td></tr><tr><td>Kia</td><td>5<sup>2</sup></td></tr></table><p>${words}</p></article></body></html>`;
    const { text, warnings } = await read('a.html', page);
    expect(text).toContain('Imports were 415,000¹, ⟦40⟧ less.');
    expect(text).toContain('Lada\t10⁶\nKia\t5²');
    expect(warnings.join(' ')).toContain('struck out');
  });
});

describe('fractions and formulas of a page', () => {
  it('are written on one line', async () => {
    await expectTexts([
      ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of all', '1/2 of all'],
      ['3<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>', '3 1/2'],
      ['<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>', '(a+b)/2'],
      ['<math><msup><mn>10</mn><mn>6</mn></msup></math>', '10⁶'],
      ['<math><msub><mi>x</mi><mn>1</mn></msub></math>', 'x₁'],
      ['<math><msqrt><mn>2</mn></msqrt></math>', '√(2)'],
      ['<math><semantics><mn>5</mn><annotation encoding="x">\\five</annotation></semantics></math>', '5'],
      ['<sup>3</sup>&frasl;<sub>4</sub> of it', '3/4 of it'],
      ['2<sup>1</sup>/<sub>2</sub>', '2 1/2'],
    ]);
  });
});

describe('readings, quotes and struck-out words of a page', () => {
  it('are marked as such', async () => {
    await expectTexts([
      ['<ruby>奇瑞<rp>(</rp><rt>qí ruì</rt><rp>)</rp></ruby>销售', '奇瑞(qí ruì)销售'],
      ['<ruby>東京<rt>とうきょう</rt></ruby>', '東京(とうきょう)'],
      ['was <del>40</del> 50', 'was ⟦40⟧ 50'],
      ['<s>1 200 ₽</s> 900 ₽', '⟦1 200 ₽⟧ 900 ₽'],
      ['原价<strike>100</strike>元', '原价⟦100⟧元'],
      ['he said <q>it rose</q>', 'he said “it rose”'],
      ['<ins>60</ins>%', '60%'],
    ]);
  });
});

describe('a page that says it is in UTF-16', () => {
  it('in a mark that can be read as ASCII is in UTF-8', async () => {
    for (const charset of ['UTF-16LE', 'utf-16', 'utf16be', 'UTF-16BE']) {
      for (const meta of [`<meta charset="${charset}">`, `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`]) {
        const { text, encoding } = await read(
          'a.html',
          `<!doctype html><html><head>${meta}</head><body><p>Цены выросли, prices rose by 12 %.</p></body></html>`,
        );
        expect([text, encoding]).toEqual(['Цены выросли, prices rose by 12 %.', 'utf-8']);
      }
    }
  });
});
