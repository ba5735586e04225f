import { boardSchema, noteSchema, panelSchema } from '../features/boards/model.ts';
import { defineRecord, keyOf, refersTo } from './define.ts';

export const boardRecord = defineRecord({
  table: 'board',
  schema: boardSchema,
  groups: { window: ['first', 'last'] },
  keys: [keyOf(['name'])],
  renumbered: ['place'],
});

export const panelRecord = defineRecord({
  table: 'panel',
  schema: panelSchema,
  groups: { says: ['title', 'findings'], drawing: ['strands', 'form', 'transform', 'y', 'second'], window: ['first', 'last'] },
  refs: { board: refersTo('board') },
  keys: [keyOf(['board', 'name'])],
  renumbered: ['place'],
  indexes: [['board']],
});

/** Two notes with one text on one thing are one note. */
export const noteRecord = defineRecord({
  table: 'note',
  schema: noteSchema,
  groups: { bound: ['bound', 'claim', 'figure', 'thing', 'track', 'moment', 'stood'] },
  refs: { claim: refersTo('claim', 'one', { isLoose: true }), panel: refersTo('panel', 'one', { isLoose: true }) },
  keys: [keyOf(['bound', 'claim', 'figure', 'thing', 'track', 'moment', 'text'])],
  indexes: [['claim']],
});
