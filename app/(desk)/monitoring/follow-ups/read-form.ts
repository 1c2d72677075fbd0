import { text, wholeNumber } from '@/app/server/action';

/** The prefix of the ticks of assisting units. */
export const assisting = 'assisting';

/** The follow-up that a form is about, as it was shown. */
export const shownIn = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });

/** The same for its unit, which sends the unit of the page. */
export const ownIn = (form: FormData) => ({ ...shownIn(form), unit: text(form, 'ownUnit') });

/** What a follow-up asks; without an indicator it has no condition. */
export function termsIn(form: FormData) {
  const indicator = text(form, 'conditionIndicator');
  return {
    title: text(form, 'title'),
    matter: text(form, 'matter'),
    unit: text(form, 'unit'),
    assisting: [...form.keys()].flatMap((name) =>
      name.startsWith(`${assisting}-`) ? [name.slice(assisting.length + 1)] : [],
    ),
    dueOn: text(form, 'dueOn'),
    condition:
      indicator === ''
        ? null
        : {
            indicator,
            unit: text(form, 'conditionUnit') || text(form, 'unit'),
            period: text(form, 'conditionPeriod'),
            side: text(form, 'conditionSide'),
            value: text(form, 'conditionValue'),
          },
  };
}

/** What a form is about or comes from, by its hidden fields; null where it is nothing of the product. */
function subjectIn(form: FormData, of: 'about' | 'origin') {
  const kind = text(form, `${of}Kind`);
  const [unit, indicator] = [text(form, `${of}Unit`), text(form, `${of}Indicator`)];
  switch (kind) {
    case 'lamp':
      return { kind, unit, indicator, year: wholeNumber(form, `${of}Year`), month: wholeNumber(form, `${of}Month`) };
    case 'figure':
      return { kind, unit, indicator, period: text(form, `${of}Period`) };
    case 'score':
      return { kind, unit, run: text(form, `${of}Run`) };
    case 'report':
      return { kind, report: text(form, `${of}Report`) };
    case 'collection':
      return { kind, collection: text(form, `${of}Collection`) };
    default:
      return null;
  }
}

/** What a remark is about. */
export const aboutIn = (form: FormData) => subjectIn(form, 'about');

/** What a follow-up is raised from. */
export function originIn(form: FormData) {
  const kind = text(form, 'originKind');
  if (kind === 'remark') return { kind, remark: text(form, 'originRemark') };
  return subjectIn(form, 'origin') ?? { kind, note: text(form, 'originNote') };
}

/** The field of a form for a path of the input: `condition.value` is `conditionValue`. */
export function fieldOf(path: string): string | undefined {
  const [head = '', last = ''] = path.split('.');
  if (!['condition', 'origin', 'about'].includes(head) || last === '') return undefined;
  return `${head}${last.slice(0, 1).toUpperCase()}${last.slice(1)}`;
}
