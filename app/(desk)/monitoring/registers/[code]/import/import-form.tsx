'use client';

import type { ReactNode } from 'react';
import { FileForm, type FileWords } from '@/app/ui/forms/file-form';
import { PreviewAnswer, type ShownPreview } from '@/app/ui/forms/preview-answer';
import type { Locale } from '@/lib/i18n/words';

/** The form of a sheet of a register: first its differences, then the same file to be written. */
export function ImportForm(props: {
  action: string;
  hidden: Readonly<Record<string, string>>;
  words: FileWords;
  fields: ReactNode;
  locale: Locale;
}) {
  const { locale, ...form } = props;
  return (
    <FileForm<ShownPreview>
      {...form}
      accept=".xlsx,.csv"
      asks={{ preview: '1' }}
      shown={(shown, send) => (
        <PreviewAnswer
          shown={shown}
          caption={shown.title}
          onWrite={() => send({ follows: shown.follows })}
          locale={locale}
        />
      )}
    />
  );
}
