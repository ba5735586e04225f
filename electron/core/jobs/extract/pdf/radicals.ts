// Some programs write Chinese signs as radicals that look the same: ⻓ for 长, ⼗ for 十. Nobody would find such words again,
// so the signs that are meant are put in their place. Unicode property Equivalent_Unified_Ideograph; the Kangxi radicals have it as
// their compatibility form.

const supplement =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';
const unified =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const meant = new Map([...supplement].map((radical, index) => [radical, [...unified][index]!]));

/** One sign for one. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2EF3\u2F00-\u2FD5]/g, (radical) => meant.get(radical) ?? radical.normalize('NFKC'));
}
