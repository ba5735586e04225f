// A cell becomes a figure: what it counts, of whom and when is proposed from its row and its column.
import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract.ts';
import { useCall, useCommand, useWorkspace } from '../../../bridge/index.ts';
import { Dialog, focusWhenDrawn } from '../../../ui/index.ts';
import type { CellSpan } from './dataset-columns.tsx';

const fields = ['measure', 'subject', 'period', 'area', 'value', 'unit'] as const;
type Field = (typeof fields)[number];
type Claim = Input<'claims.capture'>['claims'][number];

export interface CellCaptureProps {
  readonly sourceId: string;
  readonly sheet: string;
  readonly span: CellSpan | undefined;
  onClose(): void;
}

export function CellCapture({ sourceId, sheet, span, onClose }: CellCaptureProps) {
  const { t } = useTranslation('sources');
  return (
    <Dialog title={t('dataset.capture', { cells: span?.cells ?? '', sheet })} isOpen={span !== undefined} onClose={onClose}>
      {span === undefined ? null : <CellForm key={span.start} sourceId={sourceId} span={span} onClose={onClose} />}
    </Dialog>
  );
}

/** The proposed words of a field, as a form shows them. */
function proposed(claim: Readonly<Record<string, unknown>>, field: Field): string {
  const value = claim[field];
  if (field === 'value') return String((value as { low?: string } | undefined)?.low ?? '');
  return value === null || value === undefined ? '' : String(value);
}

function CellForm({ sourceId, span, onClose }: { sourceId: string; span: CellSpan; onClose(): void }) {
  const { t } = useTranslation(['sources', 'passages']);
  const draft = useCall('claims.draft', { sourceId, start: span.start, end: span.end });
  const capture = useCommand('claims.capture', { isQuiet: true });
  const select = useWorkspace((state) => state.select);
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const ready = draft.data !== undefined && !draft.isPlaceholderData ? draft.data : undefined;
  if (ready === undefined) return <p className="muted">{draft.error?.message ?? '…'}</p>;
  const words = (field: Field): string => typed[field] ?? proposed(ready.claim, field);
  const failed = capture.error?.details.field;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const text = (field: Field): string | null => words(field).trim() || null;
    const value = { low: text('value'), high: text('value'), qualifier: 'exact' };
    const own = { measure: text('measure'), subject: text('subject'), period: text('period'), area: text('area'), unit: text('unit'), value };
    try {
      const { claims } = await capture.run({ claims: [{ ...ready!.claim, ...own } as Claim] });
      if (claims[0] !== undefined) select({ type: 'claim', id: claims[0].id });
      onClose();
    } catch {
      // shown at its field
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="source-words dataset-quote">{span.words}</p>
      <div className="form-grid">
        {fields.map((field) => (
          <TextInput
            key={field}
            label={t(`passages:capture.field.${field}`, { defaultValue: field })}
            description={typed[field] === undefined ? ready.inferred[field] : undefined}
            error={failed === field ? capture.error?.message : undefined}
            ref={field === (ready.unsure ?? 'measure') ? focusWhenDrawn : undefined}
            value={words(field)}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      {capture.error === undefined || fields.some((field) => field === failed) ? null : <p className="form-error">{capture.error.message}</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className="button" data-primary="" disabled={capture.isRunning || words('value') === ''}>
          {t('dataset.add')}
        </button>
      </div>
    </form>
  );
}
