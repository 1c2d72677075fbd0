import { and, eq, isNotNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import { source } from '@/db/schema/catalogue';
import { collection, collectionItem } from '@/db/schema/collections';
import { submission } from '@/db/schema/reporting';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { addUnits } from '@/lib/reporting/collections/add-units';
import { knownUnits, openCollectionAt } from '@/lib/reporting/collections/queries';
import { Code, CollectionId, CollectionTerms, timesOf } from '@/lib/reporting/collections/terms';

/**
 * Changes the terms of an open collection, and adds units. Review chain and vintage cannot change once a return was
 * submitted, and units cannot be removed. Refuses a closed collection, one changed meanwhile, and real units beside
 * invented ones.
 */
export const editCollection = command({
  name: 'collection.edit',
  input: CollectionTerms.extend({
    collectionId: CollectionId,
    version: z.int(),
    /** The units to add. */
    unitCodes: z.array(Code).max(5000),
  }),
  async run(work, { collectionId, version, unitCodes, ...terms }) {
    const { tx } = work;
    const one = await openCollectionAt(work, { id: collectionId, version });
    const times = timesOf(terms);
    if (!times) throw new Refusal('invalid', 'dueBeforeOpening', { field: 'dueOn' });
    const changed = {
      title: terms.title,
      ...times,
      reviewChain: terms.reviewChain,
      vintage: terms.vintage,
      instructions: terms.instructions,
      formNumber: terms.formNumber,
      issuedBy: terms.issuedBy,
    };
    const isOther = (name: keyof typeof changed) => JSON.stringify(changed[name]) !== JSON.stringify(one[name]);
    if ((isOther('reviewChain') || isOther('vintage')) && (await wasSubmitted(work, collectionId))) {
      throw new Refusal('conflict', 'collections.refused.reviewFixed', { field: 'reviewChain' });
    }
    const added = await askFurther(work, one, unitCodes);
    const names = (Object.keys(changed) as (keyof typeof changed)[]).filter(isOther);
    if (names.length === 0 && added.length === 0) return { result: collectionId, repeated: true };
    await tx
      .update(collection)
      .set({ ...changed, version: version + 1 })
      .where(and(eq(collection.id, collectionId), eq(collection.version, version)));
    if (isOther('title')) await retitleSource(work, one, terms.title);
    const auditValues = (from: Pick<typeof one, keyof typeof changed>) =>
      Object.fromEntries(names.map((name) => [name, from[name]]));
    const units = added.length > 0 ? { addedUnits: added } : {};
    const change = {
      subject: `collection/${collectionId}`,
      before: auditValues(one),
      after: { ...auditValues({ ...one, ...changed }), ...units },
    };
    return { result: collectionId, changes: [change] };
  },
});

async function wasSubmitted({ tx }: Work, collectionId: string): Promise<boolean> {
  const [any] = await tx
    .select({ unit: submission.orgUnitCode })
    .from(submission)
    .where(and(eq(submission.collectionId, collectionId), isNotNull(submission.firstSubmittedAt)))
    .limit(1);
  return any !== undefined;
}

async function askFurther(
  { tx }: Work,
  { id, isDemonstration }: typeof collection.$inferSelect,
  codes: readonly string[],
): Promise<string[]> {
  const units = await knownUnits(tx, codes);
  if (units.some((unit) => unit.isDemonstration !== isDemonstration)) {
    throw new Refusal('invalid', 'collections.refused.mixedUnits', { field: 'units' });
  }
  const [asked] = await tx
    .select({ items: sql<number>`count(*)::int` })
    .from(collectionItem)
    .where(eq(collectionItem.collectionId, id));
  return addUnits(
    tx,
    { collectionId: id, items: asked?.items ?? 0 },
    units.map(({ code }) => code),
  );
}

/** Renames the document with its collection until an approved figure cites it. */
async function retitleSource(
  { tx }: Work,
  { id, sourceCode, isDemonstration }: typeof collection.$inferSelect,
  title: string,
): Promise<void> {
  await tx
    .update(source)
    .set({ title: isDemonstration ? `${title}（演示数据）` : title })
    .where(
      and(
        eq(source.code, sourceCode),
        sql`not exists (select from submission_value v where v.collection_id = ${id} and v.state in ('approved', 'reopened'))`,
      ),
    );
}
