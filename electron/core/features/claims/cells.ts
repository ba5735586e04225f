// Edits of grid cells and whole claims. A cell is typed text; it is put into the captured form of the claim and the whole
// claim is checked again by the same schema, so that a grid can store nothing that a capture could not.

import { AppError } from '../../../../shared/errors.ts';
import { detailOf, detailText } from '../../../../shared/features/claims/details.ts';
import { toBody, toInput } from '../../../../shared/features/claims/form.ts';
import { type Claim, claimInputSchema, type Detail, type ParsedClaim } from '../../../../shared/features/claims/model.ts';
import { measuredOf } from '../../../../shared/features/ledger/rules.ts';
import { asIssue, issueMessage } from '../../../../shared/issues.ts';
import type { MessageParam, MessageParams } from '../../../../shared/message.ts';
import { readShownPeriod } from '../../../../shared/period/index.ts';
import { checkClaim } from './check.ts';
import { typedOver } from './typed-value.ts';

const listCells = new Set(['area', 'basis', 'saidBy', 'via', 'tags', 'by', 'counterparties', 'sequence', 'details']);
const numberCells = new Set(['credibility', 'multiplier']);
const periodCells = new Set(['period', 'when', 'until', 'madeOn']);
const fixedCells = new Set(['id', 'kind', 'contentKey', 'sourceId', 'passages', 'passage']);

/** The body of a claim after one cell was typed over. @throws AppError `invalid-input` naming the field. */
export function withCell(claim: Claim, field: string, typed: string | null): ReturnType<typeof toBody> {
  const input = toInput(claim);
  const name = claim.kind === 'event' && field === 'period' ? 'when' : field;
  if (fixedCells.has(name) || (!(name in input) && name !== 'value'))
    throw new AppError('invalid-input', 'claims.fixedField', { field, kind: claim.kind });
  const changed = name === 'value' ? withValue(input, claim, typed) : { ...input, [name]: cellValue(name, typed) };
  return toBody(parseClaim(changed, field));
}

/** What became of one field, for the name of the edit. */
export function fieldChange(field: string, before: Claim, after: ReturnType<typeof toBody>): MessageParams {
  return { field: { code: field }, from: fieldParam(field, before), to: fieldParam(field, after) };
}

function fieldParam(field: string, claim: ReturnType<typeof toBody>): MessageParam {
  if (field === 'value' || field === 'magnitude') return claim.value === null ? none : { quantity: measuredOf(claim) };
  const value = (claim as Readonly<Record<string, unknown>>)[field === 'when' ? 'period' : field];
  if (value === null || value === undefined || value === '') return none;
  if (field === 'period' || field === 'when' || field === 'madeOn') return { period: String(value) };
  const texts = [value]
    .flat()
    .map((one) =>
      typeof one === 'object' && one !== null && 'name' in one
        ? String(one.name)
        : typeof one === 'object' && one !== null && 'is' in one
          ? detailText(one as Detail)
          : String(one),
    );
  return texts.length === 0 ? none : texts.join('; ').slice(0, 80);
}

const none = '–';

export function parseClaim(input: unknown, field: string): ParsedClaim {
  const parsed = claimInputSchema.safeParse(input);
  if (!parsed.success) {
    const [first] = parsed.error.issues.map(asIssue);
    const issue = issueMessage(first === undefined || first.field !== '' ? first : { ...first, field });
    throw new AppError('invalid-input', 'claims.badField', { field, issue });
  }
  checkClaim(parsed.data);
  return parsed.data;
}

function cellValue(name: string, typed: string | null): unknown {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  if (listCells.has(name)) return listed(text).map((part) => (name === 'details' ? detailOf(part) : part));
  if (numberCells.has(name)) return Number(text);
  if (periodCells.has(name)) return readShownPeriod(text) ?? text;
  return text;
}

function listed(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function withValue(input: Record<string, unknown>, claim: Claim, typed: string | null): Record<string, unknown> {
  const key = claim.kind === 'event' ? 'magnitude' : 'value';
  const text = typed?.trim() ?? '';
  if (text === '' || text === '–') return { ...input, [key]: claim.kind === 'event' ? null : { low: null, high: null, qualifier: 'unknown' } };
  const { low, high, qualifier, unit, multiplier, change } = typedOver(claim, text);
  return { ...input, [key]: { low, high, qualifier }, unit, multiplier, change };
}
