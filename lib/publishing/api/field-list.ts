import type { Shape } from '@/lib/publishing/api/openapi';

export type ListedField = { readonly path: string; readonly kind: string; readonly about: string };

/** The fields of an answer, one a line, each under the path by which a program finds it: `data[].source.code`. */
export function listedFields(shape: Shape, before = ''): ListedField[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const own = { path, kind: kindOf(field), about: field.description ?? '' };
    if (field.items) return [own, ...listedFields(field.items, `${path}[].`)];
    return [own, ...listedFields(field, `${path}.`)];
  });
}

/** The type of a value in a few words: `string | null`, `exact | about`, `integer 1–1000`. */
export function kindOf({ type, enum: words, anyOf, format, minimum, maximum, items }: Shape): string {
  if (anyOf) return anyOf.map(kindOf).join(' | ');
  if (words) return words.join(' | ');
  if (items) return 'array';
  const isBounded = minimum !== undefined && maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER;
  if (isBounded) return `${type} ${minimum}–${maximum}`;
  return format ?? type ?? '';
}
