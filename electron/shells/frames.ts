// What a page may send: a call of the contract, or the end of one. A frame is read to its last field before the protocol's own
// reader sees it, which trusts its sender: it would build addresses, files, expressions and numbers of any length from it.

/** A frame as the protocol's reader takes it; headers and types other than those of JSON are none of the contract. */
export type Frame =
  | { readonly i: string; readonly p: { readonly u: string; readonly b: { readonly json: unknown } } }
  | { readonly i: string; readonly t: typeof abortType };

/** `id`: where it can be told, which call it was that cannot be read. */
export type FrameRead = { readonly frame: Frame } | { readonly refused: true; readonly id: string | undefined };

const requestType = 1;
const abortType = 4;
const idPattern = /^[\w-]{1,64}$/;
/** `/feature/verb`; what names no call is answered as not found. */
const pathPattern = /^(\/[A-Za-z][A-Za-z0-9]{0,63}){1,4}$/;

export function readFrame(data: unknown): FrameRead {
  const parsed = parsedJson(data);
  if (!isObject(parsed)) return { refused: true, id: undefined };
  const { i, t = requestType, p } = parsed;
  if (typeof i !== 'string' || !idPattern.test(i)) return { refused: true, id: undefined };
  if (t === abortType) return { frame: { i, t } };
  if (t !== requestType || !isObject(p) || typeof p.u !== 'string' || !pathPattern.test(p.u)) return { refused: true, id: i };
  if (p.b !== undefined && !isObject(p.b)) return { refused: true, id: i };
  return { frame: { i, p: { u: p.u, b: { json: p.b?.json } } } };
}

/** The answer to a call that cannot be read. */
export function refusalOf(id: string): string {
  return JSON.stringify({ i: id, p: { s: 400, b: { json: { defined: false, code: 'BAD_REQUEST', status: 400, message: 'Malformed frame' } } } });
}

function parsedJson(data: unknown): unknown {
  try {
    if (typeof data === 'string') return JSON.parse(data);
    if (data instanceof Uint8Array) return JSON.parse(new TextDecoder().decode(data));
    return undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
