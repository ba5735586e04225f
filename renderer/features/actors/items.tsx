import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActorRow, NameProposal } from '../../../shared/features/actors/contract.ts';
import { kindIcons, unknownKindIcon } from './kind-icons.ts';

export const pairKeyOf = ({ one, other }: NameProposal) => `${one}\n${other}`;

interface Chosen {
  readonly isSelected: boolean;
  onSelect(): void;
}

export function ActorItem({ actor, ...chosen }: Chosen & { readonly actor: ActorRow }) {
  const { t } = useTranslation('actors');
  const KindIcon = actor.kind === null ? unknownKindIcon : kindIcons[actor.kind];
  return (
    <Item {...chosen} entry={actor.name}>
      <KindIcon size={14} stroke={1.6} aria-label={t(`kind.${actor.kind ?? 'unknown'}`)} />
      <span className="actor-item-name">
        <span>{actor.name}</span>
        {actor.otherNames.length === 0 ? null : <span className="muted">{actor.otherNames.join(', ')}</span>}
      </span>
      <span className="actor-item-count">{actor.claims}</span>
    </Item>
  );
}

export function ProposalItem({ pair, ...chosen }: Chosen & { readonly pair: NameProposal }) {
  const { t } = useTranslation('actors');
  return (
    <Item {...chosen} entry={pairKeyOf(pair)}>
      <span className="actor-item-name">
        <span>{pair.one}</span>
        <span>{pair.other}</span>
      </span>
      {pair.outcome === 'undecided' ? <span className="actor-undecided">{t('outcome.undecided')}</span> : null}
      <span className="actor-item-count">{pair.claimsOfOne + pair.claimsOfOther}</span>
    </Item>
  );
}

function Item({ isSelected, onSelect, entry, children }: Chosen & { readonly entry: string; readonly children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <button ref={button} type="button" className="actor-item" data-entry={entry} aria-current={isSelected ? 'true' : undefined} onClick={onSelect}>
      {children}
    </button>
  );
}
