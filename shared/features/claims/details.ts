// A detail of an event as a cell shows and takes it: "site: Velden".
import type { Detail } from './model.ts';

export function detailText({ is, value }: Detail): string {
  return `${is}: ${value}`;
}

/** Words without a colon name what kind of detail it is, and nothing of it: the schema refuses them. */
export function detailOf(text: string): Detail {
  const at = text.search(/[:：]/);
  return at < 0 ? { is: text.trim(), value: '' } : { is: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}
