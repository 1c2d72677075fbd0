/**
 * A part of an address, decoded. An undecodable part is left unchanged; characters that the database refuses are left
 * out.
 */
export function addressPart(part: string): string {
  return decodePart(part).replaceAll(/\p{Cc}/gu, '');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
