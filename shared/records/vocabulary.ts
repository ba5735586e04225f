// Fields whose words are data of the workbook, not of the code: what may stand in them is what the workbook's vocabulary lists.
import { assemblyDepths, eventStages, subjectTypes } from '../features/claims/model.ts';

const vocabularies: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  claim: { stage: new Set(eventStages), depth: new Set(assemblyDepths), subjectType: new Set(subjectTypes) },
};

/** Fields of a record that hold a word which the vocabulary does not list. */
export function unknownWords(table: string, record: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(vocabularies[table] ?? {}).flatMap(([field, words]) => {
    const word = record[field];
    return typeof word === 'string' && !words.has(word) ? [field] : [];
  });
}
