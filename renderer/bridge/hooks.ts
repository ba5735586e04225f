import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { call, isConnectionError } from './call.ts';
import { countSaving } from './saving.ts';
import { notify } from './workspace.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => count < 3 && isConnectionError(error),
    },
  },
});

/** Reads a call; the last answer stays on screen while a newer one is fetched. */
export function useCall<M extends Method>(method: M, input: Input<M>, options: { enabled?: boolean } = {}): UseQueryResult<Output<M>, AppError> {
  return useQuery<Output<M>, AppError, Output<M>, readonly [M, Input<M>]>({
    queryKey: [method, input] as const,
    queryFn: ({ signal }) => call(method, input, { signal }),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export interface Command<M extends Method> {
  run(input: Input<M>): Promise<Output<M>>;
  readonly isRunning: boolean;
  readonly error: AppError | undefined;
}

/** Runs a command or action. A failure is told in the notice area unless `isQuiet`, and rejects in any case. */
export function useCommand<M extends Method>(method: M, options: { isQuiet?: boolean } = {}): Command<M> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<AppError>();
  const isQuiet = options.isQuiet === true;
  const run = useCallback(
    async (input: Input<M>): Promise<Output<M>> => {
      setRunning((count) => count + 1);
      countSaving(1);
      setError(undefined);
      try {
        return await call(method, input);
      } catch (caught) {
        const failure = caught as AppError;
        setError(failure);
        if (!isQuiet) notify({ tone: 'error', text: failure.message });
        throw failure;
      } finally {
        setRunning((count) => count - 1);
        countSaving(-1);
      }
    },
    [method, isQuiet],
  );
  return { run, isRunning: running > 0, error };
}
