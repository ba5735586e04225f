import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { words } from '../../../electron/commands/words.ts';
import checksCatalogue from '../../../resources/locales/en/checks.json' with { type: 'json' };
import catalogue from '../../../resources/locales/en/conflicts.json' with { type: 'json' };
import { runChecks } from '../../../shared/features/checks/run.ts';
import { findConflicts } from '../../../shared/features/conflicts/find.ts';
import type { Message } from '../../../shared/message.ts';
import { plainContext, toClaims } from '../../helpers/seed-claims.ts';
import { plantClaims } from './planted-claims.ts';

const shared = fileURLToPath(new URL('../../../shared/features/', import.meta.url));

/** Names of the sentences that the rules of a feature use. */
function namesUsed(feature: string): string[] {
  const files = readdirSync(`${shared}${feature}`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const text = files.map((name) => readFileSync(`${shared}${feature}/${name}`, 'utf8')).join('\n');
  const calls = [...text.matchAll(/\bwhy\(([^,()]*)/g)].flatMap(([, chosen = '']) => [...chosen.matchAll(/'(\w+)'/g)].map(([, name]) => name!));
  const keys = [...text.matchAll(new RegExp(`'${feature}:why\\.(\\w+)'`, 'g'))].map(([, name]) => name!);
  return [...new Set([...calls, ...keys])].sort();
}

const namesIn = (sentences: object) => [...new Set(Object.keys(sentences).map((name) => name.replace(/_(one|other)$/, '')))].sort();

/** The message and those within it. */
function withNested(message: Message): Message[] {
  const within = (param: unknown): Message[] => {
    if (typeof param !== 'object' || param === null) return [];
    if ('key' in param) return withNested(param as Message);
    return 'list' in param && Array.isArray(param.list) ? param.list.flatMap(within) : [];
  };
  return [message, ...Object.values(message.params ?? {}).flatMap(within)];
}

describe('reasons', () => {
  it('have a sentence each in the catalogue, and no sentence stands there unused', () => {
    expect([namesUsed('conflicts'), namesUsed('checks')]).toEqual([namesIn(catalogue.why), namesIn(checksCatalogue.why)]);
  });

  it('give every value that their sentence names', () => {
    const claims = toClaims(plantClaims(1000).inputs);
    const reasons = [...findConflicts(claims, plainContext), ...runChecks(claims, plainContext)].map((one) => one.why);
    const sentences = new Map(Object.entries({ ...prefixed('conflicts', catalogue.why), ...prefixed('checks', checksCatalogue.why) }));
    const lacking = reasons.flatMap(withNested).flatMap(({ key, params = {} }) => {
      const sentence = sentences.get(key) ?? sentences.get(`${key}_other`) ?? '';
      return [...sentence.matchAll(/\{\{(\w+)/g)].flatMap(([, name]) => (name! in params ? [] : [`${key} lacks ${name}`]));
    });
    expect([reasons.length > 100, lacking]).toEqual([true, []]);
    expect(reasons.map(words).filter((text) => /\{\{|undefined|\w+:why\./.test(text))).toEqual([]);
  });
});

function prefixed(feature: string, sentences: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sentences).map(([name, sentence]) => [`${feature}:why.${name}`, sentence]));
}
