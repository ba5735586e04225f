import { z } from 'zod';
import { sourceSchema } from '../features/sources/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const sourceRecord = defineRecord({
  table: 'source',
  schema: z.strictObject({ ...sourceSchema.shape, addedAt: z.iso.datetime() }),
  groups: {
    /** All that follows from the bytes: a newer version of a source replaces it whole. */
    text: [
      'sha256',
      'textSha256',
      'mediaType',
      'kind',
      'fileName',
      'sizeBytes',
      'chars',
      'encoding',
      'extractor',
      'dropped',
      'warnings',
      'newerTexts',
    ],
    publishedOn: ['publishedOn', 'publishedText'],
    grade: ['grade', 'gradeReason'],
  },
  sets: ['notCopyOf'],
  refs: { copyOf: refersTo('source', 'one', { isLoose: true }), notCopyOf: refersTo('source', 'list', { isLoose: true }) },
  keys: [keyOf(['sha256'], { ever: true }), keyOf(['textSha256'], { ever: true })],
  both: ['note'],
  indexes: [['sha256'], ['textSha256']],
});
