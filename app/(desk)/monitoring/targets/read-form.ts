import { text, wholeNumber } from '@/app/server/action';

/** The target of a form, with the version that was shown. */
export function keyIn(form: FormData) {
  return {
    ...{ unit: text(form, 'unit'), indicator: text(form, 'indicator') },
    ...{ year: wholeNumber(form, 'year') as number, version: wholeNumber(form, 'version') as number },
  };
}

/** A list that a page wrote into a form; null for anything else, which the command refuses. */
export function jsonIn(form: FormData, name: string): unknown {
  try {
    return JSON.parse(text(form, name));
  } catch {
    return null;
  }
}

/** The drafts of a form whose indicator and unit are ticked. */
export function draftsIn(form: FormData): unknown {
  const all = jsonIn(form, 'drafts');
  if (!Array.isArray(all)) return null;
  const isTicked = (kind: string, code: unknown) => typeof code === 'string' && form.has(`${kind}-${code}`);
  return all.filter((one) => isTicked('indicator', one?.indicator) && isTicked('unit', one?.unit));
}

const kinds = /^(quarter|month)-(given|linear|lastYear)$/;

/** The plan of one target in a form: null for none, undefined to keep the one that there is. */
export function planIn(form: FormData) {
  const kind = text(form, 'plan');
  if (kind === 'keep' || kind === '') return undefined;
  const [, by, shape] = kinds.exec(kind) ?? [];
  if (!by || !shape) return null;
  const values =
    shape === 'given'
      ? text(form, 'values')
          .split(/[\s,，;；、]+/)
          .filter(Boolean)
      : [];
  return { by, shape, values };
}

/** The plan that all issued targets without one get; null for none. */
export function planForAll(form: FormData) {
  const [, by, shape] = kinds.exec(text(form, 'plan')) ?? [];
  return by && shape ? { by, shape } : null;
}

/** The targets that a unit answers: a single one, or all that are ticked. */
export function answersIn(form: FormData) {
  const unit = text(form, 'unit');
  const kind = text(form, 'answer');
  const ticked = [...form.keys()].flatMap((name) => /^target-([\w.-]+)$/.exec(name)?.[1] ?? []);
  const indicators = ticked.length > 0 ? ticked : [text(form, 'indicator')].filter(Boolean);
  return {
    year: wholeNumber(form, 'year'),
    targets: indicators.map((indicator) => ({ unit, indicator, version: wholeNumber(form, `version-${indicator}`) })),
    answer: kind,
    reason: text(form, 'reason'),
  };
}
