// One group: its claims side by side, what differs field by field, the checks on them, and the verdict at the foot.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimMenu, errorWords, listMenus, useCall, useWorkspace } from '../../bridge/index.ts';
import { ErrorNotice } from '../../ui/index.ts';
import { ChecksOnClaims } from './ChecksOnClaims.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { ClaimList } from './ClaimList.tsx';
import { type Choice, choiceOf, mostCards, observationOf } from './choices.ts';
import { DetailHead } from './DetailHead.tsx';
import { FieldTable } from './FieldTable.tsx';
import { GapScale } from './GapScale.tsx';
import { IfAdopted } from './IfAdopted.tsx';
import { WeighButton } from './matrix/WeighButton.tsx';
import type { GroupWithRows } from './use-give-verdict.ts';
import { VerdictBar } from './VerdictBar.tsx';
import { leadOf, letterOf } from './words.ts';

export interface ConflictDetailProps {
  readonly id: string;
  readonly position: string | undefined;
  onDone(): void;
}

export function ConflictDetail({ id, position, onDone }: ConflictDetailProps) {
  const group = useCall('conflicts.get', { id });
  if (group.isError) return <ErrorNotice message={errorWords(group.error)} onRetry={() => void group.refetch()} />;
  if (group.data?.id !== id) return <div className="conflict-detail" aria-busy />;
  return <GroupView group={group.data} position={position} onDone={onDone} />;
}

function GroupView({ group, position, onDone }: { group: GroupWithRows; position: string | undefined; onDone(): void }) {
  const { t, i18n } = useTranslation('conflicts');
  const selection = useWorkspace((state) => state.selection);
  const select = useWorkspace((state) => state.select);
  const { rows } = group;
  const [choice, setChoice] = useState<Choice | undefined>(() => choiceOf(group, rows));
  const selectedId = selection.type === 'claim' && group.claims.includes(selection.id) ? selection.id : undefined;
  const firstId = (choice?.type === 'adopt' ? choice.claimId : undefined) ?? rows[0]?.id;

  // Evidence shows a claim of this group as soon as it is looked at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each group
  useEffect(() => {
    const shown = useWorkspace.getState().selection;
    if (firstId !== undefined && !(shown.type === 'claim' && group.claims.includes(shown.id))) select({ type: 'claim', id: firstId });
  }, []);

  const choose = (next: Choice) => {
    setChoice(next);
    if (next.type === 'adopt' || next.type === 'reading') select({ type: 'claim', id: next.claimId });
  };
  const menus = listMenus((claimId) => {
    const row = rows.find(({ id }) => id === claimId);
    if (row === undefined) return undefined;
    select({ type: 'claim', id: claimId });
    return claimMenu(claimId, [leadOf(row, i18n.language), row.sourceTitle].filter(Boolean).join(', '));
  });
  const adoptedId = choice?.type === 'adopt' ? choice.claimId : undefined;
  const isList = rows.length > mostCards;
  const observationId = observationOf(group.kind, rows);
  const asked = rows.find((row) => row.id === adoptedId) ?? rows.find((row) => row.id === selectedId) ?? rows[0];
  const checked = isList ? rows.filter((row) => row.id === selectedId) : rows;
  return (
    <div className="conflict-detail">
      <DetailHead group={group} position={position} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="conflict-body" tabIndex={0} aria-label={t('claimsOfGroup')} {...menus}>
        {group.kind === 'cause' ? (
          <WeighButton groupId={group.id} event={rows[0]?.kind === 'event' ? leadOf(rows[0], i18n.language) : undefined} />
        ) : null}
        {isList ? (
          <ClaimList rows={rows} selectedId={selectedId} adoptedId={adoptedId} onSelect={(row) => select({ type: 'claim', id: row.id })} />
        ) : (
          <div className="conflict-cards" data-count={rows.length}>
            {rows.map((row, index) => (
              <ClaimCard
                key={row.id}
                row={row}
                index={index}
                isSelected={row.id === selectedId}
                isAdopted={row.id === adoptedId}
                onSelect={() => select({ type: 'claim', id: row.id })}
              />
            ))}
          </div>
        )}
        <GapScale rows={rows} adoptedId={adoptedId} />
        <FieldTable rows={rows} isExplained={group.state === 'explained' || group.state === 'closed'} locale={i18n.language} />
        {observationId === undefined || asked === undefined ? null : (
          <IfAdopted observationId={observationId} rows={rows} claimId={asked.id} letter={letterOf(rows.indexOf(asked))} />
        )}
        <ChecksOnClaims rows={checked} onSelect={(claimId) => select({ type: 'claim', id: claimId })} />
      </section>
      <VerdictBar group={group} choice={choice} selectedId={selectedId} onChoose={choose} onDone={onDone} />
    </div>
  );
}
