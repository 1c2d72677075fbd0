import type { Principal } from '@/lib/access/principal';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { consequenceRuleList } from '@/lib/monitoring/consequences/rules/queries';
import { ruleSetList } from '@/lib/monitoring/lamps/rule-sets/queries';
import { draftsToPublish } from '@/lib/monitoring/reports/queries';
import { reportName } from '@/lib/monitoring/reports/report-name';
import { paths } from '@/lib/paths';
import { WaitingLine } from './waiting-line';

/** For the office: drafted reports, and drafted rules of lamps and consequences, that wait for another person than the one who prepared them. */
export async function LampWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const [reports, sets, rules] = await Promise.all([
    draftsToPublish(principal),
    ruleSetList(principal),
    consequenceRuleList(principal),
  ]);
  const isWaiting = ({ state, editedBy }: { state: string; editedBy: string }) =>
    state === 'draft' && editedBy !== principal.userId;
  return (
    <>
      {reports.map((report) => (
        <WaitingLine key={report.id} href={paths.report(report.id)}>
          {translator(locale, 'reports')('waits', { name: reportName(report, locale) })}
        </WaitingLine>
      ))}
      {sets.filter(isWaiting).map(({ code, number, nameZh }) => (
        <WaitingLine key={`${code} ${number}`} href={paths.lampRuleSet(code, number)}>
          {translator(locale, 'lamps')('rules.waits', { name: nameZh })}
        </WaitingLine>
      ))}
      {rules.filter(isWaiting).map((rule) => (
        <WaitingLine key={`${rule.code} ${rule.number}`} href={paths.consequenceRule(rule.code, rule.number)}>
          {translator(locale, 'consequences')('rules.waits', { name: nameOf(rule, locale) })}
        </WaitingLine>
      ))}
    </>
  );
}
