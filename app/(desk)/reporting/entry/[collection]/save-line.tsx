'use client';

import type { SaveState } from '@/app/ui/grid/use-autosave';
import type { partTranslator } from '@/lib/i18n/part-translator';
import { paths } from '@/lib/paths';

type Translator = ReturnType<typeof partTranslator<'entry'>>;

/**
 * The state of saving, announced to screen readers when it changes. Each text is an element of its own, so that a
 * translated page shows the present one.
 */
export function SaveLine(props: { state: SaveState; conflicts: number; t: Translator; onRetry: () => void }) {
  const { state, conflicts, t } = props;
  const quiet =
    state.kind === 'clean'
      ? state.at && conflicts === 0 && t('savedAt', { at: state.at })
      : state.kind !== 'failed' && t(state.kind);
  return (
    <p role="status" className="flex min-w-0 flex-wrap items-center gap-2 text-table text-ink-2">
      {quiet && <span key={quiet}>{quiet}</span>}
      {conflicts > 0 && (
        <span key={conflicts} className="text-gold">
          {t('conflictsLeft', { count: conflicts })}
        </span>
      )}
      {state.kind === 'failed' && (
        <>
          <span key={state.reason} className="text-vermilion">
            {t('saveFailed', { reason: state.reason })}
          </span>
          {state.mustSignIn && (
            <a
              href={paths.signIn}
              target="_blank"
              rel="noopener"
              className="min-h-6 text-sea underline max-sm:min-h-11"
            >
              {t('signInAgain')}
            </a>
          )}
          <button type="button" className="min-h-6 text-sea underline max-sm:min-h-11" onClick={props.onRetry}>
            {t('retry')}
          </button>
        </>
      )}
    </p>
  );
}
