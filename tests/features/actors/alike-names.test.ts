// Names that may be one: proposed across scripts, legal forms and abbreviations, and no others.
import { describe, expect, it } from 'vitest';
import { newWorkbook, pasteSource } from '../../helpers/workbook.ts';

async function proposed(...names: string[]): Promise<string[]> {
  const { app } = await newWorkbook();
  const source = await pasteSource(app, names.map((name, nth) => `Line ${nth}: ${name} said so.`).join('\n'));
  await app.ask('claims.capture', {
    claims: names.map((name, nth) => ({
      kind: 'statement',
      actor: name,
      topic: `Topic ${nth}`,
      gist: 'so',
      passage: { source, exact: `Line ${nth}: ${name}` },
    })),
  });
  const { proposals } = await app.ask('actors.proposals', {});
  return proposals.map(({ one, other }) => [one, other].sort().join(' = ')).sort();
}

describe('names that may be one actor', () => {
  it.each([
    ['another script', 'Хуавэй', 'Huawei'],
    ['Chinese characters', '小米', 'Xiaomi'],
    ['Chinese characters with the business', '华为技术有限公司', 'Huawei'],
    ['letters with no mark to take', 'Ørsted', 'Orsted'],
    ['an older way to write a Chinese name', 'Yangtze Mills', 'Yangzi Mills'],
    ['a legal form', 'Vesta Power SE', 'Vesta Power'],
    ['an abbreviation', 'NGA', 'Northern Grain Association'],
    ['an abbreviation with the legal form', 'BPTC', 'Baltic Port Terminals'],
    ['a Russian abbreviation', 'СЗП', 'Союз зерновых производителей'],
    ['a Russian abbreviation by syllables', 'Минречфлот', 'Министерство речного флота'],
    ['a Russian abbreviation by syllables with the country', 'Росзерноконтроль', 'Российский зерновой контроль России'],
    ['a legal form with dots', 'Vesta Power N.V.', 'Vesta Power'],
    ['a legal form in Russian letters', 'Веста Груп', 'Vesta Group'],
    ['an official Chinese name with one word of business', '阳光电源科技有限责任公司', '阳光电源'],
    ['a vowel more in another script', 'Александр Козловский', 'Alexander Kozlovsky'],
    ['an official Chinese name', '阳光电源新能源科技股份有限公司', '阳光电源'],
  ])('are proposed: %s', async (_, one, other) => {
    expect(await proposed(one, other)).toEqual([[one, other].sort().join(' = ')]);
  });
  it.each([
    ['a subsidiary', '比亚迪', '比亚迪电子有限公司'],
    ['Chinese names that only sound alike', '北汽', '备齐'],
    ['an abbreviation of two', 'NGA', 'Northern Grain Association', 'National Gas Agency'],
    ['a parent and its oil company', 'Vostok', 'Vostok Neft'],
    ['names with other acronyms', 'Vesta SDI', 'Vesta SDS'],
    ['a Russian abbreviation of something else', 'Минречфлот', 'Министерство морского флота'],
    ['two short names', 'ABC', 'ABD'],
  ])('are not proposed: %s', async (_, ...names) => {
    expect(await proposed(...names)).toEqual([]);
  });
});
