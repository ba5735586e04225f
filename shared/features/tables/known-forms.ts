// Tables whose form is a standard: known by their heads, read without a mapping.
import { message } from '../../message.ts';
import { columnName } from '../sources/cells.ts';
import { type MappedColumn, mappingSchema } from './mapping.ts';
import type { Proposal } from './proposal.ts';
import { type Table, wordsAt } from './table.ts';

/** SDMX-CSV 1.0 and 2.0: what its columns say. Other columns of the key tell series apart and are kept as their basis. */
const sdmx: Readonly<Record<string, string>> = {
  REF_AREA: 'subject',
  GEO: 'subject',
  COUNTERPART_AREA: 'counterpart',
  PARTNER: 'counterpart',
  INDICATOR: 'measure',
  MEASURE: 'measure',
  SUBJECT: 'measure',
  VARIABLE: 'measure',
  TIME_PERIOD: 'period',
  OBS_VALUE: 'value',
  OBS_STATUS: 'status',
  OBS_FLAG: 'status',
  CONF_STATUS: '',
  UNIT_MEASURE: 'unit',
  UNIT: 'unit',
  UNIT_MULT: 'multiplier',
  FREQ: '',
  DATAFLOW: '',
  STRUCTURE: '',
  STRUCTURE_ID: '',
  STRUCTURE_NAME: '',
  ACTION: '',
  DECIMALS: '',
  TIME_FORMAT: '',
  COLLECTION: '',
  COMMENT_OBS: 'note',
  OBS_COMMENT: 'note',
};

export function knownForm(table: Table): Proposal | undefined {
  const [first] = table.rows;
  if (first === undefined) return undefined;
  const heads = first.shown.map((_, index) =>
    wordsAt(first, index + 1)
      .split(':')[0]!
      .trim()
      .toUpperCase(),
  );
  if (!heads.includes('OBS_VALUE') || !heads.includes('TIME_PERIOD')) return undefined;
  const columns = heads.flatMap((head, index): MappedColumn[] => {
    const field = sdmx[head] ?? 'basis';
    return field === '' || head === '' ? [] : [{ at: columnName(index + 1), field }];
  });
  const hasMeasure = columns.some(({ field }) => field === 'measure');
  const flow = table.rows[1] === undefined ? '' : wordsAt(table.rows[1], heads.findIndex((head) => /^(?:DATAFLOW|STRUCTURE_ID)$/.test(head)) + 1);
  return {
    mapping: mappingSchema.parse({
      sheet: table.sheet,
      head: [first.row],
      columns,
      fixed: hasMeasure || flow === '' ? {} : { measure: flow },
      nulls: ['NaN', ':'],
      skip: heads.includes('OBS_STATUS') ? [{ at: columnName(heads.indexOf('OBS_STATUS') + 1), is: ['M', 'O', 'L'] }] : [],
    }),
    reasons: [{ at: '', why: message('tables:reason.sdmx') }],
  };
}
