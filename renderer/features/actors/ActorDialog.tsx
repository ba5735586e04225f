// What is known of an actor: names in any script, kind, roles and relations with their dates.
import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Actor, actorKinds } from '../../../shared/features/actors/model.ts';
import { errorWords, useCommand } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';
import { RelationRows, RoleRows } from './DatedRows.tsx';

export interface ActorDialogProps {
  readonly name: string;
  readonly record: Actor | null;
  /** Names that judgements hold together with it; they need no alias. */
  readonly otherNames: readonly string[];
  onClose(): void;
}

type Draft = Omit<Actor, 'id'>;

const emptyDraft = { kind: null, aliases: [], roles: [], relations: [], note: '' };

export function ActorDialog({ name, record, otherNames, onClose }: ActorDialogProps) {
  const { t } = useTranslation('actors');
  const save = useCommand('actors.save', { isQuiet: true });
  const [draft, setDraft] = useState<Draft>(() => {
    const { id: _id, ...known } = record ?? { id: '', name, ...emptyDraft };
    return known;
  });
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await save.run({ ...(record === null ? {} : { id: record.id }), ...withoutEmpty(draft) });
      onClose();
    } catch {
      // shown below
    }
  };
  return (
    <Dialog title={t(record === null ? 'describeTitle' : 'changeTitle', { name })} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <div className="form-grid">
          <TextInput label={t('name')} value={draft.name} required onChange={(event) => set({ name: event.currentTarget.value })} />
          <Select
            label={t('kindLabel')}
            clearable
            data={actorKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={draft.kind}
            onChange={(kind) => set({ kind: actorKinds.find((known) => known === kind) ?? null })}
          />
          <TagsInput
            className="form-wide"
            label={t('aliases')}
            description={otherNames.length > draft.aliases.length ? t('judgedNames', { names: otherNames.join(', ') }) : t('aliasesHint')}
            splitChars={[';']}
            value={[...draft.aliases]}
            onChange={(aliases) => set({ aliases })}
          />
          <RoleRows rows={draft.roles} onChange={(roles) => set({ roles })} />
          <RelationRows rows={draft.relations} onChange={(relations) => set({ relations })} />
          <Textarea
            className="form-wide"
            label={t('note')}
            autosize
            minRows={2}
            value={draft.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
        {save.error === undefined ? null : <ErrorNotice message={errorWords(save.error)} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={save.isRunning || draft.name.trim() === ''}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Rows that were opened and left empty are no roles and no relations. */
function withoutEmpty(draft: Draft): Draft {
  const dated = (period: string | null) => (period?.trim() ? period.trim() : null);
  return {
    ...draft,
    roles: draft.roles
      .filter(({ role }) => role.trim() !== '')
      .map((one) => ({ ...one, at: one.at?.trim() ? one.at : null, period: dated(one.period) })),
    relations: draft.relations.filter(({ other }) => other.trim() !== '').map((one) => ({ ...one, period: dated(one.period) })),
  };
}
