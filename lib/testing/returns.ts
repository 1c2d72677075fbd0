import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { indicator, peerGroup, peerGroupMember } from '@/db/schema/catalogue';
import { submission, submissionValue } from '@/db/schema/reporting';
import { perform } from '@/lib/access/command';
import { accountPrincipal, type Principal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import type { CheckFinding, ReviewLevel } from '@/lib/reporting/words';
import { reviewLevels } from '@/lib/reporting/words';
import { fictionalUnits } from '@/lib/testing/accounts';

/** A principal of a role, without an account. */
export function person(
  role: AccountRole,
  { userId = `check-${role}`, unitCode = 'JIA', department = '演示部门' } = {},
): Principal {
  const of = (own: boolean, value: string) => (own ? value : null);
  return accountPrincipal({
    userId,
    name: `演示·${userId}`,
    role,
    units: 'all',
    unitCode: of(role === 'reporter' || role === 'unitReviewer', unitCode),
    department: of(role === 'departmentReviewer', department),
    sessionId: null,
    standing: 'full',
  });
}

/** Creates indicators of two departments beside the one of `fictionalUnits`, and a group of the two fictional units. */
export async function fictionalIndicators(database: Database): Promise<void> {
  await fictionalUnits(database);
  const more = { topicCode: 'DEMO', initials: '', unitZh: '家', unitEn: 'firms', decimals: 0 } as const;
  const measured = { measure: 'amount', direction: 'higher', basis: 'current', frequency: 'monthly' } as const;
  const ours = { responsibleZh: '演示部门', responsibleEn: 'Demonstration department' };
  const other = { responsibleZh: '演示二部', responsibleEn: 'Other department' };
  await database
    .insert(indicator)
    .values([
      { ...more, ...measured, ...ours, code: 'DEMO2', nameZh: '演示指标二', nameEn: 'Second', sortOrder: 10_000 },
      { ...more, ...measured, ...other, code: 'DEMO3', nameZh: '演示指标三', nameEn: 'Third', sortOrder: 10_001 },
    ])
    .onConflictDoNothing();
  await database
    .insert(peerGroup)
    .values({ code: 'DEMO', nameZh: '演示序列', nameEn: 'Demonstration group', noteZh: '', noteEn: '', sortOrder: 999 })
    .onConflictDoNothing();
  await database
    .insert(peerGroupMember)
    .values(
      ['JIA', 'YI'].map((orgUnitCode) => ({
        peerGroupCode: 'DEMO',
        orgUnitCode,
        validFrom: '2000-01-01',
        validTo: null,
      })),
    )
    .onConflictDoNothing();
}

export type GivenFigure = {
  readonly indicatorCode: string;
  readonly value?: string;
  readonly submittedBy?: string;
  readonly explanation?: string;
  readonly findings?: readonly Pick<CheckFinding, 'severity' | 'key'>[];
};

/**
 * Creates a collection of a month whose returns of these units are submitted and wait for the first reviewer. Returns
 * its id.
 */
export async function submittedReturns(
  database: Database,
  {
    period,
    title = '演示填报任务',
    chain = reviewLevels,
    units = ['JIA'],
    figures,
  }: {
    period: string;
    title?: string;
    chain?: readonly ReviewLevel[];
    units?: readonly string[];
    figures: readonly GivenFigure[];
  },
): Promise<string> {
  const now = new Date();
  const collectionId = await perform(
    openCollection,
    person('assessmentOffice'),
    {
      title,
      opensOn: '2020-01-01',
      dueOn: '2099-12-31',
      dueTime: '17:30',
      graceDays: 0,
      reviewChain: [...chain],
      vintage: 'preliminary',
      instructions: '',
      periodCode: period,
      peerGroupCode: '',
      unitCodes: [...units],
      items: figures.map(({ indicatorCode }) => ({ indicatorCode, periodCode: period, isRequired: true })),
    },
    { now, database },
  );
  await database.insert(submissionValue).values(
    units.flatMap((orgUnitCode) =>
      figures.map((figure) => ({
        orgUnitCode,
        collectionId,
        indicatorCode: figure.indicatorCode,
        periodCode: period,
        typed: figure.value ?? '1200',
        value: figure.value ?? '1200',
        decimals: 0,
        qualifier: 'exact' as const,
        qualifierPrinted: '',
        absence: 'none' as const,
        typedYoy: '5.1',
        reportedYoy: '5.1',
        note: '',
        sourceText: '部门台账',
        explanation: figure.explanation ?? '',
        state: 'submitted' as const,
        awaits: chain[0] ?? ('unitReviewer' as const),
        submittedBy: figure.submittedBy ?? 'check-reporter',
        round: 1,
        findings: (figure.findings ?? []).map((finding) => foundIn(finding, figure.indicatorCode, period)),
        worst: figure.findings?.length ? 2 : 9,
        updatedBy: figure.submittedBy ?? 'check-reporter',
        updatedAt: now,
      })),
    ),
  );
  await database
    .update(submission)
    .set({ state: 'submitted', submitted: figures.length, round: 1, submittedAt: now, firstSubmittedAt: now })
    .where(sql`collection_id = ${collectionId}`);
  return collectionId;
}

function foundIn(
  { severity, key }: Pick<CheckFinding, 'severity' | 'key'>,
  indicatorCode: string,
  periodCode: string,
): CheckFinding {
  const message = { zh: '较上月变动较大，请核实。', en: 'A large change on the month before; please check.' };
  return { indicatorCode, periodCode, rule: 'DEMO', severity, key, details: {}, message };
}
