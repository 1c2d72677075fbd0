'use client';

import { Trash2 } from 'lucide-react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { buttonLook } from '@/app/ui/primitives/button';
import { measureIn } from '@/lib/assessment/explanation/measure-after';
import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { MethodField } from '@/lib/assessment/methods/kit/fields';
import { formOf, methodKinds, plainKinds, startingMethod } from '@/lib/assessment/methods/rooms';
import type { Method } from '@/lib/assessment/methods/schemas';
import { at, type Path } from '@/lib/assessment/schemes/designer/edit-document';
import { measureInDraft } from '@/lib/assessment/schemes/designer/measure-in-draft';
import { blankOf, blankTransforms, transformFields } from '@/lib/assessment/schemes/methods/transform-fields';
import { writtenPath } from '@/lib/assessment/schemes/read-scheme';
import { type TransformKind, transformKinds } from '@/lib/assessment/words';
import { useDesign } from './design-context';
import { AddBox, ChoiceBox, FaultLine, NumberBox, TextBox, YesNoBox } from './design-fields';
import { IndicatorBox } from './indicator-box';

/** The choice of a method, its formula, and its parameters as fields. */
export function MethodBox({ path, isPart = false }: { path: Path; isPart?: boolean }) {
  const { document, edit, t, m } = useDesign();
  const method = at(document, path) as { kind?: unknown } | undefined;
  const kind = methodKinds.find((one) => one === method?.kind);
  const form = kind && formOf({ kind });
  // An incomplete draft may have a formula key without a message.
  const formula = form?.formulaKey(method as Method);
  return (
    <div>
      <ChoiceBox
        path={[...path, 'kind']}
        label={t('design.method')}
        options={(isPart ? plainKinds : methodKinds).map((value) => ({ value, label: m(`kinds.${value}`) }))}
        onChoose={(chosen) => {
          const next = methodKinds.find((one) => one === chosen);
          if (next) edit({ do: 'set', path, value: { kind: next, ...formOf({ kind: next }).blank } });
        }}
      />
      {formula && m.has(formula) && <p className="mt-1 text-xs leading-5 text-ink-2">{m(formula)}</p>}
      {form && <ParameterFields path={path} fields={form.fields} />}
      {isBlend({ kind }) && <BlendParts path={[...path, 'parts']} />}
    </div>
  );
}

/** The parameters of a method or a transform. */
function ParameterFields({ path, fields }: { path: Path; fields: readonly MethodField[] }) {
  const { document } = useDesign();
  const shown = fields.filter(({ when }) => !when || at(document, [...path, when[0]]) === when[1]);
  if (shown.length === 0) return null;
  return (
    <div className="mt-3 grid grid-cols-2 items-start gap-x-4 gap-y-3 max-sm:grid-cols-1">
      {shown.map((field) => (
        <Parameter key={field.name} path={[...path, field.name]} field={field} />
      ))}
    </div>
  );
}

function Parameter({ path, field }: { path: Path; field: MethodField }) {
  const { document, edit, t, m } = useDesign();
  const label = m(`parameters.${field.label}`);
  const option = (options: string, value: string) => m(`options.${options}.${value}` as 'options.yesNo.yes');
  switch (field.kind) {
    case 'number':
      return <NumberBox path={path} label={label} isNullable={field.isNullable ?? false} />;
    case 'text':
      return <TextBox path={path} label={label} />;
    case 'yesNo':
      return <YesNoBox path={path} label={label} />;
    case 'indicator':
      return <IndicatorBox path={path} label={label} />;
    case 'choice':
      return (
        <ChoiceBox
          path={path}
          label={label}
          options={field.values.map((value) => ({ value, label: option(field.options, value) }))}
        />
      );
    case 'shape': {
      const from = String(at(document, [...path, 'from']));
      return (
        <div className="col-span-full border-l-2 border-rule pl-3">
          <ChoiceBox
            path={[...path, 'from']}
            label={label}
            className="max-w-72"
            options={Object.keys(field.shapes).map((value) => ({ value, label: option(field.options, value) }))}
            onChoose={(value) =>
              value && edit({ do: 'set', path, value: { from: value, ...blankOf(field.shapes[value] ?? []) } })
            }
          />
          <ParameterFields path={path} fields={field.shapes[from] ?? []} />
        </div>
      );
    }
    case 'optional': {
      const isSet = at(document, path) !== null;
      return (
        <div className="col-span-full border-l-2 border-rule pl-3">
          <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 text-sm max-sm:min-h-11">
            <input
              type="checkbox"
              checked={isSet}
              onChange={() => edit({ do: 'set', path, value: isSet ? null : blankOf(field.fields) })}
              className="size-4 shrink-0 accent-sea max-sm:size-5"
            />
            {label}
          </label>
          {isSet && <ParameterFields path={path} fields={field.fields} />}
        </div>
      );
    }
    case 'rows': {
      const rows = at(document, path);
      return (
        <fieldset className="col-span-full border-l-2 border-rule pl-3" id={`field-${writtenPath(path)}`} tabIndex={-1}>
          <legend className="text-xs leading-5 text-ink-2">{label}</legend>
          <FaultLine path={path} />
          {(Array.isArray(rows) ? rows : []).map((_, nth) => (
            <div key={writtenPath([...path, nth])} className="mb-2 flex items-end gap-2">
              {field.fields.map((inner) => (
                <div key={inner.name} className="min-w-0 flex-1">
                  <Parameter path={[...path, nth, inner.name]} field={inner} />
                </div>
              ))}
              <SmallButton
                label={t('design.removeNamed', { name: `${nth + 1}` })}
                isDanger
                onClick={() => edit({ do: 'remove', path: [...path, nth] })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </SmallButton>
            </div>
          ))}
          <button
            type="button"
            className={buttonLook('quiet', 'px-2')}
            onClick={() => edit({ do: 'add', path, value: blankOf(field.fields) })}
          >
            {t('design.addRow')}
          </button>
        </fieldset>
      );
    }
  }
}

/** The transforms of the value before the method, in order. */
export function TransformList({ path }: { path: Path }) {
  const { document, edit, catalogue, t, m, locale } = useDesign();
  const measureOf = (code: string) => catalogue.indicators.find((one) => one.code === code);
  const unitAfter = (nth: number) => {
    const measure = measureInDraft(document, [...path, nth], measureOf);
    return measure && measureIn(measure, locale);
  };
  const list = at(document, path);
  const shown = Array.isArray(list) ? (list as { kind: TransformKind }[]) : [];
  return (
    <fieldset className="border-l-2 border-rule pl-3">
      <legend className="text-xs leading-5 text-ink-2">{t('design.transforms')}</legend>
      <ol>
        {shown.map(({ kind }, nth) => (
          <li key={writtenPath([...path, nth])} className="mb-2">
            <div className="flex items-center justify-between gap-2">
              <span className="text-sm">
                {m(`transforms.${kind}`)} <span className="text-xs text-ink-2">{m(`transformFormulas.${kind}`)}</span>
                {unitAfter(nth) && <span className="text-xs text-ink-2"> → {unitAfter(nth)}</span>}
              </span>
              <SmallButton
                label={t('design.removeNamed', { name: m(`transforms.${kind}`) })}
                isDanger
                onClick={() => edit({ do: 'remove', path: [...path, nth] })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </SmallButton>
            </div>
            <ParameterFields path={[...path, nth]} fields={transformFields[kind] ?? []} />
          </li>
        ))}
      </ol>
      {shown.length < 6 && (
        <AddBox
          label={t('design.addTransform')}
          options={transformKinds.map((value) => ({ value, label: m(`transforms.${value}`) }))}
          onChoose={(chosen) => {
            const kind = transformKinds.find((one) => one === chosen);
            if (kind) edit({ do: 'add', path, value: { kind, ...blankTransforms[kind] } });
          }}
        />
      )}
    </fieldset>
  );
}

function BlendParts({ path }: { path: Path }) {
  const { document, edit, t, m } = useDesign();
  const parts = at(document, path);
  const shown = Array.isArray(parts) ? (parts as { key?: unknown }[]) : [];
  return (
    <div className="mt-3" id={`field-${writtenPath(path)}`} tabIndex={-1}>
      <FaultLine path={path} />
      {shown.map((part, nth) => (
        <fieldset key={writtenPath([...path, nth])} className="mb-3 rounded-md border border-rule p-3">
          <div className="mb-2 flex items-end gap-3">
            <TextBox path={[...path, nth, 'key']} label={m('parameters.partKey')} className="flex-1" maxLength={40} />
            <NumberBox path={[...path, nth, 'weight']} label={m('parameters.partWeight')} className="w-28" />
            <SmallButton
              label={t('design.removeNamed', { name: String(part.key ?? nth + 1) })}
              isDanger
              isOff={shown.length <= 2}
              onClick={() => edit({ do: 'remove', path: [...path, nth] })}
            >
              <Trash2 size={16} aria-hidden="true" />
            </SmallButton>
          </div>
          <TransformList path={[...path, nth, 'transforms']} />
          <div className="mt-3">
            <MethodBox path={[...path, nth, 'method']} isPart />
          </div>
        </fieldset>
      ))}
      {shown.length < 4 && (
        <button
          type="button"
          className={buttonLook('quiet', 'px-2')}
          onClick={() =>
            edit({
              do: 'add',
              path,
              value: {
                key: `part${shown.length + 1}`,
                weight: 0,
                transforms: [],
                method: startingMethod,
              },
            })
          }
        >
          {t('design.addPart')}
        </button>
      )}
    </div>
  );
}
