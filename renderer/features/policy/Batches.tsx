// What was listed together: each batch with its authority, its day, who was put on and taken off, what is said of its size, and
// what it brought about.
import { IconListDetails } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { Batch } from '../../../shared/features/policy/contract.ts';
import { errorWords, useHints, useWorkspace } from '../../bridge/index.ts';
import { EmptyState, ErrorNotice, type KeySpec } from '../../ui/index.ts';
import { useWindowText } from '../../ui/shown-text.ts';
import { Counts } from './Counts.tsx';
import { EvidenceButton } from './EvidenceButton.tsx';
import { NameButton, useKnownNames } from './Links.tsx';
import { Section } from './Section.tsx';

const noKeys: readonly KeySpec[] = [];

export interface BatchesProps {
  readonly query: UseQueryResult<Batch[], AppError>;
  /** Opens the page of a thing. */
  onOpen(name: string): void;
}

export function Batches({ query, onOpen }: BatchesProps) {
  const { t } = useTranslation('policy');
  const openView = useWorkspace((state) => state.openView);
  const batches = query.data;
  useHints(noKeys);
  if (query.isError) return <ErrorNotice message={errorWords(query.error)} onRetry={() => void query.refetch()} />;
  if (batches === undefined) return <div className="grow" aria-busy />;
  if (batches.length === 0)
    return <EmptyState icon={IconListDetails} text={t('empty.batches')} action={{ label: t('emptyAction'), run: () => openView('reader') }} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="policy-page" tabIndex={0} aria-label={t('segment.batches')}>
      {batches.map((batch) => (
        <OneBatch key={`${batch.name}\n${batch.authority}\n${batch.when.earliest}`} {...{ batch, onOpen }} />
      ))}
    </section>
  );
}

function OneBatch({ batch, onOpen }: { batch: Batch; onOpen(name: string): void }) {
  const { t } = useTranslation('policy');
  const dated = useWindowText();
  const known = useKnownNames();
  const by = batch.authority === null ? [] : [t('byName', { name: batch.authority })];
  return (
    <Section title={batch.name || t('unnamedBatch')} hint={[...by, dated(batch.when)].join(' · ')}>
      <table className="policy-table batch-members">
        <thead>
          <tr>
            <th scope="col">{t('column.member')}</th>
            <th scope="col">{t('column.putOn')}</th>
            <th scope="col">{t('column.takenOff')}</th>
          </tr>
        </thead>
        <tbody>
          {batch.members.map((member) => (
            <tr key={member.name}>
              <th scope="row">
                <NameButton name={member.name} isKnown={known.has(member.name)} onOpen={onOpen} />
              </th>
              <td>
                <EvidenceButton claims={member.claims}>{dated(member.on)}</EvidenceButton>
              </td>
              <td>{member.off === null ? '–' : dated(member.off)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {batch.counts.length === 0 ? null : <Counts counts={batch.counts} />}
      {batch.effects.length === 0 ? null : (
        <p>
          <EvidenceButton claims={batch.effects}>{t('batchEffects', { count: batch.effects.length })}</EvidenceButton>
        </p>
      )}
    </Section>
  );
}
