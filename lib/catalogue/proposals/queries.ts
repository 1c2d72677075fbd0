import { asc, count, desc, eq, ne, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { proposal } from '@/db/schema/proposals';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { ProposalLine, ProposalPage } from '@/lib/catalogue/proposals/words';
import type { Named } from '@/lib/i18n/words';
import { longestFormula } from '@/lib/observations/derived/words';
import { pageLength, pageWithin } from '@/lib/paging';

const line = {
  id: proposal.id,
  kind: proposal.kind,
  state: proposal.state,
  subject: proposal.subject,
  input: proposal.input,
  was: proposal.was,
  reason: proposal.reason,
  proposedBy: proposal.proposedBy,
  proposedByName: sql<string>`coalesce(${appUser.name}, ${proposal.proposedBy})`,
  proposedAt: proposal.proposedAt,
  decidedByName: sql<string | null>`(select a.name from app_user a where a.id = ${proposal.decidedBy})`,
  decidedAt: proposal.decidedAt,
  decision: proposal.decision,
  version: proposal.version,
  isStale: sql<boolean>`(${proposal.state} = 'waiting' and ${proposal.kind} = 'indicator.derive'
    and ${proposal.input} ->> 'version' <> coalesce((select f.version from indicator_formula f
      where f.indicator_code = ${proposal.input} ->> 'code'), 0)::text)`,
};

/**
 * The proposals: those that wait, oldest first, or a page of the decided ones, latest first, with the names of the units,
 * sequences, indicators, documents and notes that they mention.
 */
export async function proposalList(
  principal: Principal,
  { isDecided, page: asked }: { isDecided: boolean; page: number },
): Promise<ProposalPage> {
  if (!maySee(principal.role, 'proposals')) return { lines: [], names: [], total: 0, page: 1 };
  const where = isDecided ? ne(proposal.state, 'waiting') : eq(proposal.state, 'waiting');
  const total = await db().$count(proposal, where);
  const page = pageWithin(asked, total);
  const lines: ProposalLine[] = await db()
    .select(line)
    .from(proposal)
    .leftJoin(appUser, eq(appUser.id, proposal.proposedBy))
    .where(where)
    .orderBy(...(isDecided ? [desc(proposal.decidedAt)] : [asc(proposal.proposedAt)]), asc(proposal.id))
    .limit(pageLength)
    .offset((page - 1) * pageLength);
  return { lines, names: await namesFor(lines), total, page };
}

/** The names of every code in the inputs and subjects of proposals. */
async function namesFor(lines: readonly ProposalLine[]): Promise<(Named & { kind: string })[]> {
  const codes = new Set(
    lines.flatMap(({ subject, input, was }) => [subject.split('/')[1] ?? '', ...wordsIn([input, was])]),
  );
  if (codes.size === 0) return [];
  return [
    ...(await db().execute<Named & { kind: string }>(sql`
      with asked as (select unnest(${sql.param([...codes])}::text[]) as code)
      select 'unit' as kind, code, name_zh as "nameZh", name_en as "nameEn" from org_unit join asked using (code)
      union all select 'group', code, name_zh, name_en from peer_group join asked using (code)
      union all select 'source', code, title, title from source join asked using (code)
      union all select 'annotation', id, title_zh, title_en from annotation join asked on asked.code = id
      union all select 'indicator', code, name_zh, name_en from indicator join asked using (code)`)),
  ];
}

/** What may be a code: each short text, and each word of a formula. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 64 ? [value, ...codesIn(value)] : codesIn(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function codesIn(formula: string): string[] {
  if (formula.length > longestFormula) return [];
  return [...(formula.match(/\w+/g) ?? []), ...(formula.match(/[\w-]+/g) ?? [])];
}

/** The number of proposals that wait, and of those the ones that the principal may decide, since others made them. */
export async function waitingProposals(principal: Principal): Promise<{ all: number; toDecide: number }> {
  if (!maySee(principal.role, 'proposals')) return { all: 0, toDecide: 0 };
  const [counted] = await db()
    .select({
      all: count(),
      toDecide: sql<number>`(count(*) filter (where ${proposal.proposedBy} <> ${principal.userId}))::int`,
    })
    .from(proposal)
    .where(eq(proposal.state, 'waiting'));
  return counted ?? { all: 0, toDecide: 0 };
}
