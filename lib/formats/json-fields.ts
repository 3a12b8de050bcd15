// Looks into JSON that others wrote: fields of their own only, each as what it must be or not at all. Pure; throws at nothing.

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldOf(record: unknown, name: string): unknown {
  return isRecord(record) && Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined;
}

/** Numbers as they are written; '' for everything that is neither text nor number. */
export function textIn(record: unknown, name: string): string {
  const value = fieldOf(record, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function listIn(record: unknown, name: string): unknown[] {
  const value = fieldOf(record, name);
  return Array.isArray(value) ? value : [];
}

export const isText = (value: unknown): value is string => typeof value === 'string';
