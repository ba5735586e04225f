import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../../shared/features/sources/model.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { Grade, languageName } from '../../../ui/index.ts';

/** Grade, publisher, date, language and the title, as the source gives them. */
export function ReaderHead({ source }: { source: Source }) {
  const { t, i18n } = useTranslation('passages');
  const language = languageName(source.language, i18n.language);
  return (
    <header className="reader-head">
      <p className="reader-meta">
        <Grade source={source.grade} />
        {source.publisher === null ? null : <span className="cut">{source.publisher}</span>}
        {source.publishedOn === null ? null : <span>{formatPeriod(source.publishedOn, i18n.language)}</span>}
        {source.kind === 'dataset' && language === undefined ? null : (
          <span className="reader-language" title={t('reader.language')}>
            <IconLanguage size={12} stroke={1.8} aria-hidden />
            {language ?? t('reader.languageUnknown')}
          </span>
        )}
      </p>
      <h1 className="source-words" lang={source.language ?? undefined}>
        {source.title}
      </h1>
    </header>
  );
}
