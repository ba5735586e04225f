// What a record is called, as short as a list needs it: a source by its title, a claim by what it is about.
import { capitalised } from '../../../../shared/code-words.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { useCall } from '../../../bridge/index.ts';
import type { Question } from './questions.ts';

type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** "Market share, Chinese brands, 2024" */
function titleOf(fields: Fields, locale: string): string {
  const { measure, subject, what, stage, type, actor, topic, period } = fields;
  const first = [measure, what, actor, stage, type].map(textOf).find((text) => text !== '') ?? '';
  const second = [subject, topic].map(textOf).find((text) => text !== '' && text !== first) ?? '';
  const day = textOf(period) === '' ? '' : formatPeriod(textOf(period), locale);
  return [capitalised(first), second, day].filter(Boolean).join(', ');
}

export const claimTitle = (row: ClaimRow, locale: string): string => titleOf({ ...row }, locale);

/** Of a record that may be gone here, by what its own fields say. */
function ownName(value: unknown, locale: string): string {
  const fields = fieldsOf(value);
  if (fields === undefined) return '';
  const { title, name, exact, question, text, code, one, other } = fields;
  const plain = [title, name, exact, question, text].map(textOf).find((words) => words !== '');
  if (plain !== undefined) return plain;
  if (textOf(one) !== '') return `${textOf(one)} / ${textOf(other)}`;
  return titleOf(fields, locale) || capitalised(textOf(code));
}

/** Empty while it is looked up, and where a record has no name but the word of its table. */
export function useRecordName({ table, kind, record, field, base, mine, theirs }: Question, locale: string): string {
  const isPassage = kind === 'two-readings';
  const claimId = isPassage ? textOf(fieldsOf(mine)?.['id']) : record;
  const is = (name: string) => table === name && (field !== '*' || kind === 'outside-deleted');
  const claim = useCall('claims.get', { id: claimId }, { enabled: is('claim') && claimId !== '' }).data;
  const source = useCall('sources.get', { id: record }, { enabled: is('source') }).data;
  const observation = useCall('ledger.observation', { id: record }, { enabled: kind === 'two-verdicts' }).data;
  const actors = useCall('actors.list', { typed: '' }, { enabled: is('actor') }).data;
  const judgements = useCall('actors.judgements', {}, { enabled: is('judgement') }).data;
  if (claim !== undefined) return claimTitle(claim, locale);
  if (source !== undefined) return source.title;
  if (observation !== undefined) return titleOf({ ...observation.series, period: observation.period }, locale);
  const actor = actors?.actors.find(({ actorId }) => actorId === record);
  if (actor !== undefined) return actor.name;
  const judgement = judgements?.judgements.find(({ id }) => id === record);
  if (judgement !== undefined) return `${judgement.one} / ${judgement.other}`;
  return field === '*' ? [mine, theirs, base].map((value) => ownName(value, locale)).find(Boolean) || '' : '';
}
