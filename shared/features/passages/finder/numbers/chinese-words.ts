// Han numbers: digits, scales and the measure words that show a number counts something.
import { hanScalePattern, hanScales } from '../../../../quantity/scale-words.ts';

export const hanDigits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

export { hanScalePattern as scalePattern, hanScales };

/** Words after a number that count or measure: people, things, money, time, physical units; longest first. */
export const countedWords =
  '平方公里|平方米|立方米|千瓦时|兆瓦时|载重吨|亿千瓦|蒲式耳|摄氏度|节车厢|标准箱|百分点|英寸|纳米|微米|毫克|标箱|公担|加仑|克拉|小时|分钟|公里|千米|公斤|千克|美元|欧元|卢布|港元|日元|英镑|韩元|美分|份额|公顷|平方|立方|毫升|千瓦|兆瓦|吉瓦|马力|基点|座位|品牌|车型|企业|工厂|城市|国家|员工|世纪|海里|英里|英尺|毫米|厘米|千卡|大卡|寸|斤|℃|个|家|名|人|位|条|台|辆|座|项|款|种|次|倍|天|年|周|月|日|秒|吨|米|克|元|块|角|分|处|间|所|艘|架|列|套|件|批|份|只|头|亩|升|桶|度|瓦|岁|户|门|段|轮|届|期|笔|宗|起|场|层|栋|幢|口|株|棵|根|张|本|部|支|枚|箱|袋|成|%|％|节|组|队|班|道|点|股|轴|缸|车|国|省|市|县|城|镇|村|区|字|页|里|转|牛|安|伏|赫|焦|帕|兆|代';

/** The same, and the words that make the number a bound or an estimate. */
export const measureWords = `${countedWords}|多|余|左右|以上|以下|以内`;

/** The value of a Han integer below 万, such as 三百零五; `undefined` when the signs make none. */
function belowTenThousand(text: string): number | undefined {
  let value = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const next = hanDigits[sign];
    if (next !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = next;
      continue;
    }
    const power = hanScales[sign];
    if (power === undefined) return undefined;
    value += (digit ?? 1) * 10 ** power;
    digit = undefined;
  }
  return value + (digit ?? 0);
}

/** The value of a whole Han number: 两百万, 一亿五千万, 二十四; at most 10^16. */
export function hanInteger(text: string): number | undefined {
  let total = 0;
  let rest = text;
  for (const [sign, power] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    const at = rest.lastIndexOf(sign);
    if (at === -1) continue;
    const head = hanInteger(rest.slice(0, at));
    if (head === undefined || at === 0) return undefined;
    total += head * 10 ** power;
    rest = rest.slice(at + 1);
  }
  const tail = rest === '' ? 0 : belowTenThousand(rest);
  return tail === undefined ? undefined : total + tail;
}
