// The part of citation-js that is used here; the package has no types.
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { readonly forceType?: string; readonly generateGraph?: boolean });
    readonly data: Record<string, unknown>[];
    format(format: string): string;
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
