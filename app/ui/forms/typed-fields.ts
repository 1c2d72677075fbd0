/** The typed contents of a form: the values of each name, of ticks those that are on. */
export type Typed = Readonly<Record<string, readonly string[]>>;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Kinds of fields that people do not type in, or that no browser may keep. */
const unkept = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'search']);

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (each): each is Field =>
      (each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement) &&
      each.name !== '' &&
      !unkept.has(each.type) &&
      each.autocomplete !== 'one-time-code',
  );
}

/**
 * The kinds of a form's fields in one text, which tells it from the other forms of a page in every language. Fields for
 * each of many, as `unit-JIA`, are one kind: there may be more of them at the next visit.
 */
export function fieldKinds(form: HTMLFormElement): string {
  return [...new Set(fieldsOf(form).map(({ name }) => /^\w*/.exec(name)?.[0]))].join();
}

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

/** What is typed and ticked in a form, without secrets, files and what the page itself writes. */
export function typedIn(form: HTMLFormElement): Typed {
  const typed: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    typed[field.name] ??= [];
    if (!isTick(field) || field.checked) typed[field.name]?.push(field.value);
  }
  return typed;
}

/** Types and ticks it again, as the person would, so that the parts of the page that listen notice it. */
export function typeAgain(form: HTMLFormElement, typed: Typed): void {
  for (const field of fieldsOf(form)) {
    const values = typed[field.name];
    if (!values) continue;
    if (isTick(field)) {
      if (field.checked !== values.includes(field.value)) field.click();
    } else if (values[0] !== undefined && values[0] !== field.value) {
      // By the prototype, since the page's own setter would hide the change from it.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, values[0]);
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
}

/** The fields of which the contents differ from the first ones: another person's change of the others is kept. */
export function changedFields(initial: Typed, typed: Typed): Typed {
  const differs = ([name, values]: [string, readonly string[]]) =>
    JSON.stringify(values) !== JSON.stringify(initial[name] ?? []);
  return Object.fromEntries(Object.entries(typed).filter(differs));
}
