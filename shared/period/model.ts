// A period is EDTF text (ISO 8601-2) kept verbatim, with the first and last day that it can mean.
import type { Message, MessageParams } from '../message.ts';

export const grains = ['day', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century', 'interval', 'set'] as const;
export type Grain = (typeof grains)[number];

/** Days as `YYYY-MM-DD`; `null` is an open or unknown end. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface Period extends Bounds {
  readonly edtf: string;
  /** `~`: the date is approximate. */
  readonly approximate: boolean;
  /** `?`: the source of the date is doubtful. */
  readonly uncertain: boolean;
  /** `between` for `[a..b]`, some time between; `throughout` for everything else. */
  readonly mode: 'throughout' | 'between';
  readonly grain: Grain;
}

/** The text is no period that the workbook can place; `words` say why. */
export class PeriodError extends Error {
  override readonly name = 'PeriodError';
  readonly words: Message;

  constructor(key: string, params?: MessageParams) {
    super(key);
    this.words = { key, params };
  }
}
