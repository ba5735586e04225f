import { useTranslation } from 'react-i18next';

/** Stands beside a figure that no longer says what its passage reads as. */
export function DiffersMark() {
  const { t } = useTranslation('ui');
  return (
    <span className="differs-mark" role="img" aria-label={t('differs')} title={t('differs')}>
      ≠
    </span>
  );
}
