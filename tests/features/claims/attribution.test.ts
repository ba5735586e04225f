import { describe, expect, it } from 'vitest';
import { attributionIn } from '../../../shared/features/claims/attribution.ts';

const known = ['Autostat', 'Reuters', 'Автостат', 'Интерфакс', '中汽协', '新华社', 'Auto'].map((spelling) => ({
  spelling,
  name: spelling === 'Автостат' ? 'Autostat' : spelling,
}));

describe('the attribution of a sentence', () => {
  it('names who said it and who passed it on, in the script of the text, under the name that the workbook uses', () => {
    expect(attributionIn('The share was 60%, according to Autostat, as reported by Reuters.', known)).toEqual({
      saidBy: ['Autostat'],
      via: ['Reuters'],
    });
    expect(attributionIn('По данным «Автостата», доля выросла, сообщает Интерфакс.', known)).toMatchObject({ saidBy: ['Autostat'] });
    expect(attributionIn('Доля выросла, пишет газета со ссылкой на «Интерфакс».', known)).toEqual({ saidBy: [], via: ['Интерфакс'] });
    expect(attributionIn('据中汽协统计，出口增长7%，新华社报道。', known)).toEqual({ saidBy: ['中汽协'], via: ['新华社'] });
    expect(attributionIn('Autostat estimates sales at 1.2m.', known)).toEqual({ saidBy: ['Autostat'], via: [] });
  });

  it('is empty for names that nobody said anything by, and for names that are not known', () => {
    expect(attributionIn('Cars made for Autostat were sold, according to Nobody Ltd.', known)).toEqual({ saidBy: [], via: [] });
    expect(attributionIn('Reutersville is a town, and sales rose.', known)).toEqual({ saidBy: [], via: [] });
  });
});
