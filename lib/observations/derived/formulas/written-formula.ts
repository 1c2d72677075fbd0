import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormulaInput, FormulaNames } from '@/lib/observations/derived/formulas/formula';
import { type CallName, type Expression, ExpressionFault, parseAmount } from '@/lib/reporting/rules/expression';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** A part of a written formula: signs and numbers, or an input. */
export type FormulaPart = { readonly text: string } | { readonly input: FormulaInput };

const signs: Readonly<Record<string, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const strengths: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

const strengthOf = (one: Expression) => (one.kind === 'binary' ? (strengths[one.op] ?? 0) : 3);

/** A formula in parts, with the brackets that it needs and no others; `callOf` names functions. */
export function formulaParts(whole: Expression, callOf: (name: CallName) => string): FormulaPart[] {
  const inBrackets = (one: Expression) => [{ text: '(' }, ...write(one), { text: ')' }];
  const write = (one: Expression): FormulaPart[] => {
    switch (one.kind) {
      case 'number':
        return [{ text: groupedDecimal(one.value) }];
      case 'figure':
      case 'members':
        return [{ input: one }];
      case 'negative':
        return [{ text: '−' }, ...(strengthOf(one.of) < 3 || one.of.kind === 'negative' ? inBrackets : write)(one.of)];
      case 'call':
        return [
          { text: `${callOf(one.name)}(` },
          ...one.args.flatMap((arg, at) => (at === 0 ? write(arg) : [{ text: ', ' }, ...write(arg)])),
          { text: ')' },
        ];
      case 'binary': {
        const own = strengthOf(one);
        const bracketsRight = one.right.kind === 'negative' || strengthOf(one.right) <= own;
        return [
          ...(strengthOf(one.left) < own ? inBrackets : write)(one.left),
          { text: ` ${signs[one.op] ?? one.op} ` },
          ...(bracketsRight ? inBrackets : write)(one.right),
        ];
      }
      default:
        return [];
    }
  };
  return write(whole);
}

/** A code by its name, where it has one. */
function named(kind: string, code: string, names: FormulaNames, locale: Locale): string {
  const found = names.find((one) => one.kind === kind && one.code === code);
  return found ? nameOf(found, locale) : code;
}

/** An input of a formula in words: 地区生产总值（上年同期）. */
export function writtenInput(input: FormulaInput, names: FormulaNames, locale: Locale): string {
  const t = translator(locale, 'derived');
  const name = named('indicator', input.code, names, locale);
  if (input.kind === 'members')
    return t(`inputs.${input.how}`, { name, group: named('group', input.group, names, locale) });
  return input.at === 'now' ? name : t(`inputs.${input.at}`, { name });
}

/** A formula in words: 甲 ÷ 乙 × 100. */
export function writtenExpression(expression: Expression, names: FormulaNames, locale: Locale): string {
  const t = translator(locale, 'derived');
  return formulaParts(expression, (name) => t(`calls.${name}`))
    .map((part) => ('text' in part ? part.text : writtenInput(part.input, names, locale)))
    .join('');
}

/** A typed formula in words; as typed where it cannot be read. */
export function writtenFormula(text: string, names: FormulaNames, locale: Locale): string {
  try {
    return writtenExpression(parseAmount(text), names, locale);
  } catch (error) {
    if (error instanceof ExpressionFault) return text;
    throw error;
  }
}

/** A formula with the values of its inputs: 120 ÷ 300 × 100. */
export function writtenWorking(
  expression: Expression,
  amountOf: (input: FormulaInput) => string,
  locale: Locale,
): string {
  const t = translator(locale, 'derived');
  return formulaParts(expression, (name) => t(`calls.${name}`))
    .map((part) => {
      if ('text' in part) return part.text;
      const value = groupedDecimal(amountOf(part.input));
      return value.startsWith('−') ? `(${value})` : value;
    })
    .join('');
}
