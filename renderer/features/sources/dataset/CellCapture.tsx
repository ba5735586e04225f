// Cells become figures: what they count, of whom and when is proposed from their rows and columns. A block with several
// numbers becomes one figure a number, their sum, or a range from the least to the greatest.
import { NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract.ts';
import { figureStatuses } from '../../../../shared/features/claims/model.ts';
import { errorWords, useCommand, useWorkspace } from '../../../bridge/index.ts';
import { Dialog, focusWhenDrawn, Segments } from '../../../ui/index.ts';
import type { Block } from './block.ts';
import { agreed, type Proposal, statedValue, type Together, togethers, valueTogether } from './block-claim.ts';
import { type BlockDrafts, useBlockDrafts } from './use-block-drafts.ts';

const fields = ['measure', 'subject', 'period', 'area', 'unit'] as const;
type Field = (typeof fields)[number];
const takes = ['each', ...togethers] as const;
type Take = 'each' | Together;
type Claim = Input<'claims.capture'>['claims'][number];

export interface CellCaptureProps {
  readonly sourceId: string;
  readonly sheet: string;
  readonly block: Block | undefined;
  onClose(): void;
}

export function CellCapture({ sourceId, sheet, block, onClose }: CellCaptureProps) {
  const { t } = useTranslation('sources');
  return (
    <Dialog title={t('dataset.capture', { cells: block?.cells ?? '', sheet })} isOpen={block !== undefined} onClose={onClose}>
      {block === undefined ? null : <BlockDraft key={`${block.start} ${block.end}`} sourceId={sourceId} block={block} onClose={onClose} />}
    </Dialog>
  );
}

function BlockDraft(props: { sourceId: string; block: Block; onClose(): void }) {
  const { drafts, error } = useBlockDrafts(props.sourceId, props.block);
  if (drafts === undefined) return <p className="muted">{error === undefined ? '…' : errorWords(error)}</p>;
  return <CellForm {...props} drafts={drafts} />;
}

/** The proposed words of a field, as a form shows them. */
function wordsOf(claim: Proposal, field: Field): string {
  const value = claim[field];
  return value === null || value === undefined ? '' : String(value);
}

/** A proposal that says nothing of it is of an actual figure; null leaves it open. */
function statusOf({ status }: Proposal): string {
  return status === undefined ? 'actual' : typeof status === 'string' ? status : '';
}

function CellForm({ block, drafts, onClose }: { block: Block; drafts: BlockDrafts; onClose(): void }) {
  const { t } = useTranslation(['sources', 'passages', 'words']);
  const capture = useCommand('claims.capture', { isQuiet: true });
  const { select, notify } = useWorkspace();
  const isSeveral = drafts.cells.length > 1;
  const [take, setTake] = useState<Take>(isSeveral ? 'each' : 'sum');
  const [chosenStatus, setStatus] = useState<string>();
  const [typed, setTyped] = useState<Partial<Record<Field | 'low' | 'high', string>>>({});
  const proposal = useMemo(() => agreed(drafts.cells), [drafts]);
  const value = take === 'each' ? undefined : isSeveral ? valueTogether(drafts.cells, take) : statedValue(proposal);
  const isRange = value !== undefined && value.low !== value.high;
  const low = typed.low ?? value?.low ?? '';
  const high = isRange ? (typed.high ?? value.high ?? '') : low;
  const failed = capture.error?.details.field;
  const words = (field: Field): string => typed[field] ?? wordsOf(proposal.claim, field);
  const proposed = drafts.cells.map(({ claim }) => statusOf(claim));
  const isMixed = take === 'each' && new Set(proposed).size > 1 && !proposed.includes('');
  /** Empty where the status is left to the analyst; where each cell has one of its own, none is chosen for all. */
  const status = chosenStatus ?? (new Set(proposed).size === 1 ? proposed[0]! : '');
  const isStatusOpen = status === '' && !isMixed;
  const unsure = fields.find((field) => words(field) === '') ?? 'measure';

  function claims(): readonly Proposal[] {
    const own = Object.fromEntries(
      fields.flatMap((field) => (take !== 'each' || typed[field] !== undefined ? [[field, words(field).trim() || null]] : [])),
    );
    const withStatus = status === '' ? {} : { status };
    if (take === 'each') return drafts.cells.map(({ claim }) => ({ ...claim, ...own, ...withStatus }));
    const kept = isSeveral ? { note: t(`dataset.take.${take}Of`, { cells: block.cells }), original: block.words.slice(0, 1000) } : {};
    const bounds = { low: low.trim() || null, high: high.trim() || null, qualifier: value?.qualifier ?? 'exact' };
    return [{ ...proposal.claim, kind: 'figure', ...own, ...withStatus, ...kept, value: bounds, passage: drafts.passage }];
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      const stored = (await capture.run({ claims: claims() as unknown as Claim[] })).claims;
      if (stored[0] !== undefined) select({ type: 'claim', id: stored[0].id });
      if (stored.length > 1) notify({ tone: 'info', topic: 'capture', text: t('dataset.captured', { count: stored.length }) });
      onClose();
    } catch {
      // shown at its field
    }
  }

  const drawField = (field: Field) => (
    <TextInput
      key={field}
      label={t(`passages:capture.field.${field}`, { defaultValue: field })}
      description={typed[field] === undefined ? proposal.inferred[field] : undefined}
      placeholder={take === 'each' && isSeveral ? t('dataset.take.own') : undefined}
      error={failed === field ? capture.error && errorWords(capture.error) : undefined}
      ref={field === unsure ? focusWhenDrawn : undefined}
      value={words(field)}
      onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
    />
  );

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="source-words dataset-quote">{block.words}</p>
      {isSeveral ? (
        <Segments
          label={t('dataset.take.label')}
          segments={takes.map((key) => ({ key, label: t(`dataset.take.${key}`, { count: drafts.cells.length }) }))}
          chosen={take}
          onChoose={(key) => {
            setTake(key);
            setTyped(({ low: _low, high: _high, ...kept }) => kept);
          }}
        />
      ) : null}
      <div className="form-grid">
        {fields.slice(0, -1).map(drawField)}
        {take === 'each' ? null : <Bound name="low" label={t('passages:capture.field.value')} value={low} typed={typed} onTyped={setTyped} />}
        {isRange ? <Bound name="high" label={t('passages:capture.field.valueTo')} value={high} typed={typed} onTyped={setTyped} /> : null}
        {drawField('unit')}
        <NativeSelect
          label={t('passages:capture.field.status')}
          description={chosenStatus === undefined ? proposal.inferred['status'] : undefined}
          required
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value)}
        >
          {status === '' ? (
            <option value="" disabled>
              {isMixed ? t('dataset.take.own') : t('passages:capture.chooseOne')}
            </option>
          ) : null}
          {figureStatuses.map((one) => (
            <option key={one} value={one}>
              {t(`words:status.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      {capture.error === undefined || fields.some((field) => field === failed) ? null : <p className="form-error">{errorWords(capture.error)}</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="submit"
          className="button"
          data-primary=""
          disabled={capture.isRunning || isStatusOpen || (take !== 'each' && low + high === '')}
        >
          {take === 'each' ? t('dataset.addEach', { count: drafts.cells.length }) : t('dataset.add')}
        </button>
      </div>
    </form>
  );
}

interface BoundProps<T> {
  readonly name: 'low' | 'high';
  readonly label: string;
  readonly value: string;
  readonly typed: T;
  onTyped(typed: T): void;
}

function Bound<T extends object>({ name, label, value, typed, onTyped }: BoundProps<T>) {
  return <TextInput label={label} value={value} onChange={(event) => onTyped({ ...typed, [name]: event.currentTarget.value })} />;
}
