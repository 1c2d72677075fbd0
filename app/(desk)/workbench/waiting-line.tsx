/** What waits for the reader, in a line that leads there. */
export function WaitingLine({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-4 border-l-2 border-sea pl-3">
      <a href={href} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
        {children}
      </a>
    </p>
  );
}
