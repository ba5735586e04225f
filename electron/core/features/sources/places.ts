// Where spans of sources stand in their files: page and boxes, or sheet and cells. The layouts of the last few sources are
// kept in memory, so that capturing a table does not read it once a cell.
import type { Output } from '../../../../shared/contract.ts';
import { boxesOf, createPlaceFinder, type Layout, type Place } from '../../../../shared/features/sources/layout.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { SourceRepository } from './repository.ts';

export interface Places {
  placeOf(source: Source, start: number, end: number): Place;
  describe(source: Source, span?: readonly [start: number, end: number]): Output<'sources.layout'>;
}

interface KeptLayout {
  readonly layout: Layout | undefined;
  readonly placeOf: (start: number, end: number) => Place;
}

const keptLayouts = 8;

export function createPlaces(repository: Pick<SourceRepository, 'layout' | 'text'>): Places {
  const kept = new Map<string, KeptLayout>();

  function layoutOf(source: Source): KeptLayout {
    const key = `${source.sha256} ${source.textSha256}`;
    const known = kept.get(key) ?? read(source);
    kept.delete(key);
    kept.set(key, known);
    if (kept.size > keptLayouts) kept.delete(kept.keys().next().value!);
    return known;
  }

  function read(source: Source): KeptLayout {
    const layout = repository.layout(source);
    return { layout, placeOf: createPlaceFinder(layout, layout?.kind === 'sheets' ? repository.text(source.textSha256) : '') };
  }

  return {
    placeOf: (source, start, end) => layoutOf(source).placeOf(start, end),
    describe(source, span) {
      const { layout, placeOf } = layoutOf(source);
      const pages = layout?.kind === 'pages' ? layout.pages : [];
      const boxes = span === undefined ? [] : boxesOf(pages, ...span);
      return {
        pages: pages.map(({ lines: _lines, ...page }) => page),
        sheets: layout?.kind === 'sheets' ? layout.sheets : [],
        place: span === undefined || layout === undefined ? null : { ...placeOf(...span), boxes },
      };
    },
  };
}
