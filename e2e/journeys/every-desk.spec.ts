import type { BrowserContext } from '@playwright/test';
import type { Sql } from '@/db/client';
import { deskRows } from '@/e2e/desk-rows';
import { boardDesks, bulletinDesks, registerDesks } from '@/e2e/desks';
import { expectGoodLooksAt, test } from '@/e2e/looks';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import type { AccountRole } from '@/lib/access/words';
import { writingHeaders } from '@/lib/testing/accounts';

joinProduct();
type Desk = {
  readonly name: string;
  readonly path: string;
  readonly role: AccountRole | null;
  readonly status?: number;
};

/**
 * The pages for accounts, each opened by its reader; the last is refused. Words in capitals stand for rows: an account,
 * and of the demonstration a running collection, a collection and a unit to review, an upload, a calendar, an entry of
 * the ledger, a run.
 */
const desks: readonly Desk[] = [
  { name: 'sign-in', path: '/sign-in', role: null },
  { name: 'second step', path: '/sign-in/second-factor', role: null },
  { name: 'new password', path: '/sign-in/new-password', role: null },
  { name: 'workbench of a reporter', path: '/workbench', role: 'reporter' },
  { name: 'workbench of a department', path: '/workbench', role: 'departmentReviewer' },
  { name: 'workbench of a leader', path: '/workbench', role: 'leader' },
  { name: 'own account', path: '/access/account', role: 'leader' },
  { name: 'second factor', path: '/access/account/second-factor', role: 'leader' },
  { name: 'accounts', path: '/access/users', role: 'administrator' },
  { name: 'an account', path: '/access/users/ACCOUNT', role: 'administrator' },
  { name: 'new account', path: '/access/users/new', role: 'administrator' },
  { name: 'import of accounts', path: '/access/users/import', role: 'administrator' },
  { name: 'tokens of programs', path: '/access/clients', role: 'administrator' },
  { name: 'tokens as an auditor', path: '/access/clients', role: 'auditor' },
  { name: 'backups', path: '/access/backups', role: 'administrator' },
  { name: 'backups as an auditor', path: '/access/backups', role: 'auditor' },
  { name: 'state', path: '/access/state', role: 'administrator' },
  { name: 'state as an auditor', path: '/access/state', role: 'auditor' },
  { name: 'who may do what', path: '/access/roles', role: 'leader' },
  { name: 'settings', path: '/access/settings', role: 'administrator' },
  { name: 'audit trail', path: '/access/audit', role: 'auditor' },
  { name: 'workbench of a unit reviewer', path: '/workbench', role: 'unitReviewer' },
  { name: 'workbench of the office', path: '/workbench', role: 'assessmentOffice' },
  { name: 'returns to fill in', path: '/reporting/tasks', role: 'reporter' },
  { name: 'a form', path: '/reporting/entry/DRAFT', role: 'reporter' },
  { name: 'a form that is sent', path: '/reporting/entry/WAITING', role: 'reporter' },
  { name: 'a form to be sent', path: '/reporting/entry/DRAFT/submit', role: 'reporter' },
  { name: 'a form on paper', path: '/reporting/entry/DRAFT/print', role: 'reporter' },
  { name: 'import of figures', path: '/reporting/import', role: 'reporter' },
  { name: 'an upload', path: '/reporting/import/UPLOAD', role: 'reporter' },
  { name: 'queue of a unit', path: '/reporting/review', role: 'unitReviewer' },
  { name: 'queue of a department', path: '/reporting/review', role: 'departmentReviewer' },
  { name: 'decided figures', path: '/reporting/review?tab=decided', role: 'unitReviewer' },
  { name: 'a return under review', path: '/reporting/review/WAITING/DEMO-JIA', role: 'unitReviewer' },
  { name: 'a return read by the office', path: '/reporting/review/WAITING/DEMO-JIA', role: 'assessmentOffice' },
  { name: 'the place', path: '/catalogue/place', role: 'assessmentOffice' },
  { name: 'the whole catalogue', path: '/catalogue/workbook', role: 'assessmentOffice' },
  { name: 'new source', path: '/catalogue/sources/new', role: 'assessmentOffice' },
  { name: 'a source of the office', path: '/catalogue/sources/SEED2', role: 'assessmentOffice' },
  { name: 'a source to change', path: '/catalogue/sources/SEED2/edit', role: 'assessmentOffice' },
  { name: 'a figure to record', path: '/catalogue/sources/SEED2/record', role: 'assessmentOffice' },
  { name: 'cited figures that wait', path: '/catalogue/cited', role: 'assessmentOffice' },
  { name: 'a cited figure to check', path: '/catalogue/cited?open=CITED', role: 'assessmentOffice' },
  { name: 'decided cited figures', path: '/catalogue/cited?tab=decided', role: 'departmentReviewer' },
  { name: 'import of cited figures', path: '/catalogue/cited/import', role: 'assessmentOffice' },
  { name: 'sheets to be read', path: '/reporting/mapping', role: 'assessmentOffice' },
  { name: 'a sheet that is read', path: '/reporting/mapping/SHEET', role: 'assessmentOffice' },
  { name: 'a sheet before it is recorded', path: '/reporting/mapping/SHEET/preview', role: 'assessmentOffice' },
  { name: 'sheets of a reporter', path: '/reporting/mapping', role: 'reporter' },
  { name: 'a figure of the office', path: '/reporting/revisions/GDP/320600/2022', role: 'assessmentOffice' },
  { name: 'collections', path: '/reporting/collections', role: 'assessmentOffice' },
  { name: 'new collection', path: '/reporting/collections/new', role: 'assessmentOffice' },
  { name: 'a collection', path: '/reporting/collections/ASKED', role: 'assessmentOffice' },
  { name: 'a collection as a leader', path: '/reporting/collections/ASKED', role: 'leader' },
  { name: 'a collection to change', path: '/reporting/collections/ASKED/edit', role: 'assessmentOffice' },
  { name: 'calendars', path: '/reporting/calendars', role: 'assessmentOffice' },
  { name: 'new calendar', path: '/reporting/calendars/new', role: 'assessmentOffice' },
  { name: 'a calendar', path: '/reporting/calendars/CALENDAR', role: 'assessmentOffice' },
  { name: 'indicators as the office', path: '/catalogue/indicators', role: 'assessmentOffice' },
  { name: 'new indicator', path: '/catalogue/indicators/new', role: 'assessmentOffice' },
  { name: 'an indicator to change', path: '/catalogue/indicators/GDP/edit?done=edited', role: 'assessmentOffice' },
  { name: 'topics', path: '/catalogue/topics', role: 'assessmentOffice' },
  { name: 'a topic to change', path: '/catalogue/topics?edit=industry', role: 'assessmentOffice' },
  { name: 'rules', path: '/reporting/rules', role: 'assessmentOffice' },
  { name: 'new rule', path: '/reporting/rules/new', role: 'assessmentOffice' },
  { name: 'a rule', path: '/reporting/rules/UNIT-SLIP', role: 'assessmentOffice' },
  { name: 'a rule as a reporter', path: '/reporting/rules/UNIT-SLIP', role: 'reporter' },
  { name: 'new scheme', path: '/assessment/schemes/new', role: 'assessmentOffice' },
  { name: 'a draft of a scheme', path: '/assessment/schemes/DEMO-SAFETY?version=2', role: 'assessmentOffice' },
  { name: 'designer', path: '/assessment/schemes/DEMO-SAFETY/edit', role: 'assessmentOffice' },
  {
    name: 'designer at an item',
    path: '/assessment/schemes/DEMO-SAFETY/edit?at=root.parts[1].parts[0]',
    role: 'assessmentOffice',
  },
  { name: 'runs', path: '/assessment/runs', role: 'assessmentOffice' },
  { name: 'runs as a leader', path: '/assessment/runs', role: 'leader' },
  { name: 'a run', path: '/assessment/runs/RUN', role: 'assessmentOffice' },
  { name: 'new run', path: '/assessment/runs/new?scheme=DEMO-ZONES', role: 'assessmentOffice' },
  { name: 'ledger', path: '/assessment/ledger', role: 'assessmentOffice' },
  { name: 'an entry of the ledger', path: '/assessment/ledger?open=ADJUSTMENT', role: 'assessmentOffice' },
  { name: 'ledger as an auditor', path: '/assessment/ledger', role: 'auditor' },
  { name: 'new entry', path: '/assessment/ledger/new?scheme=DEMO-ZONES', role: 'assessmentOffice' },
  { name: 'new veto', path: '/assessment/ledger/new?scheme=DEMO-ZONES&entry=veto', role: 'assessmentOffice' },
  { name: 'what if', path: '/assessment/sensitivity/what-if?run=RUN', role: 'assessmentOffice' },
  { name: 'robustness', path: '/assessment/sensitivity/robustness?run=RUN', role: 'assessmentOffice' },
  { name: 'robustness of cities', path: '/assessment/sensitivity/robustness', role: 'leader' },
  { name: 'weights', path: '/assessment/sensitivity/weights?run=RUN', role: 'assessmentOffice' },
  { name: 'ranking as a reporter', path: '/assessment/rankings?run=RUN&open=DEMO-ZONE3', role: 'reporter' },
  { name: 'a score card', path: '/assessment/explanation/RUN/DEMO-ZONE3', role: null },
  { name: 'why a blend has its points', path: '/assessment/explanation/RUN/DEMO-ZONE3/output', role: null },
  { name: 'why an item of the ledger has its points', path: '/assessment/explanation/RUN/DEMO-ZONE3/duty', role: null },
  { name: 'new unit', path: '/catalogue/units/new', role: 'assessmentOffice' },
  { name: 'a unit to maintain', path: '/catalogue/units/DEMO-JIA/edit', role: 'assessmentOffice' },
  { name: 'merging units', path: '/catalogue/units/merge?unit=DEMO-JIA', role: 'assessmentOffice' },
  { name: 'splitting a unit', path: '/catalogue/units/DEMO-JIA/split', role: 'assessmentOffice' },
  { name: 'sequences', path: '/catalogue/sequences', role: 'assessmentOffice' },
  { name: 'new sequence', path: '/catalogue/sequences/new', role: 'assessmentOffice' },
  { name: 'a sequence', path: '/catalogue/sequences/JS_CITIES', role: 'assessmentOffice' },
  { name: 'who is not assessed', path: '/catalogue/coverage?tab=noScheme', role: 'assessmentOffice' },
  { name: 'notes of the office', path: '/catalogue/annotations', role: 'assessmentOffice' },
  { name: 'a new note', path: '/catalogue/annotations/new', role: 'assessmentOffice' },
  { name: 'a note to correct', path: '/catalogue/annotations/NOTED', role: 'assessmentOffice' },
  { name: 'a chart with notes', path: '/catalogue/units/DEMO-JIA', role: 'leader' },
  { name: 'changes to confirm', path: '/catalogue/proposals', role: 'assessmentOffice' },
  { name: 'targets', path: '/monitoring/targets?year=2025&group=DEMO_ZONES', role: 'assessmentOffice' },
  { name: 'targets to choose', path: '/monitoring/targets?year=2031', role: 'assessmentOffice' },
  { name: 'targets to issue', path: '/monitoring/targets/issue?group=DEMO_ZONES', role: 'assessmentOffice' },
  { name: 'targets from a sheet', path: '/monitoring/targets/import?group=DEMO_ZONES', role: 'assessmentOffice' },
  { name: 'a target', path: '/monitoring/targets/DEMO_Z_TAX/DEMO-ZONE3/2025', role: 'assessmentOffice' },
  { name: 'a target as a leader', path: '/monitoring/targets/DEMO_Z_TAX/DEMO-ZONE3/2025', role: 'leader' },
  { name: 'targets of a unit', path: '/monitoring/targets/mine', role: 'unitReviewer' },
  { name: 'responsibilities', path: '/monitoring/responsibilities?year=2025&group=DEMO_ZONES', role: 'leader' },
  { name: 'lamps', path: '/monitoring/lamps?group=DEMO_COUNTIES', role: 'leader' },
  { name: 'lamps as a reporter', path: '/monitoring/lamps', role: 'reporter' },
  { name: 'the course of a year', path: '/monitoring/lamps/DEMO-GENG/DEMO_PROJ', role: 'leader' },
  { name: 'the plan of a year', path: '/monitoring/year', role: 'assessmentOffice' },
  { name: 'the notices of a unit', path: '/notices', role: 'reporter' },
  { name: 'all notices of the office', path: '/notices?only=all', role: 'assessmentOffice' },
  { name: 'the notices of an auditor', path: '/notices', role: 'auditor' },
  { name: 'monitoring reports', path: '/monitoring/reports', role: 'assessmentOffice' },
  { name: 'new report', path: '/monitoring/reports/new', role: 'assessmentOffice' },
  { name: 'a drafted report', path: '/monitoring/reports/DRAFTED', role: 'assessmentOffice' },
  { name: 'a published report', path: '/monitoring/reports/TOLD', role: 'reporter' },
  { name: 'rules of lamps', path: '/monitoring/lamp-rules', role: 'assessmentOffice' },
  { name: 'new rules of lamps', path: '/monitoring/lamp-rules/new?start=byPlace', role: 'assessmentOffice' },
  { name: 'a draft of rules of lamps', path: '/monitoring/lamp-rules/L3/1?try=red', role: 'assessmentOffice' },
  { name: 'rules of lamps to change', path: '/monitoring/lamp-rules/L1/1/edit', role: 'assessmentOffice' },
  { name: 'rules that hold as a reporter', path: '/monitoring/lamp-rules/L1/1', role: 'reporter' },
  { name: 'follow-ups of the office', path: '/monitoring/follow-ups', role: 'assessmentOffice' },
  { name: 'follow-ups as a board', path: '/monitoring/follow-ups?view=board', role: 'leader' },
  { name: 'follow-ups of a unit', path: '/monitoring/follow-ups', role: 'reporter' },
  { name: 'a new follow-up', path: '/monitoring/follow-ups/new', role: 'assessmentOffice' },
  {
    name: 'a new follow-up from a lamp',
    path: '/monitoring/follow-ups/new?unit=DEMO-BING&indicator=DEMO_PROJ&year=LAMPYEAR&month=LAMPMONTH',
    role: 'assessmentOffice',
  },
  { name: 'a follow-up that is not assigned', path: '/monitoring/follow-ups/UNASSIGNED', role: 'assessmentOffice' },
  { name: 'a follow-up under check', path: '/monitoring/follow-ups/CHECKED', role: 'assessmentOffice' },
  { name: 'a follow-up of the own unit', path: '/monitoring/follow-ups/OWNWORK', role: 'reporter' },
  { name: 'a follow-up that others were merged into', path: '/monitoring/follow-ups/MERGED', role: 'leader' },
  { name: 'a closed follow-up', path: '/monitoring/follow-ups/CLOSED', role: 'auditor' },
  { name: 'consequences of the office', path: '/monitoring/consequences', role: 'assessmentOffice' },
  { name: 'consequences as a leader', path: '/monitoring/consequences?state=proposed', role: 'leader' },
  { name: 'consequences of a unit', path: '/monitoring/consequences', role: 'reporter' },
  { name: 'a consequence that is proposed', path: '/monitoring/consequences/PROPOSED', role: 'assessmentOffice' },
  { name: 'a consequence that is confirmed', path: '/monitoring/consequences/CONFIRMED', role: 'assessmentOffice' },
  { name: 'a consequence that was declined', path: '/monitoring/consequences/DECLINED', role: 'auditor' },
  { name: 'rules of consequences', path: '/monitoring/consequence-rules', role: 'assessmentOffice' },
  { name: 'a new rule of consequences', path: '/monitoring/consequence-rules/new', role: 'assessmentOffice' },
  {
    name: 'a new rule of shares',
    path: '/monitoring/consequence-rules/new?kind=grades&group=DEMO_ZONES',
    role: 'assessmentOffice',
  },
  { name: 'a rule of consequences', path: '/monitoring/consequence-rules/C2/1?try=1', role: 'leader' },
  { name: 'a draft of a rule', path: '/monitoring/consequence-rules/C3/1?try=1', role: 'assessmentOffice' },
  { name: 'a rule to change', path: '/monitoring/consequence-rules/C2/1/edit', role: 'assessmentOffice' },
  { name: 'task lists of the office', path: '/monitoring/task-lists', role: 'assessmentOffice' },
  { name: 'task lists of a unit', path: '/monitoring/task-lists', role: 'reporter' },
  { name: 'a task list', path: '/monitoring/task-lists/DEMO-YI?year=LISTYEAR', role: 'assessmentOffice' },
  { name: 'a task list of the own unit', path: '/monitoring/task-lists/DEMO-JIA?year=LISTYEAR', role: 'reporter' },
  { name: 'a task of the own unit', path: '/monitoring/task-lists/DEMO-JIA/OWNTASK', role: 'reporter' },
  { name: 'a task as the office reads it', path: '/monitoring/task-lists/DEMO-JIA/OWNTASK', role: 'assessmentOffice' },
  ...registerDesks,
  ...boardDesks,
  ...bulletinDesks,
  { name: 'templates of lists', path: '/monitoring/task-templates', role: 'assessmentOffice' },
  { name: 'a new template', path: '/monitoring/task-templates/new', role: 'assessmentOffice' },
  { name: 'a template', path: '/monitoring/task-templates/TEMPLATE', role: 'assessmentOffice' },
  { name: 'a template as a leader', path: '/monitoring/task-templates/TEMPLATE', role: 'leader' },
  { name: 'appeals of the office', path: '/assessment/appeals', role: 'assessmentOffice' },
  { name: 'appeals of a unit', path: '/assessment/appeals', role: 'reporter' },
  { name: 'appeals as a leader', path: '/assessment/appeals?state=open', role: 'leader' },
  { name: 'a new appeal', path: '/assessment/appeals/new?run=ANNOUNCED&unit=DEMO-JIA&item=hazards', role: 'reporter' },
  { name: 'an appeal to accept', path: '/assessment/appeals/TOACCEPT', role: 'assessmentOffice' },
  { name: 'an appeal under review', path: '/assessment/appeals/INREVIEW', role: 'assessmentOffice' },
  { name: 'an appeal of the own unit', path: '/assessment/appeals/OWNAPPEAL', role: 'unitReviewer' },
  { name: 'an appeal that was rejected', path: '/assessment/appeals/NOTTAKEN', role: 'auditor' },
  { name: 'a run that is announced', path: '/assessment/runs/ANNOUNCED', role: 'assessmentOffice' },
  { name: 'a ranking that is announced', path: '/assessment/rankings?run=ANNOUNCED', role: null },
  { name: 'a page that is refused', path: '/access/users', role: 'reporter', status: 403 },
];

const signedIn = new Map<AccountRole, string>();
/** The invented unit and department of a role, which have rows in every state. */
const posts: Partial<Record<AccountRole, readonly [unit: string, department?: string]>> = {
  reporter: ['DEMO-JIA'],
  unitReviewer: ['DEMO-JIA'],
  departmentReviewer: ['', '演示应急局'],
};

async function enter(context: BrowserContext, product: string, role: AccountRole | null): Promise<void> {
  if (!role) return;
  const [unit = '320671', department] = posts[role] ?? [];
  const kept = signedIn.get(role) ?? (await cookiesOf(await newAccount(role, unit, undefined, department)));
  signedIn.set(role, kept);
  await enterAs(context, product, kept);
}

/** The address with rows of the demonstration filled in. */
async function addressOf(path: string, product: string, sql: Sql): Promise<string> {
  if (path.includes('ACCOUNT')) return path.replace('ACCOUNT', (await newAccount('reporter')).id);
  if (path.includes('CITED')) return path.replace('CITED', await waitingFigure(sql));
  if (path.includes('SHEET')) return path.replace('SHEET', await sampleSheet(product));
  if (path.includes('UPLOAD')) return path.replace('UPLOAD', await sampleUpload(product));
  const row = await deskRows(sql);
  return path
    .replace('NOTED', row?.noted)
    .replace('OWNTASK', row?.task)
    .replace('TEMPLATE', row?.template)
    .replace('LISTYEAR', row?.listYear)
    .replace('PROPOSED', row?.proposed)
    .replace('CONFIRMED', row?.confirmed)
    .replace('DECLINED', row?.declined)
    .replace('DRAFTED', row?.drafted)
    .replace('TOLD', row?.told)
    .replace('SHOWNBOARD', row?.board)
    .replace('ISSUEDDOC', row?.issued)
    .replace('DRAFTDOC', row?.drafting)
    .replace('LAMPYEAR', row?.year)
    .replace('LAMPMONTH', row?.month)
    .replace('ANNOUNCED', row?.announced)
    .replace('TOACCEPT', row?.toAccept)
    .replace('INREVIEW', row?.inReview)
    .replace('OWNAPPEAL', row?.ownAppeal)
    .replace('NOTTAKEN', row?.notTaken)
    .replace('UNASSIGNED', row?.raised)
    .replace('CHECKED', row?.checking)
    .replace('CLOSED', row?.closed)
    .replace('OWNWORK', row?.own)
    .replace('MERGED', row?.merged)
    .replace('DRAFT', row?.draft)
    .replace('WAITING', row?.waiting)
    .replace('ASKED', row?.asked)
    .replace('CALENDAR', row?.calendar)
    .replace('ADJUSTMENT', row?.adjustment)
    .replace('RUN', row?.run);
}

/** Creates a cited figure that waits, with findings. */
async function waitingFigure(sql: Sql): Promise<string> {
  const id = 'every-desk-cited';
  await sql`insert into cited_figure (id, kind, indicator_code, org_unit_code, period_code, printed, value, decimals,
      qualifier, qualifier_printed, vintage, reported_yoy, rank, rank_scope_zh, rank_scope_en, source_code, locator, quote,
      note, reason, recorded_by, recorded_at)
    values (${id}, 'record', 'GDP', '320600', '2022', '约12亿元', 12, 0, 'about', '约', 'flash', 5.1, 4, '全省', 'province',
      'SEED2', '第3页，表2', '演示：全年地区生产总值约11亿元', '演示数据', '演示更正', 'check', now())
    on conflict do nothing`;
  return id;
}

/** Creates an upload with one good and one faulty row. */
async function sampleUpload(product: string): Promise<string> {
  const form = new FormData();
  const list =
    '指标代码,报告期代码,本期数,备注\r\nDEMO_POWER,2026-M09,12.5,演示\r\nDEMO_OUT,2026-M09,一百,演示数据\r\n';
  form.set('file', new Blob([list]), '演示清单.csv');
  const headers = {
    origin: product,
    ...(await writingHeaders(signedIn.get('reporter') ?? '')),
    accept: 'application/json',
  };
  const staged = await fetch(`${product}/api/uploads/figures`, { method: 'POST', body: form, headers });
  const { location = '' } = (await staged.json()) as { location?: string };
  return location.split('/').at(-1) ?? '';
}

/** Uploads a sheet with a figure, a total, a note and a name that nobody knows. */
async function sampleSheet(product: string): Promise<string> {
  const form = new FormData();
  const rows = [
    '2026年10月演示月报,单位：亿千瓦时',
    '地区,工业用电量（演示）,去年同期',
    '甲区（演示）,12.5,11',
    '合计,12.5,11',
    '无此区,1,1',
    '注：演示数据',
  ];
  form.set('file', new Blob([`${rows.join('\r\n')}\r\n`]), '演示月报.csv');
  const headers = {
    origin: product,
    ...(await writingHeaders(signedIn.get('assessmentOffice') ?? '')),
    accept: 'application/json',
  };
  const kept = await fetch(`${product}/api/uploads/mapping`, { method: 'POST', body: form, headers });
  const { location = '' } = (await kept.json()) as { location?: string };
  return location.split('/').at(-1) ?? '';
}

/** The page of a desk, whatever is chosen on it; a start page is another one for each role. */
const pageOf = ({ path, role }: Desk) => (path === '/workbench' ? `${path} ${role}` : path.split('?')[0]);

for (const [place, desk] of desks.entries()) {
  const { name, path, role, status = 200 } = desk;
  const isSeen = desks.slice(0, place).some((other) => pageOf(other) === pageOf(desk));
  test(`${name} is accessible and fits`, async ({ page, context, product, sql, faults }) => {
    await enter(context, product, role);
    await expectGoodLooksAt(page, new URL(await addressOf(path, product, sql), product), { status, isSeen });
    forgiveRefusal(faults, status);
  });
}

/** Removes the browser's record of a refused page. */
function forgiveRefusal(faults: string[], status: number): void {
  const kept = faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`));
  faults.splice(0, faults.length, ...kept);
}
