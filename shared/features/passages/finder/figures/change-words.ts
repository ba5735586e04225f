// Words of rise and fall in three languages, as verbs, nouns and adverbs.
import type { Direction } from '../model.ts';
import { matchesOf } from '../text/match.ts';

const UP =
  /\b(?:rose|ris(?:e|es|en|ing)|increas\w*|grew|grow(?:n|s|ing|th)?|climb\w*|jump\w*|surg\w*|soar\w*|gain\w*|advanc\w*|rais\w*|lift\w*|boost\w*|hik\w*|expand\w*|expansion|skyrocket\w*|rebound\w*|widen\w*|(?<!ma[dk]e |makes |making )up(?! to\b)|higher|more|above|ahead|doubl\w*|tripl\w*|quadrupl\w*|accelerat\w*|strengthen\w*|upgrad\w*|swell\w*|swollen|spike\w*|rall(?:y|ies|ied)|recover\w*|balloon\w*|mount(?:ed|s|ing)|multipl(?:y|ies|ied)|escalat\w*|ramp(?:ed|s|ing)|appreciat\w*|cost(?:lier)|dearer|larger|bigger|add(?:ed|s|ing)?)\b|(?:^|[^а-яё])(?:вырос|выраст|раст[её]?т|росл|рост|увелич|повы[сш]|подн[яи]|подорож|прибав|приба́в|возр[ао]с|расшир|ускор|удво|утро|учетвер|прирос|наращ|нараст|подскоч|взлет|выше|больше|дороже|укреп|окреп|усил|удорож|отскоч|отыгра|взмы[лт]|подним|подтян|разогна|восстанов|подрос|прибыл[оа] на|доба́в|добав)|增|涨|(?<![每公毫/])升|上调|提高|扩大|上扬|攀升|高出|多出|反弹|走高|走强|上行|上修|调高|偏多|偏高|扩|(?<![最新])高了?$|(?<![最至])多了?$/gu;
const DOWN =
  /\b(?:fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|slip\w*|slid(?:e|es|ing)?|sank|sink\w*|sunk|shr[aiu]nk\w*|plung\w*|plummet\w*|tumbl\w*|contract(?:ed|s|ing|ion)|cut(?:s|ting)?|reduc\w*|lower\w*|eas(?:e|ed|es|ing)|down|less|fewer|below|behind|dip(?:s|ped)?|slump\w*|crash\w*|narrow\w*|halv\w*|shed|weaken\w*|slash\w*|trim\w*|retreat\w*|collaps\w*|short of|los(?:t|e|es|ing)|slow\w*|ebb(?:ed|s|ing)|dwindl\w*|erod\w*|reced\w*|subsid(?:ed|es|ing)|shav(?:e|ed|es|ing)|par(?:ed|ing)|curtail\w*|curb(?:ed|s|ing)|moderat(?:ed|es|ing)|soften\w*|depreciat\w*|devalu\w*|nosediv\w*|tank(?:ed|s|ing)|div(?:ed|es|ing)|dove|wan(?:ed|es|ing)|diminish\w*|deplet\w*|downgrad\w*|sag(?:ged|s|ging)?|cheaper|smaller|shorter)\b|(?:^|[^а-яё])(?:упа[лд]|пада|паден|снизи|снижа|сниже|снизят|сокра[тщ]|уменьш|опусти|рухну|обвал|потеря|просе[лд]|подешев|дешевл|сжа[лт]|ниже|меньше|дешевле|замедл|убы[лв]|сузи|пони[зж]|урез|обруш|рушит|просад|скати|сполз|откат|отступ|девальв|обесцен|удешев|провал|опуска|съ[её]ж|сократ|недосч|слабе|похуд|ослаб|вдвое меньше|спад|урез|недобор|отста)|降|跌|减|缩|下滑|下挫|回落|下调|萎缩|蒸发|低于去年|少了|损失|贬|回撤|走低|走弱|下行|下修|收窄|调低|偏少|偏低|下探|放缓|趋缓|回调|(?<![最])低了?$|(?<![至最不])少了?$/gu;

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
