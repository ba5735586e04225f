// XML of office files as a stream of events. Names come without their prefix: the same element stands under different
// prefixes, and in the strict form of the standard under other namespaces.
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(words: string): void;
}

export interface XmlReader {
  write(piece: Uint8Array): void;
  end(): void;
}

/** @throws Error from `write` or `end` where the XML is not well-formed. */
export function createXmlReader(handlers: XmlHandlers): XmlReader {
  const parser = new SaxesParser({ position: false });
  const attribute = (attributes: Record<string, string>) => {
    const local: Record<string, string> = {};
    for (const name in attributes) local[localName(name)] = attributes[name]!;
    return local;
  };
  const { open, close, text } = handlers;
  if (open !== undefined) parser.on('opentag', (tag) => open(localName(tag.name), attribute(tag.attributes as Record<string, string>)));
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoder: TextDecoder | undefined;
  return {
    write(piece) {
      decoder ??= new TextDecoder(encodingOf(piece));
      parser.write(decoder.decode(piece, { stream: true }));
    },
    end() {
      parser.write(decoder?.decode() ?? '');
      parser.close();
    },
  };
}

export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const reader = createXmlReader(handlers);
  reader.write(bytes);
  reader.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Office files may be written in UTF-16, which its mark or the NUL bytes of its first characters tell. */
function encodingOf(piece: Uint8Array): string {
  if ((piece[0] === 0xff && piece[1] === 0xfe) || (piece[0] === 0x3c && piece[1] === 0)) return 'utf-16le';
  if ((piece[0] === 0xfe && piece[1] === 0xff) || (piece[0] === 0 && piece[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
