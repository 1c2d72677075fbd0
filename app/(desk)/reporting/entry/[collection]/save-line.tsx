'use client';

import type { partTranslator } from '@/lib/i18n/part-translator';
import type { SaveState } from './use-autosave';

type Translator = ReturnType<typeof partTranslator<'entry'>>;

/** The state of saving, announced to screen readers when it changes. */
export function SaveLine({ state, t, onRetry }: { state: SaveState; t: Translator; onRetry: () => void }) {
  return (
    <p role="status" className="flex min-w-0 flex-wrap items-center gap-2 text-table text-ink-2">
      {state.kind === 'clean' && state.at && t('savedAt', { at: state.at })}
      {state.kind === 'dirty' && t('dirty')}
      {state.kind === 'saving' && t('saving')}
      {state.kind === 'failed' && (
        <>
          <span className="text-vermilion">{t('saveFailed', { reason: state.reason })}</span>
          <button type="button" className="min-h-6 text-sea underline max-sm:min-h-11" onClick={onRetry}>
            {t('retry')}
          </button>
        </>
      )}
    </p>
  );
}
