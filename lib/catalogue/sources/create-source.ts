import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { source } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { proposedCode } from '@/lib/catalogue/sources/propose-code';
import { SourceFacts } from '@/lib/catalogue/sources/source-input';
import { Refusal } from '@/lib/errors';
import { isOwnSource } from '@/lib/observations/cited/own-source';
import { Code } from '@/lib/reporting/collections/terms';

/** Adds a document that figures may cite. Without a code it gets one from its title. Refuses a code in use. */
export const createSource = command({
  name: 'source.create',
  input: SourceFacts.extend({ sourceCode: Code.or(z.literal('')) }),
  async run({ tx }, { sourceCode: asked, ...facts }) {
    // Two documents of one title, added at once, would otherwise be given the same code.
    await tx.execute(sql`lock table source in share row exclusive mode`);
    const codes = new Set((await tx.select({ code: source.code }).from(source)).map((row) => row.code.toUpperCase()));
    const taken = (code: string) => codes.has(code.toUpperCase()) || isOwnSource(code);
    if (asked !== '' && taken(asked)) {
      throw new Refusal('conflict', 'documents.refused.codeTaken', { field: 'sourceCode', code: asked });
    }
    const code = asked || proposedCode(facts.title, taken);
    const last = sql`(select coalesce(max(${source.sortOrder}), 0) + 1 from ${source})`;
    await tx.insert(source).values({ code, ...facts, sortOrder: last });
    return { result: code, changes: [{ subject: `source/${code}`, before: null, after: facts }] };
  },
});
