// What a schema found wrong, as it is sent: the field, zod's code, and words. Our own rules give a key of the catalogue as
// their message; of zod's own rules the text of the library is all there is.
import type { z } from 'zod';
import { type Message, message } from './message.ts';

export interface Issue {
  /** Path of the field, such as `claims.0.value`; empty for the input as a whole. */
  readonly field: string;
  readonly code: string;
  readonly issue: Message;
}

const ownRule = /^errors:[a-zA-Z.]+$/;

export function asIssue({ path, code, message: text }: z.core.$ZodIssue): Issue {
  const issue = ownRule.test(text) ? message(text) : message('errors:issue.other', { text });
  return { field: path.join('.'), code: code ?? 'custom', issue };
}

/** The issue with its field. */
export function issueMessage(issue: Issue | undefined): Message {
  if (issue === undefined) return message('errors:issue.unknown');
  return issue.field === '' ? issue.issue : message('errors:issue.ofField', { field: issue.field, issue: issue.issue });
}
