'use client';

import { useEffect, useState } from 'react';
import { tellFaultShown } from '@/app/ui/forms/faults-shown';
import { buttonLook } from '@/app/ui/primitives/button';
import { states as en } from '@/lib/i18n/en/states';
import { states as zh } from '@/lib/i18n/zh-CN/states';
import { paths } from '@/lib/paths';

/** The page of an unexpected fault, with its number in the log. A reload requests the server's part anew. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const [words, setWords] = useState<typeof zh>(zh);
  useEffect(() => {
    tellFaultShown();
    if (document.documentElement.lang === 'en') setWords(en);
  }, []);
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-24">
      <h1 className="text-2xl font-semibold">{words.errorTitle}</h1>
      <p className="mt-2 text-ink-2">{words.errorReason}</p>
      {error.digest && <p className="mt-2">{words.reference.replace('{digest}', error.digest)}</p>}
      <p className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={() => location.reload()} className={buttonLook('primary')}>
          {words.retry}
        </button>
        {/* A plain link: the fault may be in the parts that this page still has. */}
        <a href={paths.overview} className={buttonLook('outline')}>
          {words.backToOverview}
        </a>
      </p>
    </div>
  );
}
