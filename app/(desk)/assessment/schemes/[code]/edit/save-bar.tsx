'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { save } from '@/app/(desk)/assessment/schemes/actions';
import { DraftNotice } from '@/app/ui/forms/draft-notice';
import { freshForm } from '@/app/ui/forms/form-state';
import { usePageOwner } from '@/app/ui/forms/page-owner';
import { useKeptDesign } from '@/app/ui/forms/use-kept-design';
import { useLeaveGuard } from '@/app/ui/forms/use-leave-guard';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';
import { ownerField } from '@/lib/access/words';
import { paths } from '@/lib/paths';
import { useDesign } from './design-context';
import type { CheckLine } from './use-checks';

type State =
  | { kind: 'idle' | 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'refused'; text: string; field?: string };

/** Saves the draft with its note, and reports the state of saving. It stays visible at the end of the page. */
export function SaveBar(props: {
  code: string;
  version: number;
  note: string;
  checks: readonly CheckLine[];
  goTo: (path: string) => void;
}) {
  const { document, edit, t } = useDesign();
  const owner = usePageOwner();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [note, setNote] = useState(props.note);
  const version = useRef(props.version);
  const [kept, setKept] = useState({ document, note });
  const isDirty = kept.document !== document || kept.note !== note;
  useLeaveGuard(isDirty, t('design.leave'));
  const offer = useKeptDesign(
    `scheme ${props.code}`,
    { document, note, version: version.current, isDirty },
    (design) => {
      edit({ do: 'set', path: [], value: design.document });
      setNote(design.note);
    },
  );
  const send = useCallback(async () => {
    setState({ kind: 'saving' });
    const form = new FormData();
    form.set(ownerField, owner);
    form.set('code', props.code);
    form.set('version', `${version.current}`);
    form.set('note', note);
    form.set('document', JSON.stringify(document));
    const answer = await save(freshForm, form).catch(() => null);
    if (answer?.status === 'done') {
      version.current = answer.shown.version;
      setKept({ document, note });
      setState({ kind: 'saved', at: answer.shown.at });
    } else {
      const field = answer?.status === 'refused' ? answer.field : undefined;
      const text = answer?.status === 'refused' ? answer.message : t('design.offline');
      setState({ kind: 'refused', text, ...(field && { field }) });
    }
  }, [document, note, props.code, t, owner]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      void send();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [send]);
  const { field } = state.kind === 'refused' ? state : {};
  const faults = props.checks.filter(({ isFault }) => isFault).length;
  // The finding's own words are preferred for the field that the answer names by its path.
  const line = props.checks.find(({ path }) => path === field);
  return (
    <div className="sticky bottom-0 z-20 -mx-2 mt-10 border-t border-rule-strong bg-paper px-2 py-3 max-md:bottom-14">
      <DraftNotice offer={offer} />
      {state.kind === 'refused' && (
        <p role="alert" className="mb-2 border-l-2 border-vermilion bg-card px-3 py-2">
          {line?.where && t('checks.in', { where: line.where })}
          {line?.text ?? state.text}{' '}
          {field && (
            <button type="button" className="text-sea underline" onClick={() => props.goTo(field)}>
              {t('checks.goTo')}
            </button>
          )}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button
          type="button"
          aria-disabled={state.kind === 'saving'}
          onClick={() => state.kind !== 'saving' && void send()}
          className={buttonLook('primary')}
        >
          {t('design.saveAgain')}
        </button>
        <input
          type="text"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          aria-label={t('design.versionNote')}
          placeholder={t('design.versionNote')}
          maxLength={500}
          className="h-9 min-w-0 flex-1 rounded-md border border-rule bg-card px-2 text-sm placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11 max-sm:basis-40 sm:max-w-80"
        />
        <span role="status" className="text-table text-ink-2">
          <Spoken
            words={
              state.kind === 'saving'
                ? t('design.saving')
                : isDirty
                  ? t('design.unsaved')
                  : state.kind === 'saved' && t('design.savedAt', { at: state.at })
            }
          />
        </span>
        <a href="#checks" className="inline-flex min-h-8 items-center text-table text-sea underline max-sm:min-h-11">
          {faults > 0 ? t('checks.faults', { count: faults }) : t('checks.cleanShort')}
        </a>
        <a href={paths.scheme(props.code)} className={buttonLook('quiet', 'px-2 max-sm:hidden')}>
          {t('design.view')}
        </a>
      </div>
    </div>
  );
}
