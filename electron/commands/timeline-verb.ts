// The time line as lanes of marks.
import { type Lane, type LanesBy, lanesBy } from '../../shared/features/timeline/contract.ts';
import { UsageError } from './parse.ts';
import { answer, type Verb } from './verb.ts';

export const timelineVerb: Verb = async ({ app }, _words, { options }) => {
  const { by, from, to, fold, size } = options;
  if (by !== undefined && !isLanesBy(by)) throw new UsageError(`--by is one of ${lanesBy.join(', ')}.`);
  if (fold !== undefined && !/^\d+$/.test(fold)) throw new UsageError('--fold takes a number of levels.');
  const pixels = size === undefined ? undefined : /^(\d+)x(\d+)$/.exec(size);
  if (pixels === null) throw new UsageError('--size is WIDTHxHEIGHT in pixels, such as 1440x800.');
  const drawn = await app.ask('timeline.lanes', {
    ...(by === undefined ? {} : { by }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(fold === undefined ? {} : { fold: Number(fold) }),
    ...(pixels === undefined ? {} : { size: { width: Number(pixels[1]), height: Number(pixels[2]) } }),
  });
  return answer(drawn, ({ lanes }) => lanes.map(sayLane).join('\n'));
};

function isLanesBy(word: string): word is LanesBy {
  return (lanesBy as readonly string[]).includes(word);
}

function sayLane({ name, kind, marks }: Lane): string {
  const lines = marks.map(({ shape, track, from, to, label }) => {
    const end = to === null ? (shape === 'bar' ? ' –' : '') : ` – ${day(to)}`;
    return `  ${day(from)}${end}  ${[track ?? shape, label].filter((word) => word !== '').join(' · ')}`;
  });
  return [name === '' ? kind : name, ...lines].join('\n');
}

function day({ earliest, latest }: Lane['marks'][number]['from']): string {
  return earliest === latest ? (earliest ?? '..') : `${earliest ?? '..'}/${latest ?? '..'}`;
}
