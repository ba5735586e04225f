// JSON-stat and SDMX-JSON as a data set: a row for each observation, under the names that SDMX-CSV has for its columns.
import { AppError } from '../../../../../shared/errors.ts';
import { decode } from '../encoding/decode.ts';
import { type Extracted, type ExtractRequest, normaliseText, nothingKnown } from '../extracted.ts';
import { createSheetText, foldedWarning } from './sheet-text.ts';

type Json = Readonly<Record<string, unknown>>;

interface Observations {
  readonly form: 'json-stat' | 'sdmx-json';
  readonly title: string | null;
  readonly publisher: string | null;
  readonly heads: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

/** Undefined for what is neither. @throws AppError `unreadable` for one that breaks the rules of its form. */
export function extractJsonTable(request: ExtractRequest): Extracted | undefined {
  const { text: raw, encoding, warnings } = decode(request);
  const source = normaliseText(raw);
  if (!/^\s*[{[]/.test(source)) return undefined;
  const found = observationsIn(source, request.name);
  if (found === undefined) return undefined;
  const sheet = createSheetText(request.name);
  sheet.begin(request.name.replace(/\.[^.]+$/, '') || request.name);
  sheet.addRow(1, found.heads);
  let row = 1;
  for (const cells of found.rows) {
    row += 1;
    sheet.addRow(row, cells);
  }
  const { text, sheets, folded } = sheet.finish();
  return {
    ...nothingKnown,
    text,
    kind: 'dataset',
    layout: { kind: 'sheets', sheets },
    mediaType: 'application/json',
    encoding,
    title: found.title,
    publisher: found.publisher,
    extractor: `${found.form}-1`,
    warnings: [...warnings, ...foldedWarning(folded)],
  };
}

function observationsIn(source: string, name: string): Observations | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return undefined;
  }
  if (!isObject(parsed)) return undefined;
  try {
    return jsonStat(parsed) ?? sdmxJson(parsed);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unreadable', 'reading.failed', { name, reason: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Words of a name, which may be given in several languages. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const [first] = Object.values(objectOf(value));
  return typeof first === 'string' ? first : '';
}

function numberText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

// ---- JSON-stat 2.0 --------------------------------------------------------------------------------------------------

interface Dimension {
  readonly head: string;
  readonly labels: readonly string[];
  readonly units: readonly string[];
}

function jsonStat(given: Json): Observations | undefined {
  const data = given.class === 'dataset' ? given : isObject(given.dataset) ? given.dataset : undefined;
  if (data === undefined || !isObject(data.dimension)) return undefined;
  const dimension = data.dimension;
  const ids = listOf(data.id ?? dimension.id).map(String);
  const sizes = listOf(data.size ?? dimension.size).map(Number);
  const roles = objectOf(data.role ?? dimension.role);
  const dimensions = ids.map((id) => statDimension(id, objectOf(dimension[id]), roles));
  if (ids.length === 0 || sizes.length !== ids.length || sizes.some((size, index) => dimensions[index]!.labels.length !== size))
    throw new RangeError('sizes and categories of the dimensions differ');
  const title = wordsOf(data.label) || null;
  const hasMetric = dimensions.some(({ head }) => head === 'INDICATOR');
  const hasUnits = dimensions.some(({ units }) => units.some((unit) => unit !== ''));
  const heads = [
    ...dimensions.map(({ head }) => head),
    ...(hasMetric || title === null ? [] : ['INDICATOR']),
    'OBS_VALUE',
    'OBS_STATUS',
    ...(hasUnits ? ['UNIT_TEXT'] : []),
  ];
  const cells = sizes.reduce((product, size) => product * size, 1);
  const at = (of: unknown, index: number) => (Array.isArray(of) ? of[index] : isObject(of) ? of[String(index)] : undefined);

  function* rows(): Iterable<readonly string[]> {
    for (let index = 0; index < cells; index += 1) {
      const value = at(data!.value, index);
      const status = typeof data!.status === 'string' ? data!.status : at(data!.status, index);
      if (value === undefined || (value === null && status === undefined)) continue;
      const places = placesOf(index, sizes);
      yield [
        ...dimensions.map(({ labels }, dimensionIndex) => labels[places[dimensionIndex]!]!),
        ...(hasMetric || title === null ? [] : [title]),
        numberText(value),
        wordsOf(status).toUpperCase(),
        ...(hasUnits ? [dimensions.map(({ units }, dimensionIndex) => units[places[dimensionIndex]!] ?? '').find((unit) => unit !== '') ?? ''] : []),
      ];
    }
  }
  return { form: 'json-stat', title, publisher: wordsOf(data.source) || null, heads, rows: rows() };
}

/** Positions in each dimension of the nth value, the last dimension counting fastest. */
function placesOf(index: number, sizes: readonly number[]): number[] {
  const places: number[] = [];
  let rest = index;
  for (const size of sizes.toReversed()) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return places;
}

function statDimension(id: string, { label, category }: Json, roles: Json): Dimension {
  const { index, label: labels, unit } = objectOf(category);
  const named = objectOf(labels);
  const codes = Array.isArray(index)
    ? index.map(String)
    : isObject(index)
      ? Object.entries(index)
          .sort(([, a], [, b]) => Number(a) - Number(b))
          .map(([code]) => code)
      : Object.keys(named);
  const has = (role: string) => listOf(roles[role]).map(String).includes(id);
  const isTime = has('time') || /^(?:time|year|period)$/i.test(id);
  const head = isTime ? 'TIME_PERIOD' : has('geo') || /^geo$/i.test(id) ? 'REF_AREA' : has('metric') ? 'INDICATOR' : wordsOf(label) || id;
  return {
    head,
    labels: codes.map((code) => (isTime ? code : wordsOf(named[code]) || code)),
    units: codes.map((code) => wordsOf(objectOf(objectOf(unit)[code]).base ?? objectOf(objectOf(unit)[code]).label)),
  };
}

// ---- SDMX-JSON 1.0 and 2.0 ------------------------------------------------------------------------------------------

interface Component {
  readonly id: string;
  readonly values: readonly string[];
}

function sdmxJson(given: Json): Observations | undefined {
  const data = isObject(given.data) ? given.data : given;
  const structure = objectOf(data.structure ?? listOf(data.structures)[0]);
  const sets = listOf(data.dataSets).filter(isObject);
  if (sets.length === 0 || !isObject(structure.dimensions)) return undefined;
  const dimensions = componentsOf(structure.dimensions);
  const attributes = componentsOf(objectOf(structure.attributes));
  const ofSet = [...dimensions.dataSet, ...dimensions.series, ...dimensions.observation];
  const noted = [...attributes.dataSet, ...attributes.series, ...attributes.observation].filter(({ values }) => values.length > 0);
  const heads = [...ofSet.map(({ id }) => id), 'OBS_VALUE', ...noted.map(({ id }) => id)];

  function* rows(): Iterable<readonly string[]> {
    for (const set of sets) {
      const setNotes = valuesAt(attributes.dataSet, listOf(set.attributes));
      const every = isObject(set.series) ? Object.entries(set.series) : [['', set] as const];
      for (const [key, series] of every) {
        const ofSeries = valuesAt(dimensions.series, key === '' ? [] : key.split(':').map(Number));
        const seriesNotes = key === '' ? [] : valuesAt(attributes.series, listOf(objectOf(series).attributes));
        for (const [place, observation] of Object.entries(objectOf(objectOf(series).observations))) {
          const ofObservation = valuesAt(dimensions.observation, place.split(':').map(Number));
          const [value, ...notes] = listOf(observation);
          const said = new Map([...setNotes, ...seriesNotes, ...valuesAt(attributes.observation, notes)]);
          const keys = new Map([...dimensions.dataSet.map(({ id, values }) => [id, values[0] ?? ''] as const), ...ofSeries, ...ofObservation]);
          yield [...ofSet.map(({ id }) => keys.get(id) ?? ''), numberText(value), ...noted.map(({ id }) => said.get(id) ?? '')];
        }
      }
    }
  }
  const title = wordsOf(structure.name ?? structure.names) || null;
  return { form: 'sdmx-json', title, publisher: null, heads, rows: rows() };
}

function componentsOf(of: Json): Readonly<Record<'dataSet' | 'series' | 'observation', readonly Component[]>> {
  const list = (value: unknown) =>
    listOf(value)
      .filter(isObject)
      .map(
        ({ id, values }): Component => ({
          id: wordsOf(id),
          values: listOf(values).map((one) => (isObject(one) ? wordsOf(one.id ?? one.value ?? one.name) : wordsOf(one))),
        }),
      );
  return { dataSet: list(of.dataSet), series: list(of.series), observation: list(of.observation) };
}

function valuesAt(components: readonly Component[], places: readonly unknown[]): (readonly [string, string])[] {
  return components.flatMap(({ id, values }, index) => {
    const place = places[index];
    const value = typeof place === 'number' ? values[place] : undefined;
    return value === undefined ? [] : [[id, value] as const];
  });
}
