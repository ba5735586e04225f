import { useRef } from 'react';

/** The last complete value: while parts of the next one are still being read, the one before stays on screen. */
export function useSettled<T>(value: T | undefined): T | undefined {
  const last = useRef<T | undefined>(undefined);
  if (value !== undefined) last.current = value;
  return value ?? last.current;
}
