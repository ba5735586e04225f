// What a figure changes, read from the words next to it: "rose 12%" is a change, "rose to 12%" a level.
import type { ChangeKind } from '../../../../quantity/model.ts';
import type { Direction } from '../model.ts';
import { matchAt } from '../text/match.ts';
import type { Sentence } from '../text/sentences.ts';
import { directionIn } from './change-words.ts';
import type { RawFigure } from './raw-figure.ts';

const BEFORE_LENGTH = 60;
const AFTER_LENGTH = 40;

/** The new level, a bound of it or a starting point follows these. */
const LEVEL =
  /(?:\b(?:to|at|from|of only|stood at|was|were|is|are|with|than|between)|(?:^|[\s(])(?:до|от|с|со|составил[аои]?|составит|составляет|против|из)|[到至为达是报占]|[于])[\s\u00a0]*(?:(?:just|only|всего|лишь|仅)[\s\u00a0])?$/u;
/** The size of a change follows these. */
const BY = /(?:\bby(?: (?:another|a further|an additional|only|just))?|(?:^|[\s(])на|еще на|ещё на)[\s\u00a0]$/u;
/** A word of change right before the number, or with an adverb between. */
const VERB_TAIL =
  /(?:[\p{L}]+)(?:[\s\u00a0](?:by|another|a further|an additional|further|only|just|some|sharply|nearly|again|of|в среднем|год к году|同比|环比))?[\s\u00a0,]{0,2}$/u;
const COMPARISON =
  /^[\s\u00a0]?(?:\p{L}+ )?(?:more|less|fewer|higher|lower|above|below|short of|ahead of|behind|down|up|cheaper|dearer|increase|decrease|rise|fall|drop|decline|growth|gain|jump|cut|hike|surge|slump|reduction|выше|ниже|больше|меньше|дороже|дешевле)(?!\p{L})|^的?(?:增长|增幅|降幅|跌幅|涨幅|下降|上涨)/u;

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Text between the figure and its neighbours, at most a few dozen characters, within its clause. */
function surroundings({ lower }: Sentence, figure: RawFigure, from: number, to: number): Surroundings {
  const before = lower.slice(Math.max(from, figure.start - BEFORE_LENGTH), figure.start);
  return { before: before.slice(before.lastIndexOf(';') + 1), after: lower.slice(figure.end, Math.min(to, figure.end + AFTER_LENGTH)) };
}

/** Sets `change` and `direction` of every figure; `edges` are the spans of dates, which end a figure's reach too. */
export function withChanges(sentence: Sentence, figures: readonly RawFigure[]): readonly RawFigure[] {
  const read = figures.map((figure, index) => {
    const around = surroundings(sentence, figure, figures[index - 1]?.end ?? 0, figures[index + 1]?.start ?? sentence.lower.length);
    const direction = directionOf(figure, around);
    const isChange = !isThreshold(sentence.lower, figure) && isSizeOfChange(figure, around, direction);
    const change = changeOf(figure, isChange);
    return { ...figure, change, direction: change === null ? null : direction };
  });
  return read.map((figure, index) => coordinated(sentence.lower, figure, read[index - 1]));
}

const COORDINATED =
  /^(?:(?!\s(?:to|at|до|из)\s)[^,.;:]){0,32},?\s(?:(?:and|but)(?: by)?(?: just| only| even)?|(?:и|но|а)(?: лишь| только| даже)? на)\s$/;

/** "rose 5.2% in May and 5.3% in June": the verb serves both, unless the second is a share of something. */
function coordinated(lower: string, figure: RawFigure, previous: RawFigure | undefined): RawFigure {
  if (previous?.change !== 'percent' || figure.change !== null || figure.unit !== 'PCT' || figure.isMovement) return figure;
  const isJoined = COORDINATED.test(lower.slice(previous.end, figure.start)) && !/^\s(?:of|from|от|из)\s/.test(lower.slice(figure.end));
  return isJoined ? { ...figure, change: previous.change, direction: previous.direction } : figure;
}

function directionOf(figure: RawFigure, { before, after }: Surroundings): Direction | null {
  const comparison = COMPARISON.exec(after)?.[0];
  if (figure.unit === 'TIMES' && figure.number.form === 'factor') return directionIn(before) ?? (figure.number.low === '2' ? null : 'up');
  return (
    (comparison === undefined ? null : directionIn(comparison)) ??
    directionIn(before) ??
    (figure.sign === '-' ? 'down' : figure.sign === '+' ? 'up' : null)
  );
}

function changeOf(figure: RawFigure, isChange: boolean): ChangeKind | null {
  if (figure.unit === 'TIMES') return 'factor';
  if (figure.unit === 'PP') return 'points';
  if (!isChange || figure.isMovement) return null;
  return figure.unit === 'PCT' ? 'percent' : 'absolute';
}

/** "fell below 5%" names a level that was passed. */
function isThreshold(lower: string, { start }: RawFigure): boolean {
  return matchAt(/(?:below|above|ниже|выше)\s/y, lower, start) !== null;
}

function isSizeOfChange(figure: RawFigure, { before, after }: Surroundings, direction: Direction | null): boolean {
  if (figure.isMovement) return false;
  if (COMPARISON.test(after)) return true;
  if (figure.sign !== '') return figure.unit === 'PCT';
  if (direction === null || LEVEL.test(before)) return false;
  if (BY.test(before)) return true;
  const tail = VERB_TAIL.exec(before)?.[0];
  const isNextToVerb = tail !== undefined && directionIn(tail) !== null;
  if (isNextToVerb) return figure.unit === 'PCT' || figure.unit !== 'UNITS' || /[\u4e00-\u9fff]/.test(tail);
  return (
    figure.unit === 'PCT' && matchAt(/[^,，]{0,14}$/y, before, Math.max(0, before.length - 14)) !== null && directionIn(before.slice(-14)) !== null
  );
}
