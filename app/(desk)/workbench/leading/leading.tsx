import { chosenMonth } from '@/app/(desk)/monitoring/lamps/chosen-month';
import { keptRead } from '@/app/server/kept-read';
import { currentPlace } from '@/app/server/place';
import type { Principal } from '@/lib/access/principal';
import { chooseRun } from '@/lib/assessment/rankings/choose-run';
import { ownUnits } from '@/lib/assessment/rankings/own-units';
import { publishedRuns, resultRun } from '@/lib/assessment/rankings/queries';
import type { Locale } from '@/lib/i18n/words';
import { lampTurns } from '@/lib/monitoring/leading/queries';
import { reportList } from '@/lib/monitoring/reports/queries';
import { LateUnits } from './late-units';
import { LostPoints } from './lost-points';
import { MatchedPlaces } from './matched-places';
import { OwnRemarks } from './own-remarks';
import { Published } from './published';
import { TopicProgress } from './topic-progress';
import { Turns } from './turns';

/**
 * What a leader asks first: what is red and what is so no more, who is late, how the topics stand, where points are lost, whether
 * the items match the place, and what was published. `group` is the sequence of the address.
 */
export async function Leading(props: { principal: Principal; group: string; locale: Locale }) {
  const { principal, group, locale } = props;
  const [chosen, runs, place, { reports }] = await Promise.all([
    keptRead(principal, ['chosenMonth', group], () =>
      chosenMonth(principal, { group, month: undefined, only: '', page: 1 }),
    ),
    keptRead(principal, ['publishedRuns'], () => publishedRuns(principal)),
    currentPlace(),
    keptRead(principal, ['reportList'], () => reportList(principal, { page: 1 })),
  ]);
  const lamps = 'choice' in chosen ? chosen : null;
  const choice =
    chooseRun(
      runs.filter((run) => run.group.code === lamps?.group.code),
      {},
    ) ?? chooseRun(runs, {});
  const [turns, run] = await Promise.all([
    lamps &&
      keptRead(principal, ['lampTurns', lamps.group.code, lamps.choice], () =>
        lampTurns(principal, lamps.group.code, lamps.choice),
      ),
    choice && keptRead(principal, ['resultRun', choice.id], () => resultRun(principal, choice.id)),
  ]);
  const own = ownUnits(principal, place.settings.homeUnits);
  const units = [...own.pinned, ...own.marked];
  return (
    <>
      {lamps && turns && (
        <Turns principal={principal} turns={turns} groups={lamps.groups} group={lamps.group} locale={locale} />
      )}
      <LateUnits principal={principal} locale={locale} />
      {turns && <TopicProgress turns={turns} group={lamps?.group.code ?? ''} locale={locale} />}
      {run && <LostPoints principal={principal} run={run} own={own.pinned} locale={locale} />}
      {run && <MatchedPlaces principal={principal} run={run} units={units} locale={locale} />}
      <OwnRemarks principal={principal} locale={locale} />
      <Published runs={runs} reports={reports} locale={locale} />
    </>
  );
}
