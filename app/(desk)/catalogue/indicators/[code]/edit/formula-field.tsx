'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { FormulaAnswer } from '@/app/api/catalogue/formula/route';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Spoken } from '@/app/ui/primitives/spoken';
import { codeInFormula } from '@/lib/observations/derived/formulas/code-in-formula';
import { longestFormula } from '@/lib/observations/derived/words';
import { paths, withQuery } from '@/lib/paths';

export type FormulaWords = Record<'formula' | 'hint' | 'unit' | 'find' | 'findHint' | 'faults', string>;

/** Milliseconds after the last key until the formula is read: longer than a fast typist's pause, and still immediate. */
const pause = 200;

/**
 * The fields of a formula. A search writes the code of what was chosen where the cursor stands in the formula, which is read
 * back in names below, with everything that is wrong with it. Without scripts codes are typed, and told when it is saved.
 */
export function FormulaField(props: {
  code: string;
  expression: string;
  unitCode: string;
  reading: string;
  words: FormulaWords;
}) {
  const { code, words } = props;
  const [typed, setTyped] = useState<{ expression: string; unit: string } | null>(null);
  const [sought, setSought] = useState('');
  const [answer, setAnswer] = useState({ reading: props.reading, faults: [] as readonly string[] });
  const [offers, setOffers] = useState<FormulaAnswer['offers']>([]);
  const fields = useRef<HTMLDivElement>(null);
  const id = useId();
  const ask = useAnswer(code);
  useEffect(() => {
    if (typed) return ask(typed, ({ reading, faults }) => setAnswer({ reading, faults }));
  }, [typed, ask]);
  useEffect(() => {
    if (sought.trim() === '') setOffers([]);
    else return ask({ q: sought }, (found) => setOffers(found.offers));
  }, [sought, ask]);
  const read = () => {
    const typedIn = (name: string) =>
      fields.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)?.value ?? '';
    setTyped({ expression: typedIn('expression'), unit: typedIn('unitCode') });
  };
  const insert = (chosen: string) => {
    const field = fields.current?.querySelector<HTMLTextAreaElement>('[name=expression]');
    if (!field) return;
    field.focus();
    field.setRangeText(codeInFormula(chosen), field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    setSought('');
  };
  return (
    <div ref={fields} onInput={read}>
      <TextAreaField
        name="expression"
        label={words.formula}
        hint={words.hint}
        value={props.expression}
        rows={2}
        maxLength={longestFormula}
      />
      <div className="-mt-2 mb-4 noscript:hidden" onInput={(event) => event.stopPropagation()}>
        <label htmlFor={id} className="mb-1 block text-table text-ink-2">
          {words.find}
        </label>
        <input
          id={id}
          type="search"
          list={`${id}-offers`}
          value={sought}
          placeholder={words.findHint}
          autoComplete="off"
          onChange={({ target: { value } }) => {
            const chosen = offers.find(({ label }) => label === value);
            if (chosen) insert(chosen.code);
            else setSought(value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter chooses the first that was found, and must not submit the form.
            event.preventDefault();
            const [first] = offers;
            if (first) insert(first.code);
          }}
          className="h-9 w-full max-w-xl rounded-md border border-rule bg-card px-3 text-sm text-ink placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11"
        />
        <datalist id={`${id}-offers`}>
          {offers.map(({ label, code: one }) => (
            <option key={`${label} ${one}`} value={label} />
          ))}
        </datalist>
      </div>
      <TextField name="unitCode" label={words.unit} value={props.unitCode} maxLength={40} className="max-w-sm" />
      <div role="status" className="mb-4 text-table">
        <p className="break-words">
          <Spoken words={answer.reading} />
        </p>
        {answer.faults.length > 0 && (
          <>
            <p className="mt-1 text-vermilion">{words.faults}</p>
            <ul className="list-disc pl-5 text-vermilion">
              {answer.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

/** Asks for a formula or a search after a pause; returns what ends the asking. An answer that fails changes nothing. */
function useAnswer(code: string) {
  const [ask] = useState(() => (asked: Record<string, string>, then: (answer: FormulaAnswer) => void) => {
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(withQuery(paths.readFormula, { code, ...asked }), { signal: leaving.signal });
        if (response.ok) then(await response.json());
      } catch (error) {
        if (!leaving.signal.aborted && !(error instanceof TypeError)) throw error;
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  });
  return ask;
}
