import { askingPrincipal } from '@/app/server/principal';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';

/** How many files are ahead of the one that the asking account has sent; 0 when its turn has come, or it has sent none. */
export async function GET(): Promise<Response> {
  const { userId } = await askingPrincipal();
  return Response.json({ ahead: filesInWork().ahead(userId) }, { headers: { 'cache-control': 'no-store' } });
}
