import { text } from '@/app/server/action';

/** The lines of a field that hold something, each once. */
export function linesIn(form: FormData, name: string): string[] {
  const lines = text(form, name)
    .split('\n')
    .map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))];
}

/** The codes behind the ticked checkboxes `prefix-CODE`. */
export function ticked(form: FormData, prefix: string): string[] {
  return [...form.keys()].flatMap((name) => (name.startsWith(`${prefix}-`) ? [name.slice(prefix.length + 1)] : []));
}

/** The fields of a unit that is made. */
export function madeUnit(form: FormData) {
  return {
    code: text(form, 'code').trim(),
    nameZh: text(form, 'nameZh'),
    nameEn: text(form, 'nameEn'),
    kind: text(form, 'kind'),
    parentCode: text(form, 'parentCode'),
  };
}

/** The parts of a split: a name in each line. */
export function partsIn(form: FormData) {
  const kind = text(form, 'kind');
  return linesIn(form, 'parts').map((nameZh) => ({ code: '', nameZh, nameEn: '', kind, parentCode: '' }));
}
