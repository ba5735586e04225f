// All arithmetic checks, those that break first; each opens to the claims that went into it.
import { IconCalculator, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Check, checkResults } from '../../../shared/features/checks/model.ts';
import { errorWords, useCall, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, ErrorNotice, Toolbar } from '../../ui/index.ts';
import { CheckLine } from './CheckLine.tsx';
import { RulesMenu } from './RulesMenu.tsx';
import { resultOrder } from './result-order.ts';
import './checks.css';

const step = 200;

export function ChecksView({ params }: ViewProps) {
  const { t } = useTranslation('checks');
  const { setParams, openView } = useWorkspace();
  const claimId = typeof params.claimId === 'string' ? params.claimId : undefined;
  const list = useCall('checks.list', claimId === undefined ? {} : { claim: claimId });
  const [openId, setOpenId] = useState<string>();
  const [most, setMost] = useState(step);
  const checks = list.data?.checks;
  const groups = useMemo(() => resultOrder.map((result) => [result, (checks ?? []).filter((check) => check.result === result)] as const), [checks]);
  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;

  return (
    <div className="view">
      <Toolbar label={t('title')}>
        <RulesMenu />
        {claimId === undefined ? null : (
          <span className="filter-chip">
            <span>{t('ofClaim')}</span>
            <button type="button" aria-label={t('showAll')} onClick={() => setParams('checks', {})}>
              <IconX size={12} aria-hidden />
            </button>
          </span>
        )}
        <span className="grow" />
        <span className="muted">{t('count', { count: checks?.length ?? 0 })}</span>
      </Toolbar>
      {checks === undefined ? <div className="grow" aria-busy /> : null}
      {checks?.length === 0 ? (
        <EmptyState icon={IconCalculator} text={t('empty')} action={{ label: t('emptyAction'), run: () => openView('figures') }} />
      ) : null}
      {checks === undefined || checks.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="check-groups" tabIndex={0} aria-label={t('results')}>
          {groups.map(([result, members]) =>
            members.length === 0 ? null : (
              <Group key={result} {...{ result, members, openId, most }} onOpen={setOpenId} onMore={() => setMost(most + step)} />
            ),
          )}
        </section>
      )}
    </div>
  );
}

interface GroupProps {
  readonly result: (typeof checkResults)[number];
  readonly members: readonly Check[];
  readonly openId: string | undefined;
  readonly most: number;
  onOpen(id: string | undefined): void;
  onMore(): void;
}

function Group({ result, members, openId, most, onOpen, onMore }: GroupProps) {
  const { t } = useTranslation('checks');
  return (
    <section aria-label={t(`result.${result}`)}>
      <h2 data-result={result}>
        {t(`group.${result}`)} <em>{members.length}</em>
        <span className="muted">{t(`groupMeans.${result}`)}</span>
      </h2>
      <ul>
        {members.slice(0, most).map((check) => (
          <CheckLine key={check.id} check={check} isOpen={check.id === openId} onToggle={() => onOpen(check.id === openId ? undefined : check.id)} />
        ))}
      </ul>
      {members.length <= most ? null : (
        <button type="button" className="link-button check-more" onClick={onMore}>
          {t('more', { count: members.length - most })}
        </button>
      )}
    </section>
  );
}
