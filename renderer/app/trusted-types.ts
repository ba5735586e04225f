// The page requires Trusted Types: no string becomes script. The grid, the charts and React put marks of their own into the
// page as strings; here, and nowhere else, it is said which strings those may be.

interface TrustedTypes {
  createPolicy(name: string, rules: Readonly<Record<'createHTML' | 'createScriptURL', (text: string) => string>>): unknown;
}

const active = /<\s*\/?\s*(?:script|iframe|frame|object|embed|link|meta|base|form)\b|<[^>]*[\s"'/](?:on[a-z]+|srcdoc)\s*=|javascript:/i;

/** Marks that neither run nor load anything. */
export function plainMarks(text: string): string {
  if (active.test(text)) throw new TypeError('Marks that could run or load something are kept out of the page.');
  return text;
}

/** A script of our own, for a worker. */
export function ownScript(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError('A script from elsewhere is kept out of the page.');
  return url;
}

const page = globalThis as { trustedTypes?: TrustedTypes; __zod_globalConfig?: { jitless: boolean } };
page.trustedTypes?.createPolicy('default', { createHTML: plainMarks, createScriptURL: ownScript });

// Where zod keeps what `z.config` sets: it would try to compile schemas from strings as soon as it is loaded.
page.__zod_globalConfig = { jitless: true };
