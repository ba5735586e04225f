import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../../shared/features/sources/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import { ErrorNotice, Grade, Kbd, KindChip } from '../../../ui/index.ts';
import { dayAndTime } from './dates.ts';
import { HistorySection } from './HistorySection.tsx';
import { Section } from './Section.tsx';
import { useSettled } from './use-settled.ts';

const mostClaims = 6;

/** A source: what it is, how far it was read, its grade, what the import left out, its claims, history. */
export function SourceEvidence({ id }: { id: string }) {
  const { t } = useTranslation('evidence');
  const source = useCall('sources.get', { id });
  const shown = useSettled(source.data?.id === id ? source.data : undefined);
  if (source.error !== null) return <ErrorNotice title={t('gone')} message={source.error.message} />;
  if (shown === undefined) return null;
  return (
    <>
      <SourceHead source={shown} />
      <GradeSection source={shown} />
      <FileSection source={shown} />
      {shown.dropped.length + shown.warnings.length === 0 ? null : <DroppedSection source={shown} />}
      <ClaimsOfSource sourceId={shown.id} total={shown.claims} />
      <HistorySection record={shown.id} verdict={undefined} />
    </>
  );
}

function SourceHead({ source }: { source: SourceRow }) {
  const { t, i18n } = useTranslation('evidence');
  const openView = useWorkspace((state) => state.openView);
  const share = (part: number) => `${source.found === 0 ? 0 : (part / source.found) * 100}%`;
  const about = [
    source.publisher,
    source.author,
    source.publishedOn === null ? null : formatPeriod(source.publishedOn, i18n.language),
    source.language,
  ];
  return (
    <header className="evidence-head">
      <h2 className="source-words">{source.title}</h2>
      <p className="evidence-scope">{about.filter(Boolean).join(' · ')}</p>
      <div className="evidence-coverage">
        <span
          className="coverage"
          role="img"
          aria-label={t('coverage', { captured: source.captured, setAside: source.setAside, found: source.found })}
        >
          <i className="coverage-captured" style={{ width: share(source.captured) }} />
          <i className="coverage-aside" style={{ width: share(source.setAside) }} />
        </span>
        <span>
          {source.found === 0 ? t('nothingFound') : t('coverage', { captured: source.captured, setAside: source.setAside, found: source.found })}
        </span>
      </div>
      <p className="evidence-who">
        <button type="button" className="link-button" onClick={() => openView('reader', { sourceId: source.id })}>
          {t('openInReader')}
          <Kbd>O</Kbd>
        </button>
      </p>
    </header>
  );
}

function GradeSection({ source }: { source: SourceRow }) {
  const { t } = useTranslation('evidence');
  const original = useCall('sources.get', { id: source.copyOf ?? 'none' }, { enabled: source.copyOf !== null });
  return (
    <Section title={t('grade')} trailing={<Grade source={source.grade} />}>
      <p className="evidence-note">{source.gradeReason ?? t(source.grade === null ? 'notGraded' : 'noGradeReason')}</p>
      {source.copyOf === null ? null : <p className="evidence-stale">{t('copyOf', { title: original.data?.title ?? '' })}</p>}
      {source.note === '' ? null : <p className="evidence-reason">{source.note}</p>}
    </Section>
  );
}

function FileSection({ source }: { source: SourceRow }) {
  const { t, i18n } = useTranslation('evidence');
  const number = new Intl.NumberFormat(i18n.language);
  const lines: readonly (readonly [string, string | null])[] = [
    ['fileName', source.fileName],
    ['url', source.url],
    ['size', t('bytes', { bytes: number.format(source.sizeBytes) })],
    ['chars', t('characters', { chars: number.format(source.chars) })],
    ['sha256', source.sha256],
    ['addedAt', dayAndTime(source.addedAt, i18n.language)],
    ['retrievedOn', source.retrievedOn === null ? null : formatPeriod(source.retrievedOn, i18n.language)],
  ];
  return (
    <Section title={t('file')}>
      <dl className="evidence-notes">
        {lines.map(([key, text]) =>
          text === null ? null : (
            <div key={key}>
              <dt>{t(`field.${key}`)}</dt>
              <dd className={key === 'sha256' ? 'evidence-hash' : undefined} title={key === 'sha256' ? text : undefined}>
                {text}
              </dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}

/** An import never leaves anything out in silence. */
function DroppedSection({ source }: { source: SourceRow }) {
  const { t } = useTranslation('evidence');
  return (
    <Section title={t('dropped')} count={source.dropped.length + source.warnings.length}>
      <ul className="evidence-dropped">
        {source.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
        {source.dropped.map((dropped) => (
          <li key={`${dropped.what} ${dropped.text}`}>
            <b>{dropped.what}</b> <span className="source-words">{dropped.text}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ClaimsOfSource({ sourceId, total }: { sourceId: string; total: number }) {
  const { t } = useTranslation('evidence');
  const select = useWorkspace((state) => state.select);
  const claims = useCall('claims.ofSource', { sourceId }, { enabled: total > 0 });
  const rows = claims.isPlaceholderData ? [] : (claims.data?.rows ?? []);
  return (
    <Section title={t('claims')} count={total}>
      {total === 0 ? <p className="evidence-note">{t('noClaims')}</p> : null}
      <ul className="evidence-rivals">
        {rows.slice(0, mostClaims).map((row) => (
          <li key={row.id}>
            <button type="button" className="evidence-rival" onClick={() => select({ type: 'claim', id: row.id })}>
              <KindChip kind={row.kind} iconOnly />
              <span className="evidence-rival-who">
                <b className="cut">
                  {row.kind === 'figure'
                    ? `${row.valueText}  ${row.subject ?? ''}`
                    : row.kind === 'event'
                      ? `${row.subject ?? ''}: ${row.what}`
                      : `${row.actor ?? ''}: ${row.gist}`}
                </b>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > mostClaims ? <p className="evidence-note">{t('moreClaims', { count: total - mostClaims })}</p> : null}
    </Section>
  );
}
