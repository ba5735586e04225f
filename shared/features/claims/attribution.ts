// Who a sentence says it has something from, among names that are known: “according to Autostat, as reported by Reuters”.
// English, Russian and Chinese; a name is known in any of its spellings. Nothing is invented: an unknown name stays unnamed.

export interface KnownName {
  /** As written in texts. */
  readonly spelling: string;
  readonly name: string;
}

export interface Attribution {
  readonly saidBy: readonly string[];
  readonly via: readonly string[];
}

const opening = '["“«„‘]?';
const closing = '["”»“’]?';
/** What stands before or after the name of the one who said it first, and of the one who passed it on. */
const patterns: readonly { readonly as: keyof Attribution; readonly before?: string; readonly after?: string }[] = [
  {
    as: 'via',
    before: `(?:as )?(?:reported|quoted|cited|carried) by |citing |quoted in |via |, reports? |со ссылкой на |как (?:сообщил[аои]?|сообщает|пишет|передаёт|передает) |转引自|援引`,
  },
  { as: 'via', after: ` (?:reported|reports|wrote|writes)(?: that)?|(?:报道|转载)` },
  {
    as: 'saidBy',
    before: `according to |data (?:from|of|by) |figures? (?:from|of|by) |estimates? (?:from|of|by) |statistics (?:from|of|by) |по (?:данным|оценк(?:е|ам)|подсчётам|подсчетам|словам|информации|прогнозу) |(?<![\\p{L}])据|根据`,
  },
  {
    as: 'saidBy',
    after: `(?:'s|’s)? (?:said|says|expects?|estimates?d?|counts?|counted|puts|forecasts?|data show|figures show|сообщил[аои]?|заявил[аои]?|считает|считают|оценивает|ожидает|подсчитал[аои]?)|(?:表示|称|统计|数据|预计|指出)`,
  },
];

/** Signs by which a name is looked for before its endings are. */
const shortestStem = 4;

/** `known` in the order of belief; a longer spelling wins over one that it contains. */
export function attributionIn(sentence: string, known: readonly KnownName[]): Attribution {
  const found: Record<keyof Attribution, string[]> = { saidBy: [], via: [] };
  const taken: [number, number][] = [];
  const folded = sentence.toLowerCase();
  const near = known.filter(({ spelling }) => folded.includes(spelling.toLowerCase().slice(0, shortestStem)));
  for (const { spelling, name } of near.toSorted((a, b) => b.spelling.length - a.spelling.length)) {
    const place = attributedAt(sentence, spelling);
    if (place === undefined || taken.some(([start, end]) => place.start < end && place.end > start)) continue;
    taken.push([place.start, place.end]);
    if (!found.saidBy.includes(name) && !found.via.includes(name)) found[place.as].push(name);
  }
  return found;
}

function attributedAt(sentence: string, spelling: string): { as: keyof Attribution; start: number; end: number } | undefined {
  const name = endingsOf(spelling);
  const isHan = /\p{Script=Han}/u.test(spelling);
  for (const { as, before, after } of patterns) {
    const [left, right] = isHan ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
    const text = before === undefined ? `${left}${opening}${name}${closing}(?:${after})` : `(?:${before})(?:the )?${opening}${left}${name}${right}`;
    const match = new RegExp(text, 'iu').exec(sentence);
    if (match !== null) return { as, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** Russian names take endings: «Автостата», «Автостатом». */
function endingsOf(spelling: string): string {
  const literal = spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[а-яё]$/i.test(spelling) ? `${literal.replace(/[аеиоуыэюяьй]$/i, '')}\\p{L}{0,3}` : literal;
}
