export * from './calendar.ts';
export { findYearPart, type YearPart, yearPartBounds } from './codes.ts';
export * from './format.ts';
export * from './model.ts';
export * from './parse.ts';
export * from './read-shown.ts';
export * from './relate.ts';
export * from './relative.ts';
export * from './shift.ts';
