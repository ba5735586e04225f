// The door to the core: `call('feature.verb', input)`. Before the first edit of a person without a name the window asks for it.
import { findCall, type Input, type Method, type Output } from '../../shared/contract.ts';
import { whenPersonAsked } from './person.ts';
import { type CallOptions, send } from './send.ts';

export async function call<M extends Method>(method: M, input: Input<M>, options: CallOptions = {}): Promise<Output<M>> {
  if (findCall(method)?.kind === 'command') await whenPersonAsked();
  return send(method, input, options);
}
