// Adds tags to claims and takes tags from them, all in one edit.
import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { useCall } from '../../../bridge/index.ts';
import { Dialog } from '../../../ui/index.ts';
import type { ClaimEdits } from './use-claim-edits.ts';

export interface TagDialogProps {
  /** Undefined: closed. */
  readonly rows: readonly ClaimRow[] | undefined;
  readonly edits: ClaimEdits;
  onClose(): void;
}

export function TagDialog({ rows, edits, onClose }: TagDialogProps) {
  const { t } = useTranslation('claims');
  return (
    <Dialog title={t('tagging.title', { count: rows?.length ?? 0 })} isOpen={rows !== undefined} onClose={onClose} size="small">
      {rows === undefined ? null : <TagForm rows={rows} edits={edits} onClose={onClose} />}
    </Dialog>
  );
}

function TagForm({ rows, edits, onClose }: TagDialogProps & { readonly rows: readonly ClaimRow[] }) {
  const { t } = useTranslation('claims');
  const [add, setAdd] = useState<string[]>([]);
  const [drop, setDrop] = useState<readonly string[]>([]);
  const known = useCall('claims.terms', { field: 'tags' });
  const held = [...new Set(rows.flatMap((row) => row.tags))].sort();
  const countOf = (tag: string) => rows.filter((row) => row.tags.includes(tag)).length;
  const toggle = (tag: string) => setDrop(drop.includes(tag) ? drop.filter((one) => one !== tag) : [...drop, tag]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void edits.tag(rows, { add, drop: [...drop] });
        onClose();
      }}
    >
      <TagsInput
        data-autofocus
        label={t('tagging.add')}
        description={t('tagging.hint')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={known.data?.terms.map((term) => term.text) ?? []}
        value={add}
        onChange={setAdd}
        splitChars={[';']}
        acceptValueOnBlur
        maxTags={64}
      />
      {held.length === 0 ? null : (
        <fieldset className="held-tags">
          <legend>{t('tagging.held')}</legend>
          {held.map((tag) => (
            <button key={tag} type="button" aria-pressed={drop.includes(tag)} onClick={() => toggle(tag)} aria-label={t('tagging.take', { tag })}>
              {tag}
              {rows.length > 1 ? <span>{countOf(tag)}</span> : null}
            </button>
          ))}
        </fieldset>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t('tagging.cancel')}
        </button>
        <button type="submit" className="button" data-primary="" disabled={add.length + drop.length === 0}>
          {t('tagging.save')}
        </button>
      </div>
    </form>
  );
}
