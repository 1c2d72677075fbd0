/**
 * A part of an address in the words it stands for. What cannot be decoded names nothing and is left as it is; what no text
 * of the database can hold is left out.
 */
export function addressPart(part: string): string {
  return decoded(part).replaceAll(/\p{Cc}/gu, '');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
