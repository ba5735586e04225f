import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import en from '../../../resources/locales/en/errors.json' with { type: 'json' };
import fieldsOf from '../../../resources/locales/en/words.json' with { type: 'json' };
import { fieldInWords, inWords, type Wording } from '../../../shared/in-words.ts';
import { asIssue, issueMessage } from '../../../shared/issues.ts';

const wording: Wording = {
  locale: 'en',
  translate: (key, values) => {
    const [namespace, path] = key.split(':') as [string, string];
    const found = path
      .split('.')
      .reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], namespace === 'errors' ? en : fieldsOf);
    return typeof found === 'string' ? found.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(values[name])) : key;
  },
};

describe('what a refusal says of a field', () => {
  it('names it by its word, wherever in the call it stands', () => {
    expect(['patch.title', 'claims.0.value.low', 'saidBy.2', 'meta.publishedOn'].map((path) => fieldInWords(path, wording))).toEqual([
      'title',
      'lower bound',
      'said by',
      'date',
    ]);
  });

  it('spells out a field that has no word of its own', () => {
    expect(fieldInWords('options.dayOrder', wording)).toBe('day order');
  });

  it('says nothing in the words of the library that checks it', () => {
    const schema = z.strictObject({ patch: z.strictObject({ title: z.string().min(1) }) });
    const said = [{ patch: { title: '' } }, { patch: { title: 7 } }, { patch: { title: 'a', odd: 1 } }].map((input) => {
      const issue = schema.safeParse(input).error!.issues[0]!;
      return inWords(issueMessage(asIssue(issue)), wording);
    });
    expect(said).toEqual([
      'title: this is empty, too short or too small',
      'title: this is missing, or of another kind than is asked for',
      'patch: there are parts here that Assay does not know',
    ]);
  });
});
