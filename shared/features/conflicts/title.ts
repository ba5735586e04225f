// The thing that a group is about, as short as a list needs it: "market share, Chinese brands, Jun 2023".
import { codeWords } from '../../code-words.ts';
import { type Message, message } from '../../message.ts';
import type { Claim } from '../claims/model.ts';
import type { ConflictKind } from './model.ts';

interface Thing {
  /** Code of the measure, stage or type. */
  readonly code: string | undefined;
  /** Subject or topic; undefined where it only repeats the code. */
  readonly name: string | undefined;
  /** EDTF, where all claims are of one period. */
  readonly period: string | undefined;
}

export function titleOf(kind: ConflictKind, claims: readonly Claim[]): Message {
  const { code, name, period } = thingOf(claims);
  const thing =
    code !== undefined && name !== undefined
      ? message('conflicts:about.thing', { what: { code }, name })
      : code !== undefined || name !== undefined
        ? message('conflicts:about.name', { name: name ?? { code: code ?? '' } })
        : message(`conflicts:kind.${kind}`);
  return period === undefined ? thing : message('conflicts:about.dated', { thing, period: { period } });
}

/** The title in codes and names alone, which is the same in any language: to sort by. */
export function titleText(claims: readonly Claim[]): string {
  const { code, name, period } = thingOf(claims);
  return [code === undefined ? undefined : codeWords(code), name, period].filter((part) => part !== undefined).join(', ');
}

function thingOf(claims: readonly Claim[]): Thing {
  const [first] = claims;
  if (first === undefined) return { code: undefined, name: undefined, period: undefined };
  if (first.kind === 'statement') return { code: undefined, name: first.topic || undefined, period: undefined };
  const code = (first.measure ?? first.stage ?? first.type) || undefined;
  const isRepeated = code !== undefined && codeWords(code).toLowerCase() === first.subject?.toLowerCase();
  return {
    code,
    name: isRepeated ? undefined : first.subject || undefined,
    period: (claims.every((claim) => claim.period === first.period) ? first.period : null) ?? undefined,
  };
}
