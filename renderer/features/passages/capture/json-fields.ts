// Reads loosely typed JSON fields: a draft may leave any of them out.

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && typeof value[0] === 'string') return value[0];
  return '';
}

export function numberText(value: unknown): string {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : '';
}

export function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : [];
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Names of speakers; each may be text or `{name, role}`. */
export function speakerNames(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map((speaker) => (typeof speaker === 'string' ? speaker : textOf(recordOf(speaker)['name']))).filter((name) => name !== '');
}
