import { and, eq } from 'drizzle-orm';
import { appeal, publicity } from '@/db/schema/appeals';
import { adjustment, run } from '@/db/schema/assessment';
import { acceptAppeal } from '@/lib/assessment/appeals/accept-appeal';
import { askReview } from '@/lib/assessment/appeals/ask-review';
import { attachToAppeal } from '@/lib/assessment/appeals/attach-evidence';
import { closeAppeal } from '@/lib/assessment/appeals/close-appeal';
import { decideAppeal } from '@/lib/assessment/appeals/decide-appeal';
import { decideReview } from '@/lib/assessment/appeals/decide-review';
import { fileAppeal } from '@/lib/assessment/appeals/file-appeal';
import { rejectAppeal } from '@/lib/assessment/appeals/reject-appeal';
import { settleAppeal } from '@/lib/assessment/appeals/remedies/settle-appeal';
import { withdrawAppeal } from '@/lib/assessment/appeals/withdraw-appeal';
import { advanceAdjustment } from '@/lib/assessment/ledger/advance-adjustment';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { announceRun } from '@/lib/assessment/publicity/announce-run';
import { lastWorkingDay } from '@/lib/assessment/publicity/days';
import type { Clock } from './clock';
import { act, reporterOf, type Stage } from './stage';

const scheme = 'DEMO-SAFETY';
/** Who published the runs and accepts appeals, who decides them, and who decides their reviews. */
const [first, second, third] = ['demo.office', 'demo.office2', 'demo.office3'] as const;

/** Whether appeals were played already, or people have announced a result or filed some. */
export async function isAppealed({ tx }: Pick<Stage, 'tx'>): Promise<boolean> {
  const found = [
    ...(await tx.select({ id: appeal.id }).from(appeal).limit(1)),
    ...(await tx.select({ id: publicity.runId }).from(publicity).limit(1)),
  ];
  return found.length > 0;
}

/**
 * The publicity of the assessed year of safety, mended once and with some days left to appeal, and appeals of invented units in
 * every state: upheld with an entry of the ledger, dismissed with a review that runs, was decided or was closed, rejected, taken
 * back, accepted, and one that waits to be accepted. Nothing where people published another run since.
 */
export async function playAppeals(stage: Stage, clock: Clock): Promise<void> {
  const publisher = stage.people.get(first)?.userId ?? '';
  const [found] = await stage.tx
    .select({ id: run.id, period: run.periodCode })
    .from(run)
    .where(
      and(
        eq(run.schemeCode, scheme),
        eq(run.schemeVersion, 1),
        eq(run.state, 'published'),
        eq(run.publishedBy, publisher),
      ),
    );
  if (!found) return;
  await announce(stage, clock, found.id);
  await uphold(stage, clock, found);
  const yi = await filed(stage, clock.at(-9, 9), {
    ...{ run: found.id, unit: 'DEMO-YI', about: ['daily', ''] },
    grounds: '演示：危化品企业隐患已按期闭环，系统里的日期是补录的。',
    asks: '撤销第二章第五条的扣分，重新排名。',
  });
  await act(stage, first, acceptAppeal, { id: yi.id, version: 1 }, clock.at(-8, 9));
  const no = { outcome: 'dismissed' as const, reason: '闭环照片的拍摄日期在期限之后，扣分无误。' };
  await act(stage, second, decideAppeal, { id: yi.id, version: 2, ...no }, clock.at(-6, 9));
  const again = { ...yi, version: 3, reason: '照片的日期是整改复查的日期，原始照片另附。' };
  await act(stage, reporterOf(yi.unit), askReview, again, clock.at(-3, 9));
  const bing = await filed(stage, clock.at(-8, 9), {
    ...{ run: found.id, unit: 'DEMO-BING', about: [''] },
    grounds: '演示：本区认为全年工作量大于其他单位，名次偏低。',
    asks: '适当提高名次。',
  });
  const reason = '没有指出哪一项计分有误，也没有依据，不予受理。';
  await act(stage, second, rejectAppeal, { id: bing.id, version: 1, reason }, clock.at(-7, 9));
  await playFurther(stage, clock, found.id);
  await filed(stage, clock.at(-1, 9), {
    ...{ run: found.id, unit: 'DEMO-DING', about: ['daily'] },
    grounds: '演示：覆盖率按企业总数计算，已注销的八家不应计入。',
    asks: '按在营企业数重新计算覆盖率。',
  });
}

async function announce(stage: Stage, clock: Clock, id: string): Promise<void> {
  const firstDay = clock.day(-11);
  const said = {
    ...{ run: id, firstDay, body: '演示考核办', contact: '演示联系人', telephone: '0513-00000000', words: '' },
  };
  const lastDay = lastWorkingDay(firstDay, 5);
  await act(stage, first, announceRun, { ...said, version: 0, lastDay, reason: '' }, clock.at(-12, 9));
  const longer = { ...said, version: 1, lastDay: lastWorkingDay(firstDay, 7), reason: '期间有节假日，公示延长两天。' };
  await act(stage, first, announceRun, longer, clock.at(-11, 9));
}

/** An appeal that was upheld and led to an entry of the ledger, for the year after since the published one does not change. */
async function uphold(stage: Stage, clock: Clock, found: { id: string; period: string }): Promise<void> {
  const jia = await filed(stage, clock.at(-10, 9), {
    ...{ run: found.id, unit: 'DEMO-JIA', about: ['daily'] },
    grounds: '演示：专项检查台账三月五日已补齐并报备，扣分时没有看到。',
    asks: '返还第二章第五条所扣的2分。',
  });
  const content = new TextEncoder().encode('%PDF-1.4\n% demonstration appeal\n');
  const file = { ...jia, version: 1, fileName: '台账报备回执.pdf', content };
  await act(stage, reporterOf(jia.unit), attachToAppeal, file, clock.at(-10, 10));
  await act(stage, first, acceptAppeal, { id: jia.id, version: 2 }, clock.at(-9, 15));
  const yes = { outcome: 'upheld' as const, reason: '回执属实，三月五日已报备，扣分有误。' };
  await act(stage, second, decideAppeal, { id: jia.id, version: 3, ...yes }, clock.at(-7, 9));
  const entry = {
    ...{ schemeCode: scheme, periodCode: `${Number(found.period) + 1}`, unitCode: jia.unit, kind: 'bonus' as const },
    ...{ node: 'daily', rule: '', points: '2', article: '第二章第五条', reason: '上年度申诉成立，返还误扣的2分。' },
    ...{ evidence: '申诉决定（演示）', incident: '', happenedOn: '', state: 'proposed' as const },
  };
  const id = await act(stage, first, recordAdjustment, entry, clock.at(-6, 15));
  for (const to of ['reviewed', 'confirmed'] as const) {
    const [row] = await stage.tx.select({ version: adjustment.version }).from(adjustment).where(eq(adjustment.id, id));
    await act(stage, second, advanceAdjustment, { id, version: row?.version ?? 0, to }, clock.at(-6, 16));
  }
  const remedy = { kind: 'adjustment' as const, id };
  await act(stage, first, settleAppeal, { id: jia.id, version: 4, remedy, note: '' }, clock.at(-5, 9));
}

/** Appeals that were accepted, taken back, decided again after a review, and closed. */
async function playFurther(stage: Stage, clock: Clock, run: string): Promise<void> {
  const about = { run, about: ['daily'], asks: '重新核算这一项得分。' };
  const wu = await filed(stage, clock.at(-4, 9), {
    ...{ ...about, unit: 'DEMO-WU', grounds: '演示：整改率的分母多算了一批已移交的隐患。' },
  });
  await act(stage, first, acceptAppeal, { id: wu.id, version: 1 }, clock.at(-3, 9));
  const ji = await filed(stage, clock.at(-6, 10), {
    ...{ ...about, unit: 'DEMO-JI', grounds: '演示：本区认为检查次数少算一次。' },
  });
  const note = '核对后检查次数无误，撤回。';
  await act(stage, reporterOf(ji.unit), withdrawAppeal, { ...ji, version: 1, note }, clock.at(-5, 9));
  for (const unit of ['DEMO-XIN', 'DEMO-GENG']) {
    const own = await filed(stage, clock.at(-10, 11), {
      ...{ ...about, unit, grounds: '演示：培训记录已上传，得分时没有计入。' },
    });
    const reason = '培训记录晚于截止日期，得分无误。';
    await act(stage, first, acceptAppeal, { id: own.id, version: 1 }, clock.at(-9, 11));
    await act(stage, second, decideAppeal, { id: own.id, version: 2, outcome: 'dismissed', reason }, clock.at(-8, 11));
    const asked = { ...own, version: 3, reason: '系统故障，补传迟了一天。' };
    await act(stage, reporterOf(unit), askReview, asked, clock.at(-7, 11));
    const again = { id: own.id, version: 4, outcome: 'dismissed' as const, reason: '当日系统运行正常，维持原决定。' };
    await act(stage, third, decideReview, again, clock.at(-5, 11));
    if (unit === 'DEMO-GENG')
      await act(stage, first, closeAppeal, { id: own.id, version: 5, note: '' }, clock.at(-4, 11));
  }
}

type Terms = Parameters<typeof fileAppeal.run>[1];

/** Files an appeal as the unit's reporter. Returns it as the unit sees it, without its version. */
async function filed(stage: Stage, at: Date, terms: Terms) {
  const id = await act(stage, reporterOf(terms.unit), fileAppeal, { ...terms, about: [...terms.about] }, at);
  return { id, unit: terms.unit };
}
