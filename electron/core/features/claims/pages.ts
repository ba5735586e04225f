// Windows over claims of a kind; where tables were imported, over their rows too.
import type { ParsedInput } from '../../../../shared/contract.ts';
import { idList } from '../../edits/records.ts';
import type { WindowPage, WindowReader } from '../../store/window.ts';
import { createObservedFilter, isObserved } from './observed-filter.ts';
import type { ClaimReader } from './reader.ts';
import { claimOrRowWindow, claimWindow, namedClaims, namedClaimsOrRows } from './repository.ts';
import type { ObservationOf } from './rows.ts';
import type { ClaimsWithRows } from './with-rows.ts';

export interface PagesOptions {
  readonly repository: ClaimsWithRows;
  readonly reader: ClaimReader;
  readonly windows: WindowReader;
  readonly observationOf: ObservationOf;
}

export function createPages({ repository, reader, windows, observationOf }: PagesOptions) {
  const idsOf = createObservedFilter(reader, observationOf);
  const { rows } = repository;

  return function page({ kind, ...request }: ParsedInput<'claims.window'>): WindowPage {
    const observed = request.filter.filter(isObserved);
    const rest = { ...request, filter: request.filter.filter((one) => !isObserved(one)) };
    const isNamed = observed.length > 0;
    const ids = isNamed ? idsOf(kind, observed) : [];
    const name = JSON.stringify(isNamed ? [kind, observed] : [kind]);
    if (rows.count() === 0) {
      const of = isNamed ? { values: [kind, idList(ids)], name } : { values: [kind] };
      return windows.read(isNamed ? namedClaims : claimWindow, rest, of);
    }
    const bound = [JSON.stringify(rows.hidden()), kind];
    const values = isNamed ? [...bound, idList(ids), JSON.stringify(rows.numbersOf(ids))] : bound;
    return windows.read(isNamed ? namedClaimsOrRows : claimOrRowWindow, rest, { values, name, idsOf: repository.idsOfNumbers });
  };
}
