import type { ViewName } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

type InnerKey = keyof ReturnType<typeof innerWords>;

/** The pages behind buttons of the rooms, which the search finds by name; each is for who may see it. */
export const innerPages: readonly { readonly key: InnerKey; readonly href: string; readonly view: ViewName }[] = [
  { key: 'reminding', href: withQuery(paths.collections, {}, 'main'), view: 'manageCollections' },
  { key: 'newCollection', href: paths.newCollection, view: 'manageCollections' },
  { key: 'calendars', href: paths.calendars, view: 'manageCollections' },
  { key: 'importing', href: paths.figuresImport, view: 'entry' },
  { key: 'newRule', href: paths.newRule, view: 'manageRules' },
  { key: 'newScheme', href: paths.newScheme, view: 'manageSchemes' },
  { key: 'newRun', href: paths.newRun, view: 'manageRuns' },
  { key: 'newLedgerEntry', href: paths.newLedgerEntry, view: 'manageLedger' },
  { key: 'heat', href: paths.rankingHeat, view: 'published' },
  { key: 'course', href: paths.rankingCourse, view: 'published' },
  { key: 'robustness', href: paths.robustness, view: 'whatIf' },
  { key: 'weights', href: paths.weights, view: 'whatIf' },
  { key: 'newUser', href: paths.newUser, view: 'manageUsers' },
  { key: 'userImport', href: paths.userImport, view: 'manageUsers' },
  { key: 'account', href: paths.account, view: 'account' },
  { key: 'secondFactor', href: paths.secondFactor, view: 'account' },
];

/** The names of those pages, with the words by which one looks for them. */
export function innerWords(locale: Locale) {
  const t = translator(locale, 'search');
  return {
    reminding: t('pages.reminding'),
    newCollection: t('pages.newCollection'),
    calendars: t('pages.calendars'),
    importing: t('pages.importing'),
    newRule: t('pages.newRule'),
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
