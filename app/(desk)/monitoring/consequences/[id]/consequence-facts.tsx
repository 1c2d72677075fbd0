import { StateMark } from '@/app/(desk)/monitoring/consequences/state-mark';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { FactList } from '@/app/ui/tables/fact-list';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceView } from '@/lib/monitoring/consequences/page/words';
import { writtenCondition, writtenShares } from '@/lib/monitoring/consequences/rules/written-rule';
import { writtenBasis, writtenMeasure, writtenMet } from '@/lib/monitoring/consequences/written';
import { writtenMonth, writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths, withQuery } from '@/lib/paths';

type Props = { view: ConsequenceView; locale: Locale };

/** What a rule proposed for whom, and what met it. */
export function ConsequenceFacts({ view, seesRules, locale }: Props & { seesRules: boolean }) {
  const t = translator(locale, 'consequences');
  const { rule, ruleNumber, says } = view;
  const name = t('page.ruleOf', { name: nameOf(rule, locale), code: rule.code, number: `${ruleNumber}` });
  const shares = writtenShares(says, locale);
  return (
    <FactList
      facts={[
        [t('page.facts.state'), <StateMark key="state" state={view.state} locale={locale} />],
        [t('page.facts.unit'), markedName(view.unit, locale)],
        [t('page.facts.measure'), writtenMeasure(view, locale)],
        [t('page.facts.basis'), marked(writtenBasis(view.basis, view, locale), locale)],
        [t('page.facts.links'), <Links key="links" view={view} locale={locale} />],
        [t('page.facts.met'), writtenMet(view.met, locale)],
        [
          t('page.facts.rule'),
          seesRules ? (
            <a key="rule" href={paths.consequenceRule(rule.code, ruleNumber)} className="text-sea underline">
              {marked(name, locale)}
            </a>
          ) : (
            marked(name, locale)
          ),
        ],
        [t('page.facts.says'), marked(writtenCondition(says, locale), locale)],
        [t('rules.shares'), shares && marked(shares, locale)],
        [t('page.facts.proposedAt'), writtenMoment(view.proposedAt)],
      ]}
    />
  );
}

/** The addresses of the lamps, reports, rankings or the follow-up that met the rule. */
function Links({ view, locale }: Props) {
  const t = translator(locale, 'consequences');
  const { basis, unit, about, reports } = view;
  const links: { href: string; words: string }[] = [];
  if (basis.kind === 'lamps') {
    const indicator = about ? nameOf(about, locale) : basis.indicator;
    const year = basis.months.at(-1)?.year;
    const href = withQuery(paths.lamp(unit.code, basis.indicator), { year });
    links.push({ href, words: t('basis.lampsLink', { indicator }) });
    for (const one of reports)
      links.push({ href: paths.report(one.id), words: t('basis.reportLink', { month: writtenMonth(one, locale) }) });
  } else if (basis.kind === 'runs')
    for (const { run, period } of basis.runs) {
      const words = t('page.ranking', { period: writtenPeriod(period, locale) });
      links.push({ href: paths.explanation(run, unit.code), words });
    }
  else links.push({ href: paths.followUp(basis.followUp), words: writtenNumber(basis.followUp, locale) });
  return (
    <ul className="flex flex-wrap gap-x-4">
      {links.map(({ href, words }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
            {marked(words, locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}
