// What the styles of a Word document say that matters for its text: which paragraph is the title, which runs are raised.
import type { Raise } from '../../raised.ts';
import { readXml } from '../xml.ts';

export interface WordStyle {
  readonly name: string;
  readonly raise: Raise | undefined;
}

export type WordStyles = ReadonlyMap<string, WordStyle>;

interface ReadStyle {
  name: string;
  basedOn: string | undefined;
  raise: Raise | undefined;
}

export function readStyles(bytes: Buffer | undefined): WordStyles {
  const styles = new Map<string, ReadStyle>();
  if (bytes === undefined) return styles;
  let style: ReadStyle | undefined;
  readXml(bytes, {
    open(name, { styleId, val = '' }) {
      if (name === 'style' && styleId !== undefined) {
        style = { name: '', basedOn: undefined, raise: undefined };
        styles.set(styleId, style);
      } else if (style === undefined) return;
      else if (name === 'name') style.name = val;
      else if (name === 'basedOn') style.basedOn = val;
      else if (name === 'vertAlign') style.raise = raiseOf(val);
    },
    close(name) {
      if (name === 'style') style = undefined;
    },
  });
  for (const one of styles.values()) one.raise ??= inherited(styles, one);
  return styles;
}

function inherited(styles: ReadonlyMap<string, ReadStyle>, style: ReadStyle): Raise | undefined {
  const seen = new Set<ReadStyle>();
  for (let one: ReadStyle | undefined = style; one !== undefined && !seen.has(one); one = styles.get(one.basedOn ?? '')) {
    if (one.raise !== undefined) return one.raise;
    seen.add(one);
  }
  return undefined;
}

export function raiseOf(vertAlign: string): Raise | undefined {
  return vertAlign === 'superscript' ? 'raised' : vertAlign === 'subscript' ? 'lowered' : undefined;
}
