import { text } from '@/app/server/action';

/** The columns of the form, by the numbers that its fields end in. */
export function readColumns(form: FormData) {
  return numbersOf(form, 'use').map((at) => ({
    at,
    use: text(form, `use-${at}`),
    indicator: text(form, `indicator-${at}`),
    unit: text(form, `unit-${at}`),
    period: text(form, `period-${at}`),
    measure: text(form, `measure-${at}`),
  }));
}

/** The decided names of the form, by the numbers that its fields end in. */
export function readNames(form: FormData) {
  return numbersOf(form, 'name').map((at) => ({
    kind: text(form, `kind-${at}`),
    key: text(form, `key-${at}`),
    name: text(form, `name-${at}`),
  }));
}

function numbersOf(form: FormData, field: string): number[] {
  const start = `${field}-`;
  return [...form.keys()].flatMap((name) => {
    const number = name.startsWith(start) ? name.slice(start.length) : '';
    return /^\d{1,3}$/.test(number) ? Number(number) : [];
  });
}
