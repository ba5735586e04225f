// Places of an influence diagram: a column for each step from the inputs. A formula that looks at itself a year before is no step.

export interface InfluenceNode {
  readonly code: string;
  readonly layer: number;
  readonly place: number;
  readonly isInput: boolean;
  /** The chosen one, what it rests on, and what rests on it; all where none is chosen. */
  readonly isLit: boolean;
}

export interface InfluenceEdge {
  readonly from: string;
  readonly to: string;
  readonly isLit: boolean;
}

interface Used {
  readonly code: string;
  readonly uses: readonly string[];
}

export function layersOf(
  inputs: readonly string[],
  variables: readonly Used[],
  chosen: string | undefined,
): { nodes: InfluenceNode[]; edges: InfluenceEdge[] } {
  const usesOf = new Map(variables.map(({ code, uses }) => [code, uses.filter((one) => one !== code)]));
  const layers = new Map<string, number>(inputs.map((code) => [code, 0]));
  const layerOf = (code: string, open: ReadonlySet<string>): number => {
    const known = layers.get(code);
    if (known !== undefined) return known;
    if (open.has(code)) return 0;
    const layer = 1 + Math.max(0, ...(usesOf.get(code) ?? []).map((one) => layerOf(one, new Set([...open, code]))));
    layers.set(code, layer);
    return layer;
  };
  for (const { code } of variables) layerOf(code, new Set());
  const lit = chosen === undefined || !layers.has(chosen) ? undefined : litBy(chosen, usesOf);
  const counts = new Map<number, number>();
  const nodes = [...inputs, ...variables.map(({ code }) => code)].map((code): InfluenceNode => {
    const layer = layers.get(code) ?? 1;
    const place = counts.get(layer) ?? 0;
    counts.set(layer, place + 1);
    return { code, layer, place, isInput: layer === 0, isLit: lit?.has(code) ?? true };
  });
  const edges = variables.flatMap(({ code }) =>
    (usesOf.get(code) ?? [])
      .filter((one) => layers.has(one))
      .map((from) => ({ from, to: code, isLit: lit === undefined ? false : lit.has(from) && lit.has(code) })),
  );
  return { nodes, edges };
}

function litBy(chosen: string, usesOf: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const lit = new Set([chosen]);
  const below = [chosen];
  while (below.length > 0)
    for (const one of usesOf.get(below.pop()!) ?? []) {
      if (lit.has(one)) continue;
      lit.add(one);
      below.push(one);
    }
  const above = new Set([chosen]);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const [code, uses] of usesOf) {
      if (above.has(code) || !uses.some((one) => above.has(one))) continue;
      above.add(code);
      isGrowing = true;
    }
  }
  return new Set([...lit, ...above]);
}
