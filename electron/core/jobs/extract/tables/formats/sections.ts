// The sections of a number format and the one that a number falls into. ECMA-376 part 1, 18.8.31: up to two conditions in
// brackets; without them by sign; the last section, with @, is that of words.
import { type Token, tokenize } from 'numfmt';

export interface Section {
  readonly tokens: readonly Token[];
  readonly condition: Condition | undefined;
}

interface Condition {
  readonly operator: string;
  readonly operand: number;
}

export interface Choice {
  readonly section: Section;
  /** The section is one for negative numbers, which may say so in words or signs of its own. */
  readonly isForNegative: boolean;
  /** That of positive numbers, where the section is another. */
  readonly other: Section | undefined;
}

const known = new Map<string, readonly Section[]>();
const mostKnown = 500;

/** Undefined for a format that cannot be read, or none of whose sections is for the number. */
export function sectionFor(value: number, format: string): Choice | undefined {
  const sections = known.get(format) ?? sectionsOf(format);
  if (known.size > mostKnown) known.clear();
  known.set(format, sections);
  const [first, second, third] = sections;
  if (first === undefined) return undefined;
  if (first.condition === undefined && second?.condition === undefined) return bySign(value, sections);
  if (first.condition === undefined ? value > 0 : holds(first.condition, value)) return plainly(first);
  if (second === undefined) return undefined;
  if (second.condition === undefined ? third === undefined || value < 0 : holds(second.condition, value)) return plainly(second);
  return third === undefined ? undefined : plainly(third);
}

function bySign(value: number, [positive, negative, zero]: readonly Section[]): Choice {
  if (value < 0 && negative !== undefined) return { section: negative, isForNegative: true, other: positive };
  return plainly(value === 0 && zero !== undefined ? zero : positive!);
}

function plainly(section: Section): Choice {
  return { section, isForNegative: false, other: undefined };
}

function holds({ operator, operand }: Condition, value: number): boolean {
  switch (operator) {
    case '>':
      return value > operand;
    case '>=':
      return value >= operand;
    case '<':
      return value < operand;
    case '<=':
      return value <= operand;
    case '<>':
      return value !== operand;
    default:
      return value === operand;
  }
}

function sectionsOf(format: string): readonly Section[] {
  const sections: { tokens: Token[]; condition: Condition | undefined }[] = [{ tokens: [], condition: undefined }];
  for (const token of tokenize(withBackslashes(format))) {
    if (token.type === 'ERROR') return [];
    const condition = token.type === 'CONDITION' ? /^([<>=]+)\s*(-?[\d.]+(?:e[+-]?\d+)?)$/i.exec(token.value) : null;
    if (token.type === 'BREAK') sections.push({ tokens: [], condition: undefined });
    else if (condition !== null) sections.at(-1)!.condition = { operator: condition[1]!, operand: Number(condition[2]) };
    else sections.at(-1)!.tokens.push(token);
  }
  const isForWords = ({ tokens }: Section, index: number) => index > 0 && tokens.some((token) => token.type === 'TEXT');
  return sections.slice(0, 3).filter((section, index) => !isForWords(section, index));
}

/** East Asian versions write `!` before a character that stands for itself. */
function withBackslashes(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]|!(.)/gs, (whole, character?: string) => (character === undefined ? whole : `\\${character}`));
}
