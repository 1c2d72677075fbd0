'use client';

import { useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { copyText } from '@/app/ui/primitives/copy-text';
import { CitationField } from './citation-field';
import { fillCitation } from './fill-citation';

export type CopyCitationWords = Readonly<Record<'cite' | 'cited' | 'byHand' | 'citationText', string>>;

/** The button that copies the citation of what the page shows, and then shows what it copied. `citation` has gaps. */
export function CopyCitation({ citation, words }: { citation: string; words: CopyCitationWords }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  async function copy() {
    const filled = fillCitation(citation);
    setText(filled);
    setSaid('');
    setSaid(
      await copyText(filled).then(
        () => words.cited,
        () => words.byHand,
      ),
    );
  }
  return (
    <div className="max-w-xl print:hidden noscript:hidden">
      <button type="button" onClick={copy} className={buttonLook('outline')}>
        {words.cite}
      </button>
      {text !== '' && (
        <div className="mt-2">
          <CitationField text={text} label={words.citationText} />
        </div>
      )}
      <p role="status" className="text-table text-ink-2 not-empty:mt-1">
        {said}
      </p>
    </div>
  );
}
