import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { may } from '@/lib/access/permissions';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import { indicatorChoices, ruleList } from '@/lib/reporting/rules/queries';
import { checkKinds } from '@/lib/reporting/rules/words';
import { severities } from '@/lib/reporting/words';
import { namesOf } from './rule-names';
import { RuleTable } from './rule-table';

const path = paths.rules;
const Choice = z.object({
  severity: z.enum(severities).optional().catch(undefined),
  kind: z.enum(checkKinds).optional().catch(undefined),
  indicator: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rules')('title') };
}

export default async function RulesPage({ searchParams }: PageProps<'/reporting/rules'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('rules')]);
  const [rules, choices, raw] = await Promise.all([ruleList(principal), indicatorChoices(), searchParams]);
  const { severity, kind, indicator } = Choice.parse(raw);
  const t = translator(locale, 'rules');
  const naming = namesOf(choices, locale);
  const today = writtenMoment(new Date()).slice(0, 10);
  const named = new Set(rules.flatMap(namedIndicators));
  const isAbout = (codes: readonly string[]) => !indicator || codes.length === 0 || codes.includes(indicator);
  const shown = rules.filter(
    (rule) =>
      (!severity || rule.severity === severity) && (!kind || rule.kind === kind) && isAbout(namedIndicators(rule)),
  );
  const any = { value: '', label: t('all') };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          <>
            {t('lead')} {t('count', { total: rules.length, active: rules.filter(({ isActive }) => isActive).length })}
          </>
        }
        actions={
          may(principal.role, 'rule.create') && (
            <a href={paths.newRule} className={buttonLook('primary')}>
              {t('create')}
            </a>
          )
        }
      />
      <FilterBar action={path} {...((severity || kind || indicator) && { resetHref: path })}>
        <FilterSelect
          label={t('severity')}
          name="severity"
          value={severity ?? ''}
          options={[
            any,
            ...severities.map((value) => ({
              value,
              label: translator(locale, 'reporting')(`severities.${value}`),
              note: t(`severityHints.${value}`),
            })),
          ]}
        />
        <FilterSelect
          label={t('kind')}
          name="kind"
          value={kind ?? ''}
          options={[any, ...checkKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
        />
        <FilterSelect
          label={t('indicators')}
          name="indicator"
          value={indicator ?? ''}
          options={[
            any,
            ...choices.filter(({ code }) => named.has(code)).map(({ code }) => ({ value: code, label: naming(code) })),
          ]}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyState
          title={t('none')}
          reason={t('noneReason')}
          action={
            <a href={path} className={buttonLook('outline')}>
              {translator(locale, 'tables')('reset')}
            </a>
          }
        />
      ) : (
        <RuleTable rules={shown} naming={naming} today={today} locale={locale} />
      )}
    </>
  );
}
