// Series that look like one under another name, and those of them that were judged to be two: these are not proposed again.
import { AppError } from '../../../../shared/errors.ts';
import { proposeAlikeSeries } from '../../../../shared/features/ledger/alike.ts';
import type { Series, SeriesKey } from '../../../../shared/features/ledger/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { SeriesApart, SeriesApartRepository } from './repository.ts';
import { seriesIdOf } from './service.ts';

/** Ids of two series. */
interface Pair {
  readonly one: string;
  readonly other: string;
}

export interface ApartOptions {
  readonly repository: SeriesApartRepository;
  readonly ledger: { series(): readonly Series[] };
}

export function createApartHandlers({ repository, ledger }: ApartOptions): Pick<Handlers<'ledger'>, 'alike' | 'keepApart' | 'proposeAgain'> {
  function getSeries(id: string): Series {
    const series = ledger.series().find((one) => one.id === id);
    if (series === undefined) throw new AppError('not-found', 'ledger.unknownSeries', { id });
    return series;
  }
  const judged = (pair: Pair) => repository.all().find((one) => samePair(idsOf(one), pair));

  return {
    alike() {
      const series = new Map(ledger.series().map((one) => [one.id, one]));
      const kept = repository.all().map(idsOf);
      const found = proposeAlikeSeries([...series.values()]).map((pair) => ({
        pair: { one: series.get(pair.one)!, other: series.get(pair.other)!, field: pair.field },
        isApart: kept.some((one) => samePair(one, pair)),
      }));
      const listed = (isApart: boolean) => found.filter((one) => one.isApart === isApart).map(({ pair }) => pair);
      return { pairs: listed(false), apart: listed(true) };
    },
    keepApart({ one, other }, edit) {
      const [first, second] = [getSeries(one), getSeries(other)];
      if (one === other) throw new AppError('invalid-input', 'ledger.sameSeries', { field: 'other' });
      edit.name('keepApart', { one: first.label, other: second.label });
      if (judged({ one, other }) === undefined)
        edit.insert('series_apart', { id: edit.newId(), one: keyOf(first), other: keyOf(second), by: edit.author, at: edit.at });
      return { one, other };
    },
    proposeAgain({ one, other }, edit) {
      const known = judged({ one, other });
      if (known === undefined) throw new AppError('not-found', 'ledger.notApart', { one, other });
      edit.name('proposeAgain');
      edit.remove('series_apart', known.id);
      return { one, other };
    },
  };
}

function idsOf({ one, other }: SeriesApart): Pair {
  return { one: seriesIdOf(one), other: seriesIdOf(other) };
}

export function keyOf({ measure, subject, area, counterpart, basis, unit, change, frequency }: Series): SeriesKey {
  return { measure, subject, area, counterpart, basis, unit, change, frequency };
}

function samePair(a: Pair, b: Pair): boolean {
  return (a.one === b.one && a.other === b.other) || (a.one === b.other && a.other === b.one);
}
