// Fields whose words are a closed set of the workbook's vocabulary. Stages and depths are words of scales, which are data: what
// stands in them is checked where it is captured.
import { subjectTypes } from '../features/claims/model.ts';

const vocabularies: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  claim: { subjectType: new Set(subjectTypes) },
};

/** Fields of a record that hold a word which the vocabulary does not list. */
export function unknownWords(table: string, record: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(vocabularies[table] ?? {}).flatMap(([field, words]) => {
    const word = record[field];
    return typeof word === 'string' && !words.has(word) ? [field] : [];
  });
}
