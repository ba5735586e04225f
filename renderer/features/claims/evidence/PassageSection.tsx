import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Trace } from '../../../../shared/features/claims/contract.ts';
import { marked } from '../../../../shared/visible-text.ts';
import { useCall } from '../../../bridge/index.ts';
import { Kbd } from '../../../ui/index.ts';
import { Section } from './Section.tsx';

const longestContext = 110;
const longestQuote = 700;

export interface PassageSectionProps {
  readonly trace: Trace;
  readonly original: string;
  onOpen(): void;
}

/** The words themselves, in serif, with a little of what stands around them. */
export function PassageSection({ trace: { passage, passages }, original, onOpen }: PassageSectionProps) {
  const { t } = useTranslation(['evidence', 'words']);
  const source = useCall('sources.get', { id: passage?.source ?? '' }, { enabled: passage !== null }).data;
  const language = source?.id === passage?.source ? (source?.language ?? undefined) : undefined;
  if (passage === null) {
    return (
      <Section title={t('passage')}>
        <p className="evidence-note">{original === '' ? t('noPassage') : t('noPassageOriginal')}</p>
        {original === '' ? null : <blockquote className="evidence-quote source-words">{original}</blockquote>}
      </Section>
    );
  }
  const isSame = passage.state === 'same';
  const more = passages.length - 1;
  return (
    <Section
      title={t('passage')}
      trailing={
        <button type="button" className="link-button" onClick={onOpen}>
          {t('openInReader')}
          <Kbd>O</Kbd>
        </button>
      }
    >
      <blockquote className="evidence-quote source-words" lang={language} data-cells={passage.cells ?? undefined}>
        <span>{marked(lastWords(passage.before))}</span>
        <mark>{marked(passage.exact.length > longestQuote ? `${passage.exact.slice(0, longestQuote)}…` : passage.exact)}</mark>
        <span>{marked(firstWords(passage.after))}</span>
      </blockquote>
      <p className="evidence-cite">
        <span className="evidence-source-title" title={passage.sourceTitle}>
          {passage.sourceTitle}
          {passage.page === null ? '' : `, ${t('page', { page: passage.page })}`}
          {passage.cells === null ? '' : `, ${passage.sheet} ${passage.cells}`}
          {more > 0 ? ` · ${t('morePassages', { count: more })}` : ''}
        </span>
        <span className="evidence-anchor" data-state={passage.state}>
          {isSame ? <IconCheck size={12} stroke={2.4} aria-hidden /> : <IconAlertTriangle size={12} stroke={2} aria-hidden />}
          {t(`words:anchor.${passage.state}`)}
        </span>
      </p>
    </Section>
  );
}

/** Context ends at its own paragraph and between words. */
function lastWords(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.length <= longestContext) return line.length < before.length || line === '' ? line : `…${line.slice(line.indexOf(' ') + 1)}`;
  const cut = line.slice(-longestContext);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

function firstWords(after: string): string {
  const end = after.indexOf('\n');
  const line = end < 0 ? after : after.slice(0, end);
  if (line.length <= longestContext) return end < 0 && line.length > 0 ? `${line.slice(0, Math.max(line.lastIndexOf(' '), 0))}…` : line;
  const cut = line.slice(0, longestContext);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0))}…`;
}
