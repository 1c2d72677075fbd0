import type { DraftedGrid } from '@/app/ui/grid/grid-drafts';
import type { FormOf } from './send-cells';

/** A return as a grid of which drafts are kept, and that is waited for when it was left while saving. */
export const draftedReturn = ({ owner, collectionId, unitCode }: FormOf): DraftedGrid => ({
  owner,
  name: `entry ${collectionId} ${unitCode}`,
});
