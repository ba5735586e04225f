// The life cycle on one time axis, and below it the same in words: each interval with what it rests on and what ended it.
import { type CSSProperties, type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interval, ThingPage } from '../../../shared/features/policy/contract.ts';
import { formatPeriod } from '../../../shared/period/index.ts';
import { useStageWord } from '../../bridge/index.ts';
import { useWindowText } from '../../ui/shown-text.ts';
import { ConfirmCause } from './ConfirmCause.tsx';
import { EvidenceButton } from './EvidenceButton.tsx';
import { type Bar, layOut } from './life-cycle-layout.ts';

export interface LifeCycleProps {
  readonly page: ThingPage;
  readonly on: string;
  readonly today: string;
}

export function LifeCycle({ page, on, today }: LifeCycleProps) {
  const { t, i18n } = useTranslation('policy');
  const axis = useMemo(() => layOut(page.intervals, page.listings, on), [page, on]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows step between its buttons
    <div className="life-cycle" onKeyDown={stepMarks}>
      <div className="life-cycle-axis" aria-hidden>
        {axis.ticks.map(({ year, at }) => (
          <span key={year} style={{ left: `${at}%` }}>
            {year}
          </span>
        ))}
        <b data-near-end={axis.on > 85 ? '' : undefined} style={{ left: `${axis.on}%` }}>
          {on === today ? t('today') : formatPeriod(on, i18n.language)}
        </b>
      </div>
      {axis.rows.map(({ name, lanes, bars }) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of marks is no fieldset
        <div key={name} className="life-cycle-row" role="group" aria-label={t(`row.${name}`)}>
          <span className="life-cycle-head">{t(`row.${name}`)}</span>
          <div className="life-cycle-track" style={{ '--lanes': lanes } as CSSProperties}>
            {axis.ticks.map(({ year, at }) => (
              <i key={year} className="life-cycle-tick" style={{ left: `${at}%` }} aria-hidden />
            ))}
            {bars.map((bar) => (
              <BarMark key={keyOf(bar)} bar={bar} />
            ))}
            <i className="life-cycle-on" style={{ left: `${axis.on}%` }} aria-hidden />
          </div>
        </div>
      ))}
    </div>
  );
}

const keyOf = ({ left, width, lane, interval }: Bar) => `${interval?.track}${interval?.step}${left}/${width}/${lane}`;

function stepMarks(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  marks[marks.indexOf(event.target as HTMLElement) + by]?.focus();
  event.preventDefault();
}

function BarMark({ bar }: { bar: Bar }) {
  const { t } = useTranslation('policy');
  const dated = useWindowText();
  const { interval, listing } = bar;
  const words = useIntervalWords();
  const style = {
    left: `${bar.left}%`,
    width: `${bar.width}%`,
    '--lane': bar.lane,
    '--soft-start': `${bar.softStart}%`,
    '--soft-end': `${bar.softEnd}%`,
  } as CSSProperties;
  const from = interval?.from ?? listing!.from;
  const to = interval?.to ?? listing?.to ?? null;
  const what = interval === undefined ? [t('row.listed'), listing!.batch] : [t(`track.${interval.track}`), words(interval).join(' · ')];
  const when = spanText(from, to, dated, t('goesOn'));
  const short = interval === undefined ? listing!.batch : (words(interval).at(-1) ?? '');
  const claims = interval === undefined ? listing!.claims : interval.claims.length > 0 ? interval.claims : interval.endedBy;
  return (
    <EvidenceButton
      claims={claims}
      className="life-cycle-bar"
      label={[...what.filter((one) => one !== ''), when].join(', ')}
      style={style}
      looks={{ 'data-track': interval?.track ?? 'listed', 'data-step': interval === undefined ? undefined : String(Math.min(interval.step, 3)) }}
    >
      <i aria-hidden />
      <span>{short}</span>
    </EvidenceButton>
  );
}

type WindowWords = (window: Interval['from']) => string;

function spanText(from: Interval['from'], to: Interval['to'], words: WindowWords, goesOn: string): string {
  return `${words(from)} – ${to === null ? goesOn : words(to)}`;
}

/** Stage, depth, partners, details and condition of an interval. */
export function useIntervalWords(): (interval: Interval) => string[] {
  const { t } = useTranslation('policy');
  const stageWord = useStageWord();
  return (interval) =>
    [
      interval.stage === null ? '' : stageWord(interval.stage),
      interval.track === 'force' && interval.step > 1 ? t('step', { number: interval.step }) : '',
      ...Object.values(interval.details).flat(),
      ...interval.with.map((name) => t('withName', { name })),
      interval.depth ?? '',
      interval.condition === null ? '' : t('ifCondition', { condition: interval.condition }),
    ].filter((one) => one !== '');
}

/** Each interval in words. */
export function IntervalRows({ page }: { page: ThingPage }) {
  const { t } = useTranslation('policy');
  const dated = useWindowText();
  const stageWord = useStageWord();
  return (
    <ul className="policy-lines" aria-label={t('section.stages')}>
      {page.intervals.map((interval) => (
        <li
          key={`${interval.track}${interval.step}${interval.from.earliest}${interval.from.latest}${interval.claims.join()}`}
          className="interval-line"
        >
          <EvidenceButton claims={interval.claims.length > 0 ? interval.claims : interval.endedBy} className="interval-when">
            {spanText(interval.from, interval.to, dated, t('goesOn'))}
          </EvidenceButton>
          <span className="interval-track" data-track={interval.track}>
            {t(`track.${interval.track}`)}
            {interval.track === 'force' && interval.step > 1 ? <span className="muted"> {t('step', { number: interval.step })}</span> : null}
          </span>
          <span className="interval-what">
            <Facts interval={interval} stage={interval.stage === null ? undefined : stageWord(interval.stage)} />
            {interval.causes.map((cause) => (
              <span key={cause.words} className="interval-cause">
                {t(interval.track === 'pause' ? 'becausePaused' : 'because')}{' '}
                <EvidenceButton claims={cause.events.length > 0 ? cause.events : interval.endedBy.length > 0 ? interval.endedBy : interval.claims}>
                  {cause.words}
                </EvidenceButton>
                {cause.proposed && cause.events.length > 0 ? (
                  <>
                    <span className="muted"> {t('proposedCause')}</span> <ConfirmCause claim={cause.claim} events={cause.events} />
                  </>
                ) : null}
              </span>
            ))}
            {interval.was.map((was) => (
              <span key={was.claims.join()} className="interval-cause">
                <EvidenceButton claims={was.claims}>{t('wasPlanned', { from: dated(was.from), told: dated(was.madeOn) })}</EvidenceButton>
              </span>
            ))}
          </span>
          {interval.endedBy.length === 0 ? <span /> : <EvidenceButton claims={interval.endedBy}>{t('endedBy')}</EvidenceButton>}
        </li>
      ))}
    </ul>
  );
}

/** What holds in an interval; what no text of it says, but one before, is marked. */
function Facts({ interval, stage }: { interval: Interval; stage: string | undefined }) {
  const { t } = useTranslation('policy');
  const facts: { key: string; text: string }[] = [
    ...(stage === undefined ? [] : [{ key: 'stage', text: stage }]),
    ...interval.by.map((name) => ({ key: 'by', text: t('byName', { name }) })),
    ...interval.with.map((name) => ({ key: 'with', text: t('withName', { name }) })),
    ...(interval.depth === null ? [] : [{ key: 'depth', text: interval.depth }]),
    ...Object.entries(interval.details).map(([key, values]) => ({ key, text: `${key}: ${values.join(', ')}` })),
    ...(interval.condition === null ? [] : [{ key: 'condition', text: t('ifCondition', { condition: interval.condition }) }]),
  ];
  if (facts.length === 0) return <span className="muted">{t('startUntold')}</span>;
  return (
    <span>
      {facts.map(({ key, text }, index) => (
        <span key={`${key}${text}`} className={interval.carried.includes(key) ? 'interval-carried' : undefined}>
          {index === 0 ? '' : ' · '}
          {text}
          {interval.carried.includes(key) ? ` (${t('carried')})` : ''}
        </span>
      ))}
    </span>
  );
}
