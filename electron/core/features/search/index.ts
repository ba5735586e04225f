// Search over sources, passages, claims and notes. The index follows every edit inside its transaction.
import type { ParsedInput } from '../../../../shared/contract.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { type SearchPlace, searchPlaces } from '../../../../shared/features/search/contract.ts';
import { readQuery } from '../../../../shared/features/search/query.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { Handlers } from '../../dispatch.ts';
import { createHits, type FoundEntry } from './hits.ts';
import { type EntryFilter, placeOfEntry, type SearchRepository } from './repository.ts';
import type { RowIndex } from './row-index.ts';

/** What search reads of the other features; supplied by them. */
export interface Searchable {
  findSource(id: string): Source | undefined;
  allSources(): readonly Source[];
  textOf(source: Source): string;
  findClaim(id: string): Claim | undefined;
  /** Of a workbook as its sources had it on a day: whether an entry may have been said by then. */
  readonly isPossible?: ((entry: FoundEntry) => boolean) | undefined;
}

type Wanted = ParsedInput<'search.find'>;

interface Asked {
  readonly match: string;
  readonly filter: EntryFilter;
  readonly limit: number;
}

interface Found {
  readonly counts: Partial<Record<SearchPlace, number>>;
  /** The first entries of a place. */
  entries(place: SearchPlace, room: number): FoundEntry[];
}

/** `index` and `rows` are asked for at the first search. */
export function createSearch(index: () => SearchRepository, rows: () => RowIndex, searchable: Searchable): Handlers<'search'> {
  const toHit = createHits(searchable);

  const handlers: Handlers<'search'> = {
    find(wanted) {
      const query = readQuery(wanted.query, (beginning) => [...new Set([...index().vocabulary(beginning), ...rows().vocabulary(beginning)])]);
      if (query === undefined) return { total: 0, counts: { claim: 0, source: 0, passage: 0, note: 0 }, hits: [] };
      const filter = filterOf(wanted, searchable);
      const places = searchPlaces.filter((place) => wanted.where.length === 0 || wanted.where.includes(place));
      const found = findIn(places, { match: query.match, filter, limit: wanted.limit });
      const counts = { claim: 0, source: 0, passage: 0, note: 0 };
      for (const place of places) counts[place] = found.counts[place] ?? 0;
      const rooms = shareOut(
        places.map((place) => counts[place]),
        wanted.limit,
      );
      const entries = places.flatMap((place, index) => found.entries(place, rooms[index]!));
      const hits = entries.flatMap((entry, index) => {
        const hit = toHit(entry, query.marks, index);
        return hit === undefined ? [] : [hit];
      });
      return { total: places.reduce((sum, place) => sum + counts[place], 0), counts, hits };
    },
  };

  function findIn(places: readonly SearchPlace[], { match, filter, limit }: Asked): Found {
    const { isPossible } = searchable;
    // What was not said yet is not counted, so that each entry is looked at.
    const most = isPossible === undefined ? limit : Number.MAX_SAFE_INTEGER;
    const found = index().find(match, { ...filter, places, limit: most });
    const ofRows = rows().find(match, { ...filter, places, limit: most });
    function entries(place: SearchPlace, room: number): FoundEntry[] {
      const ids = found.ids[place]?.slice(0, room) ?? [];
      const others = place === 'claim' || place === 'note' ? (ofRows.ids[place] ?? []).slice(0, room - ids.length) : [];
      return [...ids.flatMap(entryOf), ...others.map((recordId) => ({ place, of: 'claim' as const, n: 0, part: 0, recordId, piece: undefined }))];
    }
    if (isPossible === undefined)
      return { counts: Object.fromEntries(places.map((place) => [place, (found.counts[place] ?? 0) + (ofRows.counts[place] ?? 0)])), entries };
    const possible = new Map(places.map((place) => [place, entries(place, most).filter(isPossible)]));
    return {
      counts: Object.fromEntries([...possible].map(([place, all]) => [place, all.length])),
      entries: (place, room) => possible.get(place)?.slice(0, room) ?? [],
    };
  }

  function entryOf(id: number): FoundEntry[] {
    const place = placeOfEntry(id);
    const recordId = index().recordId(place);
    return recordId === undefined ? [] : [{ ...place, recordId, piece: index().piece(id) }];
  }

  return handlers;
}

/** Each place gets its share of the list; what one does not fill goes to the others. */
function shareOut(counts: readonly number[], limit: number): number[] {
  const rooms = counts.map(() => 0);
  for (let left = limit; left > 0; ) {
    const open = counts.flatMap((count, index) => (rooms[index]! < count ? [index] : []));
    if (open.length === 0) break;
    const each = Math.max(1, Math.floor(left / open.length));
    for (const index of open) {
      const more = Math.min(each, counts[index]! - rooms[index]!, left);
      rooms[index]! += more;
      left -= more;
    }
  }
  return rooms;
}

/** Language, date and grade are the source's; what stands in no source passes none of them. */
function filterOf({ sources, languages, from, until, grades, kinds }: Wanted, searchable: Searchable): EntryFilter {
  const asksSource = sources !== undefined || languages !== undefined || from !== undefined || until !== undefined || grades !== undefined;
  const fits = (source: Source) =>
    (sources?.includes(source.id) ?? true) &&
    (languages?.some((language) => source.language === language || source.language?.startsWith(`${language}-`)) ?? true) &&
    (grades === undefined || (source.grade !== null && grades.includes(source.grade))) &&
    isWithin(source.publishedOn, from, until);
  return {
    sourceIds: asksSource
      ? searchable
          .allSources()
          .filter(fits)
          .map((source) => source.id)
      : undefined,
    kinds,
  };
}

/** A date that may lie within counts; an unknown one does not. */
function isWithin(publishedOn: string | null, from: string | undefined, until: string | undefined): boolean {
  if (from === undefined && until === undefined) return true;
  const [first, last] = [boundOf('from', from)?.earliest, boundOf('until', until)?.latest];
  const period = publishedOn === null ? undefined : findPeriod(publishedOn);
  if (period === undefined) return false;
  return (first == null || (period.latest ?? first) >= first) && (last == null || (period.earliest ?? last) <= last);
}

function boundOf(field: string, text: string | undefined) {
  if (text === undefined) return undefined;
  const period = findPeriod(text);
  if (period === undefined) throw new AppError('invalid-input', 'search.badDate', { field, text });
  return period;
}
