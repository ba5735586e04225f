// What a schema found wrong, as it is sent: the field, zod's code, and words. Our own rules give a key of the catalogue as
// their message; zod's own rules are worded by their codes.
import type { z } from 'zod';
import { type Message, message } from './message.ts';

export interface Issue {
  /** Path of the field, such as `claims.0.value`; empty for the input as a whole. */
  readonly field: string;
  readonly code: string;
  readonly issue: Message;
}

const ownRule = /^errors:[a-zA-Z.]+$/;

/** By zod's code. */
const ruleWords: Readonly<Record<string, string>> = {
  invalid_type: 'errors:issue.missing',
  too_small: 'errors:issue.tooSmall',
  too_big: 'errors:issue.tooBig',
  unrecognized_keys: 'errors:issue.notKnown',
};

export function asIssue({ path, code, message: text }: z.core.$ZodIssue): Issue {
  const issue = message(ownRule.test(text) ? text : (ruleWords[code ?? ''] ?? 'errors:issue.notFitting'));
  return { field: path.join('.'), code: code ?? 'custom', issue };
}

/** The issue with its field. */
export function issueMessage(issue: Issue | undefined): Message {
  if (issue === undefined) return message('errors:issue.unknown');
  return issue.field === '' ? issue.issue : message('errors:issue.ofField', { field: issue.field, issue: issue.issue });
}
