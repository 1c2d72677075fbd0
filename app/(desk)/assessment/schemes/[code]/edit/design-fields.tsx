'use client';

import { clsx } from 'clsx';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { at, type Path } from '@/lib/assessment/schemes/designer/edit-document';
import { writtenPath } from '@/lib/assessment/schemes/read-scheme';
import { useDesign } from './design-context';

type Common = { path: Path; label: string; hint?: string; className?: string };

const box =
  'h-9 w-full min-w-0 rounded-md border bg-card px-2 text-sm text-ink hover:border-rule-strong max-sm:h-11 max-sm:text-base';

/** A field of the draft with its label and its fault. Its id is its path, so that a finding can link to it. */
function Frame(props: Common & { children: (looks: FieldLooks) => ReactNode }) {
  const { path, label, hint, className } = props;
  const { faults } = useDesign();
  const name = writtenPath(path);
  const fault = faults.get(name);
  const described = clsx(hint && `hint-${name}`, fault && `fault-${name}`);
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={`field-${name}`} className="mb-0.5 block text-xs leading-5 text-ink-2">
        {label}
      </label>
      {props.children({
        id: `field-${name}`,
        className: clsx(box, fault ? 'border-vermilion' : 'border-rule'),
        ...(described && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': true }),
      })}
      {hint && (
        <p id={`hint-${name}`} className="mt-0.5 text-xs leading-5 text-ink-2">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`fault-${name}`} className="mt-0.5 text-xs leading-5 text-vermilion">
          {fault}
        </p>
      )}
    </div>
  );
}

/** The fault of a list as a whole. */
export function FaultLine({ path }: { path: Path }) {
  const { faults } = useDesign();
  const fault = faults.get(writtenPath(path));
  return fault ? <p className="my-1 text-xs leading-5 text-vermilion">{fault}</p> : null;
}

type FieldLooks = {
  id: string;
  className: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

/** A text field of one or several lines. An empty field is an empty text. */
export function TextBox(props: Common & { rows?: number; maxLength?: number }) {
  const { document, edit } = useDesign();
  const value = at(document, props.path);
  const shared = {
    value: typeof value === 'string' ? value : '',
    maxLength: props.maxLength ?? 200,
    spellCheck: false,
  };
  const set = (written: string) => edit({ do: 'set', path: props.path, value: written });
  return (
    <Frame {...props}>
      {(looks) =>
        props.rows ? (
          <textarea
            rows={props.rows}
            {...shared}
            {...looks}
            className={clsx(looks.className, 'h-auto max-sm:h-auto py-1.5')}
            onChange={(event) => set(event.target.value)}
          />
        ) : (
          <input type="text" autoComplete="off" {...shared} {...looks} onChange={(event) => set(event.target.value)} />
        )
      }
    </Frame>
  );
}

/** A number field: an invalid number stays in the draft as text, so that nothing is lost and the finding names it. */
export function NumberBox(props: Common & { isNullable?: boolean }) {
  const { document, edit } = useDesign();
  const { path, isNullable = false } = props;
  const typing = useTyping(at(document, path), isNullable, (value) => edit({ do: 'set', path, value }));
  return (
    <Frame {...props}>
      {(looks) => (
        <input type="text" {...numeric} {...typing} {...looks} className={clsx(looks.className, 'tabular-nums')} />
      )}
    </Frame>
  );
}

/** A number field in a row of the tree: without a visible label, and rendered again only when its number changes. */
export function NumberInput(props: {
  value: unknown;
  label: string;
  isFaulty: boolean;
  onNumber: (value: number | string | null) => void;
}) {
  const typing = useTyping(props.value, false, props.onNumber);
  return (
    <input
      type="text"
      {...numeric}
      {...typing}
      aria-label={props.label}
      {...(props.isFaulty && { 'aria-invalid': true })}
      className={clsx(
        box.replace('w-full', 'w-20'),
        'shrink-0 text-right tabular-nums max-sm:ml-2',
        props.isFaulty ? 'border-vermilion' : 'border-rule',
      )}
    />
  );
}

const numeric = { inputMode: 'decimal', autoComplete: 'off', maxLength: 30 } as const;

/** The text of the field: as typed while it is typed, else the number of the draft. */
function useTyping(value: unknown, isNullable: boolean, onNumber: (value: number | string | null) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? (value === null || value === undefined ? '' : String(value)),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setTyped(event.target.value);
      onNumber(numberIn(event.target.value, isNullable));
    },
    onBlur: () => setTyped(null),
  };
}

function numberIn(typed: string, isNullable: boolean): number | string | null {
  const plain = typed.normalize('NFKC').trim().replaceAll(',', '').replace('−', '-');
  if (plain === '') return isNullable ? null : '';
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : typed;
}

export type Choices = readonly { readonly value: string; readonly label: string; readonly group?: string }[];

/** A choice of one; `none` stands for null. An unknown value is kept and shown unchanged. */
export function ChoiceBox(
  props: Common & { options: Choices; none?: string; onChoose?: (value: string | null) => void },
) {
  const { document, edit } = useDesign();
  const value = at(document, props.path);
  const shown = typeof value === 'string' ? value : '';
  const isKnown = props.options.some((option) => option.value === shown) || (shown === '' && props.none !== undefined);
  const groups = [...new Set(props.options.map(({ group }) => group))];
  const options = (of: Choices) =>
    of.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
  return (
    <Frame {...props}>
      {(looks) => (
        <select
          value={shown}
          {...looks}
          onChange={(event) => {
            const chosen = event.target.value === '' && props.none !== undefined ? null : event.target.value;
            if (props.onChoose) props.onChoose(chosen);
            else edit({ do: 'set', path: props.path, value: chosen });
          }}
        >
          {props.none !== undefined && <option value="">{props.none}</option>}
          {!isKnown && <option value={shown}>{shown}</option>}
          {groups.map((group) => {
            const inGroup = props.options.filter((option) => option.group === group);
            if (group === undefined) return options(inGroup);
            return (
              <optgroup key={group} label={group}>
                {options(inGroup)}
              </optgroup>
            );
          })}
        </select>
      )}
    </Frame>
  );
}

/** A checkbox. */
export function YesNoBox({ path, label, className }: Omit<Common, 'hint'>) {
  const { document, edit } = useDesign();
  return (
    <label className={clsx('inline-flex min-h-9 cursor-pointer items-center gap-2 text-sm max-sm:min-h-11', className)}>
      <input
        type="checkbox"
        id={`field-${writtenPath(path)}`}
        checked={at(document, path) === true}
        onChange={(event) => edit({ do: 'set', path, value: event.target.checked })}
        className="size-4 shrink-0 accent-sea max-sm:size-5"
      />
      {label}
    </label>
  );
}

/** A menu that adds the chosen option and is then empty again. */
export function AddBox(props: { label: string; options: Choices; onChoose: (value: string) => void }) {
  return (
    <select
      aria-label={props.label}
      value=""
      onChange={(event) => {
        if (event.target.value !== '') props.onChoose(event.target.value);
      }}
      className={clsx(box, 'max-w-64 border-rule text-ink-2')}
    >
      <option value="">{props.label}</option>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
