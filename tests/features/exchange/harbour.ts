// A workbook that has something for every table of policy. A field of our own: a harbour.
import type { App } from '../../../electron/core/app.ts';
import type { ClaimInput } from '../../../shared/features/claims/model.ts';

const text = [
  'The berth fee was proposed in May 2022 and has been charged since 1 July 2023.',
  'At first it was 40 euros a metre; it rose by 5 euros on 1 January 2024.',
  'It shall rise by 2 to 4 per cent a year from 2025 to 2026.',
  'The port pilots opposed the fee in 2022; since 2024 they support it.',
  'East quay opened on 3 April 2023, run by Quay Works.',
  'It was closed on 10 March 2024 because of the Storm of March. The storm began on 9 March 2024. The quay opened anew on 1 June 2024.',
  'East quay was to handle 80 thousand boxes in 2024, later 60 thousand; it handled 45 thousand.',
  'On 2 February 2024 the port listed Gull Line and Tern Line as clean carriers. It says that three carriers are listed.',
  'Tern Line was taken off on 1 December 2024.',
].join('\n');

/** Of either opening of the quay. */
const vague = 'The quay opened some time in 2023 or 2024.';

/** Ids by ref. */
export async function captureHarbour(app: App): Promise<ReadonlyMap<string, string>> {
  const { id } = await app.ask('sources.paste', { text, meta: { title: 'Harbour report', publishedOn: '2025-02-01', grade: 'B' } });
  const other = await app.ask('sources.paste', { text: vague, meta: { title: 'Quay notes', publishedOn: '2025-01-10', grade: 'C' } });
  const at = (exact: string) => ({ passage: { source: exact === vague ? other.id : id, exact } });
  const event = (ref: string, exact: string, more: Record<string, unknown>) =>
    ({ ref, kind: 'event', ...more, ...at(exact) }) as unknown as ClaimInput;
  const figure = (ref: string, exact: string, low: string, more: Record<string, unknown>) =>
    ({ ref, kind: 'figure', value: { low, high: low, qualifier: 'exact' }, ...more, ...at(exact) }) as unknown as ClaimInput;
  const stance = (exact: string, word: string, madeOn: string) =>
    ({ kind: 'statement', actor: 'Port pilots', topic: 'Berth fee', stance: word, madeOn, ...at(exact) }) as ClaimInput;
  const fee = { subject: 'Berth fee', subjectType: 'instrument' };
  const quay = { subject: 'East quay', subjectType: 'project' };
  const rate = { subject: 'Berth fee', measure: 'fee_rate', unit: 'EUR' };
  const boxes = { subject: 'East quay', measure: 'boxes', unit: 'BOXES', multiplier: 3, period: '2024' };
  const listed = (ref: string, subject: string, exact: string) =>
    event(ref, exact, { subject, subjectType: 'actor', stage: 'listed', when: '2024-02-02', by: ['Port office'], batch: 'Clean carriers' });
  const { claims } = await app.ask('claims.capture', {
    claims: [
      event('proposed', 'proposed in May 2022', { ...fee, stage: 'proposed', when: '2022-05' }),
      event('charged', 'charged since 1 July 2023', { ...fee, stage: 'in_force', when: '2023-07-01' }),
      figure('first', '40 euros a metre', '40', { ...rate, period: '2023-07-01' }),
      figure('rise', 'rose by 5 euros', '5', { ...rate, change: 'absolute', period: '2024-01-01' }),
      figure('path', '2 to 4 per cent a year', '2', {
        subject: 'Berth fee',
        measure: 'fee_rate',
        period: '2025/2026',
        value: { low: '2', high: '4', qualifier: 'between' },
        unit: 'PCT',
        change: 'percent',
        status: 'plan',
        per: 'year',
        path: { last: '2026', compounding: 'unknown' },
      }),
      stance('opposed the fee in 2022', 'opposes', '2022'),
      stance('since 2024 they support it', 'supports', '2024'),
      event('opened', 'East quay opened on 3 April 2023', { ...quay, stage: 'started', when: '2023-04-03', by: ['Quay Works'] }),
      event('stopped', 'closed on 10 March 2024', { ...quay, stage: 'stopped', when: '2024-03-10', cause: 'the Storm of March' }),
      event('storm', 'storm began on 9 March 2024', { subject: 'Storm of March', subjectType: 'topic', stage: 'started', when: '2024-03-09' }),
      event('anew', 'opened anew on 1 June 2024', { ...quay, stage: 'started', when: '2024-06-01' }),
      event('vague', vague, { ...quay, stage: 'started', when: '2023/2024' }),
      figure('plan1', '80 thousand boxes', '80', { ...boxes, status: 'plan', madeOn: '2023-02' }),
      figure('plan2', 'later 60 thousand', '60', { ...boxes, status: 'plan', madeOn: '2023-11' }),
      figure('actual', 'handled 45 thousand', '45', boxes),
      listed('gull', 'Gull Line', 'Gull Line'),
      listed('tern', 'Tern Line', 'Tern Line as clean carriers'),
      event('off', 'Tern Line was taken off', {
        subject: 'Tern Line',
        subjectType: 'actor',
        stage: 'delisted',
        when: '2024-12-01',
        batch: 'Clean carriers',
      }),
      figure('three', 'three carriers', '3', { subject: 'Clean carriers', measure: 'carriers', unit: 'CARRIERS', period: '2024-02' }),
    ],
  });
  const ids = new Map(claims.map((claim) => [claim.ref ?? '', claim.id]));
  await app.ask('policy.describe', {
    records: [
      { record: 'thing', name: 'Berth fee', class: 'fee', aliases: ['Mooring fee'], area: ['XH'], summary: 'A price on berths.' },
      { record: 'link', kind: 'counts', from: { claim: ids.get('three')! }, to: { name: 'Clean carriers' } },
      {
        record: 'schedule',
        of: 'Berth fee',
        gives: 'rate',
        driver: { measure: 'tonnage', unit: 'T' },
        unit: 'EUR',
        form: 'formula',
        formula: '2 * driver',
        claims: [ids.get('first')!],
      },
      { record: 'scale', code: 'quays', kind: 'ladder', steps: [{ code: 'open' }, { code: 'deep' }] },
      { record: 'conversion', name: 'usual', from: 'EUR', to: 'USD', own: { value: '1.1', unit: 'USD_PER_EUR', reason: 'of the year' } },
    ],
  });
  return ids;
}
