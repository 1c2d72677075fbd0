'use client';

import { Dialog } from '@base-ui/react/dialog';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { Paste } from './pasting';

/** A preview of the changes that a pasted block would make. */
export function PasteDialog(props: {
  paste: Paste;
  t: ReturnType<typeof partTranslator<'entry'>>;
  locale: Locale;
  onApply: () => void;
  onCancel: () => void;
}) {
  const { paste, t, locale } = props;
  const unread = paste.lines.filter(({ isUnread }) => isUnread).length;
  return (
    <Dialog.Root open onOpenChange={(open) => open || props.onCancel()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-ink/30 dark:bg-paper/70" />
        <Dialog.Popup className="fixed inset-x-3 top-[8vh] z-50 mx-auto flex max-h-[84vh] max-w-2xl flex-col rounded-md border border-rule bg-card p-4 shadow-lg outline-none">
          <Dialog.Title className="text-lg font-semibold">
            {t('pasteTitle', { count: paste.lines.length })}
          </Dialog.Title>
          <Dialog.Description className="mt-1 text-ink-2">
            {paste.isByName ? t('pasteByName') : t('pasteLead', { indicator: nameOf(paste.from.indicator, locale) })}
          </Dialog.Description>
          <ul className="mt-2 max-h-40 list-disc overflow-auto pl-5 text-table">
            {paste.spare.length > 0 && (
              <li className="break-all text-vermilion">
                {t('pasteSpare', { count: paste.spare.length, list: listed(paste.spare, locale) })}
              </li>
            )}
            {paste.unnamed.length > 0 && (
              <li className="break-all text-vermilion">
                {t('pasteUnnamed', { count: paste.unnamed.length, list: listed(paste.unnamed, locale) })}
              </li>
            )}
            {paste.over > 0 && <li>{t('pasteOver', { count: paste.over })}</li>}
            {paste.locked > 0 && <li>{t('pasteLocked', { count: paste.locked })}</li>}
            {unread > 0 && <li className="text-vermilion">{t('pasteUnread', { count: unread })}</li>}
          </ul>
          <div className="mt-3 min-h-0 overflow-auto">
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">{t('columns.indicator')}</th>
                  <th scope="col" className="end">
                    {t('before')}
                  </th>
                  <th scope="col" className="end">
                    {t('after')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {paste.lines.map((line) => (
                  <tr key={`${keyOf(line.figure)} ${line.field}`}>
                    <td>
                      {markedName(line.figure.indicator, locale)}{' '}
                      <span className="text-ink-2">{writtenPeriod(line.figure.periodCode, locale)}</span>
                      {line.field === 'typedYoy' && <span className="text-ink-2"> · {t('columns.yoy')}</span>}
                    </td>
                    <td className="end text-ink-2">{line.before || t('emptyCell')}</td>
                    <td className={line.isUnread ? 'end text-vermilion' : 'end font-semibold'}>
                      {line.after || t('emptyCell')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="mt-4 flex flex-wrap gap-3">
            <button type="button" className={buttonLook('primary')} onClick={props.onApply}>
              {t('apply')}
            </button>
            <Dialog.Close className={buttonLook('outline')}>{t('cancel')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
