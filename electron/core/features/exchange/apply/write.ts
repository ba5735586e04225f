// Writes what an edited spreadsheet says and was agreed to: one edit. A value or a period that changed becomes a new claim whose
// passage is the cell, beside the old one; what is the analyst's own (notes, tags, grades, names of series) is changed in place.
import type { Output, ParsedInput } from '../../../../../shared/contract.ts';
import { type ClaimBody, toInput } from '../../../../../shared/features/claims/form.ts';
import type { Claim, PassageInput } from '../../../../../shared/features/claims/model.ts';
import type { AppliedChange, AppliedConflict, Comparison } from '../../../../../shared/features/exchange/applied.ts';
import type { EditScope } from '../../../edits/edits.ts';
import { type Answers, assertAnswered, createAnswers } from './answers.ts';

/** The edited file as a data set that is to be kept. */
export interface KeptFile {
  /** Id of the source; kept once, however often it is asked for. */
  keep(edit: EditScope): string;
  /** The words of the first of some cells that holds any. */
  passage(source: string, sheet: string, cells: readonly string[]): PassageInput | undefined;
}

export interface ApplyWriting {
  findClaim(id: string): Claim | undefined;
  rewrite(claim: Claim, body: ClaimBody, edit: EditScope, reason: string): void;
  capture(claims: readonly object[], edit: EditScope): readonly { readonly id: string }[];
  removeClaims(ids: readonly string[], edit: EditScope): void;
  patchSource(id: string, patch: Readonly<Record<string, unknown>>, edit: EditScope): void;
}

export interface Agreed extends Pick<ParsedInput<'exchange.apply'>, 'as' | 'answers'> {
  /** Who saved the file, or its name. */
  readonly by: string;
  readonly source: KeptFile | undefined;
}

/** What passages say; the rest is the analyst's. */
const said = new Set(['value', 'period', 'change', 'unit', 'multiplier', 'readings', 'path', 'per', 'when']);

export function createApplyWriter(writing: ApplyWriting) {
  return {
    write(comparison: Comparison, agreed: Agreed, edit: EditScope): Output<'exchange.apply'> {
      const answers = createAnswers(agreed.answers);
      assertAnswered(comparison, answers);
      const changes = [
        ...comparison.changed.filter((one) => answers.to(one.record, one.field, 'theirs') === 'theirs'),
        ...comparison.conflicts.flatMap((one) => taken(one, answers)),
      ];
      const added = comparison.added.filter((one) => answers.to(one.id, '*', 'theirs') === 'theirs');
      const gone = [...comparison.deleted, ...comparison.conflicts.filter((one) => one.kind === 'deleted-edited' && one.theirs === null)]
        .filter(({ record }) => answers.to(record, '*', undefined) === 'theirs')
        .map(({ record }) => record);
      answers.assertUsed();
      const byRecord = Map.groupBy(changes, ({ record }) => record);
      const fresh = [...byRecord].flatMap(([record, list]) => applyTo(record, list, agreed, edit));
      const rows = added.map(({ claim, sheet, cells }) => ({ ...claim, ...passageOf(agreed, { sheet, cells }, edit) }));
      const made = fresh.length + rows.length === 0 ? [] : writing.capture([...fresh, ...rows], edit);
      if (gone.length > 0) writing.removeClaims(gone, edit);
      edit.kind('import');
      edit.name('applySheet', { by: agreed.by, count: changes.length + added.length + gone.length });
      const source = made.length === 0 ? null : (agreed.source?.keep(edit) ?? null);
      return {
        ...comparison,
        applied: { changed: changes.length, added: added.length, deleted: gone.length, claims: made.map(({ id }) => id), source },
      };
    },
  };

  /** What one record says now: changed in place, or what a new claim says beside it. */
  function applyTo(record: string, changes: readonly Taken[], agreed: Agreed, edit: EditScope): object[] {
    const patch = Object.assign({}, ...changes.map(({ fields }) => fields)) as Record<string, unknown>;
    if (changes[0]!.table === 'source') {
      writing.patchSource(record, patch, edit);
      return [];
    }
    const claim = writing.findClaim(record);
    if (claim === undefined) return [];
    const body = { ...bodyOf(claim), ...patch } as ClaimBody;
    const telling = changes.filter(({ fields }) => Object.keys(fields).some((name) => said.has(name)));
    const place =
      agreed.as === 'edit' || telling.length === 0
        ? undefined
        : passageOf(agreed, { sheet: telling[0]!.sheet, cells: telling.map(({ cell }) => cell) }, edit);
    if (place?.passage === undefined) {
      writing.rewrite(claim, body, edit, agreed.by);
      return [];
    }
    const original = 'original' in patch ? body.original : place.passage.exact;
    return [{ ...toInput({ ...body, original, captured: null, capturedReason: '' }), ...place }];
  }

  function passageOf({ source }: Agreed, { sheet, cells }: { sheet: string; cells: readonly string[] }, edit: EditScope): { passage?: PassageInput } {
    if (source === undefined) return {};
    const passage = source.passage(source.keep(edit), sheet, cells);
    return passage === undefined ? {} : { passage };
  }
}

type Taken = Pick<AppliedChange, 'table' | 'record' | 'field' | 'fields' | 'sheet' | 'cell'>;

function taken(conflict: AppliedConflict, answers: Answers): Taken[] {
  const take = answers.to(conflict.record, conflict.field, 'mine');
  if (conflict.kind === 'value' && (take === 'cells' || take === 'words')) {
    const { low, high, qualifier, unit, multiplier, change } = (conflict.theirs as Readonly<Record<typeof take, Record<string, unknown>>>)[take];
    return [{ ...conflict, fields: { value: { low, high, qualifier }, unit, multiplier, change } }];
  }
  if (conflict.kind !== 'field' || take === 'mine') return [];
  return [take === 'theirs' ? conflict : { ...conflict, fields: conflict.baseFields }];
}

function bodyOf({ id: _id, contentKey: _key, sourceId: _source, passages: _passages, ...body }: Claim): ClaimBody {
  return body;
}
