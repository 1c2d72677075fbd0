import type * as z from 'zod';
import type { Work } from '@/lib/access/command';
import { applyDefinition } from '@/lib/catalogue/indicators/editing/define-indicator';
import { DefinitionInput, RetirementInput } from '@/lib/catalogue/indicators/editing/indicator-input';
import { applyRetirement } from '@/lib/catalogue/indicators/editing/retire-indicator';
import type { Changes } from '@/lib/catalogue/proposals/propose';
import type { ProposalKind } from '@/lib/catalogue/proposals/words';
import { Refusal } from '@/lib/errors';

/** What a kind of proposal takes and does: the same as its command without the version of the page. */
export type Kind<Input extends z.ZodType> = {
  readonly input: Input;
  readonly apply: (work: Work, input: z.output<Input>) => Promise<Changes>;
};

// biome-ignore lint/suspicious/noExplicitAny: each kind has an input of its own.
type AnyKind = Kind<any>;

/** The kinds that can be confirmed. */
export const kinds: Readonly<Partial<Record<ProposalKind, AnyKind>>> = {
  'indicator.define': { input: DefinitionInput, apply: applyDefinition },
  'indicator.retire': { input: RetirementInput, apply: applyRetirement },
};

/** Makes the changes of a confirmed proposal. Refuses an input that its kind no longer takes. */
export async function changesOf(work: Work, kind: ProposalKind, input: unknown): Promise<Changes> {
  const known = kinds[kind];
  const parsed = known?.input.safeParse(input);
  if (!known || !parsed?.success) throw new Refusal('invalid', 'proposals.refused.outdated');
  return known.apply(work, parsed.data);
}
