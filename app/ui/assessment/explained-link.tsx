import { explanationPath } from '@/app/ui/assessment/explanation-path';

/** A name that leads to the score card of a unit, or to why it got its score in an item. */
export function ExplainedLink(props: { run: string; unit: string; item?: string; name: string }) {
  return (
    <a
      href={explanationPath(props.run, props.unit, props.item)}
      className="inline-flex min-h-6 items-center hover:text-sea hover:underline max-sm:min-h-11"
    >
      {props.name}
    </a>
  );
}
