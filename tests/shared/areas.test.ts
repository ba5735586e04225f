import { describe, expect, it } from 'vitest';
import { areaCode, isRestOfArea, isWithinArea } from '../../shared/areas.ts';

describe('an area', () => {
  it.each([
    ['UA', 'Ukraine', 'Украина', '乌克兰'],
    ['RU', 'the Russian Federation', 'РФ', '俄罗斯'],
    ['US', 'USA', 'США', '美国'],
    ['GB', 'UK', 'Великобритания', '英国'],
    ['TR', 'Türkiye', 'Турция', '土耳其'],
    ['EU', 'European Union', 'Евросоюз', '欧盟'],
    ['WORLD', 'World', 'Мир', '全球'],
  ])('%s has its code whatever it is called', (code, ...names) => {
    expect(names.map(areaCode)).toEqual(names.map(() => code));
  });
  it('that is none of them is itself, in lower case', () => {
    expect([areaCode('Moscow Oblast'), areaCode('Utopia'), areaCode('')]).toEqual(['moscow oblast', 'utopia', '']);
  });
  it('lies in the groups that it is a member of', () => {
    expect([isWithinArea('DE', 'EU'), isWithinArea('RU', 'EAEU'), isWithinArea('RU', 'WORLD')]).toEqual([true, true, true]);
    expect([isWithinArea('GB', 'EU'), isWithinArea('EU', 'EU'), isWithinArea('EU', 'DE'), isWithinArea('utopia', 'WORLD')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
  it('may be what is left over of another', () => {
    expect(['EU other', 'Other countries', 'rest of the world', 'прочие страны', 'остальные регионы', '其他国家'].every(isRestOfArea)).toBe(true);
    expect(['EU', 'Germany', 'brother', 'Ротердам', '中国'].some(isRestOfArea)).toBe(false);
  });
});
