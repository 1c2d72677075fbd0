import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { correct, withdraw } from '@/app/(desk)/catalogue/annotations/actions';
import { NoteFields } from '@/app/(desk)/catalogue/annotations/note-fields';
import { NoteSource, NoteSubject } from '@/app/(desk)/catalogue/annotations/note-parts';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { maySee } from '@/lib/access/permissions';
import { annotationOf, annotationSteps, noteChoices, waitingNotes } from '@/lib/catalogue/annotations/queries';
import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { NoteHistory } from './note-history';

type Props = PageProps<'/catalogue/annotations/[id]'>;

/** Cached, since the page and its title both need it. */
const noteOf = cache(async (id: string) => annotationOf(await currentPrincipal(), id));
const titleOf = (note: Annotation, locale: Locale) => inOwnWords(locale === 'en' ? note.titleEn : note.titleZh, locale);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await noteOf((await params).id);
  return found ? { title: titleOf(found, await currentLocale()) } : {};
}

/** A note, an honour or an event with its history; for the office also its correction and withdrawal. */
export default async function AnnotationPage({ params }: Props) {
  const [{ id }, locale, principal] = await Promise.all([params, currentLocale(), currentPrincipal()]);
  const note = await noteOf(id);
  if (!note) notFound();
  const isManaged = maySee(principal.role, 'manageAnnotations') && note.withdrawnReason === null;
  const [steps, waiting] = await Promise.all([annotationSteps(principal, id), waitingNotes(principal, id)]);
  const t = translator(locale, 'annotations');
  const said = locale === 'en' ? note.textEn : note.textZh;
  return (
    <>
      <PageHeader
        title={marked(titleOf(note, locale), locale)}
        breadcrumb={[{ label: t('title'), href: paths.annotations }]}
        subtitle={<Badge>{t(`kinds.${note.kind}`)}</Badge>}
      />
      {note.withdrawnReason !== null && (
        <Notice tone="warn">{marked(t('withdrawnNotice', { reason: note.withdrawnReason }), locale)}</Notice>
      )}
      {waiting > 0 && (
        <Notice>
          {t('pending')}{' '}
          <a href={paths.proposals} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
            {t('toWaiting')}
          </a>
        </Notice>
      )}
      {said !== '' && <p className="mb-4 max-w-prose break-words whitespace-pre-line">{marked(said, locale)}</p>}
      <FactList
        facts={[
          [t('columns.when'), writtenSpan(note, locale)],
          [t('columns.about'), <NoteSubject key="about" note={note} locale={locale} />],
          [t('columns.awardedBy'), note.awardedBy && marked(note.awardedBy, locale)],
          [t('columns.source'), note.source && <NoteSource key="source" note={note} locale={locale} />],
        ]}
      />
      <NoteHistory steps={steps} locale={locale} />
      {isManaged && waiting === 0 && (
        <Section id="manage" title={t('manage')}>
          <Measures note={note} choices={await noteChoices(principal)} locale={locale} />
        </Section>
      )}
    </>
  );
}

/** The forms by which the office corrects a note or withdraws it. */
function Measures(props: { note: Annotation; choices: Awaited<ReturnType<typeof noteChoices>>; locale: Locale }) {
  const { note, choices, locale } = props;
  const t = translator(locale, 'annotations');
  const hidden = { id: note.id, version: note.version };
  const reason = (
    <TextAreaField name="reason" label={t('form.reason')} rows={2} maxLength={300} className="max-w-2xl" />
  );
  return (
    <>
      <CommandForm
        action={correct}
        submit={t('submit')}
        refusedTitle={t('refusedTitle')}
        id="correct"
        hidden={hidden}
        folded={t('correct')}
        className="mb-4 max-w-4xl"
      >
        <p className="my-2 text-table text-ink-2">{t('correctLead')}</p>
        <NoteFields
          note={note}
          unit={note.unit?.code ?? ''}
          indicator={note.indicator?.code ?? ''}
          {...choices}
          locale={locale}
        />
        {reason}
      </CommandForm>
      <CommandForm
        action={withdraw}
        submit={t('withdraw')}
        refusedTitle={t('refusedTitle')}
        tone="danger"
        id="withdraw"
        hidden={hidden}
        folded={t('withdraw')}
        className="max-w-2xl"
      >
        <p className="my-2 text-table text-ink-2">{t('withdrawLead')}</p>
        {reason}
      </CommandForm>
    </>
  );
}
