'use client';

import { clsx } from 'clsx';
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { OwnerField } from '@/app/ui/forms/page-owner';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';
import { paths } from '@/lib/paths';
import { limits } from '@/lib/reporting/upload/limits';

type Words = Readonly<
  Record<
    'file' | 'drop' | 'dropHint' | 'submit' | 'reading' | 'refused' | 'failed' | 'noFile' | 'changed' | 'tooLarge',
    string
  >
> & { readonly sending: string; readonly waiting: string; readonly chosen: string };

type Progress =
  | { readonly at: 'rest' }
  | { readonly at: 'sending'; readonly percent: number }
  | { readonly at: 'reading'; readonly ahead: number }
  | { readonly at: 'refused'; readonly message: string };

const pause = 2000;

/** Repeatedly reports the number of files ahead of an uploaded one, until the request has its answer. */
async function tellPlace(request: XMLHttpRequest, tell: (ahead: number) => void): Promise<void> {
  for (;;) {
    await new Promise((later) => setTimeout(later, pause));
    const place = await fetch(paths.uploadPlace)
      .then((answer): Promise<{ ahead: number }> => answer.json())
      .catch(() => null);
    if (request.readyState === XMLHttpRequest.DONE) return;
    if (place) tell(place.ahead);
  }
}

function saidOf(progress: Progress, name: string, words: Words): string {
  if (progress.at === 'sending') return words.sending.replace('{percent}', `${progress.percent}`);
  if (progress.at === 'reading') {
    return progress.ahead > 0 ? words.waiting.replace('{count}', `${progress.ahead}`) : words.reading;
  }
  return progress.at === 'rest' && name ? words.chosen.replace('{name}', name) : '';
}

/** Uploads a file; without scripts as a plain form, with scripts also by dropping it, and with a progress bar. */
export function UploadForm({ collectionId, words }: { collectionId: string; words: Words }) {
  const input = useRef<HTMLInputElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [name, setName] = useState('');
  const [isOver, setOver] = useState(false);
  const [progress, setProgress] = useState<Progress>({ at: 'rest' });
  const isRefused = progress.at === 'refused';
  const isBusy = progress.at === 'sending' || progress.at === 'reading';
  useEffect(() => {
    if (isRefused) summary.current?.focus();
  }, [isRefused]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const [file] = input.current?.files ?? [];
    if (!file) return setProgress({ at: 'refused', message: words.noFile });
    if (file.size > limits.csv.bytes) return setProgress({ at: 'refused', message: words.tooLarge });
    const request = new XMLHttpRequest();
    request.open('POST', event.currentTarget.action);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) =>
      setProgress({ at: 'sending', percent: total > 0 ? Math.floor((loaded / total) * 100) : 0 });
    request.upload.onload = () => {
      setProgress({ at: 'reading', ahead: 0 });
      void tellPlace(request, (ahead) => setProgress({ at: 'reading', ahead }));
    };
    request.onerror = () =>
      // Reading a byte tells whether the file was saved after it was chosen: then a browser cannot read it.
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => setProgress({ at: 'refused', message: words.failed }),
          () => setProgress({ at: 'refused', message: words.changed }),
        );
    request.onload = () => {
      if (request.status !== 200) return setProgress({ at: 'refused', message: request.responseText || words.failed });
      location.assign(JSON.parse(request.responseText).location);
    };
    setProgress({ at: 'sending', percent: 0 });
    request.send(new FormData(event.currentTarget));
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    if (!input.current || files.length === 0) return;
    input.current.files = files;
    setName(files[0]?.name ?? '');
    setProgress({ at: 'rest' });
  }

  return (
    <form
      action={paths.uploadFigures}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="max-w-3xl"
    >
      {progress.at === 'refused' && (
        <div
          ref={summary}
          role="alert"
          tabIndex={-1}
          className="mb-4 border-l-2 border-vermilion bg-card px-3 py-2 text-sm outline-offset-4"
        >
          <p className="font-semibold">{words.refused}</p>
          <p className="mt-0.5">
            <Spoken words={progress.message} />
          </p>
        </div>
      )}
      <OwnerField />
      <input type="hidden" name="collection" value={collectionId} />
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          'block cursor-pointer rounded-md border border-dashed px-4 py-6 focus-within:outline-2 focus-within:outline-sea hover:bg-hover',
          isOver ? 'border-sea bg-wash' : 'border-rule-strong bg-card',
        )}
      >
        <span className="block font-semibold">{words.drop}</span>
        <span className="mt-1 block text-table text-ink-2">{words.dropHint}</span>
        <input
          ref={input}
          type="file"
          name="file"
          accept=".xlsx,.csv"
          required
          aria-label={words.file}
          onChange={(event) => {
            setName(event.currentTarget.files?.[0]?.name ?? '');
            setProgress({ at: 'rest' });
          }}
          className="mt-3 block max-w-full text-sm file:mr-3 file:min-h-9 file:rounded-sm file:border-0 file:bg-wash file:px-3 file:text-sea max-sm:file:min-h-11"
        />
      </label>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" aria-disabled={isBusy} className={buttonLook('primary')}>
          {words.submit}
        </button>
        <p role="status" className="text-table text-ink-2">
          <Spoken words={saidOf(progress, name, words)} />
        </p>
      </div>
      {isBusy && (
        <progress
          aria-label={words.submit}
          className="mt-2 h-1 w-full max-w-3xl accent-sea"
          {...(progress.at === 'sending' && { value: progress.percent, max: 100 })}
        />
      )}
    </form>
  );
}
