import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { NavKey } from './nav-items';

/** The names of the rooms in the menu and on the workbench. */
export function menuWords(locale: Locale): Record<NavKey, string> {
  const t = translator(locale, 'shell');
  const a = translator(locale, 'access');
  return {
    tasks: t('tasks'),
    review: t('review'),
    collections: t('collections'),
    rules: t('rules'),
    revisions: t('revisions'),
    rankings: t('rankings'),
    schemes: t('schemes'),
    runs: t('runs'),
    ledger: t('ledger'),
    sensitivity: t('sensitivity'),
    targets: t('targets'),
    ownTargets: t('ownTargets'),
    responsibilities: t('responsibilities'),
    lamps: t('lamps'),
    yearPlan: translator(locale, 'yearPlan')('title'),
    bulletins: translator(locale, 'bulletins')('title'),
    reports: translator(locale, 'reports')('title'),
    lampRules: t('lampRules'),
    followUps: t('followUps'),
    consequences: t('consequences'),
    consequenceRules: t('consequenceRules'),
    registers: t('registers'),
    taskLists: t('taskLists'),
    taskTemplates: t('taskTemplates'),
    appeals: t('appeals'),
    overview: t('overview'),
    indicators: t('indicators'),
    units: t('units'),
    compare: t('compare'),
    displays: translator(locale, 'displays')('title'),
    boards: translator(locale, 'boards')('title'),
    sources: t('sources'),
    sequences: translator(locale, 'groups')('title'),
    annotations: translator(locale, 'annotations')('title'),
    proposals: translator(locale, 'proposals')('title'),
    cited: translator(locale, 'cited')('menu'),
    mapping: translator(locale, 'mapping')('menu'),
    help: t('help'),
    workbench: a('menu.workbench'),
    users: a('menu.users'),
    audit: a('menu.audit'),
    roles: a('menu.roles'),
    settings: a('menu.settings'),
    clients: translator(locale, 'clients')('title'),
    backups: translator(locale, 'backups')('title'),
    state: translator(locale, 'state')('title'),
    place: translator(locale, 'place')('title'),
  };
}
