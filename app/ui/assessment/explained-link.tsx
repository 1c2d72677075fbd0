import { paths } from '@/lib/paths';

/** A name with a link to the score card of a unit, or to the explanation of one of its items. */
export function ExplainedLink(props: { run: string; unit: string; item?: string; name: string }) {
  const { run, unit, item, name } = props;
  return (
    <a
      href={item === undefined ? paths.explanation(run, unit) : paths.explainedItem(run, unit, item)}
      className="inline-flex min-h-6 items-center hover:text-sea hover:underline max-sm:min-h-11"
    >
      {name}
    </a>
  );
}
