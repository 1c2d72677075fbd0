/** A path with what stands in its gaps written for an address. */
const at = (written: TemplateStringsArray, ...gaps: string[]): string =>
  String.raw({ raw: written }, ...gaps.map(encodeURIComponent));

/**
 * The address of every page, file and service of the product, in the order of the folders of `app`. What an address asks
 * for is added by `withQuery`.
 */
export const paths = {
  overview: '/',
  account: '/access/account',
  secondFactor: '/access/account/second-factor',
  audit: '/access/audit',
  roles: '/access/roles',
  settings: '/access/settings',
  users: '/access/users',
  user: (id: string) => at`/access/users/${id}`,
  userImport: '/access/users/import',
  newUser: '/access/users/new',
  explanation: (run: string, unit: string) => at`/assessment/explanation/${run}/${unit}`,
  explainedItem: (run: string, unit: string, item: string) => at`/assessment/explanation/${run}/${unit}/${item}`,
  ledger: '/assessment/ledger',
  newLedgerEntry: '/assessment/ledger/new',
  rankings: '/assessment/rankings',
  rankingCourse: '/assessment/rankings/course',
  rankingHeat: '/assessment/rankings/heat',
  rankingPlaces: '/assessment/rankings/places',
  runs: '/assessment/runs',
  run: (id: string) => at`/assessment/runs/${id}`,
  newRun: '/assessment/runs/new',
  schemes: '/assessment/schemes',
  scheme: (code: string) => at`/assessment/schemes/${code}`,
  schemeComparison: (code: string) => at`/assessment/schemes/${code}/compare`,
  schemeDesigner: (code: string) => at`/assessment/schemes/${code}/edit`,
  newScheme: '/assessment/schemes/new',
  robustness: '/assessment/sensitivity/robustness',
  weights: '/assessment/sensitivity/weights',
  whatIf: '/assessment/sensitivity/what-if',
  citedFigures: '/catalogue/cited',
  citedImport: '/catalogue/cited/import',
  indicators: '/catalogue/indicators',
  place: '/catalogue/place',
  indicator: (code: string) => at`/catalogue/indicators/${code}`,
  indicatorForm: (code: string) => at`/catalogue/indicators/${code}/edit`,
  newIndicator: '/catalogue/indicators/new',
  proposals: '/catalogue/proposals',
  sources: '/catalogue/sources',
  source: (code: string) => at`/catalogue/sources/${code}`,
  topics: '/catalogue/topics',
  assessedAll: '/catalogue/coverage',
  sequences: '/catalogue/sequences',
  sequence: (code: string) => at`/catalogue/sequences/${code}`,
  newSequence: '/catalogue/sequences/new',
  sourceFacts: (code: string) => at`/catalogue/sources/${code}/edit`,
  recordCited: (source: string) => at`/catalogue/sources/${source}/record`,
  newSource: '/catalogue/sources/new',
  units: '/catalogue/units',
  newUnit: '/catalogue/units/new',
  mergeUnits: '/catalogue/units/merge',
  unitEditor: (code: string) => at`/catalogue/units/${code}/edit`,
  unitSplit: (code: string) => at`/catalogue/units/${code}/split`,
  unit: (code: string) => at`/catalogue/units/${code}`,
  catalogueWorkbook: '/catalogue/workbook',
  comparison: '/dashboards/compare',
  help: '/help',
  manual: (name: string) => at`/help/manuals/${name}`,
  responsibilities: '/monitoring/responsibilities',
  targets: '/monitoring/targets',
  target: (indicator: string, unit: string, year: number | string) =>
    at`/monitoring/targets/${indicator}/${unit}/${`${year}`}`,
  targetImport: '/monitoring/targets/import',
  targetIssue: '/monitoring/targets/issue',
  ownTargets: '/monitoring/targets/mine',
  calendars: '/reporting/calendars',
  calendar: (id: string) => at`/reporting/calendars/${id}`,
  newCalendar: '/reporting/calendars/new',
  collections: '/reporting/collections',
  collection: (id: string) => at`/reporting/collections/${id}`,
  collectionTerms: (id: string) => at`/reporting/collections/${id}/edit`,
  newCollection: '/reporting/collections/new',
  entry: (collection: string) => at`/reporting/entry/${collection}`,
  entryPrint: (collection: string) => at`/reporting/entry/${collection}/print`,
  entrySubmission: (collection: string) => at`/reporting/entry/${collection}/submit`,
  figuresImport: '/reporting/import',
  upload: (id: string) => at`/reporting/import/${id}`,
  review: '/reporting/review',
  reviewedReturn: (collection: string, unit: string) => at`/reporting/review/${collection}/${unit}`,
  reviewedIndicator: (collection: string, indicator: string, period: string) =>
    at`/reporting/review/${collection}/indicator/${indicator}/${period}`,
  revisions: '/reporting/revisions',
  figure: (indicator: string, unit: string, period: string) => at`/reporting/revisions/${indicator}/${unit}/${period}`,
  rules: '/reporting/rules',
  rule: (code: string) => at`/reporting/rules/${code}`,
  newRule: '/reporting/rules/new',
  tasks: '/reporting/tasks',
  search: '/search',
  workbench: '/workbench',
  signIn: '/sign-in',
  signInNewPassword: '/sign-in/new-password',
  signInSecondFactor: '/sign-in/second-factor',

  attachmentFile: (id: string) => at`/api/downloads/attachment/${id}`,
  auditFile: '/api/downloads/audit',
  catalogueFile: '/api/downloads/catalogue',
  collectionFile: (id: string) => at`/api/downloads/collection/${id}`,
  figuresFile: '/api/downloads/figures',
  indicatorFile: (code: string) => at`/api/downloads/indicator/${code}`,
  rankingFile: '/api/downloads/ranking',
  responsibilitiesFile: '/api/downloads/responsibilities',
  runFile: (id: string) => at`/api/downloads/run/${id}`,
  schemeFile: (code: string) => at`/api/downloads/scheme/${code}`,
  targetsFile: '/api/downloads/targets',
  templateFile: (collection: string) => at`/api/downloads/template/${collection}`,
  uploadFile: (id: string) => at`/api/downloads/upload/${id}`,
  citedTemplateFile: '/api/downloads/cited-template',
  sourceFile: (code: string, sha256: string) => at`/api/downloads/source/${code}/${sha256}`,
  userListFile: '/api/downloads/user-list',
  readFormula: '/api/catalogue/formula',
  chooseLocale: '/api/locale',
  saveTargets: '/api/monitoring/targets',
  saveFigures: '/api/reporting/figures',
  findNames: '/api/search',
  signOut: '/api/sign-out',
  uploadAttachment: '/api/uploads/attachment',
  uploadCatalogue: '/api/uploads/catalogue',
  uploadCited: '/api/uploads/cited',
  uploadFigures: '/api/uploads/figures',
  uploadPlace: '/api/uploads/place',
  uploadSource: '/api/uploads/source',
  health: '/healthz',
  readiness: '/readyz',
} as const;

/** What the addresses of all services begin with, and of all files among them. */
export const servicePrefix = '/api/';
export const filePrefix = '/api/downloads/';

/**
 * An address with what it asks for, and the part of the page it goes to. Of named values those that are undefined or
 * empty are left out; pairs stay as they are.
 */
export function withQuery(
  path: string,
  asked: Readonly<Record<string, string | number | undefined>> | Iterable<readonly [name: string, value: string]>,
  part = '',
): string {
  const pairs = Symbol.iterator in asked ? [...asked] : Object.entries(asked);
  const isSaid = ([, value]: readonly [string, unknown]) =>
    Symbol.iterator in asked || (value !== undefined && value !== '');
  const query = new URLSearchParams(pairs.filter(isSaid).map(([name, value]) => [name, `${value}`]));
  return `${path}${query.size > 0 ? `?${query}` : ''}${part && `#${part}`}`;
}
