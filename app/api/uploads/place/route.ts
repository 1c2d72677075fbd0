import { askingPrincipal } from '@/app/server/principal';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';

/** The number of files ahead of the one that the account has sent; 0 when its turn has come, or without a file. */
export async function GET(): Promise<Response> {
  const { userId } = await askingPrincipal();
  return Response.json({ ahead: filesInWork().ahead(userId) }, { headers: { 'cache-control': 'no-store' } });
}
