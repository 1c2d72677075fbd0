import { explanationPath } from '@/app/ui/assessment/explanation-path';

/** A name in a table that leads to why a unit got its score in an item. */
export function ExplainedLink(props: { run: string; unit: string; item: string; name: string }) {
  return (
    <a
      href={explanationPath(props.run, props.unit, props.item)}
      className="inline-flex min-h-6 items-center hover:text-sea hover:underline max-sm:min-h-11"
    >
      {props.name}
    </a>
  );
}
