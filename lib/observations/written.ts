import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { Measure } from '@/lib/catalogue/words';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView, PrintedFigure, Qualifier } from '@/lib/observations/words';
import { groupedDecimal, roundHalfUp } from '@/lib/statistics/numbers';

type Written = { readonly before: string; readonly number: string; readonly after: string };

/** Words that follow the number in Chinese (2000多家); all others precede it (突破1500). */
const trailing = new Set(['多', '余', '左右', '以上', '以内', '以下', '+']);

const enWords: Record<Qualifier, string> = {
  exact: '',
  at_least: 'over ',
  about: 'about ',
  at_most: 'up to ',
  expected: 'est. ',
};
const zhWords: Record<Qualifier, string> = {
  exact: '',
  at_least: '超',
  about: '约',
  at_most: '不超过',
  expected: '预计',
};

/**
 * A figure as its source prints it, in parts: a word before, the number with its printed decimals, a word after.
 * Thousands are grouped, except before 多 and 余, where the number is read as a word (2000多).
 */
export function writtenFigure(figure: PrintedFigure, locale: Locale): Written {
  const plain = roundHalfUp(figure.value, figure.decimals);
  if (locale === 'en') return { before: enWords[figure.qualifier], number: groupedDecimal(plain), after: '' };
  const word = figure.qualifierPrinted || zhWords[figure.qualifier];
  if (figure.qualifier !== 'exact' && trailing.has(word)) {
    const spoken = word === '多' || word === '余';
    return { before: '', number: spoken ? plain : groupedDecimal(plain), after: word };
  }
  return { before: figure.qualifier === 'exact' ? '' : word, number: groupedDecimal(plain), after: '' };
}

/** The time of a figure: the source's own words where it has some (目前, 截至2022年累计), else its period. */
export function writtenWhen(figure: Pick<FigureView, 'periodCode' | 'periodPrinted'>, locale: Locale): string {
  return locale === 'zh-CN' && figure.periodPrinted ? figure.periodPrinted : writtenPeriod(figure.periodCode, locale);
}

/** Whether the source gives only a bound (多、余、以上, 不超过): drawn with an open mark. */
export function isBound({ qualifier }: Pick<PrintedFigure, 'qualifier'>): boolean {
  return qualifier === 'at_least' || qualifier === 'at_most';
}

const zhOrdinals = ['零', '一', '二', '三', '四', '五'];

/** Whether figures of this measure are written in words, without a unit of measure. */
export function isWorded(measure: Measure): boolean {
  return measure === 'rank' || measure === 'grade' || measure === 'flag';
}

/** A figure whose measure is a place, a grade or a flag: 第 21 位, 第 31 位以后, 第一等次, 获评; No. 21, Grade 1, Yes. */
export function writtenMeasure(figure: PrintedFigure, measure: Measure, locale: Locale): Written {
  const number = roundHalfUp(figure.value, 0);
  const zh = locale === 'zh-CN';
  switch (measure) {
    case 'rank': {
      const open = figure.qualifier === 'at_least';
      const about = figure.qualifier === 'about';
      if (!zh) return { before: `${about ? 'about ' : ''}No.`, number, after: open ? 'or lower' : '' };
      return { before: about ? '约第' : '第', number, after: open ? '位以后' : '位' };
    }
    case 'grade':
      return zh
        ? { before: '', number: `第${zhOrdinals[Number(number)] ?? number}等次`, after: '' }
        : { before: 'Grade', number, after: '' };
    case 'flag':
      return { before: '', number: number === '1' ? (zh ? '获评' : 'Yes') : zh ? '未获评' : 'No', after: '' };
    default:
      return writtenFigure(figure, locale);
  }
}

/** A figure as one string, without the unit: `约 2,600`, `2000 多`, `1,843.7`, `第 21 位`. */
export function writtenText(figure: PrintedFigure, locale: Locale, measure: Measure = 'amount'): string {
  const { before, number, after } = writtenMeasure(figure, measure, locale);
  return [before.trim(), number, after].filter(Boolean).join(' ');
}
