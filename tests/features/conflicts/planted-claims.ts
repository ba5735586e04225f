// Claims with known relations, for counting what the finder finds and what it invents. Each planted relation has subjects of
// its own, named in three scripts; between them stand claims that disagree with nothing.
import type { ClaimInput } from '../../../shared/features/claims/model.ts';
import type { ConflictKind } from '../../../shared/features/conflicts/model.ts';

export interface Planted {
  readonly inputs: readonly ClaimInput[];
  /** Kind and the refs of the claims that a group of it must join. */
  readonly relations: readonly { readonly kind: ConflictKind; readonly refs: readonly string[] }[];
}

type Plant = (subject: string, nth: number) => readonly ClaimInput[];

const exact = (text: string) => ({ low: text, high: text, qualifier: 'exact' as const });
const base: { saidBy: string[]; madeOn: string } = { saidBy: ['Statistics office'], madeOn: '2025-06' };

type Figure = Extract<ClaimInput, { kind: 'figure' }>;
/** Few measures for all, and numbers that meet by chance, as in a workbook of tables. */
const measureOf = (nth: number) => ['vehicle_sales', 'vehicle_output', 'vehicle_exports', 'market_size'][nth % 4]!;
const numberOf = (nth: number) => 10_000 + ((nth * 7919) % 89_989);

const figure = (subject: string, nth: number, fields: Partial<Figure>): Figure => ({
  ...base,
  kind: 'figure',
  area: 'UT',
  measure: measureOf(nth),
  subject,
  basis: 'all goods',
  period: '2024',
  value: exact(String(numberOf(nth))),
  unit: 'UNITS',
  ...fields,
});
type Event = Extract<ClaimInput, { kind: 'event' }>;
const event = (subject: string, _nth: number, fields: Partial<Event>): Event => ({
  ...base,
  area: 'UT',
  kind: 'event',
  subject,
  stage: 'started',
  when: '2024',
  what: 'work began',
  ...fields,
});
type Statement = Extract<ClaimInput, { kind: 'statement' }>;
const statement = (subject: string, _nth: number, fields: Partial<Statement>): Statement => ({
  ...base,
  kind: 'statement',
  actor: 'Minister',
  topic: `Levy on ${subject}`,
  stance: 'supports',
  gist: 'A sound levy.',
  ...fields,
});

const plants: Readonly<Record<ConflictKind, Plant>> = {
  value: (s, n) => [figure(s, n, {}), figure(s, n, { value: exact(String(numberOf(n) + 2000)), saidBy: ['Chamber of trade'] })],
  precision: (s, n) => [
    figure(s, n, { unit: 'PCT', value: { low: '70', high: '85', qualifier: 'between' } }),
    figure(s, n, { unit: 'PCT', value: exact('85'), saidBy: ['Chamber of trade'] }),
  ],
  period: (s, n) => [
    figure(s, n, { unit: 'PCT', value: exact('7') }),
    figure(s, n, { unit: 'PCT', value: exact('7'), period: '2024-06', saidBy: ['Chamber of trade'] }),
  ],
  basis: (s, n) => [figure(s, n, {}), figure(s, n, { basis: 'imported goods', value: exact('400'), saidBy: ['Chamber of trade'] })],
  status: (s, n) => [figure(s, n, {}), figure(s, n, { status: 'target', value: exact('1400'), saidBy: ['Cabinet'] })],
  vintage: (s, n) => [
    figure(s, n, { status: 'plan', vintage: 'May', value: exact('900') }),
    figure(s, n, { status: 'plan', vintage: 'June', value: exact('270') }),
  ],
  unit: (s, n) => [figure(s, n, {}), figure(s, n, { measure: `${measureOf(n)}_change`, unit: 'PCT', change: 'percent', value: exact('-39') })],
  part_total: (s, n) => [figure(s, n, {}), figure(s, n, { period: '2024-06', value: exact(String(9 * numberOf(n))), saidBy: ['Chamber of trade'] })],
  order: (s, n) => [event(s, n, { sequence: ['CKD', 'SKD'] })],
  identity: (s, n) => [event(s, n, { by: ['City council'] }), event(s, n, { by: ['Old owners'] })],
  evidence_date: (s, n) => [figure(s, n, { period: '2024-09', madeOn: '2024-05' })],
  stance: (s, n) => [statement(s, n, {}), statement(s, n, { actor: 'Traders', stance: 'opposes', gist: 'It will ruin us.' })],
  coincidence: (s, n) => [
    figure(s, n, { value: exact(`${n + 1}7.3`), basis: 'small firms', period: '2012' }),
    figure(s, n, { value: exact(`${n + 1}7.3`), status: 'target', period: '2030' }),
  ],
  same_origin: (s, n) => [figure(s, n, {}), figure(s, n, {})],
  cause: (s, n) => [
    event(s, n, { stage: 'stopped', cause: 'low demand', what: 'work stopped' }),
    event(s, n, { stage: 'stopped', cause: 'a fire in the store', what: 'work stopped' }),
  ],
  doubt: (s, n) => [figure(s, n, { credibility: 5 })],
};

/** Nothing here disagrees: a series over years, an event, a voice. */
const peaceful: readonly Plant[] = [
  (s, n) => ['2021', '2022', '2023'].map((period, index) => figure(s, n, { period, value: exact(String(numberOf(n) + index)) })),
  (s, n) => [event(s, n, { stage: 'announced', what: 'a plan was shown' })],
  (s, n) => [statement(s, n, {}), statement(s, n, { actor: 'Traders', gist: 'Fine with us.' })],
  (s, n) => [event(s, n, { sequence: ['SKD', 'CKD', 'full_cycle'] })],
];

const latin = 'ba den kor lim mo nas per qui ros tuv wex zan'.split(' ');
const cyrillic = 'бе дун гор жим ло мас пер ру сов тин фак щер'.split(' ');
const chinese = [...'东南西北金木水火土山石田天江河湖海云雨雪春夏秋冬红黄蓝白'];

/** Two words of three syllables, or four characters; numbers next to each other give names that do not look alike. */
function nameOf(nth: number): string {
  const scattered = (nth * 7919) % 2_985_984;
  const digit = (place: number, size: number) => Math.floor(scattered / size ** place) % size;
  if (nth % 3 === 2) return [0, 1, 2, 3].map((place) => chinese[digit(place, 28)]).join('');
  const parts = nth % 3 === 0 ? latin : cyrillic;
  const word = (first: number) => [0, 1, 2].map((place) => parts[(digit(first + place, 12) + 5 * place) % 12]).join('');
  return `${word(0)} ${word(3)}`;
}

/** At least `count` claims: one relation of each kind in turn, with claims in peace between them. */
export function plantClaims(count: number): Planted {
  const kinds = Object.keys(plants) as ConflictKind[];
  const inputs: ClaimInput[] = [];
  const relations: { kind: ConflictKind; refs: string[] }[] = [];
  for (let nth = 0; inputs.length < count; nth += 1) {
    const kind = nth % 2 === 0 ? kinds[(nth / 2) % kinds.length]! : undefined;
    const plant = kind === undefined ? peaceful[((nth - 1) / 2) % peaceful.length]! : plants[kind];
    const refs = plant(nameOf(nth), nth).map((input, index) => {
      const ref = `r${nth}-${index}`;
      // Sources are shared by few claims, and rivals never stand in one.
      inputs.push({ ...input, ref, passage: { source: `source-${nth % 97}-${index}`, exact: 'words', start: nth } });
      return ref;
    });
    if (kind !== undefined) relations.push({ kind, refs });
  }
  return { inputs, relations };
}
