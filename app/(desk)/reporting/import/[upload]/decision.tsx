import { commit, recheck, undo } from '@/app/(desk)/reporting/import/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import type { UploadView } from '@/lib/reporting/import/preview/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';

/** A short name of an upload, for use in conversation. */
const batchOf = (id: string) => id.slice(0, 8).toUpperCase();

/** The actions on an upload in its present state: commit it, correct it, or undo it after its commit. */
export function Decision({ upload, locale }: { upload: UploadView; locale: Locale }) {
  if (upload.state === 'staged') return <Undecided upload={upload} locale={locale} />;
  return <Decided upload={upload} locale={locale} />;
}

function Undecided({ upload, locale }: { upload: UploadView; locale: Locale }) {
  const t = translator(locale, 'imports');
  const { id, faulty, mappedId } = upload;
  const count = upload.added + upload.changed;
  const submit = t('preview.commit', { count });
  return (
    <div className="mb-6">
      {faulty > 0 && <Notice tone="warn">{t('preview.blocked', { count: faulty })}</Notice>}
      {faulty === 0 && count === 0 && <Notice>{t('preview.nothingToDo')}</Notice>}
      <div className="flex flex-wrap items-start gap-3">
        {faulty > 0 || count === 0 ? (
          <button type="button" disabled className={buttonLook('primary', 'cursor-not-allowed opacity-50')}>
            {submit}
          </button>
        ) : (
          <CommandForm action={commit} submit={submit} refusedTitle={t('preview.commitRefused')} hidden={{ id }} />
        )}
        {mappedId !== null ? (
          <a href={paths.mappedSheet(mappedId)} className={buttonLook('outline')}>
            {translator(locale, 'mapping')('links.toSheet')}
          </a>
        ) : (
          <CommandForm
            action={recheck}
            submit={t('preview.recheck')}
            tone="outline"
            refusedTitle={t('start.refused')}
            hidden={{ id }}
          />
        )}
        {upload.findings > 0 && mappedId === null && (
          <a href={paths.uploadFile(id)} download className={buttonLook('outline')}>
            {t('preview.marked')}
          </a>
        )}
        <a href={againPath(upload)} className={buttonLook('quiet')}>
          {t('preview.another')}
        </a>
      </div>
      <p className="mt-2 text-table text-ink-2">
        {t('preview.commitNote')} {mappedId === null && t('preview.recheckNote')}
      </p>
    </div>
  );
}

function Decided({ upload, locale }: { upload: UploadView; locale: Locale }) {
  const t = translator(locale, 'imports');
  const { id, state, added, changed, committedAt, committedBy, undoneAt, collections, told } = upload;
  const moment = (at: Date | null) => (at ? writtenMoment(at) : '');
  const batch = batchOf(id);
  return (
    <div className="mb-6">
      <Notice>
        {state === 'committed'
          ? t('preview.done', { batch, added, changed, moment: moment(committedAt), by: committedBy ?? '' })
          : t('preview.undone', { batch, moment: moment(undoneAt) })}
      </Notice>
      {told
        .filter(({ key }) => key === 'kept')
        .map((one) => (
          <Notice key={one.key} tone="warn">
            {writtenStaged(one, { indicatorCode: null, periodCode: null }, locale)}
          </Notice>
        ))}
      <div className="flex flex-wrap items-start gap-3">
        {collections.map((one) => (
          <a
            key={one.id}
            href={paths.entry(one.id)}
            className={buttonLook(state === 'committed' ? 'primary' : 'outline', 'max-w-full whitespace-normal')}
          >
            {collections.length === 1 ? t('preview.toEntry') : t('preview.toEntryOf', { title: one.title })}
          </a>
        ))}
        {state === 'committed' &&
          collections.map((one) => (
            <a key={one.id} href={paths.entrySubmission(one.id)} className={buttonLook('outline')}>
              {t('preview.toSubmit')}
            </a>
          ))}
        <a href={againPath(upload)} className={buttonLook('quiet')}>
          {t('preview.another')}
        </a>
      </div>
      {state === 'committed' && (
        <div className="mt-4 border-t border-rule pt-4">
          <CommandForm
            action={undo}
            submit={t('preview.undo')}
            tone="danger"
            refusedTitle={t('preview.undoRefused')}
            hidden={{ id }}
          />
          <p className="mt-2 text-table text-ink-2">{t('preview.undoNote')}</p>
        </div>
      )}
    </div>
  );
}

function againPath({ collections }: UploadView): string {
  const [one, ...others] = collections;
  return withQuery(paths.figuresImport, [['collection', one && others.length === 0 ? one.id : '']]);
}
