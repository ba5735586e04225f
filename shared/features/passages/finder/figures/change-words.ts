// Words of rise and fall in three languages, as verbs, nouns and adverbs.
import type { Direction } from '../model.ts';
import { matchesOf } from '../text/match.ts';

const UP =
  /\b(?:rose|ris(?:e|es|en|ing)|increas\w*|grew|grow(?:n|s|ing|th)?|climb\w*|jump\w*|surg\w*|soar\w*|gain\w*|advanc\w*|rais\w*|lift\w*|boost\w*|hik\w*|expand\w*|expansion|skyrocket\w*|rebound\w*|widen\w*|(?<!ma[dk]e |makes |making )up(?! to\b)|higher|more|above|ahead|doubl\w*|tripl\w*|quadrupl\w*|accelerat\w*|strengthen\w*|upgrad\w*|swell\w*|spike\w*|add(?:ed|s|ing)?)\b|(?:^|[^а-яё])(?:вырос|выраст|раст[её]?т|росл|рост|увелич|повы[сш]|подн[яи]|подорож|прибав|приба́в|возр[ао]с|расшир|ускор|удво|утро|учетвер|прирос|наращ|нараст|подскоч|взлет|выше|больше|дороже|укреп|доба́в|добав)|增|涨|升|上调|提高|扩大|上扬|攀升|高出|多出|反弹/gu;
const DOWN =
  /\b(?:fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|slip\w*|slid(?:e|es|ing)?|sank|sink\w*|sunk|shr[aiu]nk\w*|plung\w*|plummet\w*|tumbl\w*|contract(?:ed|s|ing|ion)|cut(?:s|ting)?|reduc\w*|lower\w*|eas(?:e|ed|es|ing)|down|less|fewer|below|behind|dip(?:s|ped)?|slump\w*|crash\w*|narrow\w*|halv\w*|shed|weaken\w*|slash\w*|trim\w*|retreat\w*|collaps\w*|short of|los(?:t|e|es|ing)|slow\w*)\b|(?:^|[^а-яё])(?:упа[лд]|пада|паден|снизи|снижа|сниже|снизят|сокра[тщ]|уменьш|опусти|рухну|обвал|потеря|просе[лд]|подешев|дешевл|сжа[лт]|ниже|меньше|дешевле|замедл|убы[лв]|сузи|ослаб|вдвое меньше|спад|урез|недобор|отста)|降|跌|减|缩|下滑|下挫|回落|下调|萎缩|蒸发|低于去年|少了|损失/gu;

/** The last word of change in a stretch of lower-case text decides. */
export function directionIn(lower: string): Direction | null {
  const up = lastIndex(UP, lower);
  const down = lastIndex(DOWN, lower);
  if (up === -1 && down === -1) return null;
  return up > down ? 'up' : 'down';
}

function lastIndex(pattern: RegExp, lower: string): number {
  let last = -1;
  for (const match of matchesOf(pattern, lower)) last = match.index;
  return last;
}
