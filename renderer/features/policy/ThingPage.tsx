// What is known of one instrument or project; whatever is shown leads to the claim that it comes from.

import { IconArrowLeft, IconLink, IconMathFunction, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThingPage as Page } from '../../../shared/features/policy/contract.ts';
import { errorWords, useCall, useHints, useViewKeys } from '../../bridge/index.ts';
import { ErrorNotice, Tool, Toolbar } from '../../ui/index.ts';
import { Counts, Listings } from './Counts.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { EventVerdicts } from './EventVerdicts.tsx';
import { EvidenceButton } from './EvidenceButton.tsx';
import { pageKeys } from './keys.ts';
import { IntervalRows, LifeCycle } from './LifeCycle.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { Links } from './Links.tsx';
import { Plans } from './Plans.tsx';
import { PositionsTable } from './Positions.tsx';
import { Problems } from './Problems.tsx';
import { Rates } from './Rates.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { Schedules, type ShownSchedule } from './Schedules.tsx';
import { Section } from './Section.tsx';
import { ThingStateChip } from './ThingStateChip.tsx';

export interface ThingPageProps {
  readonly name: string;
  readonly on: string;
  readonly today: string;
  readonly list: 'instrument' | 'project';
  onBack(): void;
  onOpen(name: string): void;
}

export function ThingPage({ name, on, today, list, onBack, onOpen }: ThingPageProps) {
  const { t } = useTranslation('policy');
  const [dialog, setDialog] = useState<'describe' | 'link' | 'schedule'>();
  const [schedule, setSchedule] = useState<ShownSchedule>();
  const editSchedule = (one: ShownSchedule | undefined) => {
    setSchedule(one);
    setDialog('schedule');
  };
  const back = useRef<HTMLDivElement>(null);
  const query = useCall(`policy.${list}`, { name, on });
  useViewKeys({ E: () => setDialog('describe'), N: () => setDialog('link'), S: () => editSchedule(undefined) });
  useHints(pageKeys);
  useEffect(() => back.current?.querySelector('button')?.focus(), []);
  const page = query.data;
  return (
    <>
      <div ref={back}>
        <Toolbar label={t('pageTools', { name })}>
          <Tool icon={IconArrowLeft} label={t('back')} keys="Esc" onRun={onBack} />
          <span className="grow" />
          <Tool icon={IconPencil} label={t('describe')} keys="E" isDisabled={page === undefined} onRun={() => setDialog('describe')} />
          <Tool icon={IconLink} label={t('link')} keys="N" isDisabled={page === undefined} onRun={() => setDialog('link')} />
          <Tool icon={IconMathFunction} label={t('addSchedule')} keys="S" isDisabled={page === undefined} onRun={() => editSchedule(undefined)} />
        </Toolbar>
      </div>
      {query.isError ? <ErrorNotice message={errorWords(query.error)} onRetry={() => void query.refetch()} /> : null}
      {page === undefined || query.isError ? (
        <div className="grow" aria-busy={!query.isError} />
      ) : (
        <Body {...{ page, on, today, onOpen }} onEditSchedule={editSchedule} />
      )}
      {page !== undefined && dialog === 'describe' ? (
        <DescribeDialog page={page} type={list} onClose={() => setDialog(undefined)} onRenamed={(next) => next !== name && onOpen(next)} />
      ) : null}
      {page !== undefined && dialog === 'schedule' ? (
        <ScheduleDialog of={page.name} schedule={schedule} onClose={() => setDialog(undefined)} />
      ) : null}
      {page !== undefined && dialog === 'link' ? <LinkDialog name={page.name} names={page.names} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

interface BodyProps {
  readonly page: Page;
  readonly on: string;
  readonly today: string;
  onOpen(name: string): void;
  onEditSchedule(schedule: ShownSchedule): void;
}

function Body({ page, on, today, onOpen, onEditSchedule }: BodyProps) {
  const { t } = useTranslation('policy');
  const others = page.names.filter((one) => one !== page.name);
  const hasUnclear = page.problems.length + page.verdicts.length + page.unplaced.length + page.returns.length > 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="policy-page" tabIndex={0} aria-label={page.name}>
      <header className="policy-head">
        <h2>
          {page.name} <ThingStateChip state={page.state} />
        </h2>
        <p className="muted">
          {[page.types.map((type) => t(`words:subjectType.${type}`)).join(', '), page.class ?? '', page.depth ?? ''].filter(Boolean).join(' · ')}
          {others.length === 0 ? '' : ` · ${t('alsoCalled', { names: others.join(', ') })}`}
        </p>
        {page.summary === '' ? null : <p>{page.summary}</p>}
      </header>
      <Section title={t('section.lifeCycle')} hint={t('section.lifeCycleHint')}>
        {page.intervals.length + page.listings.length === 0 ? (
          <p className="muted">{t('noLifeCycle')}</p>
        ) : (
          <>
            <LifeCycle {...{ page, on, today }} />
            <IntervalRows page={page} />
          </>
        )}
      </Section>
      {hasUnclear ? (
        <Section title={t('section.unclear')}>
          <Problems problems={page.problems} />
          <EventVerdicts verdicts={page.verdicts} />
          {page.unplaced.length === 0 ? null : (
            <p>
              <EvidenceButton claims={page.unplaced}>{t('unplaced', { count: page.unplaced.length })}</EvidenceButton>
            </p>
          )}
          {page.returns.length === 0 ? null : (
            <p>
              <EvidenceButton claims={page.returns}>{t('returns')}</EvidenceButton>
            </p>
          )}
        </Section>
      ) : null}
      {page.plans.length === 0 ? null : (
        <Section title={t('section.plans')} hint={t('section.plansHint')}>
          <Plans plans={page.plans} />
        </Section>
      )}
      {page.rates.length === 0 ? null : (
        <Section title={t(page.types.includes('instrument') ? 'section.rates' : 'section.figures')}>
          <Rates rates={page.rates} />
        </Section>
      )}
      {page.schedules.length === 0 ? null : (
        <Section title={t('section.schedules')} hint={t('section.schedulesHint')}>
          <Schedules schedules={page.schedules} onEdit={onEditSchedule} />
        </Section>
      )}
      {page.positions.length === 0 ? null : (
        <Section title={t('section.positions')} hint={t('section.positionsHint')}>
          <PositionsTable positions={page.positions} about={page.name} />
        </Section>
      )}
      {page.listings.length === 0 ? null : (
        <Section title={t('section.listings')}>
          <Listings listings={page.listings} />
        </Section>
      )}
      {page.counts.length === 0 ? null : (
        <Section title={t('section.counts')}>
          <Counts counts={page.counts} />
        </Section>
      )}
      <Links page={page} onOpen={onOpen} />
    </section>
  );
}
