// The parts of what a check says, as parameters of its message: the edges put them in words.
import { type Message, type MessageParam, type MessageParams, message } from '../../message.ts';
import { measuredOf } from '../ledger/rules.ts';
import type { Figure } from './figure.ts';

/** A sentence of `why` in `checks.json`. */
export function why(name: string, params: MessageParams): Message {
  return message(`checks:why.${name}`, params);
}

/** What tells the checks of one rule apart: a name of `label` in `checks.json`. */
export function label(name: string, params?: MessageParams): Message {
  return message(`checks:label.${name}`, params);
}

/** A figure in a sentence: its value as stated. */
export function value(figure: Figure): MessageParam {
  return { quantity: measuredOf(figure.claim) };
}

export function when(figure: Figure): MessageParam {
  return figure.claim.period === null ? message('checks:why.undated') : { period: figure.claim.period };
}
