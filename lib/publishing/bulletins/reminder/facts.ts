import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { todayOf } from '@/lib/catalogue/today';
import { unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { ConsequenceView } from '@/lib/monitoring/consequences/page/words';
import { gradeName, writtenCondition } from '@/lib/monitoring/consequences/rules/written-rule';
import { writtenBasis, writtenMet } from '@/lib/monitoring/consequences/written';
import { writtenMonth, writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import { lampWord, writtenValue } from '@/lib/monitoring/lamps/written-lamp';
import type { ReportIndicator } from '@/lib/monitoring/reports/words';
import { writtenDate } from '@/lib/publishing/bulletins/kit/written-date';
import { writtenPlace } from '@/lib/publishing/bulletins/kit/written-place';
import type { AnnexTable, Facts } from '@/lib/publishing/bulletins/words';
import { decimalOf } from '@/lib/statistics/numbers';

const locale = 'zh-CN';

/** A lamp that counted towards a reminder, as it was told. */
export type CountedLamp = Pick<ShownLamp, 'year' | 'month' | 'colour' | 'judged' | 'facts'>;

/** What a reminder is written from: a consequence, and the lamps that met its rule. */
export type ReminderRows = {
  readonly view: ConsequenceView;
  readonly lamps: readonly CountedLamp[];
  readonly measure: Pick<ReportIndicator, 'unitZh' | 'unitEn' | 'decimals'> | null;
};

/** What a reminder is about: the indicator, the scheme, or the follow-up. */
export const reminded = ({ about, basis }: ConsequenceView): string =>
  about?.nameZh ?? (basis.kind === 'followUp' ? writtenNumber(basis.followUp, locale) : '');

/** The day on which a consequence was confirmed. */
function confirmedOn({ history }: ConsequenceView): string | null {
  const step = history.find(({ kind }) => kind === 'confirm');
  return step ? writtenDate(todayOf({ now: step.at })) : null;
}

/** What the marks of a reminder stand for: the rule, what met it, the days, and what was said when it was confirmed. */
export function reminderFacts({ view }: ReminderRows): Facts {
  const facts = new Map<string, string>([
    ['单位', view.unit.nameZh],
    ['事项', reminded(view)],
    ['规则', view.rule.nameZh],
    ['条件', writtenCondition(view.says, locale)],
    ['依据', writtenBasis(view.basis, view, locale)],
    ['时间', metOn(view.met)],
    ['提出日期', writtenDate(todayOf({ now: view.proposedAt }))],
  ]);
  const day = confirmedOn(view);
  if (day) facts.set('确认日期', day);
  const words = view.history
    .find(({ kind }) => kind === 'confirm')
    ?.words.replace(/\s+/g, ' ')
    .trim();
  if (words) facts.set('审核意见', words);
  return facts;
}

const metOn = (met: string): string => {
  const written = writtenMet(met, locale);
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? writtenDate(written) : written;
};

/** The first wording of a reminder, by rules. Every number is a mark. */
export function reminderText(rows: ReminderRows): { readonly title: string; readonly body: string } {
  const facts = reminderFacts(rows);
  const confirmed = facts.has('确认日期') ? '，经{确认日期}审核确认' : '';
  return {
    title: '关于做好{事项}有关工作的提醒函',
    body: [
      '你单位在监测考核中出现以下情况：{依据}。',
      `这符合“{规则}”的规定（{条件}）${confirmed}，现予提醒。`,
      ...(facts.has('审核意见') ? ['审核意见：{审核意见}'] : []),
      '请你单位认真分析原因，制定措施，抓紧整改，并将整改情况书面报我办。',
      '具体情况见附件。',
    ].join('\n'),
  };
}

/** The annex of a reminder: the months, the periods or the follow-up that met its rule. */
export function reminderAnnex({ view, lamps, measure }: ReminderRows): AnnexTable {
  const { basis, grades } = view;
  const title = `${view.unit.nameZh}${reminded(view)}情况`;
  const notes = [`规则：${view.rule.nameZh}，第${view.ruleNumber}版。`];
  switch (basis.kind) {
    case 'lamps': {
      const valued = (value: number | undefined) =>
        value === undefined || !measure ? '' : `${writtenValue(value, measure)}${unitBehind(measure, locale)}`;
      const t = translator(locale, 'lamps');
      return {
        ...{ title, notes },
        columns: ['月份', '灯', t('columns.expected'), t('columns.actual'), t('columns.points')],
        isNumber: [false, false, true, true, true],
        rows: lamps.map(({ year, month, facts, ...lamp }) => [
          ...[
            writtenMonth({ year, month }, locale),
            lampWord(lamp, locale),
            valued(facts.expected),
            valued(facts.actual),
          ],
          facts.gapPoints === undefined ? '' : decimalOf(facts.gapPoints, 1),
        ]),
      };
    }
    case 'runs':
      return {
        ...{ title, notes },
        columns: ['期间', '名次', '参加排名的单位数', '等次'],
        isNumber: [false, true, true, false],
        rows: basis.runs.map(({ period, place, of, grade }) => [
          ...[writtenPeriod(period, locale), place === null ? '' : writtenPlace(place), `${of}`],
          grade === null ? '' : gradeName(grade, grades, locale),
        ]),
      };
    case 'followUp':
      return {
        ...{ title, notes },
        columns: ['督办', '期限', '逾期天数'],
        isNumber: [false, false, true],
        rows: [[writtenNumber(basis.followUp, locale), writtenDate(basis.dueOn), `${basis.days}`]],
      };
  }
}
