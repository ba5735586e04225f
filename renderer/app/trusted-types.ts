// The page's only policy for text that becomes markup, script or the address of one: our kits write markup of their own, nothing
// of it runs, and workers come from our own files. What is refused here is refused with an error, whoever asked.
interface Policies {
  createPolicy(name: string, rules: PolicyRules): unknown;
}
interface PolicyRules {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

/** Markup that could run something, or bring in what can. */
const running = /<\s*\/?\s*(script|iframe|object|embed|base|meta|link|form)\b|\bon[a-z]+\s*=|javascript:/i;

export const rules: PolicyRules = {
  createHTML(text) {
    if (running.test(text)) throw new TypeError('Markup that could run something was refused.');
    return text;
  },
  createScriptURL(address) {
    const { protocol, host } = new URL(address, location.href);
    if (protocol !== location.protocol || host !== location.host) throw new TypeError('A script of elsewhere was refused.');
    return address;
  },
};

/** Browsers without trusted types keep to the content policy alone. */
export function setTrustedTypes(): void {
  (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('default', rules);
}
