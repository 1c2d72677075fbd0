import { buttonLook } from '@/app/ui/primitives/button';
import { withQuery } from '@/lib/paths';

/** The links to a list as files, as it is narrowed now: as text and as a workbook. */
export function FileLinks(props: {
  path: string;
  choice?: Parameters<typeof withQuery>[1];
  words: { readonly csv: string; readonly xlsx: string };
}) {
  const { path, choice, words } = props;
  return (
    <>
      <a href={withQuery(path, { ...choice, format: 'csv' })} className={buttonLook('quiet')}>
        {words.csv}
      </a>
      <a href={withQuery(path, { ...choice, format: 'xlsx' })} className={buttonLook('outline')}>
        {words.xlsx}
      </a>
    </>
  );
}
