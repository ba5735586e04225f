// Panels, findings and notes name series: when a series takes another name they follow in the same edit, and where claims leave one
// they say so.
import { mapFinding } from '../../../../shared/features/boards/findings.ts';
import type { SeriesName } from '../../../../shared/features/boards/model.ts';
import { mapFigure, mapSeries, seriesTextOf } from '../../../../shared/features/boards/strands.ts';
import type { SeriesKey } from '../../../../shared/features/ledger/model.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { BoardsRepository } from './repository.ts';

export interface SeriesFollowers {
  renamed(from: SeriesKey, to: Partial<SeriesKey>, edit: EditScope): void;
  /** Claims were split off. */
  parted(series: SeriesKey, edit: EditScope): void;
}

export function createSeriesFollowers(repository: BoardsRepository, nameOf: (name: string) => string): SeriesFollowers {
  const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  return {
    renamed(from, to, edit) {
      const { frequency: _frequency, ...patch } = to;
      const text = seriesTextOf(from, nameOf);
      const follow = <S extends SeriesName>(series: S): S => (seriesTextOf(series, nameOf) === text ? { ...series, ...patch } : series);
      for (const panel of repository.panels()) {
        const strands = panel.strands.map((strand) => mapSeries(strand, follow));
        const findings = panel.findings.map((finding) => mapFinding(finding, follow));
        if (isOther(strands, panel.strands)) edit.update('panel', panel.id, { strands });
        if (isOther(findings, panel.findings)) edit.update('panel', panel.id, { findings });
      }
      for (const note of repository.notes()) {
        const figure = note.figure === null ? null : mapFigure(note.figure, follow);
        if (isOther(figure, note.figure)) edit.update('note', note.id, { figure });
      }
    },
    parted(series, edit) {
      const text = seriesTextOf(series, nameOf);
      for (const panel of repository.panels()) {
        const strands = panel.strands.map((strand) =>
          mapSeries(strand, (own) => (seriesTextOf(own, nameOf) === text ? { ...own, isParted: true } : own)),
        );
        if (isOther(strands, panel.strands)) edit.update('panel', panel.id, { strands });
      }
    },
  };
}
