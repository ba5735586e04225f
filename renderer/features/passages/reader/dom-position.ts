// Between the DOM's points and positions of the text. Each run of words is an element with `data-at`, the UTF-16 position
// of its first character, and one text node.

export interface TextPoint {
  readonly node: Node;
  readonly offset: number;
}

const TEXT_NODE = 3;

/** The text position of a DOM point; undefined outside the words of `root`. */
export function unitOfPoint(root: Node, node: Node, offset: number): number | undefined {
  if (!root.contains(node)) return undefined;
  if (node.nodeType === TEXT_NODE) {
    const at = positionOf(node.parentNode);
    return at === undefined ? nearestRun(root, node, 0) : at + Math.min(offset, node.nodeValue?.length ?? 0);
  }
  const own = positionOf(node);
  if (own !== undefined) return own + (offset > 0 ? (node.textContent?.length ?? 0) : 0);
  return nearestRun(root, node, offset);
}

/** A point between elements means the words that follow it, or the end of the words before it. */
function nearestRun(root: Node, node: Node, offset: number): number | undefined {
  const child = node.childNodes[offset];
  const following = child === undefined ? undefined : firstRun(child);
  if (following !== undefined) return positionOf(following);
  for (let before = previousNode(root, child ?? node, child === undefined); before !== undefined; before = previousNode(root, before, false)) {
    const run = lastRun(before);
    if (run !== undefined) return (positionOf(run) ?? 0) + (run.textContent?.length ?? 0);
  }
  const first = firstRun(root);
  return first === undefined ? undefined : positionOf(first);
}

function previousNode(root: Node, node: Node, isSelf: boolean): Node | undefined {
  if (isSelf) return node;
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.previousSibling !== null) return at.previousSibling;
  }
  return undefined;
}

function firstRun(node: Node): Node | undefined {
  if (positionOf(node) !== undefined) return node;
  for (const child of node.childNodes) {
    const run = firstRun(child);
    if (run !== undefined) return run;
  }
  return undefined;
}

function lastRun(node: Node): Node | undefined {
  if (positionOf(node) !== undefined) return node;
  for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
    const run = lastRun(node.childNodes[index]!);
    if (run !== undefined) return run;
  }
  return undefined;
}

function positionOf(node: Node | null): number | undefined {
  const at = (node as Partial<HTMLElement> | null)?.dataset?.['at'];
  return at === undefined ? undefined : Number(at);
}

/** The DOM point of a text position, among the runs that are in the document. */
export function pointOfUnit(root: ParentNode, unit: number): TextPoint | undefined {
  const runs = root.querySelectorAll<HTMLElement>('[data-at]');
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(runs[middle]!.dataset['at']) <= unit) low = middle + 1;
    else high = middle;
  }
  const run = runs[Math.max(0, low - 1)];
  const node = run?.firstChild;
  if (run === undefined || node === null || node === undefined) return undefined;
  const offset = unit - Number(run.dataset['at']);
  return { node, offset: Math.max(0, Math.min(offset, node.nodeValue?.length ?? 0)) };
}
