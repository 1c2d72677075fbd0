import type { ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { marked } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

export type Crumb = { label: string; href?: string };

const period = /(\d{4}年(?:\d{1,2}(?:—\d{1,2})?月|[一二三四]季度|[上下]半年)?)/;

/** The head of a page: breadcrumbs, title, and actions. */
export async function PageHeader(props: {
  title: ReactNode;
  breadcrumb?: readonly Crumb[];
  subtitle?: ReactNode;
  actions?: ReactNode;
}) {
  const locale = await currentLocale();
  const t = translator(locale, 'shell');
  return (
    <header className="mb-5 border-b border-rule pb-4 print:mb-2 print:pb-1.5">
      {props.breadcrumb && props.breadcrumb.length > 0 && (
        <nav aria-label={t('breadcrumb')} className="mb-1 text-table text-ink-2" data-chrome>
          <ol className="flex flex-wrap gap-x-2">
            {props.breadcrumb.map((crumb) => (
              <li
                key={crumb.label}
                className="after:ml-2 after:text-rule-strong after:content-['/'] last:after:content-none"
              >
                {crumb.href ? (
                  <a href={crumb.href} className="hover:text-sea hover:underline">
                    {marked(crumb.label, locale)}
                  </a>
                ) : (
                  marked(crumb.label, locale)
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl leading-8 font-semibold text-balance print:text-xl print:leading-6">
            {wholePeriods(props.title, locale)}
          </h1>
          {props.subtitle && (
            <div className="mt-1 text-ink-2">
              {typeof props.subtitle === 'string' ? marked(props.subtitle, locale) : props.subtitle}
            </div>
          )}
        </div>
        {props.actions && (
          <div className="flex flex-wrap items-center gap-2" data-chrome>
            {props.actions}
          </div>
        )}
      </div>
    </header>
  );
}

/** A title whose periods do not break: between 2026 and 年10月 a line may not end. */
function wholePeriods(title: ReactNode, locale: Locale): ReactNode {
  if (typeof title !== 'string') return title;
  if (locale === 'en') return marked(title, locale);
  return title.split(period).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places.
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
