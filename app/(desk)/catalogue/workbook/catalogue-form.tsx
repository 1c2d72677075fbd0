'use client';

import type { ReactNode } from 'react';
import { FileForm, type FileWords } from '@/app/ui/forms/file-form';
import { PreviewAnswer, type ShownPreview } from '@/app/ui/forms/preview-answer';
import type { Locale } from '@/lib/i18n/words';

/** The form of a workbook of the catalogue: first its preview, then the same file to be written. */
export function CatalogueForm(props: { action: string; words: FileWords; fields: ReactNode; locale: Locale }) {
  return (
    <FileForm<ShownPreview>
      action={props.action}
      accept=".xlsx"
      words={props.words}
      fields={props.fields}
      shown={(shown, send) => (
        <PreviewAnswer
          shown={shown}
          cellClassName="break-words"
          onWrite={() => send({ follows: shown.follows })}
          locale={props.locale}
        />
      )}
    />
  );
}
