import type * as z from 'zod';
import type { Work } from '@/lib/access/command';
import { Correcting, Recording, Withdrawing } from '@/lib/catalogue/annotations/annotation-input';
import { applyCorrection } from '@/lib/catalogue/annotations/correct-annotation';
import { applyRecording } from '@/lib/catalogue/annotations/record-annotation';
import { applyWithdrawal } from '@/lib/catalogue/annotations/withdraw-annotation';
import { applyMembers } from '@/lib/catalogue/groups/apply-members';
import { MemberChange } from '@/lib/catalogue/groups/group-input';
import { applyDefinition } from '@/lib/catalogue/indicators/editing/define-indicator';
import { DefinitionInput, RetirementInput } from '@/lib/catalogue/indicators/editing/indicator-input';
import { applyLastDay } from '@/lib/catalogue/indicators/editing/retire-indicator';
import type { Changes } from '@/lib/catalogue/proposals/propose';
import type { ProposalKind } from '@/lib/catalogue/proposals/words';
import { applyMerger } from '@/lib/catalogue/units/desk/merge-units';
import { applyMove } from '@/lib/catalogue/units/desk/move-unit';
import { applyRename } from '@/lib/catalogue/units/desk/rename-unit';
import { applyRetirement } from '@/lib/catalogue/units/desk/retire-unit';
import { applySplit } from '@/lib/catalogue/units/desk/split-unit';
import { Merging, Moving, Renaming, Retiring, Splitting } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';
import { applyFormula } from '@/lib/observations/derived/derive-indicator';
import { Deriving } from '@/lib/observations/derived/formula-input';

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
  'indicator.retire': { input: RetirementInput, apply: applyLastDay },
  'indicator.derive': { input: Deriving, apply: applyFormula },
  'unit.rename': { input: Renaming, apply: applyRename },
  'unit.move': { input: Moving, apply: applyMove },
  'unit.retire': { input: Retiring, apply: applyRetirement },
  'unit.merge': { input: Merging, apply: applyMerger },
  'unit.split': { input: Splitting, apply: applySplit },
  'group.changeMembers': { input: MemberChange, apply: applyMembers },
  'annotation.record': { input: Recording, apply: applyRecording },
  'annotation.correct': { input: Correcting, apply: applyCorrection },
  'annotation.withdraw': { input: Withdrawing, apply: applyWithdrawal },
};

/** Makes the changes of a confirmed proposal. Refuses an input that its kind no longer takes. */
export async function changesOf(work: Work, kind: ProposalKind, input: unknown): Promise<Changes> {
  const known = kinds[kind];
  const parsed = known?.input.safeParse(input);
  if (!known || !parsed?.success) throw new Refusal('invalid', 'proposals.refused.outdated');
  return known.apply(work, parsed.data);
}
