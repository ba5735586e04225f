// Is a bare four-digit number of an English sentence a year? Words around it decide; without any it is one.
import { matchAt, matchBefore } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';

const YEAR_BEFORE =
  /\b(?:in|by|since|from|until|till|through|throughout|before|after|during|for|of|to|early|late|mid|as of|between|versus|vs\.?|than|with|spring|summer|autumn|fall|winter|year|years|beyond|around|about|circa)\s(?:the\s)?$/;
const COUNT_BEFORE =
  /\b(?:more than|less than|fewer than|at least|up to|over|under|nearly|almost|roughly|approximately|some|another|only|just|than|about|around|employs?|employed|sold|sells?|bought|built|made|produced|hired|hires|delivered|exported|imported|shipped|ordered|recalled|cost|costs|paid|worth|total of|all|page|room|model|no|number|section|code|iso|order|decree|s&p|index|russell)[\s.]$/;
const COUNTED_AFTER =
  /\s(?:new |more |of the |of its |of them |chinese |electric |used |passenger )*(?:people|workers|cars|vehicles|units|trucks|buses|dealers|dealerships|plants|employees|jobs|stores|companies|firms|tonnes|tons|barrels|km|kilomet\w+|miles|hectares|patents|stations|chargers|containers|wagons|orders|homes|households|residents|students|customers|respondents|seats|machines|robots|mw|gw|kw|hp|kg|points|dollars|euros|yuan|roubles|rubles|pounds|percent|per cent|hours|days|were sold|times|million|billion|thousand|cc|rpm|mah)\b/y;

export function isEnglishYear({ lower }: Sentence, position: number): boolean {
  const isCount = matchAt(COUNTED_AFTER, lower, position + 4) !== null;
  const leads = matchBefore(YEAR_BEFORE, lower, position) !== undefined;
  if (isCount) return false;
  if (leads && matchBefore(/\b(?:than|around|about|of|for|to)\s$/, lower, position) === undefined) return true;
  return matchBefore(COUNT_BEFORE, lower, position) === undefined || /\b(?:than)\s$/.test(lower.slice(0, position))
    ? !isRounded(lower, position)
    : false;
}

/** "to 2000 by May": round thousands without a word for time are quantities as often as years. */
function isRounded(lower: string, position: number): boolean {
  return (
    lower.startsWith('00', position + 2) &&
    matchBefore(/\b(?:to|of|than|about|around|for)\s$/, lower, position) !== undefined &&
    matchAt(/\s(?:by|a|per|from|in)\b/y, lower, position + 4) !== null
  );
}
