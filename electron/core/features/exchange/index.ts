// Hands the workbook over as a new file, takes spreadsheets and copies of it back, and shares parts of it.
import { AppError } from '../../../../shared/errors.ts';
import type { ExportFormat } from '../../../../shared/features/exchange/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Files } from '../../host.ts';
import { type ApplyOptions, createApplyHandlers } from './apply/index.ts';
import { type ExportParts, exportAs } from './export.ts';
import { createMergeHandlers, type MergeOptions } from './merging.ts';
import { createShareHandlers, type ShareOptions } from './sharing.ts';

export interface ExchangeOptions extends ExportParts {
  readonly files: Files;
  readonly merging: MergeOptions;
  readonly sharing: ShareOptions;
  readonly applying: Omit<ApplyOptions, 'files' | 'origin'>;
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  zip: 'application/zip',
  jsonld: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
};

export function createExchangeHandlers(options: ExchangeOptions): Handlers<'exchange'> {
  const { files, name: workbook, origin } = options;
  return {
    ...createMergeHandlers(files, options.merging),
    async export(input) {
      const { format, table } = input;
      if (table !== undefined && format !== 'csv') throw new AppError('invalid-input', 'exchange.tableOfCsv', { field: 'table', format });
      const { bytes, claims, sources } = await exportAs(input, options);
      const name = `${[workbook, ...(table === undefined ? [] : [table.toLowerCase()])].join('-')}.${format}`;
      const mediaType = mediaTypes[format];
      return { download: files.offer({ name, mediaType, bytes }), name, mediaType, bytes: bytes.length, claims, sources };
    },
    ...createShareHandlers(files, workbook, options.sharing),
    ...createApplyHandlers({ ...options.applying, files, origin }),
  };
}
