import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface ErrorNoticeProps {
  /** What happened, what was kept, what to do: an AppError's message. */
  readonly message: string;
  readonly title?: string;
  onRetry?(): void;
}

export function ErrorNotice({ message, title, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation('ui');
  return (
    <div className="error-notice" role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <div>
        <b>{title ?? t('error.title')}</b>
        <p>{message}</p>
      </div>
      {onRetry === undefined ? null : (
        <button type="button" className="button" onClick={onRetry}>
          {t('error.retry')}
        </button>
      )}
    </div>
  );
}
