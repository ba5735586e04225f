// Ways in which a page comes back in another version. A text is its signs, each with the number it had in the first
// version; what was put in has none. So it is known where each quote went, whatever was done to it.

export interface Sign {
  readonly sign: string;
  /** Number in the first version; -1 for what was put in. */
  readonly id: number;
}
export type Page = readonly Sign[];
export type Random = () => number;
export type Change = (page: Page, random: Random) => Page;

export function toPage(text: string): Page {
  return [...text].map((sign, id) => ({ sign, id }));
}

export function textOf(page: Page): string {
  return page.map(({ sign }) => sign).join('');
}

/** A small generator with a seed (mulberry32), so that each run changes the same way. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const added = (text: string): Sign[] => [...text].map((sign) => ({ sign, id: -1 }));
const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

function split(page: Page, ends: (page: Page, at: number) => boolean): Sign[][] {
  const parts: Sign[][] = [[]];
  page.forEach((sign, at) => {
    parts.at(-1)!.push(sign);
    if (ends(page, at)) parts.push([]);
  });
  return parts.filter((part) => part.length > 0);
}
const linesOf = (page: Page) => split(page, (signs, at) => signs[at]!.sign === '\n');
const sentencesOf = (page: Page) =>
  split(
    page,
    (signs, at) =>
      signs[at]!.sign === '\n' || /[。！？]/.test(signs[at]!.sign) || (/\s/.test(signs[at]!.sign) && /[.!?]/.test(signs[at - 1]?.sign ?? '')),
  );
const eachSign = (page: Page, to: (sign: Sign, at: number) => readonly Sign[]): Page => page.flatMap((sign, at) => [...to(sign, at)]);

const furniture = [
  'Home | Topics | About us',
  'Subscribe to the letter',
  'Share this page',
  'Читайте также',
  '相关阅读',
  'Cookies help us',
  'Page 3 of 12',
  '2026-01-31',
];
const foreign = [
  'Тёплый ветер шёл над рекой, и лодки стояли у берега до вечера',
  '山上的雪在春天慢慢融化，溪水流过旧石桥',
  'Die alte Mühle stand still, und niemand fragte nach dem Müller',
];
const lookAlike: Readonly<Record<string, string>> = {
  l: '1',
  I: 'l',
  O: '0',
  o: 'c',
  e: 'c',
  m: 'rn',
  h: 'b',
  n: 'u',
  и: 'н',
  о: 'с',
  е: 'с',
  人: '入',
  日: '曰',
  未: '末',
  '5': 'S',
  '8': 'B',
};

export const changes: Readonly<Record<string, Change>> = {
  'furniture removed': (page, random) => {
    const lines = linesOf(page);
    const edge = Math.ceil(lines.length * 0.08);
    return lines.flatMap((line, at) => (at < edge || at >= lines.length - edge || (line.length < 30 && random() < 0.5) ? [] : line));
  },
  'furniture added': (page, random) => [
    ...added(`${furniture.join('\n')}\n`),
    ...linesOf(page).flatMap((line) => (random() < 0.3 ? [...line, ...added(`${pick(furniture, random)}\n`)] : line)),
    ...added(`\n${furniture.toReversed().join('\n')}`),
  ],
  'quotes styled': (page) =>
    eachSign(page, (one, at) => {
      const isOpening = /^\s?$/.test(page[at - 1]?.sign ?? '');
      const styled: Readonly<Record<string, string>> = {
        '"': isOpening ? '“' : '”',
        "'": '’',
        '“': '«',
        '”': '»',
        '’': "'",
        '-': '‑',
        '–': '-',
        '—': '–',
        '…': '...',
      };
      const sign = styled[one.sign] ?? one.sign;
      return [...sign].map((piece) => ({ sign: piece, id: one.id }));
    }),
  'paragraphs doubled': (page, random) =>
    linesOf(page).flatMap((line) => (random() < 0.3 ? [...line, ...(line.at(-1)!.sign === '\n' ? [] : added('\n')), ...line] : line)),
  'recognised from a scan': (page, random) =>
    eachSign(page, (one) => {
      if (random() >= 0.02) return [one];
      const other = lookAlike[one.sign];
      return other === undefined ? (/\s/.test(one.sign) ? [] : [one]) : [...other].map((sign) => ({ sign, id: one.id }));
    }),
  'white space': (page, random) =>
    eachSign(page, (one) =>
      one.sign === ' '
        ? [...pick([' ', ' ', '\u00a0', '\n', '  ', '\t'], random)].map((sign) => ({ ...one, sign }))
        : one.sign === '\n'
          ? [one, ...added('\n  ')]
          : [one],
    ),
  'other encoding': (page) =>
    eachSign(page, (one) => [{ ...one, sign: /[\u2010-\u2015\u2018-\u201f\u2026\u00a0\u00ad]/.test(one.sign) ? '?' : one.sign }]),
  'sentences moved': (page, random) => {
    const sentences = sentencesOf(page);
    const moved = sentences.filter(() => random() < 0.15);
    const rest = sentences.filter((sentence) => !moved.includes(sentence));
    for (const sentence of moved) rest.splice(Math.floor(random() * (rest.length + 1)), 0, [...sentence, ...added(' ')]);
    return rest.flat();
  },
  'numbers changed': (page, random) =>
    eachSign(page, (one) =>
      /\d/.test(one.sign) && random() < 0.6 ? [{ ...one, sign: String((Number(one.sign) + 1 + Math.floor(random() * 8)) % 10) }] : [one],
    ),
  'case changed': (page, random) =>
    linesOf(page).flatMap((line) => (random() < 0.4 ? line.map((one) => ({ ...one, sign: one.sign.toUpperCase() })) : line)),
  hyphenated: (page, random) =>
    eachSign(page, (one, at) => {
      const isInside = [page[at - 2], page[at - 1], page[at], page[at + 1], page[at + 2]].every(
        (near) => near !== undefined && /\p{Ll}/u.test(near.sign),
      );
      return isInside && random() < 0.05 ? [one, ...added(random() < 0.5 ? '\u00ad' : '-\n')] : [one];
    }),
  'paragraphs translated': (page, random) =>
    linesOf(page).flatMap((line) => (random() < 0.35 ? added(`${pick(foreign, random)} ${Math.floor(random() * 100)}.\n`) : line)),
  'sentences removed': (page, random) => sentencesOf(page).flatMap((sentence) => (random() < 0.25 ? [] : sentence)),
  'sentences put in': (page, random) =>
    sentencesOf(page).flatMap((sentence) => (random() < 0.2 ? [...sentence, ...added(`${pick(foreign, random)}. `)] : sentence)),
  'paragraphs in another order': (page, random) => {
    const lines = linesOf(page).map((line) => (line.at(-1)!.sign === '\n' ? line : [...line, ...added('\n')]));
    return lines
      .map((line) => ({ line, key: random() }))
      .toSorted((a, b) => a.key - b.key)
      .flatMap(({ line }) => line);
  },
  'several at once': (page, random) =>
    ['furniture removed', 'quotes styled', 'furniture added', 'white space', 'sentences put in'].reduce(
      (now, name) => changes[name]!(now, random),
      page,
    ),
};
