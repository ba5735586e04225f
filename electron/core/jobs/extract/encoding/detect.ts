// Which encoding bytes are in that are not UTF-8. Each candidate that is valid on a piece around the first byte beyond ASCII
// is judged by how its text reads; where none reads like a language that is known here, statistics of byte pairs decide.
import chardet from 'chardet';
import { plausibility } from './plausible.ts';

const candidates = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const;
/** Seldom met here, and told by fewer signs: where one of these reads best it is a guess, and said to be. */
const seldomCandidates = ['windows-1253', 'iso-8859-7', 'windows-1255', 'windows-1256', 'iso-8859-6', 'windows-874', 'koi8-u'] as const;
const seldom: ReadonlySet<string> = new Set(seldomCandidates);
const wideCandidates = ['utf-16le', 'utf-16be'] as const;
/** What is seldom met must read clearly better: Mac and ISO Cyrillic share most small letters with Windows and KOI. */
const rarity: Readonly<Record<string, number>> = { 'x-mac-cyrillic': 0.15, 'iso-8859-5': 0.3, 'euc-kr': 0.2, 'koi8-u': 0.02, 'iso-8859-7': 0.02 };
const sampleBytes = 48 * 1024;
/** Text in a wrong encoding stays below. */
const leastPlausible = -4.9;
/** Two candidates this close together are told to the user as a guess. */
const clearLead = 0.3;

export interface Detected {
  readonly encoding: string;
  readonly isSure: boolean;
}

export function detectEncoding(bytes: Uint8Array): Detected {
  const judged = [...narrow(bytes), ...wide(bytes)].toSorted((a, b) => b.value - a.value);
  const [best, second] = judged;
  if (best !== undefined && best.value > leastPlausible)
    return { encoding: best.encoding, isSure: !seldom.has(best.encoding) && (second === undefined || isClear(best, second)) };
  return { encoding: label(chardet.detect(bytes.subarray(0, 4 * sampleBytes))) ?? 'windows-1252', isSure: false };
}

function isClear(best: Judged, second: Judged): boolean {
  return best.text === second.text || best.value - second.value > clearLead;
}

interface Judged {
  readonly encoding: string;
  readonly text: string;
  readonly value: number;
}

function narrow(bytes: Uint8Array): Judged[] {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first < 0 || bytes.subarray(0, 4096).includes(0)) return [];
  const lineStart = bytes.lastIndexOf(0x0a, first) + 1;
  const sample = bytes.subarray(Math.max(lineStart, first - 2000), first + sampleBytes);
  return [...candidates, ...seldomCandidates].flatMap((encoding) => judge(encoding, sample, false));
}

/** Text of two bytes a sign has NUL bytes wherever a sign is of ASCII; Chinese has few of them. */
function wide(bytes: Uint8Array): Judged[] {
  if (bytes.length < 4 || bytes.length % 2 === 1) return [];
  return wideCandidates.flatMap((encoding) => judge(encoding, bytes.subarray(0, sampleBytes), true));
}

function judge(encoding: string, sample: Uint8Array, countsAscii: boolean): Judged[] {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return [{ encoding, text, value: plausibility(text, countsAscii) - (rarity[encoding] ?? 0) }];
  } catch {
    return [];
  }
}

/** The name by which the platform decodes; undefined for a name that it does not know. */
export function label(name: string | null | undefined): string | undefined {
  if (name === undefined || name === null || name === '') return undefined;
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
}
