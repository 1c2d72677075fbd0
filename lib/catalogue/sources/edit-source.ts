import { eq } from 'drizzle-orm';
import { source } from '@/db/schema/catalogue';
import { command, type Done } from '@/lib/access/command';
import { lockedSource, SourceVersion } from '@/lib/catalogue/sources/locked-source';
import { SourceFacts } from '@/lib/catalogue/sources/source-input';

/** Changes what is said about a document; its code and its figures stay. */
export const editSource = command({
  name: 'source.edit',
  input: SourceFacts.extend(SourceVersion.shape),
  async run(work, { code, version, ...facts }): Promise<Done<string>> {
    const found = await lockedSource(work, { code, version });
    const changed = Object.keys(facts).filter((key) => facts[key as 'title'] !== found[key as 'title']);
    if (changed.length === 0) return { result: code, repeated: true };
    const before = Object.fromEntries(changed.map((key) => [key, found[key as 'title']]));
    const after = Object.fromEntries(changed.map((key) => [key, facts[key as 'title']]));
    await work.tx
      .update(source)
      .set({ ...facts, version: version + 1 })
      .where(eq(source.code, code));
    return { result: code, changes: [{ subject: `source/${code}`, before, after }] };
  },
});
