// Calls that share a part of the workbook.
import { AppError } from '../../../../shared/errors.ts';
import type { ShareChoice, ShareContent } from '../../../../shared/features/exchange/share.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Files } from '../../host.ts';

/** Supplied by the core: choosing records and building a workbook of them. */
export interface ShareOptions {
  look(choice: ShareChoice): ShareContent;
  make(choice: ShareChoice): { readonly bytes: Uint8Array; readonly sources: number; readonly claims: number };
  /** Ids of series by id, measure or label. */
  seriesNamed(name: string): readonly string[];
  isSource(id: string): boolean;
}

const mediaType = 'application/vnd.sqlite3';

export function createShareHandlers(files: Files, name: string, sharing: ShareOptions): Pick<Handlers<'exchange'>, 'sharePreview' | 'share'> {
  function chosen({ series, sources, ...rest }: ShareChoice): ShareChoice {
    const missing = sources.find((id) => !sharing.isSource(id));
    if (missing !== undefined) throw new AppError('not-found', 'sources.unknown', { id: missing });
    return { ...rest, sources, series: series.flatMap((one) => seriesNamed(one)) };
  }

  function seriesNamed(given: string): readonly string[] {
    const ids = sharing.seriesNamed(given);
    if (ids.length === 0) throw new AppError('not-found', 'ledger.unknownSeries', { id: given });
    return ids;
  }

  return {
    sharePreview: (choice) => sharing.look(chosen(choice)),
    share(choice) {
      const { bytes, sources, claims } = sharing.make(chosen(choice));
      const file = { name: `${name}-part.assay`, mediaType };
      return { ...file, download: files.offer({ ...file, bytes }), bytes: bytes.length, sources, claims };
    },
  };
}
