/** A word across every printed sheet of what is not final: 草稿, 试算. The screen says it elsewhere. */
export function PaperMark({ children }: { children: string }) {
  return (
    <p aria-hidden="true" className="paper-mark hidden print:flex">
      {children}
    </p>
  );
}
