import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { returnPath } from '@/app/ui/reporting/review-address';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import { withQuery } from '@/lib/paths';
import type { AskedItem, PendingRequest } from '@/lib/reporting/collections/progress/words';
import { keyOf } from '@/lib/reporting/figure-key';

const mostNamed = 6;

/** Pending requests to reopen approved figures, each with its author, reason, and the forms to decide it. */
export function Requests(props: {
  requests: readonly PendingRequest[];
  items: readonly AskedItem[];
  path: string;
  mayManage: boolean;
  /** Whether the returns themselves may be read. */
  mayRead: boolean;
  one: { readonly id: string };
  locale: Locale;
}) {
  const { requests, items, path, mayManage, mayRead, locale } = props;
  const place = { collectionId: props.one.id, department: '' };
  const t = translator(locale, 'collections');
  const nameOfFigure = (key: string) => {
    const item = items.find((one) => keyOf(one) === key);
    return item ? `${nameOf(item, locale)} ${writtenPeriod(item.periodCode, locale)}` : key;
  };
  const writtenFigure = ({ unit, values }: PendingRequest, key: string) => {
    const [item, value] = [items.find((one) => keyOf(one) === key), values[key]];
    if (!item || !value) return t('reopening.noNumber');
    return `${writtenText(value, locale)} ${unitBehind(item, locale)} · ${nameOf(unit, locale)}`;
  };
  return (
    <Section title={t('reopening.title')} note={t('reopening.note')} id="requests">
      <ul>
        {requests.map((request) => (
          <li
            key={`${request.unit.code} ${request.number}`}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule py-3"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p>
                <span className="font-semibold">{markedName(request.unit, locale)}</span>{' '}
                <span className="text-xs text-ink-2">
                  {t('reopening.asked', { by: request.askedBy, at: writtenMoment(request.askedAt) })}
                </span>
              </p>
              <p className="break-words">{request.reason}</p>
              <ul className="mt-1 text-table">
                {request.figures.slice(0, mostNamed).map((key) => (
                  <li key={key}>
                    {mayRead ? (
                      <a
                        href={returnPath({ ...place, unitCode: request.unit.code }, { figure: key })}
                        className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
                      >
                        {nameOfFigure(key)}
                      </a>
                    ) : (
                      nameOfFigure(key)
                    )}{' '}
                    <span className="font-semibold">{writtenFigure(request, key)}</span>
                  </li>
                ))}
              </ul>
              {request.figures.length > mostNamed && (
                <p className="text-xs text-ink-2">{t('reopening.figures', { count: request.figures.length })}</p>
              )}
            </div>
            {mayManage && (
              <a
                href={withQuery(
                  path,
                  { do: 'decide', unit: request.unit.code, number: `${request.number}` },
                  'measure',
                )}
                className={buttonLook('primary')}
              >
                {t('reopening.decide')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
