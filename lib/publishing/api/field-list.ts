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

/** The type of a value in a few words: `string`, `string?` where it may be empty, `exact | about`, `integer 1–1000`. */
export function kindOf({ type, enum: words, const: one, anyOf, format, minimum, maximum, items }: Shape): string {
  const types = [type ?? []].flat();
  const empty = types.includes('null') || anyOf?.some((one) => one.type === 'null') ? '?' : '';
  if (anyOf)
    return `${anyOf
      .filter((one) => one.type !== 'null')
      .map(kindOf)
      .join(' | ')}${empty}`;
  if (one !== undefined) return one;
  if (words) return words.join(' | ');
  if (items) return 'array';
  const kind = types.filter((one) => one !== 'null').join(' | ');
  const isBounded = minimum !== undefined && maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER;
  return `${isBounded ? `${kind} ${minimum}–${maximum}` : (format ?? kind)}${empty}`;
}
