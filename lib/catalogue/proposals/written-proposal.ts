import { writtenNote } from '@/lib/catalogue/annotations/told/written-note';
import type { ProposalLine, ProposalPage } from '@/lib/catalogue/proposals/words';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { proposals } from '@/lib/i18n/zh-CN/proposals';
import { writtenFormula } from '@/lib/observations/derived/formulas/written-formula';

/** What a proposal would change, in plain sentences; names stand for the codes that are known. */
export function writtenProposal(line: ProposalLine, names: ProposalPage['names'], locale: Locale): string[] {
  const t = translator(locale, 'proposals');
  const named = (kind: string, code: unknown) => {
    const found = names.find((one) => one.kind === kind && one.code === code);
    return found ? nameOf(found, locale) : String(code ?? '');
  };
  const [subjectKind = '', subjectCode = ''] = line.subject.split('/');
  const subject = named(subjectKind, subjectCode);
  const input = line.input as Readonly<Record<string, unknown>>;
  const from = String(input.from ?? '');
  const units = (codes: unknown) =>
    listed(
      (Array.isArray(codes) ? codes : []).map((code) => named('unit', code)),
      locale,
    );
  const change = (what: keyof typeof proposals.sentences.what, from: string, to: string): string[] => {
    const nothing = t('sentences.nothing');
    const words = { what: t(`sentences.what.${what}`), from: from || nothing, to: to || nothing };
    return from === to ? [] : [t('sentences.change', words)];
  };
  /** A text of a definition in the reader's language, in Chinese where there is no other. */
  const wording = (text: 'definition' | 'formula', given: typeof input) =>
    String((locale === 'en' && given[`${text}En`]) || given[`${text}Zh`] || '');
  const formulaOf = (given: typeof line.was) => {
    const unit = named('unit', given?.unitCode);
    const formula = writtenFormula(String(given?.expression ?? ''), names, locale);
    return unit ? t('sentences.formulaFor', { formula, unit }) : formula;
  };
  switch (line.kind) {
    case 'unit.rename':
      return [t('sentences.rename', { subject, from, name: String(input.nameZh) })];
    case 'unit.move':
      return [t('sentences.move', { subject, from, parent: named('unit', input.parentCode) || t('sentences.top') })];
    case 'unit.retire':
      return [t('sentences.retire', { subject, from })];
    case 'unit.merge':
      return [
        t('sentences.merge', {
          units: units(input.predecessors),
          from,
          into: input.into ? named('unit', input.into) : String((input.made as { nameZh?: string } | null)?.nameZh),
        }),
        ...(input.addsUp ? [t('sentences.addsUp')] : []),
      ];
    case 'unit.split':
      return [
        t(input.retires ? 'sentences.split' : 'sentences.splitOff', {
          subject,
          from,
          parts: listed(
            (Array.isArray(input.parts) ? input.parts : []).map(({ nameZh }: { nameZh: string }) => nameZh),
            locale,
          ),
        }),
      ];
    case 'group.changeMembers': {
      const [added, removed] = [units(input.add), units(input.remove)];
      return [
        ...(added
          ? [
              input.until
                ? t('sentences.addedUntil', { subject, from, until: String(input.until), units: added })
                : t('sentences.added', { subject, from, units: added }),
            ]
          : []),
        ...(removed ? [t('sentences.removed', { subject, from, units: removed })] : []),
      ];
    }
    case 'annotation.record':
    case 'annotation.correct':
    case 'annotation.withdraw':
      return writtenNote({ kind: line.kind, input, was: line.was, title: subject }, named, locale);
    case 'indicator.derive':
      return [
        t('sentences.derive', { subject, figures: Number(line.was?.figures ?? 0) }),
        ...change('formula', formulaOf(line.was), formulaOf(input)),
      ];
    case 'indicator.define':
      return [
        t('sentences.define', { subject, from: String(input.validFrom ?? '') }),
        ...(line.was
          ? [
              ...change('definition', wording('definition', line.was), wording('definition', input)),
              ...change('method', wording('formula', line.was), wording('formula', input)),
            ]
          : []),
        t(input.isBreak ? 'sentences.breaks' : 'sentences.compares'),
      ];
    case 'indicator.retire': {
      const day = (given: typeof line.was) => String(given?.retiredOn ?? '');
      return [
        day(input) ? t('sentences.retireIndicator', { subject, day: day(input) }) : t('sentences.resume', { subject }),
        ...(line.was
          ? [
              ...change('lastDay', day(line.was), day(input)),
              ...change('successor', named('indicator', line.was.replacedBy), named('indicator', input.replacedBy)),
            ]
          : []),
      ];
    }
  }
}
