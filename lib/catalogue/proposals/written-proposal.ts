import type { ProposalLine, ProposalPage } from '@/lib/catalogue/proposals/words';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
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
  const change = (what: 'formula', from: string, to: string) =>
    t('sentences.change', { what: t(`sentences.what.${what}`), from: from || t('sentences.nothing'), to: to || t('sentences.nothing') });
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
        ...(added ? [t('sentences.added', { subject, from, units: added })] : []),
        ...(removed ? [t('sentences.removed', { subject, from, units: removed })] : []),
      ];
    }
    case 'indicator.derive':
      return [
        t('sentences.derive', { subject, figures: Number(line.was?.figures ?? 0) }),
        change('formula', formulaOf(line.was), formulaOf(input)),
      ];
    default:
      return [t(`sentences.${line.kind === 'indicator.define' ? 'define' : 'retireIndicator'}`, { subject })];
  }
}
