import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoredNotice, useWorkspace } from '../../bridge/index.ts';

const infoStaysMs = 7000;

/** What went well leaves by itself; what went wrong stays until it is dismissed. */
function NoticeCard({ notice }: { notice: StoredNotice }) {
  const { t } = useTranslation('app');
  const dismiss = useWorkspace((state) => state.dismiss);
  const { id, tone, text, action } = notice;
  useEffect(() => {
    if (tone === 'error') return;
    const timer = setTimeout(() => dismiss(id), infoStaysMs);
    return () => clearTimeout(timer);
  }, [dismiss, id, tone]);
  return (
    <div className="notice" data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      {tone === 'error' ? <IconAlertTriangle size={16} stroke={1.8} aria-hidden /> : <IconCheck size={16} stroke={2} aria-hidden />}
      <p>{text}</p>
      {action === undefined ? null : (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('dismiss')} onClick={() => dismiss(id)}>
        <IconX size={12} aria-hidden />
      </button>
    </div>
  );
}

export function Notices() {
  const { t } = useTranslation('app');
  const notices = useWorkspace((state) => state.notices);
  return (
    <section className="notices" aria-label={t('notices')}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
