import type { SubjectName } from '@/lib/access/audit/subjects/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';

export type SubjectNames = ReadonlyMap<string, SubjectName>;

/** The key of a name: codes of different kinds may be equal. */
export const nameKey = (kind: string, code: string) => `${kind} ${code}`;

/** The name of what a code stands for, with its period if it has one; undefined for what is not there any more. */
export function nameFor(names: SubjectNames, kind: string, code: string, locale: Locale): string | undefined {
  const found = names.get(nameKey(kind, code));
  if (!found) return undefined;
  const period = found.periodCode && writtenPeriod(found.periodCode, locale);
  return [nameOf(found, locale), period].filter(Boolean).join(locale === 'en' ? ', ' : '，');
}

/** A figure by the name of its indicator and its period; undefined for any other word. */
export function figureName(names: SubjectNames, word: string, locale: Locale): string | undefined {
  const [code = '', periodCode, more] = word.split(' ');
  const name = periodCode === undefined || more !== undefined ? undefined : nameFor(names, 'indicator', code, locale);
  if (name === undefined || periodCode === undefined) return undefined;
  const period = writtenPeriod(periodCode, locale);
  return locale === 'en' ? `${name} (${period})` : `${name}（${period}）`;
}

/** The kind of code that a field holds; undefined for any other field. */
const codesOf: Readonly<Record<string, string>> = {
  unitCode: 'unit',
  orgUnitCode: 'unit',
  units: 'unit',
  unitCodes: 'unit',
  parentCode: 'unit',
  after: 'unit',
  predecessors: 'unit',
  successor: 'unit',
  successors: 'unit',
  into: 'unit',
  add: 'unit',
  remove: 'unit',
  joined: 'unit',
  left: 'unit',
  order: 'unit',
  groups: 'group',
  unit: 'unit',
  assisting: 'unit',
  bureauCode: 'unit',
  streetCode: 'unit',
  to: 'unit',
  indicator: 'indicator',
  indicatorCode: 'indicator',
  indicatorCodes: 'indicator',
  schemeCode: 'scheme',
  growthOf: 'indicator',
  replacedBy: 'indicator',
  topicCode: 'topic',
  sourceCode: 'source',
};
const periodFields = ['periodCode', 'period'];

/** The name of a stored value of a field where the value is a code; undefined otherwise. */
export function valueName(names: SubjectNames, field: string, value: string, locale: Locale): string | undefined {
  if (periodFields.includes(field)) return writtenPeriod(value, locale);
  // A subject: unit/JIA.
  const [whose = '', key = ''] = field === 'concerns' ? value.split('/') : [];
  if (key !== '') return nameFor(names, whose, key, locale);
  const kind = codesOf[field];
  return kind ? nameFor(names, kind, value, locale) : figureName(names, value, locale);
}
