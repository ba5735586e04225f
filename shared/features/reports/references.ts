// Locks and typed numbers as they stand in Markdown: `[PRINTED](lock:KIND/TARGET?OPTIONS#ID)` and `[a third](typed:REASON)`. What
// is printed is never read; a destination may hold brackets in pairs, as formulas do, and blanks.
import { AppError } from '../../errors.ts';
import { type LockKind, lockKinds } from './model.ts';

export interface Reference {
  readonly scheme: 'lock' | 'typed';
  /** In UTF-16 units of the text, from the opening bracket to behind the closing one. */
  readonly start: number;
  readonly end: number;
  /** What stands in the square brackets. */
  readonly shown: string;
  /** What stands behind the scheme, as it is written. */
  readonly destination: string;
}

/** In the order in which they stand. */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(/\]\((lock|typed):/g)) {
    const close = closingOf(text, match.index + match[0].length);
    const open = openingOf(text, match.index, found.at(-1)?.end ?? 0);
    if (close === undefined || open === undefined) continue;
    found.push({
      scheme: match[1] as Reference['scheme'],
      start: open,
      end: close + 1,
      shown: text.slice(open + 1, match.index),
      destination: text.slice(match.index + match[0].length, close),
    });
  }
  return found;
}

/** Where the bracket closes that is open at a place. */
function closingOf(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\n' && text[at + 1] === '\n') return undefined;
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function openingOf(text: string, before: number, from: number): number | undefined {
  let depth = 1;
  for (let at = before - 1; at >= from; at -= 1) {
    if (text[at] === ']') depth += 1;
    else if (text[at] === '[') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The text with each reference replaced. */
export function withReferences(text: string, replace: (reference: Reference) => string): string {
  let out = '';
  let at = 0;
  for (const reference of referencesIn(text)) {
    out += text.slice(at, reference.start) + replace(reference);
    at = reference.end;
  }
  return out + text.slice(at);
}

/** The text without references, each as a sign that no words hold: places stay apart. */
export function withoutReferences(text: string, stand: string): string {
  return withReferences(text, () => stand);
}

export interface Target {
  readonly kind: LockKind;
  readonly target: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface LockText extends Target {
  /** As it is written; undefined for a lock that is made here. */
  readonly id: string | undefined;
}

/** `#ID` alone means a lock that is known. @throws AppError `invalid-input` */
export function readLock(destination: string): LockText | { readonly id: string; readonly kind: undefined } {
  const hash = destination.lastIndexOf('#');
  const id = hash < 0 || hash === destination.length - 1 ? undefined : destination.slice(hash + 1);
  const body = hash < 0 ? destination : destination.slice(0, hash);
  if (body === '' && id !== undefined) return { id, kind: undefined };
  return { ...readTarget(body), id };
}

/** @throws AppError `invalid-input` for an unknown kind or option, or a value that an option does not take. */
export function readTarget(body: string): Target {
  const [path, query] = cutOutside(body);
  const [kind = '', rest = ''] = cut(path, '/');
  const known = lockKinds.find((one) => one === kind);
  if (known === undefined) throw new AppError('invalid-input', 'reports.unknownKind', { field: 'lock', kind: kind.slice(0, 80) });
  return { kind: known, target: decoded(rest), options: query === undefined ? {} : readOptions(query, known) };
}

function cut(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** At the first `?` that stands in no braces: members of a formula have options of their own. */
function cutOutside(text: string): [string, string | undefined] {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    else if (text[at] === '?' && depth === 0) return [text.slice(0, at), text.slice(at + 1)];
  }
  return [text, undefined];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    throw new AppError('invalid-input', 'reports.badEncoding', { field: 'lock', text: text.slice(0, 80) });
  }
}

const printing = ['show', 'places', 'digits', 'mult', 'unit', 'sign'] as const;
const ofKind: Readonly<Partial<Record<LockKind, readonly string[]>>> = { check: ['reading'], rate: ['class', 'on', 'as', 'reading'] };
const takes: Readonly<Record<string, RegExp>> = {
  show: /^(signs|words|band|original)$/,
  places: /^\d$/,
  digits: /^[1-9]$/,
  mult: /^\d{1,2}$/,
  unit: /^(on|off)$/,
  sign: /^(on|off)$/,
  on: /^\d{4}-\d{2}-\d{2}$/,
  as: /^(amount|index)$/,
};

function readOptions(query: string, kind: LockKind): Record<string, string> {
  const options: Record<string, string> = {};
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [name, value = ''] = cut(part, '=');
    const isKnown = printing.some((one) => one === name) || ofKind[kind]?.includes(name) === true;
    const given = decoded(value.replaceAll('+', ' '));
    if (!isKnown || given === '' || given.length > 500 || takes[name]?.test(given) === false)
      throw new AppError('invalid-input', 'reports.unknownOption', { field: 'lock', option: part.slice(0, 80), kind });
    options[name] = given;
  }
  return options;
}

/** As Markdown writes it. */
export function lockText({ kind, target, options }: Target, id: string): string {
  const query = Object.entries(options)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&');
  return `lock:${kind}/${encoded(target)}${query === '' ? '' : `?${query}`}#${id}`;
}

/** What Markdown and the signs of a lock would read as theirs, percent-encoded; brackets stay where they close. */
function encoded(text: string): string {
  const plain = encodeURIComponent(text).replace(/%(2F|7B|7D|2C|3A|2B)/g, (code) => decodeURIComponent(code));
  return plain.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}

export function typedReason(destination: string): string {
  return decoded(destination).trim();
}
