import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../../shared/features/sources/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { sizeText } from '../../../../shared/size-text.ts';
import { errorWords, useCall, useWorkspace, words } from '../../../bridge/index.ts';
import { runCommand } from '../../../ui/commands.ts';
import { ErrorNotice, Kbd, KindChip, languageName, valueText } from '../../../ui/index.ts';
import { CitationSection } from './CitationSection.tsx';
import { dayAndTime } from './dates.ts';
import { HistorySection } from './HistorySection.tsx';
import { Section } from './Section.tsx';
import { CopyNotice } from './source/CopyNotice.tsx';
import { SourceGrade } from './source/SourceGrade.tsx';
import { useSettled } from './use-settled.ts';

const mostClaims = 6;

/** A source: what it is, how far it was read, its grade, what the import left out, its claims, history. */
export function SourceEvidence({ id }: { id: string }) {
  const { t } = useTranslation('evidence');
  const source = useCall('sources.get', { id });
  const shown = useSettled(source.data?.id === id ? source.data : undefined);
  if (source.error !== null) return <ErrorNotice title={t('gone')} message={errorWords(source.error)} />;
  if (shown === undefined) return null;
  return (
    <>
      <SourceHead source={shown} />
      <CopyNotice source={shown} />
      <SourceGrade source={shown} />
      <CitationSection sourceId={shown.id} />
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
    languageName(source.language, i18n.language) ?? (source.kind === 'document' ? t('languageUnknown') : null),
  ];
  return (
    <header className="evidence-head">
      <h2 className="source-words" lang={source.language ?? undefined}>
        {source.title}
      </h2>
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
        {source.mediaType === 'application/pdf' ? (
          <button type="button" className="link-button" onClick={() => runCommand('passages.typeQuote')}>
            {t('typeQuote')}
          </button>
        ) : null}
      </p>
    </header>
  );
}

function FileSection({ source }: { source: SourceRow }) {
  const { t, i18n } = useTranslation('evidence');
  const number = new Intl.NumberFormat(i18n.language);
  const lines: readonly (readonly [string, string | null])[] = [
    ['fileName', source.fileName],
    ['url', source.url],
    ['size', sizeText(source.sizeBytes, i18n.language)],
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

/** An import never leaves anything out in silence: remarks in full, what was left out by kind, folded. */
function DroppedSection({ source }: { source: SourceRow }) {
  const { t } = useTranslation('evidence');
  const kinds = [...Map.groupBy(source.dropped, (dropped) => words(dropped.what))];
  return (
    <Section title={t('dropped')} count={source.dropped.length + source.warnings.length}>
      <ul className="evidence-dropped">
        {source.warnings.map(words).map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
        {kinds.map(([what, list]) => (
          <li key={what}>
            <details>
              <summary>
                <b>{what}</b> {list.length > 1 ? list.length : ''}
              </summary>
              {list.map(({ text }) => (
                <span key={text} className="source-words">
                  {text}
                </span>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ClaimsOfSource({ sourceId, total }: { sourceId: string; total: number }) {
  const { t, i18n } = useTranslation('evidence');
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
                    ? `${valueText(row, i18n.language)}  ${row.subject ?? ''}`
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
