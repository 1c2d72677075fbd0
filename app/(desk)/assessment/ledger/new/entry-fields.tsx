import { record } from '@/app/(desk)/assessment/ledger/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Section } from '@/app/ui/shell/section';
import { hasPoints } from '@/lib/assessment/ledger/entry-fault';
import type { EntryForm, NodeChoice } from '@/lib/assessment/ledger/words';
import type { EntryKind } from '@/lib/assessment/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';

const states = ['provisional', 'proposed'] as const;

/** The fields of an entry of a kind under a scheme; or the reason why none is possible. */
export function EntryFields(props: {
  form: EntryForm;
  kind: EntryKind;
  hidden: Readonly<Record<string, string>>;
  locale: Locale;
}) {
  const { form, kind, hidden, locale } = props;
  const t = translator(locale, 'ledger');
  const nodes = nodesFor(form.nodes, kind);
  const why =
    form.units.length === 0
      ? t('form.noUnits')
      : kind === 'veto' && form.rules.length === 0
        ? t('form.noRules')
        : kind === 'score' && nodes.length === 0
          ? t('form.noScored')
          : null;
  if (why) return <EmptyState title={t('form.what')} reason={why} />;
  return (
    <CommandForm
      action={record}
      submit={t('form.submit')}
      refusedTitle={translator(locale, 'errors')('title')}
      hidden={{
        ...hidden,
        ...(kind === 'veto' ? { node: '' } : { rule: '' }),
        ...(!hasPoints(kind) && { points: '' }),
      }}
    >
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title={t('form.what')} id="what" className="mt-4 min-w-0">
          <SelectField
            name="unitCode"
            label={t('unit')}
            value={form.units[0]?.code ?? ''}
            options={form.units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))}
          />
          {kind === 'veto' ? (
            <SelectField
              name="rule"
              label={t('form.rule')}
              value={form.rules[0]?.key ?? ''}
              options={form.rules.map((rule) => ({ value: rule.key, label: nameOf(rule, locale) }))}
            />
          ) : (
            <SelectField
              name="node"
              label={t(kind === 'bonus' || kind === 'deduction' ? 'node' : 'form.nodeItem')}
              {...((kind === 'bonus' || kind === 'deduction') && { hint: t('form.nodeHint') })}
              value={nodes[0]?.value ?? ''}
              options={nodes.map(({ value, node }) => ({
                value,
                label: value === '' ? t('whole') : labelOf(node, locale),
              }))}
            />
          )}
          {hasPoints(kind) && (
            <TextField
              name="points"
              label={t('form.points')}
              hint={t(kind === 'score' ? 'form.scoreHint' : 'form.pointsHint')}
              maxLength={11}
            />
          )}
          <SelectField
            name="state"
            label={t('form.state')}
            value="proposed"
            options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          />
        </Section>
        <Section title={t('form.why')} id="why" className="mt-4 min-w-0">
          <TextAreaField name="reason" label={t('form.reason')} rows={3} maxLength={1000} />
          <TextField name="evidence" label={t('form.evidence')} hint={t('form.evidenceHint')} maxLength={500} />
          <TextField name="article" label={t('form.article')} hint={t('form.articleHint')} maxLength={200} />
          <div className="side-by-side grid gap-x-6 sm:grid-cols-2">
            <TextField name="incident" label={t('form.incident')} hint={t('form.incidentHint')} maxLength={60} />
            <TextField name="happenedOn" label={t('form.happenedOn')} type="date" />
          </div>
        </Section>
      </div>
    </CommandForm>
  );
}

/** The parts that an entry of the kind can concern; the whole of a scheme has an empty key. */
function nodesFor(nodes: readonly NodeChoice[], kind: EntryKind) {
  const asked =
    kind === 'score'
      ? nodes.filter(({ isScoredByHand }) => isScoredByHand)
      : kind === 'notApplicable'
        ? nodes.filter((node) => node.kind === 'item')
        : nodes;
  return asked.map((node) => ({ node, value: node.depth === 0 ? '' : node.key }));
}

function labelOf(node: NodeChoice, locale: Locale): string {
  const weight = decimalOf(node.weight, 2).replace(/\.?0+$/, '');
  const label = translator(locale, 'ledger')('form.nodeWeight', { name: nameOf(node, locale), weight });
  return `${'　'.repeat(Math.max(0, node.depth - 1))}${label}`;
}
