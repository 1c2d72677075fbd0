type Branch = { readonly code: string; readonly parentCode: string | null; readonly sortOrder: number };

/** A topic in its tree: 0 for the topmost ones. */
export type Deep<Topic> = Topic & { readonly depth: number };

/**
 * Topics in the order of their tree: each before those below it, and sisters by their own order. One whose parent is
 * missing is a topmost one.
 */
export function inTreeOrder<Topic extends Branch>(topics: readonly Topic[]): Deep<Topic>[] {
  const codes = new Set(topics.map(({ code }) => code));
  const parentOf = ({ parentCode }: Topic) => (parentCode !== null && codes.has(parentCode) ? parentCode : null);
  const below = new Map<string | null, Topic[]>();
  for (const topic of topics) below.set(parentOf(topic), [...(below.get(parentOf(topic)) ?? []), topic]);
  const walk = (parent: string | null, depth: number): Deep<Topic>[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.sortOrder - b.sortOrder || a.code.localeCompare(b.code))
      .flatMap((topic) => [{ ...topic, depth }, ...walk(topic.code, depth + 1)]);
  return walk(null, 0);
}

/** The codes of a topic and of all topics below it; none for an unknown one. */
export function withBelow(topics: readonly Branch[], code: string): string[] {
  if (!topics.some((topic) => topic.code === code)) return [];
  const inner = topics.filter((topic) => topic.parentCode === code);
  return [code, ...inner.flatMap((topic) => withBelow(topics, topic.code))];
}

/**
 * The codes of sisters in a new order, in which `code` stands directly after `after`; first for an empty one. Sisters are
 * given in their present order, with `code` among them or not.
 */
export function movedAfter(sisters: readonly string[], code: string, after: string): string[] {
  const others = sisters.filter((one) => one !== code);
  const at = after === '' ? 0 : others.indexOf(after) + 1;
  return [...others.slice(0, at), code, ...others.slice(at)];
}
