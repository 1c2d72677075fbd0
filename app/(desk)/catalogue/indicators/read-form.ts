import { text, wholeNumber } from '@/app/server/action';
import { namesIn } from '@/lib/catalogue/indicators/editing/indicator-input';
import type { Proposed } from '@/lib/catalogue/proposals/words';
import { paths, withQuery } from '@/lib/paths';

const textFields = [
  'topicCode',
  'nameZh',
  'nameEn',
  'unitZh',
  'unitEn',
  'measure',
  'direction',
  'basis',
  'frequency',
  'responsibleZh',
  'assistingZh',
  'contact',
  'growthOf',
] as const;
const definitionFields = ['validFrom', 'definitionZh', 'definitionEn', 'formulaZh', 'formulaEn'] as const;

const textsIn = (form: FormData, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, text(form, name)]));

/** The properties of an indicator in a form. */
export function fieldsIn(form: FormData) {
  return {
    ...textsIn(form, textFields),
    decimals: wholeNumber(form, 'decimals'),
    aliases: namesIn(text(form, 'aliases')),
  };
}

/** The definition in a form. */
export function definitionIn(form: FormData) {
  return textsIn(form, definitionFields);
}

/** The indicator that a form is about, at the version that the page showed. */
export function versionIn(form: FormData) {
  return { code: text(form, 'code'), version: wholeNumber(form, 'version') };
}

/** The page after a change that holds, or waits for a second person. */
export function outcomePage(form: FormData, state: Proposed['state'], done: string) {
  return { to: withQuery(paths.indicatorForm(text(form, 'code')), { done: state === 'done' ? done : 'waiting' }) };
}
