export { isComparedDate } from './dates/comparison.ts';
export { finderVersion, findInSteps, findMentions } from './find-mentions.ts';
export { languageOf } from './language.ts';
export { type Direction, directions, type FindOptions, type Mention, mentionSchema, mentionTypes } from './model.ts';
export { type ReadContext, type ReadPeriod, type ReadResult, readQuantity, signedQuantity } from './read-quantity.ts';
export { readTyped, type TypedReading } from './read-typed.ts';
export { sentencesAround } from './text/sentences.ts';
