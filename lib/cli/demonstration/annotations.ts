import { eq } from 'drizzle-orm';
import { annotation } from '@/db/schema/annotations';
import { correctAnnotation } from '@/lib/catalogue/annotations/correct-annotation';
import { recordAnnotation } from '@/lib/catalogue/annotations/record-annotation';
import type { AnnotationKind } from '@/lib/catalogue/annotations/words';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import type { Proposed } from '@/lib/catalogue/proposals/words';
import type { Clock } from './clock';
import { type Month, monthCode, monthOf, yearOf } from './months';
import { act, type Stage } from './stage';

const unit = 'DEMO-JIA';
const title = '演示：全市优质服务优秀单位';

/** Whether the notes were played already. */
export async function areAnnotated({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ id: annotation.id }).from(annotation).where(eq(annotation.titleZh, title))).length > 0;
}

/**
 * Notes, honours and events of invented units and indicators: recorded by one person of the office and confirmed by the
 * other, one corrected, and one that waits. None is about everything, since that would stand on real charts too.
 */
export async function playAnnotations(stage: Stage, clock: Clock, last: Month): Promise<void> {
  const day = (month: Month, date: number) =>
    [yearOf(month), monthOf(month), date].map((part) => `${part}`.padStart(2, '0')).join('-');
  const record = (kind: AnnotationKind, more: object) =>
    act(
      stage,
      'demo.office',
      recordAnnotation,
      {
        ...{ kind, unit: '', indicator: '', until: '', titleEn: '', textZh: '', textEn: '', awardedBy: '' },
        ...{ sourceCode: 'DEMO', locator: '', since: '', titleZh: '', ...more },
      },
      clock.at(-6, 9),
    );
  const confirm = (proposed: Proposed, ago = 5) =>
    act(
      stage,
      'demo.office2',
      confirmProposal,
      { id: proposed.state === 'waiting' ? proposed.proposal : '', version: 1 },
      clock.at(-ago, 9),
    );
  const output = { unit, indicator: 'DEMO_OUT' };
  const shown = [
    () =>
      record('annotation', {
        ...{ ...output, since: monthCode(last - 14), until: monthCode(last - 13) },
        ...{ titleZh: '停产检修', titleEn: 'Stoppage' },
        ...{
          textZh: '演示：两家龙头企业停产检修，产值少计一个多月。',
          textEn: 'Demo: two leading firms stopped for repairs.',
        },
      }),
    () =>
      record('annotation', {
        ...{ ...output, since: day(last - 3, 16), titleZh: '高温限电', titleEn: 'Power limits' },
        ...{ textZh: '演示：高温期间错峰用电，部分企业轮休。', textEn: 'Demo: firms took turns during the heat.' },
      }),
    () =>
      record('annotation', {
        ...{ indicator: 'DEMO_POWER', since: monthCode(last - 3), titleZh: '有序用电', titleEn: 'Rationed power' },
        ...{ textZh: '演示：全市有序用电一个月。', textEn: 'Demo: power was rationed for a month.' },
      }),
    () =>
      record('event', {
        ...{
          unit,
          since: day(last - 7, 8),
          titleZh: '演示：安全慈善基金设立',
          titleEn: 'Demo: a safety charity fund set up',
        },
        ...{ textZh: '演示数据：与区慈善会共同设立。', locator: '第1页' },
      }),
    () =>
      record('honour', {
        ...{ unit, since: `${yearOf(last) - 1}`, titleZh: title, titleEn: 'Demo: outstanding unit for service' },
        ...{ awardedBy: '演示市委、市政府', locator: '附件名单' },
      }),
  ];
  for (const asked of shown) await confirm(await asked());
  const [honour] = await stage.tx.select().from(annotation).where(eq(annotation.titleZh, title));
  const corrected = {
    ...{ id: honour?.id ?? '', version: 1, unit, indicator: '', since: `${yearOf(last) - 1}`, until: '' },
    ...{ titleZh: title, titleEn: 'Demo: outstanding unit for service', textZh: '', textEn: '', awardedBy: '演示市' },
    ...{ sourceCode: 'DEMO', locator: '附件名单', reason: '演示：名单由市政府印发，授予单位写成演示市。' },
  };
  await confirm(await act(stage, 'demo.office', correctAnnotation, corrected, clock.at(-4, 9)), 3);
  await record('annotation', {
    ...{
      unit: 'DEMO-YI',
      indicator: 'DEMO_OUT',
      since: monthCode(last - 1),
      titleZh: '口径核实',
      titleEn: 'Checked scope',
    },
    ...{ textZh: '演示：核实口径后补报两家企业。', textEn: 'Demo: two firms were added after a check.' },
  });
}
