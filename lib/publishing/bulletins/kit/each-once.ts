/** A name as a mark can have it: with round brackets for braces. */
export const inMark = (name: string): string => name.replace(/[{｛]/g, '（').replace(/[}｝]/g, '）');

/** Names under their keys, as marks write them: with round brackets for braces, and with the key beside a name that another one has, too. */
export function eachOnce(named: readonly (readonly [key: string, name: string])[], taken: readonly string[] = []) {
  const plain = named.map(([key, name]) => [key, inMark(name)] as const);
  const count = new Map<string, number>(taken.map((name) => [name, 1]));
  for (const [, name] of plain) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(plain.map(([key, name]) => [key, count.get(name) === 1 ? name : `${name}（${key}）`]));
}
