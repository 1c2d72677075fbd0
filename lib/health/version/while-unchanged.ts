import { storedVersion } from './queries';

/** The most results that are kept; beyond it the least recently used go. */
const most = 200;

type Kept = { readonly version: string; readonly result: Promise<unknown> };
const kept = new Map<string, Kept>();

/**
 * What a costly read gives, read again only after something was written since it began. `key` holds all that the result
 * depends on besides the stored data: who asks, what, and the day where it matters. The result is shared: nobody changes it.
 */
export async function whileUnchanged<T>(key: string, read: () => Promise<T>): Promise<T> {
  const version = await storedVersion();
  if (version === null) return read();
  const found = kept.get(key);
  kept.delete(key);
  const own = found?.version === version ? found : { version, result: read() };
  kept.set(key, own);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  try {
    return (await own.result) as T;
  } catch (error) {
    if (kept.get(key) === own) kept.delete(key);
    throw error;
  }
}
