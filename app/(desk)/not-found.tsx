import { NothingHere } from '@/app/ui/shell/nothing-here';

export default function NotFound() {
  return <NothingHere />;
}
