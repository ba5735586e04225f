import { type FindOptions, findMentions, type Mention } from '../../../../shared/features/passages/finder/index.ts';

/** The source date of every test that needs one: a Wednesday. */
export const PUBLISHED = '2025-06-18';

function figureText({ exact, low, high, qualifier, unit, multiplier }: Mention): string {
  const value = low === high ? low : `${low ?? ''}..${high ?? ''}`;
  return `${exact} = ${qualifier} ${value}${multiplier === 0 ? '' : `e${multiplier}`}${unit === null ? '' : ` ${unit}`}`;
}

/** Figures of a text, one line each: `more than 50% = over 50.. PCT`. */
export function figures(text: string, options: FindOptions = {}): readonly string[] {
  return findMentions(text, { publishedOn: PUBLISHED, ...options })
    .filter((mention) => mention.type === 'figure')
    .map(figureText);
}

/** Dates of a text: `by 2030 = ../2030`; relative ones are marked with an asterisk. */
export function dates(text: string, options: FindOptions = {}): readonly string[] {
  return findMentions(text, { publishedOn: PUBLISHED, ...options })
    .filter((mention) => mention.type === 'date')
    .map(({ exact, edtf, relative }) => `${exact} =${relative ? '*' : ''} ${edtf}`);
}

/** `change` and `direction` of the figures of a text. */
export function changes(text: string): readonly string[] {
  return findMentions(text)
    .filter((mention) => mention.type === 'figure')
    .map(({ change, direction }) => `${change ?? 'level'}${direction === null ? '' : ` ${direction}`}`);
}
