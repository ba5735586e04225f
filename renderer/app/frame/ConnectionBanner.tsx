import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reconnect, useConnection } from '../../bridge/index.ts';

const patienceMs = 1200;

/** Calm words while the core is away; it is looked for all the time. `isStart`: nothing has been read yet. */
export function ConnectionBanner({ isStart = false }: { isStart?: boolean }) {
  const { t } = useTranslation('app');
  const isAway = useConnection((state) => state.state !== 'open');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isAway) return;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isAway]);
  if (!isAway || !isLong) return null;
  return (
    <div className="connection-banner" role="status">
      <IconPlugConnectedX size={14} stroke={1.8} aria-hidden />
      {t(isStart ? 'connection.first' : 'connection.lost')}
      <button type="button" className="link-button" onClick={reconnect}>
        {t('connection.retry')}
      </button>
    </div>
  );
}
