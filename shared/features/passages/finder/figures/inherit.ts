// A number that leaves its currency out because the sentence has named it: "a loss of 12 bn roubles against 3 bn in 2022".
import { isCurrency } from '../../../../quantity/units.ts';
import { matchAt } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import type { RawFigure } from './raw-figure.ts';

/** What may follow a number that lacks its unit: the end, a stop, or a word that starts something else. */
const NO_NOUN_FOLLOWS =
  /[\s\u00a0]*(?:$|[.,;:)—–!?，。；、）])|[\s\u00a0](?:in|from|to|a year|at|by|and|or|but|vs|versus|compared|against|this|last|next|year|during|for|on|over|per|before|after|as|when|while|в|во|на|за|против|до|с|со|и|или|к|по|от|а|но|из|при|годом|год|годовых)(?![\p{L}])/uy;
const HAN_FOLLOWS = /(?:增|降|下|上|升|减|，|。|；|、|）|同|较|比|以|的|和|与|至|到)/y;

/** Gives a scaled number without a unit the last currency of its sentence. */
export function withInheritedMoney(sentence: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  let money: string | null = null;
  return figures.map((figure) => {
    if (isCurrency(figure.unit)) money = figure.unit;
    const lacksUnit = figure.unit === null && figure.multiplier >= 4 && figure.number.form === 'digits';
    if (money === null || !lacksUnit || !endsHere(sentence, figure)) return figure;
    return { ...figure, unit: money };
  });
}

function endsHere({ lower }: Sentence, { end }: RawFigure): boolean {
  return matchAt(NO_NOUN_FOLLOWS, lower, end) !== null || matchAt(HAN_FOLLOWS, lower, end) !== null;
}
