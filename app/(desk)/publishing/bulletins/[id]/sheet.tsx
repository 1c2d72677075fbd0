import { clsx } from 'clsx';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { annexName, isHead } from '@/lib/publishing/bulletins/content';
import { writtenDate } from '@/lib/publishing/bulletins/kit/written-date';
import type { BulletinContent } from '@/lib/publishing/bulletins/words';

/** A document as it is printed: the page on the screen, and on paper by the print dialog. */
export function Sheet({ content, isDraft, locale }: { content: BulletinContent; isDraft: boolean; locale: Locale }) {
  const t = translator(locale, 'bulletins');
  const zh = translator('zh-CN', 'bulletins');
  const { organ, reference, classification, title, addressee, paragraphs, dated, annexes } = content;
  return (
    <article lang="zh-CN" aria-label={t('sheet')} data-paper="official" className="official">
      {isDraft && (
        <div aria-hidden="true" className="paper-mark hidden print:flex">
          {zh('states.draft')}
        </div>
      )}
      {classification !== 'none' && <p className="official-mark">{zh(`classifications.${classification}`)}</p>}
      <p className="official-organ">{organ}</p>
      <p className="official-reference">{reference}</p>
      <h2 className="official-title">{title}</h2>
      {addressee !== '' && <p>{addressee}：</p>}
      {paragraphs.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place.
        <p key={at} className={clsx('official-text', isHead(text) && 'official-head')}>
          {text}
        </p>
      ))}
      {annexes.length > 0 && (
        <p className="official-text official-annex-line">
          {zh('annex')}：
          {annexes.map(({ title: name }, at) => (annexes.length === 1 ? name : `${at + 1}. ${name}`)).join('　')}
        </p>
      )}
      <div className="official-signature">
        <p>{organ}</p>
        <p>{writtenDate(dated)}</p>
      </div>
      {annexes.map((annex, annexAt) => (
        <section key={annex.title} className="official-annex">
          <p className="official-head">{annexName(annexes, annexAt)}</p>
          <h3 className="official-annex-title">{annex.title}</h3>
          <div className="overflow-x-auto" role="region" aria-label={annex.title} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {annex.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {annex.rows.map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the rows stay in their order.
                  <tr key={at}>
                    {row.map((cell, column) => (
                      <td
                        key={annex.columns[column]}
                        className={clsx(annex.isNumber[column] && 'text-end tabular-nums')}
                      >
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {annex.notes.map((note) => (
            <p key={note} className="official-note">
              {note}
            </p>
          ))}
        </section>
      ))}
    </article>
  );
}
