import { register } from '@/db/schema/registers';
import { fixCounts } from '@/lib/monitoring/registers/compared/fix-counts';
import { linkCount } from '@/lib/monitoring/registers/compared/link-count';
import { recordVisit } from '@/lib/monitoring/registers/entries/record-visit';
import { saveEntry } from '@/lib/monitoring/registers/entries/save-entry';
import { factsOf, versionsOf } from '@/lib/monitoring/registers/queries';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import { importEntries } from '@/lib/monitoring/registers/sheet/import-entries';
import type { EntryFacts } from '@/lib/monitoring/registers/words';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { recordCited } from '@/lib/observations/cited/record-cited';
import { settings } from '@/lib/settings';
import type { Clock } from './clock';
import { type Month, momentIn, monthCode } from './months';
import { act, reporterOf, type Stage } from './stage';

const firms = 'DEMO-KEY';
const vehicles = 'DEMO-CARS';
const city = 'DEMO-SHI';
const places = ['DEMO-JIA', 'DEMO-YI', 'DEMO-BING', 'DEMO-DING', 'DEMO-WU'];
const fields = [
  ['YJ', '冶金', 'Metallurgy'],
  ['YS', '有色', 'Non-ferrous metals'],
  ['JX', '机械', 'Machinery'],
  ['QG', '轻工', 'Light industry'],
  ['WH', '危险化学品', 'Hazardous chemicals'],
] as const;
const grades = [
  ['RED', '红', 'Red'],
  ['ORANGE', '橙', 'Orange'],
  ['YELLOW', '黄', 'Yellow'],
  ['BLUE', '蓝', 'Blue'],
] as const;
const groups = [
  ['G1', '第一协作组', 'First group'],
  ['G2', '第二协作组', 'Second group'],
  ['G3', '第三协作组', 'Third group'],
] as const;
const kinds = [
  ['LIFE', '民生物资', 'Daily goods'],
  ['MED', '医药', 'Medicine'],
  ['RAW', '生产原料', 'Raw materials'],
] as const;
const listed = (items: readonly (readonly string[])[]) => items.map((item) => item.join(' | ')).join('\n');
const numbered = (at: number) => `${at + 1}`.padStart(4, '0');

/** Whether registers were played already, or people keep one. */
export async function areRegistersPlayed({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ code: register.code }).from(register).limit(1)).length > 0;
}

/**
 * Two registers of invented entries: sixty firms, some of them in blind spots, with a few dated changes, and twelve vehicles. The
 * firms of the month before `last` were counted, fixed and confirmed by two people, and one was corrected afterwards; for `last`
 * a document says another number.
 */
export async function playRegisters(stage: Stage, clock: Clock, last: Month): Promise<void> {
  const begun = momentIn(last - 6, 5, 9);
  const names = { nameZh: '演示：重点监管企业台账', nameEn: 'Demo: register of firms under special supervision' };
  const about = { code: firms, version: 0, kind: 'entities', ...names, visitDays: 180 } as const;
  const lists = { fields: listed(fields), grades: listed(grades), groups: listed(groups) };
  await act(stage, 'demo.office', saveRegister, { ...about, ...lists }, begun);
  const cars = { nameZh: '演示：白名单车辆台账', nameEn: 'Demo: register of white-list vehicles' };
  const more = { code: vehicles, version: 0, kind: 'vehicles', ...cars, visitDays: 0 } as const;
  await act(stage, 'demo.office', saveRegister, { ...more, fields: listed(kinds), grades: '', groups: '' }, begun);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const visits = [day(momentIn(last - 9, 12, 12)), day(momentIn(last - 7, 20, 12))];
  await takeSheet(stage, firms, begun, [
    ['统一社会信用代码', '名称', '行业领域', '风险等级', '监管部门', '属地', '协作组', '最近走访'],
    ...Array.from({ length: 60 }, (_, at) => [
      ...[`DEMO-${numbered(at)}`, `演示${at + 1}号${fields[at % 5]?.[1]}厂`, fields[at % 5]?.[0] ?? ''],
      ...[at % 11 === 3 ? '' : (grades[at % 4]?.[0] ?? ''), at % 9 === 4 ? '' : city],
      ...[at % 17 === 5 ? '' : (places[at % 5] ?? ''), groups[at % 3]?.[0] ?? ''],
      at % 4 === 2 ? '' : (visits[at % 2] ?? ''),
    ]),
  ]);
  await takeSheet(stage, vehicles, begun, [
    ['车牌号', '名称', '行业领域', '监管部门', '属地'],
    ...Array.from({ length: 12 }, (_, at) => [
      ...[`演示A${numbered(at)}`, `演示${at + 1}号保供车`, kinds[at % 3]?.[0] ?? '', city, places[at % 5] ?? ''],
    ]),
  ]);
  await change(stage, 'DEMO-0007', { grade: 'RED' }, { at: momentIn(last - 4, 10, 9), reason: '复评为红级。' });
  await change(stage, 'DEMO-0012', { street: 'DEMO-JIA' }, { at: momentIn(last - 3, 8, 9), reason: '迁址。' });
  await change(stage, 'DEMO-0020', { state: 'left' }, { at: momentIn(last - 2, 18, 9), reason: '演示：已注销。' });
  await playVisit(stage, clock);
  await playFixed(stage, last);
}

async function takeSheet(stage: Stage, code: string, at: Date, rows: readonly (readonly string[])[]): Promise<void> {
  const empty = { shown: new Map(), plain: new Map(), marks: new Map(), merges: [], identity: [] };
  const parts = { format: 'csv' as const, sheet: { name: '', others: [] }, hidden: { rows: [], columns: [] } };
  const asked = {
    ...{
      register: code,
      from: at.toISOString().slice(0, 10),
      fileName: '演示名册.csv',
      reason: '演示：按普查名册建立。',
    },
    sheet: { ...parts, ...empty, rows },
  };
  const told = await act(stage, 'demo.office', importEntries, { ...asked, isPreview: true, follows: '' }, at);
  if (told.kind !== 'preview') throw new Error(`the invented sheet is not taken: ${JSON.stringify(told)}`);
  await act(stage, 'demo.office', importEntries, { ...asked, isPreview: false, follows: told.follows }, at);
}

/** Changes what an invented firm says from a day on, which may be earlier than the one on which it is recorded. */
async function change(
  stage: Stage,
  identifier: string,
  next: Partial<EntryFacts>,
  { at, from = at, reason }: { at: Date; from?: Date; reason: string },
): Promise<void> {
  const principal = stage.people.get('demo.office');
  if (!principal) return;
  const work = {
    ...stage,
    principal,
    now: at,
    policy: settings(),
    caller: { address: '', userAgent: '', cookies: '' },
  };
  const day = from.toISOString().slice(0, 10);
  const facts = (await factsOf(work, firms, day, [identifier])).get(identifier);
  const version = (await versionsOf(work, firms, [identifier])).get(identifier) ?? 0;
  if (!facts) return;
  const { visit: _, ...said } = { ...facts, ...next };
  const terms = { ...said, state: said.state === 'left' ? ('left' as const) : ('joined' as const) };
  await act(stage, 'demo.office', saveEntry, { register: firms, identifier, version, from: day, ...terms, reason }, at);
}

async function playVisit(stage: Stage, clock: Clock): Promise<void> {
  const visit = { register: firms, identifier: 'DEMO-0001', version: 1, unit: 'DEMO-JIA', day: clock.day(-3) };
  await act(
    stage,
    reporterOf('DEMO-JIA'),
    recordVisit,
    { ...visit, note: '演示：现场看过，隐患已改。' },
    clock.at(-3, 15),
  );
}

async function playFixed(stage: Stage, last: Month): Promise<void> {
  const month = monthCode(last - 1);
  const whole = { counts: 'entries', per: 'whole', unit: city, ofField: '', ofGrade: '', ofGroup: '' } as const;
  const asked = { register: firms, version: 1, indicator: 'DEMO_KEY', ...whole };
  const { id: link } = await act(stage, 'demo.office', linkCount, asked, momentIn(last, 2, 9));
  const counted = { link, unit: city, counted: 59, replaces: null };
  const fixed = { register: firms, version: 2, month, figures: [counted], reason: '演示：月末结转。' };
  const { ids } = await act(stage, 'demo.office', fixCounts, fixed, momentIn(last, 2, 10));
  const confirm = (id: string, at: Date) =>
    act(stage, 'demo.office2', confirmCited, { figures: [{ id, version: 1 }], batchId: '', count: null }, at);
  for (const id of ids) await confirm(id, momentIn(last, 3, 9));
  // Found out too late: the figure stays, and the page says what the register counts now.
  const late = { at: momentIn(last, 20, 9), from: momentIn(last - 1, 25, 9), reason: '演示：上月已停业，补记。' };
  await change(stage, 'DEMO-0033', { state: 'left' }, late);
  const cited = {
    ...{ sourceCode: 'DEMO', indicator: 'DEMO_KEY', unit: city, period: monthCode(last), printed: '50余' },
    ...{
      vintage: 'preliminary' as const,
      reportedYoy: '',
      rank: '',
      rankScopeZh: '',
      rankScopeEn: '',
      rankGroupCode: '',
    },
    ...{ locator: '第2页', quote: '演示：全市重点监管企业50余家', note: '', reason: '', seen: '', seenScope: '' },
  } as const;
  const said = await act(stage, 'demo.office', recordCited, cited, momentIn(last + 1, 4, 9));
  await confirm(said, momentIn(last + 1, 4, 10));
}
