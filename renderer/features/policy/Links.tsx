// How a thing hangs together with others: links that were described, and parts and comparable things that follow from them.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ThingPage } from '../../../shared/features/policy/contract.ts';
import type { Link } from '../../../shared/features/policy/model.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useCall, useCommand } from '../../bridge/index.ts';
import { EvidenceButton } from './EvidenceButton.tsx';
import { LineButton } from './LineButton.tsx';
import { Section } from './Section.tsx';

export interface LinksProps {
  readonly page: ThingPage;
  onOpen(name: string): void;
}

export function Links({ page, onOpen }: LinksProps) {
  const { t } = useTranslation('policy');
  const all = useCall('policy.described', {}).data?.links ?? [];
  const known = useKnownNames();
  const isThis = (name: string | null) => name !== null && page.names.some((one) => one.toLocaleLowerCase() === name.toLocaleLowerCase());
  const links = all.filter((link) => isThis(link.fromName) || isThis(link.toName));
  const linked = new Set(links.flatMap(({ fromName, toName }) => [fromName, toName]));
  const rest = [
    ...page.parts.filter((one) => !linked.has(one)).map((one) => ({ word: t('linkKind.part_of.to'), name: one })),
    ...page.comparable.filter((one) => !linked.has(one)).map((one) => ({ word: t('linkKind.comparable.from'), name: one })),
  ];
  if (links.length + rest.length === 0) return null;
  const named = (name: string) => <NameButton name={name} isKnown={known.has(name)} onOpen={onOpen} />;
  return (
    <Section title={t('section.links')}>
      <ul className="policy-lines">
        {links.map((link) => (
          <LinkLine key={link.id} link={link} side={isThis(link.fromName) ? 'from' : 'to'} named={named} />
        ))}
        {rest.map(({ word, name }) => (
          <li key={`${word}${name}`}>
            <span className="muted">{word}</span>
            {named(name)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface LinkLineProps {
  readonly link: Link;
  readonly side: 'from' | 'to';
  named(name: string): React.ReactNode;
}

function LinkLine({ link, side, named }: LinkLineProps) {
  const { t, i18n } = useTranslation('policy');
  const forget = useCommand('policy.forget');
  const [name, claim] = side === 'from' ? [link.toName, link.toClaim] : [link.fromName, link.fromClaim];
  const evidence = [...(claim === null ? [] : [claim]), ...link.claims];
  return (
    <li>
      <span className="muted">{t(`linkKind.${link.kind}.${side}`)}</span>
      {name === null ? null : named(name)}
      {link.period === null ? null : <span className="muted">{formatPeriod(link.period, i18n.language)}</span>}
      {evidence.length === 0 ? null : <EvidenceButton claims={evidence}>{t('linkEvidence')}</EvidenceButton>}
      <LineButton
        icon={IconX}
        label={t('removeLink', { name: name ?? t('claim') })}
        isDisabled={forget.isRunning}
        onRun={() => void forget.run({ record: 'link', id: link.id }).catch(() => undefined)}
      />
    </li>
  );
}

export function NameButton({ name, isKnown, onOpen }: { name: string; isKnown: boolean; onOpen(name: string): void }) {
  return isKnown ? (
    <button type="button" className="link-button" onClick={() => onOpen(name)}>
      {name}
    </button>
  ) : (
    <b>{name}</b>
  );
}

/** Names of instruments and projects: those have a page. */
export function useKnownNames(): ReadonlySet<string> {
  const instruments = useCall('policy.instruments', {}).data ?? [];
  const projects = useCall('policy.projects', {}).data ?? [];
  return new Set([...instruments, ...projects].flatMap(({ names }) => names));
}
