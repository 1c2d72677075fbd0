import type { ViewName } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import type { NavKey } from './nav-items';

type InnerKey = keyof ReturnType<typeof innerWords>;

type InnerPage = {
  readonly key: InnerKey;
  readonly href: string;
  readonly view: ViewName;
  /** The room of the menu in which the page is; null for those of one's own account. */
  readonly room: NavKey | null;
};

/** The pages behind buttons of the rooms, which the search finds by name; each is for who may see it. */
export const innerPages: readonly InnerPage[] = [
  { key: 'reminding', href: withQuery(paths.collections, {}, 'main'), view: 'manageCollections', room: 'collections' },
  { key: 'newUnit', href: paths.newUnit, view: 'manageUnits', room: 'units' },
  { key: 'mergeUnits', href: paths.mergeUnits, view: 'manageUnits', room: 'units' },
  { key: 'newSequence', href: paths.newSequence, view: 'manageUnits', room: 'units' },
  { key: 'assessedAll', href: paths.assessedAll, view: 'manageUnits', room: 'units' },
  { key: 'newAnnotation', href: paths.newAnnotation, view: 'manageAnnotations', room: 'annotations' },
  { key: 'newCollection', href: paths.newCollection, view: 'manageCollections', room: 'collections' },
  { key: 'calendars', href: paths.calendars, view: 'manageCollections', room: 'collections' },
  { key: 'importing', href: paths.figuresImport, view: 'entry', room: 'tasks' },
  { key: 'newRule', href: paths.newRule, view: 'manageRules', room: 'rules' },
  { key: 'newLampRules', href: paths.newLampRules, view: 'manageLampRules', room: 'lampRules' },
  { key: 'newBoard', href: paths.newBoard, view: 'composeBoards', room: 'boards' },
  { key: 'newBulletin', href: paths.newBulletin, view: 'manageBulletins', room: 'bulletins' },
  { key: 'newReport', href: paths.newReport, view: 'manageReports', room: 'reports' },
  {
    key: 'newConsequenceRule',
    href: paths.newConsequenceRule,
    view: 'manageConsequenceRules',
    room: 'consequenceRules',
  },
  { key: 'newTaskTemplate', href: paths.newTaskTemplate, view: 'manageTaskTemplates', room: 'taskTemplates' },
  { key: 'newRegister', href: paths.newRegister, view: 'manageRegisters', room: 'registers' },
  { key: 'newFollowUp', href: paths.newFollowUp, view: 'manageFollowUps', room: 'followUps' },
  { key: 'newScheme', href: paths.newScheme, view: 'manageSchemes', room: 'schemes' },
  { key: 'newRun', href: paths.newRun, view: 'manageRuns', room: 'runs' },
  { key: 'newLedgerEntry', href: paths.newLedgerEntry, view: 'manageLedger', room: 'ledger' },
  { key: 'heat', href: paths.rankingHeat, view: 'published', room: 'rankings' },
  { key: 'course', href: paths.rankingCourse, view: 'published', room: 'rankings' },
  { key: 'robustness', href: paths.robustness, view: 'whatIf', room: 'sensitivity' },
  { key: 'weights', href: paths.weights, view: 'whatIf', room: 'sensitivity' },
  { key: 'newUser', href: paths.newUser, view: 'manageUsers', room: 'users' },
  { key: 'userImport', href: paths.userImport, view: 'manageUsers', room: 'users' },
  { key: 'account', href: paths.account, view: 'account', room: null },
  { key: 'secondFactor', href: paths.secondFactor, view: 'account', room: null },
];

/** The names of those pages, with the words by which one looks for them. */
export function innerWords(locale: Locale) {
  const t = translator(locale, 'search');
  return {
    reminding: t('pages.reminding'),
    newUnit: translator(locale, 'unitDesk')('create'),
    mergeUnits: translator(locale, 'unitDesk')('merge'),
    newSequence: translator(locale, 'groups')('create'),
    assessedAll: translator(locale, 'assessedAll')('title'),
    newAnnotation: translator(locale, 'annotations')('newTitle'),
    newCollection: t('pages.newCollection'),
    calendars: t('pages.calendars'),
    importing: t('pages.importing'),
    newRule: t('pages.newRule'),
    newLampRules: translator(locale, 'lamps')('rules.createTitle'),
    newBoard: translator(locale, 'boards')('create'),
    newBulletin: translator(locale, 'bulletins')('create'),
    newReport: translator(locale, 'reports')('prepare'),
    newTaskTemplate: translator(locale, 'taskLists')('templates.create'),
    newConsequenceRule: translator(locale, 'consequences')('rules.createTitle'),
    newRegister: translator(locale, 'registers')('create'),
    newFollowUp: translator(locale, 'followUps')('raiseTitle'),
    newScheme: t('pages.newScheme'),
    newRun: t('pages.newRun'),
    newLedgerEntry: t('pages.newLedgerEntry'),
    heat: t('pages.heat'),
    course: t('pages.course'),
    robustness: t('pages.robustness'),
    weights: t('pages.weights'),
    newUser: t('pages.newUser'),
    userImport: t('pages.userImport'),
    account: t('pages.account'),
    secondFactor: t('pages.secondFactor'),
  };
}
