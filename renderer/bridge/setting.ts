import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from './call.ts';
import { useCall } from './hooks.ts';

export interface KeptSetting {
  /** undefined until read; null where nothing was kept. */
  readonly value: string | null | undefined;
  set(value: string | null): void;
}

/** A setting of this person on this computer, kept beside the workbook. Writing shows at once and is stored behind. */
export function useSetting(key: string): KeptSetting {
  const query = useCall('settings.get', { keys: [key] });
  const [local, setLocal] = useState<{ key: string; value: string | null }>();
  useEffect(() => setLocal((kept) => (kept?.key === key ? kept : undefined)), [key]);
  const set = useCallback(
    (value: string | null) => {
      setLocal({ key, value });
      void call('settings.set', { key, value }).catch(() => undefined);
    },
    [key],
  );
  const stored = query.data === undefined || query.isPlaceholderData ? undefined : (query.data.values[key] ?? null);
  const value = local?.key === key ? local.value : query.isError ? null : stored;
  return useMemo(() => ({ value, set }), [value, set]);
}
