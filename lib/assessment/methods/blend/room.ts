import type { Form } from '@/lib/assessment/methods/kit/room';
import type { Blend } from '@/lib/assessment/methods/schemas';

const level = { kind: 'efficacy', base: 60, bounds: { from: 'peers' } } as const;

/** The form of a blend: it asks for its parts one by one, and each part has a room of its own. */
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
