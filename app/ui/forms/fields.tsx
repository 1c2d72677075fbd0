'use client';

import { clsx } from 'clsx';
import { type ReactNode, use, useState } from 'react';
import { FormContext } from './form-context';

type Common = { name: string; label: ReactNode; hint?: ReactNode; className?: string };

const box =
  'h-10 w-full rounded-md border bg-card px-3 text-sm text-ink placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11 max-sm:text-base';

function Frame({ name, label, hint, className, children }: Common & { children: ReactNode }) {
  const { faults, prefix } = use(FormContext);
  const own = faults.filter(({ field }) => field === name);
  return (
    <div className={clsx('mb-4 flex flex-col', className)}>
      <label htmlFor={`field-${prefix}${name}`} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {hint && (
        <p id={`hint-${prefix}${name}`} className="mb-1 text-xs leading-5 text-ink-2">
          {hint}
        </p>
      )}
      {own.length > 0 && (
        <p id={`fault-${prefix}${name}`} className="mb-1 text-xs leading-5 whitespace-pre-line text-vermilion">
          {own.map(({ message }) => message).join('\n')}
        </p>
      )}
      {children}
    </div>
  );
}

function useField(name: string, hasHint: boolean, initial: string) {
  const { values, faults, key, prefix } = use(FormContext);
  const isFault = faults.some(({ field }) => field === name);
  const described = clsx(hasHint && `hint-${prefix}${name}`, isFault && `fault-${prefix}${name}`);
  return {
    key,
    props: {
      id: `field-${prefix}${name}`,
      name,
      defaultValue: values[name] ?? initial,
      ...(described && { 'aria-describedby': described }),
      ...(isFault && { 'aria-invalid': true }),
      className: clsx(box, isFault ? 'border-vermilion' : 'border-rule'),
    },
  };
}

/** One line of text; `offers` are words to choose from, and others may be typed. */
export function TextField(
  props: Common & {
    value?: string;
    type?: 'text' | 'date' | 'time';
    autoComplete?: string;
    inputMode?: 'numeric' | 'text';
    maxLength?: number;
    /** Names that the browser offers while somebody types; any other text may be typed too. */
    offers?: readonly string[];
  },
) {
  const { key, props: field } = useField(props.name, Boolean(props.hint), props.value ?? '');
  return (
    <Frame {...props}>
      <input
        key={key}
        type={props.type ?? 'text'}
        autoComplete={props.autoComplete ?? 'off'}
        spellCheck={false}
        autoCapitalize="none"
        {...(props.inputMode && { inputMode: props.inputMode })}
        {...(props.maxLength && { maxLength: props.maxLength })}
        {...(props.offers && { list: `offers-${field.id}` })}
        {...field}
      />
      {props.offers && (
        <datalist id={`offers-${field.id}`}>
          {props.offers.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </Frame>
  );
}

/** A code of the second factor: of the authenticator, or a recovery code. */
export function CodeField(props: Omit<Common, 'name'>) {
  return <TextField {...props} name="code" autoComplete="one-time-code" maxLength={20} />;
}

/** Several lines of text. */
export function TextAreaField(props: Common & { value?: string; rows?: number; maxLength?: number }) {
  const { key, props: field } = useField(props.name, Boolean(props.hint), props.value ?? '');
  return (
    <Frame {...props}>
      <textarea
        key={key}
        rows={props.rows ?? 3}
        {...(props.maxLength && { maxLength: props.maxLength })}
        {...field}
        className={clsx(field.className, 'h-auto py-2 max-sm:h-auto')}
      />
    </Frame>
  );
}

/** A secret, which can be revealed while it is typed and may be pasted. */
export function PasswordField(
  props: Common & { autoComplete: 'current-password' | 'new-password'; words: { show: string; hide: string } },
) {
  const { key, props: field } = useField(props.name, Boolean(props.hint), '');
  const [isShown, setShown] = useState(false);
  return (
    <Frame {...props}>
      <div className="relative">
        <input
          key={key}
          type={isShown ? 'text' : 'password'}
          autoComplete={props.autoComplete}
          maxLength={128}
          {...field}
          className={clsx(field.className, 'pr-16')}
        />
        <button
          type="button"
          onClick={() => setShown(!isShown)}
          aria-pressed={isShown}
          className="absolute inset-y-0 right-1 my-1 rounded-sm px-2 text-xs text-ink-2 hover:text-ink"
        >
          {isShown ? props.words.hide : props.words.show}
        </button>
      </div>
    </Frame>
  );
}

/** A menu. */
export function SelectField(props: Common & { value: string; options: readonly { value: string; label: string }[] }) {
  const { key, props: field } = useField(props.name, Boolean(props.hint), props.value);
  return (
    <Frame {...props}>
      <select key={key} {...field}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A file to upload. */
export function FileField(props: Common & { accept: string }) {
  const { key, props: field } = useField(props.name, Boolean(props.hint), '');
  const { defaultValue: _, ...rest } = field;
  return (
    <Frame {...props}>
      <input
        key={key}
        type="file"
        accept={props.accept}
        {...rest}
        className={clsx(
          rest.className,
          'h-auto py-1.5 file:mr-3 file:rounded-sm file:border-0 file:bg-wash file:px-3 file:py-1 file:text-sea',
        )}
      />
    </Frame>
  );
}
