import { keepPreviousData, QueryClient, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Address } from '../../shared/rpc.ts';
import { useAddress } from './address.ts';
import { call } from './call.ts';
import { countSaving } from './saving.ts';
import { isConnectionError } from './send.ts';
import { errorWords } from './words.ts';
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
  const address = useAddress();
  return useQuery<Output<M>, AppError, Output<M>, readonly [M, Input<M>, Address]>({
    queryKey: [method, input, address] as const,
    queryFn: () => call(method, input, { address }),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export interface CallOf<M extends Method> {
  readonly input: Input<M>;
  /** One that is not keeps its last answer and is not read again. */
  readonly enabled: boolean;
}

export interface Answers<M extends Method> {
  /** In the order of the calls; undefined where none came yet. */
  readonly data: readonly (Output<M> | undefined)[];
  readonly error: AppError | undefined;
}

/** Reads one method for several inputs, which may come and go. */
export function useCalls<M extends Method>(method: M, calls: readonly CallOf<M>[]): Answers<M> {
  const address = useAddress();
  return useQueries({
    queries: calls.map(({ input, enabled }) => ({
      queryKey: [method, input, address] as const,
      queryFn: () => call(method, input, { address }),
      enabled,
    })),
    combine: answersOf,
  }) as Answers<M>;
}

function answersOf(results: readonly UseQueryResult<unknown, unknown>[]): Answers<Method> {
  return {
    data: results.map((one) => one.data as Output<Method> | undefined),
    error: (results.find((one) => one.isError)?.error ?? undefined) as AppError | undefined,
  };
}

/** Reads again what failed or is shown of a method. */
export function readAgain(method: Method): void {
  void queryClient.refetchQueries({ queryKey: [method], type: 'active' });
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
        if (!isQuiet) notify({ tone: 'error', text: errorWords(failure) });
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
