import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CitationStyle, citationStyles } from '../../../../shared/features/sources/bibliography/lines.ts';
import { useCall, useSetting } from '../../../bridge/index.ts';
import { Section } from './Section.tsx';

/** The source as a line of references, in the style used last, to copy. */
export function CitationSection({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation('evidence');
  const kept = useSetting('citation.style');
  const style: CitationStyle = citationStyles.find((one) => one === kept.value) ?? 'apa';
  const lines = useCall('sources.cite', { ids: [sourceId], style });
  const [copied, setCopied] = useState('');
  const line = lines.data?.lines.find((one) => one.sourceId === sourceId)?.text ?? '';
  const copy = () =>
    void navigator.clipboard.writeText(line).then(
      () => setCopied(line),
      () => undefined,
    );
  const Icon = copied === line && line !== '' ? IconCheck : IconCopy;
  return (
    <Section
      title={t('citation.title')}
      trailing={
        <button type="button" className="link-button" disabled={line === ''} onClick={copy}>
          <Icon size={14} stroke={1.8} aria-hidden />
          {t(copied === line && line !== '' ? 'citation.copied' : 'citation.copy')}
        </button>
      }
    >
      <p className="evidence-reason citation-line">{line}</p>
      <div className="citation-styles" role="radiogroup" aria-label={t('citation.style')}>
        {citationStyles.map((one) => (
          // biome-ignore lint/a11y/useSemanticElements: a segmented control
          <button key={one} type="button" role="radio" aria-checked={one === style} onClick={() => kept.set(one)}>
            {t(`citation.styles.${one}`)}
          </button>
        ))}
      </div>
    </Section>
  );
}
