import { figureName, nameFor, type SubjectNames, valueName } from '@/lib/access/audit/subjects/names';
import { type ChangedField, changedFields, type Plain } from '@/lib/access/audit/trail/changed-fields';
import { type Step, summedUp } from '@/lib/access/audit/trail/summed-up';
import type { Person, TrailChange, TrailEvent } from '@/lib/access/audit/trail/words';
import { type CommandName, permissions } from '@/lib/access/permissions';
import { refusedAttempt } from '@/lib/access/refusals/words';
import { accountRoles, type Role, roles } from '@/lib/access/words';
import { en } from '@/lib/i18n/en/messages';
import { writtenSecond } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';
import { writtenStepKey } from '@/lib/monitoring/year-plan/written';
import { batchName } from '@/lib/observations/cited/words';

type People = ReadonlyMap<string, Person>;
/** The names that a trail brings with its events. */
export type Told = { readonly people: People; readonly names: SubjectNames };

const messages = { 'zh-CN': zhCN, en };

/**
 * A message without arguments, or `otherwise` where it is missing, since the key comes from stored events. Read without
 * the translator, which is slow for missing keys: a file holds many thousands of such words.
 */
function wordFor(
  locale: Locale,
  room: 'audit' | 'access' | 'units' | 'proposals',
  key: string,
  otherwise: string,
): string {
  let at: unknown = messages[locale][room];
  for (const step of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return otherwise;
    at = (at as Record<string, unknown>)[step];
  }
  return typeof at === 'string' ? at : otherwise;
}

/** The actor of an event: a name with the username, the product, or a visitor. */
export function writtenActor(actor: string, people: People, locale: Locale): { name: string; username: string } {
  const t = translator(locale, 'audit');
  const person = people.get(actor);
  if (person) return person;
  if (actor === 'anonymous') return { name: t('anonymous'), username: '' };
  if (actor.startsWith('system:')) return { name: t('system'), username: actor.slice('system:'.length) };
  return { name: actor, username: '' };
}

export function writtenRole(role: string, locale: Locale): string {
  return isRole(role) ? translator(locale, 'access')(`roles.${role}`) : role;
}

const isRole = (role: string): role is Role => roles.includes(role as Role);

export const isCommand = (name: string): name is CommandName => Object.hasOwn(permissions, name);

/** The words for a command; its name when the product no longer has it. */
export function writtenCommand(name: string, locale: Locale): string {
  if (name === refusedAttempt) return translator(locale, 'audit')('refusedAttempt');
  return isCommand(name) ? translator(locale, 'access')(`matrix.commands.${name}`) : name;
}

/**
 * The subject of an event in words: an account by its name, a return by unit and task, anything else by its kind and
 * name; by its key where it has no name any more.
 */
export function writtenSubject(subject: string, { people, names }: Told, locale: Locale): string {
  const [kind = '', ...rest] = subject.split('/');
  const key = rest.join('/');
  if (subject === 'user/unknown') return translator(locale, 'audit')('subjects.unknownUser');
  if (kind === 'command') return writtenCommand(key, locale);
  if (kind === 'view') return wordFor(locale, 'access', `matrix.views.${key}`, key);
  const person = kind === 'user' ? people.get(key) : undefined;
  if (person) return `${person.name} ${person.username}`;
  const [first = '', unit = ''] = rest;
  if (kind === 'submission' && rest.length === 2) {
    const task = nameFor(names, 'collection', first, locale) ?? first;
    return `${nameFor(names, 'unit', unit, locale) ?? unit} · ${task}`;
  }
  if ((kind === 'target' || kind === 'lamp') && rest.length === 2) {
    const name = nameFor(names, 'unit', unit, locale) ?? unit;
    return `${wordFor(locale, 'audit', `subjects.${kind}`, kind)} ${first} · ${name}`;
  }
  if (kind === 'figure' && rest.length === 3) {
    const named = figureName(names, `${first} ${rest[2]}`, locale) ?? `${first} ${rest[2]}`;
    return `${nameFor(names, 'unit', unit, locale) ?? unit} · ${named}`;
  }
  if (kind === 'citedBatch') return [wordFor(locale, 'audit', `subjects.${kind}`, kind), batchName(key)].join(' ');
  const name = nameFor(names, kind === 'import' ? 'upload' : kind, key, locale) ?? key;
  return [wordFor(locale, 'audit', `subjects.${kind}`, kind), name].filter(Boolean).join(' ');
}

/** Whether the event is a refused attempt, such as a sign-in with a wrong password. */
export function isFailure({ changes }: TrailEvent): boolean {
  return changes.some(({ after }) => typeof after === 'object' && after !== null && 'refused' in after);
}

export type WrittenField = {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly kind: ChangedField['kind'];
};

/** A change in words, field by field. */
export function writtenFields(change: TrailChange, names: SubjectNames, locale: Locale): WrittenField[] {
  return changedFields(change).map((field) => ({
    key: field.path.join('/'),
    name: writtenPath(field, { subject: change.subject, names }, locale),
    before: writtenValue(field, field.before, names, locale),
    after: writtenValue(field, field.after, names, locale),
    kind: field.kind,
  }));
}

/** A field in words: 工业用电量（2026年10月） · 本期数. The members of a list all have the name of the list. */
function writtenPath(
  { path }: ChangedField,
  { subject, names }: { readonly subject: string; readonly names: SubjectNames },
  locale: Locale,
): string {
  if (path.length === 0) return translator(locale, 'audit')('details.value');
  return path
    .filter((step) => !isPlace(step))
    .map(
      (step) =>
        figureName(names, step, locale) ??
        stepOfYear(subject, step, locale) ??
        wordFor(locale, 'audit', `fields.${step}`, step),
    )
    .join(' · ');
}

/** A step of the plan of a year as it is called; null for anything else. */
function stepOfYear(subject: string, key: string, locale: Locale): string | null {
  const [, year] = /^yearPlan\/(\d{4})$/.exec(subject) ?? [];
  return year ? writtenStepKey(key, Number(year), locale) : null;
}

/** Whether a step of a path is the place of a member in a list. */
const isPlace = (step: string) => /^\d+$/.test(step);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const words = /^\w+$/;

function writtenValue({ path }: ChangedField, value: Plain | undefined, names: SubjectNames, locale: Locale): string {
  const t = translator(locale, 'audit');
  const field = path.findLast((step) => !isPlace(step)) ?? '';
  const ofField = (key: string, otherwise: string) => wordFor(locale, 'audit', `values.${field}.${key}`, otherwise);
  if (value === undefined || value === null) return ofField('none', t('values.none'));
  if (typeof value === 'boolean') return ofField(`${value}`, t(value ? 'values.yes' : 'values.no'));
  if (typeof value === 'number') return `${value}`;
  if (value === '') return t('values.empty');
  if (instant.test(value)) return writtenSecond(new Date(value));
  const name = valueName(names, field, value, locale);
  if (name !== undefined) return name;
  if (field === 'kind')
    return wordFor(locale, 'units', `kinds.${value}`, wordFor(locale, 'audit', `values.kind.${value}`, value));
  if (field === 'proposed') return wordFor(locale, 'proposals', `kinds.${value}`, value);
  if (!words.test(value)) return value;
  if (field === 'role' || field === 'reviewChain')
    return accountRoles.includes(value as never) ? writtenRole(value, locale) : value;
  if (field === 'state')
    return wordFor(locale, 'access', `users.states.${value}`, wordFor(locale, 'audit', `values.state.${value}`, value));
  return ofField(value, value);
}

/** A change in one line: 对象：字段 之前 → 之后；字段 值；… */
export function writtenChange(change: TrailChange, told: Told, locale: Locale): string {
  const [colon, stop] = locale === 'en' ? [': ', '; '] : ['：', '；'];
  const fields = writtenFields(change, told.names, locale).map(writtenStep);
  return `${writtenSubject(change.subject, told, locale)}${colon}${fields.join(stop)}`;
}

const writtenStep = ({ name, before, after, kind }: WrittenField) =>
  kind === 'same' || kind === 'added' ? `${name} ${after}` : `${name} ${before} → ${after}`;

/** The most fields in the line of an event, and the most names of one list in it; the opened event has all. */
const [mostTold, mostNamed] = [2, 3];

/**
 * What was changed, in one line: the first changed fields, and the number of all where there are more. What was done to
 * several is said once and names them. Fields of which the words contain one of `sought` come first.
 */
export function writtenSummary({ changes }: TrailEvent, told: Told, locale: Locale, sought = ''): string {
  const [colon, stop] = locale === 'en' ? [': ', '; '] : ['：', '；'];
  const words = sought.split(/\s+/).filter(Boolean);
  const isBatch = changes.length > 1;
  const isSought = ({ about, name, after }: Step) =>
    words.some((word) => `${isBatch ? about : ''} ${name} ${after}`.includes(word));
  const steps = changes
    .flatMap((change) => {
      const about = writtenBriefly(change.subject, told, locale);
      const changed = writtenFields(change, told.names, locale).filter(({ kind }) => kind !== 'same');
      return changed.map(({ kind, ...field }): Step => ({ ...field, about, isAdded: kind === 'added' }));
    })
    .sort((a, b) => Number(isSought(b)) - Number(isSought(a)));
  const lines = summedUp(steps).map(({ abouts, name, before, afters, isAdded }) => {
    const done = isAdded ? `${name} ${fewOf(afters, locale)}` : `${name} ${before} → ${fewOf(afters, locale)}`;
    return isBatch ? `${fewOf(abouts, locale)}${colon}${done}` : done;
  });
  const first = lines.slice(0, mostTold).join(stop);
  if (lines.length <= mostTold) return first;
  return translator(locale, 'audit')('andMoreFields', { first, count: steps.length });
}

/** The first names of a list, and the number of all where there are more. */
function fewOf(names: readonly string[], locale: Locale): string {
  const few = listed(names.slice(0, mostNamed), locale);
  if (names.length <= mostNamed) return few;
  return `${few} ${translator(locale, 'audit')('andMore', { count: names.length })}`;
}

/** The subject of a change beside others: of a return the unit alone, since they are of one task. */
function writtenBriefly(subject: string, told: Told, locale: Locale): string {
  const [kind, , unit] = subject.split('/');
  const name = kind === 'submission' && unit ? nameFor(told.names, 'unit', unit, locale) : undefined;
  return name ?? writtenSubject(subject, told, locale);
}
