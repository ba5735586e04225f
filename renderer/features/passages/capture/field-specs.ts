// Which fields each kind of claim shows, in which order and how wide: the form has eight columns.
import type { TermField } from '../../../../shared/features/claims/contract.ts';
import { type ClaimKind, eventStatuses, figureStatuses, hedges, stances, subjectTypes } from '../../../../shared/features/claims/model.ts';
import { changeKinds, qualifiers } from '../../../../shared/quantity/index.ts';
import type { ListField, TextField } from './form-values.ts';

interface Placed {
  readonly span: 2 | 3 | 4 | 8;
  /** Key under `field.` where the name itself is not one. */
  readonly label?: string;
}
export type FieldSpec = Placed &
  (
    | { readonly control: 'term'; readonly name: TextField; readonly terms: TermField }
    | { readonly control: 'names'; readonly name: ListField; readonly terms?: TermField }
    | {
        readonly control: 'choice';
        readonly name: TextField;
        readonly words: string;
        readonly choices: readonly string[];
        readonly isOptional?: boolean;
      }
    | { readonly control: 'number' | 'text' | 'long' | 'period'; readonly name: TextField }
    | { readonly control: 'readings'; readonly name: 'readings' }
    /** Usual stages and those of the workbook's own scales. */
    | { readonly control: 'stage'; readonly name: 'stage' }
  );

export const scales = ['0', '3', '4', '6', '8', '9', '12', '-2'] as const;

const measure: readonly FieldSpec[] = [
  { control: 'choice', name: 'qualifier', words: 'qualifier', choices: qualifiers, span: 2 },
  { control: 'number', name: 'value', span: 2 },
  { control: 'choice', name: 'multiplier', words: 'scale', choices: scales, span: 2 },
  { control: 'term', name: 'unit', terms: 'unit', span: 2 },
];

const saidBy: readonly FieldSpec[] = [
  { control: 'names', name: 'saidBy', terms: 'saidBy', span: 4 },
  { control: 'names', name: 'via', terms: 'via', span: 4 },
  { control: 'choice', name: 'credibility', words: 'credibility', choices: ['1', '2', '3', '4', '5', '6'], span: 3 },
  { control: 'choice', name: 'hedge', words: 'hedge', choices: hedges, span: 2 },
  { control: 'text', name: 'note', span: 3 },
];

const provenanceMore: readonly FieldSpec[] = [
  { control: 'period', name: 'madeOn', span: 4 },
  { control: 'text', name: 'madeOnBasis', span: 4 },
  { control: 'names', name: 'tags', terms: 'tags', span: 8 },
  { control: 'text', name: 'original', span: 8 },
];

const figure: readonly FieldSpec[] = [
  { control: 'term', name: 'measure', terms: 'measure', span: 4 },
  { control: 'term', name: 'subject', terms: 'subject', span: 4 },
  { control: 'names', name: 'area', terms: 'area', span: 2 },
  { control: 'term', name: 'counterpart', terms: 'counterpart', span: 2 },
  { control: 'names', name: 'basis', terms: 'basis', span: 4 },
  ...measure,
  { control: 'period', name: 'period', span: 4 },
  { control: 'choice', name: 'status', words: 'status', choices: figureStatuses, span: 2 },
  { control: 'choice', name: 'change', words: 'change', choices: changeKinds, isOptional: true, span: 2 },
  ...saidBy,
  { control: 'readings', name: 'readings', span: 8 },
];

const figureMore: readonly FieldSpec[] = [
  { control: 'choice', name: 'per', words: 'per', choices: ['year', 'half', 'quarter', 'month', 'week', 'day'], isOptional: true, span: 2 },
  { control: 'text', name: 'deadline', span: 2 },
  { control: 'text', name: 'vintage', span: 4 },
  { control: 'text', name: 'condition', span: 4 },
  { control: 'text', name: 'periodBasis', span: 4 },
  { control: 'period', name: 'pathFirst', span: 2 },
  { control: 'period', name: 'pathLast', span: 2 },
  { control: 'number', name: 'pathSteps', span: 2 },
  { control: 'choice', name: 'pathCompounding', words: 'compounding', choices: ['compounded', 'additive', 'unknown'], isOptional: true, span: 2 },
  ...provenanceMore,
];

const event: readonly FieldSpec[] = [
  { control: 'term', name: 'subject', terms: 'subject', span: 4 },
  { control: 'choice', name: 'subjectType', words: 'subjectType', choices: subjectTypes, isOptional: true, span: 2 },
  { control: 'stage', name: 'stage', span: 2 },
  { control: 'text', name: 'what', span: 8 },
  { control: 'period', name: 'when', span: 4 },
  { control: 'choice', name: 'status', words: 'status', choices: eventStatuses, span: 2 },
  { control: 'names', name: 'area', terms: 'area', span: 2 },
  { control: 'names', name: 'by', terms: 'actor', span: 4 },
  { control: 'text', name: 'cause', span: 4 },
  ...saidBy,
];

const eventMore: readonly FieldSpec[] = [
  ...measure,
  { control: 'choice', name: 'change', words: 'change', choices: changeKinds, isOptional: true, span: 2 },
  { control: 'term', name: 'depth', terms: 'depth', span: 2 },
  { control: 'names', name: 'sequence', terms: 'depth', span: 2 },
  { control: 'period', name: 'until', span: 4 },
  { control: 'term', name: 'batch', terms: 'batch', span: 4 },
  { control: 'names', name: 'details', terms: 'details', span: 4 },
  { control: 'text', name: 'condition', span: 4 },
  { control: 'term', name: 'type', terms: 'type', span: 4 },
  { control: 'names', name: 'counterparties', terms: 'actor', span: 4 },
  { control: 'term', name: 'counterpart', terms: 'counterpart', span: 4 },
  { control: 'text', name: 'whenBasis', span: 8 },
  ...provenanceMore,
];

const statement: readonly FieldSpec[] = [
  { control: 'term', name: 'actor', terms: 'actor', span: 4 },
  { control: 'text', name: 'role', span: 4 },
  { control: 'term', name: 'topic', terms: 'topic', span: 4 },
  { control: 'choice', name: 'stance', words: 'stance', choices: stances, span: 4 },
  { control: 'long', name: 'gist', span: 8 },
  { control: 'names', name: 'basis', terms: 'basis', span: 4 },
  { control: 'period', name: 'period', span: 4 },
  ...saidBy,
];

const statementMore: readonly FieldSpec[] = [{ control: 'text', name: 'condition', span: 8 }, ...provenanceMore];

export const mainFields: Readonly<Record<ClaimKind, readonly FieldSpec[]>> = { figure, event, statement };
export const moreFields: Readonly<Record<ClaimKind, readonly FieldSpec[]>> = { figure: figureMore, event: eventMore, statement: statementMore };
