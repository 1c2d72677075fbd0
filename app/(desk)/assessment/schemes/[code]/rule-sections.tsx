import { marked, markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { FactList } from '@/app/ui/tables/fact-list';
import { nodesUnder } from '@/lib/assessment/schemes/check-scheme';
import type { Scheme, VetoRule } from '@/lib/assessment/schemes/document/scheme';
import { writtenNumber } from '@/lib/assessment/schemes/methods/written-number';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';

type Props = { scheme: Scheme; units: readonly Named[]; locale: Locale };

/** The rules that hold for all items, in words. */
export function RuleFacts({ scheme, locale }: Omit<Props, 'units'>) {
  const t = translator(locale, 'schemes');
  const m = translator(locale, 'methods');
  const limit = (value: number | null) => (value === null ? t('page.noLimit') : writtenNumber(value));
  const nodes = new Map(nodesUnder(scheme.root, 'root').map(({ node }) => [node.key, nameOf(node, locale)]));
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <FactList
        facts={[
          [m('policyNames.missing'), m(`policies.missing.${scheme.missing}`)],
          [m('policyNames.notApplicable'), m(`policies.notApplicable.${scheme.notApplicable}`)],
          [m('policyNames.noTarget'), m(`policies.noTarget.${scheme.noTarget}`)],
          [m('policyNames.bounds'), m(`policies.bounds.${scheme.bounds}`)],
          [m('policyNames.boundsAmongPeers'), t(scheme.boundsAmongPeers ? 'page.yes' : 'page.no')],
          [m('policyNames.allEqual'), m(`policies.allEqual.${scheme.allEqual}`)],
          [m('policyNames.denominator'), m(`policies.denominator.${scheme.denominator}`)],
          [m('policyNames.oneUnit'), m(`policies.oneUnit.${scheme.oneUnit}`)],
        ]}
      />
      <FactList
        facts={[
          [m('policyNames.rankOn'), m(`policies.rankOn.${scheme.rankOn}`)],
          [m('policyNames.ties'), m(`policies.ties.${scheme.ties}`)],
          [
            m('policyNames.tieBreakers'),
            listed(
              scheme.tieBreakers.map((key) => nodes.get(key) ?? key),
              locale,
            ) || '—',
          ],
          [m('policyNames.decimals'), `${scheme.decimals}`],
          [m('policyNames.leastCoverage'), limit(scheme.leastCoverage)],
          [m('policyNames.bonusCap'), limit(scheme.bonusCap)],
          [m('policyNames.deductionCap'), limit(scheme.deductionCap)],
          [m('policyNames.totalFloor'), limit(scheme.totalFloor)],
          [m('policyNames.totalCap'), limit(scheme.totalCap)],
        ]}
      />
    </div>
  );
}

/** Grades, vetoes, and the units that are ranked apart or promoted. */
export function GradeSections({ scheme, units, locale }: Props) {
  const t = translator(locale, 'schemes');
  const m = translator(locale, 'methods');
  const { grades } = scheme;
  const gradeName = (key: string) => {
    const grade = grades.by === 'none' ? undefined : grades.grades.find((one) => one.key === key);
    return grade ? nameOf(grade, locale) : key;
  };
  const unitName = (code: string) => {
    const unit = units.find((one) => one.code === code);
    return unit ? nameOf(unit, locale) : code;
  };
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <Section title={t('page.grades')} id="grades" className="mt-8 min-w-0">
        {grades.by === 'none' ? (
          <p className="text-ink-2">{t('page.gradesNone')}</p>
        ) : (
          <>
            <DataTable
              caption={`${nameOf(scheme, locale)} ${t('page.grades')}`}
              rows={linesOf(grades, (percent) => t('page.quotaPercent', { percent }), t)}
              rowKey={({ key }) => key}
              columns={[
                { key: 'grade', header: t('page.gradeName'), cell: ({ key }) => gradeName(key) },
                {
                  key: 'line',
                  header: t(grades.by === 'cutoff' ? 'page.cutoff' : 'page.quota'),
                  align: 'end',
                  cell: ({ line }) => line ?? t('page.cutoffRest'),
                },
              ]}
            />
            {grades.by === 'quota' && (
              <p className="mt-2 text-xs text-ink-2">
                {t('page.quotaRounding', { how: m(`policies.quotaRounding.${grades.rounding}`) })}
                {m('between')}
                {t('page.quotaLine', { how: m(`policies.line.${grades.line}`) })}
              </p>
            )}
          </>
        )}
      </Section>
      <Section title={t('page.vetoes')} id="vetoes" className="mt-8 min-w-0">
        {scheme.vetoes.length === 0 ? (
          <p className="text-ink-2">{t('page.vetoesNone')}</p>
        ) : (
          <DataTable
            caption={`${nameOf(scheme, locale)} ${t('page.vetoes')}`}
            rows={scheme.vetoes}
            rowKey={({ key }) => key}
            columns={[
              { key: 'name', header: t('name'), className: 'min-w-40', cell: (veto) => markedName(veto, locale) },
              {
                key: 'effect',
                header: t('page.vetoEffect'),
                cell: ({ effect }) => <Effect effect={effect} scheme={scheme} gradeName={gradeName} locale={locale} />,
              },
              { key: 'article', header: t('page.article'), cell: ({ article }) => marked(article || '—', locale) },
            ]}
          />
        )}
      </Section>
      <Section title={t('page.apart')} id="apart" className="mt-8 min-w-0">
        <p className={scheme.apart.length > 0 ? undefined : 'text-ink-2'}>
          {listed(scheme.apart.map(unitName), locale) || t('page.apartNone')}
        </p>
      </Section>
      <Section title={t('page.promotions')} id="promotions" className="mt-8 min-w-0">
        {scheme.promotions.length === 0 ? (
          <p className="text-ink-2">{t('page.promotionsNone')}</p>
        ) : (
          <ul>
            {scheme.promotions.map(({ unit, grade, article, usesQuota }) => (
              <li key={unit} className="border-b border-rule py-2">
                {t('page.promotion', {
                  unit: unitName(unit),
                  grade: gradeName(grade),
                  quota: t(usesQuota ? 'page.usesQuota' : 'page.noQuota'),
                })}
                {article && <span className="ml-2 text-xs text-ink-2">{marked(article, locale)}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

function linesOf(
  grades: Exclude<Scheme['grades'], { by: 'none' }>,
  percentOf: (percent: string) => string,
  t: ReturnType<typeof translator<'schemes'>>,
): { key: string; line: string | null }[] {
  if (grades.by === 'cutoff') {
    return grades.grades.map(({ key, atLeast }) => ({ key, line: atLeast === null ? null : writtenNumber(atLeast) }));
  }
  return grades.grades.map(({ key, percent, count }) => ({
    key,
    line:
      percent !== null ? percentOf(writtenNumber(percent)) : count !== null ? t('page.quotaCount', { count }) : null,
  }));
}

function Effect(props: {
  effect: VetoRule['effect'];
  scheme: Scheme;
  gradeName: (key: string) => string;
  locale: Locale;
}) {
  const { effect, scheme, gradeName, locale } = props;
  const t = translator(locale, 'schemes');
  switch (effect.kind) {
    case 'gradeAtMost':
      return t('page.effects.gradeAtMost', { grade: gradeName(effect.grade) });
    case 'gradeDown':
      return t('page.effects.gradeDown', { steps: effect.steps });
    case 'blockZero': {
      const block = nodesUnder(scheme.root, 'root').find(({ node }) => node.key === effect.block);
      return t('page.effects.blockZero', { block: block ? nameOf(block.node, locale) : effect.block });
    }
    default:
      return t('page.effects.ineligible');
  }
}
