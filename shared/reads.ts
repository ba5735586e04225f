// What a query rests on: records, and of which groups. After an edit only what rests on something that it touched is asked again.
import { z } from 'zod';

/** Records that an edit touched: of which groups, and which. `ids` is null where they are too many to name. */
export const touchedSchema = z.strictObject({ groups: z.array(z.string()), ids: z.array(z.string()).nullable() });

export type Touches = Readonly<Record<string, z.infer<typeof touchedSchema>>>;

/** Every group of a record, some, or all but some. `edit` stands for the history itself. */
export type Reads = { readonly [record: string]: 'all' | readonly string[] | { readonly except: readonly string[] } };

/** Whether an edit touched something that is read. A record that came or went counts for each of its groups. */
export function isTouched(reads: Reads, touched: Touches): boolean {
  if (reads.edit !== undefined) return true;
  return Object.entries(touched).some(([record, { groups }]) => {
    // Rows of an imported table are read wherever claims are.
    if (record === 'table_import' && reads.claim !== undefined) return true;
    const wanted = reads[record];
    if (wanted === undefined) return false;
    if (wanted === 'all' || groups.includes('*')) return true;
    return 'except' in wanted ? groups.some((group) => !wanted.except.includes(group)) : groups.some((group) => wanted.includes(group));
  });
}

const names = { actor: 'all', judgement: 'all' } as const;
/** Of a claim what is the analyst's alone and says nothing of the world. */
const aside = { except: ['note', 'tags', 'original', 'credibility', 'hedge'] };
const origin = ['title', 'publisher', 'publishedOn', 'copyOf', 'grade'];

export const nothingRead: Reads = {};
export const history: Reads = { edit: 'all' };
/** Observations: what figures say, who says it, what was decided. */
export const observations: Reads = { claim: aside, source: origin, verdict: 'all', measure: 'all', ...names };
/** Claims as rows of a grid. */
export const claimRows: Reads = { claim: 'all', passage: ['place'], source: origin, verdict: 'all', ...names };
/** Beside claims the scales that order stages and depths, the names of things, and verdicts on events. */
export const contradictions: Reads = {
  ...observations,
  passage: ['place'],
  conflict_decision: 'all',
  thing: 'all',
  scale: 'all',
  event_verdict: 'all',
};
export const checked: Reads = { ...observations, formula_rule: 'all', check_rule: 'all' };
export const namesInUse: Reads = {
  claim: ['subject', 'subjectType', 'actor', 'saidBy', 'via', 'by', 'counterparties'],
  source: ['publisher'],
  ...names,
};
export const timeMarks: Reads = { claim: { except: ['note', 'original', 'credibility', 'hedge'] }, source: ['title'], ...names };
/** What is described of things beside what claims say. */
export const describedThings: Reads = { thing: 'all', link: 'all', schedule: 'all', scale: 'all', conversion: 'all', event_verdict: 'all' };
/** What the finder sees in texts, and what of it was captured or set aside. */
export const mentions: Reads = { source: ['text', 'publishedOn', 'language'], passage: ['place'], claim: ['passages'], aside: 'all' };
export const sourceRows: Reads = { ...mentions, source: 'all', claim: ['passages', 'sourceId'] };
export const texts: Reads = { source: ['text'] };
export const passagesRead: Reads = { passage: 'all', claim: ['passages'], source: ['text', 'title'] };
export const matrices: Reads = { ...claimRows, matrix: 'all', hypothesis: 'all', mark: 'all' };
