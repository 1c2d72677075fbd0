import type { Form } from '@/lib/assessment/methods/kit/room';
import type { Blend } from '@/lib/assessment/methods/schemas';

const level = { kind: 'efficacy', base: 60, bounds: { from: 'peers' } } as const;

/** A blend scores by its parts, which have rooms of their own; its form asks for the parts one by one. */
export const blend: Form<Blend> = {
  fields: [],
  blank: {
    parts: [
      { key: 'level', weight: 40, transforms: [], method: level },
      { key: 'growth', weight: 60, transforms: [{ kind: 'growth', against: 'yearEarlier' }], method: level },
    ],
  },
  formulaKey: () => 'formulas.blend',
};
