import { text, wholeNumber } from '@/app/server/action';

/** The prefix of the ticks of what an appeal is about; the total has nothing behind it. */
export const aboutPrefix = 'about-';

/** The appeal that a form is about, as it was shown. */
export const shownIn = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });

/** The same for its unit, which sends the unit of the page. */
export const ownIn = (form: FormData) => ({ ...shownIn(form), unit: text(form, 'ownUnit') });

/** What a unit appeals about, why, and what it asks for. */
export const termsIn = (form: FormData) => ({
  run: text(form, 'run'),
  unit: text(form, 'ownUnit'),
  about: [...form.keys()].flatMap((name) => (name.startsWith(aboutPrefix) ? [name.slice(aboutPrefix.length)] : [])),
  grounds: text(form, 'grounds'),
  asks: text(form, 'asks'),
});

/** What an appeal led to, as its menu sends it: `run/ID`, `figure/INDICATOR/PERIOD`. */
export function remedyIn(form: FormData) {
  const [kind = '', first = '', period = ''] = text(form, 'remedy').split('/');
  return kind === 'figure' ? { kind, indicator: first, period } : { kind, id: first };
}

/** The field of a form for a path of the input: all of a remedy is one menu, and all that is ticked one list. */
export function fieldOf(path: string): string | undefined {
  const [head = ''] = path.split('.');
  return head === 'remedy' || head === 'about' ? head : undefined;
}
