import * as z from 'zod';
import type { Work } from '@/lib/access/command';
import { refusedSource } from '@/lib/catalogue/annotations/queries';
import { readMoment, spanOf } from '@/lib/catalogue/annotations/told/span';
import { type AnnotationKind, annotationKinds, longest } from '@/lib/catalogue/annotations/words';
import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { namesTold } from '@/lib/catalogue/names/told-name';
import { type FieldFault, Refusal } from '@/lib/errors';
import type { RefusalUnder } from '@/lib/i18n/refusal-key';
import { Code, line, lines, Reason } from '@/lib/reporting/collections/terms';

const words = {
  titleZh: line(1, longest.title),
  titleEn: line(0, longest.titleEn),
  textZh: lines(0, longest.text),
  textEn: lines(0, longest.textEn),
  awardedBy: line(0, longest.awardedBy),
  locator: line(0, longest.locator),
};

/** A note as a form has it: the unit and the indicator by name, alias or code, the days in any usual notation. */
export const TypedAnnotation = z.strictObject({
  ...words,
  titleZh: line(0, longest.title),
  indicator: line(0, longest.name),
  unit: line(0, longest.name),
  since: line(0, longest.moment),
  until: line(0, longest.moment),
  sourceCode: Code.or(z.literal('')),
});
type Typed = z.output<typeof TypedAnnotation>;

const Moment = z.string().max(20);
const facts = {
  ...words,
  indicatorCode: Code.nullable(),
  orgUnitCode: Code.nullable(),
  since: Moment,
  until: Moment.nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  sourceCode: Code.nullable(),
};
export const AnnotationId = z.string().regex(/^[\w-]{1,64}$/);
/** A note in the version that the page showed. */
export const AnnotationVersion = { id: AnnotationId, version: z.int().min(1) };

/** What the proposals of notes keep, checked again when they are confirmed. */
export const Recording = z.strictObject({ id: AnnotationId, kind: z.enum(annotationKinds), ...facts });
export const Correcting = z.strictObject({ ...AnnotationVersion, ...facts });
export const Withdrawing = z.strictObject({ ...AnnotationVersion, reason: Reason });

export type Facts = Omit<z.output<typeof Recording>, 'id' | 'kind'>;

/**
 * The facts of a typed note. Refuses all its faults at once, each with its field. A corrected note keeps the document that it
 * `cited`, also where that was withdrawn since.
 */
export async function factsOf(
  work: Work,
  kind: AnnotationKind,
  typed: Typed,
  cited: string | null = null,
): Promise<Facts> {
  const names = await catalogueNames(work.tx);
  const faults: FieldFault[] = [];
  const fault = (field: string, key: RefusalUnder<'annotations.refused.'>, details = {}) =>
    void faults.push({ field, key: `annotations.refused.${key}`, details: { field, ...details } });
  const named = (field: 'indicator' | 'unit', entries: readonly NameEntry[]): string | null => {
    if (typed[field] === '') return null;
    const found = nameReader(entries)(typed[field]);
    if (found.kind === 'one') return found.code;
    const near = found.kind === 'either' ? found.entries.slice(0, 3) : nearestNames(typed[field], entries);
    fault(field, found.kind === 'either' ? 'severalNames' : 'noName', {
      ...{ name: typed[field], names: namesTold(near, 'zh-CN') || '—' },
    });
    return null;
  };
  const [indicatorCode, orgUnitCode] = [named('indicator', names.indicators), named('unit', names.units)];
  for (const field of ['since', 'titleZh'] as const)
    if (typed[field] === '') faults.push({ field, key: 'inputMissing', details: { field } });
  const since = readMoment(typed.since);
  const until = typed.until === '' ? null : readMoment(typed.until);
  if (since === null && typed.since !== '') fault('since', 'noMoment', { typed: typed.since });
  if (typed.until !== '' && until === null) fault('until', 'noMoment', { typed: typed.until });
  const span = since === null ? null : spanOf(since, until);
  if (since !== null && (until !== null || typed.until === '') && !span) fault('until', 'endsBefore');
  if (kind === 'annotation') {
    if ([...typed.titleZh].length > longest.word) fault('titleZh', 'wordLong', { most: longest.word });
    if ([...typed.titleEn].length > longest.wordEn) fault('titleEn', 'wordLong', { most: longest.wordEn });
    if (typed.textZh === '') fault('textZh', 'noSentence');
  } else {
    if (typed.unit === '') fault('unit', 'noUnit');
    if (typed.indicator !== '') fault('indicator', 'noIndicator');
    if (typed.sourceCode === '') fault('sourceCode', 'noSource');
  }
  if (kind !== 'honour' && typed.awardedBy !== '') fault('awardedBy', 'notAwarded');
  if (typed.locator !== '' && typed.sourceCode === '') fault('locator', 'locatorAlone');
  const isNew = typed.sourceCode !== '' && typed.sourceCode !== cited;
  const refused = isNew ? await refusedSource(work, typed.sourceCode) : null;
  if (refused) fault('sourceCode', refused);
  if (faults.length > 0 || !span) throw new Refusal('invalid', faults[0]?.key ?? 'input', faults[0]?.details, faults);
  const { titleZh, textZh, awardedBy, locator } = typed;
  return {
    ...{ indicatorCode, orgUnitCode, ...span, titleZh, titleEn: typed.titleEn || titleZh },
    ...{ textZh, textEn: typed.textEn || textZh, awardedBy, sourceCode: typed.sourceCode || null, locator },
  };
}
