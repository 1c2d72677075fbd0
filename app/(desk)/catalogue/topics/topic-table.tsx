import { CommandForm } from '@/app/ui/forms/command-form';
import { OrderForm } from '@/app/ui/forms/order-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { DataTable } from '@/app/ui/tables/data-table';
import type { TopicRow } from '@/lib/catalogue/topics/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { edit, move, order, remove } from './actions';
import { TopicFields } from './topic-fields';
import { TopicMoves } from './topic-moves';
import { stepped } from './topic-steps';

const indents = ['', 'pl-6', 'pl-12'];

/** The topics in the order of their tree, a line each; the open one has its form below it. */
export function TopicTable(props: {
  topics: readonly TopicRow[];
  open: string | undefined;
  /** Those of the open topic, in their order. */
  indicators: readonly Named[];
  locale: Locale;
}) {
  const { topics, open, indicators, locale } = props;
  const c = translator(locale, 'catalogue');
  const refusedTitle = translator(locale, 'errors')('title');
  return (
    <TopicMoves topics={topics} action={move} refusedTitle={refusedTitle}>
      <DataTable
        caption={c('topics.title')}
        rows={topics}
        rowKey={({ code }) => code}
        rowId={({ code }) => `topic-${code}`}
        columns={[
          {
            key: 'name',
            header: c('topics.name'),
            className: 'min-w-28',
            cell: (one) => (
              <a
                href={withQuery(paths.indicators, { topic: one.code })}
                className={`block text-sea hover:underline ${indents[one.depth]}`}
              >
                {nameOf(one, locale)}
              </a>
            ),
          },
          {
            key: 'indicators',
            header: c('topics.indicators'),
            align: 'end',
            className: 'max-sm:hidden',
            cell: ({ indicators }) => indicators,
          },
          {
            key: 'order',
            header: c('topics.order'),
            cell: (one) => (
              <span className="grid w-fit grid-cols-2 gap-2">
                <Move one={one} topics={topics} step="up" locale={locale} />
                <Move one={one} topics={topics} step="down" locale={locale} />
              </span>
            ),
          },
          {
            key: 'action',
            header: c('topics.action'),
            cell: (one) => (
              <a
                href={withQuery(paths.topics, open === one.code ? {} : { edit: one.code }, `topic-${one.code}`)}
                aria-label={`${c(open === one.code ? 'topics.close' : 'topics.edit')} ${nameOf(one, locale)}`}
                className={buttonLook('outline')}
              >
                {c(open === one.code ? 'topics.close' : 'topics.edit')}
              </a>
            ),
          },
        ]}
        detail={(one) =>
          one.code === open && (
            <div className="max-w-4xl py-2">
              <CommandForm
                id="topic"
                action={edit}
                submit={c('topics.save')}
                refusedTitle={refusedTitle}
                hidden={{ code: one.code, version: one.version }}
              >
                <TopicFields topics={topics} own={one} locale={locale} />
              </CommandForm>
              {indicators.length > 1 && <IndicatorOrder topic={one} indicators={indicators} locale={locale} />}
              <div className="mt-4 border-t border-rule pt-3">
                {isEmpty(one, topics) ? (
                  <CommandForm
                    id="deleteTopic"
                    action={remove}
                    submit={c('topics.delete')}
                    tone="danger"
                    refusedTitle={refusedTitle}
                    hidden={{ code: one.code, version: one.version }}
                    asks={{
                      question: c('topics.deleteQuestion', { topic: nameOf(one, locale) }),
                      yes: c('topics.delete'),
                      no: c('deletion.keep'),
                    }}
                  />
                ) : (
                  <p className="text-ink-2">{c('topics.inUse')}</p>
                )}
              </div>
            </div>
          )
        }
      />
    </TopicMoves>
  );
}

/** The indicators of a topic, to put in order. */
function IndicatorOrder(props: { topic: TopicRow; indicators: readonly Named[]; locale: Locale }) {
  const { topic, indicators, locale } = props;
  const c = translator(locale, 'catalogue');
  return (
    <section className="mt-4 border-t border-rule pt-3">
      <h3 className="font-semibold">{c('topics.indicatorOrder')}</h3>
      <p className="mb-2 text-table text-ink-2">{c('topics.indicatorOrderNote')}</p>
      <OrderForm
        id="indicatorOrder"
        action={order}
        submit={c('topics.saveOrder')}
        saved={c('topics.done.ordered')}
        refusedTitle={translator(locale, 'errors')('title')}
        of={topic}
        name="indicators"
        items={indicators.map((one) => ({ code: one.code, name: nameOf(one, locale) }))}
        label={(key, name) => c(`topics.${key}`, { topic: name })}
      />
    </section>
  );
}

function isEmpty({ code, indicators }: TopicRow, topics: readonly TopicRow[]): boolean {
  return indicators === 0 && !topics.some(({ parentCode }) => parentCode === code);
}

/** Moves a topic by one place among its sisters, which scripts do by `TopicMoves`; an empty place where there is none to move to. */
function Move(props: { one: TopicRow; topics: readonly TopicRow[]; step: 'up' | 'down'; locale: Locale }) {
  const { one, topics, step, locale } = props;
  const c = translator(locale, 'catalogue');
  const done = stepped(topics, { code: one.code, step });
  if (!done) return <span />;
  return (
    <CommandForm
      action={move}
      submit={c(`topics.${step}`)}
      label={c(`topics.${step}Of`, { topic: nameOf(one, locale) })}
      tone="outline"
      refusedTitle={translator(locale, 'errors')('title')}
      hidden={{
        code: one.code,
        version: one.version,
        nameZh: one.nameZh,
        nameEn: one.nameEn,
        parentCode: one.parentCode ?? '',
        after: done.after,
        step,
      }}
    />
  );
}
