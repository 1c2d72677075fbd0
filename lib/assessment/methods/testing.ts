import type * as z from 'zod';
import { methodKinds } from './rooms';
import type { Method, MethodKind } from './schemas';

type MethodInput = z.input<typeof Method>;
export type PlainInput = Exclude<MethodInput, { kind: 'blend' }>;

/** For tests: a room's examples, for the properties that all methods share. */
export type Examples = {
  /** Scored over −40 to 50: the explained formula must evaluate to the stored share. */
  readonly explained: readonly MethodInput[];
  /** Scored over −3 to 12: more is better, by the value alone or by its place among the peers. */
  readonly monotone: readonly PlainInput[];
  /** Methods in which more need not be better. */
  readonly others: readonly PlainInput[];
};

/** The folder of a method's room. */
export function folderOf(kind: MethodKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The examples of every room. Throws for a room without any. */
export const examplesByKind = new Map(
  await Promise.all(
    methodKinds.map(async (kind) => {
      const { examples } = await import(`./${folderOf(kind)}/examples.ts`);
      return [kind, examples as Examples] as const;
    }),
  ),
);
