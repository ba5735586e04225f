// The door to the core: `call('feature.verb', input)`. Before the first edit of a person without a name the window asks for it.
import { findCall, type Input, type Method, type Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { isLongLost } from './connection.ts';
import { whenPersonAsked } from './person.ts';
import { ask } from './questions.ts';
import { type CallOptions, send } from './send.ts';

export async function call<M extends Method>(method: M, input: Input<M>, options: CallOptions = {}): Promise<Output<M>> {
  const kind = findCall(method)?.kind;
  // What can be broken off, such as the pages of a document, is not asked twice.
  if (kind === 'query' && options.signal === undefined) return (await ask(method, input, options.address ?? {})) as Output<M>;
  // Nobody waits for an edit that may never be made: what was typed stays where it was typed.
  if (kind === 'command' && isLongLost()) throw new AppError('unexpected', 'connection.noEdits', { isConnection: true });
  if (kind === 'command') await whenPersonAsked();
  return send(method, input, options);
}
