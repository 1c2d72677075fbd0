import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { withQuery } from '@/lib/paths';
import type { PendingExtension } from '@/lib/reporting/collections/exceptions/words';

/** Pending requests for more time, each with its author, reason, and the ways to the forms that decide it. */
export function MoreTime(props: {
  extensions: readonly PendingExtension[];
  path: string;
  mayManage: boolean;
  locale: Locale;
}) {
  const { extensions, path, mayManage, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <Section title={t('more.title')} note={t('more.note')} id="more-time">
      <ul>
        {extensions.map(({ unit, number, ...request }) => (
          <li key={unit.code} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule py-3">
            <div className="min-w-0 flex-1 basis-72">
              <p>
                <span className="font-semibold">{markedName(unit, locale)}</span>{' '}
                {t('more.wished', { day: request.wishedOn })}{' '}
                <span className="text-xs text-ink-2">
                  {t('reopening.asked', { by: request.askedBy, at: writtenMoment(request.askedAt) })}
                </span>
              </p>
              <p className="break-words">{request.reason}</p>
            </div>
            {mayManage &&
              (['grant', 'refuse'] as const).map((decision) => (
                <a
                  key={decision}
                  href={withQuery(
                    path,
                    { do: decision === 'grant' ? 'extend' : 'refuseMore', unit: unit.code, number: `${number}` },
                    'measure',
                  )}
                  className={buttonLook(decision === 'grant' ? 'primary' : 'outline')}
                >
                  {t(`more.${decision}`)}
                  <span className="sr-only">{nameOf(unit, locale)}</span>
                </a>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
