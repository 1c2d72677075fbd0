import type * as z from 'zod';
import { methodKinds } from './rooms';
import type { Method, MethodKind } from './schemas';

type MethodInput = z.input<typeof Method>;
export type PlainInput = Exclude<MethodInput, { kind: 'blend' }>;

/** For tests: a room's own examples, on which what is true of all methods is tried. */
export type Examples = {
  /** Scored over −40 to 50: the formula that is shown has to come to the share that is stored. */
  readonly explained: readonly MethodInput[];
  /** Scored over −3 to 12, with more being better by the value alone or by the value among its peers. */
  readonly monotone: readonly PlainInput[];
  /** The same without that promise. */
  readonly others: readonly PlainInput[];
};

/** The folder of a method's room. */
export function folderOf(kind: MethodKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The examples of every room. A room without any fails here. */
export const examplesByKind = new Map(
  await Promise.all(
    methodKinds.map(async (kind) => {
      const { examples } = await import(`./${folderOf(kind)}/examples.ts`);
      return [kind, examples as Examples] as const;
    }),
  ),
);
