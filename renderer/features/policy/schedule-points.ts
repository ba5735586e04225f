// Points of a schedule as lines that a person types: driver and result, parted by an arrow, an equals sign, a semicolon, a tab
// or spaces.
export type Point = [string, string];

export function pointLines(points: readonly (readonly [string, string])[]): string {
  return points.map(([driver, result]) => `${driver} → ${result}`).join('\n');
}

/** Points in the order typed, or undefined where a line is no pair of numbers. A decimal comma is read as a point. */
export function readPoints(text: string): Point[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const points = lines.map((line): Point | undefined => {
    const found = /^\s*([-−]?\d+(?:[.,]\d+)?)(?:\s*(?:→|->|=|;|:)\s*|\s+)([-−]?\d+(?:[.,]\d+)?)\s*$/u.exec(line);
    return found === null ? undefined : [plain(found[1]!), plain(found[2]!)];
  });
  return points.every((point) => point !== undefined) ? points : undefined;
}

function plain(number: string): string {
  return number.replace('−', '-').replace(',', '.');
}
