import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import type { AnnotationKind } from '@/lib/catalogue/annotations/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Values = Readonly<Record<string, unknown>>;
type Named = (kind: string, code: unknown) => string;

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** The columns of a note that are told, each with its name under `proposals.sentences.what` and the kind of its codes. */
const told = [
  ['titleZh', 'titleZh'],
  ['titleEn', 'titleEn'],
  ['textZh', 'textZh'],
  ['textEn', 'textEn'],
  ['since', 'since'],
  ['until', 'until'],
  ['orgUnitCode', 'unit', 'unit'],
  ['indicatorCode', 'indicator', 'indicator'],
  ['awardedBy', 'awardedBy'],
  ['sourceCode', 'source', 'source'],
  ['locator', 'locator'],
] as const;

/** What a proposal would do to a note, in sentences. `named` gives the names of codes, `title` what it is called now. */
export function writtenNote(
  line: {
    readonly kind: 'annotation.record' | 'annotation.correct' | 'annotation.withdraw';
    readonly input: Values;
    readonly was: Values | null;
    readonly title: string;
  },
  named: Named,
  locale: Locale,
): string[] {
  const { kind, input, was, title } = line;
  const t = translator(locale, 'proposals');
  if (kind === 'annotation.withdraw') return [t('sentences.noteWithdraw', { title })];
  const toldAs = (values: Values, [column, , code]: (typeof told)[number]) =>
    code && values[column] ? named(code, values[column]) : text(values[column]);
  if (kind === 'annotation.correct') {
    const nothing = t('sentences.nothing');
    return [
      t('sentences.noteCorrect', { title }),
      ...told
        .filter(([column]) => was !== null && column in was)
        .map((one) => {
          const [from, to] = [toldAs(was ?? {}, one), toldAs(input, one)];
          return t('sentences.change', {
            what: t(`sentences.what.${one[1]}`),
            ...{ from: from || nothing, to: to || nothing },
          });
        }),
    ];
  }
  const [unit, indicator] = [named('unit', input.orgUnitCode), named('indicator', input.indicatorCode)];
  const about =
    unit && indicator ? t('sentences.about', { unit, indicator }) : unit || indicator || t('sentences.aboutAll');
  const when = writtenSpan({ since: text(input.since), until: input.until ? text(input.until) : null }, locale);
  const name = text((locale === 'en' && input.titleEn) || input.titleZh);
  const kindName = translator(locale, 'annotations')(`kinds.${input.kind as AnnotationKind}`);
  return [
    t('sentences.noteRecord', { kind: kindName, title: name, when, about }),
    ...told.flatMap((one) =>
      ['titleZh', 'since', 'until', 'orgUnitCode', 'indicatorCode'].includes(one[0]) ||
      toldAs(input, one) === '' ||
      (one[0] === 'titleEn' && input.titleEn === input.titleZh) ||
      (one[0] === 'textEn' && input.textEn === input.textZh)
        ? []
        : t('sentences.fact', { what: t(`sentences.what.${one[1]}`), text: toldAs(input, one) }),
    ),
  ];
}

/** The columns of a stored state that are told, with their names under `proposals.sentences.what`; codes stay codes. */
export function columnsTold(values: Values): { name: (typeof told)[number][1]; value: string }[] {
  return told.flatMap(([column, name]) => (column in values ? { name, value: text(values[column]) } : []));
}
