import type { ReactNode } from 'react';
import { discard, publish, revise } from '@/app/(desk)/assessment/schemes/actions';
import { asksBefore } from '@/app/ui/forms/asks';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { SchemeVersion } from '@/lib/assessment/schemes/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The office's actions on a scheme in its present state, each with its consequences. */
export function Measures(props: {
  code: string;
  /** The draft, when the page shows it. */
  draft: SchemeVersion | null;
  hasDraft: boolean;
  hasPublished: boolean;
  isClean: boolean;
  isOwn: boolean;
  locale: Locale;
}) {
  const { code, draft, locale } = props;
  if (!draft && (props.hasDraft || !props.hasPublished)) return null;
  const t = translator(locale, 'schemes');
  const refusedTitle = translator(locale, 'errors')('title');
  return (
    <Section title={t('page.measures')} id="measures">
      <ul>
        {draft && (props.isOwn || props.isClean) && (
          <Measure lead={t(props.isOwn ? 'page.ownDraft' : 'page.publishLead')}>
            {!props.isOwn && (
              <CommandForm
                action={publish}
                submit={t('page.publish')}
                asks={asksBefore('publish', locale)}
                refusedTitle={refusedTitle}
                hidden={{ code, version: draft.version }}
              />
            )}
            {props.isOwn && <span className="font-medium">{t('page.publish')}</span>}
          </Measure>
        )}
        {!props.hasDraft && props.hasPublished && (
          <Measure lead={t('page.reviseLead')} isWide>
            <CommandForm
              action={revise}
              submit={t('page.revise')}
              tone="outline"
              refusedTitle={refusedTitle}
              hidden={{ code }}
            >
              <TextField name="note" label={t('new.note')} hint={t('new.noteHint')} maxLength={500} />
            </CommandForm>
          </Measure>
        )}
        {draft && (
          <Measure lead={t('page.discardLead')}>
            <CommandForm
              action={discard}
              submit={t('page.discard')}
              asks={asksBefore('discard', locale)}
              tone="danger"
              refusedTitle={refusedTitle}
              hidden={{ code, version: draft.version }}
            />
          </Measure>
        )}
      </ul>
    </Section>
  );
}

function Measure({ lead, isWide, children }: { lead: string; isWide?: boolean; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule py-3">
      <div className={isWide ? 'w-full max-w-md' : 'min-w-44 max-sm:w-full'}>{children}</div>
      <p className="min-w-0 flex-1 text-ink-2 max-sm:basis-full">{lead}</p>
    </li>
  );
}
