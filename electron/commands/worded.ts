// What the calls answer, as the verbs print it: with its values, titles and reasons in words.
import { capitalised } from '../../shared/code-words.ts';
import type { Output } from '../../shared/contract.ts';
import { quantityWords, words } from './words.ts';

type Group = Output<'conflicts.list'>['groups'][number];
type Check = Output<'checks.list'>['checks'][number];
type Observation = Output<'ledger.list'>['observations'][number];
type SaidObservation = Output<'ledger.asSaid'>['observations'][number];

export type LedgerLine = ReturnType<typeof wordedObservation>;
export type WordedGroup = ReturnType<typeof wordedGroup>;
export type WordedTrace = ReturnType<typeof wordedTrace>;
export type WordedCheck = ReturnType<typeof wordedCheck>;

/** The fixed fields of the command line first; everything else the ledger knows follows. */
export function wordedObservation({ series, claims, verdict, ...rest }: Observation | SaidObservation) {
  return { ...rest, valueText: quantityWords(rest), series: rest.seriesId, key: series, claims, verdict };
}

export function wordedGroup({ title, why, against, ...group }: Group) {
  return { ...group, why: words(why), title: words(title), against: against.map(wordedLead) };
}

export function wordedCheck({ label, why, ...check }: Check) {
  return { ...check, label: label === null ? '' : words(label), why: words(why) };
}

export function wordedTrace(trace: Output<'claims.trace'>) {
  return { ...trace, usedBy: trace.usedBy.map((use) => ({ ...use, label: words(use.label) })) };
}

function wordedLead(lead: Group['against'][number]): { kind: string; unit: string | null; words: string } {
  const { kind } = lead;
  switch (kind) {
    case 'figure':
      return { kind, unit: lead.value?.unit ?? null, words: lead.value === null ? '' : quantityWords(lead.value) };
    case 'event':
      return { kind, unit: null, words: lead.what || capitalised(lead.code) };
    case 'statement':
      return { kind, unit: null, words: lead.actor };
  }
}
