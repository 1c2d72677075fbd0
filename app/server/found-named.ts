import type { FoundItem } from '@/app/server/found-groups';
import type { Principal } from '@/lib/access/principal';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import type { RunChoice } from '@/lib/assessment/rankings/result-run';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { matchesWords } from '@/lib/catalogue/search/match-words';
import { findBoards } from '@/lib/dashboards/boards/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { findFollowUps } from '@/lib/monitoring/follow-ups/search/queries';
import { registerList } from '@/lib/monitoring/registers/queries';
import { namedReports } from '@/lib/monitoring/reports/queries';
import { reportName } from '@/lib/monitoring/reports/report-name';
import { findTaskLists, findUnitTasks } from '@/lib/monitoring/task-lists/search/queries';
import { paths, withQuery } from '@/lib/paths';
import { findBulletins } from '@/lib/publishing/bulletins/queries';

const locales = ['zh-CN', 'en'] as const;

/**
 * What of assessing and monitoring the principal finds by words in either language: published results, monitoring reports,
 * follow-ups, lists of tasks with their tasks, registers, documents and boards; each as its own page shows it to the principal, or not at all.
 */
export async function foundNamed(
  principal: Principal,
  asked: { readonly words: string; readonly locale: Locale; readonly longest: number },
): Promise<FoundItem[]> {
  const { words, locale, longest } = asked;
  if (words.trim() === '') return [];
  const [runs, reports, followUps, lists, tasks, registers, bulletins, boards] = await Promise.all([
    publishedRuns(principal),
    namedReports(principal),
    findFollowUps(principal, words, longest),
    findTaskLists(principal, words, longest),
    findUnitTasks(principal, words, longest),
    registerList(principal),
    findBulletins(principal, words, longest),
    findBoards(principal, words, longest),
  ]);
  const matching = <One>(all: readonly One[], textsOf: (one: One, locale: Locale) => readonly string[]) =>
    all
      .filter((one) =>
        matchesWords(
          locales.flatMap((each) => textsOf(one, each)),
          words,
        ),
      )
      .slice(0, longest);
  const runNames = (run: RunChoice, each: Locale) => [nameOf(run, each), writtenPeriod(run.periodCode, each)];
  const t = translator(locale, 'taskLists');
  return [
    ...matching(runs, (run, each) => [...runNames(run, each), nameOf(run.group, each)]).map((run) => ({
      ...{ kind: 'run' as const, name: runNames(run, locale).join(' · '), detail: nameOf(run.group, locale) },
      href: withQuery(paths.rankings, { run: run.id }),
    })),
    ...matching(reports, (report, each) => [reportName(report, each)]).map((report) => ({
      ...{ kind: 'report' as const, name: reportName(report, locale), detail: '', href: paths.report(report.id) },
    })),
    ...followUps.map(({ id, title }) => ({
      ...{ kind: 'followUp' as const, name: title, detail: id, href: paths.followUp(id) },
    })),
    ...lists.map(({ unit, year }) => ({
      ...{
        kind: 'taskList' as const,
        name: t('pageTitle', { unit: nameOf(unit, locale), year: `${year}` }),
        detail: '',
      },
      href: withQuery(paths.taskList(unit.code), { year }),
    })),
    ...tasks.map(({ id, title, unit, year }) => ({
      ...{ kind: 'taskList' as const, name: title, detail: `${nameOf(unit, locale)} · ${year}` },
      href: paths.unitTask(unit.code, id),
    })),
    ...matching(registers, (register, each) => [nameOf(register, each), register.code]).map((register) => ({
      ...{ kind: 'register' as const, name: nameOf(register, locale), detail: register.code },
      href: paths.register(register.code),
    })),
    ...bulletins.map(({ id, heading, reference }) => ({
      ...{ kind: 'bulletin' as const, name: heading, detail: reference, href: paths.bulletin(id) },
    })),
    ...boards.map(({ id, title, owner }) => ({
      ...{ kind: 'board' as const, name: title, detail: owner, href: paths.board(id) },
    })),
  ];
}
