import { NothingHere } from '@/app/ui/shell/nothing-here';

/** An address that is not found before the frame of the pages could be made. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4">
      <NothingHere />
    </main>
  );
}
